"""Tuning: every trial is a race of its own, each optimizer has as many, the best is the best."""

from dataclasses import replace

import numpy as np
import pytest

from optviz.batch import coarse_to_fine
from optviz.entrants import Entrant
from optviz.optimizers import SGD, AdaGrad, Adam
from optviz.race import race
from optviz.scenes import SCENES, Scene
from optviz.studies.tuning import OBJECTIVES, SHARES, Trials, Tuning, tune

FEW = (1e-4, 1e-3, 1e-2, 0.1, 1.0, 10.0)
STEPS = 30
every_scene = pytest.mark.parametrize("scene", SCENES.values(), ids=SCENES.keys())


def threshold_of(scene: Scene) -> float:
    """A loss that some trials reach: a little below that of the start."""
    start = float(scene.surface.loss(*np.array(scene.start)))
    return start - 0.01 * abs(start) - 1e-6


def alone(scene: Scene, trials: Trials, place: int, threshold: float) -> dict[str, float]:
    """What the race with one trial's settings says of each objective, and its last finite step."""
    settings = {name: float(tried[place]) for name, tried in trials.values.items()}
    optimizer = replace(trials.optimizer, **settings)
    run = race(scene.surface, [optimizer], scene.start, STEPS, scene.seed)[0]
    if run.ended is not None:
        return dict.fromkeys(OBJECTIVES, np.inf) | {"last": float(run.last)}
    below = np.flatnonzero(run.loss <= threshold)
    return {
        "final": run.loss[-1],
        # One after the other, as the trials add them: numpy's own sum rounds otherwise.
        "mean": np.add.accumulate(run.loss[1:])[-1] / STEPS,
        "steps": float(below[0]) if len(below) else np.inf,
        "last": float(run.last),
    }


def same(one: Tuning, other: Tuning) -> bool:
    """Whether two tunings have the same trials and scores to the last bit."""
    return all(
        np.array_equal(a.score, b.score)
        and np.array_equal(a.final, b.final)
        and all(np.array_equal(a.values[name], b.values[name]) for name in a.values)
        for a, b in zip(one.trials, other.trials, strict=True)
    )


@every_scene
@pytest.mark.parametrize("objective", OBJECTIVES)
def test_every_trial_is_a_race_to_the_last_bit(scene: Scene, objective: str) -> None:
    limit = threshold_of(scene)
    tuning = tune(scene, objective, limit, STEPS, FEW)
    for trials in tuning.trials:
        for place in range(tuning.budget):
            numbers = alone(scene, trials, place, limit)
            assert trials.score[place] == numbers[objective]
            assert trials.final[place] == numbers["final"]
            assert trials.last[place] == numbers["last"]


def test_two_hyper_parameters_are_races_too() -> None:
    scene = SCENES["beale"]
    tuning = tune(scene, steps=STEPS, rates=FEW, second=(0.0, 0.9))
    for trials in tuning.trials:
        for place in range(tuning.budget):
            assert trials.score[place] == alone(scene, trials, place, -np.inf)["final"]


@every_scene
@pytest.mark.parametrize("second", [(), SHARES])
def test_each_optimizer_has_as_many_trials(scene: Scene, second: tuple[float, ...]) -> None:
    tuning = tune(scene, steps=3, rates=FEW, second=second)
    assert tuning.budget == len(FEW) * max(1, len(second))
    for trials in tuning.trials:
        assert len(trials.score) == len(trials.final) == tuning.budget
        settings = list(zip(*trials.values.values(), strict=True))
        assert len(set(settings)) == tuning.budget, "a trial is spent twice"
        rates = trials.values["lr"]
        np.testing.assert_allclose((rates.min(), rates.max()), (FEW[0], FEW[-1]))


def test_who_has_no_second_hyper_parameter_gets_a_finer_grid() -> None:
    tuning = tune(SCENES["beale"], steps=3, rates=FEW, second=SHARES)
    for trials in tuning.trials:
        alone = isinstance(trials.optimizer, (SGD, AdaGrad))
        assert (len(trials.values) == 1) == alone
        assert (len(np.unique(trials.values["lr"])) == tuning.budget) == alone


@every_scene
def test_the_chosen_settings_give_the_score_in_the_scene(scene: Scene) -> None:
    tuning = tune(scene)
    assert tuning.steps == scene.steps
    for trials, entry in zip(tuning.trials, scene.entrants, strict=True):
        assert trials.chosen is not None
        assert trials.best is not None
        run = race(scene.surface, [trials.chosen], scene.start, scene.steps, scene.seed)[0]
        assert run.loss[-1] == trials.score[trials.best] == trials.score.min()
        assert replace(trials.chosen, lr=0.5) == replace(entry.optimizer, lr=0.5)  # type: ignore[call-arg]


def test_tuning_twice_gives_the_same() -> None:
    scene = SCENES["noisy_moons"]
    assert same(tune(scene, steps=STEPS, rates=FEW), tune(scene, steps=STEPS, rates=FEW))
    other = tune(replace(scene, seed=scene.seed + 1), steps=STEPS, rates=FEW)
    assert not same(tune(scene, steps=STEPS, rates=FEW), other)


def test_who_else_is_tuned_makes_no_difference() -> None:
    scene = SCENES["beale"]
    together = tune(scene, steps=STEPS, rates=FEW)
    for entry, trials in zip(scene.entrants, together.trials, strict=True):
        single = tune(replace(scene, entrants=(entry,)), steps=STEPS, rates=FEW)
        np.testing.assert_array_equal(single.trials[0].score, trials.score)


def test_divergence_counts_as_infinite_even_after_success() -> None:
    # At the higher rate SGD leaps over the saddle's valley farther and farther until it overflows;
    # the start itself is below the threshold.
    scene = SCENES["saddle_point"]
    sgd = replace(scene, entrants=(scene.entrants[0],))
    (trials,) = tune(sgd, "steps", 1e6, 2_000, (0.01, 100.0)).trials
    assert trials.score[0] == 0
    assert trials.score[1] == trials.final[1] == np.inf
    assert trials.last[1] < 2_000


def test_nothing_is_chosen_where_no_trial_arrives() -> None:
    (trials, *_) = tune(SCENES["beale"], "steps", -1.0, STEPS, FEW).trials
    assert trials.best is None
    assert trials.chosen is None
    assert not trials.at_edge


def test_ties_go_to_the_lower_final_loss_then_to_the_first() -> None:
    def best(score: list[float], final: list[float]) -> int | None:
        rates = np.arange(1.0, 1.0 + len(score))
        last = np.zeros(len(score), dtype=np.intp)
        return Trials(
            Entrant("Adam", Adam()), {"lr": rates}, np.array(score), np.array(final), last
        ).best

    assert best([3, 2, 2], [0, 5, 4]) == 2
    assert best([2, 2, 2], [4, 4, 4]) == 0
    assert best([np.inf, 7, np.inf], [np.inf, 1, 0]) == 1
    assert best([np.inf, np.inf], [1, 0]) is None


def test_the_edge_of_the_grid_is_told() -> None:
    scene = SCENES["beale"]
    assert tune(scene, rates=(1e-8, 1e-7)).trials[0].at_edge
    assert not tune(scene).trials[0].at_edge


def test_impossible_requests_say_what_is_possible() -> None:
    scene = SCENES["beale"]
    with pytest.raises(ValueError, match="there are final, mean, steps"):
        tune(scene, "speed")
    with pytest.raises(ValueError, match="the loss to be reached"):
        tune(scene, "steps")
    with pytest.raises(ValueError, match="a whole number from 1"):
        tune(scene, steps=0)
    for rates in ((), (0.1,), (0.1, 0.1), (0.0, 1.0), (1.0, np.inf), ((1.0, 2.0),)):
        with pytest.raises(ValueError, match="ascending"):
            tune(scene, rates=rates)
    with pytest.raises(ValueError, match="from 0 to below 1"):
        tune(scene, second=(0.9, 1.0))


@pytest.mark.parametrize("shape", [(1,), (7,), (65,), (1, 9), (20, 13)])
def test_a_grid_is_covered_once_coarse_first(shape: tuple[int, ...]) -> None:
    blocks = list(coarse_to_fine(shape, (8, 2, 1), 10))
    cells = np.concatenate([cells for cells, _ in blocks])
    assert sorted(cells) == list(range(int(np.prod(shape))))
    assert max(len(cells) for cells, _ in blocks) <= 10
    assert [stride for _, stride in blocks] == sorted((s for _, s in blocks), reverse=True)
    known = np.zeros(shape, dtype=bool)
    for cells, stride in blocks:
        known.ravel()[cells] = True
        assert known[tuple(slice(None, None, stride) for _ in shape)].all()
    assert blocks[-1][1] == 1 or max(shape) == 1
