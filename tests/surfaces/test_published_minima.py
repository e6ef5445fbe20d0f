"""The minima of well-known functions: where the literature has them, and nowhere else.

Heights and places are written out as they are published, with as many digits; the source stands
beside them. How many there are in the picture is held against a search over all of it.
"""

from dataclasses import dataclass

import numpy as np
import pytest

from surfaces import SURFACES, Surface
from surfaces.minima import find_minima
from surfaces.surface import Array

JAMIL_YANG = "M. Jamil and X.-S. Yang, A literature survey of benchmark functions, 2013"


@dataclass(frozen=True)
class Published:
    """What a source says: ((x, y), height) of minima, and how many digits behind the point."""

    source: str
    minima: tuple[tuple[tuple[float, float], float], ...]
    digits: int
    count: int  # minima in the picture, local ones included


PUBLISHED = {
    "rosenbrock": Published(
        "H. H. Rosenbrock, The Computer Journal 3(3), 1960", (((1, 1), 0),), 9, 1
    ),
    "booth": Published(JAMIL_YANG, (((1, 3), 0),), 9, 1),
    "himmelblau": Published(
        "D. M. Himmelblau, Applied Nonlinear Programming, 1972",
        (
            ((3, 2), 0),
            ((-2.805118, 3.131312), 0),
            ((-3.779310, -3.283186), 0),
            ((3.584428, -1.848126), 0),
        ),
        5,
        4,
    ),
    "six_hump_camel": Published(
        "L. C. W. Dixon and G. P. Szego, Towards Global Optimisation 2, 1978",
        (((0.0898, -0.7126), -1.0316), ((-0.0898, 0.7126), -1.0316)),
        4,
        6,
    ),
    "styblinski_tang": Published(
        f"{JAMIL_YANG}: -39.16599 for each coordinate", (((-2.903534, -2.903534), -78.33198),), 3, 4
    ),
    "goldstein_price": Published(
        "A. A. Goldstein and J. F. Price, Mathematics of Computation 25(115), 1971",
        (((0, -1), 3), ((-0.6, -0.4), 30), ((1.8, 0.2), 84), ((1.2, 0.8), 840)),
        9,
        4,
    ),
    "ackley": Published("D. H. Ackley, 1987", (((0, 0), 0),), 9, 25),
    "rastrigin": Published("L. A. Rastrigin, 1974", (((0, 0), 0),), 9, 121),
    "ill_conditioned": Published("a sum of squares", (((0, 0), 0),), 9, 1),
}
every_published = pytest.mark.parametrize("key", PUBLISHED)

LISTED = {name: surface for name, surface in SURFACES.items() if not surface.stages}
every_listed = pytest.mark.parametrize("surface", LISTED.values(), ids=LISTED.keys())


def height(surface: Surface, where: Array) -> Array:
    return np.asarray(surface.loss(where[..., 0], where[..., 1]))


@every_published
def test_a_published_minimum_has_its_published_height(key: str) -> None:
    surface, published = SURFACES[key], PUBLISHED[key]
    within = 10.0**-published.digits
    for place, low in published.minima:
        apart = np.abs(np.array(surface.minima) - place).max(axis=-1)
        nearest = np.array(surface.minima[int(apart.argmin())])
        assert apart.min() <= within
        assert height(surface, nearest) == pytest.approx(low, abs=within)


@every_published
def test_no_listed_minimum_is_lower_than_published(key: str) -> None:
    surface, published = SURFACES[key], PUBLISHED[key]
    lowest = min(low for _, low in published.minima)
    assert height(surface, np.array(surface.minima)).min() >= lowest - 10.0**-published.digits


@every_published
def test_all_minima_are_listed(key: str) -> None:
    assert len(set(SURFACES[key].minima)) == PUBLISHED[key].count


@every_listed
def test_there_the_slope_is_zero_and_around_it_is_higher(surface: Surface) -> None:
    angles = np.linspace(0, 2 * np.pi, 90, endpoint=False)
    around = np.stack([np.cos(angles), np.sin(angles)], axis=-1)
    for minimum in surface.minima:
        gradient = (surface.gradient or surface.autograd_gradient)(*np.array(minimum))
        assert np.abs(gradient).max() < 1e-8
        for radius in (1e-3, 0.05):
            assert (
                height(surface, minimum + radius * around) > height(surface, np.array(minimum))
            ).all()


@every_listed
def test_the_search_finds_what_is_listed_and_nothing_else(surface: Surface) -> None:
    gradient = surface.gradient or surface.autograd_gradient
    result = find_minima(surface.loss, gradient, surface.xlim, surface.ylim)
    found = np.reshape(result.minima, (-1, 2))
    assert (result.floors, result.unlisted) == ((), 0)
    assert len(found) == len(surface.minima)
    for minimum in surface.minima:
        assert np.abs(found - minimum).max(axis=-1).min() < 2e-7


def test_the_plateau_is_flat_and_the_cliff_steep() -> None:
    cliff = SURFACES["cliff"]
    assert cliff.gradient
    x = np.linspace(*cliff.xlim, 6001)
    gradient = np.abs(cliff.gradient(x, np.zeros_like(x))[0])
    assert gradient[np.abs(x - 1) > 0.5].max() < 0.041
    assert gradient.max() == pytest.approx(5.01, abs=1e-3)


def test_the_hole_of_ackleys_function_is_pointed() -> None:
    ackley = SURFACES["ackley"]
    for angle in np.linspace(0, 6, 7):
        out = 1e-7 * np.array([np.cos(angle), np.sin(angle)])
        assert height(ackley, out) / 1e-7 == pytest.approx(2 * np.sqrt(2), rel=1e-4)
    assert ackley.step_gradient(np.zeros(2)).tolist() == [0, 0]
