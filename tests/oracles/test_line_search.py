"""Line searches: conditions hold, roots are scipy's, quadratics end in two conjugate steps."""

from typing import Any

import numpy as np
import pytest
from scipy.optimize import brentq

from optviz.optimizers import Array
from optviz.oracles import Backtracking, ConjugateGradient, ExactLineSearch
from optviz.race import Trajectory, race
from surfaces import SURFACES, Surface
from surfaces.formula import formula_surface

LINE = [(x, y) for x in (-1.5, 0.2, 1.3) for y in (-0.7, 0.4, 1.9)]
SMOOTH = ("beale", "rosenbrock", "himmelblau", "long_valley", "styblinski_tang")
QUADRATIC = formula_surface("3*x**2 + 2*x*y + 5*y**2 - 4*x + y")
HESSIAN = np.array([[6.0, 2.0], [2.0, 10.0]])


def only(surface: Surface, optimizer: Any, start: Any, steps: int = 25) -> Trajectory:
    return race(surface, [optimizer], start, steps)[0]


def root_along(surface: Surface, x: Array, g: Array) -> float:
    """Where scipy finds the slope along -g to be 0, in the bracket that doubled moves give."""

    def along(rate: float) -> float:
        return slope(surface, x - rate * g, -g)

    begin, end = 0.0, 1 / 64 / float(np.sqrt(g @ g))
    while along(end) < 0:
        begin, end = end, 2 * end
    return float(brentq(along, begin, end, xtol=1e-15))


def slope(surface: Surface, at: Array, direction: Array) -> float:
    return float(surface.step_gradient(at) @ direction)


@pytest.mark.parametrize("name", SMOOTH)
def test_the_rate_is_the_first_that_lowers_the_loss_enough(name: str) -> None:
    surface, rule = SURFACES[name], Backtracking(lr=2.0, factor=0.6, c1=0.2)
    run = only(surface, rule, LINE)
    assert np.isfinite(run.x).all()
    trials = np.diff(run.state["losses"][..., 0], axis=0)  # and one loss at x
    for k in range(25):
        for member, g in enumerate(run.grad[k]):
            x, rate = run.x[k, member], run.state["rate"][k + 1, member, 0]
            count = int(trials[k, member]) - 1
            lengths = rule.lr * rule.factor ** np.arange(count)
            assert rate == pytest.approx(lengths[-1], rel=1e-12)
            for length in lengths[[0, -2, -1]] if count > 1 else lengths:
                there = x - length * g
                low = surface.loss(*there) - surface.loss(*x) <= -rule.c1 * length * (g @ g)
                assert low == (length == lengths[-1]) or abs(g @ g) < 1e-12


@pytest.mark.parametrize("name", SMOOTH)
def test_the_exact_rate_is_the_root_that_scipy_finds(name: str) -> None:
    surface = SURFACES[name]
    run = only(surface, ExactLineSearch(), LINE, 6)
    for k in range(6):
        for member, g in enumerate(run.grad[k]):
            if g @ g < 1e-8:
                continue
            rate = run.state["rate"][k + 1, member, 0]
            assert rate == pytest.approx(root_along(surface, run.x[k, member], g), rel=1e-8)


def test_on_a_quadratic_the_rate_is_cauchy_s_and_conjugate_steps_end_after_two() -> None:
    run = only(QUADRATIC, ExactLineSearch(), LINE, 10)
    for k in range(3):
        g = run.grad[k]
        cauchy = (g * g).sum(-1) / np.einsum("...i,ij,...j", g, HESSIAN, g)
        np.testing.assert_allclose(run.state["rate"][k + 1, :, 0], cauchy, rtol=1e-12)
    minimum = np.linalg.solve(HESSIAN, [4.0, -1.0])
    found = only(QUADRATIC, ConjugateGradient(), LINE, 2).x[-1]
    np.testing.assert_allclose(found, np.broadcast_to(minimum, found.shape), rtol=1e-12)


@pytest.mark.parametrize("kind", [Backtracking, ExactLineSearch, ConjugateGradient])
def test_no_step_raises_the_loss(kind: Any) -> None:
    for name in SMOOTH:
        loss = only(SURFACES[name], kind(), LINE, 30).loss
        assert (np.diff(loss, axis=0) <= 1e-15 * np.abs(loss[:-1]) + 1e-18).all(), name


def test_a_loss_without_an_end_is_followed_without_an_end() -> None:
    """Down a plane there is no lowest point, and the run says that it left all numbers."""
    plane = formula_surface("x + 2*y", (-1, 1), (-1, 1))
    run = only(plane, ExactLineSearch(), (0.0, 0.0))
    assert run.diverged == 1
    assert only(plane, Backtracking(), (0.0, 0.0)).diverged is None


def test_at_a_minimum_all_stay() -> None:
    kinds = [Backtracking(), ExactLineSearch(), ConjugateGradient()]
    for run in race(formula_surface("x**2 + y**2"), kinds, (0.0, 0.0), 5):
        assert not run.x.any()
