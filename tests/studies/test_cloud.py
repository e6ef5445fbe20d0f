"""Clouds: where they begin, that trials are races of their own, and where they are counted."""

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pytest

from optviz.batch import Array
from optviz.optimizers import SGD, Optimizer, State
from optviz.race import race
from optviz.scenes.catalog import CATALOG
from optviz.studies.basins import basins
from optviz.studies.cloud import COLUMNS, RADIUS, SHAPES, Cloud, columns_of
from optviz.studies.swarms import KEPT, Swarms
from optviz.studies.targets import SHARE
from surfaces import SURFACES

BEALE, HIMMELBLAU = CATALOG["beale"], CATALOG["himmelblau"]


def test_a_disc_is_a_sunflower() -> None:
    """Vogel's formula with the golden angle; the recurrence may differ in the last digits only."""
    k, sides = np.arange(1000), np.ptp([BEALE.surface.xlim, BEALE.surface.ylim], axis=1)
    far, angle = RADIUS * np.sqrt((k + 0.5) / 1000), k * np.pi * (3 - np.sqrt(5))
    found = (Cloud("disc", 1000).starts(BEALE.surface, np.array([1.0, 1.6])) - (1, 1.6)) / sides
    expected = np.stack([far * np.cos(angle), far * np.sin(angle)], axis=-1)
    assert np.abs(found - expected).max() < 1e-12


@pytest.mark.parametrize("trials", COLUMNS)
def test_a_whole_picture_is_in_equal_cells(trials: int) -> None:
    starts = Cloud("picture", trials).starts(BEALE.surface, np.zeros(2))
    x, y = (np.unique(each) for each in starts.T)
    assert (len(x), len(x) * len(y)) == (COLUMNS[trials], trials)
    assert np.allclose(np.diff(x), np.ptp(BEALE.surface.xlim) / len(x))
    assert np.allclose(np.diff(y), np.ptp(BEALE.surface.ylim) / len(y))


@pytest.mark.parametrize("scene", ["beale", "jump", "noisy_moons"])
def test_trials_are_single_races_bit_for_bit(scene: str) -> None:
    own = CATALOG[scene]
    cloud = Swarms(
        race(own.surface, list(own.entrants), own.start, 40, own.seed), Cloud("disc", 50)
    )
    passed = []
    for step in range(41):
        cloud.seek(step)
        passed.append(cloud.latest[-1])
    x = np.array(passed)
    for trial in range(0, 50, 7):
        runs = race(own.surface, list(own.entrants), cloud.start[trial], 40, own.seed)
        for i, run in enumerate(runs):
            last = int(run.last)
            assert np.array_equal(run.x[: last + 1], x[: last + 1, i, trial])
            assert (x[last:, i, trial] == x[last, i, trial]).all()  # what has ended stays
            assert cloud.lost[i, trial] == (run.diverged is not None)


def test_back_and_forth_is_the_same() -> None:
    cloud = Swarms(BEALE.race(), Cloud("line", 50))
    cloud.seek(60)
    there, ran = list(cloud.latest), cloud.fine
    assert len(there) == KEPT
    cloud.seek(3)
    assert len(cloud.latest) == KEPT
    cloud.seek(0)
    assert len(cloud.latest) == 1
    cloud.seek(60)
    assert np.array_equal(there, list(cloud.latest))
    assert np.array_equal(ran, cloud.fine)


def test_counts_are_those_of_a_basin_map() -> None:
    """From the same starts; where there is no minimum that a map's radius tells apart."""
    own = race(HIMMELBLAU.surface, [SGD(lr=0.01)], steps=80)
    cloud, columns = Swarms(own, Cloud("picture", 200)), columns_of(own.surface)
    cloud.seek(80)
    (low, high), (down, up) = own.surface.xlim, own.surface.ylim
    wide, tall = (high - low) / 40, (up - down) / 20
    inner = replace(own.surface, xlim=(low + wide, high - wide), ylim=(down + tall, up - tall))
    radius = SHARE * np.hypot(high - low, up - down)
    *_, done = basins(inner, [SGD(lr=0.01)], (10, 20), 80, radius=radius)
    places = [int((done.minimum == kind).sum()) for kind in (0, 1, 2, 3, -1, -2)]
    assert cloud.counts(columns)[0].tolist() == places
    assert sum(places) == 200


def test_columns_of_many_minima_and_of_none() -> None:
    many = columns_of(SURFACES["rastrigin"])
    assert many.heads == ("lowest minimum", "other minima", "elsewhere", "diverged")
    flat = replace(BEALE.surface, minima=(), floors=())
    assert columns_of(flat).heads == ("elsewhere", "diverged")
    assert columns_of(flat).targets is None
    counts = Swarms(race(flat, [SGD()], steps=1), Cloud("disc", 50)).counts(columns_of(flat))
    assert counts.tolist() == [[50, 0]]


def test_a_start_without_a_loss_has_diverged() -> None:
    def roots(x: Any, y: Any) -> Any:
        return np.sqrt(x) + y * y

    own = replace(
        BEALE.surface, loss=roots, residuals=None, gradient=None, partial=True, minima=(), floors=()
    )
    cloud = Swarms(race(own, [SGD()], (1, 1), 1), Cloud("line", 50))
    assert np.array_equal(cloud.lost[0], cloud.start[:, 0] < 0)


@dataclass(frozen=True)
class Mixing(Optimizer):
    """A rule whose steps depend on the whole batch, unless it is told that they may not."""

    lr: float = 0.01

    def rule(self, x: Array, g: Array, s: State) -> Array:
        return x - self.lr * g / (1 + np.linalg.norm(g))


def test_rules_that_mix_a_batch_are_stepped_trial_by_trial() -> None:
    cloud = Swarms(race(BEALE.surface, [Mixing()], (1, 1.6), 10), Cloud("disc", 50))
    cloud.seek(10)
    (run,) = race(BEALE.surface, [Mixing()], cloud.start[17], 10)
    assert np.array_equal(run.x[-1], cloud.latest[-1][0, 17])


def test_every_shape_is_told_as_it_is_read() -> None:
    assert [Cloud(shape, 50).told for shape in SHAPES] == ["disc:50", "line:50", "picture:50"]
