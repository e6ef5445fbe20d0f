"""The scenes: they run, their stories are true, and changed settings say whose they are.

Each sentence of a story is measured again. The measured numbers are written as the sentence
writes them, so neither can change without the other; a sentence may have no other digits.
"""

import re
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from optviz.optimizers import SGD, Adam, Array
from optviz.race import Trajectory
from optviz.scenes import ADDED, ORIGINS, RECOVERED, SCENES, YOURS, Scene

Runs = dict[str, Trajectory]
SEEDS = range(20)

every_scene = pytest.mark.parametrize("scene", SCENES.values(), ids=SCENES.keys())


def runs_of(scene: Scene) -> Runs:
    return {type(run.optimizer).__name__: run for run in scene.race()}


@every_scene
def test_a_scene_runs_and_nobody_diverges(scene: Scene) -> None:
    runs = scene.race()
    assert [run.diverged for run in runs] == [None] * len(scene.entries)
    assert (runs.steps, runs.seed, runs.surface) == (scene.steps, scene.seed, scene.surface)
    assert tuple(runs.start) == scene.start
    assert [run.optimizer for run in runs] == [entry.optimizer for entry in scene.entries]


@every_scene
def test_every_entry_says_where_its_settings_come_from(scene: Scene) -> None:
    assert {entry.origin for entry in scene.entries} <= ORIGINS.keys() - {YOURS}
    assert [entry.origin for entry in scene.entries if isinstance(entry.optimizer, Adam)] == [ADDED]


# Measures.


def distances(run: Trajectory, scene: Scene) -> Array:
    """From the minimum, at every step."""
    return np.asarray(np.linalg.norm(run.x - scene.surface.minima[0], axis=-1))


def first_step(run: Trajectory) -> float:
    return float(np.linalg.norm(run.x[1] - run.x[0]))


def falls(run: Trajectory, since: int = 0) -> bool:
    """Whether every step lowers the loss."""
    return bool((np.diff(run.loss[since:]) < 0).all())


def leaves(run: Trajectory, axis: int) -> int:
    """The first step that is more than one unit from zero along an axis."""
    return int(np.argmax(np.abs(run.x[:, axis]) > 1))


def swings(values: Array) -> int:
    """How often the sign changes."""
    return int(np.count_nonzero(np.diff(np.sign(values))))


def turning(run: Trajectory) -> float:
    """Mean angle between a step and the next, in degrees."""
    steps = np.diff(run.x, axis=0)
    steps /= np.linalg.norm(steps, axis=-1, keepdims=True)
    cosines = np.sum(steps[1:] * steps[:-1], axis=-1)
    return float(np.degrees(np.arccos(np.clip(cosines, -1, 1))).mean())


def overshoot(run: Trajectory, scene: Scene) -> float:
    """How far it gets beyond the minimum, seen along the way there, as a share of that way."""
    way = np.array(scene.surface.minima[0]) - run.x[0]
    return float(((run.x - run.x[0]) @ way / (way @ way)).max() - 1)


def percent(share: float) -> str:
    return f"{100 * share:.0f} %"


def median(measure: Callable[[Trajectory], float], scene: Scene) -> dict[str, float]:
    """Over 20 orders of the minibatches, for each optimizer."""
    races = [runs_of(replace(scene, seed=seed)) for seed in SEEDS]
    return {name: float(np.median([measure(runs[name]) for runs in races])) for name in races[0]}


# Stories: for every sentence a check that measures and returns how the sentence must put it.

Check = Callable[[Scene, Runs], list[str]]


def steep_wall(scene: Scene, runs: Runs) -> list[str]:
    away = distances(runs["Momentum"], scene)
    for name in ("Momentum", "NAG"):
        loss = runs[name].loss
        lowest = int(loss[:20].argmin())  # the valley's floor, on the way through
        assert loss[lowest] < loss[0] / 5
        assert loss[lowest : lowest + 15].max() > loss[lowest]
        assert distances(runs[name], scene).max() > away[0]
    return [
        f"Momentum gets as far as {away.max():.1f} from the minimum",
        f"it started {away[0]:.1f} away",
    ]


def first_leaps(scene: Scene, runs: Runs) -> list[str]:
    steps = {name: first_step(run) for name, run in runs.items()}
    assert f"{steps['RMSProp']:.1f}" == f"{steps['Adam']:.1f}"
    return [
        f"SGD's first step is {steps['SGD']:.2f} long",
        f"AdaGrad and AdaDelta leap by {steps['AdaGrad']:.1f} and {steps['AdaDelta']:.1f}",
        f"RMSProp and Adam by {steps['Adam']:.1f}",
    ]


def steady_fall(scene: Scene, runs: Runs) -> list[str]:
    steady = [name for name, run in runs.items() if falls(run, since=1)]
    assert steady == ["SGD", "AdaGrad", "AdaDelta"]
    return ["AdaGrad and AdaDelta lower the loss at every single step, as SGD does"]


def ends(scene: Scene, runs: Runs) -> list[str]:
    away = {name: distances(run, scene) for name, run in runs.items()}
    assert away["Adam"].max() < away["Momentum"].max()
    assert away["Adam"][-1] < away["Momentum"][-1]
    return [f"SGD is still {away['SGD'][-1]:.1f} away"]


def across_the_valley(scene: Scene, runs: Runs) -> list[str]:
    assert scene.start[1] == 0.001
    along, across = np.abs(scene.surface.gradient(np.array(scene.start))[::-1])
    assert along < across / 1000
    rest, along_it = np.abs(runs["SGD"].x[-1])
    assert rest < 1e-6
    assert along_it < 0.01
    return ["a thousandth off the valley's line", f"gets nowhere in {scene.steps} steps"]


def swings_then_leaves(scene: Scene, runs: Runs) -> list[str]:
    steps = {name: leaves(runs[name], axis=1) for name in ("Momentum", "NAG")}
    for name, step in steps.items():
        assert swings(runs[name].x[:step, 0]) > 5
    return [f"one unit down it at steps {steps['Momentum']} and {steps['NAG']}"]


def small_slopes(scene: Scene, runs: Runs) -> list[str]:
    steps = {name: leaves(run, axis=1) for name, run in runs.items()}
    return [
        f"AdaGrad is there at step {steps['AdaGrad']}",
        f"RMSProp at {steps['RMSProp']}",
        f"AdaDelta at {steps['AdaDelta']}",
        f"Adam at {steps['Adam']}",
    ]


def stays_in_the_saddle(scene: Scene, runs: Runs) -> list[str]:
    assert scene.start[0] == -1e-6
    assert np.abs(runs["SGD"].x[:, 0] - scene.start[0]).max() < 0.001
    assert abs(runs["SGD"].x[-1, 1]) < 1e-6
    return ["a millionth off the ridge", f"after {scene.steps} steps", "less than a thousandth"]


def through_the_saddle(scene: Scene, runs: Runs) -> list[str]:
    steps = {name: leaves(runs[name], axis=0) for name in ("Momentum", "NAG")}
    for name, step in steps.items():
        assert runs[name].x[:, 1].min() < -0.1
        assert swings(runs[name].x[:step, 1]) > 5
        assert runs[name].loss[step] < -0.9
    return [f"one unit down the slope at steps {steps['Momentum']} and {steps['NAG']}"]


def hardly_notice(scene: Scene, runs: Runs) -> list[str]:
    names = ("AdaDelta", "RMSProp", "AdaGrad", "Adam")
    return [f"steps {', '.join(str(leaves(runs[name], axis=0)) for name in names)}"]


def five_of_all(scene: Scene, runs: Runs) -> list[str]:
    batches, accuracy = scene.surface.minibatches, scene.surface.accuracy
    assert batches
    assert accuracy
    assert batches.size == 5
    share = float(accuracy(*np.array(scene.start)))
    return [f"all {batches.count} samples", "only five of them", f"begins at {percent(share)}"]


def smooth_the_noise(scene: Scene, runs: Runs) -> list[str]:
    angles = median(turning, scene)
    smooth = [angles.pop(name) for name in ("Momentum", "NAG", "Adam")]
    assert all(20 <= angle <= 25 for angle in smooth)
    assert all(angle > 60 for angle in angles.values())
    return ["turn by 20 to 25 degrees a step", "the other four by more than 60"]


def past_the_minimum(scene: Scene, runs: Runs) -> list[str]:
    past = median(lambda run: overshoot(run, scene), scene)
    assert sorted(past, key=lambda name: past[name])[-3:] == ["Adam", "NAG", "Momentum"]
    return [
        f"Momentum runs {percent(past['Momentum'])} past the minimum",
        f"NAG {percent(past['NAG'])}",
        f"Adam {percent(past['Adam'])}",
        f"medians over {len(SEEDS)} orders",
    ]


CHECKS: dict[str, tuple[Check, ...]] = {
    "beale": (steep_wall, first_leaps, steady_fall, ends),
    "long_valley": (across_the_valley, swings_then_leaves, small_slopes),
    "saddle_point": (stays_in_the_saddle, through_the_saddle, hardly_notice),
    "noisy_moons": (five_of_all, smooth_the_noise, past_the_minimum),
}


@pytest.mark.parametrize("key", SCENES)
def test_a_story_is_true(key: str) -> None:
    scene = SCENES[key]
    runs = runs_of(scene)
    for sentence, check in zip(scene.story, CHECKS[key], strict=True):
        rest = sentence
        for phrase in check(scene, runs):
            assert phrase in rest, f"measured: {phrase}"
            rest = rest.replace(phrase, "")
        assert not re.search(r"\d", rest), f"nobody measures: {rest}"


# Changed scenes.


def settings_of(scene: Scene) -> dict[str, dict[str, float]]:
    return {
        type(entry.optimizer).__name__.lower(): entry.optimizer.settings()
        for entry in scene.entries
    }


@every_scene
def test_a_scene_changed_into_itself_is_itself(scene: Scene) -> None:
    assert scene.changed(settings_of(scene), scene.start, scene.steps, scene.seed) == scene


def test_a_changed_entry_is_yours_and_the_others_keep_their_origin() -> None:
    scene = SCENES["beale"]
    settings = settings_of(scene)
    settings["sgd"] = {"lr": 0.002}
    changed = scene.changed(settings, scene.start, scene.steps, scene.seed)
    assert changed.entries[0].optimizer == SGD(lr=0.002)
    assert changed.entries[0].origin == YOURS
    assert changed.entries[1:] == scene.entries[1:]
    assert scene.entries[0].origin == RECOVERED


def test_a_changed_scene_races_under_its_new_conditions() -> None:
    scene = SCENES["noisy_moons"]
    changed = scene.changed({"adam": {"lr": 0.1}}, start=(1, 1), steps=9, seed=4, batch=20)
    done = changed.race()
    assert (len(done), done.steps, done.seed, tuple(done.start)) == (1, 9, 4, (1, 1))
    assert done.surface.minibatches
    assert done.surface.minibatches.size == 20
    assert (changed.name, changed.story) == (scene.name, scene.story)


def test_a_minibatch_size_means_nothing_where_there_are_no_minibatches() -> None:
    scene = SCENES["beale"]
    assert scene.changed(settings_of(scene), scene.start, 9, 0, batch=0).surface == scene.surface


@pytest.mark.parametrize(
    ("wish", "told"),
    [
        ({"settings": {"sgd": {"lr": -1.0}}}, "lr"),
        ({"settings": {"adam": {"beta1": 1.0}}}, "beta1"),
        ({"settings": {"sgd": {"lr": None}}}, "lr"),
        ({"batch": 0}, "minibatch size"),
        ({"batch": 401}, "minibatch size"),
        ({"batch": 2.5}, "minibatch size"),
    ],
)
def test_impossible_wishes_are_refused_in_a_sentence(wish: dict[str, object], told: str) -> None:
    scene = SCENES["noisy_moons"]
    wishes = {"settings": settings_of(scene), "start": scene.start, "steps": 5, "seed": 0}
    with pytest.raises(ValueError, match=told):
        scene.changed(**wishes | wish)  # type: ignore[arg-type]
