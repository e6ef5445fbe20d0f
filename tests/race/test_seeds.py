"""Many seeds at once are the races of each seed, to the last bit; what cannot be is refused."""

from dataclasses import dataclass, replace
from typing import Any, ClassVar

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from optviz.entrants import entrants
from optviz.optimizers import OPTIMIZERS, SGD, Adam, Array, Momentum, Optimizer, State
from optviz.oracles import ORACLE_RULES
from optviz.race import MAX_STEPS, SeedsRace, race
from optviz.race import seeds as seeds_module
from optviz.schedules import Piecewise
from optviz.stepping import RuleFailed
from optviz.variants import RULES
from optviz.wrappers import EMA, ClipNorm, Noise
from surfaces import SURFACES, Surface
from surfaces.data import huber, least_squares, logistic
from tests.support.trajectories import assert_same, member

MOONS, BEALE = SURFACES["noisy_moons"], SURFACES["beale"]
SAMPLED = {key: each for key, each in SURFACES.items() if each.minibatches or each.stages}
# Gauss-Newton races on sums of squares alone, and none of these has minibatches.
KINDS = {key: kind for key, kind in {**RULES, **ORACLE_RULES}.items() if key != "gaussnewton"}
_draws = np.random.Generator(np.random.PCG64(3)).normal(size=(23, 3))
OWN_DATA = [
    make(_draws[:, :2], _draws[:, 2] > 0 if make is logistic else _draws[:, 2], batch=4)
    for make in (least_squares, huber, logistic)
]


@dataclass(frozen=True)
class Mixes(Optimizer):
    """A rule that takes one norm of all it is given."""

    lr: float = 0.1
    memory: ClassVar[tuple[str, ...]] = ("v",)

    def rule(self, x: Array, g: Array, s: State) -> Array:
        s.v = 0.5 * s.v + g / (1 + np.linalg.norm(g))
        return x - self.lr * s.v


def assert_each_is_its_race(found: SeedsRace, optimizers: list[Optimizer]) -> None:
    for k, (seed, own) in enumerate(zip(found.seeds, found.races, strict=True)):
        alone = race(found.surface, optimizers, found.start, found.steps, seed)
        assert (own.seed, own.steps, own.surface) == (seed, found.steps, found.surface)
        for one, other, batch in zip(alone, own, found, strict=True):
            assert (one.entrant, one.ending) == (other.entrant, other.ending)
            assert_same(one, other)
            assert_same(one, member(batch, k))


@pytest.mark.parametrize("key", SAMPLED)
def test_each_seed_is_its_race(key: str) -> None:
    """More steps than an epoch and than a stage has, and with a last minibatch that is smaller."""
    surface = SAMPLED[key]
    if surface.minibatches:
        surface = replace(surface, minibatches=replace(surface.minibatches, size=7))
    optimizers = [kind() for kind in OPTIMIZERS.values()]
    steps = 210 if surface.stages else 70
    assert_each_is_its_race(race(surface, optimizers, steps=steps, seeds=[3, 0, 9]), optimizers)


@pytest.mark.parametrize("surface", OWN_DATA, ids=lambda each: each.name)
def test_each_seed_is_its_race_on_data_of_ones_own(surface: Surface) -> None:
    optimizers: list[Optimizer] = [SGD(lr=0.5), Adam(lr=0.1)]
    assert_each_is_its_race(race(surface, optimizers, steps=15, seeds=range(3)), optimizers)


@settings(max_examples=25, deadline=None)
@given(
    keys=st.lists(st.sampled_from(sorted(KINDS)), min_size=1, max_size=3),
    seeds=st.lists(st.integers(0, 2**32 - 1), min_size=1, max_size=4, unique=True),
    steps=st.integers(1, 90),
    start=st.tuples(st.floats(-3, 3), st.floats(-3, 3)),
    lr=st.floats(0.01, 1e4),
)
def test_any_rules_from_anywhere_are_their_races(
    keys: list[str], seeds: list[int], steps: int, start: tuple[float, float], lr: float
) -> None:
    """Also such as leave the finite numbers, each at a step of its own."""
    optimizers = [KINDS[key]() for key in dict.fromkeys(keys)]
    optimizers = [
        replace(each, **{"lr": lr}) if each.settings().get("lr") else each for each in optimizers
    ]
    found = race(SURFACES["noisy_quadratic"], optimizers, start, steps, seeds=seeds)
    assert_each_is_its_race(found, optimizers)


def test_schedules_wrappers_and_users_rules_are_their_races() -> None:
    optimizers: list[Optimizer] = [
        SGD(lr=Piecewise(0.3, {10: 0.05})),  # type: ignore[arg-type]
        EMA(0.9)(ClipNorm(0.5)(Adam(lr=0.1))),
        Noise(0.1)(Momentum(lr=0.1)),
        Mixes(),
        ClipNorm(0.5)(Mixes()),
    ]
    assert_each_is_its_race(race(MOONS, optimizers, steps=20, seeds=(5, 2)), optimizers)


def test_minibatches_that_are_not_rowwise_run_seed_by_seed() -> None:
    assert MOONS.minibatches
    plain = replace(MOONS, minibatches=replace(MOONS.minibatches, rowwise=False))
    found = race(plain, [SGD(lr=0.2)], steps=9, seeds=range(3))
    assert_each_is_its_race(found, [SGD(lr=0.2)])


def test_seeds_that_do_not_fit_memory_at_once_run_in_blocks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(seeds_module, "AT_ONCE", 800)
    seven = entrants([kind() for kind in OPTIMIZERS.values()])
    conditions = seeds_module.Conditions(MOONS, seven, np.zeros(2), 9)
    assert [*seeds_module.blocks(conditions, (5, 6, 7))] == [(5, 6), (7,)]
    optimizers: list[Optimizer] = [SGD(lr=0.2), Adam(lr=0.1)]
    assert_each_is_its_race(race(MOONS, optimizers, steps=9, seeds=range(3)), optimizers)


def test_a_seeds_race_has_its_conditions_and_its_runs_by_name() -> None:
    found = race("noisy_moons", seeds=range(4), steps=6)
    assert (found.seeds, found.steps, len(found)) == ((0, 1, 2, 3), 6, 7)
    assert [run.name for run in found] == [each.name for each in found.entrants]
    assert found["Adam"].loss.shape == (7, 4)
    assert found["Adam"].x.shape == (7, 4, 2)
    assert found["Adam"] is found[6]
    with pytest.raises(KeyError, match="no run is called 'Adm'; there are SGD, "):
        found["Adm"]


def test_a_users_rule_that_fails_says_so() -> None:
    @dataclass(frozen=True)
    class Fails(Optimizer):
        """One that does."""

        def rule(self, x: Array, g: Array, s: State) -> Array:
            raise ArithmeticError("no")

    with pytest.raises(RuleFailed, match="Fails fails at step 1"):
        race(MOONS, [Fails()], steps=3, seeds=range(2))


@pytest.mark.parametrize(
    ("surface", "chosen", "words"),
    [
        (MOONS, {"seeds": []}, "seeds has none: give at least one"),
        (MOONS, {"seeds": 20}, r"seeds = 20 is not possible: give several, as range\(20\)"),
        (MOONS, {"seeds": "012"}, "seeds = '012' is not possible"),
        (MOONS, {"seeds": [1, 2, 1]}, "seed 1 is given twice"),
        (MOONS, {"seeds": [1, -2]}, "a seed = -2 is not possible: give a whole number from 0"),
        (MOONS, {"seeds": [0.5]}, "a seed = 0.5 is not possible"),
        (MOONS, {"seeds": [1], "seed": 1}, "seed and seeds are both given"),
        (MOONS, {"seeds": [1], "start": [(0, 0), (1, 1)]}, "seeds are for one start"),
        (BEALE, {"seeds": [1, 2]}, "Beale's function has no minibatches, so seeds change nothing"),
        (MOONS, {"seeds": range(3), "steps": MAX_STEPS // 2}, "3 seeds of 500,000 steps are more"),
    ],
    ids=str,
)
def test_seeds_that_are_not_possible(surface: Surface, chosen: dict[str, Any], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        race(surface, [SGD()], **chosen)


def test_seeds_and_arrays_of_settings_do_not_go_together() -> None:
    with pytest.raises(ValueError, match="seeds are for one start, not for a batch"):
        race(MOONS, [SGD(lr=np.array([[0.1], [0.2]]))], seeds=range(2))  # type: ignore[arg-type]
