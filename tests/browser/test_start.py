"""A race from somewhere else: a click, a drag, a tap or an arrow key moves the start."""

import base64
import math

import pytest
from playwright.sync_api import FloatRect, Locator

from optviz.player.payload import message
from optviz.race import race
from optviz.scenes import SCENES
from tests.browser.visitor import Visitor, enter, legend_losses

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
    visitor.until(lambda: start(visitor) != BEALE.start)  # the race follows while it is held
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


def test_where_nobody_computes_races_the_start_is_no_control(visitor: Visitor) -> None:
    """As in a page of its own or a notebook: `mount` without `setStateValue`."""
    data = message(BEALE.race())
    visitor.page.evaluate(
        """async (text) => {
            const data = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
            const { mount } = await import("/scripts/player.js");
            document.body.append(Object.assign(document.createElement("div"), { id: "alone" }));
            mount({ parentElement: document.querySelector("#alone"), data });
            mount({ parentElement: document.querySelector("#alone"), data });
        }""",
        base64.b64encode(data).decode(),
    )
    alone, app = visitor.page.locator("#alone"), visitor.page.get_by_test_id("stMain")
    alone.locator(".count").filter(has_text="/ 198").wait_for()
    assert alone.locator(".player").count() == 1
    assert alone.get_by_role("button", name="Start point").count() == 0
    assert app.get_by_role("button", name="Start point").count() == 1
    cursor = "canvas => getComputedStyle(canvas).cursor"
    assert alone.locator(".trails").evaluate(cursor) == "auto"
    assert app.locator(".trails").evaluate(cursor) == "crosshair"
