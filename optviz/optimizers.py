"""Seven optimizers over one shared step interface, each written as its paper writes it.

    state = optimizer.init(x)            # nothing remembered yet
    where = optimizer.lookahead(x, state)  # the point whose gradient the rule asks for
    x, state = optimizer.step(x, g, state)

All three are pure. Points and gradients have shape (..., 2), or any shape at all: every rule
works coordinate by coordinate, so a batch of starts is only more leading axes. A hyper-parameter
may be an array too, of a shape that broadcasts against x: (k, 1) runs k settings at once. Where a
race steps them, it may also change on the way: `SGD(lr=Piecewise(0.1, {40: 0.05}))`, or be a
function of the step, `SGD(lr=Warmup(10) | Cosine(0.3, 190))` (`optviz.schedules`).

To add an optimizer, write one class: its hyper-parameters with their defaults, the names it
remembers in `memory`, and its update in `rule`. What `rule` assigns to `s`, the same names at every
step, is kept in a race's history and shown; memory starts at 0 unless `begin` says otherwise. Write
the same update as equations into the docstring, one `name <- expression` a line: the inspector
shows them with every step's numbers, and a test holds them against `rule`. Add the class to
`OPTIMIZERS`, and the app, the races and the tests know it. Rules that are kept beside these seven
are in `optviz.variants`; those in a user's files are loaded by `optviz.user_rules`.

Defaults are torch.optim's of version 2.x; `lr` of SGD, Momentum and NAG is its 1e-3. For training
networks use torch.optim or optax: they are made for that; these are made to be watched.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, ClassVar, Protocol

import numpy as np
from numpy.typing import NDArray

from optviz.schedules import Curve, Piecewise, as_piecewise
from optviz.spellings import brief, check_call

Array = NDArray[np.float64]
Seed = int | tuple[int, ...]  # of the minibatches; several: one for each member of a batch

# name -> (lowest, highest, may the highest be reached, how the range is written)
RANGES: dict[str, tuple[float, float, str]] = {
    "lr": (0.0, np.inf, "a finite number, 0 or more"),
    "eps": (0.0, np.inf, "a finite number, 0 or more"),
    "eps_hat": (0.0, np.inf, "a finite number, 0 or more"),
    "decay": (0.0, np.inf, "a finite number, 0 or more"),
    "psi": (0.0, np.inf, "a finite number, 0 or more"),
    "initial": (0.0, np.inf, "a finite number, 0 or more"),
    "mu": (0.0, 1.0, "a number from 0 to below 1"),
    "rho": (0.0, 1.0, "a number from 0 to below 1"),
    "beta1": (0.0, 1.0, "a number from 0 to below 1"),
    "beta2": (0.0, 1.0, "a number from 0 to below 1"),
    "most_norm": (0.0, np.inf, "a finite number, 0 or more"),
    "most": (0.0, np.inf, "a finite number, 0 or more"),
    "l2": (0.0, np.inf, "a finite number, 0 or more"),
    "shrink": (0.0, np.inf, "a finite number, 0 or more"),
    "noise": (0.0, np.inf, "a finite number, 0 or more"),
    "fade": (0.0, np.inf, "a finite number, 0 or more"),
    "noise_seed": (0.0, 2.0**32, "a whole number, 0 or more"),
    "every": (1.0, np.inf, "a whole number, 1 or more"),
    "since": (0.0, np.inf, "a whole number, 0 or more"),
    "ema": (0.0, 1.0, "a number from 0 to below 1"),
    "factor": (0.0, 1.0, "a number from 0 to below 1"),
    "c1": (0.0, 1.0, "a number from 0 to below 1"),
    "damping": (0.0, np.inf, "a finite number, 0 or more"),
    "radius": (0.0, np.inf, "a finite number, 0 or more"),
    "pairs": (0.0, 5.0, "a whole number from 0 to 4"),
}
WHOLE = {"noise_seed", "every", "since", "pairs"}
ANY_NUMBER = (-np.inf, np.inf, "a finite number")
AT_THE_START = {"initial"}  # what memory begins at: at later steps it means nothing


class State:
    """What an optimizer knows besides its point: `t`, the steps taken, and the rule's own names."""

    t: int

    def __init__(self, quantities: Mapping[str, Any]) -> None:
        self.__dict__.update(quantities)

    def __getattr__(self, name: str) -> Array:
        raise AttributeError(f"nothing is remembered as {name!r}: name it in the class's `memory`")

    if TYPE_CHECKING:

        def __setattr__(self, name: str, value: Array) -> None: ...


class StepLoss(Protocol):
    """What is descended, as its steps see it: a `Surface` is one."""

    def step_loss(self, points: Array, step: int, seed: Seed) -> Array:
        """(...) the loss that a step measures at points (..., 2)."""

    def step_gradient(self, points: Array, step: int, seed: Seed) -> Array:
        """(..., 2) its gradient there."""


@dataclass(frozen=True)
class Optimizer(ABC):
    """A frozen set of hyper-parameters and the rule that uses them.

    Attributes:
        memory: the names that `rule` carries from one step to the next; see `begin`.
        batch_may_shrink: whether members of a batch may be left out in the middle of a run, as
            `memory` is all that the rule carries.

    Raises:
        ValueError: a hyper-parameter is outside its range (`RANGES`), nan, or no number.
    """

    memory: ClassVar[tuple[str, ...]] = ()
    batch_may_shrink: ClassVar[bool] = True

    if not TYPE_CHECKING:  # type checkers know better what each class has

        def __new__(cls, *given: Any, **named: Any) -> "Optimizer":
            """An optimizer that is not filled yet; what its class does not have is named."""
            if "__dataclass_fields__" in vars(cls):  # else it may have an __init__ of its own
                check_call(cls.__name__, [each.name for each in fields(cls)], given, named)
            return super().__new__(cls)

    def __post_init__(self) -> None:
        for name, value in self.settings().items():
            object.__setattr__(self, name, checked(type(self).__name__, name, value))

    def settings(self) -> dict[str, Any]:
        """Every hyper-parameter by name, in the order in which the class declares them."""
        return {field.name: getattr(self, field.name) for field in fields(self)}

    def begin(self) -> dict[str, Any]:
        """What names in `memory` start at, where that is not 0."""
        return {}

    def init(self, x: Array) -> State:
        """The state before the first step: t = 0 and, like x, what each name begins at."""
        zeros, begin = np.zeros_like(x, dtype=float), self.begin()
        return State({"t": 0} | {name: zeros + begin.get(name, 0.0) for name in self.memory})

    def lookahead(self, x: Array, state: State) -> Array:
        """Where the next step needs the gradient; x itself unless a rule looks ahead."""
        return x

    def step(self, x: Array, g: Array, state: State) -> tuple[Array, State]:
        """One update.

        Args:
            x: (..., 2) the iterate.
            g: (..., 2) the gradient at `lookahead(x, state)`.
            state: what `init` or the previous step returned; it stays as it was.

        Returns:
            The next iterate, and the state after it with everything the rule named.
        """
        s = State(vars(state))
        s.t += 1
        return self.rule(x, g, s), s

    @abstractmethod
    def rule(self, x: Array, g: Array, s: State) -> Array:
        """The update as the paper writes it: assign new arrays to `s`, return the next x.

        `s.t` is the number of this step, from 1.
        """

    def rule_on(self, surface: StepLoss, seed: Seed) -> Callable[[Array, Array, State], Array]:
        """`rule` in a race on a surface, for those that ask for losses or gradients themselves."""
        return self.rule


def checked(owner: str, name: str, value: Any) -> Any:
    """`value` as a float or an array of floats, if it fits the range of `name`.

    Raises:
        ValueError: it does not; the sentence says what is allowed.
    """
    value = as_piecewise(value)
    if isinstance(value, Piecewise):
        if name in AT_THE_START:
            raise ValueError(f"{owner}: {name} acts before the first step alone: give one number")
        return value.each(lambda each: checked_piece(owner, name, each))
    low, high, allowed = RANGES.get(name, ANY_NUMBER)
    plain = isinstance(value, (int, float)) and not isinstance(value, bool)
    numeric = isinstance(value, (np.number, np.ndarray)) and value.dtype.kind in "fiu"
    try:
        number = np.asarray(value, dtype=float) if plain or numeric else np.empty(0)
    except OverflowError:  # 10**400
        number = np.empty(0)
    fits = np.isfinite(number) & (number >= low) & (number < high)
    if name in WHOLE:
        fits &= number == np.floor(number)
    if number.size == 0 or not fits.all():
        raise ValueError(f"{owner}: {name} = {brief(value)} is not possible; {name} is {allowed}")
    return number if number.ndim else float(number)


def checked_piece(owner: str, name: str, value: Any) -> float | Curve:
    """A value of several, or a curve all of whose first steps have possible values.

    Raises:
        ValueError: it is none, or does not fit the range of `name`.
    """
    if isinstance(value, Curve):
        for each in value.ends():
            checked_number(owner, name, each)
        return value
    return checked_number(owner, name, value)


def checked_number(owner: str, name: str, value: Any) -> float:
    """One of several values, each of which is a number.

    Raises:
        ValueError: it is none, or does not fit the range of `name`.
    """
    number = checked(owner, name, value)
    if not isinstance(number, float):
        raise ValueError(f"{owner}: {name} = {brief(value)} at a step is no single number")
    return number


@dataclass(frozen=True)
class SGD(Optimizer):
    """Gradient descent with a constant learning rate.

        x <- x - lr g

    Source: H. Robbins, S. Monro, A stochastic approximation method, Annals of Mathematical
    Statistics 22(3), 1951; A. Cauchy, Comptes Rendus 25, 1847, for the full gradient.
    Frameworks: torch, optax and Keras agree; Keras defaults to lr = 0.01.
    """

    lr: float = 1e-3

    def rule(self, x: Array, g: Array, s: State) -> Array:
        return x - self.lr * g


@dataclass(frozen=True)
class Momentum(Optimizer):
    """The heavy ball: the velocity v keeps the share mu of itself and adds each step's gradient.

        v <- mu v - lr g
        x <- x + v

    Source: B. T. Polyak, Some methods of speeding up the convergence of iteration methods, USSR
    Computational Mathematics and Mathematical Physics 4(5), 1964; in this form I. Sutskever,
    J. Martens, G. Dahl, G. Hinton, ICML 2013.
    Frameworks: torch and optax keep b = -v / lr (x <- x - lr b): the same path while lr is
    constant. torch, optax and Keras all have mu = 0 by default; 0.9 is what their users write.
    """

    lr: float = 1e-3
    mu: float = 0.9
    memory: ClassVar[tuple[str, ...]] = ("v",)

    def rule(self, x: Array, g: Array, s: State) -> Array:
        s.v = self.mu * s.v - self.lr * g
        return x + s.v


@dataclass(frozen=True)
class NAG(Optimizer):
    """Nesterov's accelerated gradient: as Momentum, but g is measured where the velocity leads.

        v <- mu v - lr g    (g is the gradient at x + mu v)
        x <- x + v

    Source: Yu. Nesterov, A method for solving the convex programming problem with convergence rate
    O(1/k^2), Soviet Mathematics Doklady 27(2), 1983; in this form Sutskever et al., ICML 2013.
    Frameworks: torch (nesterov=True), optax and Keras store the lookahead point x + mu v as the
    parameter; their path is this one's `grad_at`, not its x.
    """

    lr: float = 1e-3
    mu: float = 0.9
    memory: ClassVar[tuple[str, ...]] = ("v",)

    def lookahead(self, x: Array, state: State) -> Array:
        return x + self.mu * state.v

    def rule(self, x: Array, g: Array, s: State) -> Array:
        s.v = self.mu * s.v - self.lr * g
        return x + s.v


@dataclass(frozen=True)
class AdaGrad(Optimizer):
    """Each coordinate divides by the root of the sum of all its squared gradients so far.

        G <- G + g^2
        rate <- lr / (sqrt(G) + eps)
        x <- x - rate g

    Source: J. Duchi, E. Hazan, Y. Singer, Adaptive subgradient methods for online learning and
    stochastic optimization, JMLR 12, 2011 (diagonal form).
    Frameworks: torch starts G at 0 and adds eps = 1e-10 outside the root, as here; optax and Keras
    start G at 0.1 and add 1e-7 inside it. The default lr is 0.01 in torch, 0.001 in Keras.
    """

    lr: float = 1e-2
    eps: float = 1e-10
    memory: ClassVar[tuple[str, ...]] = ("G",)

    def rule(self, x: Array, g: Array, s: State) -> Array:
        s.G = s.G + g * g
        s.rate = self.lr / (np.sqrt(s.G) + self.eps)
        return x - s.rate * g


@dataclass(frozen=True)
class AdaDelta(Optimizer):
    """Steps as large as recent steps were, in units of recent gradients: no learning rate needed.

        E_g2 <- rho E_g2 + (1 - rho) g^2
        rate <- sqrt(E_dx2 + eps) / sqrt(E_g2 + eps)
        dx <- -rate g
        E_dx2 <- rho E_dx2 + (1 - rho) dx^2
        x <- x + lr dx

    Source: M. D. Zeiler, ADADELTA: an adaptive learning rate method, arXiv:1212.5701, 2012
    (rho 0.95, eps 1e-6, and lr = 1, that is, none).
    Frameworks: torch has rho 0.9, eps 1e-6, lr 1, as here; Keras defaults to lr = 0.001, optax to
    lr = None, with which the update is added with the wrong sign unless one is given.
    """

    lr: float = 1.0
    rho: float = 0.9
    eps: float = 1e-6
    memory: ClassVar[tuple[str, ...]] = ("E_g2", "E_dx2")

    def rule(self, x: Array, g: Array, s: State) -> Array:
        s.E_g2 = self.rho * s.E_g2 + (1 - self.rho) * (g * g)
        s.rate = np.sqrt(s.E_dx2 + self.eps) / np.sqrt(s.E_g2 + self.eps)
        s.dx = -s.rate * g
        s.E_dx2 = self.rho * s.E_dx2 + (1 - self.rho) * (s.dx * s.dx)
        return x + self.lr * s.dx


@dataclass(frozen=True)
class RMSProp(Optimizer):
    """Each coordinate divides by the root of a running mean of its squared gradients.

        v <- rho v + (1 - rho) g^2
        rate <- lr / (sqrt(v) + eps)
        x <- x - rate g

    Source: T. Tieleman, G. Hinton, Lecture 6.5, Neural Networks for Machine Learning, Coursera,
    2012.
    Frameworks: torch has rho 0.99 (it calls it alpha) and eps 1e-8 outside the root, as here; optax
    (rho 0.9, eps 1e-8) and Keras (0.9, 1e-7) add eps inside; TensorFlow 1 starts v at 1.
    """

    lr: float = 1e-2
    rho: float = 0.99
    eps: float = 1e-8
    memory: ClassVar[tuple[str, ...]] = ("v",)

    def rule(self, x: Array, g: Array, s: State) -> Array:
        s.v = self.rho * s.v + (1 - self.rho) * (g * g)
        s.rate = self.lr / (np.sqrt(s.v) + self.eps)
        return x - s.rate * g


@dataclass(frozen=True)
class Adam(Optimizer):
    """Running means of the gradient and of its square, both corrected for their start at zero.

        m <- beta1 m + (1 - beta1) g
        v <- beta2 v + (1 - beta2) g^2
        m_hat <- m / (1 - beta1^t)
        v_hat <- v / (1 - beta2^t)
        rate <- lr / (sqrt(v_hat) + eps)
        x <- x - rate m_hat

    Source: D. P. Kingma, J. Ba, Adam: a method for stochastic optimization, ICLR 2015,
    arXiv:1412.6980, Algorithm 1.
    Frameworks: torch and optax agree; TensorFlow and Keras use the form before the paper's section
    2.1, lr sqrt(1 - beta2^t) / (1 - beta1^t) m / (sqrt(v) + eps_hat), whose eps_hat weighs more
    in the first steps.
    """

    lr: float = 1e-3
    beta1: float = 0.9
    beta2: float = 0.999
    eps: float = 1e-8
    memory: ClassVar[tuple[str, ...]] = ("m", "v")

    def rule(self, x: Array, g: Array, s: State) -> Array:
        # np.power, not **: it gives the same bits for one beta as for an array of them.
        s.m = self.beta1 * s.m + (1 - self.beta1) * g
        s.v = self.beta2 * s.v + (1 - self.beta2) * (g * g)
        s.m_hat = s.m / (1 - np.power(self.beta1, s.t))
        s.v_hat = s.v / (1 - np.power(self.beta2, s.t))
        s.rate = self.lr / (np.sqrt(s.v_hat) + self.eps)
        return x - s.rate * s.m_hat


OPTIMIZERS: dict[str, type[Optimizer]] = {
    kind.__name__.lower(): kind for kind in (SGD, Momentum, NAG, AdaGrad, AdaDelta, RMSProp, Adam)
}
