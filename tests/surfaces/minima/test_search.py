"""The search for minima: what is isolated, what is a valley, and what cannot be told."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import minimize

from surfaces.formula import loss_and_gradient
from surfaces.minima import Found, find_minima
from surfaces.minima.search import FEW, MOST_LISTED
from surfaces.surface import Array


def search(formula: str, half: float = 2.0) -> Found:
    return find_minima(*loss_and_gradient(formula), (-half, half), (-half, half))


def only(found: Found) -> Array:
    """The one isolated minimum."""
    (minimum,) = found.minima
    return np.array(minimum)


# Isolated minima.


@pytest.mark.parametrize("stiffness", [100, 1e3, 1e4, 1e6, 1e7])
@pytest.mark.parametrize("half", [2.0, 5.0])
def test_a_stiff_curved_valley_has_one_minimum(stiffness: float, half: float) -> None:
    found = search(f"(1 - x)^2 + {stiffness!r}*(y - x^2)^2", half)
    np.testing.assert_allclose(only(found), (1, 1), atol=1e-6)
    assert (found.floors, found.unlisted) == ((), 0)


@settings(max_examples=25, deadline=None)
@given(
    st.floats(-1.5, 1.5),
    st.floats(-1.5, 1.5),
    st.floats(0, np.pi),
    st.floats(0, 8),
    st.floats(-6, 6),
)
def test_any_bowl_has_one_minimum_however_stiff_and_turned(
    x: float, y: float, angle: float, stiffness: float, scale: float
) -> None:
    c, s = float(np.cos(angle)), float(np.sin(angle))
    along = f"({c!r}*(x - {x!r}) + {s!r}*(y - {y!r}))"
    across = f"({c!r}*(y - {y!r}) - {s!r}*(x - {x!r}))"
    found = search(f"{10**scale!r}*({along}^2 + {10**stiffness!r}*{across}^2)")
    np.testing.assert_allclose(only(found), (x, y), atol=1e-6)
    assert (found.floors, found.unlisted) == ((), 0)


ISOLATED = {
    "abs(x) + abs(y)": (0, 0),
    "sqrt(x^2 + y^2)": (0, 0),
    "maximum(abs(x - 0.3), abs(y))": (0.3, 0),
    "sqrt(abs(x - 0.37)) + sqrt(abs(y + 0.21))": (0.37, -0.21),
    "x^4 + y^4": (0, 0),
    "1 + x^4 + y^4": (0, 0),
    "(x - 1)^6 + (y + 0.5)^6 + 3": (1, -0.5),
    "1e9 + x^2 + y^2": (0, 0),
    "-1e12 + 1e3*((x - 0.7)^2 + y^2)": (0.7, 0),
    "1e-12*((x - 0.7)^2 + y^2)": (0.7, 0),
    "1e-200*((x - 0.7)^2 + y^2)": (0.7, 0),
    "1e12*(x - 0.7)^2*1e12 + 1e12*y^2*1e12": (0.7, 0),
    "(sqrt(x) - 1)^2 + y^2": (1, 0),
    "x*log(x) + y^2": (1 / np.e, 0),
    "-exp(-1e4*((x - 0.3)^2 + (y + 0.7)^2))": (0.3, -0.7),
}


@pytest.mark.parametrize("formula", ISOLATED)
def test_kinks_cusps_quartics_and_any_scale_have_their_one_minimum(formula: str) -> None:
    found = search(formula)
    within = 1e-3 if "^4" in formula or "^6" in formula else 1e-6
    np.testing.assert_allclose(only(found), ISOLATED[formula], atol=within)
    assert (found.floors, found.unlisted) == ((), 0)


NONE = ["x + y", "x^2 - y^2", "x^3 - 3*x*y^2", "x + y^2", "log(x^2 + y^2)", "-1/(x^2 + y^2)"]
NONE += ["tan(x)", "1/x", "-1/x^2", "-1/(x - y/3 - 0.1234)^2", "log((x - y/3 - 0.1234)^2)"]
NONE += ["(x - 3)^2 + y^2", "(x*y - 1)^2 + 0.01*x", "-exp(x)", "sqrt(-1 - x*x)", "log(x) + y"]


@pytest.mark.parametrize("formula", NONE)
def test_saddles_borders_poles_and_slopes_have_none(formula: str) -> None:
    assert search(formula) == Found((), (), 0)


@pytest.mark.parametrize("seed", range(3))
def test_what_is_found_is_what_scipy_finds(seed: int) -> None:
    """Bumps at random places: scipy's descents from many starts end in all minima found."""
    random = np.random.default_rng(seed)
    bumps = random.uniform((-1.6, -1.6, -2, 2), (1.6, 1.6, 2, 8), (6, 4)).round(3)
    formula = " + ".join(f"({a})*exp(-{w}*((x - ({x}))^2 + (y - ({y}))^2))" for x, y, a, w in bumps)
    formula += " + 0.3*(x^2 + y^2)"
    loss, _ = loss_and_gradient(formula)
    found = np.array(search(formula).minima)
    reached = set()
    for start in random.uniform(-2, 2, (60, 2)):
        result = minimize(lambda p: float(loss(p[0], p[1])), start, method="BFGS")
        if np.abs(result.x).max() < 2:
            away = np.abs(found - result.x).max(axis=-1)
            assert away.min() < 1e-3
            reached.add(int(away.argmin()))
    assert reached == set(range(len(found)))


# Valleys.

VALLEYS = {
    "(x*y - 1)^2": 2,
    "(x^2 + y^2 - 1)^2": 1,
    "(y - x^2)^2": 1,
    "1e6*(y - x^2)^2": 1,
    "x^2": 1,
    "abs(x - y)": 1,
    "abs(x^2 + y^2 - 1)": 1,
    "sqrt(abs(y - x^3))": 1,
    "x^2*y^2": 1,
    "max(x, 0)^2 + y^2": 1,
    "(x^2 - 1)^2*(y^2 - 1)^2": 1,
    "((x^2 + y^2)^2 - 2*(x^2 - y^2))^2": 1,
    "sin(3*x)": 2,
    "5 + (x*y - 1)^2": 2,
    "cos(4*sqrt(x^2 + y^2))": 5,
}


@pytest.mark.parametrize("formula", VALLEYS)
def test_a_level_floor_is_a_valley_and_none_of_its_points_a_minimum(formula: str) -> None:
    found = search(formula)
    assert found.minima == ()
    assert [each.kind for each in found.floors] == ["valley"] * VALLEYS[formula]
    assert found.unlisted == 0
    loss, _ = loss_and_gradient(formula)
    for floor in found.floors:
        for line in floor.lines:
            heights = loss(*np.array(line).T)
            assert np.abs(heights - floor.loss).max() < 1e-6
            assert all(np.hypot(*np.subtract(a, b)) < 0.05 for a, b in pairwise(line))


def test_the_line_of_a_closed_valley_goes_all_the_way_round() -> None:
    (floor,) = search("(x^2 + y^2 - 1)^2").floors
    places = np.concatenate([np.array(line) for line in floor.lines])
    np.testing.assert_allclose(np.hypot(*places.T), 1, atol=1e-6)
    angles = np.sort(np.arctan2(places[:, 1], places[:, 0]))
    assert np.diff(angles, append=angles[0] + 2 * np.pi).max() < 0.06


@settings(max_examples=15, deadline=None)
@given(
    st.floats(-0.8, 0.8),
    st.floats(-0.8, 0.8),
    st.floats(0.4, 1.1),
    st.floats(0.4, 1.1),
    st.floats(-3, 6),
)
def test_any_squared_ellipse_is_one_valley(
    x: float, y: float, a: float, b: float, scale: float
) -> None:
    found = search(f"{10**scale!r}*(((x - {x!r})/{a!r})^2 + ((y - {y!r})/{b!r})^2 - 1)^2")
    assert found.minima == ()
    assert [each.kind for each in found.floors] == ["valley"]


def test_a_valley_with_a_way_down_is_none() -> None:
    """Along its floor the loss falls to a minimum, or out of the picture."""
    found = search("(x*y - 1)^2 + 1e-4*(x - 1)^2")
    assert found.floors == ()
    np.testing.assert_allclose(only(found), (1, 1), atol=1e-6)
    assert search("(y - x^2)^2 - 1e-4*x") == Found((), (), 0)


def test_valleys_and_minima_stand_side_by_side() -> None:
    found = search("minimum((x^2 + y^2 - 1)^2, 0.5*(x^2 + y^2) - 0.3)", 1.8)
    np.testing.assert_allclose(only(found), (0, 0), atol=1e-6)
    (floor,) = found.floors
    assert floor.kind == "valley"
    assert floor.loss == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize(
    ("formula", "loss"),
    [("3", 3), ("max(x, 0)^2", 0), ("max(x^2 + y^2 - 1, 0)", 0), ("7 + maximum(x - y, 0)", 7)],
)
def test_what_is_level_over_an_area_is_a_plateau(formula: str, loss: float) -> None:
    (floor,) = search(formula).floors
    assert (floor.kind, floor.loss) == ("plateau", loss)
    assert float(loss_and_gradient(formula)[0](*np.array(floor.place))) == loss
    assert search(formula).minima == ()


# What cannot be told.


def test_of_many_minima_the_lowest_are_listed_and_the_others_counted() -> None:
    found = search("sin(x)^2 + sin(y)^2 + 0.001*(x^2 + y^2)", 30)
    assert len(found.minima) == FEW
    assert found.unlisted == 19**2 - FEW
    assert len(found.minima) + found.unlisted > MOST_LISTED
    # The lowest are those in the middle: no bands of a search grid.
    assert np.hypot(*np.array(found.minima).T).max() < 4 * np.pi


def test_of_equal_minima_those_in_the_middle_are_listed() -> None:
    found = search("sin(x)^2 + sin(y)^2", 30)
    assert len(found.minima) == FEW
    assert np.abs(found.minima).max() < 4 * np.pi


@pytest.mark.parametrize("half", [600.0, 5000.0])
def test_faster_than_the_grid_only_the_lowest_found_is_listed(half: float) -> None:
    found = search("1 + (x^2 + y^2)/4000 - cos(x)*cos(y/sqrt(2))", half)
    assert found.minima == ((0.0, 0.0),)
    assert np.isinf(found.unlisted)


def test_the_lowest_is_found_off_the_middle_of_waves_faster_than_the_grid() -> None:
    shifted = "1 + ((x - 123.4)^2 + (y + 231.7)^2)/4000 - cos(x - 123.4)*cos((y + 231.7)/sqrt(2))"
    found = search(shifted, 600)
    np.testing.assert_allclose(only(found), (123.4, -231.7), atol=1e-4)


def test_the_same_loss_has_the_same_minima_every_time() -> None:
    for formula in ("(x*y - 1)^2", "abs(x) + abs(y)", "sin(9*x)*sin(9*y)"):
        assert search(formula) == search(formula)
