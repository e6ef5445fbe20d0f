"""Hyper-parameters in the legend: dragged, stepped by key, typed; the race follows in the page."""

from typing import Any

import pytest
from playwright.sync_api import Locator

from optviz.optimizers import Adam
from optviz.race import race
from optviz.scenes import SCENES
from optviz.schedules import Piecewise
from tests.browser.visitor import Visitor, number

BEALE = SCENES["beale"]
ADAM = BEALE.entrants[-1].optimizer
ASKED = "performance.getEntriesByName('optviz: asked').length"


def rate(visitor: Visitor) -> Locator:
    return visitor.player.get_by_role("spinbutton", name="Adam: lr", exact=True)


def last_loss(lr: float) -> float:
    assert isinstance(ADAM, Adam)
    settings = ADAM.settings() | {"lr": lr}
    return float(race(BEALE.surface, [Adam(**settings)], BEALE.start, BEALE.steps)[0].loss[-1])


def expect_race(visitor: Visitor, lr: float) -> None:
    """The legend has the loss of Python's race with this learning rate."""
    visitor.scrub(BEALE.steps)
    loss = pytest.approx(last_loss(lr), rel=1e-3)
    value = visitor.entry("Adam").locator(".value")
    visitor.until(lambda: number(value.inner_text()) == loss)


def test_a_learning_rate_is_dragged_and_the_server_learns_of_it_at_the_end(
    visitor: Visitor,
) -> None:
    visitor.pause()
    mouse, box = visitor.page.mouse, rate(visitor).bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    mouse.move(x, y)
    mouse.down()
    mouse.move(x + 30, y)
    mouse.move(x + 50, y)
    lr = float(rate(visitor).inner_text())
    assert lr == pytest.approx(0.3 * 10**0.5, rel=1e-2)
    value = visitor.entry("Adam").locator(".value")
    visitor.until(lambda: number(value.inner_text()) == pytest.approx(last_loss(lr), rel=1e-3))
    assert visitor.page.evaluate(ASKED) == 0
    visitor.screenshot("scrub")
    mouse.up()
    expect_race(visitor, lr)
    visitor.unfold("Adam")
    visitor.expect(visitor.field("lr").input_value, f"{lr:g}")
    assert visitor.page.evaluate(ASKED) == 1
    visitor.until(lambda: "yours" in visitor.entry("Adam").inner_text())


def test_by_keyboard_it_is_stepped_finely_and_typed(visitor: Visitor) -> None:
    visitor.pause()
    field = rate(visitor)
    field.press("ArrowUp")
    visitor.expect(field.inner_text, "0.337")
    field.press("Shift+ArrowDown")
    visitor.expect(field.inner_text, "0.333")
    assert field.get_attribute("aria-valuenow") == "0.333"
    field.press("Enter")
    field.locator("input").fill("zero")
    field.locator("input").press("Enter")
    assert field.locator("input").get_attribute("aria-invalid") == "true"
    field.locator("input").fill("0,05")
    field.locator("input").press("Enter")
    visitor.expect(field.inner_text, "0.05")
    expect_race(visitor, 0.05)
    visitor.until(lambda: "lr%3D0.05" in visitor.page.url or "lr=0.05" in visitor.page.url)


def test_changes_are_undone_and_redone_here_and_beside_the_race(visitor: Visitor) -> None:
    visitor.pause()
    back = visitor.player.get_by_role("button", name="Undo a change of the race")
    assert back.get_attribute("aria-disabled") == "true"
    rate(visitor).press("ArrowUp")
    visitor.expect(rate(visitor).inner_text, "0.337")
    visitor.until(lambda: "lr%3D0.337" in visitor.page.url or "lr=0.337" in visitor.page.url)
    back.click()
    visitor.expect(rate(visitor).inner_text, "0.3")
    visitor.until(lambda: "0.337" not in visitor.page.url)
    visitor.until(lambda: "yours" not in visitor.entry("Adam").inner_text())
    visitor.player.press("Shift+Z")
    visitor.expect(rate(visitor).inner_text, "0.337")
    visitor.player.press("Control+z")
    visitor.expect(rate(visitor).inner_text, "0.3")
    expect_race(visitor, 0.3)


def test_a_rate_changes_from_the_cursor_on_and_python_runs_just_that(visitor: Visitor) -> None:
    visitor.scrub(40)
    before = visitor.losses
    visitor.player.get_by_label("Step", exact=True).press("h")
    switch = visitor.player.get_by_role("button", name="from step 40 on")
    assert switch.get_attribute("aria-pressed") == "true"
    field = rate(visitor)
    field.press("Enter")
    field.locator("input").fill("0.01")
    field.locator("input").press("Enter")
    visitor.until(lambda: "lr 0.01 from step 40" in visitor.entry("Adam").inner_text())
    visitor.until(lambda: "@40" in visitor.page.url)
    visitor.until(lambda: visitor.losses == before)  # up to the cursor nothing is otherwise
    visitor.screenshot("from-here")
    visitor.scrub(BEALE.steps)
    settings: dict[str, Any] = ADAM.settings() | {"lr": Piecewise(0.3, {40: 0.01})}
    changed = race(BEALE.surface, [Adam(**settings)], BEALE.start, BEALE.steps)[0]
    loss = pytest.approx(float(changed.loss[-1]), rel=1e-3)
    value = visitor.entry("Adam").locator(".value")
    visitor.until(lambda: number(value.inner_text()) == loss)
    visitor.unfold("Adam")
    visitor.expect(visitor.field("lr").input_value, "0.3@40=0.01")
    visitor.entry("Adam").get_by_role("button", name="Forget that Adam has lr").press("Enter")
    visitor.until(lambda: "@40" not in visitor.page.url)
    assert visitor.legend("Adam").evaluate("row => row.matches(':focus')")
    expect_race(visitor, 0.3)


def test_a_rate_that_is_held_while_another_optimizer_leaves_stays_as_it_is(
    visitor: Visitor,
) -> None:
    visitor.pause()
    mouse, box = visitor.page.mouse, rate(visitor).bounding_box()
    assert box
    mouse.move(box["x"] + 5, box["y"] + 5)
    mouse.down()
    mouse.move(box["x"] + 25, box["y"] + 5)
    visitor.expect(rate(visitor).inner_text, "0.475")
    pill = visitor.page.get_by_role("toolbar", name="Optimizers").get_by_role("button", name="NAG")
    pill.dispatch_event("click")
    visitor.until(lambda: "nag" not in visitor.page.url and "lr%3D0.475" in visitor.page.url)
    mouse.move(box["x"] + 90, box["y"] + 5)
    mouse.up()
    expect_race(visitor, 0.475)
    visitor.player.press("z")
    visitor.expect(rate(visitor).inner_text, "0.3")
