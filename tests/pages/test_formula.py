"""The visitor's own loss in the app, without a browser."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from optviz.app.script import SCRIPT as APP
from optviz.pages.form import EXAMPLE
from optviz.scenes.typed import typed_scene
from optviz.studies.tuning import tuned
from tests.support.messages import sent
from tests.support.patience import PATIENCE


@pytest.fixture
def app() -> Iterator[AppTest]:
    app = AppTest.from_file(str(APP), default_timeout=PATIENCE)
    app.session_state["scene"] = "formula"
    app.run()
    yield app
    assert not app.exception


def write(app: AppTest, text: str) -> None:
    app.text_input[0].set_value(text).run()


def shown(app: AppTest) -> dict[str, Any]:
    content: dict[str, Any] = sent(app)["race"]
    return content


def warnings(app: AppTest) -> str:
    return " ".join(each.value.replace("\\", "") for each in app.warning)


def test_the_example_is_typeset_and_raced_on_with_tuned_settings(app: AppTest) -> None:
    assert app.text_input[0].value == EXAMPLE
    assert r"\left(1 - x\right)^{2}" in app.latex[0].value
    race = tuned(typed_scene(EXAMPLE)).race()
    for run, expected in zip(shown(app)["runs"], race, strict=True):
        np.testing.assert_array_equal(run["loss"], expected.loss)
    np.testing.assert_allclose(sent(app)["surface"]["minima"], [[1, 1]], atol=1e-6)


def test_another_formula_brings_its_own_domain_and_start(app: AppTest) -> None:
    write(app, "(x - 30)**2 + (y + 20)**2")
    surface = sent(app)["surface"]
    assert surface["xlim"][0] < 30 < surface["xlim"][1]
    assert surface["ylim"][0] < -20 < surface["ylim"][1]
    expected = typed_scene("(x - 30)**2 + (y + 20)**2").start
    np.testing.assert_array_equal(shown(app)["start"], expected)


def test_what_is_typed_is_typeset_as_it_was_read_and_names_the_axes(app: AppTest) -> None:
    write(app, "\u00bd(w - 1)\u00b2 + 3w b")
    assert r"L(w, b) = \frac{1}{2} \left(w - 1\right)^{2} + 3 w b" in app.latex[0].value
    assert sent(app)["surface"]["axes"] == ["w", "b"]
    labels = [each.label for each in app.text_input]
    assert {"Start w", "Start b", "w from", "w to", "b from", "b to"} <= {*labels}
    write(app, "1/2x")
    assert "write 1/(2*x) or (1/2)*x" in warnings(app)
    assert "L(w, b)" in app.latex[0].value  # the race that stays


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("x**2 + y + z", 12),
        ("x +", 3),
        ("", 1),
        ("__import__('os')", 1),
        ("x = 3", 1),
        ("1" * 500, 401),
    ],
)
def test_a_mistake_is_named_with_its_place_and_the_race_stays(
    app: AppTest, text: str, column: int
) -> None:
    before = sent(app)
    write(app, text)
    assert f"column {column}" in warnings(app)
    assert "stays as it was" in warnings(app)
    if text:
        assert app.code[0].value.endswith("\n" + " " * (column - 1) + "^")
    np.testing.assert_equal(sent(app), before)
    write(app, "x**2 + y**2")
    assert not app.warning


def test_other_limits_are_kept_until_another_formula_comes(app: AppTest) -> None:
    limits = {each.label: each for each in app.text_input}
    limits["x to"].set_value("7").run()
    assert sent(app)["surface"]["xlim"][1] == 7
    write(app, "x**2 + y**2")
    assert sent(app)["surface"]["xlim"][1] != 7


@pytest.mark.parametrize(("value", "sentence"), [("-9", "two finite numbers"), ("", "missing")])
def test_impossible_limits_are_a_sentence(app: AppTest, value: str, sentence: str) -> None:
    limits = {each.label: each for each in app.text_input}
    limits["x to"].set_value(value).run()
    assert sentence in warnings(app)


def test_it_is_swept_and_mapped_like_any_scene(app: AppTest) -> None:
    for room, kind in (("Sweep", "rates"), ("Basins", "basins")):
        app.session_state["page"] = room.lower()
        app.run()
        shown = sent(app)
        assert shown["kind"] == kind
        assert shown["live"]["setup"]["engine"]["programs"]


def test_a_valley_is_said_to_be_one(app: AppTest) -> None:
    assert "One minimum is found: 0 at (1, 1)" in captions(app)
    write(app, "(x*y - 1)^2")
    assert "There are 2 valleys with level floors, the lowest at 0" in captions(app)
    surface = sent(app)["surface"]
    assert (len(surface["minima"]), surface["lowest"]) == (0, 0)
    places = surface["valleys"][np.isfinite(surface["valleys"][:, 0])]
    np.testing.assert_allclose(places.prod(axis=1), 1, atol=1e-6)
    assert all(run["distance"] is None for run in shown(app)["runs"])


def captions(app: AppTest) -> str:
    return " ".join(each.value.replace("\\", "") for each in app.caption)


def test_a_letter_has_a_slider_that_changes_the_formula_and_nothing_else(app: AppTest) -> None:
    write(app, "a*x^2 + b*y^2; b = 3")
    sliders = {each.label: each.value for each in app.slider}
    assert sliders == {"a": 1.0, "b": 3.0}
    x = next(each for each in app.text_input if each.label == "Start x")
    x.set_value("0.25").run()
    before = shown(app)
    app.slider[0].set_value(2.5).run()
    assert app.text_input[0].value == "a*x^2 + b*y^2; a = 2.5, b = 3"
    after = shown(app)
    assert after["start"][0] == before["start"][0] == 0.25
    assert after["family"] == before["family"]
    np.testing.assert_allclose(after["runs"][0]["loss"][0] - before["runs"][0]["loss"][0], 1.5 / 16)


def test_a_letter_without_a_value_leaves_the_race_as_it_was(app: AppTest) -> None:
    write(app, "sqrt(a)*x^2 + y^2")
    before = shown(app)
    app.slider[0].set_value(-1.0).run()
    assert "no finite number" in warnings(app)
    assert app.slider[0].value == 1.0
    np.testing.assert_equal(shown(app)["runs"], before["runs"])
