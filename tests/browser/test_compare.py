"""The race before the last change, under the present one or beside it."""

import re

import pytest

from optviz.optimizers import Adam
from optviz.race import race
from optviz.scenes import SCENES
from tests.browser.visitor import Visitor, number

BEALE = SCENES["beale"]


def last_loss(lr: float) -> float:
    """Of Python's own race."""
    adam = BEALE.entrants[-1].optimizer
    assert isinstance(adam, Adam)
    settings = adam.settings() | {"lr": lr}
    return float(race(BEALE.surface, [Adam(**settings)], BEALE.start, BEALE.steps)[0].loss[-1])


def set_rate(visitor: Visitor, value: str) -> None:
    field = visitor.player.get_by_role("spinbutton", name="Adam: lr", exact=True)
    field.press("Enter")
    field.locator("input").fill(value)
    field.locator("input").press("Enter")
    visitor.expect(field.inner_text, value)


def expect_words(visitor: Visitor, before: float, now: float) -> None:
    """The line says what was changed, and what Python's races say of the losses."""
    line = visitor.player.locator(".changed")
    pattern = re.compile(r"^Adam: lr (\S+) → (\S+)\. Adam's last loss (\S+) → (\S+)\.$")
    visitor.until(lambda: (found := pattern.match(line.inner_text())) and found[2] == f"{now:g}")
    found = pattern.match(line.inner_text())
    assert found
    assert float(found[1]) == before
    losses = [number(found[3]), number(found[4])]
    assert losses == [pytest.approx(last_loss(lr), rel=1e-3) for lr in (before, now)]


def test_the_race_before_stands_under_the_present_one_and_goes_on_request(visitor: Visitor) -> None:
    visitor.scrub(BEALE.steps)
    alone = visitor.losses
    set_rate(visitor, "0.6")
    expect_words(visitor, 0.3, 0.6)
    was = visitor.entry("Adam").locator(".was")
    visitor.expect(lambda: number(was.inner_text().removeprefix("was ")), alone["Adam"])
    assert visitor.entry("SGD").locator(".was").inner_text() == ""
    visitor.screenshot("before")
    visitor.await_frame()
    with_ghost = visitor.picture
    visitor.player.press("g")
    visitor.until(lambda: visitor.picture != with_ghost)
    visitor.player.press("g")
    visitor.until(lambda: visitor.picture == with_ghost)

    visitor.player.press("k")
    set_rate(visitor, "0.1")
    expect_words(visitor, 0.3, 0.1)
    visitor.player.press("k")
    set_rate(visitor, "0.2")
    expect_words(visitor, 0.1, 0.2)
    visitor.player.press("z")
    expect_words(visitor, 0.2, 0.1)
    visitor.until(lambda: "lr%3D0.1" in visitor.page.url or "lr=0.1" in visitor.page.url)


def test_two_settings_side_by_side_and_swapped(visitor: Visitor) -> None:
    visitor.scrub(60)
    set_rate(visitor, "0.6")
    visitor.press("A | B")
    tags = visitor.player.locator(".tag:visible")
    visitor.expect(tags.all_inner_texts, ["AAdam: lr 0.3", "BAdam: lr 0.6"])
    boxes = [box.bounding_box() for box in visitor.player.locator(".picture").all()]
    a, b = boxes
    assert a
    assert b
    assert (a["width"], a["height"]) == pytest.approx((b["width"], b["height"]), abs=1)
    visitor.screenshot("beside")
    visitor.press("Swap A and B")
    visitor.expect(tags.all_inner_texts, ["AAdam: lr 0.6", "BAdam: lr 0.3"])
    field = visitor.player.get_by_role("spinbutton", name="Adam: lr", exact=True)
    visitor.expect(field.inner_text, "0.3")
    expect_words(visitor, 0.6, 0.3)
    visitor.player.press("b")
    visitor.expect(visitor.player.locator(".picture").filter(visible=True).count, 1)
