"""Lessons in the browser: every one of them played by keyboard alone, from first to last slide."""

from functools import partial

import pytest
from playwright.sync_api import Locator, Page

from optviz.lessons import LESSONS
from optviz.lessons.lesson import Slide
from optviz.server.reach import network_address
from tests.browser.boxes import screens
from tests.browser.visitor import SCREENSHOTS, Visitor
from tests.support.patience import PATIENCE


@pytest.mark.parametrize("full", [False, True], ids=["window", "full-screen"])
@pytest.mark.parametrize("key", LESSONS)
def test_a_lesson_is_played_by_keyboard_alone_and_fits_every_screen(
    visitor: Visitor, full: bool, key: str
) -> None:
    page, lesson = visitor.page, LESSONS[key]
    page.goto(f"{page.url.partition('?')[0]}?room=lessons&lesson={key}")
    heading = page.locator(".lesson h4")
    visitor.expect(lambda: heading.inner_text(timeout=1000 * PATIENCE), lesson.slides[0].heading)
    visitor.player.focus()
    if full:
        page.keyboard.press("f")
        visitor.until(lambda: page.evaluate("document.fullscreenElement !== null"))
    problems: list[str] = []
    with screens(page) as screen:
        for place, slide in enumerate(lesson.slides):
            visitor.expect(heading.inner_text, slide.heading)
            if slide.question:
                problems += screen.problems(f"{place + 1}, asked", full)
                answer_rightly(visitor, slide)
            if slide.finding:
                page.locator(".lesson .finding").wait_for()
            visitor.until(partial(visitor.can, "Pause" if slide.plays else "Play"))
            problems += screen.problems(f"{place + 1}, told", full)
            if place < len(lesson.slides) - 1:
                page.keyboard.press("PageDown")
        page.keyboard.press("PageUp")
        visitor.expect(heading.inner_text, lesson.slides[-2].heading)
    undo = page.get_by_title("Undo a change of the race (Z)")
    assert undo.get_attribute("aria-disabled") == "true"  # a slide that is turned is no change
    assert page.evaluate("document.fullscreenElement !== null") == full
    assert not problems, "\n".join(problems)


def answer_rightly(visitor: Visitor, slide: Slide) -> None:
    """Predict what comes."""
    assert slide.question
    page = visitor.page
    right, _ = slide.question.answer(slide.race)
    choices = page.locator(".lesson .choices button").all_inner_texts()
    number = next(each.split()[0] for each in choices if each.split(maxsplit=1)[1] == right)
    visitor.until(lambda: visitor.can("Play"))
    page.keyboard.press(number)
    answer = page.locator(".lesson .answer")
    answer.wait_for()
    assert answer.inner_text() == f"Right: {right}."


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
    assert slides[1].notes not in body.inner_text()  # it may have opened where the class sees it
    notes.get_by_role("button", name="Show the notes").click()
    visitor.until(lambda: slides[1].notes in body.inner_text())
    notes.get_by_role("button", name="Next").click()
    visitor.expect(page.locator(".lesson h4").inner_text, slides[2].heading)
    notes.get_by_role("button", name="Previous").click()
    visitor.expect(page.locator(".lesson h4").inner_text, slides[1].heading)
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
    address = page.get_by_test_id("stCode").inner_text().strip()
    assert address.endswith("?room=lessons&lesson=noise&page=2")


def test_the_hand_out_is_made_and_offered(visitor: Visitor) -> None:
    page = visitor.page
    page.goto(f"{page.url.partition('?')[0]}?room=lessons&lesson=saddle_point")
    slides = len(LESSONS["saddle_point"].slides)
    text = handed_out(page)
    assert text.count("<svg") == 0  # phones cannot open what leads to themselves
    assert text.count("opens on this machine alone") == slides
    found = network_address()
    if found is None:
        return
    page.get_by_text("Links for others in the network").first.click()
    visitor.until(lambda: handed_out(page).count("<svg") == slides)


def handed_out(page: Page) -> str:
    """The hand-out, made anew and saved."""
    page.get_by_role("button", name="Make the hand-out").click()
    save = page.get_by_role("button", name="Save the hand-out")
    save.wait_for(timeout=1000 * PATIENCE)
    with page.expect_download() as offered:
        save.click()
    return offered.value.path().read_text(encoding="utf-8")


@pytest.mark.parametrize("view", ["light-phone"])
def test_on_a_phone_a_slide_begins_at_its_top_and_is_turned_by_a_tap(visitor: Visitor) -> None:
    page = visitor.page
    page.goto(f"{page.url.partition('?')[0]}?room=lessons&lesson=beale&page=3")
    page.locator(".lesson .choices").get_by_role("button", name="NAG").tap()
    table = page.get_by_role("table", name="Which optimizer gets farthest")
    table.wait_for()
    rows = table.get_by_role("row").all_inner_texts()
    assert [row.split()[:2] for row in rows[1:3]] == [["Momentum", "1.72"], ["NAG", "your"]]
    visitor.player.locator(".curves").scroll_into_view_if_needed()
    heading = page.locator(".lesson h4")
    assert top(heading) < 0
    page.get_by_role("button", name="Next").tap()
    visitor.expect(heading.inner_text, LESSONS["beale"].slides[3].heading)
    visitor.until(lambda: 0 <= top(heading) < 200)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    visitor.screenshot("lesson-light-phone")


def top(element: Locator) -> float:
    """Where it begins on the screen, in pixels."""
    box = element.bounding_box()
    assert box
    return box["y"]
