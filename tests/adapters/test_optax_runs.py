"""What optax's transformations remember and ask for: held to the loop of optax's documentation.

What stands in for optax here speaks its interface; `python -m tests.references.adapters` does the
same with optax itself.
"""

import math
import sys
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any, NamedTuple

import numpy as np
import pytest

from optviz.adapters import optax_optimizer
from optviz.optimizers import Array, Optimizer
from optviz.race import race
from surfaces import SURFACES
from tests.support.libraries import FakeJax, FakeOptax, stand_ins

BEALE = SURFACES["beale"]
NOISY = SURFACES["noisy_quadratic"]
STEPS = 60


class Pair(NamedTuple):
    """The parameter of a lookahead."""

    fast: Any
    slow: Any

    @classmethod
    def init_synced(cls, x: Any) -> "Pair":
        return cls(x, x)


class LookaheadState(NamedTuple):
    done: Any


class Scheduled(NamedTuple):
    count: Any
    nu: Any


class Searched(NamedTuple):
    learning_rate: Any
    value: Any


@pytest.fixture(autouse=True)
def libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, module in stand_ins().items():
        monkeypatch.setitem(sys.modules, name, module)
    monkeypatch.setattr(FakeOptax, "LookaheadParams", Pair, raising=False)


def scheduled(learning_rate: Any, decay: float = 0.9) -> Any:
    """Divides by a running mean, at a rate that a schedule gives."""

    def init(x: Any) -> Any:
        return Scheduled(np.int32(0), 0 * x)

    def update(g: Any, state: Any, x: Any) -> Any:
        rate = learning_rate(state.count) if callable(learning_rate) else learning_rate
        nu = decay * state.nu + (1 - decay) * g * g
        return -rate * g / (1 + np.sqrt(nu)), Scheduled(state.count + np.int32(1), nu)

    return SimpleNamespace(init=init, update=update)


def clipped(learning_rate: float) -> Any:
    """Shortens the gradient of the whole parameter."""

    def update(g: Any, state: Any, x: Any) -> Any:
        return -learning_rate * g / max(1.0, np.sqrt((g * g).sum())), state

    return SimpleNamespace(init=lambda x: (), update=update)


def lookahead(learning_rate: float = 0.002) -> Any:
    """Moves a slow point in every third step, and the fast one back to it."""

    def update(g: Any, state: Any, pair: Any) -> Any:
        fast, done = pair.fast - learning_rate * g, state.done + 1
        slow = pair.slow + 0.5 * (fast - pair.slow) if done % 3 == 0 else pair.slow
        fast = slow if done % 3 == 0 else fast
        return Pair(fast - pair.fast, slow - pair.slow), LookaheadState(done)

    return SimpleNamespace(init=lambda x: LookaheadState(np.int32(0)), update=update)


def polyak(max_rate: float = 1.0) -> Any:
    """A rate from the value of the loss."""

    def update(g: Any, state: Any, x: Any, *, value: Any, **more: Any) -> Any:
        return -min(max_rate, float(value) / max(1e-12, float((g * g).sum()))) * g, state

    return SimpleNamespace(init=lambda x: (), update=update)


def backtracking(first: float = 1.0) -> Any:
    """A line search, by values of the loss elsewhere and its gradient at the point."""

    def init(x: Any) -> Any:
        return Searched(np.float64(first), np.float64(np.inf))

    def update(g: Any, state: Any, x: Any, *, value: Any, grad: Any, value_fn: Any) -> Any:
        np.testing.assert_array_equal(grad, g)
        np.testing.assert_allclose(FakeJax.grad(value_fn)(x), g, rtol=1e-12)
        rate = first
        while value_fn(x - rate * g) > value - 1e-4 * rate * (g * g).sum() and rate > 1e-9:
            rate /= 2
        return -rate * g, Searched(np.float64(rate), np.float64(value))

    return SimpleNamespace(init=init, update=update, loops=True)


def sharp(learning_rate: float = 0.001, rho: float = 0.05) -> Any:
    """A second gradient in each step."""

    def update(g: Any, state: Any, x: Any, *, grad_fn: Any = None) -> Any:
        if grad_fn is None:
            raise ValueError("grad_fn must be provided")
        return -learning_rate * grad_fn(x + rho * g / np.sqrt((g * g).sum()), 0), state

    return SimpleNamespace(init=lambda x: (), update=update)


def looping(learning_rate: float = 0.001) -> Any:
    """Compiled, because it has a loop."""
    return SimpleNamespace(
        init=lambda x: (), update=lambda g, state, x: (-learning_rate * g, state), loops=True
    )


def drifting(learning_rate: float = 0.001) -> Any:
    """Moves by chance."""

    def update(g: Any, state: Any, x: Any) -> Any:
        return -learning_rate * g + np.random.default_rng().normal(size=2), state

    return SimpleNamespace(init=lambda x: (), update=update)


def cosine(count: Any) -> float:
    return float(0.05 * (1 + math.cos(math.pi * count / STEPS)))


def plain_loop(rule: Any, surface: Any = BEALE, asks: str = "", start: Any = None) -> Array:
    """The points of a transformation that is stepped as optax's documentation says."""
    x = np.array(surface.start if start is None else start)
    state = rule.init(x)
    parameter: Any = Pair(x, x) if isinstance(state, LookaheadState) else x
    rows = [x]
    for k in range(STEPS):
        x = getattr(parameter, "fast", parameter)
        g = surface.step_gradient(x, k, 0)

        def value_fn(x: Any, k: int = k) -> Any:
            return surface.step_loss(x, k, 0)

        def grad_fn(x: Any, i: int, k: int = k) -> Any:
            return surface.step_gradient(x, k, 0)

        more = {"grad_fn": {"grad_fn": grad_fn}, "": {}}.get(asks)
        if more is None:
            more = {"value": value_fn(x), "grad": g, "value_fn": with_gradient(value_fn, g)}
        updates, state = rule.update(g, state, parameter, **more)
        parameter = FakeOptax.apply_updates(parameter, updates)
        rows.append(getattr(parameter, "fast", parameter))
    return np.array(rows)


def with_gradient(value_fn: Any, g: Any) -> Any:
    """A loss that knows its gradient at the point."""
    loss = FakeJax.custom_jvp(value_fn)
    loss.defjvp(lambda points, changes: (value_fn(*points), (g * changes[0]).sum()))
    return loss


CASES: dict[str, tuple[Callable[[], Optimizer], Callable[[], Any], str]] = {
    "a schedule": (
        lambda: optax_optimizer(scheduled, learning_rate=cosine),
        lambda: scheduled(cosine),
        "",
    ),
    "a norm": (lambda: optax_optimizer(clipped, learning_rate=0.1), lambda: clipped(0.1), ""),
    "a slow point": (lambda: optax_optimizer(lookahead), lookahead, ""),
    "the value": (lambda: optax_optimizer(polyak), polyak, "value"),
    "a line search": (lambda: optax_optimizer(backtracking), backtracking, "value"),
    "a second gradient": (lambda: optax_optimizer(sharp), sharp, "grad_fn"),
    "a loop": (lambda: optax_optimizer(looping), looping, ""),
    "made already": (lambda: optax_optimizer(polyak(), name="Made"), polyak, "value"),
}
every_case = pytest.mark.parametrize("case", CASES)


@every_case
@pytest.mark.parametrize("surface", [BEALE, NOISY], ids=["beale", "noisy"])
def test_a_race_ends_where_the_librarys_own_loop_ends(case: str, surface: Any) -> None:
    adapt, make, asks = CASES[case]
    expected = plain_loop(make(), surface, asks)
    (run,) = race(surface, [adapt()], steps=STEPS)
    assert np.ptp(expected[:, 0]) > 1e-3
    np.testing.assert_array_equal(run.x, expected)


@every_case
def test_batches_are_their_members(case: str) -> None:
    adapt, make, asks = CASES[case]
    starts = np.array([[1.0, 1.6], [0.5, 0.5], [-1.0, 1.0]])
    (together,) = race(BEALE, [adapt()], starts, steps=STEPS)
    for k, start in enumerate(starts):
        np.testing.assert_array_equal(together.x[:, k], plain_loop(make(), BEALE, asks, start))


def test_what_is_infinite_at_first_is_no_divergence() -> None:
    (run,) = race(BEALE, [optax_optimizer(backtracking)], steps=9)
    assert run.diverged is None
    assert run.state["value"][0, 0] == np.inf
    assert run.state["value"][1, 0] == BEALE.loss(*run.x[0])


def test_the_slow_point_is_in_the_history() -> None:
    (run,) = race(BEALE, [optax_optimizer(lookahead)], steps=9)
    np.testing.assert_array_equal(run.state["slow"][3], run.x[3])
    np.testing.assert_array_equal(run.state["slow"][5], run.x[3])


def test_only_what_has_loops_or_asks_for_the_loss_is_compiled() -> None:
    """Compiling takes longer than a race of the others."""
    for make, many in [(clipped, False), (looping, True), (polyak, True)]:
        before = FakeJax.compiled
        settings: Any = {"learning_rate": 0.123} if make is not polyak else {"max_rate": 0.123}
        race(BEALE, [optax_optimizer(make, **settings)], steps=2)
        assert (FakeJax.compiled > before) == many


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda: optax_optimizer(drifting), "DriftingOptax cannot race: after step 1 it is not"),
        (
            lambda: optax_optimizer(polyak).step(
                np.ones(2), np.ones(2), optax_optimizer(polyak).init(np.ones(2))
            ),
            "PolyakOptax takes no step 1: it asks for the loss, and here only gradients are known",
        ),
    ],
)
def test_what_cannot_be_exact_is_a_sentence(make: Any, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        make()
