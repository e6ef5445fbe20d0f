"""A race over a hyper-parameter: every value's runs are those of the race at that value."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from optviz.batch import with_settings
from optviz.entrants import Entrant
from optviz.optimizers import SGD, Adam, Momentum
from optviz.oracles import Newton
from optviz.race import race
from optviz.scenes import SCENES
from optviz.studies.over import AT_ONCE, race_over
from optviz.studies.sweep import axis_for
from optviz.wrappers import EMA
from surfaces import SURFACES

BEALE = SURFACES["beale"]


@pytest.mark.parametrize(("name", "ends"), [("lr", (0.001, 1.0)), ("mu", (0.0, 0.99))])
def test_every_frame_is_a_real_race(name: str, ends: tuple[float, float]) -> None:
    mixed = [SGD(lr=0.001), EMA()(Momentum(lr=0.001, mu=0.9)), Adam(lr=0.3), Newton()]
    own = race(BEALE, mixed, (1, 1.6), 30)
    over = race_over(own, name, ends, AT_ONCE + 3)
    assert [over.values[0], over.values[-1]] == pytest.approx(ends)
    np.testing.assert_array_equal(over.values, axis_for(mixed[1], name, AT_ONCE + 3, ends))
    for place in (0, 7, AT_ONCE, AT_ONCE + 2):
        value = float(over.values[place])
        there = [
            replace(each.entrant, optimizer=replace(each.optimizer, **{name: value}))
            if name in each.optimizer.settings()
            else each.entrant
            for each in own
        ]
        alone = race(BEALE, there, (1, 1.6), 30)
        for run, true, varies in zip(over.runs[place], alone, over.varied, strict=True):
            assert varies == (name in true.optimizer.settings())
            assert run.last == true.last
            np.testing.assert_array_equal(run.x, true.x)
            np.testing.assert_array_equal(run.loss, true.loss)
            if "average" in true.state:
                np.testing.assert_array_equal(run.state["average"], true.state["average"])


def test_minibatches_are_those_of_the_race() -> None:
    moons = replace(SCENES["noisy_moons"], steps=12)
    over = race_over(moons, "lr", (0.01, 0.1), 3)
    own = moons.entrants[0]
    there = Entrant(own.name, with_settings(own.optimizer, {"lr": over.values[1:2]}), own.origin)
    alone = race(moons.surface, [there], moons.start, 12, moons.seed)
    np.testing.assert_allclose(over.runs[1][0].x, alone.runs[0].x[:, 0], rtol=1e-12)


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"name": "beta1"}, "^none of these optimizers has 'beta1': they have lr, mu$"),
        ({"between": (1, 0.1)}, "^lr from 1 to 0.1: give a range above 0"),
        ({"name": "mu", "between": (0.5, 1.0)}, "give a range from 0 to below 1"),
        ({"count": 1}, "^count = 1 is not possible"),
        ({"count": 2001}, "^count = 2001 is not possible"),
    ],
)
def test_what_is_not_possible_is_refused(given: dict[str, Any], says: str) -> None:
    own = race(BEALE, [SGD(), Momentum()], (1, 1.6), 3)
    with pytest.raises(ValueError, match=says):
        race_over(own, **given)


def test_many_starts_and_too_many_steps_are_refused() -> None:
    many = race(BEALE, [SGD()], [(1, 1.6), (0, 1)], 3)
    with pytest.raises(ValueError, match="has one start: this is a batch"):
        race_over(many)
    long = race(BEALE, [SGD(lr=1e-4)], (1, 1.6), 9000)
    with pytest.raises(ValueError, match="120 values of 9,000 steps are too many: give 111"):
        race_over(long)


def test_progress_is_told_and_may_end_it() -> None:
    own = race(BEALE, [SGD()], (1, 1.6), 3)
    told: list[float] = []
    race_over(own, count=2 * AT_ONCE + 1, tell=told.append)
    assert told == sorted(told)
    assert told[-1] == 1
    assert len(told) == 3

    def stop(share: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        race_over(own, tell=stop)
