"""A class in one room on the teacher's screen; its phones are lines without a page."""

import re
from dataclasses import replace
from functools import partial
from math import inf, isfinite
from typing import Any

import pytest
from playwright.sync_api import Locator

from optviz.lessons import LESSONS
from optviz.lessons.lesson import Slide
from optviz.race import Race, race
from optviz.scenes import SCENES
from optviz.style import settings_text
from optviz.variants import RULES
from tests.browser.axe import violations
from tests.browser.class_screen import Screen
from tests.browser.phone import Phone, phones, remote
from tests.browser.server import Server
from tests.browser.visitor import Visitor, number

LESSON, ASKING = "beale", 3  # a slide with a question


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
        visitor.expect(screen.counted.inner_text, "0 of 3 have answered")
        for phone, answer in zip(class_, (best, other, other), strict=True):
            phone.until_asked(1)
            assert phone.room["shown"]["data"] == ""  # the race would tell
            assert phone.question["choices"] == names
            phone.answer(answer)
        visitor.expect(screen.counted.inner_text, "3 of 3 have answered")
        assert screen.counts() == class_[0].room["results"] == []
        screen.press("Close the vote")
        screen.press("Vote again")
        for phone in class_:
            phone.until_asked(2)
            phone.answer(best)
        assert screen.counts() == []
        screen.press("Reveal")
        visitor.until(lambda: [f"{right} ✓", "1", "3"] in screen.counts())  # once that is measured
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


# Of the class's race: what each phone chose, as it sends it.
ENTRIES: list[dict[str, Any]] = [
    {"rule": "sgd", "settings": {"lr": 0.002}, "start": None},
    {"rule": "adam", "settings": {"lr": 0.3, "beta2": 0.99}, "start": None},
    {"rule": "momentum", "settings": {"lr": 0.05}, "start": None},  # diverges
]
STEPS = 60


def raced() -> Race:
    """Python's race of the same entries."""
    scene = SCENES["beale"]
    own = {type(each.optimizer): each.optimizer for each in scene.entrants}
    optimizers = [replace(own[RULES[each["rule"]]], **each["settings"]) for each in ENTRIES]
    named = dict(zip(("No. 1", "Ada", "No. 3"), optimizers, strict=True))
    return race(scene.surface, named, scene.start, STEPS)


def test_a_class_races_to_the_losses_of_python(visitor: Visitor, server: Server) -> None:
    page, screen = visitor.page, Screen(visitor)
    visitor.choose_scene(SCENES["beale"])
    whole = visitor.steps
    with phones(server.address, screen.open_room(), 3) as class_:
        class_[1].tell(op="name", name="Ada")
        ask_race(screen)
        for phone, entry in zip(class_, ENTRIES, strict=True):
            phone.until_asked(1, "race")
            assert phone.question["budget"] == STEPS
            phone.answer(entry)
        visitor.expect(screen.counted.inner_text, "3 of 3 have answered")
        screen.press("Reveal")
        table = visitor.player.locator(".class-race tbody")
        table.locator("tr").nth(2).wait_for()
        assert visitor.steps == STEPS  # the clock is that of the class's race
        assert not visitor.player.locator(".legend").is_visible()
        visitor.pause()
        found = {run.name: run for run in raced()}
        for step in (0, 1, 17, STEPS):
            visitor.scrub(step)
            losses = {name: run.loss[step] for name, run in found.items()}
            visitor.expect(partial(standing, table), ranked(losses))
        said = " ".join(visitor.player.locator(".class-said p").all_inner_texts())
        assert f"Best of 3: Ada with Adam ({settings_text(found['Ada'].optimizer)}), loss" in said
        assert f"1 of 3 diverged; the first at step {found['No. 3'].ended}: No. 3" in said
        visitor.press("Learning rates")
        visitor.player.get_by_label("Optimizer whose learning rates").select_option("SGD")
        words = visitor.player.locator(".class-rates p")
        visitor.until(lambda: "sampled this curve of SGD at one point" in words.inner_text())
        visitor.screenshot("room-race")
        assert violations(page) == []
        screen.press("Race again")
        class_[0].until(lambda: class_[0].question["id"] == 2)
        visitor.until(lambda: visitor.steps == whole)
        visitor.until(visitor.player.locator(".legend").is_visible)
        class_[0].answer(ENTRIES[1])
        screen.press("Names")
        screen.root.get_by_role("button", name="Take the name Ada away").click()
        visitor.expect(screen.part("names").locator("li").count, 0)
        screen.press("Reveal")
        screen.press("Done")
        class_[0].until(lambda: class_[0].room["question"] is None)


def ask_race(screen: Screen) -> None:
    """Ask the class for a race of so many steps."""
    screen.press("Ask")
    form = screen.part("ask")
    form.get_by_label("Race", exact=True).check()
    form.get_by_label("Steps").fill(str(STEPS))
    form.get_by_role("button", name="Ask the class").click()


def standing(table: Locator) -> list[tuple[str, float]]:
    """Who leads with which loss, as it is written; infinite for what diverged."""
    rows: list[list[str]] = table.locator("tr").evaluate_all(
        "rows => rows.map(row => [row.cells[1].textContent, row.cells[3].textContent])"
    )
    return [
        (name.partition(" (")[0], inf if loss == "diverged" else number(loss))
        for name, loss in rows
    ]


def ranked(losses: dict[str, float]) -> list[tuple[str, float]]:
    """The same of Python's losses at a step."""
    plain = {name: loss if isfinite(loss) else inf for name, loss in losses.items()}
    order = sorted(plain, key=lambda name: plain[name])
    return [(name, float(f"{plain[name]:.4g}")) for name in order]


def test_numbers_and_places_are_asked_and_shown_and_the_pointer_is_seen(
    visitor: Visitor, server: Server
) -> None:
    screen = Screen(visitor)
    with phones(server.address, screen.open_room(), 2) as class_:
        screen.press("Ask")
        form = screen.part("ask")
        form.get_by_label("Number", exact=True).check()
        form.get_by_label("Question", exact=True).fill("How many steps?")
        form.get_by_role("button", name="Ask the class").click()
        for phone, value in zip(class_, (10, 30.5), strict=True):
            phone.until_asked(1, "number")
            assert phone.question["prompt"] == "How many steps?"
            phone.answer(value)
        visitor.expect(screen.counted.inner_text, "2 of 2 have answered")
        assert not screen.part("strip").is_visible()
        screen.press("Reveal")
        visitor.expect(
            screen.part("strip").locator("p").inner_text,
            "2 answers from 10 to 30.5; the median is 20.3.",
        )
        screen.press("Done")
        screen.press("Ask")
        form.get_by_label("Place on the picture").check()
        form.get_by_role("button", name="Ask the class").click()
        for phone in class_:
            phone.until_asked(1, "point")
            phone.answer([1.5, 0.5])
        assert drawn(visitor) == 0
        screen.press("Reveal")
        visitor.until(lambda: drawn(visitor) > 50)
        screen.press("Point")
        box = visitor.trails.bounding_box()
        assert box
        visitor.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        class_[0].until(lambda: class_[0].said.get("spot"))
        screen.press("Point")
        class_[0].until(lambda: class_[0].said["spot"] is None)


def drawn(visitor: Visitor) -> int:
    """How many pixels of the class's own sheet are drawn on."""
    return int(
        visitor.player.locator(".class-sheet").evaluate(
            """canvas => {
                const { width, height } = canvas;
                const { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
                return data.filter((value, k) => k % 4 === 3 && value).length;
            }"""
        )
    )


def at(phone: Phone) -> dict[str, Any]:
    """Where the teacher's player stands, as a phone knows it."""
    told: dict[str, Any] = phone.said.get("at", {})
    return {"step": -1, "playing": True} | told


def test_phones_follow_the_player_and_a_remote_and_a_table_are_there(
    visitor: Visitor, server: Server
) -> None:
    slide, screen, page = at_question(visitor), Screen(visitor), visitor.page
    with phones(server.address, screen.open_room(), 1) as (phone,):
        visitor.scrub(7)
        phone.until(lambda: at(phone)["step"] == 7 and not at(phone)["playing"])
        visitor.play()
        phone.until(lambda: at(phone)["playing"])
        assert phone.said["at"]["speed"] == 25  # steps a second at 1x
        visitor.pause()
        screen.press("Pause phones")
        phone.until(lambda: phone.room["paused"])
        screen.press("Let phones free")
        phone.until(lambda: phone.room["free"])
        phone.answer(0)
        screen.press("Remote")
        page.get_by_role("dialog").get_by_role("button", name="Close").click()
        held = page.evaluate("JSON.parse(sessionStorage.getItem('optviz/room'))")
        with remote(server.address, held) as steer:
            before = visitor.step
            steer("forward")
            visitor.expect(lambda: visitor.step, before + 1)
            steer("reveal")
            visitor.until(screen.counts)
            steer("next")
            visitor.expect(
                page.locator(".lesson h4").inner_text, LESSONS[LESSON].slides[ASKING].heading
            )
        with page.expect_download() as saved:
            screen.press("CSV")
        lines = saved.value.path().read_text().splitlines()
        assert lines[0] == "question,prompt,round,number,name,answer"
        assert lines[1].rpartition(",")[2] == slide.race[0].name
