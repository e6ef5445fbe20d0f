"""How soon a stranger has changed something: `python -m tests.benchmarks.newcomer`.

From opening the page in a browser that has never seen it to a learning rate that was dragged and a
picture that shows it, on a desk and on a phone. A script does not read: what a person takes for
reading comes on top. The server is warm, as it is for everyone but its first visitor.
"""

import time

from playwright.sync_api import Browser, sync_playwright

from tests.browser.chromium import launch
from tests.browser.server import serve
from tests.browser.visitor import Visitor

SCREENS = {
    "desk": {"viewport": {"width": 1366, "height": 768}},
    "phone": {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True},
}
TRIES = 3


def main() -> None:
    with serve() as server, sync_playwright() as playwright:
        browser = launch(playwright)
        change(browser, server.address, "desk")
        for screen in SCREENS:
            taken = [change(browser, server.address, screen) for _ in range(TRIES)]
            for opened, changed, actions in taken:
                print(
                    f"{screen}: first frame after {opened:.1f} s, changed after {changed:.1f} s, "
                    f"{actions} action{'s' * (actions > 1)} (bars: 10 s, 2 actions)"
                )


def change(browser: Browser, address: str, screen: str) -> tuple[float, float, int]:
    """Seconds to the first frame and to the change that is seen, and what had to be done."""
    context = browser.new_context(**SCREENS[screen])  # type: ignore[arg-type]
    page = context.new_page()
    begin = time.monotonic()
    visitor = Visitor(page, address)
    visitor.until(lambda: visitor.picture)
    opened = time.monotonic() - begin
    number = visitor.player.get_by_role("spinbutton", name="SGD: lr", exact=True)
    actions = 1
    height = SCREENS[screen]["viewport"]["height"]  # type: ignore[index]
    box = number.bounding_box()
    if not box or box["y"] + box["height"] > height:
        number.scroll_into_view_if_needed()
        actions += 1
        box = number.bounding_box()
    assert box
    before = visitor.losses["SGD"]
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 30, y, steps=4)
    page.mouse.up()
    visitor.until(lambda: visitor.losses["SGD"] != before)
    changed = time.monotonic() - begin
    context.close()
    return opened, changed, actions


if __name__ == "__main__":
    main()
