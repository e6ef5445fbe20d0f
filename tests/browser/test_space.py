"""The view in space: it turns, it zooms, it comes back, and it follows the size of the page."""

from dataclasses import replace

import pytest
from playwright.sync_api import Locator

from optviz.scenes import SCENES
from tests.browser.visitor import Visitor, legend_losses

SHOT = "canvas => canvas.toDataURL()"


@pytest.fixture
def space(visitor: Visitor) -> Locator:
    """The open view, at rest."""
    visitor.pause()
    visitor.press("3-D")
    box = visitor.page.locator("[data-view=space]")
    visitor.until(box.is_visible)
    visitor.page.wait_for_timeout(600)  # a camera that has come to rest is drawn finer
    return box


def ground(space: Locator) -> str:
    return str(space.locator("canvas").first.evaluate(SHOT))


def test_a_drag_turns_it_and_zero_brings_it_back(visitor: Visitor, space: Locator) -> None:
    before = ground(space)
    box = space.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    visitor.page.mouse.move(x, y)
    visitor.page.mouse.down()
    visitor.page.mouse.move(x + 90, y + 10, steps=5)
    visitor.page.mouse.up()
    visitor.until(lambda: ground(space) != before)
    space.focus()
    visitor.page.keyboard.press("0")
    visitor.until(lambda: ground(space) == before)


@pytest.mark.parametrize("key", ["ArrowLeft", "ArrowUp", "+", "-"])
def test_keys_turn_and_zoom_it(visitor: Visitor, space: Locator, key: str) -> None:
    before = ground(space)
    space.focus()
    visitor.page.keyboard.press(key)
    visitor.until(lambda: ground(space) != before)
    assert visitor.can("Play")


def test_the_wheel_zooms_it_once_it_has_the_focus(visitor: Visitor, space: Locator) -> None:
    before = ground(space)
    space.focus()
    space.hover()
    visitor.page.mouse.wheel(0, -200)
    visitor.until(lambda: ground(space) != before)


def test_it_shares_the_time_of_the_view_from_above(visitor: Visitor, space: Locator) -> None:
    front = space.locator("canvas").last
    visitor.scrub(5)
    visitor.page.wait_for_timeout(300)
    before = front.evaluate(SHOT)
    visitor.scrub(150)
    visitor.until(lambda: front.evaluate(SHOT) != before)


def test_both_views_follow_the_size_of_the_page(visitor: Visitor, space: Locator) -> None:
    for width in (1000, 1300):
        visitor.page.set_viewport_size({"width": width, "height": 900})
        for canvas in (visitor.trails, space.locator("canvas").first):

            def fits(canvas: Locator = canvas) -> bool:
                sides = canvas.evaluate("({width, clientWidth}) => [width, clientWidth]")
                return bool(sides[0] == sides[1] > 250)

            visitor.until(fits)
    visitor.page.set_viewport_size({"width": 1400, "height": 900})


def test_the_saddle_opens_in_space(visitor: Visitor) -> None:
    visitor.choose_scene(SCENES["saddle_point"])
    visitor.until(visitor.page.locator("[data-view=space]").is_visible)
    assert visitor.trails.is_hidden()


def test_the_start_is_dragged_over_the_surface(visitor: Visitor, space: Locator) -> None:
    start = visitor.page.get_by_role("button", name="Start point in space")
    box = start.bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    mouse = visitor.page.mouse
    mouse.move(x, y)
    mouse.down()
    mouse.move(x + 60, y + 45, steps=5)
    visitor.await_frame()
    moved = start.bounding_box()
    assert moved
    assert moved["x"] - box["x"] == pytest.approx(60, abs=1.5)  # it stays under the pointer
    assert moved["y"] - box["y"] == pytest.approx(45, abs=1.5)
    mouse.up()
    field = visitor.field("Start x")
    visitor.until(lambda: field.input_value() != "1")
    done = replace(SCENES["beale"], start=(float(field.input_value()), y_of(visitor))).race()
    visitor.scrub(50)
    visitor.expect(lambda: visitor.losses, legend_losses(done, 50))
    before = field.input_value()
    start.press("ArrowRight")
    visitor.until(lambda: float(field.input_value()) == pytest.approx(float(before) + 0.1))


def y_of(visitor: Visitor) -> float:
    return float(visitor.field("Start y").input_value())
