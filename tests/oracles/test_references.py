"""Rules that ask for more beside torch, optax and jax, as tests/references/oracles.py recorded."""

from collections.abc import Callable

import numpy as np
import pytest

from optviz.optimizers import Array, Optimizer
from optviz.oracles import LBFGS, SAM, Backtracking, GaussNewton, Newton, SaddleFreeNewton
from optviz.race import race
from surfaces import SURFACES
from tests.references.oracles import FILE, STARTS

RECORDS = dict(np.load(FILE))
GIVEN, POINTS = RECORDS.pop("given"), RECORDS.pop("points")
AGREEMENT = 1e-12


def rules(kind: str) -> list[str]:
    return [name for name in RECORDS if name.split("/")[1].startswith(kind)]


@pytest.mark.parametrize("key", rules("lbfgs"))
def test_lbfgs_goes_along_given_gradients_as_torch_does(key: str) -> None:
    optimizer = LBFGS(lr=0.3, pairs=int(key[-1]))
    x = np.array([1.0, -0.7])
    state, rows = optimizer.init(x), []
    for g in GIVEN:
        x, state = optimizer.step(x, g, state)
        rows.append(x)
    np.testing.assert_allclose(rows, RECORDS[key], rtol=AGREEMENT, atol=AGREEMENT)
    taken = np.diff([0, *(np.any(row != 0) for row in np.diff(rows, axis=0))])
    assert taken.any()


def stepped_from(optimizer: Optimizer, name: str, points: Array) -> Array:
    """Where one step leads from each point."""
    found: Array = race(SURFACES[name], [optimizer], points, steps=1)[0].x[1]
    return found


@pytest.mark.parametrize(
    ("kind", "optimizer"),
    [("backtracking", Backtracking(lr=0.8, c1=0.1)), ("sam", SAM(lr=0.002, radius=0.1))],
    ids=["backtracking", "sam"],
)
@pytest.mark.parametrize("name", STARTS)
def test_each_step_is_optax_s(kind: str, optimizer: Optimizer, name: str) -> None:
    """From each of its points, so that no step's rounding is magnified by those after it."""
    recorded = RECORDS[f"optax/{kind}/{name}"]
    before = np.concatenate([[STARTS[name]], recorded[:-1]])
    found = stepped_from(optimizer, name, before)
    np.testing.assert_allclose(found, recorded, rtol=AGREEMENT, atol=AGREEMENT)


@pytest.mark.parametrize("key", [*rules("newton"), *rules("saddlefree")])
def test_each_step_solves_the_system_that_numpy_solves(key: str) -> None:
    _, kind, name, damping = key.split("/")
    rule = Newton if kind == "newton" else SaddleFreeNewton
    found = stepped_from(rule(damping=float(damping)), name, POINTS)
    # A long step comes of a Hessian that is nearly singular, and magnifies the rounding so.
    moved = np.abs(RECORDS[key] - POINTS).max(axis=-1)
    apart = np.abs(found - RECORDS[key]).max(axis=-1)
    np.testing.assert_array_less(apart, AGREEMENT * (1 + moved) ** 2)


JACOBIANS: dict[str, Callable[[float, float], list[list[float]]]] = {
    "beale": lambda x, y: [[y - 1, x], [y**2 - 1, 2 * x * y], [y**3 - 1, 3 * x * y**2]],
    "rosenbrock": lambda x, y: [[-1, 0], [-20 * x, 10]],
    "himmelblau": lambda x, y: [[2 * x, 1], [1, 2 * y]],
    "booth": lambda x, y: [[1, 2], [2, 1]],
}


@pytest.mark.parametrize("name", JACOBIANS)
def test_gauss_newton_solves_the_least_squares_that_numpy_solves(name: str) -> None:
    """The residuals' linear part, by derivatives written here."""
    surface = SURFACES[name]
    assert surface.residuals
    found = stepped_from(GaussNewton(), name, POINTS)
    damped = stepped_from(GaussNewton(damping=0.7), name, POINTS)
    for k, (x, y) in enumerate(POINTS):
        slopes, residuals = np.array(JACOBIANS[name](x, y)), np.array(surface.residuals(x, y))
        assert np.sum(residuals**2) == pytest.approx(surface.loss(x, y), rel=1e-12)
        step, _, _, values = np.linalg.lstsq(slopes, -residuals)
        # What numpy solves is J's own system; the squares in J^T J square its condition.
        within = AGREEMENT * (1 + (values[0] / values[-1]) ** 2) * (1 + np.abs(step).max())
        np.testing.assert_allclose(found[k] - POINTS[k], step, atol=within)
        whole = 2 * slopes.T @ slopes + 0.7 * np.eye(2)
        step = np.linalg.solve(whole, -2 * slopes.T @ residuals)
        np.testing.assert_allclose(
            damped[k] - POINTS[k], step, atol=1e-10 * (1 + np.abs(step).max())
        )
