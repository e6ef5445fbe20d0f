"""Typed formulas as programs, against the formulas."""

import numpy as np
import pytest

from optviz.program.running import run
from optviz.program.tracing import gradient_program, hessian_program, loss_program
from optviz.spec.race_spec import Formula, formula_scene
from surfaces.formula.words import FUNCTIONS
from tests.support.formulas import HIMMELBLAU, RASTRIGIN, ROSENBROCK

ONE = sorted(name for name, each in FUNCTIONS.items() if each.least == 1)
FORMULAS = [
    ROSENBROCK,
    HIMMELBLAU,
    RASTRIGIN,
    "max(x, y, 0)",
    "min(x, y)",
    "hypot(x, y)",
    "arctan2(y, x)",
    "heaviside(x, 1) + y^2",
    "x^y",
    "2^x + y^2",
    "x^-2 + y^2.5 + x^7",
    "where(x < 0, x^2, 2x^2) + y^2",
    "where(x > 0, sqrt(x), where(y < 0, log(-y), -x)) + y^2",
    "pi x^2 + e^y",
    *(f"{name}(x/2 + 0.7) + {name}(y)*x" for name in ONE),
]


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_formulas_program_is_the_formula(formula: str) -> None:
    surface = formula_scene(Formula(formula, (-2.0, 2.0), (-2.0, 2.0))).surface
    x, y = np.meshgrid(np.linspace(-2, 2, 17), np.linspace(-1.9, 2, 13))  # x is 0 on the way
    with np.errstate(all="ignore"):
        loss, slopes = surface.loss(x, y), surface.step_gradient(np.stack([x, y], -1))
    (found,) = run(loss_program(surface), {"x": x, "y": y})["loss"]
    np.testing.assert_array_equal(np.broadcast_to(found, x.shape), loss)
    gradient = run(gradient_program(surface), {"x": x, "y": y})["gradient"]
    for axis, part in enumerate(gradient):
        expected = slopes[..., axis]
        np.testing.assert_allclose(np.broadcast_to(part, x.shape), expected, rtol=1e-12, atol=1e-12)


KINKS = {
    "abs(x) + y^2": (0, 1),
    "max(x, y)": (2, 2),
    "relu(x - 1) + x^2": (1, 0),
    "hypot(x, y)": (0, 0),
    "sign(x - 2) + y^2": (2, 1),
    "where(x > 1, x^2, y)": (1, 3),
    "sqrt(abs(x))": (0, 1),
}


@pytest.mark.parametrize("formula", KINKS)
def test_where_pieces_meet_there_are_no_second_derivatives(formula: str) -> None:
    program = hessian_program(formula_scene(Formula(formula, (-5, 5), (-5, 5))).surface)
    x, y = KINKS[formula]
    at, beside = (np.ravel(run(program, {"x": x + h, "y": y})["hessian"]) for h in (0, 0.25))
    assert np.isnan(at).all()
    assert np.isfinite(beside).all()


def test_smooth_formulas_have_second_derivatives_everywhere() -> None:
    program = hessian_program(formula_scene(Formula("x^2 y + exp(x)", (-5, 5), (-5, 5))).surface)
    found = run(program, {"x": 0.0, "y": 3.0})["hessian"]
    assert np.ravel(found).tolist() == [7.0, 0.0, 0.0]
