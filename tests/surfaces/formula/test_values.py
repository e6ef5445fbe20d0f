"""Formulas of plain arithmetic mean what Python and numpy mean, at any shape of points."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surfaces import SURFACES
from surfaces.formula import formula_surface, latex, loss_and_gradient
from surfaces.formula.words import ALIASES, FUNCTIONS
from tests.support.formulas import HIMMELBLAU, ROSENBROCK, X, Y, refusal

SAME = [
    (ROSENBROCK, lambda x, y: (1 - x) ** 2 + 100 * (y - x**2) ** 2),
    (HIMMELBLAU, lambda x, y: (x**2 + y - 11) ** 2 + (x + y**2 - 7) ** 2),
    ("x", lambda x, y: x),
    ("-x**2", lambda x, y: -(x**2)),
    ("-x^2", lambda x, y: -(x**2)),
    ("(-x)^2", lambda x, y: x**2),
    ("2^3^2*x", lambda x, y: 512 * x),
    ("2**-x", lambda x, y: 2**-x),
    ("x - y - 1", lambda x, y: x - y - 1),
    ("x - (y - 1)", lambda x, y: x - (y - 1)),
    ("x/y/2", lambda x, y: x / y / 2),
    ("x/(y/2)", lambda x, y: x / (y / 2)),
    ("1+x^2*3", lambda x, y: 1 + x**2 * 3),
    ("x**y", lambda x, y: x**y),
    (" \t 1e-3*x + .5 + 2. + 007 \n", lambda x, y: 1e-3 * x + 0.5 + 2 + 7),
    ("--x + +y", lambda x, y: x + y),
    ("pi*x + e*y", lambda x, y: np.pi * x + np.e * y),
    ("minimum(x, y) + max(x, 2*y)", lambda x, y: np.minimum(x, y) + np.maximum(x, 2 * y)),
    ("sin ( x ) * ln(y)", lambda x, y: np.sin(x) * np.log(y)),
    ("arctan2(y, x)", lambda x, y: np.arctan2(y, x)),
]


@pytest.mark.parametrize(("formula", "expected"), SAME, ids=[each[0] for each in SAME])
def test_a_formula_means_what_numpy_means(formula: str, expected: Any) -> None:
    loss, _ = loss_and_gradient(formula)
    np.testing.assert_allclose(loss(X, Y), expected(X, Y), rtol=1e-14)


def test_a_hat_is_a_power_in_every_place() -> None:
    for formula in ("x^2+y^2", "-x^2", "2^x^y", "(x+1)^-2", "3*x^2/y^3"):
        ours, theirs = (loss_and_gradient(f)[0] for f in (formula, formula.replace("^", "**")))
        np.testing.assert_array_equal(ours(X, Y), theirs(X, Y))


# Random formulas that are well formed, with the value Python would give them.

numbers = st.sampled_from(["1.", "2.0", "0.5", ".25", "3e-1", "1e1"])
leaves = st.one_of(numbers, st.sampled_from(["x", "y", "pi", "e"]))
ONE = [name for name, function in FUNCTIONS.items() if function.least == 1]
NAMES = [*FUNCTIONS, *ALIASES]


def combined(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        st.builds("({} {} {})".format, inner, st.sampled_from("+-*/"), inner),
        st.builds("{}{}{}".format, inner, st.sampled_from([" + ", "-", "*", " / "]), inner),
        st.builds("({})**{}".format, inner, st.sampled_from(["2", "3", "-1", "0.5"])),
        st.builds("-{}".format, inner),
        st.builds("{}({})".format, st.sampled_from(ONE), inner),
        st.builds("maximum({}, {})".format, inner, inner),
    )


formulas = st.recursive(leaves, combined, max_leaves=8)


@given(formulas)
@settings(max_examples=500, deadline=None, derandomize=True, database=None)
def test_what_is_accepted_has_pythons_value(formula: str) -> None:
    if refusal(formula) is not None:
        return  # a constant part is not finite: 1/(1 - 1)
    words = {name: FUNCTIONS[ALIASES.get(name, name)].apply for name in NAMES}
    with np.errstate(all="ignore"):
        # This test may run them, having written them itself.
        expected = eval(formula, {"__builtins__": {}}, words | {"x": X, "y": Y} | PI_AND_E)
        expected = expected + np.zeros(len(X))
    loss, gradient = loss_and_gradient(formula)
    np.testing.assert_allclose(loss(X, Y), expected, rtol=1e-9, atol=1e-9)
    assert all(each.shape == X.shape for each in gradient(X, Y))
    assert latex(formula)


PI_AND_E = {"pi": np.float64(np.pi), "e": np.float64(np.e)}


def test_a_typed_beale_is_beale() -> None:
    typed = formula_surface(
        "(1.5 - x + x*y)^2 + (2.25 - x + x*y^2)^2 + (2.625 - x + x*y^3)^2", (-5, 5), (-5, 5)
    )
    where = np.stack([X, Y], axis=-1)
    own = SURFACES["beale"]
    np.testing.assert_allclose(typed.loss(X, Y), own.loss(X, Y), rtol=1e-13)
    np.testing.assert_allclose(typed.step_gradient(where), own.step_gradient(where), rtol=1e-10)
    np.testing.assert_allclose(typed.minima, own.minima, atol=1e-7)


@pytest.mark.parametrize("formula", ["3", "pi - e", "x**2", "sin(y)", "x*y", "x - x"])
@pytest.mark.parametrize("shape", [(), (1,), (5,), (3, 4), (0,)])
def test_any_formula_has_the_shape_of_its_points(formula: str, shape: tuple[int, ...]) -> None:
    surface = formula_surface(formula, (-1, 1), (-1, 1))
    points = np.full((*shape, 2), 0.5)
    assert np.shape(surface.loss(points[..., 0], points[..., 1])) == shape
    assert surface.step_gradient(points).shape == (*shape, 2)
    if formula in {"3", "pi - e", "x - x"}:
        assert not surface.step_gradient(points).any()


def test_loss_and_gradient_broadcast() -> None:
    row, column = np.linspace(0, 1, 5), np.linspace(0, 1, 3)[:, None]
    for formula in ("x", "y", "2", "x*y", "where(x < y, x, 1)"):
        loss, gradient = loss_and_gradient(formula)
        assert loss(row, column).shape == (3, 5)
        assert [each.shape for each in gradient(row, column)] == [(3, 5), (3, 5)]


@pytest.mark.parametrize("formula", ["log(x)", "sqrt(x)", "x**0.5", "arcsin(x - 2)", "0*log(x)"])
def test_where_there_is_no_real_value_there_is_nan_and_no_warning(formula: str) -> None:
    loss, gradient = loss_and_gradient(formula)  # pytest turns warnings into errors
    x, y = np.array([-1.0, -2.0]), np.zeros(2)
    assert np.isnan(loss(x, y)).all()
    assert np.isnan(gradient(x, y)).all()


def test_poles_and_overflows_are_silent() -> None:
    for formula in ("1/x", "log(x)", "exp(exp(x))", "x**y", "1/x - 1/x", "x**64"):
        loss, gradient = loss_and_gradient(formula)
        for x in (0.0, 1e300, -1e300):
            loss(np.array(x), np.array(x))
            gradient(np.array(x), np.array(x))
