"""The inspector shows Python's numbers, the glyphs and slow motion show the step they belong to."""

import random

import numpy as np
import pytest

from optviz.optimizers import OPTIMIZERS
from optviz.race import Trajectory
from optviz.scenes import SCENES
from tests.browser.visitor import Visitor, number

RACE = SCENES["beale"].race()
RUNS = {type(run.optimizer).__name__: run for run in RACE}
DRAWS = random.Random(7)
PAIRS = [(kind.__name__, DRAWS.randrange(198)) for kind in OPTIMIZERS.values()] + [
    (DRAWS.choice(list(RUNS)), DRAWS.randrange(198)) for _ in range(5)
]


def inspect(visitor: Visitor, name: str) -> None:
    if not visitor.page.locator(".inspector").is_visible():
        visitor.press("Inspector")
    visitor.page.get_by_label("Inspected optimizer", exact=True).select_option(name)


def shown(visitor: Visitor, quantity: str, axis: int) -> float:
    cell = visitor.page.locator(f"td[data-quantity={quantity}][data-axis='{axis}']")
    return number(cell.locator("mn").last.text_content() or "")


def expected(run: Trajectory, quantity: str, step: int, axis: int) -> float:
    if quantity == "g":
        return float(run.grad[step, axis])
    if quantity == "update":
        return float(run.x[step + 1, axis] - run.x[step, axis])
    history = run.x if quantity == "x" else run.state[quantity]
    return float(history[step + 1, axis])


def test_its_numbers_are_those_of_the_race(visitor: Visitor) -> None:
    visitor.pause()
    for name, step in PAIRS:
        inspect(visitor, name)
        visitor.scrub(step)
        for quantity in ("g", *RUNS[name].state, "x", "update"):
            for axis in (0, 1):
                wanted = expected(RUNS[name], quantity, step, axis)
                seen = shown(visitor, quantity, axis)
                assert seen == pytest.approx(wanted, rel=1e-4), (name, step, quantity, axis)


def test_stepping_moves_it(visitor: Visitor) -> None:
    visitor.pause()
    inspect(visitor, "Adam")
    visitor.scrub(10)
    before = shown(visitor, "x", 0)
    visitor.press("Step forward")
    visitor.until(lambda: shown(visitor, "x", 0) != before)
    assert shown(visitor, "x", 0) == pytest.approx(RUNS["Adam"].x[12, 0], rel=1e-4)


def test_two_optimizers_stand_side_by_side(visitor: Visitor) -> None:
    inspect(visitor, "Adam")
    visitor.page.get_by_label("Second inspected optimizer").select_option("RMSProp")
    assert visitor.page.locator(".rule").count() == 2
    assert "Tieleman" in visitor.page.locator(".rule").nth(1).inner_text()


@pytest.mark.parametrize(
    "glyph",
    ["gradient, downhill", "velocity or m", "step size per axis", "look-ahead point", "curvature"],
)
def test_glyphs_can_be_switched(visitor: Visitor, glyph: str) -> None:
    visitor.pause()
    visitor.scrub(5)
    before = visitor.picture
    visitor.press(glyph)
    visitor.until(lambda: visitor.picture != before)
    visitor.press(glyph)
    visitor.until(lambda: visitor.picture == before)


@pytest.mark.parametrize(("name", "parts"), [("SGD", 3), ("NAG", 5), ("Adam", 10)])
def test_slow_motion_plays_one_step_in_the_rules_own_parts(
    visitor: Visitor, name: str, parts: int
) -> None:
    visitor.pause()
    visitor.scrub(7)
    inspect(visitor, name)
    visitor.press("Slow motion")
    visitor.until(visitor.page.locator(".caption").is_visible)
    sentences: list[str] = []

    def ended() -> bool:
        caption = visitor.page.locator(".caption")
        said = caption.inner_text() if caption.is_visible() else ""
        if said and said not in sentences:
            sentences.append(said)
        return not said

    visitor.until(ended)
    assert len(sentences) == parts
    assert visitor.step == 8
    assert visitor.can("Play")


def test_slow_motion_is_stopped_and_stepped_from_part_to_part(visitor: Visitor) -> None:
    caption = visitor.page.locator(".caption")
    visitor.pause()
    visitor.scrub(7)
    inspect(visitor, "Adam")
    visitor.press("Slow motion")
    visitor.press("Pause")
    visitor.until(lambda: visitor.can("Play"))
    for _ in range(10):
        visitor.player.press("ArrowLeft")
    visitor.expect(caption.inner_text, "1 / 10 Adam: The gradient g is measured at x.")
    visitor.press("Part forward")
    visitor.until(lambda: caption.inner_text().startswith("2 / 10 Adam: "))
    for _ in range(9):
        visitor.player.press("ArrowRight")  # to the first part of the next update
    visitor.expect(caption.inner_text, "1 / 10 Adam: The gradient g is measured at x.")
    visitor.expect(lambda: visitor.step, 8)
    visitor.player.press(" ")
    visitor.until(caption.is_hidden)
    visitor.expect(lambda: visitor.step, 9)


def test_hovering_the_chart_reads_values_and_a_click_moves_the_cursor(visitor: Visitor) -> None:
    visitor.pause()
    box = visitor.page.locator(".curves canvas").bounding_box()
    assert box is not None
    visitor.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 30)
    reading = visitor.page.locator(".reading")
    visitor.until(reading.is_visible)
    step = int(reading.locator("b").inner_text().split()[1])
    adam = reading.locator("span", has_text="Adam").locator("i").inner_text()
    assert number(adam) == pytest.approx(RUNS["Adam"].loss[step], rel=1e-2)
    visitor.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + 30)
    visitor.expect(lambda: visitor.step, step)


def test_charts_are_chosen_by_tabs(visitor: Visitor) -> None:
    chart = visitor.page.locator(".curves canvas")
    pictures = set()
    for tab in ("Loss, log", "Loss", "Distance", "Gradient", "Sharpness", "Step x", "Step y"):
        visitor.press(tab)
        visitor.page.wait_for_timeout(100)
        pictures.add(chart.evaluate("canvas => canvas.toDataURL()"))
    assert len(pictures) == 7


def test_the_samples_show_the_minibatch_and_the_lines(visitor: Visitor) -> None:
    visitor.choose_scene(SCENES["noisy_moons"])
    visitor.press("Samples")
    lines = visitor.page.locator("[data-view=samples] canvas").last
    seen = {lines.evaluate("canvas => canvas.toDataURL()")}
    for step in (0, 30, 60):
        visitor.scrub(step)
        visitor.page.wait_for_timeout(60)
        seen.add(lines.evaluate("canvas => canvas.toDataURL()"))
    assert len(seen) >= 3


def test_the_race_is_told_in_words(visitor: Visitor) -> None:
    said = visitor.page.locator("p.summary").inner_text()
    distance = np.hypot(*(RUNS["Adam"].x - [3, 0.5]).T)
    assert f"at step {distance.argmin()}" in said.split("Adam")[1]


def test_curvature_follows_a_learning_rate(visitor: Visitor) -> None:
    """By the sentence in the inspector, against the limit in the chart's reading."""
    visitor.pause()
    inspect(visitor, "SGD")
    visitor.scrub(40)
    said = visitor.page.locator(".inspector .curvature")
    visitor.until(lambda: " < 2 / lr = 2000: " in said.inner_text())
    visitor.player.get_by_role("button", name="Sharpness").click()
    field = visitor.player.get_by_role("spinbutton", name="SGD: lr", exact=True)
    field.press("Enter")
    field.locator("input").fill("0.002")
    field.locator("input").press("Enter")
    visitor.until(lambda: "= 1000: " in said.inner_text())
    visitor.page.locator(".curves canvas").hover(position={"x": 60, "y": 60})
    reading = visitor.page.locator(".curves .reading span", has_text="SGD")
    visitor.until(lambda: reading.inner_text().endswith(" < 1000"))
