"""The scenes: they run, their stories are true, and changed settings say whose they are.

Each sentence of a story is a test of its own: its measure is taken and its relation must hold, it
has no digits but measured ones, and there are conditions under which it is false.
"""

import re
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from optviz.entrants import ADDED, ORIGINS, RECOVERED, YOURS
from optviz.optimizers import SGD, Adam
from optviz.scenes import SCENES, Scene
from optviz.scenes.catalog import CATALOG
from optviz.scenes.functions import FUNCTIONS
from optviz.stories import findings
from optviz.stories.findings import (
    MINIBATCH_SEEDS,
    SHOWN,
    Conditions,
    Finding,
    Measurement,
    evaluate_story,
    measured_under,
)
from tests.support.optimizers import built

TOLD = SCENES | FUNCTIONS
every_told = pytest.mark.parametrize("scene", TOLD.values(), ids=TOLD.keys())
every_scene = pytest.mark.parametrize("scene", SCENES.values(), ids=SCENES.keys())


@every_told
def test_a_scene_runs_and_no_run_diverges(scene: Scene) -> None:
    runs = scene.race()
    assert [run.ended for run in runs] == [None] * len(scene.entrants)
    assert (runs.steps, runs.seed, runs.surface) == (scene.steps, scene.seed, scene.surface)
    assert tuple(runs.start) == scene.start
    assert [run.optimizer for run in runs] == [entry.optimizer for entry in scene.entrants]


@every_scene
def test_every_entry_says_where_its_settings_come_from(scene: Scene) -> None:
    assert {entry.origin for entry in scene.entrants} <= ORIGINS.keys() - {YOURS}
    assert [entry.origin for entry in scene.entrants if isinstance(entry.optimizer, Adam)] == [
        ADDED
    ]


# What was inferred from the pictures of 2014: frames, start, view, and fits of the balls' tracks.

FRAMES = {"beale": 199, "saddle_point": 199, "noisy_moons": 119}
STARTS = {"beale": (1.0, 1.6), "saddle_point": (-1e-6, 0.25)}
FITTED = {
    "beale": {
        "SGD": {"lr": 0.001},
        "Momentum": {"lr": 0.001, "mu": 0.95},
        "NAG": {"lr": 0.001, "mu": 0.95},
        "AdaGrad": {"lr": 1.0},
        "RMSProp": {"lr": 0.07, "rho": 0.95},
        "AdaDelta": {"rho": 0.98},
    },
    "saddle_point": {
        "SGD": {"lr": 0.01},
        "Momentum": {"lr": 0.01, "mu": 0.95},
        "NAG": {"lr": 0.01, "mu": 0.95},
        "AdaGrad": {"lr": 0.05},
        "RMSProp": {"lr": 0.01, "rho": 0.95},
    },
}


@pytest.mark.parametrize("key", FITTED)
def test_radfords_settings_are_those_that_his_picture_shows(key: str) -> None:
    scene = SCENES[key]
    assert scene.steps + 1 == FRAMES[key]
    assert scene.start == STARTS[key]
    own = {type(each.optimizer).__name__: each.optimizer.settings() for each in scene.entrants}
    for name, values in FITTED[key].items():
        assert {each: own[name][each] for each in values} == values


def test_beale_and_saddle_are_seen_as_he_drew_them() -> None:
    beale, saddle = SCENES["beale"], SCENES["saddle_point"]
    assert beale.surface.minima == ((3.0, 0.5),)
    assert beale.surface.xlim == beale.surface.ylim == (-5, 5)
    assert saddle.camera == (44.5, 225.0)
    assert saddle.surface.loss(np.array(1.0), np.array(0.0)) == -1
    assert saddle.surface.loss(np.array(0.0), np.array(1.0)) == 5


# Stories.

SENTENCES = [(key, k) for key, scene in TOLD.items() for k in range(len(scene.story))]
every_sentence = pytest.mark.parametrize(("key", "k"), SENTENCES)
GIVEN = (
    "y = 0 exactly",
    "(|x| > 1)",
    "(|y| > 1)",
    f"{MINIBATCH_SEEDS} minibatch seeds",
    "After 20 steps",
)  # what is not measured, but set
# True whatever the settings.
ALWAYS = {("long_valley", 4), ("noisy_moons", 0), ("himmelblau", 1), ("monkey_saddle", 2)}


@every_sentence
def test_a_sentence_is_true(key: str, k: int) -> None:
    scene = TOLD[key]
    finding = scene.story[k]
    measured = measured_under(finding, scene.conditions)
    assert measured
    assert measured.holds, measured.words
    assert 0 <= measured.step <= scene.steps
    assert set(finding.shows) <= SHOWN


@pytest.mark.parametrize(("key", "k"), [each for each in SENTENCES if each not in ALWAYS])
def test_a_sentence_can_be_false_and_says_which_part_is(key: str, k: int) -> None:
    """With one of these learning rates for all optimizers, what was seen is not seen."""
    scene = TOLD[key]
    races = [scene.preset("rate", rate).race() for rate in (1e-12, 0.01, 0.3, 3.0)]
    measured = [each for done in races if (each := scene.story[k].of(done))]
    wrong = [each for each in measured if not each.holds]
    assert wrong
    for each in measured:
        assert bool(each.fails) != each.holds
        assert all(passage in each.words for passage in each.fails)
        assert not re.search(r"[0-9]{7}|inf|nan|[0-9]e[-+]|  ", each.words)


@every_sentence
def test_all_digits_of_a_sentence_are_measured(key: str, k: int) -> None:
    finding = TOLD[key].story[k]
    fixed = re.sub(r"{[^}]*}", "", finding.says)
    for phrase in GIVEN:
        fixed = fixed.replace(phrase, "")
    assert not re.search(r"[0-9]", fixed), f"a number that is not measured: {fixed}"


@pytest.mark.parametrize("key", SCENES)
def test_every_clause_of_the_caption_is_spoken_of(key: str) -> None:
    captions = [each.caption for each in SCENES[key].story if each.caption]
    assert len(captions) >= 2
    assert any("{Adam" in each.says for each in SCENES[key].story)


def test_two_clauses_are_not_true_as_written() -> None:
    wrong = [each for scene in SCENES.values() for each in scene.story if not each.agrees]
    assert len(wrong) == 2
    assert all(each.caption for each in wrong)


def test_a_sentence_about_an_optimizer_that_does_not_race_is_not_said() -> None:
    scene = SCENES["beale"]
    alone = scene.changed(
        built(scene, {"sgd": {"lr": 0.001}}), scene.start, scene.steps, scene.seed
    )
    said = evaluate_story(scene.story, alone.race(), alone.conditions)
    assert [each.words for each in said if "Momentum" in each.words] == []
    assert len(said) < len(scene.story)


@pytest.mark.parametrize("key", CATALOG)
def test_a_story_speaks_only_of_those_that_race(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where a sentence is slow to measure, which is done under the story's own conditions."""
    scene = CATALOG[key]
    monkeypatch.setattr(findings, "measured_under", without_measuring)
    full, own = scene.race(), scene.conditions
    names = [run.name for run in full]
    everything = evaluate_story(scene.story, full, own)
    assert len(everything) == len(scene.story)
    for racing in ({names[0], names[-1]}, {*names[1:]}, {*names[:-1]}):
        done = replace(full, runs=tuple(run for run in full if run.name in racing))
        for statement in evaluate_story(scene.story, done, own):
            assert own.named_in(statement.words + statement.caption) <= racing


def without_measuring(finding: Finding, conditions: Conditions) -> Measurement:
    """A slow finding as if it had been measured: its sentence with numbers of no meaning."""
    return Measurement(re.sub(r"{.*?}", "1", finding.says), True, 0)


@pytest.mark.parametrize("steps", [1, 2, 5])
@pytest.mark.parametrize("key", TOLD)
def test_a_story_of_any_race_is_told_without_an_error(key: str, steps: int) -> None:
    scene = TOLD[key]
    for rate in (1e-12, 1e3, 1e30):
        for start in (scene.start, (0.0, 0.0), (1e6, -1e6)):
            wild = replace(scene.preset("rate", rate), start=start, steps=steps)
            for sentence in evaluate_story(scene.story, wild.race(), scene.conditions):
                assert 0 <= sentence.step <= steps
                assert sentence.words


def test_slow_findings_are_measured_under_the_own_conditions() -> None:
    scene = SCENES["noisy_moons"]
    elsewhere = replace(scene, start=(0.5, 0.5))
    here = evaluate_story(scene.story, scene.race(), scene.conditions)
    there = evaluate_story(scene.story, elsewhere.race(), scene.conditions)
    assert not any(each.own for each in here)
    assert [each.own for each in there] == [each.slow for each in scene.story]
    assert any(each.own for each in there)


# Changed scenes.


def settings_of(scene: Scene) -> dict[str, dict[str, float]]:
    return {
        type(entry.optimizer).__name__.lower(): entry.optimizer.settings()
        for entry in scene.entrants
    }


@every_told
def test_a_scene_changed_into_itself_is_itself(scene: Scene) -> None:
    assert (
        scene.changed(built(scene, settings_of(scene)), scene.start, scene.steps, scene.seed)
        == scene
    )


def test_a_changed_entry_is_yours_and_the_others_keep_their_origin() -> None:
    scene = SCENES["beale"]
    settings = settings_of(scene)
    settings["sgd"] = {"lr": 0.002}
    changed = scene.changed(built(scene, settings), scene.start, scene.steps, scene.seed)
    assert changed.entrants[0].optimizer == SGD(lr=0.002)
    assert changed.entrants[0].origin == YOURS
    assert changed.entrants[1:] == scene.entrants[1:]
    assert scene.entrants[0].origin == RECOVERED


def test_a_changed_scene_races_under_its_new_conditions() -> None:
    scene = SCENES["noisy_moons"]
    changed = scene.changed(
        built(scene, {"adam": {"lr": 0.1}}), start=(1, 1), steps=9, seed=4, batch=20
    )
    done = changed.race()
    assert (len(done), done.steps, done.seed, tuple(done.start)) == (1, 9, 4, (1, 1))
    assert done.surface.minibatches
    assert done.surface.minibatches.size == 20
    assert (changed.name, changed.story) == (scene.name, scene.story)


def test_a_minibatch_size_means_nothing_where_there_are_no_minibatches() -> None:
    scene = SCENES["beale"]
    assert (
        scene.changed(built(scene, settings_of(scene)), scene.start, 9, 0, batch=0).surface
        == scene.surface
    )


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
    requested: dict[str, Any] = {"settings": settings_of(scene), "start": scene.start} | wish
    with pytest.raises(ValueError, match=told):
        scene.changed(built(scene, requested.pop("settings")), **requested, steps=5, seed=0)


def test_a_story_speaks_of_the_scenes_own_entrants() -> None:
    """Not of one more Adam, nor of another rule that was given the name."""
    scene = SCENES["beale"]
    own = {each.name: each.optimizer for each in scene.entrants}
    said = evaluate_story(scene.story, scene.race(), scene.conditions)
    more = scene.changed(own | {"Adam 2": Adam(lr=1.0)}, scene.start, scene.steps, scene.seed)
    assert evaluate_story(scene.story, more.race(), scene.conditions) == said
    del own["Adam"]
    wrong = own | {"Adam": SGD(lr=0.001)}
    renamed = scene.changed(wrong, scene.start, scene.steps, scene.seed)
    told = evaluate_story(scene.story, renamed.race(), scene.conditions)
    assert [each.words for each in told] == [
        each.words for each in said if "Adam" not in each.words
    ]
