"""Whether an optimizer of the user's can race: what is required, checked on trial steps.

Every rejection is an `InvalidRule`: one sentence, and the line of the file where that is known.
"""

import threading
from collections.abc import Callable, Iterator
from dataclasses import MISSING, fields, is_dataclass
from functools import partial
from typing import Never, TypeVar

import numpy as np
from numpy.typing import NDArray

from optviz.adapters.adapted import Adapted
from optviz.equations import Tree, equations
from optviz.optimizers import Optimizer, State
from optviz.stepping.failures import NoStep, advice, in_words, line_of
from optviz.stepping.mixing import ASKED_AGAIN, MEMBERS, UNSTEADY, verdict
from optviz.stepping.watched import Watched, check_memory, checked_point, read_only

Array = NDArray[np.float64]

T = TypeVar("T")

PATIENCE = 60.0  # s for the trial of one class, which may import a large library
STEPS = 3
POINTS: Array = np.array([[1.0, 1.6], [-0.3, 0.25], [2.0, -1.5]])
GRADIENTS: Array = np.array([[-3.0, 40.0], [0.5, -0.01], [1e-3, 7.0]])


class InvalidRule(ValueError):  # noqa: N818, it is one
    """An optimizer that cannot race, in one sentence without a full stop.

    Attributes:
        line: of the file, where it is known.
    """

    def __init__(self, sentence: str, line: int | None = None) -> None:
        super().__init__(sentence)
        self.line = line


def validate_rule(kind: type[Optimizer], file: str) -> None:
    """Let a class through that can race.

    Args:
        kind: the class, not abstract.
        file: where it comes from, as its code objects name it.

    Raises:
        InvalidRule: it cannot.
    """
    name = kind.__name__
    check_settings(kind)
    if issubclass(kind, Adapted):
        return  # it was tried when it was made, and beside its own library
    try:
        names, found = within(PATIENCE, lambda: tried(kind))
    except NoStep as refused:
        raise InvalidRule(f"{name}: {refused}") from None
    except StillRunningError:
        raise InvalidRule(
            f"{name} takes longer than {PATIENCE:g} s for its trial steps: look for a loop without "
            "an end"
        ) from None
    except (Exception, SystemExit) as error:  # a user's rule may raise anything
        message = f"{name} fails on a trial step: {in_words(error)}"
        raise InvalidRule(message + advice(error), line_of(error, file)) from None
    if found == UNSTEADY:  # the page, an export and a replay would each show another race
        raise InvalidRule(f"{name} {ASKED_AGAIN}")
    check_equations(kind, names)


def tried(kind: type[Optimizer]) -> tuple[set[str], str]:
    """The names that a rule keeps, and what comes of a trial with several runs (`verdict`).

    Raises:
        Exception: whatever the class raises; a NoStep where what comes of it is no step.
    """
    optimizer = kind()
    begun = optimizer.init(POINTS[0])
    names = [march(optimizer, x, g) for x, g in zip(POINTS, GRADIENTS, strict=True)]
    return {*vars(begun), *names[0]}, verdict(optimizer, (MEMBERS, 2))


class StillRunningError(Exception):
    """A computation has not come to its end in its time."""


def within(seconds: float, compute: Callable[[], T]) -> T:
    """What a computation gives, or raises.

    Raises:
        StillRunningError: it takes longer. Its thread cannot be ended, and goes on for nothing.
    """
    outcome: list[Callable[[], T]] = []

    def run() -> None:
        try:
            found = compute()
            outcome.append(lambda: found)
        except BaseException as error:
            outcome.append(partial(reraised, error))

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds)
    if not outcome:
        raise StillRunningError
    return outcome[0]()


def reraised(error: BaseException) -> Never:
    """Raise what was raised in another thread."""
    raise error


def check_settings(kind: type[Optimizer]) -> None:
    """Reject a class that is not a frozen dataclass of numbers with defaults."""
    name = kind.__name__
    if "__dataclass_fields__" not in vars(kind) or not is_dataclass(kind):
        raise InvalidRule(
            f"{name} is not a frozen dataclass: write @dataclass(frozen=True) above it"
        )
    try:
        check_memory(kind)
    except NoStep as refused:
        raise InvalidRule(f"{name}: {refused}") from None
    for each in fields(kind):
        if each.default is MISSING and each.default_factory is MISSING:
            raise InvalidRule(
                f"{name}: the setting {each.name} needs a default, as in lr: float = 0.1"
            )
        if isinstance(each.default, bool) or not isinstance(each.default, int | float):
            raise InvalidRule(f"{name}: the setting {each.name} needs a number as its default")


def march(optimizer: Optimizer, x: Array, g: Array) -> set[str]:
    """The names that a rule keeps, after a few steps.

    Raises:
        NoStep: what comes of them is no step.
    """
    rule, state = Watched(optimizer), optimizer.init(x)
    for step in range(1, STEPS + 1):
        where = optimizer.lookahead(read_only(x), state)
        state = State(vars(state))
        state.t = step
        checked_point("lookahead", where, x)
        x = checked_point("rule", optimizer.rule(read_only(x), read_only(g), state), x)
        rule.check_state(state, x, step)
    return {*vars(state)}


def check_equations(kind: type[Optimizer], kept: set[str]) -> None:
    """Reject equations that cannot be read or use an unknown name; a rule may have none."""
    name = kind.__name__
    try:
        written = equations(kind)
    except ValueError as error:
        raise InvalidRule(f"{name}: its docstring has an arrow, but {error}") from None
    known = {*kept, *kind().settings(), "x", "g", "t"}
    for equation in written:
        for each in (equation.name, *names_in(equation.tree)):
            if each not in known:
                raise InvalidRule(
                    f"{name}: the equation of {equation.name} in its docstring names {each}, "
                    "which is neither a setting nor assigned to s by the rule"
                )


def names_in(tree: Tree) -> Iterator[str]:
    """The names that an expression reads."""
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, list):
        for each in tree[1:]:
            yield from names_in(each)
