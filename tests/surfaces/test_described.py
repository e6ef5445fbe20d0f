"""What is said of a surface's minima, and which of them are the lowest."""

import pytest

from surfaces import SURFACES
from surfaces.described import lowest_minima, minima_text
from surfaces.formula import formula_surface

BOX = (-2, 2), (-2, 2)

SAID = {
    "x^2 + y^2": "One minimum is found: 0 at (0, 0).",
    "x + y": "There is no minimum in this picture.",
    "(x^2 - 1)^2 + y^2": "2 minima are found, all equally low: 0.",
    "(x^2 - 1)^2 + y^2 - x/10": "2 minima are found, the lowest -0.1006 at (1.012, 0).",
    "(x^2 + y^2 - 1)^2": "The floor of a valley is level at 0: each of its points is as low, and "
    "none is a minimum of its own.",
    "5 + (x*y - 1)^2": "There are 2 valleys with level floors, the lowest at 5: each point of a "
    "floor is as low, and none is a minimum of its own.",
    "7 + max(x, 0)^2": "The loss is level at its lowest, 7, over an area.",
    "sin(9*x)^2 + sin(9*y)^2 + x^2 + y^2": "121 minima are found, the lowest 0 at (0, 0).",
    "sin(30*x)^2 + sin(30*y)^2 + x^2 + y^2": "The 40 lowest of about 1,500 minima are marked, the "
    "lowest 0 at (0, 0).",
    "sin(2000*x)^2 + sin(2000*y)^2 + x^2 + y^2": "There are more minima than can be told apart in "
    "this picture: only the lowest found is marked, 0 at (0, 0).",
}


@pytest.mark.parametrize("formula", SAID)
def test_a_sentence_says_what_is_found(formula: str) -> None:
    assert minima_text(formula_surface(formula, *BOX)) == SAID[formula]


LOWEST = {"himmelblau": 4, "rastrigin": 1, "six_hump_camel": 2, "styblinski_tang": 1, "beale": 1}
LOWEST |= {"saddle_point": 0, "long_valley": 2, "ackley": 1, "noisy_moons": 1}


@pytest.mark.parametrize("key", LOWEST)
def test_the_lowest_of_the_known_minima_are_told_from_the_others(key: str) -> None:
    assert lowest_minima(SURFACES[key]) == LOWEST[key]


@pytest.mark.parametrize("scale", [1e-200, 1e-12, 1, 1e12])
def test_which_are_the_lowest_does_not_depend_on_the_scale(scale: float) -> None:
    for tilt, expected in ((0, 2), (1e-3, 1)):
        formula = f"{scale!r}*((x^2 - 1)^2 + y^2 - {tilt!r}*x)"
        surface = formula_surface(formula, *BOX)
        assert len(surface.minima) == 2
        assert lowest_minima(surface) == expected


def test_no_minimum_is_the_lowest_where_a_valley_is_lower() -> None:
    formula = "minimum((x^2 + y^2 - 1)^2, 0.5*(x^2 + y^2) + 0.2)"
    surface = formula_surface(formula, *BOX)
    assert surface.minima
    assert lowest_minima(surface) == 0
