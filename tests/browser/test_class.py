"""A teacher's page and three phones by touch: a whole lesson."""

from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser

from optviz.lessons import LESSONS
from tests.browser.class_screen import Screen
from tests.browser.handset import ANDROID, IPHONE, SMALL, Handset, handset
from tests.browser.server import Server
from tests.browser.visitor import Visitor

LESSON = LESSONS["beale"]


def phones(
    stack: ExitStack, browser: Browser, server: Server, code: str
) -> tuple[Handset, Handset, Handset]:
    """Three that have joined."""
    address = f"{server.address}/room/{code}"
    one, two, three = (
        stack.enter_context(handset(browser, kind, address)) for kind in (IPHONE, ANDROID, SMALL)
    )
    for phone in (one, two, three):
        phone.says("Connected")
    return one, two, three


@pytest.mark.parametrize("view", ["light-wide", "dark-wide"])
def test_a_whole_lesson_is_followed_voted_on_and_measured(
    visitor: Visitor, browser: Browser, server: Server, view: str
) -> None:
    page = visitor.page
    page.goto(f"{page.url.partition('?')[0]}?room=lessons&lesson=beale&page=1")
    visitor.until(
        lambda: LESSON.slides[0].heading in visitor.player.locator(".lesson").inner_text()
    )
    screen = Screen(visitor)
    code = screen.open_room()
    with ExitStack() as stack:
        class_ = phones(stack, browser, server, code)
        for number, slide in enumerate(LESSON.slides, 1):
            for phone in class_:
                phone.says(slide.heading)
                phone.says(f"{LESSON.title}, {number} of {len(LESSON.slides)}")
            if slide.question:
                names = [run.name for run in slide.race]
                right, measured = slide.question.answer(slide.race)
                for phone, name in zip(class_, (names[0], right, right), strict=True):
                    phone.says(slide.question.prompt)
                    assert phone.page.locator(".race .count").count() == 0  # the race would tell
                    phone.counts(name)
                visitor.expect(screen.counted.inner_text, "3 of 3 have answered")
                screen.press("Reveal")
                for phone in class_:
                    phone.says(measured)
            for phone in class_:
                phone.until(lambda: phone.step >= 0)  # noqa: B023
                assert phone.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
            class_[0].page.screenshot(path=f"tests/screenshots/class-{view}-{number}.png")
            visitor.screenshot(f"class-{view}-{number}")
            if number < len(LESSON.slides):
                visitor.press("Next")
