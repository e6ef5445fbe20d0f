"""Many seeds that other processes run are those of one, bit for bit, partial results too."""

import os
from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest
from joblib import parallel_config
from joblib.externals.loky import get_reusable_executor

from optviz.entrants import Entrants
from optviz.optimizers import OPTIMIZERS, SGD, Adam, Array, Optimizer, State
from optviz.race import SeedsRace, race, race_by_seeds
from optviz.rule_failed import RuleFailed
from optviz.scenes.catalog import CATALOG
from optviz.schedules import Cosine, Warmup
from optviz.wrappers import EMA, ClipNorm, Noise
from surfaces import SURFACES, Surface
from surfaces.data import logistic
from tests.support.trajectories import assert_same

MOONS = SURFACES["noisy_moons"]
SEVEN = [kind() for kind in OPTIMIZERS.values()]


@pytest.fixture(scope="module", autouse=True)
def new_workers() -> None:
    """Those that other tests began may stand in a folder that is gone."""
    get_reusable_executor().shutdown(wait=True)


@dataclass(frozen=True)
class Norms(Optimizer):
    """Of this file, which other processes cannot import by a name of their own."""

    lr: float = 0.1

    def rule(self, x: Array, g: Array, s: State) -> Array:
        return x - self.lr * g / (1 + np.linalg.norm(g))


@dataclass(frozen=True)
class FailsFarOut(Optimizer):
    """Raises under some seeds only, and remembers where."""

    lr: float = 0.1

    def rule(self, x: Array, g: Array, s: State) -> Array:
        if x[0] > 0.25:
            raise RuntimeError(f"too far out in {os.getpid()}")
        return x - self.lr * g


def assert_same_races(one: SeedsRace, other: SeedsRace) -> None:
    assert (one.seeds, one.steps, one.surface) == (other.seeds, other.steps, other.surface)
    for mine, theirs in zip(one.races, other.races, strict=True):
        assert (mine.seed, mine.steps) == (theirs.seed, theirs.steps)
        for a, b in zip(mine, theirs, strict=True):
            assert a.entrant == b.entrant
            assert type(a.optimizer) is type(b.optimizer)
            assert a.ending == b.ending
            assert_same(a, b)


def draws() -> Surface:
    table = np.random.Generator(np.random.PCG64(3)).normal(size=(23, 3))
    return logistic(table[:, :2], table[:, 2] > 0, batch=4)


def ones_own() -> Entrants:
    wrapped: list[Any] = [
        EMA(0.9)(ClipNorm(1.0)(Adam(lr=0.3))),
        SGD(lr=Warmup(3) | Cosine(0.1, 9)),  # type: ignore[arg-type]
        Noise(0.1)(SGD(lr=0.1)),
        Norms(),
        ClipNorm(0.5)(Norms()),
    ]
    return wrapped


CASES: dict[str, tuple[Surface, Any]] = {
    "seven": (MOONS, SEVEN),
    "endings": (SURFACES["noisy_quadratic"], [SGD(lr=1e3), Adam(lr=0.2)]),
    "stages": (CATALOG["jump"].surface, [SGD(lr=0.1), Adam(lr=0.1)]),
    "one's own": (draws(), ones_own()),
}


@pytest.mark.parametrize("case", CASES)
def test_each_seed_is_the_same_elsewhere(case: str) -> None:
    surface, optimizers = CASES[case]
    here = race(surface, optimizers, steps=150 if case == "endings" else 30, seeds=(4, 0, 9, 2, 7))
    with parallel_config(backend="loky", n_jobs=2):
        there = race(surface, optimizers, steps=here.steps, seeds=here.seeds)
    assert_same_races(here, there)


@pytest.mark.parametrize("backend", ["multiprocessing", "threading"])
@pytest.mark.parametrize("many", [1, 2, 7])
def test_no_number_of_jobs_or_seeds_shows(backend: str, many: int) -> None:
    here = race(MOONS, SEVEN[:2], steps=9, seeds=range(many))
    with parallel_config(backend=backend, n_jobs=3):
        assert_same_races(here, race(MOONS, SEVEN[:2], steps=9, seeds=range(many)))


def test_blocks_come_one_after_the_other_and_are_run_elsewhere() -> None:
    with parallel_config(backend="loky", n_jobs=3):
        found = list(race_by_seeds("noisy_moons", None, None, 6, range(7)))
    assert [each.seeds for each in found] == [tuple(range(k)) for k in (3, 6, 7)]
    whole = race("noisy_moons", steps=6, seeds=range(7))
    assert_same_races(found[-1], whole)
    for part in found:
        assert_same_races(part, race("noisy_moons", steps=6, seeds=part.seeds))


def test_one_may_stop_in_the_middle() -> None:
    with parallel_config(backend="loky", n_jobs=2):
        races = race_by_seeds(MOONS, SEVEN, None, 30, range(8))
    assert next(races).seeds == (0, 1, 2, 3)
    races.close()  # type: ignore[attr-defined]
    here = race(MOONS, SEVEN[:2], steps=5, seeds=range(3))
    with parallel_config(backend="loky", n_jobs=2):
        assert_same_races(here, race(MOONS, SEVEN[:2], steps=5, seeds=range(3)))


def test_a_rule_that_fails_is_told_of_by_this_process() -> None:
    with (
        parallel_config(backend="loky", n_jobs=2),
        pytest.raises(RuleFailed, match=rf"FailsFarOut fails .*too far out in {os.getpid()}"),
    ):
        race(MOONS, [SGD(), FailsFarOut()], steps=200, seeds=range(4))


def test_what_is_not_possible_is_said_at_once() -> None:
    with pytest.raises(ValueError, match="Beale's function has no minibatches"):
        race_by_seeds("beale", None, None, None, range(3))
