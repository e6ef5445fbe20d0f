"""A phone of a class with its page, held in a hand."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.axe import violations
from tests.browser.conftest import FEWER_FRAMES
from tests.support.patience import PATIENCE

TOUCHED = {"has_touch": True, "is_mobile": True, "device_scale_factor": 2}
IPHONE = {"viewport": {"width": 390, "height": 844}} | TOUCHED
SMALL = {"viewport": {"width": 320, "height": 568}, "color_scheme": "dark"} | TOUCHED
ANDROID = {"viewport": {"width": 412, "height": 915}} | TOUCHED

SMALLER = """() => [...document.querySelectorAll("button, input, select")]
    .filter(each => each.checkVisibility() && each.getBoundingClientRect().height < 44)
    .map(each => each.outerHTML)"""
WIDER = "document.documentElement.scrollWidth > innerWidth"


@dataclass(frozen=True)
class Handset:
    """A phone's page."""

    page: Page

    def says(self, text: str) -> None:
        """Wait until it does."""
        self.page.get_by_text(text).first.wait_for()

    def press(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).tap()

    def chosen(self, name: str) -> None:
        self.page.locator(".choice[aria-pressed=true]", has_text=name).wait_for()

    def counts(self, name: str) -> None:
        """Choose, until it counts."""
        self.press(name)
        self.says("Your answer counts.")
        self.chosen(name)

    def until(self, holds: Callable[[], object]) -> None:
        end = time.monotonic() + PATIENCE
        while not holds():
            assert time.monotonic() < end, "waited in vain"
            self.page.wait_for_timeout(50)

    @property
    def step(self) -> int:
        """Where its player stands; -1 before it has been drawn."""
        told = self.page.locator(".race .count").text_content()
        return int(told.split("/")[0]) if told else -1

    def tap(self, x: float, y: float) -> None:
        """Tap the picture, at shares of it."""
        box = self.page.locator(".marks").bounding_box()
        assert box
        self.page.locator(".marks").tap(position={"x": x * box["width"], "y": y * box["height"]})

    def is_fit_for_fingers(self) -> None:
        """Nothing that axe finds, nothing too small, nothing wider than the screen."""
        assert violations(self.page, "html") == []
        assert self.page.evaluate(SMALLER) == []
        assert not self.page.evaluate(WIDER)


@contextmanager
def handset(browser: Browser, kind: dict[str, Any], address: str) -> Iterator[Handset]:
    """A phone that opens an address. At its end nothing may have gone wrong in it."""
    context = browser.new_context(**kind)
    context.set_default_timeout(1000 * PATIENCE)
    context.add_init_script(FEWER_FRAMES)
    with context, opened(context, address) as phone:
        yield phone


@contextmanager
def opened(context: BrowserContext, address: str) -> Iterator[Handset]:
    wrong: list[str] = []
    page = context.new_page()
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on(  # a connection that is cut is no fault of the page
        "console",
        lambda said: (
            wrong.append(said.text)
            if said.type == "error" and "WebSocket" not in said.text
            else None
        ),
    )
    page.goto(address)
    yield Handset(page)
    assert not wrong
