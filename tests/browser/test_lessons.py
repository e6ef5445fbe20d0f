"""Lessons in the browser: every one of them played by keyboard alone, from first to last step."""

import pytest

from optviz.lessons import LESSONS
from tests.browser.visitor import Visitor


@pytest.mark.parametrize("view", ["light-wide", "dark-wide"])
@pytest.mark.parametrize("key", LESSONS)
def test_a_lesson_is_played_by_keyboard_alone(visitor: Visitor, view: str, key: str) -> None:
    page, lesson = visitor.page, LESSONS[key]
    page.goto(f"{page.url.partition('?')[0]}?room=lessons&lesson={key}")
    heading = page.locator(".lesson h4")
    visitor.expect(lambda: heading.inner_text(timeout=15_000), lesson.steps[0].heading)
    visitor.player.focus()
    for place, step in enumerate(lesson.steps):
        visitor.expect(heading.inner_text, step.heading)
        if step.question:
            right, _ = step.question.answer(step.scene.race())
            choices = page.locator(".lesson .choices button").all_inner_texts()
            number = next(each.split()[0] for each in choices if each.split()[1] == right)
            assert visitor.can("Play")
            page.keyboard.press(number)
            answer = page.locator(".lesson .answer")
            answer.wait_for()
            assert answer.inner_text().startswith(f"Right: {right}.")
        if step.finding:
            page.locator(".lesson .finding").wait_for()
        visitor.until(lambda: visitor.can("Pause"))
        if place == 1:
            visitor.screenshot(f"lesson-{key}-{view}")
        if place < len(lesson.steps) - 1:
            page.keyboard.press("PageDown")
    page.keyboard.press("PageUp")
    visitor.expect(heading.inner_text, lesson.steps[-2].heading)


def test_the_words_are_there_in_full_screen(visitor: Visitor) -> None:
    page = visitor.page
    page.goto(f"{page.url.partition('?')[0]}?room=lessons&lesson=beale")
    page.locator(".lesson h4").wait_for()
    visitor.player.focus()
    page.keyboard.press("f")
    visitor.until(lambda: page.evaluate("document.fullscreenElement !== null"))
    page.keyboard.press("n")
    visitor.expect(page.locator(".lesson h4").inner_text, LESSONS["beale"].steps[1].heading)
    assert page.evaluate("document.fullscreenElement !== null")
    visitor.screenshot("lesson-full-screen")


@pytest.mark.parametrize("view", ["light-phone"])
def test_a_lesson_fits_a_phone(visitor: Visitor, view: str) -> None:
    page = visitor.page
    page.goto(f"{page.url.partition('?')[0]}?room=lessons&lesson=beale&page=3")
    page.locator(".lesson .choices").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    visitor.screenshot("lesson-light-phone")
