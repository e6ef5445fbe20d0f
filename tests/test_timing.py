"""What takes long is told from its first steps, and is the same race."""

import time
from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest

from optviz import timing
from optviz.entrants import Entrant, entrants
from optviz.memo import NotYet, elsewhere
from optviz.optimizers import SGD, Adam, Optimizer
from optviz.race import race
from optviz.timing import long_race, seconds_for
from surfaces import SURFACES
from surfaces.formula import formula_surface

BEALE = SURFACES["beale"]
TWO = entrants([SGD(lr=0.001), Adam(lr=0.1)])


def test_twice_the_steps_take_about_twice_as_long() -> None:
    short, long = (
        min(seconds_for(None, BEALE, TWO, BEALE.start, steps, 0) for _ in range(5))
        for steps in (100, 1000)
    )
    assert 2 < long / short < 50


def test_a_costly_formula_takes_longer_than_a_cheap_one() -> None:
    costly = formula_surface("+".join(["x**64"] * 60), (-1, 1), (-1, 1), (0.5, 0.5))
    cheap = formula_surface("x*y", (-1, 1), (-1, 1), (0.5, 0.5))
    one, other = (seconds_for(None, each, TWO, each.start, 200, 0) for each in (costly, cheap))
    assert one > 5 * other


def test_what_is_there_takes_no_time() -> None:
    before = race(BEALE, TWO, BEALE.start, 50)
    assert seconds_for(before, BEALE, TWO, BEALE.start, 50, 0) == 0
    assert seconds_for(before, BEALE, TWO, BEALE.start, 51, 0) > 0
    assert seconds_for(before, BEALE, TWO, BEALE.start, 1, 0) > 0  # one step tells nothing yet


@dataclass(frozen=True)
class Sleeps(Optimizer):
    """Waits at each step."""

    lr: float = 0.1

    def rule(self, x: Any, g: Any, s: Any) -> Any:
        time.sleep(0.01)
        return x - self.lr * g


def test_a_rule_that_waits_makes_a_race_long() -> None:
    waits = (Entrant("Sleeps", Sleeps()),)
    assert seconds_for(None, BEALE, waits, BEALE.start, 100, 0) > 0.9


def test_a_long_race_is_the_race(monkeypatch: pytest.MonkeyPatch) -> None:
    conditions = BEALE, TWO, BEALE.start, 50, 0
    with elsewhere(), pytest.raises(NotYet, match="racing"):
        long_race(*conditions)
    for here, there in zip(race(*conditions), long_race(*conditions).race, strict=True):
        np.testing.assert_array_equal(here.x, there.x)
    monkeypatch.setattr(timing, "race_that_runs", None)
    with elsewhere():
        assert long_race(*conditions).race.steps == 50
    long_race.clear()
