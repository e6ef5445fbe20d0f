"""A race from somewhere else: a click, a drag, a tap or an arrow key moves the start."""

import base64
import math

import numpy as np
import pytest
from numpy.typing import NDArray
from playwright.sync_api import FloatRect, Locator

from optviz.optimizers import SGD, State
from optviz.player.payload import message
from optviz.race import Race, race
from optviz.scenes import SCENES
from tests.browser.visitor import Visitor, enter, legend_losses

Array = NDArray[np.float64]
BEALE = SCENES["beale"]
OPTIMIZERS = [entry.optimizer for entry in BEALE.entrants]


def place(visitor: Visitor, across: float, down: float) -> tuple[float, float]:
    """A place on the page, as shares of the picture's width and height."""
    box = box_of(visitor.trails)
    return box["x"] + across * box["width"], box["y"] + down * box["height"]


def box_of(target: Locator) -> FloatRect:
    box = target.bounding_box()
    assert box
    return box


CURSOR = "canvas => getComputedStyle(canvas).cursor"


def handle(visitor: Visitor) -> tuple[float, float]:
    """Where the start's handle is on the page."""
    box = box_of(visitor.page.locator(".start"))
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def start(visitor: Visitor) -> tuple[float, float]:
    """The start as the sidebar tells it."""
    x, y = (float(visitor.field(f"Start {axis}").input_value()) for axis in "xy")
    return x, y


def await_race(visitor: Visitor) -> None:
    """Until the race from the new start is there: it plays then, where it was paused before."""
    visitor.until(lambda: visitor.can("Pause"))


def assert_races_from(visitor: Visitor, point: tuple[float, float]) -> None:
    """The race shown is Python's race from there."""
    expected = race(BEALE.surface, OPTIMIZERS, point, BEALE.steps)
    for step in (0, 50):
        visitor.scrub(step)
        visitor.expect(lambda: visitor.losses, legend_losses(expected, step))


def assert_races_from_its_start(visitor: Visitor) -> None:
    """The race shown is Python's race from where the sidebar says; its fields follow the race."""

    def agree() -> bool:
        return visitor.losses == legend_losses(
            race(BEALE.surface, OPTIMIZERS, start(visitor), 1), 0
        )

    visitor.scrub(0)
    visitor.until(agree)
    assert start(visitor) != BEALE.start
    assert_races_from(visitor, start(visitor))


def test_a_click_moves_the_start_there(visitor: Visitor) -> None:
    visitor.scrub(150)
    where = place(visitor, 0.7, 0.6)
    visitor.page.mouse.click(*where)
    await_race(visitor)
    assert visitor.step < 150  # from the beginning
    assert math.dist(handle(visitor), where) < 1
    assert_races_from_its_start(visitor)


def test_corners_of_the_picture_are_corners_of_the_surface(visitor: Visitor) -> None:
    (left, right), (low, high) = BEALE.surface.xlim, BEALE.surface.ylim
    for corner, point in {(0.002, 0.002): (left, high), (0.998, 0.998): (right, low)}.items():
        visitor.pause()
        visitor.page.mouse.click(*place(visitor, *corner))
        await_race(visitor)
        visitor.expect(lambda: start(visitor), point)
    assert_races_from(visitor, (right, low))


def test_a_drag_moves_the_start(visitor: Visitor) -> None:
    visitor.pause()
    mouse = visitor.page.mouse
    mouse.move(*handle(visitor))
    mouse.down()
    mouse.move(*place(visitor, 0.4, 0.4), steps=5)
    where = place(visitor, 0.3, 0.7)
    mouse.move(*where, steps=5)
    mouse.up()
    await_race(visitor)
    assert math.dist(handle(visitor), where) < 1
    assert_races_from_its_start(visitor)


@pytest.mark.parametrize(("key", "direction"), [("ArrowRight", (1, 0)), ("ArrowDown", (0, -1))])
def test_an_arrow_key_moves_the_start_by_a_hundredth(
    visitor: Visitor, key: str, direction: tuple[int, int]
) -> None:
    visitor.pause()
    visitor.page.locator(".start").press(key)
    await_race(visitor)
    visitor.until(lambda: start(visitor) != BEALE.start)
    moved = [after - before for after, before in zip(start(visitor), BEALE.start, strict=True)]
    assert moved == pytest.approx([0.1 * part for part in direction])
    assert_races_from_its_start(visitor)


@pytest.mark.parametrize("view", ["light-phone"])
def test_a_tap_moves_the_start(visitor: Visitor) -> None:
    visitor.pause()
    where = place(visitor, 0.7, 0.7)
    visitor.page.touchscreen.tap(*where)
    await_race(visitor)
    assert math.dist(handle(visitor), where) < 1
    assert_races_from_its_start(visitor)


def test_a_start_from_the_sidebar_moves_the_handle(visitor: Visitor) -> None:
    visitor.pause()
    before = handle(visitor)
    enter(visitor.field("Start x"), "2")
    visitor.until(lambda: handle(visitor)[0] > before[0] + 20)
    assert handle(visitor)[1] == before[1]
    assert_races_from(visitor, (2, BEALE.start[1]))


def alone(visitor: Visitor, done: Race) -> Locator:
    """A player beside the app's that has no server: `mount` without `setStateValue`."""
    visitor.page.evaluate(
        """async (text) => {
            const data = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
            const { mount } = await import("/scripts/player.js");
            document.body.append(Object.assign(document.createElement("div"), { id: "alone" }));
            mount({ parentElement: document.querySelector("#alone"), data });
            mount({ parentElement: document.querySelector("#alone"), data });
        }""",
        base64.b64encode(message(done)).decode(),
    )
    player = visitor.page.locator("#alone")
    player.locator(".count").filter(has_text=f"/ {done.steps}").wait_for()
    assert player.locator(".player").count() == 1
    return player


def test_without_a_server_the_start_can_be_moved_where_the_page_runs_the_race(
    visitor: Visitor,
) -> None:
    player = alone(visitor, BEALE.race())
    before = player.locator(".legend .value").all_inner_texts()
    button = player.get_by_role("button", name="Start point")
    button.press("ArrowRight")
    visitor.until(lambda: player.locator(".legend .value").all_inner_texts() != before)
    assert player.locator(".legend").get_by_role("spinbutton").count() == 17
    assert player.locator(".trails").evaluate(CURSOR) == "crosshair"


class Deciding(SGD):
    def rule(self, x: Array, g: Array, s: State) -> Array:
        return x - self.lr * g if np.abs(g).max() > 1 else x


def test_without_a_server_the_start_of_what_python_runs_is_no_control(visitor: Visitor) -> None:
    player = alone(visitor, race("beale", [Deciding()]))
    assert player.get_by_role("button", name="Start point").count() == 0
    assert player.get_by_role("spinbutton").count() == 0
    assert player.locator(".trails").evaluate(CURSOR) == "auto"
    assert "Deciding is run by Python: it decides by a value" in player.locator(".why").inner_text()


def test_while_the_start_is_held_the_race_follows_and_the_server_is_not_asked(
    visitor: Visitor,
) -> None:
    visitor.pause()
    asked = "performance.getEntriesByName('optviz: asked').length"
    mouse, (x, y) = visitor.page.mouse, handle(visitor)
    mouse.move(x, y)
    mouse.down()
    for k in range(1, 9):
        mouse.move(x + 12 * k, y + 4 * k)
    assert visitor.page.evaluate(asked) == 0
    shown = visitor.page.locator(".start").evaluate(
        "ring => [parseFloat(ring.style.left), parseFloat(ring.style.top)]"
    )
    assert shown != [x, y]
    visitor.await_frame()
    held = visitor.losses
    mouse.up()
    await_race(visitor)
    assert_races_from_its_start(visitor)
    visitor.scrub(BEALE.steps)
    assert visitor.losses == held  # Python's race is the one that was drawn
    assert visitor.page.evaluate(asked) == 1
