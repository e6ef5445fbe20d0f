"""Sentences over many seeds and starts are true: what they count is counted again."""

import re

import numpy as np
import pytest

from optviz.optimizers import SGD, Adam, Momentum
from optviz.race import SeedsRace, race
from optviz.stories.bundles import (
    ahead_sentence,
    bundle_conditions,
    bundle_table,
    one_seed_sentence,
)
from surfaces import SURFACES

MOONS, BEALE = SURFACES["noisy_moons"], SURFACES["beale"]
STARTS = [(1.0, 1.6), (0.5, 0.2), (3.0, 0.4), (4.5, 4.5)]


@pytest.fixture(scope="module")
def moons() -> SeedsRace:
    return race("noisy_moons", seeds=range(20))


@pytest.mark.parametrize("step", [1, 40, None])
def test_who_is_said_to_be_ahead_is(moons: SeedsRace, step: int | None) -> None:
    said = ahead_sentence(moons, step)
    at = moons.steps if step is None else step
    first = re.match(rf"After {at} steps? (\w+) is ahead in (\d+) of 20 seeds", said)
    assert first, said
    told = dict([(first[1], first[2]), *re.findall(r", (\w+) in (\d+)", said)])
    wins = [min(own, key=lambda run: run.loss[at]).name for own in moons.races]
    assert told == {name: str(wins.count(name)) for name in set(wins)}
    assert max(wins, key=wins.count) in {name for name in told if told[name] == first[2]}


def test_the_table_has_the_quartiles_of_the_last_losses(moons: SeedsRace) -> None:
    lines = bundle_table(moons).splitlines()[1:]
    assert len(lines) == 7
    for line, run in zip(lines, moons, strict=True):
        name, *numbers, count = line.split()
        assert name == run.name
        expected = np.quantile(run.loss[-1], [0.25, 0.5, 0.75])
        np.testing.assert_allclose([float(each) for each in numbers], expected, rtol=1e-3)
        assert 0 <= int(count) <= 20
    assert bundle_table(moons, most=2).splitlines()[-1] == "and 5 more"


def test_ties_and_early_ends_are_told() -> None:
    both = race(BEALE, {"one": Momentum(lr=0.01), "two": Momentum(lr=0.01)}, STARTS, steps=40)
    ended = int((both[0].last < 40).sum())
    assert 0 < ended < 4
    said = "After 40 steps no optimizer is ahead in any of 4 starts, "
    said += f"several level in {4 - ended}, all ended early in {ended}"
    assert ahead_sentence(both) == said
    assert f"   {ended} ended early" in bundle_table(both)
    assert "inf" in bundle_table(race(BEALE, [SGD(lr=10.0)], STARTS, steps=40))


@pytest.mark.parametrize(
    ("optimizers", "words"),
    [
        ([SGD(lr=0.1), Adam(lr=1e-9)], "SGD is ahead"),
        ([SGD(lr=0.0), Adam(lr=0.0)], "several are level"),
    ],
)
def test_a_comparison_on_one_seed_says_that_it_is_one(
    optimizers: list[SGD | Adam], words: str
) -> None:
    said = ahead_sentence(race(MOONS, optimizers, steps=5, seeds=[4]))
    assert said == f"After 5 steps {words}; this is one seed, others may end otherwise"
    alone = one_seed_sentence(race(MOONS, optimizers, steps=5, seed=4))
    assert alone == "this is one seed of the minibatches, 4; others may end otherwise"
    assert one_seed_sentence(race(BEALE, optimizers, steps=5)) == ""


def test_one_start_that_ends_early_says_so() -> None:
    said = ahead_sentence(race(BEALE, [SGD(lr=10.0)], [(1.0, 1.6)], steps=30))
    assert (
        said == "After 30 steps all have ended early; this is one start, others may end otherwise"
    )


def test_conditions_of_many_starts() -> None:
    assert bundle_conditions(race(BEALE, [SGD()], STARTS, steps=3)) == "4 starts; 3 steps"
