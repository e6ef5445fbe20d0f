"""What a step may ask of the loss besides its gradient: losses, gradients and Hessians, counted."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Protocol, cast

import numpy as np

from optviz.optimizers import Array, Optimizer, Seed, State, StepLoss
from optviz.rule_failed import RuleFailed

COUNTS = ("losses", "gradients", "hessians")  # names of the state: how many until now
Hessian = tuple[Any, Any, Any]


class Oracle(ABC):
    """Answers what a step asks, and counts it in the step's state.

    The word is A. Nemirovski's and D. Yudin's, Problem complexity and method efficiency in
    optimization, 1983: what a method costs is how often it asks.
    """

    def __init__(self, state: State) -> None:
        self.state = state

    def loss(self, points: Array, asked: Any = 1.0) -> Array:
        """(...) the loss that the step sees, at points (..., 2).

        Args:
            points: where.
            asked: (...) 1 for each member of a batch that asks, 0 for those that are done.
        """
        self.count("losses", asked)
        return self.loss_at(points)

    def gradient(self, points: Array, asked: Any = 1.0) -> Array:
        """(..., 2) its gradient there; arguments as `loss` has them."""
        self.count("gradients", asked)
        return self.gradient_at(points)

    def hessian(self, points: Array) -> Hessian:
        """Its second derivatives there: xx, xy and yy, each (...)."""
        self.count("hessians", 1.0)
        return self.hessian_at(points)

    def gauss_newton(self, points: Array) -> Hessian:
        """2 J^T J there, of the residuals' Jacobian J: xx, xy and yy. J counts as a Hessian."""
        self.count("hessians", 1.0)
        return self.gauss_newton_at(points)

    def count(self, name: str, asked: Any) -> None:
        """Add what is asked to one of COUNTS."""
        known = getattr(self.state, name)
        setattr(self.state, name, known + (asked[..., np.newaxis] if np.ndim(asked) else asked))

    @abstractmethod
    def loss_at(self, points: Array) -> Array:
        """As `loss`, without counting."""

    @abstractmethod
    def gradient_at(self, points: Array) -> Array:
        """As `gradient`, without counting."""

    @abstractmethod
    def hessian_at(self, points: Array) -> Hessian:
        """As `hessian`, without counting."""

    @abstractmethod
    def gauss_newton_at(self, points: Array) -> Hessian:
        """As `gauss_newton`, without counting."""


class CurvedLoss(StepLoss, Protocol):
    """What also knows its second derivatives: a `Surface` does."""

    def step_hessian(self, points: Array, step: int, seed: Seed) -> Hessian:
        """xx, xy and yy of the Hessian that a step sees at points (..., 2), each (...)."""

    def step_gauss_newton(self, points: Array, step: int) -> Hessian:
        """The same of 2 J^T J, where the loss is a sum of squares with the Jacobian J."""


class LossOracle(Oracle):
    """Asks a surface, with the minibatch of one step."""

    def __init__(self, loss: StepLoss, step: int, seed: Seed, state: State) -> None:
        super().__init__(state)
        self.surface, self.step, self.seed = loss, step, seed

    def loss_at(self, points: Array) -> Array:
        return self.surface.step_loss(points, self.step, self.seed)

    def gradient_at(self, points: Array) -> Array:
        return self.surface.step_gradient(points, self.step, self.seed)

    def hessian_at(self, points: Array) -> Hessian:
        curved = cast(CurvedLoss, self.surface)  # what races is a surface
        return curved.step_hessian(points, self.step, self.seed)

    def gauss_newton_at(self, points: Array) -> Hessian:
        return cast(CurvedLoss, self.surface).step_gauss_newton(points, self.step)


def asks_more(optimizer: Optimizer) -> bool:
    """Whether it counts what its steps ask for; others ask for one gradient a step."""
    return set(COUNTS) <= set(optimizer.memory)


def evaluations(optimizer: Optimizer, state: Mapping[str, Array], steps: int) -> Array:
    """(steps + 1, ...) how often a run has asked until each iterate, 0 at the start.

    A loss, a gradient and a Hessian count one each, as nfev + njev + nhev of scipy.optimize.

    Args:
        optimizer: that ran.
        state: name -> (steps + 1, ..., 2), as a trajectory has it.
        steps: of the run.
    """
    if not asks_more(optimizer):
        return np.arange(steps + 1.0)
    asked: Array = np.sum([state[name][..., 0] for name in COUNTS], axis=0)
    asked[0] = 0
    return asked


@dataclass(frozen=True)
class Asking(Optimizer):
    """An optimizer whose steps ask for more than the gradient g at x.

    Its state counts what it has asked for: `losses`, `gradients` (g too) and `hessians`.
    """

    memory: ClassVar[tuple[str, ...]] = COUNTS

    @abstractmethod
    def asked(self, x: Array, g: Array, s: State, oracle: Oracle) -> Array:
        """The update, as `Optimizer.rule` is one; what it needs else the oracle says."""

    def rule(self, x: Array, g: Array, s: State) -> Array:
        raise ValueError(
            f"{type(self).__name__} asks for more than a gradient: it can step in a race alone"
        )

    def rule_on(self, surface: StepLoss, seed: Seed) -> Callable[[Array, Array, State], Array]:
        def rule(x: Array, g: Array, s: State) -> Array:
            try:
                return self.answered(x, g, s, LossOracle(surface, s.t - 1, seed, s))
            except ValueError as error:  # the surface does not know what is asked for
                raise RuleFailed(self, f"{type(self).__name__} cannot race here: {error}") from None

        return rule

    def answered(self, x: Array, g: Array, s: State, oracle: Oracle) -> Array:
        """`asked`, with the gradient that the step came with counted."""
        oracle.count("gradients", 1.0)
        return self.asked(x, g, s, oracle)


def of_runs(name: str, value: Any) -> Any:
    """A hyper-parameter beside losses: a number, or (...) where it is (..., 1), a run's each.

    Raises:
        ValueError: it has another value for each coordinate, where a step has but one.
    """
    if np.ndim(value) == 0:
        return value
    if value.shape[-1] != 1:
        raise ValueError(f"{name} is for both coordinates: give one number for each run")
    return value[..., 0]


def inner(a: Array, b: Array) -> Array:
    """(...) the inner products of vectors (..., 2)."""
    return a[..., 0] * b[..., 0] + a[..., 1] * b[..., 1]


def along(x: Array, step: Array, direction: Array) -> Array:
    """The points x + step direction, (..., 2), for steps (...)."""
    return x + step[..., np.newaxis] * direction


def all_done(done: Any) -> bool:
    """Whether every member of a batch is done."""
    return bool(np.all(done)) if np.ndim(done) else bool(done)
