"""The view that opens: it shows the lowest minimum, or the square that the literature uses."""

import numpy as np
import pytest

from surfaces.formula import formula_surface, suggest_domain
from surfaces.formula.compiled import FormulaLoss
from surfaces.formula.well_known import WELL_KNOWN, usual_view

LOWEST = {
    "-cos(x)*cos(y)*exp(-((x - pi)^2 + (y - pi)^2))": (np.pi, np.pi),
    "100*sqrt(abs(y - 0.01*x^2)) + 0.01*abs(x + 10)": (-10, 1),
    "3 + 100*sqrt(abs(y - 0.01*x^2)) + 0.01*abs(x + 10.5)": (-10.5, 1.1025),
    "(x - 300)^2 + (y + 200)^2": (300, -200),
    "-exp(-((x - 8)^2 + (y - 7)^2)) - 0.2*exp(-(x^2 + y^2))": (8, 7),
    "x^2 + y^2": (0, 0),
    "(x - 1)^2 + 1e6*(y - x^2)^2": (1, 1),
    "-(y+47)*sin(sqrt(abs(x/2+(y+47)))) - x*sin(sqrt(abs(x-(y+47))))": (482.3533, 432.879),
    "2*418.9829 - x*sin(sqrt(abs(x))) - y*sin(sqrt(abs(y)))": (420.9687, 420.9687),
    "-abs(sin(x)*cos(y)*exp(abs(1 - sqrt(x^2 + y^2)/pi)))": (8.05502, 9.66459),
    "sin(x + y) + (x - y)^2 - 1.5*x + 2.5*y + 1": (-0.5472, -1.5472),
}


@pytest.mark.parametrize("formula", LOWEST)
def test_the_view_shows_the_lowest_minimum_and_lists_it_first(formula: str) -> None:
    surface = formula_surface(formula)
    (x, y), size = LOWEST[formula], np.ptp(surface.xlim)
    assert surface.xlim[0] < x < surface.xlim[1]
    assert surface.ylim[0] < y < surface.ylim[1]
    lowest = float(surface.loss(*np.array(surface.minima[0])))
    assert lowest == pytest.approx(float(surface.loss(np.array(x), np.array(y))), abs=1e-3)
    assert np.abs(np.array(surface.minima) - (x, y)).max(axis=-1).min() < 1e-4 * size


def test_eggholders_whole_square_is_shown() -> None:
    formula = "-(y + 47)*sin(sqrt(abs(y + x/2 + 47))) - x*sin(sqrt(abs(x - y - 47)))"
    assert suggest_domain(formula) == ((-512, 512), (-512, 512))


@pytest.mark.parametrize("formula", ["x*sin(x) + y*sin(y)", "sin(x) + sin(y) + 0.01*x"])
def test_where_minima_grow_lower_without_end_the_nearest_are_shown(formula: str) -> None:
    (left, right), (low, high) = suggest_domain(formula)
    assert max(right - left, high - low) <= 10


@pytest.mark.parametrize("name", WELL_KNOWN)
def test_a_well_known_function_is_known_however_it_is_written(name: str) -> None:
    known = WELL_KNOWN[name]
    assert usual_view(FormulaLoss(known.formula), FormulaLoss) == (known.xlim, known.ylim)
    other = f"12.5 + 3*({known.formula.replace('^', '**')} + 0*y)"
    assert suggest_domain(other) == (known.xlim, known.ylim)


@pytest.mark.parametrize("formula", ["x^2 + y^2", "3", "log(x)", "1/x", "x", "sin(x)*y"])
def test_other_functions_are_not_taken_for_well_known(formula: str) -> None:
    assert usual_view(FormulaLoss(formula), FormulaLoss) is None
