"""A user's optimizer in a race: what comes of each of its steps is checked."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import numpy as np

from optviz.adapters.adapted import Adapted
from optviz.optimizers import Array, Optimizer, Seed, State, StepLoss
from optviz.rule_failed import RuleFailed
from optviz.stepping.failures import NoStep, failed
from optviz.stepping.members import member, part, place_of
from optviz.stepping.mixing import MixesBatch, same

Rule = Callable[[Array, Array, State], Array]

WITNESS = 7919  # a prime: each step, another member of a batch is stepped alone


def is_own(optimizer: Optimizer) -> bool:
    """Whether it is none of the project's own, which tests prove."""
    return type(optimizer).__module__.partition(".")[0] != "optviz"


def is_adapted(optimizer: Optimizer) -> bool:
    """Whether it is another library's, whose adapter sees to batches itself."""
    return isinstance(optimizer, Adapted)


@dataclass(frozen=True, eq=False)
class Watched(Optimizer):
    """Steps as the optimizer does, or raises `RuleFailed`.

    What a rule gets is read-only, because a race keeps it. What it makes of a run that has left the
    finite numbers does not count: there it may fail.

    Attributes:
        optimizer: a user's.
        batch: the optimizer of the batch that it is a member of, if it is; failures name that one.
        names: what the rule has assigned to s, once it has made a step.
    """

    optimizer: Optimizer
    batch: Optimizer | None = None
    names: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        try:
            check_memory(type(self.optimizer))
        except NoStep as error:
            raise self.failed(0, error) from None
        object.__setattr__(self, "memory", self.optimizer.memory)
        object.__setattr__(self, "batch_may_shrink", self.optimizer.batch_may_shrink)

    def settings(self) -> dict[str, Any]:
        return self.optimizer.settings()

    def init(self, x: Array) -> State:
        try:
            state = self.optimizer.init(x)
            if not is_adapted(self.optimizer):
                check_begin(self.optimizer, state, x)
            return state
        except (Exception, SystemExit) as error:  # a user's class may raise anything
            raise self.failed(0, error) from None

    def lookahead(self, x: Array, state: State) -> Array:
        if type(self.optimizer).lookahead == Optimizer.lookahead:
            return x
        try:
            return checked_point("lookahead", self.optimizer.lookahead(read_only(x), state), x)
        except (Exception, SystemExit) as error:
            return self.without_step(error, x, x, state.t + 1)

    def step(self, x: Array, g: Array, state: State) -> tuple[Array, State]:
        if not is_adapted(self.optimizer):
            return super().step(x, g, state)
        try:
            return self.optimizer.step(x, g, state)
        except (Exception, SystemExit) as error:
            raise self.failed(state.t + 1, error) from None

    def rule(self, x: Array, g: Array, s: State) -> Array:
        return self.stepped(lambda each: each.rule, x, g, s)

    def rule_on(self, surface: StepLoss, seed: Seed) -> Rule:
        return partial(self.stepped, lambda each: each.rule_on(surface, seed))

    def stepped(self, rule_of: Callable[[Optimizer], Rule], x: Array, g: Array, s: State) -> Array:
        """The next points by the rule that `rule_of` finds, which is checked."""
        step = s.t
        alone = self.stepped_alone(rule_of, x, g, s) if x.ndim > 1 else None
        try:
            after = rule_of(self.optimizer)(read_only(x), read_only(g), s)
            after = checked_point("rule", after, x)
            if not is_adapted(self.optimizer):
                self.check_state(s, x, step)
        except (Exception, SystemExit) as error:
            return self.without_step(error, x, g, step)
        if alone is not None:
            at, lonely, kept = alone
            if not same(after[at], lonely) or not all(
                same(part(value, x.shape, at), kept[name])
                for name, value in vars(s).items()
                if name in kept
            ):
                raise MixesBatch(type(self.optimizer))
        return after

    def without_step(self, error: BaseException, x: Array, g: Array, step: int) -> Array:
        """What comes of a step that failed: a batch is tried run by run; a run may have ended.

        Adapters know which of their runs have ended; what they raise is for all of a batch.
        """
        if is_adapted(self.optimizer):
            raise self.failed(step, error) from None
        if x.ndim > 1:
            raise MixesBatch(type(self.optimizer)) from None
        if np.isfinite(x).all() and np.isfinite(g).all():
            raise self.failed(step, error) from None
        return np.full(x.shape, np.nan)

    def failed(self, step: int, error: BaseException) -> RuleFailed:
        """What to tell of a step that failed."""
        return failed(self.batch or self.optimizer, step, error)

    def check_state(self, s: State, x: Array, step: int) -> None:
        """Raise NoStep unless a race can keep what the rule has assigned."""
        known = vars(s)
        if known.get("t") != step:
            raise NoStep("its rule changes s.t, which is the number of the step: name it otherwise")
        for name, value in known.items():
            plain = type(value) is np.ndarray and value.dtype == np.float64
            if not (plain and value.shape == x.shape) and name != "t":
                check_quantity(name, value, x.shape)
        if not self.names:
            self.names.update(known)
        elif self.names != known.keys():
            raise NoStep("its rule assigns other names to s than in its first step")

    def stepped_alone(
        self, rule_of: Callable[[Optimizer], Rule], x: Array, g: Array, s: State
    ) -> tuple[tuple[int, ...], Array, dict[str, Any]] | None:
        """One member of the batch, stepped by itself: which, where to, and its state after it."""
        if is_adapted(self.optimizer):
            return None
        going = np.flatnonzero(np.isfinite(x).all(axis=-1) & np.isfinite(g).all(axis=-1))
        if not len(going):
            return None
        at = place_of(int(going[s.t * WITNESS % len(going)]), x.shape)
        point, gradient = x[at].copy(), g[at].copy()
        own = State({name: part(value, x.shape, at) for name, value in vars(s).items()})
        try:
            after = rule_of(member(self.optimizer, x.shape, at))(point, gradient, own)
        except (Exception, SystemExit):
            raise MixesBatch(type(self.optimizer)) from None
        return at, np.asarray(after), vars(own)


def check_memory(kind: type[Optimizer]) -> None:
    """Raise NoStep unless a class's memory is what it should be."""
    if not isinstance(kind.memory, tuple) or not all(isinstance(each, str) for each in kind.memory):
        raise NoStep('its memory is no tuple of names: write memory: ClassVar = ("v",)')


def check_begin(optimizer: Optimizer, state: Any, x: Array) -> None:
    """Raise NoStep unless a race can begin with a state."""
    known = vars(state) if isinstance(state, State) else {}
    missing = [name for name in ("t", *optimizer.memory) if name not in known]
    if missing:
        raise NoStep(f"its init gives no {missing[0]}: leave init out, and use begin")
    for name in optimizer.memory:
        check_quantity(name, known[name], x.shape)


def read_only(array: Array) -> Array:
    """A view that cannot be changed."""
    view = array.view()
    view.flags.writeable = False
    return view


def checked_point(method: str, value: Any, x: Array) -> Array:
    """A new array of what a rule returned, or NoStep."""
    try:
        # Lists of numbers are taken; masks and matrices mean something else than they hold.
        array = value if type(value) is np.ndarray else np.asarray(value)
        plain = not isinstance(value, np.ndarray) or array is value
    except ValueError:  # lists of unequal lengths
        plain = False
    if not plain or array.shape != x.shape or array.dtype.kind != "f" or array.itemsize > 8:
        raise NoStep(
            f"its {method} returns {described(value)} where x has shape {x.shape}; return "
            "the next x, a float64 array of the same shape"
        )
    return array.astype(float)


def check_quantity(name: str, value: Any, shape: tuple[int, ...]) -> None:
    """Raise NoStep for a value that a race cannot keep."""
    try:
        array = np.asarray(value)
        np.broadcast_to(array, shape)
        fits = array.dtype.kind in "fiub" and not np.ma.isMaskedArray(value)
    except (TypeError, ValueError):
        fits = False
    if not fits:
        raise NoStep(
            f"its rule keeps s.{name} as {described(value)} where x has shape {shape}; keep "
            "numbers or arrays of that shape"
        )


def described(value: Any) -> str:
    """A value's shape and type, for a message."""
    if not isinstance(value, np.ndarray | np.generic):
        return "None" if value is None else f"a {type(value).__name__}"
    odd = type(value) is not np.ndarray and isinstance(value, np.ndarray)
    kind = type(value).__name__ if odd else str(value.dtype)
    return f"shape {np.shape(value)}" + ("" if kind == "float64" else f" of {kind}")
