"""A class in one room on the teacher's screen; its phones are lines without a page."""

import re
from functools import partial

import pytest
from playwright.sync_api import Locator

from optviz.lessons import LESSONS
from optviz.lessons.lesson import Slide
from tests.browser.axe import violations
from tests.browser.phone import Phone, phones
from tests.browser.server import Server
from tests.browser.visitor import Visitor

LESSON, ASKING = "beale", 3  # a slide with a question


class Screen:
    """The class's panel in a player."""

    def __init__(self, visitor: Visitor) -> None:
        self.visitor = visitor
        self.root = visitor.player.locator("section.class")

    def open_room(self) -> str:
        """A click; the code is shown at once, large. Returns it."""
        self.visitor.page.get_by_role("button", name="Open a room").click()
        shown = self.visitor.page.locator("dialog.class-shown")
        shown.get_by_role("button", name="Close").click()
        return self.await_room()

    def await_room(self) -> str:
        self.root.locator(".class-line[data-state=connected]").wait_for()
        return self.root.locator(".class-code").inner_text()

    def press(self, label: str) -> None:
        self.root.get_by_role("button", name=label, exact=True).click()

    def part(self, name: str) -> Locator:
        return self.root.locator(f".class-{name}")

    def counts(self) -> list[list[str]]:
        """Each choice with how many made it, in every round."""
        rows = """rows => rows.map(row => [...row.querySelectorAll("th, .number")].map(
            each => each.firstChild.data.trim()))"""
        found: list[list[str]] = self.part("results").locator("tbody tr").evaluate_all(rows)
        return found


def is_told(phone: Phone, right: str) -> bool:
    """Whether a phone knows what is right."""
    return bool(phone.question["right"] == right)


def at_question(visitor: Visitor) -> Slide:
    """The page stands at a slide that asks."""
    page = visitor.page
    page.goto(f"{page.url.partition('?')[0]}?room=lessons&lesson={LESSON}&page={ASKING}")
    page.locator(".lesson .choices").wait_for()
    return LESSONS[LESSON].slides[ASKING - 1]


def test_a_class_votes_twice_and_a_reload_keeps_the_room(visitor: Visitor, server: Server) -> None:
    slide, screen = at_question(visitor), Screen(visitor)
    assert slide.question
    names = [run.name for run in slide.race]
    right, measured = slide.question.answer(slide.race)
    best, other = names.index(right), (names.index(right) + 1) % len(names)
    with phones(server.address, screen.open_room(), 3) as class_:
        visitor.expect(
            screen.part("bar").locator(".class-count").inner_text, "0 of 3 have answered"
        )
        for phone, answer in zip(class_, (best, other, other), strict=True):
            phone.until_asked(1)
            assert phone.room["shown"]["data"] == ""  # the race would tell
            assert phone.question["choices"] == names
            phone.answer(answer)
        visitor.expect(
            screen.part("bar").locator(".class-count").inner_text, "3 of 3 have answered"
        )
        assert screen.counts() == class_[0].room["results"] == []
        screen.press("Close the vote")
        screen.press("Vote again")
        for phone in class_:
            phone.until_asked(2)
            phone.answer(best)
        assert screen.counts() == []
        screen.press("Reveal")
        visitor.until(screen.counts)
        found = {name: counts for name, *counts in screen.counts()}
        assert found[f"{right} ✓"] == ["1", "3"]
        assert found[names[other]] == ["2", "0"]
        visitor.expect(
            visitor.page.locator(".lesson .answer").inner_text, f"Right: {right}."
        )  # what most said is the slide's answer: so its race runs
        visitor.until(lambda: visitor.can("Pause") or visitor.step)
        for phone in class_:
            phone.until(partial(is_told, phone, right))
            assert phone.question["measured"] == measured
            assert phone.room["shown"]["data"]
        code = screen.await_room()
        visitor.page.reload()
        assert screen.await_room() == code
        visitor.until(screen.counts)
        visitor.page.keyboard.press("PageDown")
        class_[0].until(lambda: class_[0].room["shown"]["slide"] == ASKING + 1)


def test_the_panel_is_there_in_full_screen_and_its_code_covers_all(visitor: Visitor) -> None:
    at_question(visitor)
    screen, page = Screen(visitor), visitor.page
    code = screen.open_room()
    visitor.player.focus()
    page.keyboard.press("f")
    visitor.until(lambda: page.evaluate("document.fullscreenElement !== null"))
    screen.press("Show code")
    shown = page.locator("dialog.class-shown")
    box = shown.bounding_box()
    size = page.evaluate("[innerWidth, innerHeight]")
    assert box
    assert [box["width"], box["height"]] == size
    assert shown.locator(".class-large").inner_text() == code
    high = shown.locator(".class-large").evaluate("each => each.getBoundingClientRect().height")
    assert high > size[1] / 8  # for the last row
    visitor.until(lambda: shown.locator("img").evaluate("each => each.naturalWidth > 0"))
    assert re.search(rf"/room/{code}$", shown.locator(".class-address").inner_text())
    shown.get_by_role("button", name="Close").click()
    screen.part("bar").wait_for()


def test_a_room_that_was_ended_is_gone_from_the_page(visitor: Visitor, server: Server) -> None:
    at_question(visitor)
    screen, page = Screen(visitor), visitor.page
    with phones(server.address, screen.open_room(), 1) as (phone,):
        screen.press("End")
        screen.press("Really end?")
        phone.until(lambda: "gone" in phone.said)
    page.get_by_role("button", name="Open a room").wait_for()
    assert not screen.root.is_visible()
    page.reload()
    page.get_by_role("button", name="Open a room").wait_for()
    assert not screen.root.is_visible()


@pytest.mark.parametrize("view", ["light-wide", "dark-wide", "light-phone"])
def test_axe_finds_no_violation_in_the_panel(visitor: Visitor, server: Server, view: str) -> None:
    at_question(visitor)
    screen = Screen(visitor)
    with phones(server.address, screen.open_room(), 1) as (phone,):
        phone.until_asked(1)
        phone.answer(0)
        screen.press("Reveal")
        visitor.until(screen.counts)
        visitor.screenshot(f"room-vote-{view}")
        assert violations(visitor.page) == []
        screen.press("Show code")
        assert violations(visitor.page) == []
