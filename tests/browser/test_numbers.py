"""The race's own numbers above the legend: dragged, stepped, typed; the race follows."""

from dataclasses import replace

import pytest
from playwright.sync_api import Locator

from optviz.scenes import Scene
from optviz.scenes.catalog import CATALOG
from tests.browser.visitor import Visitor, legend_losses

ASKED = "performance.getEntriesByName('optviz: asked').length"


def scrub(visitor: Visitor, name: str) -> Locator:
    return visitor.player.get_by_role("spinbutton", name=name, exact=True)


def open_scene(visitor: Visitor, key: str) -> Scene:
    Visitor(visitor.page, f"{visitor.page.url.partition('?')[0]}?scene={key}").pause()
    return CATALOG[key]


def drag(visitor: Visitor, name: str, by: float) -> int:
    """Drag a number; while it is held, the server has not been asked."""
    field, mouse = scrub(visitor, name), visitor.page.mouse
    before, asked = field.inner_text(), visitor.page.evaluate(ASKED)
    box = field.bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    mouse.move(x, y)
    mouse.down()
    mouse.move(x + by / 2, y)
    mouse.move(x + by, y)
    visitor.until(lambda: field.inner_text() != before)
    assert visitor.page.evaluate(ASKED) == asked
    visitor.screenshot(f"numbers-{name.split(maxsplit=1)[0].lower()}")
    mouse.up()
    visitor.expect(lambda: visitor.page.evaluate(ASKED), asked + 1)
    return int(field.inner_text())


def expect_race(visitor: Visitor, scene: Scene) -> None:
    """The legend has the losses of Python's race."""
    visitor.scrub(scene.steps)
    losses = legend_losses(scene.race(), scene.steps)
    expected = {name: pytest.approx(loss, rel=2e-3) for name, loss in losses.items()}
    visitor.until(lambda: visitor.losses == expected)


def test_minibatches_and_steps_are_dragged_and_stepped(visitor: Visitor) -> None:
    scene = open_scene(visitor, "noisy_moons")
    changed = []
    for name, by, key, then, label in (
        ("Seed of the minibatches", 40, "ArrowUp", 1, "Seed"),
        ("Minibatch size", 30, "PageUp", 10, "Minibatch size"),
        ("Steps", -20, "Shift+ArrowDown", -1, "Steps"),
    ):
        value = drag(visitor, name, by) + then
        scrub(visitor, name).press(key)
        visitor.expect(visitor.field(label).input_value, str(value))
        changed.append(value)
    seed, size, steps = changed
    assert (seed, size) == (5, 20)
    assert scene.surface.minibatches
    part = replace(scene.surface.minibatches, size=size)
    surface = replace(scene.surface, minibatches=part)
    expect_race(visitor, replace(scene, surface=surface, seed=seed, steps=steps))
    visitor.until(lambda: f"steps={steps}&seed=5&batch=20" in visitor.page.url)


def test_a_condition_moves_the_ground_and_only_what_is_possible_is_taken(visitor: Visitor) -> None:
    scene = open_scene(visitor, "ill_conditioned")
    ground, surface = visitor.picture, visitor.player.locator(".summary")
    condition = drag(visitor, "condition", -100)
    assert condition == 10
    visitor.until(lambda: visitor.picture != ground)
    visitor.until(lambda: "of condition 10, " in surface.inner_text())
    field = scrub(visitor, "condition")
    for key, value in (("ArrowUp", "11.2"), ("Shift+ArrowDown", "11.1")):
        field.press(key)
        visitor.expect(field.inner_text, value)
    assert [field.get_attribute(f"aria-value{end}") for end in ("min", "max")] == ["1", "10000"]
    field.press("Enter")
    typed = field.locator("input")
    for text, refused in (("20000", True), ("0,5", True), ("12,5", False)):
        typed.fill(text)
        typed.press("Enter")
        assert typed.count() == refused
    visitor.expect(field.inner_text, "12.5")
    assert scene.surface.parameter
    expect_race(visitor, replace(scene, surface=scene.surface.parameter.surface(12.5)))
    visitor.expect(visitor.field("Condition").input_value, "12.5")
    visitor.until(lambda: "parameter=12.5" in visitor.page.url)
