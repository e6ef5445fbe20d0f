"""Another library's optimizer in the middle of its run: a live object, which a state holds."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

import numpy as np

from optviz.optimizers import Array, Seed, State, StepLoss


@dataclass(frozen=True)
class Objective:
    """What one step descends, for those that ask for more than the gradient they are given.

    Attributes:
        surface: what is descended.
        step: the number of the step, from 0.
        seed: which minibatches are seen.
    """

    surface: StepLoss
    step: int
    seed: Seed

    def loss(self, x: Array) -> Array:
        """The step's loss at a point (2,), without axes."""
        return np.asarray(self.surface.step_loss(np.asarray(x), self.step, self.seed))

    def gradient(self, x: Array) -> Array:
        """The step's gradient at a point, (2,)."""
        return np.array(self.surface.step_gradient(np.asarray(x), self.step, self.seed))


class Given(NamedTuple):
    """What a step is given.

    Attributes:
        x: (2,) the point, or (n, 2) a batch of points that the rule does not mix.
        g: the gradients there.
        objective: None where nothing but gradients is known.
    """

    x: Array
    g: Array
    objective: Objective | None


class Stepper(Protocol):
    """A live object of a library with its parameter."""

    def step(self, given: Given) -> Array:
        """Take the library's next step; the next points, of the shape of x."""

    def quantities(self) -> Mapping[str, Any]:
        """What it remembers, by the library's names: numbers and arrays of any shape."""


class Run:
    """A live object that is stepped on and on, and can be had as it was after fewer steps.

    Copies of such objects are no good: their schedulers, wrappers and closures go on pointing to
    the one that they were made with. So what it was is had by making it anew and giving it the
    same again.

    Attributes:
        taken: the steps it has taken.
        ended: whether it has come to its end. For a single point that is where it is not finite,
            or its gradient is not and the library objects; from there on it is nan.
        past: what the first of them were given, as far as it was kept.
    """

    def __init__(self, begin: Callable[[], Stepper]) -> None:
        self.begin = begin
        self.stepper = begin()
        self.taken = 0
        self.ended = False
        self.past: list[Given] = []

    def step(self, given: Given) -> Array:
        """Take the next step; whatever the library raises, this raises."""
        single = given.x.ndim == 1
        self.ended |= single and not np.isfinite(given.x).all()
        try:
            after = np.full(given.x.shape, np.nan) if self.ended else self.stepper.step(given)
        except Exception:
            self.ended = single and not np.isfinite(given.g).all()
            if not self.ended:
                raise
            after = np.full(given.x.shape, np.nan)
        self.taken += 1
        return after

    def keep(self, given: Given) -> None:
        """Note what the next step is given, so that it can be repeated."""
        if len(self.past) == self.taken:
            self.past.append(Given(given.x.copy(), given.g.copy(), given.objective))

    def at(self, taken: int) -> "Run":
        """The run after so many steps: this one, or one that has repeated them.

        Raises:
            ValueError: it has gone further, and what its steps were given was not kept.
        """
        if taken == self.taken:
            return self
        if taken > len(self.past):
            raise ValueError("a march has gone on from this state, so no other step can start here")
        again = Run(self.begin)
        for given in self.past[:taken]:
            again.keep(given)
            again.step(given)
        return again


class Running(State):
    """A state whose quantities are read from live objects.

    Attributes:
        runs: which points of x each has as its parameter, as an index of the leading axes.
    """

    __slots__ = ("runs",)

    runs: list[tuple[Any, Run]]

    def __init__(self, quantities: Mapping[str, Any], runs: list[tuple[Any, Run]]) -> None:
        super().__init__(quantities)
        object.__setattr__(self, "runs", runs)


def shown(stepper: Stepper, shape: tuple[int, ...]) -> dict[str, Array]:
    """What it remembers, as far as that is a number or has a number for each of x's.

    Anything else, such as a matrix or a key of random numbers, is carried on all the same.
    """
    found = {}
    for name, value in stepper.quantities().items():
        if not isinstance(value, int | float | np.generic | np.ndarray):
            continue  # None, a text, a list of matrices
        array = np.asarray(value)
        if array.dtype.kind in "fiub" and (array.size == 1 or array.shape == shape):
            found[name] = (array if array.shape == shape else array.reshape(())).astype(float)
    return found
