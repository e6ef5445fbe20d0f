"""The claims: every sentence is true of its race, of other orders too, and can be shown."""

import math
import re
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from optviz.entrants import ORIGINS, YOURS
from optviz.optimizers import SGD, AdaGrad, Adam, Momentum
from optviz.pictures.race.composition import RaceComposition, RaceOptions
from optviz.pictures.race.race_picture import RacePicture
from optviz.player.payload import message
from optviz.race import Race, race
from optviz.scenes.claims import CLAIMS, VERDICTS, Claim, both, epsilon, jump, sparse
from optviz.scenes.claims.bias import TILTED, lengths
from optviz.scenes.claims.claim import FAILS, HOLDS, ONLY_IF
from optviz.scenes.claims.measuring import RATES, excess
from optviz.stories.findings import SHOWN, Finding, Numbers, evaluate_story
from optviz.variants import AdamUncorrected
from surfaces import SURFACES
from surfaces.jumping_minimum import TARGETS

every_claim = pytest.mark.parametrize("claim", CLAIMS.values(), ids=CLAIMS.keys())
FINDINGS = {
    f"{key}-{place}": (claim, finding)
    for key, claim in CLAIMS.items()
    for place, finding in enumerate(claim.findings, 1)
}
QUICK = {key: pair for key, pair in FINDINGS.items() if not pair[1].slow}
SAMPLED = {key: pair for key, pair in QUICK.items() if key.split("-")[0] != "bias"}
OTHER_SEEDS = tuple(range(20, 30))


@pytest.mark.parametrize(("claim", "finding"), FINDINGS.values(), ids=FINDINGS.keys())
def test_a_finding_holds(claim: Claim, finding: Finding) -> None:
    measured = finding.of(claim.scene.race())
    assert measured is not None
    assert measured.holds, measured.words
    assert 0 <= measured.step <= claim.scene.steps
    assert not re.search(r"inf|nan|[{}]", measured.words)
    assert len(re.findall(r"\d", measured.words)) > 1
    assert set(finding.shows) <= SHOWN


@pytest.mark.parametrize(("claim", "finding"), SAMPLED.values(), ids=SAMPLED.keys())
def test_a_finding_holds_under_other_orders_of_the_samples(claim: Claim, finding: Finding) -> None:
    measured = [finding.of(replace(claim.scene, seed=seed).race()) for seed in OTHER_SEEDS]
    assert [each.words for each in measured if each and not each.holds] == []


Tuned = Callable[[Race, tuple[int, ...]], Numbers]
TUNED: dict[str, tuple[str, Tuned]] = {
    "sparse": ("sparse", sparse.tuned),
    "jump": ("jump", jump.tuned),
    "both-sparse": ("both", both.sparse),
    "both-changing": ("both", both.changing),
    "both-worst": ("both", both.worst),
    "epsilon": ("epsilon", epsilon.tuned),
}


@pytest.mark.parametrize(("key", "measure"), TUNED.values(), ids=TUNED.keys())
def test_what_holds_for_tuned_rates_holds_over_other_orders(key: str, measure: Tuned) -> None:
    claim = CLAIMS[key]
    (finding,) = (each for each in claim.findings if vars(each)["measure"] is measure)
    numbers = measure(claim.scene.race(), OTHER_SEEDS)
    assert finding.holds(numbers), finding.says.format(**numbers)


@pytest.mark.parametrize("begin", [(1.0, 1.6), (-2.0, 1.0), (4.0, -1.0), (-3.0, -2.0)])
def test_the_first_steps_without_correction_are_too_long_from_anywhere(
    begin: tuple[float, float],
) -> None:
    claim = CLAIMS["bias"]
    done = replace(claim.scene, start=begin).race()
    for finding in (claim.findings[0], claim.findings[1], claim.findings[4]):
        measured = finding.of(done)
        assert measured
        assert measured.holds, measured.words


# What a claim is.


@every_claim
def test_a_claim_says_what_it_is_about(claim: Claim) -> None:
    assert claim.verdict in VERDICTS
    assert bool(claim.condition) == (claim.verdict == ONLY_IF)
    for words in (claim.name, claim.says, claim.source, claim.lesson, claim.scene.source):
        assert len(words) > 15
    assert len(claim.findings) >= 4
    assert {entry.origin for entry in claim.scene.entrants} <= ORIGINS.keys() - {YOURS}


def test_the_verdicts_are_those_the_findings_come_to() -> None:
    """Written down once more: a finding that turns round must turn its verdict round too."""
    verdicts = {key: claim.verdict for key, claim in CLAIMS.items()}
    assert verdicts == {
        "sparse": HOLDS,
        "jump": HOLDS,
        "both": FAILS,
        "epsilon": ONLY_IF,
        "bias": ONLY_IF,
    }


@pytest.mark.parametrize(
    ("verdict", "condition"),
    [("maybe", ""), (HOLDS, "it rains"), (FAILS, "it rains"), (ONLY_IF, "")],
)
def test_a_verdict_and_its_condition_go_together(verdict: str, condition: str) -> None:
    with pytest.raises(ValueError, match=r"verdict|condition"):
        replace(CLAIMS["sparse"], verdict=verdict, condition=condition)


# What shows a claim.


@every_claim
def test_a_claims_race_runs_and_no_run_diverges(claim: Claim) -> None:
    runs = claim.scene.race()
    assert [run.ended for run in runs] == [None] * len(claim.scene.entrants)
    names = [run.name for run in runs]
    assert len(set(names)) == len(names)


@every_claim
def test_the_player_takes_a_claim(claim: Claim) -> None:
    scene, runs = claim.scene, claim.scene.race()
    quick = [each for each in claim.findings if not each.slow]
    story = evaluate_story(quick, runs, scene.conditions)
    data = message(runs, camera=scene.camera, views=scene.views, story=story)
    for each in story:
        assert each.holds
        assert not each.own
    for run in runs:
        assert type(run.optimizer).__name__.encode() in data


@every_claim
def test_a_claim_is_drawn(claim: Claim) -> None:
    drawing = RacePicture(RaceComposition.of(claim.scene, RaceOptions(size=(480, 360))))
    drawing.show(claim.scene.steps)
    assert drawing.figure.axes


@every_claim
def test_a_story_is_cut_where_its_conditions_are_missing(claim: Claim) -> None:
    """An optimizer is left out, or the race ends early: sentences vanish, but nothing breaks."""
    scene = claim.scene
    short = replace(scene, steps=3, seed=1)
    fewer = replace(scene, entrants=scene.entrants[:1])
    for changed in (short, fewer):
        done = changed.race()
        for finding in claim.findings:
            if not finding.slow:
                finding.of(done)


# The surfaces, besides what tests/test_surfaces.py holds of them all.


def test_the_tilted_planes_slope_is_autograds() -> None:
    where = np.random.default_rng(0).uniform(-1, 1, (20, 2))
    np.testing.assert_array_equal(
        TILTED.step_gradient(where), replace(TILTED, gradient=None).step_gradient(where)
    )


def test_on_the_tilted_plane_adams_steps_are_as_long_as_its_rate() -> None:
    np.testing.assert_allclose(lengths(Adam(lr=0.01), 50), 0.01, rtol=1e-5)
    raw = lengths(AdamUncorrected(lr=0.01), 50)
    t = np.arange(1, 51)
    expected = 0.01 * (1 - 0.9**t) / np.sqrt(1 - 0.999**t)
    np.testing.assert_allclose(raw, expected, rtol=1e-5)


def test_the_rare_weight_is_told_nothing_where_its_feature_is_missing() -> None:
    run = race(SURFACES["rare_feature"], [SGD(lr=0.3)], None, 400, seed=3)[0]
    told_something = run.grad[:, 1] != 0
    assert np.count_nonzero(told_something) == 20
    np.testing.assert_array_equal(np.diff(run.x[:, 1]) != 0, told_something)


def test_the_faint_feature_does_not_care_for_a_sign() -> None:
    surface = SURFACES["faint_feature"]
    w1, w2 = np.random.default_rng(0).uniform(-1, 1, (2, 50))
    np.testing.assert_allclose(surface.loss(w1, w2), surface.loss(w1, -w2), rtol=1e-14)
    assert np.ptp(surface.loss(np.full(9, 1.4), np.linspace(-2, 2, 9))) < 1e-6


# Sweeps.


def test_the_best_of_many_rates_is_one_of_them() -> None:
    """Against as many races, one for each learning rate."""
    surface = SURFACES["noisy_moons"]
    lowest = float(surface.loss(*np.array(surface.minima).T)[0])
    rules: tuple[type[Momentum | AdaGrad], ...] = (Momentum, AdaGrad)
    for rule in rules:
        means = []
        for rate in RATES:
            (run,) = race(surface, [rule(lr=float(rate))], None, 30, seed=4)
            means.append(np.mean(run.loss[1::5]) - lowest)
        best = excess(surface, (rule(),), surface.start, 30, (4,))
        assert math.isclose(best[rule()], np.nanmin(means), rel_tol=1e-9)


def test_the_three_adams_differ_in_epsilon_alone() -> None:
    momentum, *adams = CLAIMS["epsilon"].scene.entrants
    assert type(momentum.optimizer) is Momentum
    assert [each.optimizer for each in adams] == [Adam(lr=0.1, eps=e) for e in (1e-8, 0.1, 1.0)]
    assert [each.name for each in adams] == ["Adam", "Adam ε 0.1", "Adam ε 1"]


# Stages.


def test_a_stage_begins_where_the_one_before_ends() -> None:
    stages = SURFACES["jumping_minimum"].stages
    assert stages
    shown = [stages.parts.index(stages.at(step)) for step in (0, 199, 200, 399, 10**6)]
    assert shown == [0, 0, 1, 1, 1]


def test_the_loss_is_the_mean_over_the_stages() -> None:
    surface = SURFACES["jumping_minimum"]
    assert surface.stages
    where = np.random.default_rng(1).uniform(-4, 4, (10, 2))
    means = [
        np.mean(
            [part.gradient(where[:, 0], where[:, 1], part.at(step, 0)) for step in range(40)],
            axis=0,
        ).T
        for part in surface.stages.parts
    ]
    whole = replace(surface, stages=None).step_gradient(where)
    np.testing.assert_allclose(np.mean(means, axis=0), whole, rtol=1e-9, atol=1e-12)


def test_each_stage_has_its_minimum_at_its_target() -> None:
    surface = SURFACES["jumping_minimum"]
    assert surface.stages
    for part, target in zip(surface.stages.parts, TARGETS, strict=True):
        everything = np.arange(part.count)
        slope = part.gradient(np.array(target[0]), np.array(target[1]), everything)
        assert np.abs(slope).max() < 1e-8
