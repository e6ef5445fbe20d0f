"""Line searches: how far to go along a direction, and the descents that use them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple

import numpy as np

from optviz.optimizers import Array, State
from optviz.oracles.oracle import COUNTS, Asking, Oracle, all_done, along, inner, of_runs

TRIALS = 60  # shortened by 1/2, the last is 1e-18 of the first
DOUBLINGS = 60
REFINEMENTS = 90
NEAR = 1 / 64  # the first move along a direction
ROOT = 1e-12  # of the slope at the start, under which a slope is 0

SlopeAt = Callable[[Array, Array], Array]


def backtracked(
    oracle: Oracle, x: Array, direction: Array, slope: Array, first: Any, factor: Any, c1: Any
) -> Array:
    """(...) the first of first, first factor, first factor^2, ... whose loss is low enough.

        f(x + step d) <= f(x) + c1 step slope

    Source: L. Armijo, Minimization of functions having Lipschitz continuous first partial
    derivatives, Pacific Journal of Mathematics 16(1), 1966.

    Args:
        oracle: asked for losses, one at x and one for each trial.
        x: (..., 2) where the step begins.
        direction: (..., 2) d.
        slope: (...) of the loss along d, below 0.
        first: (...) the first trial, like the next two a number or one for each run.
        factor: by which each is shorter than the one before.
        c1: the share of the decrease that a straight line would have.

    Returns:
        The step; 0 where `TRIALS` trials are all too long.
    """
    begin = oracle.loss(x)
    step, done = 0 * begin + first, 0 * begin
    for _ in range(TRIALS):
        lower = oracle.loss(along(x, step, direction), 1 - done) <= begin + c1 * step * slope
        done = np.where(lower, 1.0, done)
        if all_done(done):
            break
        step = np.where(done == 1, step, step * factor)
    return np.where(done == 1, step, 0.0)


def exact(oracle: Oracle, x: Array, direction: Array, slope: Array) -> Array:
    """(...) where the slope along a direction is 0: at the end of the first descent that is met.

    Moves of the lengths 1/64, 1/32, ... until the loss rises bracket it. Inside, secants as in the
    Illinois method, with every third trial in the middle, find where the slope is 1e-12 of that at
    x; on a quadratic that is at once. Where the loss falls as far as float64 reaches, the step is
    infinite.

    Source: M. Dowell, P. Jarratt, A modified regula falsi method for computing the root of an
    equation, BIT 11, 1971.

    Args:
        oracle: asked for gradients.
        x: (..., 2) where the step begins.
        direction: (..., 2), along which the loss falls.
        slope: (...) of the loss along it at x, below 0.
    """

    def slope_at(step: Array, asked: Array) -> Array:
        return inner(oracle.gradient(along(x, step, direction), asked), direction)

    stationary = np.where(slope < 0, 0.0, 1.0)  # there is nowhere to go
    length = np.sqrt(np.where(stationary == 1, 1.0, inner(direction, direction)))
    found, rises = bracketed(slope_at, slope, NEAR / length, stationary)
    step = np.where(stationary == 1, 0.0, found.high / np.where(rises == 1, 1.0, 0.0))
    done = np.where(rises == 1, np.where(found.at_high == 0, 1.0, stationary), 1.0)
    return refined(slope_at, found, step, done, ROOT * np.abs(slope))


class Bracket(NamedTuple):
    """Steps (...) between which a slope is 0, and the slopes there."""

    low: Array
    high: Array
    at_low: Array
    at_high: Array


def bracketed(
    slope_at: SlopeAt, slope: Array, first: Array, stationary: Array
) -> tuple[Bracket, Array]:
    """A bracket from doubled steps, and 1 where there is one, 0 where the loss falls on.

    Args:
        slope_at: (step, who asks) -> the slope there.
        slope: (...) that at step 0.
        first: (...) the first step.
        stationary: (...) 1 where none is looked for.
    """
    low, high, at_low, at_high = 0 * slope, first, slope, slope
    rises = stationary
    for _ in range(DOUBLINGS):
        found = slope_at(high, 1 - rises)
        at_high = np.where(rises == 1, at_high, found)
        still = np.where(rises == 1, False, at_high < 0)
        rises = np.where(still, rises, 1.0)
        if all_done(rises):
            break
        low, at_low = np.where(still, high, low), np.where(still, at_high, at_low)
        high = np.where(still, 2 * high, high)
    return Bracket(low, high, at_low, at_high), rises


def refined(slope_at: SlopeAt, bracket: Bracket, step: Array, done: Array, close: Array) -> Array:
    """The step in a bracket at which the slope is 0, or nearly.

    Args:
        slope_at: (step, who asks) -> the slope there.
        bracket: around it.
        step: (...) what is returned where it is known already.
        done: (...) 1 there, else 0.
        close: (...) a slope that is near enough to 0.
    """
    low, high, at_low, at_high = bracket
    for number in range(REFINEMENTS):
        middle = low + (high - low) / 2
        tried = middle if number % 3 == 2 else low - at_low * ((high - low) / (at_high - at_low))
        inside = np.where(tried > low, tried < high, False)
        tried = np.where(inside, tried, middle)
        value = slope_at(tried, 1 - done)
        step = np.where(done == 1, step, tried)
        narrow = np.where(tried > low, tried >= high, True)
        done = np.where(np.abs(value) <= close, 1.0, np.where(narrow, 1.0, done))
        if all_done(done):
            break
        below = value < 0
        # The end that stays halves its value, so that both ends move.
        at_high, at_low = np.where(below, at_high / 2, value), np.where(below, value, at_low / 2)
        low, high = np.where(below, tried, low), np.where(below, high, tried)
    return step


@dataclass(frozen=True)
class Backtracking(Asking):
    """Steepest descent that shortens its step until the loss is low enough (Armijo's condition).

        x <- x - rate g

    rate is the first of lr, lr factor, lr factor^2, ... with f(x - rate g) <= f(x) - c1 rate g^T g;
    0 where 60 of them are all too long.

    Source: L. Armijo, Minimization of functions having Lipschitz continuous first partial
    derivatives, Pacific Journal of Mathematics 16(1), 1966; J. Nocedal, S. Wright, Numerical
    optimization, 2nd edition, 2006, Algorithm 3.1, whose rho is factor here.
    Frameworks: optax has it as scale_by_backtracking_linesearch, with factor 0.8.
    """

    lr: float = 1.0
    factor: float = 0.5
    c1: float = 1e-4

    def asked(self, x: Array, g: Array, s: State, oracle: Oracle) -> Array:
        lr, factor, c1 = (of_runs(each, getattr(self, each)) for each in ("lr", "factor", "c1"))
        step = backtracked(oracle, x, -g, -inner(g, g), lr, factor, c1)
        s.rate = step[..., np.newaxis] + 0 * g
        return x - s.rate * g


@dataclass(frozen=True)
class ExactLineSearch(Asking):
    """Steepest descent to the lowest point along the gradient, or lr times as far.

        x <- x - lr rate g

    rate is where the slope along -g is 0 for the first time that doubled steps bracket it.

    Source: A. Cauchy, Méthode générale pour la résolution des systèmes d'équations simultanées,
    Comptes Rendus 25, 1847; J. Nocedal, S. Wright, Numerical optimization, 2nd edition, 2006, 3.1;
    other lr than 1 M. Raydan, B. Svaiter, Computational Optimization and Applications 21, 2002.
    Frameworks: none of torch, optax and Keras has it.
    """

    lr: float = 1.0

    def asked(self, x: Array, g: Array, s: State, oracle: Oracle) -> Array:
        s.rate = exact(oracle, x, -g, -inner(g, g))[..., np.newaxis] + 0 * g
        return x - self.lr * s.rate * g


@dataclass(frozen=True)
class ConjugateGradient(Asking):
    """Nonlinear conjugate gradients: each direction keeps a part of the last, searched exactly.

        x <- x + lr rate d

    d is -g + beta d, with beta = max(0, g^T (g - g_last) / g_last^T g_last), and -g at first and
    where the loss would not fall along it. rate is that of ExactLineSearch along d.

    Source: E. Polak, G. Ribière, Note sur la convergence de méthodes de directions conjuguées,
    1969; in this form (PR+) J. Gilbert, J. Nocedal, SIAM Journal on Optimization 2(1), 1992.
    Frameworks: scipy's method CG has it with another line search; torch, optax and Keras have none.
    """

    lr: float = 1.0
    memory: ClassVar[tuple[str, ...]] = (*COUNTS, "d", "g_last")

    def asked(self, x: Array, g: Array, s: State, oracle: Oracle) -> Array:
        before = inner(s.g_last, s.g_last)
        share = np.where(before > 0, inner(g, g - s.g_last) / before, 0.0)
        beta = np.maximum(share, 0.0)
        turned = along(-g, beta, s.d)
        falls = inner(turned, g) < 0
        s.beta = np.where(falls, beta, 0.0)[..., np.newaxis] + 0 * g
        s.d = np.where(falls[..., np.newaxis], turned, -g)
        s.g_last = 1.0 * g
        s.rate = exact(oracle, x, s.d, inner(s.d, g))[..., np.newaxis] + 0 * g
        return x + self.lr * s.rate * s.d
