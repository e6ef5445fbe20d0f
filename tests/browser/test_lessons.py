"""Lessons in the browser: every one of them played by keyboard alone, from first to last slide."""

import pytest

from optviz.lessons import LESSONS
from tests.browser.visitor import SCREENSHOTS, Visitor


@pytest.mark.parametrize("view", ["light-wide", "dark-wide"])
@pytest.mark.parametrize("key", LESSONS)
def test_a_lesson_is_played_by_keyboard_alone(visitor: Visitor, view: str, key: str) -> None:
    page, lesson = visitor.page, LESSONS[key]
    page.goto(f"{page.url.partition('?')[0]}?room=lessons&lesson={key}")
    heading = page.locator(".lesson h4")
    visitor.expect(lambda: heading.inner_text(timeout=15_000), lesson.slides[0].heading)
    visitor.player.focus()
    for place, slide in enumerate(lesson.slides):
        visitor.expect(heading.inner_text, slide.heading)
        if slide.question:
            right, _ = slide.question.answer(slide.scene.race())
            choices = page.locator(".lesson .choices button").all_inner_texts()
            number = next(each.split()[0] for each in choices if each.split()[1] == right)
            visitor.until(lambda: visitor.can("Play"))
            page.keyboard.press(number)
            answer = page.locator(".lesson .answer")
            answer.wait_for()
            assert answer.inner_text().startswith(f"Right: {right}.")
        if slide.finding:
            page.locator(".lesson .finding").wait_for()
        visitor.until(lambda: visitor.can("Pause"))
        if place == 1:
            visitor.screenshot(f"lesson-{key}-{view}")
        if place < len(lesson.slides) - 1:
            page.keyboard.press("PageDown")
    page.keyboard.press("PageUp")
    visitor.expect(heading.inner_text, lesson.slides[-2].heading)


def test_the_words_are_there_in_full_screen(visitor: Visitor) -> None:
    page = visitor.page
    page.goto(f"{page.url.partition('?')[0]}?room=lessons&lesson=beale")
    page.locator(".lesson h4").wait_for()
    visitor.player.focus()
    page.keyboard.press("f")
    visitor.until(lambda: page.evaluate("document.fullscreenElement !== null"))
    page.keyboard.press("n")
    visitor.expect(page.locator(".lesson h4").inner_text, LESSONS["beale"].slides[1].heading)
    assert page.evaluate("document.fullscreenElement !== null")
    visitor.screenshot("lesson-full-screen")


def test_whoever_teaches_has_a_window_of_notes(visitor: Visitor) -> None:
    page, slides = visitor.page, LESSONS["beale"].slides
    page.goto(f"{page.url.partition('?')[0]}?room=lessons&lesson=beale&page=2")
    page.locator(".lesson h4").wait_for()
    button = page.get_by_role("button", name="Notes in a window")
    assert not button.is_visible()
    page.get_by_text("Notes for the teacher").click()
    with page.expect_popup() as opened:
        button.click()
    notes = opened.value
    body = notes.locator("body")
    visitor.expect(notes.locator("h1").inner_text, slides[1].heading)
    assert slides[1].notes in body.inner_text()
    notes.keyboard.press("PageDown")  # turns the page that the class sees
    visitor.expect(page.locator(".lesson h4").inner_text, slides[2].heading)
    visitor.expect(notes.locator("h1").inner_text, slides[2].heading)
    visitor.until(lambda: "Answer\nMomentum. " in body.inner_text())
    assert f"Next\n{slides[3].heading}" in body.inner_text()
    assert "Momentum. " not in page.locator(".lesson").inner_text()
    visitor.until(lambda: notes.locator("time").inner_text() >= "0:01")
    notes.screenshot(path=SCREENSHOTS / "lesson-notes.png")
    visitor.screenshot("lesson-with-notes")
    page.get_by_text("Notes for the teacher").click()
    visitor.until(notes.is_closed)


def test_a_slide_has_a_link_of_its_own(visitor: Visitor) -> None:
    page = visitor.page
    page.goto(f"{page.url.partition('?')[0]}?room=lessons&lesson=noise&page=2")
    page.locator(".lesson h4").wait_for()
    page.get_by_test_id("stMain").get_by_text("Link", exact=True).click()
    page.get_by_role("img", name="QR code of the link").wait_for()
    address = page.get_by_test_id("stCode").inner_text().strip()
    assert address.endswith("?room=lessons&lesson=noise&page=2")


def test_the_hand_out_is_made_and_offered(visitor: Visitor) -> None:
    page = visitor.page
    page.goto(f"{page.url.partition('?')[0]}?room=lessons&lesson=saddle_point")
    page.get_by_role("button", name="Make the hand-out").click()
    save = page.get_by_role("button", name="Save the hand-out")
    save.wait_for(timeout=60_000)
    with page.expect_download() as offered:
        save.click()
    text = offered.value.path().read_text(encoding="utf-8")
    assert text.count("<svg") == len(LESSONS["saddle_point"].slides)


@pytest.mark.parametrize("view", ["light-phone"])
def test_a_lesson_fits_a_phone(visitor: Visitor, view: str) -> None:
    page = visitor.page
    page.goto(f"{page.url.partition('?')[0]}?room=lessons&lesson=beale&page=3")
    page.locator(".lesson .choices").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    visitor.screenshot("lesson-light-phone")
