"""Where the boxes of a lesson's slide lie: none on another, none cut off, Next on the screen."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import CDPSession, Page

PROJECTORS = ((1024, 768), (1280, 720), (1366, 768), (1920, 1080))
PHONE = (390, 844)

# What a slide is made of; each either lies in another one or has a place of its own.
BOXES = """
    h4, .lesson > p, .answers tr, .choices button, .view, .legend .head > *, .entry, .mark-key p,
    .controls > *, .quantities button, .curves, .switches button, .notice, .turns > *
"""

MEASURE = """
async (player, [boxes, full]) => {
    window.dispatchEvent(new Event("resize"));  // what comes with the next frame otherwise
    const problems = [];
    const box = (each) => each.getBoundingClientRect();
    const name = (each) =>
        `${each.className || each.localName} "${each.textContent.trim().slice(0, 20)}"`;
    const seen = [...player.querySelectorAll(boxes)].filter((each) =>
        box(each).width && box(each).height && getComputedStyle(each).visibility === "visible");
    const [next] = [...player.querySelectorAll(".turns button")].slice(-1);
    const bar = box(player.querySelector(".turns"));
    for (const each of player.querySelectorAll(".turns button")) {
        const { left, right, top, bottom } = box(each);
        if (top < 0 || bottom > innerHeight + 0.5) problems.push(`${name(each)} is off the screen`);
        const root = player.getRootNode();
        const hit = root.elementFromPoint((left + right) / 2, (top + bottom) / 2);
        // On a page that was as narrow when it was opened no sidebar lies above it.
        if (hit !== each && player.contains(hit)) problems.push(`${name(each)} is covered`);
    }
    seen.forEach((one, k) => {
        const a = box(one);
        if (a.left < -0.5 || a.right > innerWidth + 0.5) problems.push(`${name(one)} is too wide`);
        if (full && (a.top < -0.5 || a.bottom > innerHeight + 0.5))
            problems.push(`${name(one)} is off the screen`);
        const turns = player.querySelector(".turns").contains(one);
        for (const other of seen.slice(k + 1)) {
            if (one.contains(other) || other.contains(one)) continue;
            // Where a slide is longer than the window, it goes on below the bar.
            if (!full && turns !== player.querySelector(".turns").contains(other)) continue;
            const b = box(other);
            const [width, height] = [
                Math.min(a.right, b.right) - Math.max(a.left, b.left),
                Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top),
            ];
            if (width > 1 && height > 1) problems.push(`${name(one)} lies on ${name(other)}`);
        }
    });
    for (const each of player.querySelectorAll("*")) {
        const { visibility, clipPath, display } = getComputedStyle(each);
        if (visibility !== "visible" || clipPath !== "none" || !each.clientWidth) continue;
        const own = [...each.childNodes].some((child) => child.nodeType === 3 && child.data.trim());
        const wide = each.scrollWidth > each.clientWidth + 1;
        if (own && wide && display !== "inline") problems.push(`${name(each)} is cut`);
    }
    for (const each of player.querySelectorAll(".view:not([hidden]), .curves")) {
        const { width, height } = box(each);
        const hidden = getComputedStyle(each).visibility !== "visible";
        const size = `${Math.round(width)} x ${Math.round(height)}`;
        if (!hidden && (width < 150 || height < 80))
            problems.push(`${name(each)} is squeezed: ${size}`);
    }
    return problems;
}
"""


class Screens:
    """One page on screens of several sizes, in full screen too, where no window is resized."""

    def __init__(self, page: Page, session: CDPSession) -> None:
        self._page = page
        self._session = session

    def show(self, width: int, height: int) -> None:
        size = {"width": width, "height": height, "screenWidth": width, "screenHeight": height}
        flags = {"deviceScaleFactor": 1, "mobile": False}
        self._session.send("Emulation.setDeviceMetricsOverride", size | flags)

    def problems(self, slide: str, full: bool) -> list[str]:
        """What is wrong with a slide on any of them."""
        found = []
        for size in PROJECTORS if full else (*PROJECTORS, PHONE):
            self.show(*size)
            assert self._page.evaluate("[innerWidth, innerHeight]") == [*size]
            wrong = self._page.locator(".player").evaluate(MEASURE, [BOXES, full])
            found += [f"{slide} at {size[0]} x {size[1]}: {each}" for each in wrong]
        return found


@contextmanager
def screens(page: Page) -> Iterator[Screens]:
    """The page's screens; afterwards it has its own size again."""
    session = page.context.new_cdp_session(page)
    yield Screens(page, session)
    session.send("Emulation.clearDeviceMetricsOverride")
    session.detach()
