"""Rules that mix a batch, and those that do not: a batch is its races alone, to the last bit."""

import math
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import pytest

from optviz.batch import run_trials, same_start, with_settings
from optviz.optimizers import Adam, Optimizer
from optviz.race import race
from optviz.stepping import RuleFailed, mixing, prepared, takes_longer
from optviz.stepping.run_by_run import RunByRun
from optviz.studies.basins import basins
from optviz.studies.sweep import sweep
from optviz.studies.targets import DIVERGED, NOT_THERE
from surfaces import SURFACES

BEALE = SURFACES["beale"]
STARTS = np.array([[1.0, 1.6], [0.5, 0.2], [-1.0, 2.0], [3.0, -0.5], [4.5, 4.5]])
RATES = np.array([1e-4, 0.01, 0.1, 2.0])


@pytest.fixture(autouse=True)
def nothing_is_known() -> Iterator[None]:
    mixing.MIXED.clear()
    mixing.tried.cache_clear()
    yield
    mixing.MIXED.clear()


@dataclass(frozen=True)
class Clips(Optimizer):
    """The usual way, with one norm of all there is."""

    lr: float = 0.1

    def rule(self, x: Any, g: Any, s: Any) -> Any:
        return x - self.lr * g / max(1.0, np.linalg.norm(g))


@dataclass(frozen=True)
class Trust(Optimizer):
    """As LAMB has it."""

    lr: float = 0.1
    memory: ClassVar[tuple[str, ...]] = ("m",)

    def rule(self, x: Any, g: Any, s: Any) -> Any:
        s.m = 0.9 * s.m + 0.1 * g
        s.ratio = np.linalg.norm(x) / np.linalg.norm(s.m)
        return x - self.lr * s.ratio * s.m


@dataclass(frozen=True)
class Decides(Optimizer):
    """One decision for all."""

    lr: float = 0.1

    def rule(self, x: Any, g: Any, s: Any) -> Any:
        if np.max(np.abs(g)) > 10:
            g = g / 10
        return x - self.lr * (g - g.mean())


@dataclass(frozen=True)
class Late(Optimizer):
    """Mixes nothing until its first value has been seen, far into a race."""

    lr: float = 0.1
    memory: ClassVar[tuple[str, ...]] = ("best",)

    def rule(self, x: Any, g: Any, s: Any) -> Any:
        s.best = s.best + np.abs(g)
        if 30 < s.t < 90:  # no step of the trial
            g = g / np.linalg.norm(g)
        return x - 0.001 * self.lr * g


@dataclass(frozen=True)
class Switch(Optimizer):
    """A setting decides, which cannot be an array then."""

    lr: float = 0.1

    def rule(self, x: Any, g: Any, s: Any) -> Any:
        return x - np.sign(g) * (0.1 if self.lr > 0.05 else self.lr)


@dataclass(frozen=True)
class Looks(Optimizer):
    """Looks ahead by one length for all."""

    lr: float = 0.01
    memory: ClassVar[tuple[str, ...]] = ("v",)

    def lookahead(self, x: Any, state: Any) -> Any:
        return x + 0.5 * state.v / max(1.0, np.linalg.norm(state.v))

    def rule(self, x: Any, g: Any, s: Any) -> Any:
        s.v = 0.9 * s.v - self.lr * g
        return x + s.v


@dataclass(frozen=True)
class Torchlike(Optimizer):
    """Keeps what it has not named in `memory`; goes the wrong way where a batch has shrunk."""

    lr: float = 0.1

    def rule(self, x: Any, g: Any, s: Any) -> Any:
        s.v = g if s.t == 1 else 0.9 * s.v + g
        return x - self.lr * s.v


@dataclass(frozen=True)
class Numbers(Optimizer):
    """Remembers a number for both coordinates."""

    lr: float = 0.1
    memory: ClassVar[tuple[str, ...]] = ("n",)

    def rule(self, x: Any, g: Any, s: Any) -> Any:
        s.n = 0.9 * np.mean(s.n) + np.linalg.norm(g)
        return x - self.lr * g / s.n


@dataclass(frozen=True)
class Apart(Optimizer):
    """Clips each run by its own norm."""

    lr: float = 0.1
    memory: ClassVar[tuple[str, ...]] = ("norm",)

    def rule(self, x: Any, g: Any, s: Any) -> Any:
        s.norm = np.sqrt((g * g).sum(axis=-1, keepdims=True)) + 0 * s.norm
        return x - self.lr * g / np.maximum(1, s.norm)


@dataclass(frozen=True)
class Derives(Optimizer):
    """Checks its setting and derives another, as one number."""

    lr: float = 0.1

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.lr > 5:
            raise ValueError("lr is 5 at most")
        object.__setattr__(self, "half", math.sqrt(self.lr))

    def rule(self, x: Any, g: Any, s: Any) -> Any:
        return x - self.half * np.sign(g)  # type: ignore[attr-defined]


MIXING = [Clips, Trust, Decides, Late, Switch, Looks, Numbers]
KINDS: list[Any] = [*MIXING, Torchlike, Apart, Derives]
every_kind = pytest.mark.parametrize("kind", KINDS)


@every_kind
def test_a_batch_of_starts_is_a_race_from_each(kind: Any) -> None:
    entrants = [kind(), kind(lr=0.01), Adam()]
    together = race(BEALE, entrants, STARTS, steps=50)
    for k, start in enumerate(STARTS):
        for run, alone in zip(together, race(BEALE, entrants, start, steps=50), strict=True):
            np.testing.assert_array_equal(run.x[:, k], alone.x)
            np.testing.assert_array_equal(run.grad_at[:, k], alone.grad_at)
            assert run.state.keys() == alone.state.keys()
            for name, value in run.state.items():
                np.testing.assert_array_equal(value[:, k], alone.state[name])


@every_kind
def test_a_batch_of_settings_is_a_race_with_each(kind: Any) -> None:
    (together,) = race(BEALE, [with_settings(kind(), {"lr": RATES})], steps=50)
    for k, rate in enumerate(RATES):
        (alone,) = race(BEALE, [kind(lr=rate)], steps=50)
        np.testing.assert_array_equal(together.x[:, k], alone.x)


@every_kind
def test_a_sweep_is_made_of_races(kind: Any) -> None:
    (*_, found) = sweep(BEALE, [kind()], {"lr": RATES}, steps=50)
    for k, rate in enumerate(RATES):
        (alone,) = race(BEALE, [kind(lr=rate)], steps=50)
        assert found.final[0, k] == (alone.loss[-1] if alone.ended is None else np.inf)
        assert found.diverged[0, k] == (np.inf if alone.ended is None else alone.ended)
    assert bool(found.notes) == (kind in (*MIXING, Derives))


@every_kind
def test_a_basin_map_is_made_of_races(kind: Any) -> None:
    (*_, found) = basins(BEALE, [kind(lr=0.02)], (7, 7), steps=50)
    for row in range(0, 7, 2):
        for column in range(0, 7, 2):
            (run,) = race(BEALE, [kind(lr=0.02)], (found.x[column], found.y[row]), steps=50)
            near = np.hypot(*(run.x[-1] - found.minima[0])) <= found.radius
            ends = DIVERGED if run.ended else 0 if near else NOT_THERE
            assert found.minimum[0, row, column] == ends


def test_what_mixes_is_found_before_it_is_stepped_or_while_it_is() -> None:
    shape = (5, 2)
    before = {kind.__name__ for kind in KINDS if takes_longer(kind(), shape)}
    assert before == {"Clips", "Trust", "Decides", "Looks", "Numbers"}
    race(BEALE, [Late()], STARTS, steps=50)
    assert takes_longer(Late(), shape)
    assert isinstance(prepared(Late(), shape), RunByRun)
    assert not takes_longer(Clips(), (2,))  # a single start


@dataclass(frozen=True)
class Sleeps(Optimizer):
    """Works on each coordinate, in its time."""

    lr: float = 0.001

    def rule(self, x: Any, g: Any, s: Any) -> Any:
        time.sleep(0.2)
        return x - self.lr * g


def test_a_trial_does_not_wait_for_slow_rules() -> None:
    began = time.monotonic()
    assert takes_longer(Sleeps(), (5, 2))  # not known to be needed, and right in any case
    assert time.monotonic() - began < 5 * 0.2 * len(mixing.TIMES)


def test_a_batch_of_several_axes_is_one_of_many_runs() -> None:
    grid = STARTS[:4].reshape(2, 1, 2, 2)
    rates: Any = np.array([0.1, 0.01])[:, None, None]
    (together,) = race(BEALE, [Clips(lr=rates)], grid, steps=9)
    assert together.x.shape == (10, 2, 2, 2, 2)
    for place in np.ndindex(2, 2, 2):
        rate = (0.1, 0.01)[place[1]]
        start = grid[place[0], 0, place[2]]
        (alone,) = race(BEALE, [Clips(lr=rate)], start, steps=9)
        np.testing.assert_array_equal(together.x[(slice(None), *place)], alone.x)


@dataclass(frozen=True)
class Chance(Optimizer):
    """Another step each time."""

    lr: float = 0.1

    def rule(self, x: Any, g: Any, s: Any) -> Any:
        return x - self.lr * np.random.rand() * g


@dataclass(frozen=True)
class Counts(Optimizer):
    """Keeps its steps where all runs share them."""

    lr: float = 0.1
    steps: ClassVar[list[int]] = []

    def rule(self, x: Any, g: Any, s: Any) -> Any:
        self.steps.append(1)
        return x - self.lr / len(self.steps) * g


@pytest.mark.parametrize("kind", [Chance, Counts])
def test_what_no_run_repeats_is_not_studied(kind: Any) -> None:
    (run,) = race(BEALE, [kind()], steps=5)
    assert np.isfinite(run.x).any()
    says = r"takes another step when it is asked the same again.*: it can race from one start"
    with pytest.raises(RuleFailed, match=says):
        race(BEALE, [kind()], STARTS, steps=5)
    with pytest.raises(ValueError, match=says):
        list(sweep(BEALE, [kind()], {"lr": RATES}, steps=5))


def test_a_setting_that_a_class_refuses_is_named() -> None:
    says = r"test_batches\.py, line \d+: Derives cannot begin: ValueError: lr is 5 at most"
    (*_, found) = sweep(BEALE, [Derives(), Adam()], {"lr": [0.1, 6.0]}, steps=5)
    assert [each.name for each in found.entrants] == ["Adam"]
    with pytest.raises(ValueError, match=says):
        list(sweep(BEALE, [Derives()], {"lr": [0.1, 6.0]}, steps=5))


def test_outcomes_of_trials_are_those_of_races() -> None:
    tried = with_settings(Trust(), {"lr": RATES})
    found = run_trials(BEALE, [tried, Adam()], same_start(BEALE.start, 4), 30, mean=True)
    for k, rate in enumerate(RATES):
        (alone,) = race(BEALE, [Trust(lr=rate)], steps=30)
        if alone.ended is None:
            assert found.final[0, k] == alone.loss[-1]
            assert found.mean[0, k] == pytest.approx(alone.loss[1:].mean(), rel=1e-12)
