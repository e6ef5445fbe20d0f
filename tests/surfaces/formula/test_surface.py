"""The surface of a formula: its pickles, minima, view and start."""

import pickle
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import autograd.numpy as anp
import numpy as np
import pytest

from surfaces.formula import formula_surface, loss_and_gradient, minima_of, suggest_domain
from surfaces.formula.reading import read
from tests.support.formulas import HIMMELBLAU, RASTRIGIN, ROSENBROCK, X, Y

# Pickles: an export's process and a preview's name need them.


@pytest.mark.parametrize("formula", [ROSENBROCK, "3", " x^2 + y ", "log(x)"])
def test_a_surface_comes_back_from_its_pickle(formula: str) -> None:
    limits = (-2, 2), (-1, 3)
    surface = formula_surface(formula, *limits)
    again = pickle.loads(pickle.dumps(surface))
    twin = formula_surface(formula, [-2.0, 2.0], [-1.0, 3.0])  # type: ignore[arg-type]
    for other in (again, twin):
        assert other == surface
        assert hash(other) == hash(surface)
        assert pickle.dumps(other) == pickle.dumps(surface)
    where = np.stack([X, Y], axis=-1)
    np.testing.assert_array_equal(again.loss(X, Y), surface.loss(X, Y))
    np.testing.assert_array_equal(again.step_gradient(where), surface.step_gradient(where))
    assert formula_surface(f"{formula} + x", *limits) != surface
    assert formula_surface(formula, (-2, 2.5), (-1, 3)) != surface


# Minima and views.

HIMMELBLAUS = [(3, 2), (-2.805118, 3.131312), (-3.779310, -3.283186), (3.584428, -1.848126)]


@pytest.mark.parametrize(
    ("formula", "limits", "expected"),
    [
        (ROSENBROCK, (-2, 3), [(1, 1)]),
        (HIMMELBLAU, (-5, 5), HIMMELBLAUS),
        ("abs(x - 1) + abs(y + 0.3)", (-3, 3), [(1, -0.3)]),
        ("maximum(abs(x - 1/3), abs(y))", (-3, 3), [(1 / 3, 0)]),
        ("x**2 + 1e6*(y - x)**2", (-2, 2), [(0, 0)]),
        ("(x - 1)**4 + y**4", (-2, 2), [(1, 0)]),
        ("1e-9*(x**2 + y**2)", (-2, 2), [(0, 0)]),
        ("x*log(x) + y**2", (-2, 2), [(1 / np.e, 0)]),
        ("5*y**2 - x**2", (-2, 2), []),
        ("x**2", (-2, 2), []),
        ("x + y", (-2, 2), []),
        ("7", (-2, 2), []),
        ("log(x - 50)", (-2, 2), []),
        ("(x - 3)**2 + y**2", (-2, 2), []),
    ],
)
def test_minima_are_found(formula: str, limits: tuple[float, float], expected: Any) -> None:
    found = minima_of(formula, limits, limits)
    assert len(found) == len(expected)
    assert found == minima_of(formula, limits, limits)
    for minimum in expected:
        # A quartic is flat to the last bit within 1e-4 of its minimum.
        within = 1e-3 if "4" in formula else 1e-6
        assert min(np.abs(np.subtract(found, minimum)).max(axis=-1)) < within


def test_rastrigin_has_a_minimum_in_every_cell_and_the_lowest_comes_first() -> None:
    found = minima_of(RASTRIGIN, (-5.12, 5.12), (-5.12, 5.12))
    assert len(found) == 11**2
    assert found[0] == pytest.approx((0, 0), abs=1e-9)


@pytest.mark.parametrize("formula", [ROSENBROCK, HIMMELBLAU, "(x - 100)**2 + (y + 30)**2"])
def test_a_view_holds_the_minima(formula: str) -> None:
    xlim, ylim = suggest_domain(formula)
    surface = formula_surface(formula)
    assert (surface.xlim, surface.ylim) == (xlim, ylim)
    assert surface.minima
    for x, y in (*surface.minima, surface.start):
        assert xlim[0] < x < xlim[1]
        assert ylim[0] < y < ylim[1]
    assert np.isfinite(surface.loss(*np.array(surface.start)))


def test_a_view_goes_where_the_formula_has_a_value() -> None:
    assert suggest_domain("log(x - 8)") == ((-20, 20), (-20, 20))
    assert suggest_domain("x*y") == ((-2, 2), (-2, 2))
    x, y = formula_surface("log(x - 8)").start
    assert np.isfinite(formula_surface("log(x - 8)").loss(np.array(x), np.array(y)))


@pytest.mark.parametrize("limits", [(1, 1), (2, 1), (0, np.inf), (np.nan, 1), (1,), 3, ("a", 2)])
def test_limits_that_are_none_are_refused(limits: Any) -> None:
    with pytest.raises(ValueError, match=r"xlim = .*: give two finite numbers, the lower"):
        formula_surface("x", limits, (0, 1))
    with pytest.raises(ValueError, match=r"ylim = .*: give two finite numbers, the lower"):
        formula_surface("x", (0, 1), limits)


def test_limits_within_which_a_formula_has_no_value_are_refused() -> None:
    with pytest.raises(ValueError, match="no finite value for x from -2 to 2 and y from 0 to 1"):
        formula_surface("log(x - 8)", (-2, 2), (0, 1))


@pytest.mark.parametrize("start", [(1,), (np.nan, 0), "ab", 3])
def test_a_start_that_is_none_is_refused(start: Any) -> None:
    with pytest.raises(ValueError, match=r"start = .*: give two finite numbers"):
        formula_surface("x", (0, 1), (0, 1), start)


def test_autograd_differentiates_the_loss_itself() -> None:
    """The loss is made of autograd's functions, so it composes with others."""
    from autograd import grad  # noqa: PLC0415

    loss, _ = loss_and_gradient("x**2*sin(y)")
    assert grad(lambda x: anp.exp(loss(x, np.array(1.0))))(0.5) == pytest.approx(
        np.exp(0.25 * np.sin(1)) * 2 * 0.5 * np.sin(1)
    )


def test_surfaces_of_equal_formulas_are_equal_and_travel_as_text() -> None:
    surface = formula_surface(HIMMELBLAU)
    again = formula_surface(HIMMELBLAU)
    assert surface == again
    assert hash(surface) == hash(again)
    assert formula_surface(ROSENBROCK) != surface
    there = pickle.loads(pickle.dumps(surface))
    assert there == surface
    np.testing.assert_array_equal(there.loss(X, Y), surface.loss(X, Y))
    points = np.stack([X, Y], axis=-1)
    np.testing.assert_array_equal(there.step_gradient(points), surface.step_gradient(points))


def test_starts_do_not_lie_where_nothing_draws_to_the_side() -> None:
    for formula in ("x**2 + y**2", "x*y", "cos(x)*cos(y)"):
        x, y = formula_surface(formula).start
        assert 0 not in (x, y)
        assert abs(x) != abs(y)


def test_many_threads_may_read_formulas_at_once() -> None:
    deep = "+".join(["sin(x)"] * 40)
    with ThreadPoolExecutor(8) as pool:
        readings = list(pool.map(lambda k: read(f"{deep} + {k}"), range(400)))
    assert len(set(readings)) == 400
