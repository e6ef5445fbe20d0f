"""RaceSpec: one value says what is raced, and is checked where it is made."""

from typing import Any

import pytest

from optviz.entrants import DEFAULT, SAME, TUNED, YOURS
from optviz.optimizers import SGD, Adam
from optviz.scenes import SCENES
from optviz.scenes.catalog import CATALOG
from optviz.scenes.typed import typed_scene
from optviz.spec import race_spec
from optviz.spec.race_spec import EntrantSpec, Formula, Preset, RaceSpec, own_entrants
from optviz.studies.tuning import tuned


@pytest.mark.parametrize("key", CATALOG)
def test_a_scene_alone_is_its_own_race(key: str) -> None:
    assert RaceSpec(key).race_scene() == CATALOG[key]


def test_what_is_said_is_raced() -> None:
    spec = RaceSpec(
        "noisy_moons",
        batch=20,
        entrants=(EntrantSpec("adam", "Adam", (("lr", 0.1),)), EntrantSpec("sgd", "SGD")),
        start=(1.0, 1.0),
        steps=9,
        seed=4,
    )
    scene = spec.race_scene()
    own = {each.name: each for each in SCENES["noisy_moons"].entrants}
    assert scene.conditions[2:] == ((1.0, 1.0), 9, 4)
    assert scene.surface.minibatches
    assert scene.surface.minibatches.size == 20
    assert [each.name for each in scene.entrants] == ["Adam", "SGD"]
    assert scene.entrants[0].optimizer == Adam(lr=0.1)
    assert scene.entrants[0].origin == YOURS
    assert scene.entrants[1] == own["SGD"]


def test_the_same_rule_races_several_times() -> None:
    slow, fast = (("lr", 1e-4),), (("lr", 1e-2),)
    spec = RaceSpec(entrants=(EntrantSpec("sgd", "slow", slow), EntrantSpec("sgd", "fast", fast)))
    assert [run.entrant.optimizer for run in spec.race_scene().race()] == [SGD(1e-4), SGD(1e-2)]
    assert [run.name for run in spec.race_scene().race()] == ["slow", "fast"]


def test_presets() -> None:
    rate = RaceSpec(preset=Preset("rate", rate=0.02)).race_scene()
    assert {each.origin for each in rate.entrants} == {SAME}
    defaults = RaceSpec(preset=Preset("defaults")).race_scene()
    assert {each.origin for each in defaults.entrants} == {DEFAULT}
    newcomer = RaceSpec(
        preset=Preset("rate", rate=0.02), entrants=(EntrantSpec("nadam", "Nadam"),)
    ).race_scene()
    assert newcomer.entrants[0].optimizer.settings()["lr"] == 0.02


def test_tuned_settings_leave_those_that_are_said() -> None:
    scene = SCENES["beale"]
    said = (EntrantSpec("adam", "Adam", (("lr", 0.123),)), EntrantSpec("sgd", "SGD"))
    spec = RaceSpec(preset=Preset("tuned"), entrants=said)
    adam, sgd = spec.race_scene().entrants
    assert (adam.optimizer.settings()["lr"], adam.origin) == (0.123, YOURS)
    best = {each.name: each for each in tuned(scene).entrants}
    assert (sgd.optimizer, sgd.origin) == (best["SGD"].optimizer, TUNED)


def test_a_formula_may_have_limits_for_one_axis_only() -> None:
    text = "x**2+3*y**2+sin(3*x)"
    surface = RaceSpec(formula=Formula(text, x=(-2.0, 2.0))).own_scene().surface
    assert surface.xlim == (-2, 2)
    assert surface.ylim == RaceSpec(formula=Formula(text)).own_scene().surface.ylim


def test_a_formulas_minima_are_looked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def counting(*arguments: Any) -> Any:
        asked.append(arguments)
        return typed_scene(*arguments)

    monkeypatch.setattr(race_spec, "typed_scene", counting)
    formula = Formula("x**2 + 7.125*y**2", y=(-3.0, 1.0))
    for start in (None, (0.5, 0.5)):
        RaceSpec(formula=formula, start=start).race_scene()
    assert len(asked) == 1


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"scene": "nowhere"}, "no scene"),
        ({"steps": 0}, "steps = 0"),
        ({"seed": -1}, "seed = -1"),
        ({"start": (1e300, 0.0)}, "too far out"),
        ({"batch": 5}, "no minibatches"),
        ({"parameter": 5.0}, "no parameter"),
        ({"preset": Preset("best")}, "no settings 'best'"),
        ({"preset": Preset("rate")}, "learning rate for all is missing"),
        ({"preset": Preset("tuned", objective="worst")}, "objective"),
        ({"preset": Preset("tuned", objective="steps")}, "threshold"),
        ({"entrants": ()}, "choose at least one"),
        ({"entrants": (EntrantSpec("adm", "A"),)}, "no optimizer 'adm'"),
        ({"entrants": (EntrantSpec("adam", ""),)}, "no name"),
        ({"entrants": (EntrantSpec("adam", "A"), EntrantSpec("sgd", "A"))}, "called 'A'"),
        (
            {"entrants": (EntrantSpec("adam", "A", (("mu", 0.5),)),)},
            "no hyper-parameter of adam 'mu'",
        ),
        ({"entrants": (EntrantSpec("adam", "A", (("lr", -1.0),)),)}, "lr = -1.0"),
        ({"formula": Formula("x**")}, "a value is missing"),
    ],
    ids=str,
)
def test_what_cannot_be_raced_is_refused_where_it_is_made(wrong: dict[str, Any], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        RaceSpec(**wrong)


def test_differences_leave_out_what_is_the_scenes_own() -> None:
    own = SCENES["beale"]
    spelled = RaceSpec(
        "beale", entrants=own_entrants(own), start=own.start, steps=own.steps, seed=own.seed
    )
    assert spelled.differences() == RaceSpec("beale")
    changed = RaceSpec("beale", steps=own.steps + 1)
    assert changed.differences() == changed
