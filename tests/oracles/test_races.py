"""The rules in races: batches, schedules, minibatches, and what a player is told of them."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from optviz.optimizers import SGD, Adam, Array, Optimizer
from optviz.oracles import COUNTS, SAM, Backtracking, ExactLineSearch, GaussNewton, Newton
from optviz.oracles import ORACLE_RULES as RULES
from optviz.oracles.oracle import evaluations
from optviz.player.engine import engine_content
from optviz.race import race, race_that_runs
from optviz.rule_failed import RuleFailed
from optviz.schedules import Piecewise
from surfaces import SURFACES
from surfaces.formula import formula_surface
from surfaces.own import function_surface
from surfaces.surface import Surface
from tests.support.optimizers import racing_on

STARTS = np.array([[1.0, 1.6], [-0.3, 0.4], [2.0, 0.1]])


@pytest.mark.parametrize(
    ("key", "name"),
    [
        (key, name)
        for name in ("beale", "noisy_moons")
        for key in racing_on(SURFACES[name])
        if key in RULES
    ],
)
def test_a_batch_runs_as_each_start_alone(key: str, name: str) -> None:
    optimizer = RULES[key]()
    together = race(SURFACES[name], [optimizer], STARTS, steps=12)[0]
    for member, start in enumerate(STARTS):
        alone = race(SURFACES[name], [optimizer], start, steps=12)[0]
        np.testing.assert_array_equal(together.x[:, member], alone.x)
        for each in alone.state:
            np.testing.assert_array_equal(together.state[each][:, member], alone.state[each])


@pytest.mark.parametrize("name", SURFACES)
def test_second_derivatives_are_those_of_the_gradient_that_a_step_sees(name: str) -> None:
    surface, wide = SURFACES[name], 1e-6
    points = np.array(surface.start) + 0.1 * STARTS
    for step in (0, 3):

        def slope(
            x: float, y: float, step: int = step, surface: Surface = surface, points: Array = points
        ) -> Array:
            return surface.step_gradient(points + np.array([x, y]), step, 5)

        along_x = (slope(wide, 0) - slope(-wide, 0)) / (2 * wide)
        along_y = (slope(0, wide) - slope(0, -wide)) / (2 * wide)
        xx, xy, yy = surface.step_hessian(points, step, 5)
        scale = 1e-6 * (1 + np.abs([xx, xy, yy]).max())
        np.testing.assert_allclose(along_x, np.stack([xx, xy], -1), atol=scale)
        np.testing.assert_allclose(along_y, np.stack([xy, yy], -1), atol=scale)


def test_what_is_asked_for_is_counted() -> None:
    kinds: list[Optimizer] = [Newton(), SAM(), ExactLineSearch(), Backtracking()]
    newton, sam, exact, searched = race(SURFACES["beale"], kinds, steps=10)
    counts = [[run.state[each][-1, 0] for each in COUNTS] for run in (newton, sam)]
    assert counts == [[0, 10, 10], [0, 20, 0]]
    assert exact.state["gradients"][-1, 0] > 10
    assert exact.state["losses"][-1, 0] == 0
    assert searched.state["gradients"][-1, 0] == 10
    trials = 1 - np.log2(searched.state["rate"][1:, 0])  # of 1, 1/2, 1/4, ...
    np.testing.assert_array_equal(np.diff(searched.state["losses"][:, 0]), 1 + trials)


def test_what_a_run_costs_is_all_that_it_asked_for() -> None:
    newton, adam = race(SURFACES["beale"], [Newton(), Adam()], steps=5)
    for run, each_step in ((newton, 2), (adam, 1)):
        found = evaluations(run.optimizer, run.state, 5)
        np.testing.assert_array_equal(found, each_step * np.arange(6))


def test_settings_may_change_on_the_way() -> None:
    lr: Any = Piecewise(0.5, {4: 1.0})
    damped = Newton(lr=lr)
    changed, plain = race(SURFACES["beale"], {"changed": damped, "plain": Newton(lr=0.5)}, steps=8)
    np.testing.assert_array_equal(changed.x[:5], plain.x[:5])
    assert (changed.x[5:] != plain.x[5:]).all()


def test_alone_a_rule_that_asks_says_that_it_needs_a_race() -> None:
    with pytest.raises(ValueError, match="Newton asks for more than a gradient: it can step in a"):
        Newton().rule(STARTS, STARTS, Newton().init(STARTS))
    each: Any = np.array([1.0, 0.5])
    with pytest.raises(ValueError, match="lr is for both coordinates"):
        race(SURFACES["beale"], [Backtracking(lr=each)], steps=3)


def test_a_loss_without_second_derivatives_is_named() -> None:
    plain = np.asarray
    surface = Surface(
        name="Plain",
        loss=lambda x, y: x * x + y * y,
        gradient=lambda x, y: (plain(2.0 * x), plain(2.0 * y)),
        xlim=(-2, 2),
        ylim=(-2, 2),
        start=(1, 1),
        minima=((0, 0),),
        source="ours",
    )
    with pytest.raises(ValueError, match="Plain has no second derivatives"):
        race(surface, [Newton()], steps=3)


def test_the_browser_runs_what_asks_for_gradients_alone() -> None:
    rules = dict(RULES)
    found = engine_content(SURFACES["beale"], rules)["rules"]
    live = {key for key in rules if "why" not in found[key]}
    assert live == {"lbfgs", "sam"}
    assert found["newton"]["why"] == "Newton is run by Python: it asks for second derivatives"
    assert found["backtracking"]["why"] == "Backtracking is run by Python: it compares losses"


FORMULAS = (
    *(
        "x^2 + y^4 - y^2 + sin(x y)",
        "sqrt(1 + x^2) + 3y",
        "max(x, y)^3",
        "where(x<y, x^2, y^2 + x)",
    ),
    *("sigmoid(x) softplus(y) + relu(x)^2", "hypot(x, y)^3", "cbrt(x)^4 + sign(y) x^2", "x^y"),
    *("tanh(x) atan2(x, y)", "x/y + 1/(1 + x^2)", "abs(x - 1)^3 + heaviside(y) x"),
)


@pytest.mark.parametrize("formula", FORMULAS)
def test_typed_formulas_have_second_derivatives(formula: str) -> None:
    surface, wide = formula_surface(formula, (0.1, 2), (0.1, 2)), 1e-5
    points = np.random.default_rng(0).uniform(0.3, 1.8, (100, 2))

    def slope(x: float, y: float) -> Array:
        return surface.step_gradient(points + np.array([x, y]))

    xx, xy, yy = surface.step_hessian(points)
    along_x = (slope(wide, 0) - slope(-wide, 0)) / (2 * wide)
    along_y = (slope(0, wide) - slope(0, -wide)) / (2 * wide)
    np.testing.assert_allclose(along_x, np.stack([xx, xy], -1), rtol=1e-6, atol=1e-6)
    np.testing.assert_allclose(along_y, np.stack([xy, yy], -1), rtol=1e-6, atol=1e-6)


def test_functions_of_ones_own_have_second_derivatives() -> None:
    own = function_surface(lambda x, y: x * x + 3 * y**4, (-2, 2), (-2, 2))
    xx, xy, yy = own.step_hessian(np.array([0.3, 0.5]))
    assert (xx, xy, yy) == pytest.approx((2, 0, 9))


def test_who_cannot_race_somewhere_is_left_out_in_a_sentence() -> None:
    ackley = SURFACES["ackley"]
    raced, notes = race_that_runs(ackley, [SGD(), GaussNewton()], steps=3)
    assert [run.name for run in raced] == ["SGD"]
    assert notes == (
        "GaussNewton cannot race here: Ackley's function is not known as a sum of squares, which "
        "Gauss-Newton's method needs: name its residuals, or choose Newton's",
    )
    with pytest.raises(RuleFailed, match="cannot race here"):
        race(ackley, [GaussNewton(lr=Piecewise(1, {3: 0.5}))], steps=5)  # type: ignore[arg-type]


def test_residuals_that_are_not_the_losss_are_refused() -> None:
    given: dict[str, Any] = {
        "xlim": (-2, 2),
        "ylim": (-2, 2),
        "start": (1, 1),
        "minima": (),
        "source": "a test",
    }
    wrong = Surface("Mine", lambda x, y: x * x + y * y, residuals=lambda x, y: (x, 2 * y), **given)
    with pytest.raises(ValueError, match=r"the squares of the residuals at .* add up to"):
        race(wrong, [SGD()], steps=3)
    right = replace(wrong, residuals=lambda x, y: (x, y))
    assert race(right, [GaussNewton()], steps=1)[0].loss[-1] == 0
