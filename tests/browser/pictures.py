"""Every page of the app on every screen: `python -m tests.browser.pictures [WORD ...]`.

Screenshots and, for each screen and look, a contact sheet of all of them, in tests/screenshots/.
Words choose among pages, screens and looks: `sweep phone dark` takes a single picture.
"""

import sys
from collections.abc import Mapping
from itertools import product
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.chromium import launch
from tests.browser.server import serve
from tests.browser.visitor import SCREENSHOTS
from tests.support.patience import PATIENCE

PAGES = {
    "beale": "",
    "valley": "scene=long_valley",
    "saddle": "scene=saddle_point&view=above,space",
    "moons": "scene=noisy_moons",
    "formula": "formula=x**2%2B3*y**2",
    "claim": "scene=sparse",
    "sweep": "room=sweep",
    "basins": "room=basins",
    "lessons": "room=lessons",
    "definitions": "room=definitions",
    "digits": "room=digits",
}
SCREENS = {
    "desk": (1920, 1080),
    "laptop": (1366, 768),
    "tablet": (820, 1180),
    "phone": (390, 844),
}
LOOKS: dict[str, Any] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "contrast": {"forced_colors": "active"},
    "full": {"color_scheme": "light"},  # full screen, where a page has a player
}
# A page that was drawn anew has come out of Streamlit's veil: its colours are their own.
UNVEILED = """() => !document.querySelector("[data-stale=true]")
    && !document.getAnimations().some(each => each instanceof CSSTransition)"""
COLUMNS, GAP, TITLE = 4, 12, 22  # of a sheet; px
CELL = 640  # px, the width of a screenshot on a sheet


def main(words: list[str]) -> None:
    SCREENSHOTS.mkdir(exist_ok=True)
    with serve() as server, sync_playwright() as playwright:
        browser = launch(playwright)
        for screen, look in product(chosen(SCREENS, words), chosen(LOOKS, words)):
            taken = {
                name: take(browser, server.address, name, screen, look)
                for name in chosen(PAGES, words)
            }
            sheet(taken, SCREENSHOTS / f"sheet-{screen}-{look}.png")


def chosen(known: Mapping[str, object], words: list[str]) -> list[str]:
    """Those that are asked for; all of a kind of which none is."""
    return [name for name in known if name in words] or list(known)


def take(browser: Browser, address: str, name: str, screen: str, look: str) -> Path:
    """A screenshot of a page as a newcomer meets it, in the middle of the race if there is one."""
    width, height = SCREENS[screen]
    context = browser.new_context(viewport={"width": width, "height": height}, **LOOKS[look])
    page = context.new_page()
    page.goto(f"{address}/?{PAGES[name]}")
    settle(page)
    slider = page.locator(".player").get_by_label("Step", exact=True)
    if slider.count():
        slider.fill(str(int(slider.get_attribute("max") or 0) // 2))
        if look == "full":
            page.locator(".player").press("f")
        settle(page)
    path = SCREENSHOTS / f"{name}-{screen}-{look}.png"
    page.screenshot(path=path)
    print(path.name, flush=True)
    context.close()
    return path


def settle(page: Page) -> None:
    """Until nothing is computed any more, or for half a minute, and nothing is veiled."""
    page.get_by_test_id("stMain").locator("h1, h2, h3, h4").first.wait_for(timeout=1000 * PATIENCE)
    page.wait_for_timeout(1500)
    busy = page.locator(
        "[data-testid=stStatusWidget], [data-testid=stMain] [data-testid=stProgress]"
    )
    for _ in range(60):
        if not busy.count():
            break
        page.wait_for_timeout(500)
    page.wait_for_function(UNVEILED, timeout=1000 * PATIENCE)


def sheet(taken: dict[str, Path], to: Path) -> None:
    """All screenshots of one screen and look, with their names above them."""
    pictures = {name: Image.open(path) for name, path in taken.items()}
    small = {
        name: picture.resize((CELL, picture.height * CELL // picture.width))
        for name, picture in pictures.items()
    }
    height = max(each.height for each in small.values()) + TITLE + GAP
    rows = -(-len(small) // COLUMNS)
    columns = min(COLUMNS, len(small))
    whole = Image.new("RGB", (columns * (CELL + GAP) + GAP, rows * height + GAP), "gray")
    draw = ImageDraw.Draw(whole)
    for place, (name, picture) in enumerate(small.items()):
        x = GAP + place % COLUMNS * (CELL + GAP)
        y = GAP + place // COLUMNS * height
        draw.text((x, y), name, "white", font_size=TITLE - 6)
        whole.paste(picture, (x, y + TITLE))
    whole.save(to)


if __name__ == "__main__":
    main(sys.argv[1:])
