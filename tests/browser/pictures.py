"""Every scene as the app shows it: `python -m tests.browser.pictures`.

From above and in space, light and dark, on a desk and on a phone, into tests/screenshots/.
"""

from itertools import product

from playwright.sync_api import Browser, sync_playwright

from optviz.scenes import SCENES
from tests.browser.chromium import launch
from tests.browser.server import serve
from tests.browser.visitor import SCREENSHOTS, Visitor

SIZES = {"desk": (1400, 900), "phone": (390, 1500)}


def main() -> None:
    SCREENSHOTS.mkdir(exist_ok=True)
    with serve() as server, sync_playwright() as playwright:
        browser = launch(playwright)
        for theme, size in product(("light", "dark"), SIZES):
            take(browser, server.address, theme, size)


def take(browser: Browser, address: str, theme: str, size: str) -> None:
    visitor = visit(browser, address, theme, *SIZES[size])
    for key, scene in SCENES.items():
        visitor.choose_scene(scene)
        visitor.scrub(scene.steps // 2)
        for view in ("From above", "3-D"):
            show_only(visitor, view)
            path = SCREENSHOTS / f"{key}-{'above' if view != '3-D' else 'space'}-{theme}-{size}.png"
            visitor.page.screenshot(path=path)
            print(path.name)
    visitor.page.context.close()


def visit(browser: Browser, address: str, theme: str, width: int, height: int) -> Visitor:
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if theme == "dark" else "light",
    )
    return Visitor(context.new_page(), address)


def show_only(visitor: Visitor, view: str) -> None:
    for label in ("From above", "3-D"):
        switch = visitor.player.get_by_role("button", name=label, exact=True)
        if label == view and switch.get_attribute("aria-pressed") == "false":
            switch.click()
    for label in ("From above", "3-D"):
        switch = visitor.player.get_by_role("button", name=label, exact=True)
        visitor.page.wait_for_timeout(100)
        if label != view and switch.get_attribute("aria-pressed") == "true":
            switch.click()
    visitor.page.wait_for_timeout(500)


if __name__ == "__main__":
    main()
