"""A real server, a real browser, and pages that must stay free of errors and of strangers."""

from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    expect,
    sync_playwright,
)

from tests.browser.chromium import NoBrowserError, launch
from tests.browser.server import Server, serve
from tests.browser.visitor import Visitor
from tests.support.patience import PATIENCE

WIDE = {"width": 1400, "height": 900}
PHONE = {"width": 390, "height": 844}
VIEWS: dict[str, dict[str, Any]] = {
    "light-wide": {"viewport": WIDE, "color_scheme": "light"},
    "dark-wide": {"viewport": WIDE, "color_scheme": "dark"},
    "light-phone": {
        "viewport": PHONE,
        "color_scheme": "light",
        "has_touch": True,
        "is_mobile": True,
        "device_scale_factor": 2,
    },
    "calm": {"viewport": WIDE, "reduced_motion": "reduce"},
}

# Without a graphics card a picture costs so much that pages which play take all processors: ten
# in a second are enough for what is tested here. How many there can be, benchmarks show.
FEWER_FRAMES = """
const frame = window.requestAnimationFrame.bind(window);
window.requestAnimationFrame = (draw) => setTimeout(() => frame(draw), 90);
"""


@pytest.fixture(scope="package")
def server() -> Iterator[Server]:
    with serve() as server:
        yield server


# Of the package, not of the session: while Playwright runs, other tests have no event loop.
@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        try:
            browser = launch(playwright)
        except NoBrowserError as problem:
            pytest.fail(str(problem), pytrace=False)
        expect.set_options(timeout=1000 * PATIENCE)
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def context_of(browser: Browser) -> Callable[[str], BrowserContext]:
    """One context for each view: its pages share what was downloaded, but no memories."""

    @cache
    def context_of(view: str) -> BrowserContext:
        context = browser.new_context(**VIEWS[view])
        context.add_init_script("if (location.host) localStorage.clear()")
        context.add_init_script(FEWER_FRAMES)
        context.set_default_timeout(1000 * PATIENCE)
        return context

    return context_of


@pytest.fixture
def view() -> str:
    """The key of VIEWS; tests that look from elsewhere are parametrized with it."""
    return "light-wide"


@pytest.fixture
def visitor(
    server: Server, context_of: Callable[[str], BrowserContext], view: str
) -> Iterator[Visitor]:
    """Somebody who has just opened the app."""
    with watched(context_of(view).new_page(), server) as page:
        yield Visitor(page, server.address)


@contextmanager
def watched(page: Page, server: Server) -> Iterator[Page]:
    """The page; when it goes, nothing may have gone wrong in it and nobody else been asked."""
    complaints: list[str] = []
    hosts: set[str | None] = set()

    def hear(said: ConsoleMessage) -> None:
        if said.type == "error":
            complaints.append(said.text)

    page.on("console", hear)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: hosts.add(urlsplit(request.url).hostname))
    page.on("websocket", lambda socket: hosts.add(urlsplit(socket.url).hostname))
    before = len(server.log)
    yield page
    page.close()
    assert not complaints
    assert hosts <= {"localhost", None}  # None: data and blobs that the page made itself
    assert "Traceback" not in server.log[before:]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Function,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Show the server's log with whatever fails."""
    report = yield
    if report.failed and isinstance(server := item.funcargs.get("server"), Server):
        report.sections.append(("the server's log", server.log))
    return report
