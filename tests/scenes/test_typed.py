"""Scenes of typed formulas: the seven at their defaults, drawn whatever the formula does."""

import json
import re
from typing import Any

import numpy as np
import pytest
from matplotlib.patches import PathPatch

from optviz.__main__ import main
from optviz.entrants import DEFAULT
from optviz.heightmap import MOST_LEVELS, heightmap
from optviz.optimizers import OPTIMIZERS, SGD, Adam
from optviz.pictures.race.composition import RaceComposition, RaceOptions
from optviz.pictures.race.race_picture import RacePicture
from optviz.pictures.settings import settings_of
from optviz.player.payload import surface_content
from optviz.race import race
from optviz.scenes.typed import typed_scene
from surfaces.formula import formula_surface

BOWL = "x**2 + 3*y**2"


def test_a_typed_scene_is_the_seven_at_their_defaults() -> None:
    scene = typed_scene(BOWL, (-2, 2), (-1, 3), (1.5, 2))
    assert scene.surface == formula_surface(BOWL, (-2, 2), (-1, 3), (1.5, 2))
    assert [each.optimizer for each in scene.entrants] == [kind() for kind in OPTIMIZERS.values()]
    assert {each.origin for each in scene.entrants} == {DEFAULT}
    assert (scene.steps, scene.start, scene.story) == (200, (1.5, 2.0), ())
    assert BOWL in scene.source


def test_it_is_changed_as_any_scene_is() -> None:
    scene = typed_scene(BOWL).changed({"Adam": Adam(lr=0.1)}, (1, 1), 30, 0)
    own = race(formula_surface(BOWL), [Adam(lr=0.1)], (1, 1), 30)
    np.testing.assert_array_equal(scene.race()[0].x, own[0].x)


ODD = ["tan(x)", "log(x)", "1/x", "1/(x*x+y*y)", "exp(-1e9*x*x)", "x**64*1e12", "(x**64)**5"]
ODD += ["exp(exp(x))", "1e-300*x", "abs(x)**0.001", "sqrt(x - 1)", "minimum(x, 0)", "x*1e12"]
ODD += ["3", "1e12 + 1e-9*x", "1e-320*x"]


@pytest.mark.parametrize("formula", ODD)
def test_poles_needles_and_cliffs_can_be_looked_at(formula: str) -> None:
    scene = typed_scene(formula)
    ground = heightmap(scene.surface)
    assert 2 <= len(ground.levels) <= MOST_LEVELS
    assert (np.diff(ground.levels) > 0).all()
    content = surface_content(scene.surface)
    assert np.isfinite([content["low"], content["high"]]).all()
    drawing = RacePicture(RaceComposition.of(scene, RaceOptions(size=(240, 240))))
    drawing.show(10)
    assert drawing.figure.axes


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (("x +",), "a value is missing after `+` at column 3"),
        (("sqrt(-1 - x*x)",), "the formula has no finite value"),
        ((BOWL, (2, 1)), "xlim = (2, 1): give two finite numbers"),
        ((BOWL, None, None, (1,)), "start = (1,): give two finite numbers"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(given: Any, says: str) -> None:
    with pytest.raises(ValueError, match=re.escape(says)) as refused:
        typed_scene(*given)
    assert "\n" not in str(refused.value)


def test_the_command_line_races_a_formula(capsys: pytest.CaptureFixture[str]) -> None:
    given = ["--optimizers", "adam,sgd", "--lr", "adam=0.1", "--steps", "20", "--start", "-1,1"]
    assert main(["race", f"formula: {BOWL}", "--xlim", "-2,2", "--ylim", "-2,2", *given]) == 0
    head, adam, sgd = capsys.readouterr().out.splitlines()
    loss = race(formula_surface(BOWL), [Adam(lr=0.1)], (-1, 1), 20)[0].loss
    assert adam.split()[:2] == ["Adam", f"{loss[0]:.4g}"]
    assert f"{loss[-1]:.4g}" in adam
    assert sgd.startswith("SGD")
    assert "step 20" in head


def test_the_command_line_says_how_a_formula_was_read(capsys: pytest.CaptureFixture[str]) -> None:
    given = ["--xlim", "-2,2", "--ylim", "-2,2", "--optimizers", "sgd", "--steps", "5"]
    assert main(["race", "formula: 3w^2 + |b|", *given]) == 0
    out, said = capsys.readouterr()
    assert said == "the formula is read as 3*w**2 + abs(b)\n"
    assert out.splitlines()[0].endswith("ended at (w, b)")
    assert main(["race", "formula: w^2+b^2", *given]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["formula: x +"], "a value is missing after `+` at column 3"),
        (["formula:"], "the formula is empty"),
        (["formula: x", "--xlim", "1"], "--xlim '1' is not a pair: give two numbers"),
        (["beale", "--ylim", "1,2"], "--ylim is for formulas: Beale's function has its own limits"),
    ],
)
def test_the_command_line_refuses_in_a_line(
    arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["race", *arguments]) == 2
    said = capsys.readouterr().err
    assert said.startswith(f"optviz: {says}")
    assert said.count("\n") == 1


def test_where_the_loss_has_no_value_the_picture_is_hatched() -> None:
    """Half of the plane, and none of it where there is a value everywhere."""
    for formula, expected in (("sqrt(x) + y*y", 0.5), (BOWL, None)):
        scene = typed_scene(formula, (-2, 2), (-2, 2))
        drawing = RacePicture(RaceComposition.of(scene, RaceOptions(chart="none")))
        found = [each for each in drawing.figure.findobj(PathPatch) if each.get_hatch()]
        if expected is None:
            assert not found
            continue
        (patch,) = found
        box = patch.get_path().get_extents()
        assert (box.x0, box.x1) == pytest.approx((-2, 0), abs=0.05)
        assert box.height == pytest.approx(4, abs=0.05)


def test_the_command_line_says_what_is_no_isolated_minimum(
    capsys: pytest.CaptureFixture[str],
) -> None:
    box = ["--xlim", "-2,2", "--ylim", "-2,2", "--optimizers", "sgd", "--steps", "5"]
    assert main(["race", "formula: (x*y - 1)^2", *box]) == 0
    *_, last = capsys.readouterr().out.splitlines()
    assert last.startswith("There are 2 valleys with level floors")


@pytest.mark.parametrize(
    ("formula", "minima", "kinds", "unlisted"),
    [
        ("(x - 1)^2 + y^2", [(1, 0)], [], 0),
        ("(x^2 + y^2 - 1)^2", [], ["valley"], 0),
        ("sin(3000*x)^2 + sin(3000*y)^2 + x^2 + y^2", [(0, 0)], [], None),
    ],
)
def test_a_table_has_the_minima_and_what_is_known_of_others(
    formula: str, minima: list[tuple[float, float]], kinds: list[str], unlisted: int | None
) -> None:
    said = settings_of(race(formula_surface(formula, (-2, 2), (-2, 2)), [SGD()], (1, 1), 3))
    assert json.loads(json.dumps(said)) == said
    np.testing.assert_allclose(np.reshape(said["minima"], (-1, 2)), np.reshape(minima, (-1, 2)))
    assert [each["kind"] for each in said["floors"]] == kinds
    assert said["unlisted_minima"] == unlisted
