"""What the rules must be to each other, and where a path has a closed form."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from optviz.optimizers import (
    NAG,
    SGD,
    AdaDelta,
    AdaGrad,
    Adam,
    Array,
    Momentum,
    Optimizer,
    RMSProp,
)
from optviz.race import race
from surfaces import SURFACES, Surface


def follow(optimizer: Optimizer, x: Array, gradient: Callable[[Array], Array], steps: int) -> Array:
    """The path of one optimizer over any gradient, by its three methods alone."""
    state = optimizer.init(x)
    path = [x]
    for _ in range(steps):
        x, state = optimizer.step(x, gradient(optimizer.lookahead(x, state)), state)
        path.append(x)
    return np.array(path)


@pytest.mark.parametrize("surface", SURFACES.values(), ids=SURFACES.keys())
def test_without_memory_momentum_and_nag_are_sgd(surface: Surface) -> None:
    lr = 2.0**-8
    sgd, *others = race(surface, [SGD(lr), Momentum(lr, mu=0), NAG(lr, mu=0)], steps=100)
    for other in others:
        np.testing.assert_array_equal(other.x, sgd.x)
        np.testing.assert_array_equal(other.grad_at, sgd.grad_at)


CURVATURE = np.array([3.0, 0.2])


@pytest.mark.parametrize("mu", [0.0, 0.5, 0.9])
@pytest.mark.parametrize("kind", [SGD, Momentum, NAG])
def test_a_quadratic_has_a_closed_form(kind: type[Optimizer], mu: float) -> None:
    lr, start = 0.1, np.array([1.0, -2.0])
    optimizer = kind(lr=lr) if kind is SGD else kind(lr=lr, mu=mu)  # type: ignore[call-arg]
    path = follow(optimizer, start, lambda x: CURVATURE * x, 60)
    for i, a in enumerate(CURVATURE):
        keep = {SGD: 0.0, Momentum: mu, NAG: mu * (1 - lr * a)}[kind]
        once = np.array([[1 - lr * a, keep], [-lr * a, keep]])  # (x, v) -> (x, v)
        for k in (1, 2, 10, 60):
            expected = np.linalg.matrix_power(once, k)[0, 0] * start[i]
            assert path[k, i] == pytest.approx(expected, rel=1e-11, abs=1e-15)


def test_sgd_on_a_quadratic_shrinks_geometrically() -> None:
    path = follow(SGD(lr=0.1), np.array([1.0, -2.0]), lambda x: CURVATURE * x, 60)
    expected = (1 - 0.1 * CURVATURE) ** np.arange(61)[:, None] * [1.0, -2.0]
    np.testing.assert_allclose(path, expected, rtol=1e-13)


def test_momentum_on_a_ramp_reaches_its_final_speed() -> None:
    path = follow(Momentum(lr=0.01, mu=0.9), np.zeros(2), np.ones_like, 400)
    np.testing.assert_allclose(path[-1] - path[-2], -0.01 / (1 - 0.9), rtol=1e-12)


def test_adagrad_does_not_see_the_scale_of_gradients() -> None:
    rule = AdaGrad(lr=0.3, eps=0)
    gradients = np.random.default_rng(1).normal(size=(50, 2))
    plain, scaled = (given_gradients(rule, scale * gradients) for scale in (1.0, 2.0**-20))
    np.testing.assert_array_equal(plain, scaled)  # a power of two costs no rounding


def given_gradients(optimizer: Optimizer, gradients: Array) -> Array:
    """The path from the origin under gradients that do not depend on it."""
    queue = iter(gradients)
    return follow(optimizer, np.zeros(2), lambda _: next(queue), len(gradients))


def test_adagrad_on_a_ramp_slows_with_the_root_of_time() -> None:
    path = given_gradients(AdaGrad(lr=0.3, eps=0), np.full((100, 2), -7.0))
    roots = 0.3 / np.sqrt(np.arange(1, 101))[:, None] * [1.0, 1.0]
    np.testing.assert_allclose(np.diff(path, axis=0), roots, rtol=1e-12)


def test_rmsprop_without_memory_follows_the_sign() -> None:
    gradients = np.random.default_rng(2).normal(size=(50, 2))
    path = given_gradients(RMSProp(lr=0.25, rho=0, eps=0), gradients)
    np.testing.assert_allclose(np.diff(path, axis=0), -0.25 * np.sign(gradients), rtol=1e-12)


def test_adam_without_momentum_is_rmsprop_with_its_bias_corrected() -> None:
    gradients = np.random.default_rng(3).normal(size=(50, 2))
    adam = given_gradients(Adam(lr=0.1, beta1=0, beta2=0.9, eps=0), gradients)
    rmsprop = given_gradients(RMSProp(lr=0.1, rho=0.9, eps=0), gradients)
    correction = np.sqrt(1 - 0.9 ** np.arange(1, 51))[:, None]
    np.testing.assert_allclose(
        np.diff(adam, axis=0), np.diff(rmsprop, axis=0) * correction, rtol=1e-12
    )


@given(st.floats(1e-3, 1e3), st.floats(1e-3, 1e3))
@settings(deadline=None, derandomize=True, database=None)
def test_adams_first_step_is_lr_whatever_the_gradient(gx: float, gy: float) -> None:
    gradient = np.array([[gx, -gy]])
    exact = given_gradients(Adam(lr=0.1, eps=0), gradient)[-1]
    close = given_gradients(Adam(lr=0.1), gradient)[-1]
    np.testing.assert_allclose(exact, [-0.1, 0.1], rtol=1e-15)
    np.testing.assert_allclose(close, [-0.1, 0.1], rtol=1.1e-5)


def test_adam_on_a_ramp_keeps_its_step() -> None:
    path = given_gradients(Adam(lr=0.1, eps=0), np.full((100, 2), -7.0))
    np.testing.assert_allclose(np.diff(path, axis=0), 0.1, rtol=1e-12)


def test_adadelta_ignores_the_unit_of_the_gradient_when_eps_is_small() -> None:
    gradients = 1e3 * np.random.default_rng(4).normal(size=(50, 2))
    rule = AdaDelta(eps=1e-12)
    plain, scaled = (given_gradients(rule, scale * gradients) for scale in (1.0, 1e3))
    np.testing.assert_allclose(plain, scaled, rtol=1e-9)
    np.testing.assert_allclose(
        given_gradients(replace(rule, lr=2.0), gradients), 2 * plain, rtol=1e-12
    )
