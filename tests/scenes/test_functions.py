"""The scenes of well-known functions: their rates are the best of those tried on their races."""

from dataclasses import replace

import numpy as np
import pytest

from optviz.entrants import ELSEWHERE, TUNED
from optviz.optimizers import OPTIMIZERS
from optviz.scenes import SCENES, Scene
from optviz.scenes.catalog import CATALOG
from optviz.scenes.functions import FUNCTIONS
from optviz.studies.tuning import tune
from surfaces import SURFACES
from surfaces.ill_conditioned import ill_conditioned
from tests.support.optimizers import built

TUNED_ONES = {key: each for key, each in FUNCTIONS.items() if key != "monkey_saddle"}


@pytest.mark.parametrize("scene", TUNED_ONES.values(), ids=TUNED_ONES.keys())
def test_every_rate_is_the_best_of_those_tried(scene: Scene) -> None:
    """Of the same grid, to a millionth; no smaller rate is as good.

    Runs that leap about are no measure: where they end is decided by the last digit of an
    exponential, in which processors differ, as it is by that of the start.
    """
    found = tune(scene, objective="final")
    x, y = scene.start
    beside = [tune(replace(scene, start=(x + way * np.spacing(x), y)), "final") for way in (1, -3)]
    assert len(found.trials) == len(scene.entrants)
    for i, (entry, trials) in enumerate(zip(scene.entrants, found.trials, strict=True)):
        near = np.array([each.trials[i].score for each in beside])
        with np.errstate(invalid="ignore"):  # inf - inf
            leaps = ~(
                np.abs(near - trials.score).max(axis=0) <= 1e-6 * np.abs(trials.score) + 1e-12
            )
        rate = entry.optimizer.settings()["lr"]
        place = int(np.argmin(np.abs(np.log(trials.values["lr"] / rate))))
        assert trials.values["lr"][place] == pytest.approx(rate, rel=1e-12)
        counts = ~leaps
        counts[place] = True
        best = float(trials.score[counts].min())
        good = counts & (trials.score <= best + max(1e-12, 1e-6 * abs(best)))
        assert good[place], f"{entry.optimizer}: {trials.score[place]} is not {best}"
        assert not good[:place].any(), f"{entry.optimizer}: a smaller rate is as good"


@pytest.mark.parametrize("scene", TUNED_ONES.values(), ids=TUNED_ONES.keys())
def test_nothing_but_the_rate_is_tuned(scene: Scene) -> None:
    assert [type(each.optimizer) for each in scene.entrants] == list(OPTIMIZERS.values())
    for entry in scene.entrants:
        own, default = entry.optimizer.settings(), type(entry.optimizer)().settings()
        assert own | {"lr": 0} == default | {"lr": 0}
        assert entry.origin == TUNED
    assert scene.start == scene.surface.start


def test_the_monkey_saddle_has_no_best_rate() -> None:
    """Larger rates end lower and lower, so its rates are chosen by hand and say so."""
    scene = FUNCTIONS["monkey_saddle"]
    assert TUNED not in {each.origin for each in scene.entrants}
    assert min(float(trials.final.min()) for trials in tune(scene).trials) < -1e6


@pytest.mark.parametrize("key", FUNCTIONS)
def test_a_function_is_none_of_radfords(key: str) -> None:
    assert key not in SCENES
    assert CATALOG[key] is FUNCTIONS[key]
    assert CATALOG[key].surface is SURFACES[key]
    assert 60 <= FUNCTIONS[key].steps <= 300


def test_a_changed_condition_changes_the_surface_alone() -> None:
    scene = FUNCTIONS["ill_conditioned"]
    settings = {
        type(each.optimizer).__name__.lower(): each.optimizer.settings() for each in scene.entrants
    }
    own = built(scene, settings)
    same = scene.changed(own, scene.start, scene.steps, scene.seed, parameter=100.0)
    assert same == scene
    other = scene.changed(own, scene.start, scene.steps, scene.seed, parameter=7)
    assert other.surface == ill_conditioned(7)
    assert other.conditions.optimizers == scene.conditions.optimizers
    with pytest.raises(ValueError, match=r"condition = 0.5: give a number from 1 to 10,000"):
        scene.changed(own, scene.start, scene.steps, scene.seed, parameter=0.5)


def test_what_was_tuned_says_so_only_of_its_own_race() -> None:
    scene = FUNCTIONS["himmelblau"]
    own = {
        type(each.optimizer).__name__.lower(): each.optimizer.settings() for each in scene.entrants
    }
    same = scene.changed(built(scene, own), scene.start, scene.steps, scene.seed)
    assert {each.origin for each in same.entrants} == {TUNED}
    for start, steps in (((0.0, 1.0), scene.steps), (scene.start, scene.steps + 1)):
        other = scene.changed(built(scene, own), start, steps, scene.seed)
        assert {each.origin for each in other.entrants} == {ELSEWHERE}
