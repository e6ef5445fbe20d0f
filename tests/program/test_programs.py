"""What is traced computes what the definition computes, to the last bit."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import autograd.numpy as anp
import numpy as np
import pytest
from numpy.typing import NDArray

from optviz.optimizers import SGD, Optimizer, State
from optviz.oracles import Asking
from optviz.program.running import run
from optviz.program.symbols import Symbol
from optviz.program.trace import Trace, UntraceableError
from optviz.program.tracing import (
    STATE,
    free,
    gradient_program,
    hessian_program,
    lookahead_program,
    loss_program,
    places,
    rule_program,
)
from optviz.variants import RULES
from surfaces import SURFACES, Surface
from surfaces.ill_conditioned import quadratic
from tests.support.programs import at_points, inputs_of, state_before

Array = NDArray[np.float64]


def points(surface: Surface, count: int = 60) -> Array:
    draws = np.random.default_rng(3).random((count, 2))
    low, high = np.transpose([surface.xlim, surface.ylim])
    return np.asarray(low + draws * (high - low))


@pytest.mark.parametrize("kind", [each for each in RULES.values() if not issubclass(each, Asking)])
def test_a_rules_program_is_the_rule(kind: type[Optimizer]) -> None:
    optimizer = kind()
    x, g, state = state_before(optimizer)
    found = run(rule_program(kind), inputs_of(optimizer, x, g, state))
    after, named = optimizer.step(x, g, state)
    states = {STATE + name: each for name, each in vars(named).items() if name != "t"}
    expected = {"x": after} | states
    assert set(found) == set(expected)
    for name, parts in found.items():
        both = np.broadcast_to(expected[name], x.shape)
        for axis, part in enumerate(parts):
            np.testing.assert_array_equal(np.broadcast_to(part, len(x)), both[:, axis], name)


@pytest.mark.parametrize("kind", RULES.values(), ids=RULES)
def test_a_lookaheads_program_is_the_lookahead(kind: type[Optimizer]) -> None:
    optimizer = kind()
    x, g, state = state_before(optimizer)
    (at_x, at_y) = run(lookahead_program(kind), inputs_of(optimizer, x, g, state))["x"]
    np.testing.assert_array_equal(np.stack([at_x, at_y], -1), optimizer.lookahead(x, state))


@pytest.mark.parametrize("key", SURFACES)
def test_a_loss_program_is_the_loss(key: str) -> None:
    surface = SURFACES[key]
    x, y = points(surface).T
    (found,) = run(loss_program(surface), at_points(surface, x, y))["loss"]
    # Logistic losses over all samples are summed by products, which rounds otherwise.
    within = 1e-14 if key in {"noisy_moons", "rare_feature", "faint_feature"} else 0
    np.testing.assert_allclose(found, surface.loss(x, y), rtol=within, atol=0)


@pytest.mark.parametrize("key", SURFACES)
def test_a_gradient_program_sees_the_samples_of_a_step(key: str) -> None:
    surface = SURFACES[key]
    at = points(surface)
    for step in (0, 3, 250):
        stages = surface.stages
        stage = stages.parts.index(stages.at(step)) if stages else 0
        seen = stages.at(step) if stages else surface.minibatches
        chosen = None if seen is None else seen.at(step, 0)
        found = run(gradient_program(surface, stage), at_points(surface, *at.T), chosen)
        for part, expected in zip(
            found["gradient"], surface.step_gradient(at, step).T, strict=True
        ):
            np.testing.assert_array_equal(np.broadcast_to(part, len(at)), expected)


@pytest.mark.parametrize("key", SURFACES)
def test_second_derivatives_are_those_of_the_gradient(key: str) -> None:
    surface = SURFACES[key]
    at, h = points(surface, 30), 1e-6
    x, y = at.T
    own = replace(surface, gradient=None, minibatches=None, stages=None)
    xx, xy, yy = run(hessian_program(surface), at_points(surface, x, y))["hessian"]
    for axis, expected in ((0, (xx, xy)), (1, (xy, yy))):
        ahead, behind = (at + sign * h * np.eye(2)[axis] for sign in (1, -1))
        slopes = (own.step_gradient(ahead) - own.step_gradient(behind)) / (2 * h)
        scale = 1 + np.abs(slopes).max()
        for part, slope in zip(expected, slopes.T, strict=True):
            assert np.abs(part - slope).max() < 1e-6 * scale


UNARY = ("sin", "cos", "tanh", "exp", "sqrt", "log", "arctan", "abs", "square", "log1p", "expm1")
BINARY = ("add", "subtract", "multiply", "divide", "maximum", "minimum", "power", "logaddexp")


def generated(rng: np.random.Generator, depth: int) -> Callable[[Any, Any], Any]:
    """A random formula of x and y, with functions that autograd can differentiate."""
    kind = rng.random()
    if depth == 0 or kind < 0.1:
        number = round(float(rng.uniform(-3, 3)), 2)
        return [lambda x, y: x, lambda x, y: y, lambda x, y: number + 0 * x][rng.integers(3)]
    names = UNARY if kind < 0.4 else BINARY
    function = getattr(anp, names[rng.integers(len(names))])
    parts = [generated(rng, depth - 1) for _ in range(1 if names is UNARY else 2)]
    return lambda x, y: function(*(part(x, y) for part in parts))


@pytest.mark.parametrize("seed", range(200))
def test_derivatives_are_those_of_autograd(seed: int) -> None:
    formula = generated(np.random.default_rng(seed), 4)
    surface = replace(SURFACES["booth"], loss=lambda x, y: formula(x, y) + x * y, gradient=None)
    at = points(surface, 20) / 5
    with np.errstate(all="ignore"):
        expected = surface.step_gradient(at).T
        loss = surface.loss(at[:, 0], at[:, 1])
    found = run(gradient_program(surface), {"x": at[:, 0], "y": at[:, 1]})["gradient"]
    for part, other in zip(found, expected, strict=True):
        fine = np.isfinite(loss) & np.isfinite(other)
        close = np.isclose(np.broadcast_to(part, len(at)), other, rtol=1e-9, atol=1e-9)
        assert close[fine].all()


class Deciding(SGD):
    def rule(self, x: Array, g: Array, s: State) -> Array:
        return x - self.lr * g if np.abs(g).max() > 1 else x


class Clipping(SGD):
    def rule(self, x: Array, g: Array, s: State) -> Array:
        step: Array = self.lr * g / np.maximum(np.linalg.norm(g), 1)
        return x - step


class Foreign(SGD):
    def rule(self, x: Array, g: Array, s: State) -> Array:
        return x - float(self.lr) * g


class Interpolating(SGD):
    def rule(self, x: Array, g: Array, s: State) -> Array:
        found: Array = x - np.interp(g, [0, 1], [0, 1])
        return found


def test_what_mixes_coordinates_is_traced() -> None:
    optimizer = Clipping(lr=0.5)
    x, g, state = state_before(optimizer)
    for row in range(len(x)):
        after, _ = optimizer.step(x[row], 3 * g[row], state)
        found = run(rule_program(Clipping), inputs_of(optimizer, x[row], 3 * g[row], state))["x"]
        np.testing.assert_allclose(found, after, rtol=1e-15)


@pytest.mark.parametrize(
    ("kind", "why"),
    [
        (Deciding, "it decides by a value"),
        (Foreign, "it makes a plain number of an array"),
        (Interpolating, "it uses np.interp, which programs do not have"),
    ],
)
def test_what_cannot_be_traced_says_why(kind: type[Optimizer], why: str) -> None:
    with pytest.raises(UntraceableError, match=why):
        rule_program(kind)


def test_an_operation_in_place_changes_what_else_has_the_same_array() -> None:
    trace = Trace()
    x = Symbol(trace, [trace.input("x"), trace.input("y")])
    same = x
    x += 1.0
    x[0] *= 2.0
    program = trace.program({"out": places(same, trace)})
    assert run(program, {"x": 3.0, "y": 4.0})["out"] == [8.0, 5.0]


def test_a_minibatch_that_is_no_mean_over_samples_is_refused() -> None:
    batches = SURFACES["noisy_quadratic"].minibatches
    assert batches is not None

    def of_the_mean(x: Array, y: Array, chosen: Any) -> tuple[Array, Array]:
        x0, y0 = np.mean(batches.points()[chosen], axis=0)
        return x - x0, 10 * (y - y0)

    surface = replace(
        SURFACES["noisy_quadratic"], minibatches=replace(batches, gradient=of_the_mean)
    )
    with pytest.raises(UntraceableError, match="no mean over its samples"):
        gradient_program(surface)


def test_a_number_is_free_only_where_loss_gradient_and_name_alone_depend_on_it() -> None:
    surface = SURFACES["ill_conditioned"]
    own = surface.parameter
    assert own
    assert free(surface) == own.value
    assert free(SURFACES["beale"]) is None

    def other(**changes: Any) -> Surface:
        return replace(surface, parameter=replace(own, **changes))

    def wider(value: float) -> Surface:
        return replace(own.surface(value), xlim=(-value, value))

    assert free(other(family=None)) is None
    assert free(other(title="Bowl of {}")) is None
    assert free(other(family=lambda value: quadratic(value + 1))) is None
    assert (
        free(other(surface=lambda value: replace(own.surface(value), xlim=(-value, value)))) is None
    )
    assert "parameter" not in loss_program(other(family=None)).inputs
