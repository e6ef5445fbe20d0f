"""Schedules as formulas: hyper-parameters that are functions of the step.

Each is a frozen value with the numbers of its formula. `value(k)` is written with numpy, so that
it is also traced into a program, which the player runs (`optviz.program.curves`). Step k, from 0,
is the update that leads from x_k to x_(k+1). A curve that has a length holds its last value after
that.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np

from optviz.schedules.piecewise import Curve, Piecewise, finite, follow, whole
from optviz.spellings import brief
from optviz.words import ENGLISH


def cosine(first: Any, last: Any, share: Any) -> Any:
    """Half a wave from one number to another, of which a share has passed."""
    return last + (first - last) / 2 * (1 + np.cos(np.pi * share))


@dataclass(frozen=True)
class Constant(Curve):
    """The same value for so many steps, after which something else may follow."""

    words: ClassVar[str] = ENGLISH.texts["curve.Constant"]

    first: float
    steps: int

    def value(self, k: Any) -> Any:
        return self.first + 0 * k


@dataclass(frozen=True)
class Linear(Curve):
    """A straight line: first + (last - first) k / steps.

    Source: torch.optim.lr_scheduler.LinearLR; optax.linear_schedule.
    """

    words: ClassVar[str] = ENGLISH.texts["curve.Linear"]

    first: float
    last: float
    steps: int

    def value(self, k: Any) -> Any:
        return self.first + (self.last - self.first) * (np.minimum(k, self.steps) / self.steps)


@dataclass(frozen=True)
class Polynomial(Curve):
    """A power: last + (first - last) (1 - k / steps)^power.

    Source: torch.optim.lr_scheduler.PolynomialLR; optax.polynomial_schedule.
    """

    words: ClassVar[str] = ENGLISH.texts["curve.Polynomial"]
    positive: ClassVar[tuple[str, ...]] = ("power",)

    first: float
    last: float
    steps: int
    power: float = 2.0

    def value(self, k: Any) -> Any:
        left = 1 - np.minimum(k, self.steps) / self.steps
        return self.last + (self.first - self.last) * np.power(left, self.power)


@dataclass(frozen=True)
class Exponential(Curve):
    """The same factor at every step: first factor^k.

    Source: torch.optim.lr_scheduler.ExponentialLR; optax.exponential_decay.
    """

    words: ClassVar[str] = ENGLISH.texts["curve.Exponential"]
    positive: ClassVar[tuple[str, ...]] = ("factor",)

    first: float
    factor: float

    def value(self, k: Any) -> Any:
        return self.first * np.power(self.factor, k)


@dataclass(frozen=True)
class Staircase(Curve):
    """The same factor every so many steps: first factor^floor(k / every).

    Source: torch.optim.lr_scheduler.StepLR; optax.exponential_decay with staircase.
    """

    words: ClassVar[str] = ENGLISH.texts["curve.Staircase"]
    positive: ClassVar[tuple[str, ...]] = ("factor",)

    first: float
    every: int
    factor: float = 0.1

    def value(self, k: Any) -> Any:
        return self.first * np.power(self.factor, np.floor(k / self.every))


@dataclass(frozen=True)
class Cosine(Curve):
    """Half a wave: last + (first - last) (1 + cos(pi k / steps)) / 2.

    Source: I. Loshchilov, F. Hutter, SGDR: Stochastic gradient descent with warm restarts, ICLR
    2017, eq. 5; torch.optim.lr_scheduler.CosineAnnealingLR, which rises again after its steps;
    optax.cosine_decay_schedule, which stays, as this does.
    """

    words: ClassVar[str] = ENGLISH.texts["curve.Cosine"]

    first: float
    steps: int
    last: float = 0.0

    def value(self, k: Any) -> Any:
        return cosine(self.first, self.last, np.minimum(k, self.steps) / self.steps)


@dataclass(frozen=True)
class CosineRestarts(Curve):
    """Half waves one after the other, each so many times as long as the one before.

    Wave n begins at step period (growth^n - 1) / (growth - 1), or n period where growth is 1.

    Source: SGDR, as for `Cosine`; torch.optim.lr_scheduler.CosineAnnealingWarmRestarts.
    """

    words: ClassVar[str] = ENGLISH.texts["curve.CosineRestarts"]

    first: float
    period: int
    last: float = 0.0
    growth: int = 1

    def value(self, k: Any) -> Any:
        # Where it is 1, the other formula would divide by 0: it has 2, and is not used.
        growth = np.where(np.equal(self.growth, 1), 2.0, self.growth)

        def begin(n: Any) -> Any:
            return self.period * (np.power(growth, n) - 1) / (growth - 1)

        n = np.floor(np.log(1 + k * (growth - 1) / self.period) / np.log(growth))
        n = np.where(begin(n + 1) <= k, n + 1, np.where(begin(n) > k, n - 1, n))  # log rounds
        longer = (k - begin(n)) / (self.period * np.power(growth, n))
        equal = k / self.period - np.floor(k / self.period)
        return cosine(self.first, self.last, np.where(np.equal(self.growth, 1), equal, longer))


@dataclass(frozen=True)
class OneCycle(Curve):
    """Up and down again, both in half waves, from highest / divided to that / finally_divided.

    The rise ends at step rise * steps - 1, the fall at step steps - 1.

    Source: L. N. Smith, N. Topin, Super-convergence: very fast training of neural networks using
    large learning rates, 2018; torch.optim.lr_scheduler.OneCycleLR, whose defaults these are.
    """

    words: ClassVar[str] = ENGLISH.texts["curve.OneCycle"]
    positive: ClassVar[tuple[str, ...]] = ("rise", "divided", "finally_divided")

    highest: float
    steps: int
    rise: float = 0.3
    divided: float = 25.0
    finally_divided: float = 1e4

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.rise >= 1 or self.rise * self.steps <= 1:
            raise ValueError(
                f"OneCycle: rise = {self.rise:g} of {self.steps} steps is not possible; give a "
                "share below 1 that is more than one step"
            )

    def value(self, k: Any) -> Any:
        top = self.rise * self.steps - 1
        fall = self.steps - 1 - top
        begin = self.highest / self.divided
        up = cosine(begin, self.highest, np.minimum(k, top) / top)
        gone = np.minimum((np.maximum(k, top) - top) / fall, 1.0)
        down = cosine(self.highest, begin / self.finally_divided, gone)
        return np.where(k <= top, up, down)


@dataclass(frozen=True)
class InverseSqrt(Curve):
    """As one over the root of the step: first / sqrt(1 + k / scale).

    After a warm-up of `scale` steps it is the schedule of A. Vaswani et al., Attention is all you
    need, 2017, section 5.3.
    """

    words: ClassVar[str] = ENGLISH.texts["curve.InverseSqrt"]

    first: float
    scale: int

    def value(self, k: Any) -> Any:
        return self.first / np.sqrt(1 + k / self.scale)


@dataclass(frozen=True)
class Own(Curve):
    """A function of one's own: the value at step k, from 0.

    What numpy or plain arithmetic computes of k is traced and runs in the player as well; what
    decides by k with `if`, or reads a list, is run by Python alone.
    """

    words: ClassVar[str] = ENGLISH.texts["curve.Own"]

    function: Callable[[Any], Any]

    def __post_init__(self) -> None:
        if not callable(self.function):
            raise ValueError(f"{brief(self.function)} is no function of the step")

    def value(self, k: Any) -> Any:
        return self.function(k)

    def at(self, step: int) -> float:
        try:
            return finite("its function", f"value at step {step}", self.function(step))
        except ValueError:
            raise
        except Exception as error:  # it may raise anything
            raise ValueError(
                f"the function of the step fails at step {step}: {type(error).__name__}: {error}"
            ) from None

    def ends(self) -> tuple[float, float]:
        first = self.at(0)
        return first, first

    def numbers(self) -> dict[str, Any]:
        return {}


@dataclass(frozen=True)
class Warmup:
    """A straight rise to what follows: `Warmup(10) | Cosine(0.3, 190)`.

    Step k of it has first + (peak - first) k / steps, where the peak is the first value of what
    follows, as in optax.warmup_cosine_decay_schedule.

    Attributes:
        steps: how many.
        first: the value of step 0; a learning rate of 0 makes no step.

    Raises:
        ValueError: as in `Curve`.
    """

    steps: int
    first: float = 0.0

    def __post_init__(self) -> None:
        object.__setattr__(self, "steps", whole("Warmup", "steps", self.steps))
        object.__setattr__(self, "first", finite("Warmup", "first", self.first))

    def __or__(self, then: Any) -> Piecewise:
        """The rise, and what follows it."""
        then = as_piecewise(then)
        peak = then.at(0) if isinstance(then, Piecewise) else finite("Warmup", "its end", then)
        return follow(Piecewise(Linear(self.first, peak, self.steps), ()), then)


def as_piecewise(given: Any) -> Any:
    """A curve or a function as a hyper-parameter has it; anything else as it is."""
    if isinstance(given, Curve):
        return Piecewise(given, ())
    return Piecewise(Own(given), ()) if callable(given) and not isinstance(given, type) else given


# By the words with which links and the command line write them. `Own` cannot be written.
CURVES: dict[str, type[Curve]] = {
    "constant": Constant,
    "linear": Linear,
    "polynomial": Polynomial,
    "exponential": Exponential,
    "staircase": Staircase,
    "cosine": Cosine,
    "cosine_restarts": CosineRestarts,
    "one_cycle": OneCycle,
    "inverse_sqrt": InverseSqrt,
}
