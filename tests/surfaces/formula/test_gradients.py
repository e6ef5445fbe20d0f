"""Gradients of formulas: by differences, in closed form, and at kinks."""

import numpy as np
import pytest

from surfaces.formula import loss_and_gradient
from surfaces.formula.words import ALIASES, FUNCTIONS
from tests.support.formulas import (
    HIMMELBLAU,
    RASTRIGIN,
    ROSENBROCK,
    X,
    Y,
    assert_small_differences,
)


@pytest.mark.parametrize("formula", [ROSENBROCK, HIMMELBLAU, RASTRIGIN, "x**y*sin(x/y)", "tanh(x)"])
def test_slopes_are_those_of_small_differences(formula: str) -> None:
    assert_small_differences(*loss_and_gradient(formula), X, Y)


def test_rosenbrocks_slope_is_its_closed_form() -> None:
    dx, dy = loss_and_gradient(ROSENBROCK)[1](X, Y)
    np.testing.assert_allclose(dx, -2 * (1 - X) - 400 * X * (Y - X**2), rtol=1e-12, atol=1e-12)
    np.testing.assert_allclose(dy, 200 * (Y - X**2), rtol=1e-12)


@pytest.mark.parametrize("name", [*FUNCTIONS, *ALIASES])
def test_every_function_has_the_gradient_of_small_differences(name: str) -> None:
    function = FUNCTIONS[ALIASES.get(name, name)]
    arguments = ", ".join(["3x - 1", "y", "x*y"][: function.least])
    if name == "where":
        arguments = f"x < y, {arguments[:-5]} + x"
    if "cosh" in name:
        arguments = f"2 + {arguments}"
    if name in ("arctanh", "atanh", "artanh", "arcsin", "asin", "arccos", "acos"):
        arguments = f"({arguments})/3"
    x, y = X[np.abs(3 * X - 1) > 0.01], Y[np.abs(3 * X - 1) > 0.01]
    loss, gradient = loss_and_gradient(f"{name}({arguments})")
    has_value = np.isfinite(loss(x, y))
    assert has_value.sum() > 15
    assert_small_differences(loss, gradient, x[has_value], y[has_value])


KINKS = [
    ("relu(x)", (0, 0), (0, 0)),  # as in torch, TensorFlow and JAX
    ("abs(x) + |y|", (0, 0), (0, 0)),
    ("max(x, y)", (1, 1), (0.5, 0.5)),
    ("min(x, 0)", (0, 1), (0.5, 0)),
    ("sign(x)*y", (0, 3), (0, 0)),
    ("heaviside(x) + y", (0, 0), (0, 1)),
    ("hypot(x, y)", (0, 0), (0, 0)),
    ("hypot(x, y)", (3, 4), (0.6, 0.8)),
    ("sqrt(x) + y", (0, 0), (np.inf, 1)),
    ("cbrt(x) + y", (0, 0), (np.inf, 1)),
    ("where(x > 0, 3x, 5x)", (0, 0), (5, 0)),  # x > 0 does not hold at 0
]


@pytest.mark.parametrize(("formula", "point", "expected"), KINKS)
def test_at_a_kink_the_gradient_is_the_documented_one(
    formula: str, point: tuple[float, float], expected: tuple[float, float]
) -> None:
    found = loss_and_gradient(formula)[1](*np.array(point, float))
    np.testing.assert_allclose(found, expected, rtol=1e-15)


def test_saturated_functions_keep_their_digits() -> None:
    """1 - sigmoid(40) is 0 in floating point, but the gradient there is exp(-40)."""
    x = np.array([-800.0, -40.0, 40.0, 800.0])
    for formula, expected in (
        ("sigmoid(x)", np.exp(-np.abs(x))),
        ("softplus(x)", [0, np.exp(-40), 1, 1]),
        ("softplus(-x)", [-1, -1, -np.exp(-40), 0]),
    ):
        loss, gradient = loss_and_gradient(formula)
        assert np.isfinite(loss(x, x)).all()
        np.testing.assert_allclose(gradient(x, x)[0], expected, rtol=1e-12)


def test_the_other_case_does_not_reach_the_gradient() -> None:
    """sqrt(x) has no value at x < 0, where it does not count."""
    loss, gradient = loss_and_gradient("where(x > 0, sqrt(x), y*where(y > 2, log(y - 2), x))")
    x, y = np.array([[4.0, -1.0, -2.0, -3.0]]), np.array([[1.0, 1.0, 3.0, 0.0]])
    np.testing.assert_allclose(loss(x, y), [[2, -1, 0, 0]])
    np.testing.assert_allclose(gradient(x, y)[0], [[0.25, 1, 0, 0]])
    np.testing.assert_allclose(gradient(x, y)[1], [[0, -1, 3, -3]])
    zero = np.array(-1.0)
    np.testing.assert_array_equal(gradient(zero, zero), [-1.0, -1.0])
