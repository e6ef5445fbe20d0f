"""The relief: levels worth reading, and heights that rise with the loss."""

from itertools import pairwise

import numpy as np
import pytest

from optviz.heightmap import MOST_LEVELS, Heightmap, heightmap
from surfaces import SURFACES, Surface

every_surface = pytest.mark.parametrize("surface", SURFACES.values(), ids=SURFACES.keys())
RIPPLED = [SURFACES["ackley"], SURFACES["rastrigin"]]


@pytest.fixture
def ground(surface: Surface) -> Heightmap:
    return heightmap(surface)


@every_surface
def test_the_grid_is_the_surface(ground: Heightmap, surface: Surface) -> None:
    assert (ground.x[0], ground.x[-1]) == surface.xlim
    assert (ground.y[0], ground.y[-1]) == surface.ylim
    for column, row in [(0, 0), (3, 5), (-1, 0), (70, -2)]:
        here = surface.loss(ground.x[column], ground.y[row])
        assert ground.loss[row, column] == pytest.approx(float(here), rel=1e-12)


@every_surface
def test_levels_rise_and_are_few_and_inside(ground: Heightmap) -> None:
    assert 8 <= len(ground.levels) <= MOST_LEVELS <= 20
    assert (np.diff(ground.levels) > 0).all()
    assert ground.low <= ground.levels[0]
    assert ground.levels[-1] <= ground.loss.max()


@every_surface
def test_levels_are_round(ground: Heightmap) -> None:
    """None has finer digits than it takes to tell it from its neighbours."""
    gaps = np.diff(ground.levels)
    nearest = np.minimum(np.append(gaps, np.inf), np.append(np.inf, gaps))
    digits = ground.levels / 10 ** np.floor(np.log10(nearest) + 1e-9)
    np.testing.assert_allclose(digits, np.round(digits), rtol=1e-9)


@every_surface
def test_levels_are_at_whole_heights(ground: Heightmap) -> None:
    ranks = np.arange(1, len(ground.levels) + 1)
    np.testing.assert_allclose(ground.height(ground.levels), ranks, atol=1e-9)


@every_surface
def test_heights_rise_with_the_loss(ground: Heightmap) -> None:
    losses = np.sort(ground.loss, axis=None)
    heights = ground.height(losses)
    assert (np.diff(heights) >= 0).all()
    for low, high in pairwise(ground.levels):  # and between contours they really do
        assert (np.diff(ground.height(np.linspace(low, high, 50))) > 0).all()


@every_surface
def test_heights_are_from_zero_to_one_above_the_last_level(ground: Heightmap) -> None:
    heights = ground.height(ground.loss)
    assert heights.shape == ground.loss.shape
    assert heights.min() >= 0
    assert heights.max() <= len(ground.levels) + 1


@every_surface
def test_a_minimum_is_the_lowest_place(ground: Heightmap, surface: Surface) -> None:
    """The saddles have none, and their levels are evenly spread, as those of ripples are."""
    assert ground.geometric == (bool(surface.minima) and surface not in RIPPLED)
    losses = [float(surface.loss(np.array(x), np.array(y))) for x, y in surface.minima]
    if losses:
        assert min(losses) == pytest.approx(ground.low, abs=1e-6)
        assert ground.height(np.array(min(losses))) == pytest.approx(0, abs=1e-3)
