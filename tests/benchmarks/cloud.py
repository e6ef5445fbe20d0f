"""How fast a cloud moves: `python -m tests.benchmarks.cloud`.

Seven optimizers of Beale's function from 1,000 starts each, in headless Chromium at a desk's size,
which draws in software. For each shape, five seconds of playback: frames a second, and how long a
frame takes the page's thread; then five seconds in which the start is dragged. On a busy machine
only the shares mean anything.
"""

import statistics
import time
from itertools import pairwise

from playwright.sync_api import Page, sync_playwright

from optviz.studies.cloud import SHAPES
from tests.benchmarks.live import DESK, WATCH
from tests.benchmarks.player import percentile
from tests.browser.chromium import launch
from tests.browser.server import serve
from tests.browser.visitor import Visitor

SECONDS = 5
CLEAR = "() => { for (const each of Object.values(seen)) each.length = 0; }"


def main() -> None:
    with serve() as server, sync_playwright() as playwright:
        browser = launch(playwright)
        for shape in ("", *SHAPES):
            page = browser.new_page(viewport=DESK)  # type: ignore[arg-type]
            cloud = f"&cloud={shape}:1000" if shape else ""
            visitor = Visitor(page, f"{server.address}?scene=beale{cloud}")
            if shape:
                page.locator(".counts td:not(:empty)").first.wait_for()
            page.evaluate(WATCH)
            page.evaluate(CLEAR)
            page.wait_for_timeout(1000 * SECONDS)
            tell(page, f"{shape or 'no cloud'}: playing")
            visitor.scrub(100)
            drag(page)
            tell(page, f"{shape or 'no cloud'}: the start dragged at step 100")
            page.close()


def drag(page: Page) -> None:
    """The start, to and fro."""
    box = page.locator(".start").bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.evaluate(CLEAR)
    begin, k = time.monotonic(), 0
    while time.monotonic() - begin < SECONDS:
        k += 1
        page.mouse.move(x + 40 - abs(k % 160 - 80), y + (k % 31) / 4)
        time.sleep(max(0.0, begin + k / 60 - time.monotonic()))


def tell(page: Page, what: str) -> None:
    """How far apart frames were."""
    ticks = page.evaluate("seen.ticks")
    page.mouse.up()
    gaps = sorted(after - before for before, after in pairwise(ticks))
    print(
        f"{what}: {1000 / statistics.mean(gaps):.1f} frames a second, median gap "
        f"{statistics.median(gaps):.1f} ms, 95th percentile {percentile(gaps, 95):.1f} ms"
    )


if __name__ == "__main__":
    main()
