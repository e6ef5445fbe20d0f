"""The race: it does what a plain loop would, keeps all of it, and refuses what cannot run."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from optviz.entrants import Entrant
from optviz.optimizers import NAG, OPTIMIZERS, SGD, AdaGrad, Adam, Momentum, Optimizer
from optviz.race import MAX_STEPS, Race, race, race_again
from optviz.scenes import SCENES
from surfaces import SURFACES, Surface
from tests.support.trajectories import assert_same

BEALE, SADDLE, MOONS = (SURFACES[name] for name in ("beale", "saddle_point", "noisy_moons"))
every_surface = pytest.mark.parametrize("surface", SURFACES.values(), ids=SURFACES.keys())
every_optimizer = pytest.mark.parametrize("kind", OPTIMIZERS.values(), ids=OPTIMIZERS.keys())


def everyone() -> list[Optimizer]:
    return [kind() for kind in OPTIMIZERS.values()]


@every_surface
@every_optimizer
def test_a_race_is_a_loop_over_step(kind: type[Optimizer], surface: Surface) -> None:
    optimizer = kind()
    runs = {run.optimizer: run for run in race(surface, everyone(), steps=50, seed=6)}
    run = runs[optimizer]
    x = np.array(surface.start)
    state = optimizer.init(x)
    last = int(run.last)  # the Goldstein-Price function throws some far away
    assert last >= 2
    for k in range(last):
        look = optimizer.lookahead(x, state)
        grad = surface.step_gradient(look, k, seed=6)
        np.testing.assert_array_equal(run.grad_at[k], look)
        np.testing.assert_array_equal(run.grad[k], grad)
        x, state = optimizer.step(x, grad, state)
        np.testing.assert_array_equal(run.x[k + 1], x)
        assert run.loss[k + 1] == surface.loss(x[0], x[1])
        for name in run.state:
            np.testing.assert_array_equal(run.state[name][k + 1], getattr(state, name))
    assert run.ended == (None if last == 50 else last + 1)


def test_a_race_keeps_its_conditions() -> None:
    done = race(SADDLE, everyone(), steps=3, seed=8)
    assert isinstance(done, Race)
    assert (done.surface, done.steps, done.seed) == (SADDLE, 3, 8)
    np.testing.assert_array_equal(done.start, SADDLE.start)
    assert len(done) == len(list(done)) == len(OPTIMIZERS)
    assert [run.optimizer for run in done] == everyone()
    assert done[1] is done.runs[1]


@every_surface
def test_a_race_again_is_a_race(surface: Surface) -> None:
    """Bit for bit: no run depends on the others in its race."""
    before = race(surface, everyone(), steps=50, seed=6)
    changed = [*everyone()[2:], Adam(lr=0.02), SGD(), NAG(mu=0.5)]
    again = race_again(before, surface, changed, steps=50, seed=6)
    fresh = race(surface, changed, steps=50, seed=6)
    assert [run.optimizer for run in again] == changed
    for one, other in zip(again, fresh, strict=True):
        assert_same(one, other)
    ran = {run.optimizer: run for run in before}
    taken_over = [run for run in again if run.optimizer in ran and run.x is ran[run.optimizer].x]
    assert len(taken_over) == len(OPTIMIZERS) - 1  # all but Momentum


@pytest.mark.parametrize(
    "other",
    [{"surface": SADDLE}, {"start": (0.5, 1.0)}, {"steps": 21}, {"seed": 1}],
    ids=["surface", "start", "steps", "seed"],
)
def test_another_race_takes_nothing_over(other: dict[str, Any]) -> None:
    before = race(BEALE, everyone(), start=(1.0, 1.0), steps=20)
    asked: dict[str, Any] = {"surface": BEALE, "start": (1.0, 1.0), "steps": 20, "seed": 0} | other
    again = race_again(before, optimizers=everyone(), **asked)
    fresh = race(optimizers=everyone(), **asked)
    assert not {id(run.x) for run in again} & {id(run.x) for run in before}
    for one, anew in zip(again, fresh, strict=True):
        assert_same(one, anew)


def test_a_race_again_refuses_what_a_race_refuses() -> None:
    before = race(BEALE, everyone(), steps=3)
    with pytest.raises(ValueError, match="no optimizer is chosen"):
        race_again(before, BEALE, [], steps=3)
    with pytest.raises(ValueError, match="steps = 0"):
        race_again(before, BEALE, everyone(), steps=0)


def test_the_state_starts_at_zero_where_remembered_and_nowhere_else() -> None:
    for run in race(BEALE, everyone(), steps=2):
        for name, values in run.state.items():
            at_first = 0.0 if name in run.optimizer.memory else np.nan
            np.testing.assert_array_equal(values[0], [at_first, at_first])
            assert np.isfinite(values[1:]).all()
        assert run.state.keys() >= set(run.optimizer.memory)
        assert "t" not in run.state


def test_nag_measures_ahead_of_where_it_stands() -> None:
    run = race(BEALE, [NAG(mu=0.9)], steps=20)[0]
    np.testing.assert_array_equal(run.grad_at[0], run.x[0])
    np.testing.assert_array_equal(run.grad_at, run.x[:-1] + 0.9 * run.state["v"][:-1])
    np.testing.assert_array_equal(run.grad, BEALE.step_gradient(run.grad_at))
    assert (run.grad_at[1:] != run.x[1:-1]).all()


@every_surface
def test_the_seed_decides_the_minibatches_and_nothing_else(surface: Surface) -> None:
    first, again, other = (race(surface, everyone(), steps=30, seed=seed) for seed in (1, 1, 2))
    for one, same, differs in zip(first, again, other, strict=True):
        assert_same(one, same)
        everything = surface.minibatches is None and surface.stages is None
        assert np.array_equal(one.x, differs.x, equal_nan=True) == everything


def test_every_optimizer_sees_the_same_minibatches() -> None:
    twins = race(MOONS, [SGD(0.2), Adam(), SGD(0.2)], steps=100)
    assert_same(twins[0], twins[2])
    assert_same(twins[1], race(MOONS, [Adam()], steps=100)[0])


def test_the_loss_kept_is_that_of_all_samples() -> None:
    run = race(MOONS, [SGD(0.2)], steps=20)[0]
    np.testing.assert_array_equal(run.loss, MOONS.loss(run.x[:, 0], run.x[:, 1]))


# What is refused.

NO_STARTS = [
    (np.nan, 0),
    (0, np.inf),
    ("here", "there"),
    "ab",
    5,
    (1, 2, 3),
    [],
    (1, 2j),
    [(1, 2), (3,)],
    (None, None),
    [(1, 2), (np.nan, 0)],
    object(),
]


@pytest.mark.parametrize("start", NO_STARTS)
def test_a_start_that_is_none_is_refused_in_a_sentence(start: Any) -> None:
    with pytest.raises(ValueError, match=r"^start = .* give two finite numbers"):
        race(BEALE, [SGD()], start)


@pytest.mark.parametrize("start", [(1e200, 1e200), [(1.0, 1.6), (1e200, 0.5)]], ids=repr)
def test_a_start_too_far_out_is_refused_in_a_sentence(start: Any) -> None:
    with pytest.raises(ValueError, match=r"^start = .* start nearer"):
        race(BEALE, [SGD()], start)


NO_COUNTS = [-1, 10**10, 1.5, 1.0, 1e3, True, "3", np.nan, [3]]


@pytest.mark.parametrize("steps", [0, MAX_STEPS + 1, *NO_COUNTS], ids=repr)
def test_impossible_steps_are_refused_in_a_sentence(steps: Any) -> None:
    with pytest.raises(ValueError, match=r"^steps = .* whole number from 1 to 1,000,000"):
        race(BEALE, [SGD()], steps=steps)


@pytest.mark.parametrize("seed", [2**32, *NO_COUNTS], ids=repr)
def test_impossible_seeds_are_refused_in_a_sentence(seed: Any) -> None:
    with pytest.raises(ValueError, match=r"^seed = .* whole number from 0 to 4,294,967,295"):
        race(MOONS, [SGD()], seed=seed)


def test_a_race_without_optimizers_is_refused_in_a_sentence() -> None:
    with pytest.raises(ValueError, match="at least one optimizer"):
        race(BEALE, [])


@pytest.mark.parametrize("given", ["beale", SCENES["beale"]], ids=["name", "scene"])
def test_a_scene_brings_along_what_is_not_given(given: Any) -> None:
    scene = SCENES["beale"]
    for run, expected in zip(race(given), scene.race(), strict=True):
        np.testing.assert_array_equal(run.x, expected.x)
        assert run.entrant == expected.entrant
    other = race(given, [Adam()], steps=7)
    assert ([run.name for run in other], other.steps) == (["Adam"], 7)
    np.testing.assert_array_equal(other.start, scene.start)


@pytest.mark.parametrize(
    ("surface", "told"),
    [
        ("beal", "there is no scene 'beal'; did you mean 'beale'?"),
        ("zzz", "there is no scene 'zzz'; there are beale, "),
        ("x*y", r"for a formula give formula_surface\('x\*y'\), which is in surfaces.formula"),
        ("formula: 3xy", r"for a formula give formula_surface\('3xy'\)"),
        (lambda x, y: x + y, "a function alone has no start: give one, as in start="),
        ([Adam()], r"\[Adam\(.* is no surface: give one, as SURFACES\['beale'\]"),
        (None, "None is no surface"),
    ],
    ids=["near", "nothing near", "formula", "marked formula", "function", "list", "none"],
)
def test_what_is_no_surface_is_refused_in_a_sentence(surface: Any, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        race(surface, [SGD()])


@pytest.mark.parametrize(
    "given", [Adam(), Adam, [Adam], {"Adam": Adam}, iter([Adam()])], ids=range(5)
)
def test_a_class_is_its_defaults_and_one_optimizer_needs_no_list(given: Any) -> None:
    (run,) = race(BEALE, given, steps=3)
    assert run.entrant == Entrant("Adam", Adam())


def test_runs_are_found_by_name() -> None:
    done = race(BEALE, [SGD(), Adam()], steps=3)
    assert done["Adam"] is done[1]
    with pytest.raises(KeyError, match="no run is called 'Adm'; there are SGD, Adam"):
        done["Adm"]


@pytest.mark.parametrize("start", [[(1, 1.6)], [(1, 1.6), (2, 0)]], ids=str)
def test_a_batch_says_that_it_has_no_single_end(start: Any) -> None:
    run = race(BEALE, [SGD(lr=1)], start, steps=9)[0]
    for name in ("diverged", "ended"):
        with pytest.raises(ValueError, match=f"{name} is for a single start.*`last` has"):
            getattr(run, name)


def test_numpys_whole_numbers_and_the_largest_seed_are_fine() -> None:
    assert race(MOONS, [SGD()], steps=int(np.int64(2)), seed=2**32 - 1).seed == 2**32 - 1
    assert race(BEALE, [SGD()], steps=np.int64(2)).steps == 2  # type: ignore[call-overload]


def test_the_start_is_a_copy() -> None:
    start = np.array([1.0, 1.6])
    done = race(BEALE, [SGD()], start, steps=2)
    start[:] = 0
    np.testing.assert_array_equal(done.start, [1.0, 1.6])
    np.testing.assert_array_equal(done[0].x[0], [1.0, 1.6])


# Beale's function, these rules, and the slope by hand use sums, products, quotients and roots
# alone. IEEE 754 fixes each to the last bit, so these are the same on every platform.
RECORD = {
    SGD(lr=0.001): ["0x1.01e5de75afbfbp+0", "0x1.047675bf77b89p-1"],
    Momentum(lr=0.001, mu=0.9): ["0x1.785ff095bb4c0p+0", "-0x1.07bb39c72ffedp-2"],
    NAG(lr=0.001, mu=0.9): ["0x1.b7cd2b22f4edcp+0", "-0x1.1056b1848ab93p-3"],
    AdaGrad(lr=0.5): ["0x1.0894a44a28cf1p+1", "0x1.5c9d6746db86cp-3"],
}


@pytest.mark.parametrize("optimizer", RECORD, ids=repr)
def test_fifty_steps_end_where_they_ended_to_the_last_bit(optimizer: Optimizer) -> None:
    end = race(BEALE, [optimizer], steps=50)[0].x[-1]
    assert [float(value).hex() for value in end] == RECORD[optimizer]


@every_optimizer
def test_autograd_and_the_closed_form_run_the_same_race(kind: type[Optimizer]) -> None:
    by_hand, by_tape = (
        race(surface, [kind()], steps=20)[0] for surface in (BEALE, replace(BEALE, gradient=None))
    )
    np.testing.assert_allclose(by_hand.x, by_tape.x, rtol=1e-9)


def test_the_same_rule_races_under_names_that_tell_its_settings() -> None:
    slow, fast, other = race(BEALE, [SGD(lr=1e-4), SGD(lr=1e-2), Adam()], steps=5)
    assert (slow.name, fast.name, other.name) == ("SGD 0.0001", "SGD 0.01", "Adam")
    np.testing.assert_array_equal(slow.x, race(BEALE, [SGD(lr=1e-4)], steps=5)[0].x)
    one, two = race(BEALE, [NAG(lr=0.01), NAG(lr=0.01, mu=0.5)], steps=1)
    assert (one.name, two.name) == ("NAG mu 0.9", "NAG mu 0.5")
    alike = race(BEALE, [SGD(), SGD()], steps=1)
    assert [run.name for run in alike] == ["SGD (1)", "SGD (2)"]


def test_a_mapping_names_entrants() -> None:
    done = race(BEALE, {"slow": SGD(lr=1e-4), "fast": SGD(lr=1e-2)}, steps=5)
    assert [run.name for run in done] == ["slow", "fast"]
    assert done[0].entrant == Entrant("slow", SGD(lr=1e-4))
    entrants: list[Entrant | Optimizer] = [Entrant("mine", Adam(), "guessed"), SGD()]
    assert [run.name for run in race(BEALE, entrants, steps=1)] == ["mine", "SGD"]


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"": SGD()}, "no name for an entrant"),
        ({" SGD": SGD()}, "no name for an entrant"),
        ({"a" * 41: SGD()}, "at most 40"),
        ({"a\nb": SGD()}, "printable"),
        ({"slow": 0.1}, "0.1 is no optimizer"),
        ("adam", r"'adam' is no list of optimizers: .* as in Adam\(\)"),
        (["nag"], r"'nag' is no optimizer: give one with its settings, as in NAG\(\)"),
        ({SGD()}, "is no list of optimizers"),
        (None, r"no optimizers are given: add them, as in race\(surface, \[SGD\(\), Adam\(\)\]\)"),
        (Optimizer, "Optimizer cannot be made with its defaults"),
        ({}, "choose at least one"),
        ([Entrant("SGD", SGD()), Entrant("SGD", Adam())], "2 entrants are called 'SGD'"),
        ([Entrant("SGD", Adam()), SGD()], "2 entrants are called 'SGD'"),
    ],
    ids=str,
)
def test_entrants_that_cannot_race_are_refused_in_a_sentence(given: Any, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        race(BEALE, given, steps=1)
