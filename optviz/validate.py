"""Whether an optimizer of the user's can race: what is required, checked on trial steps.

Every rejection is an `InvalidRule`: one sentence, and the line of the file where that is known.
"""

import traceback
from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from optviz.adapters.adapted import Adapted
from optviz.equations import Tree, equations
from optviz.optimizers import Optimizer, State

Array = NDArray[np.float64]

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
        optimizer = kind()
        begun = optimizer.init(POINTS[0])
        alone = [march(optimizer, x, g) for x, g in zip(POINTS, GRADIENTS, strict=True)]
        together = march(optimizer, POINTS, GRADIENTS)
        swept = march(with_lr_array(optimizer), POINTS, GRADIENTS)
    except InvalidRule as refused:
        raise InvalidRule(f"{name}: {refused}", refused.line) from None
    except Exception as error:  # a user's rule may raise anything
        message = f"{name} fails on a trial step: {in_words(error)}"
        raise InvalidRule(message + advice(error), line_of(error, file)) from None
    if not same(np.stack([x for x, _ in alone]), together[0]):
        raise InvalidRule(
            f"{name} moves three points at once to other places than one by one; a rule works "
            "coordinate by coordinate, or over axis=-1 with keepdims=True, and uses no randomness"
        )
    if not same(together[0], swept[0]):
        raise InvalidRule(f"{name} takes another step when lr is an array of that same number")
    check_equations(kind, {*vars(begun), *alone[0][1]})


def check_settings(kind: type[Optimizer]) -> None:
    """Reject a class that is not a frozen dataclass of numbers with defaults."""
    name = kind.__name__
    if "__dataclass_fields__" not in vars(kind) or not is_dataclass(kind):
        raise InvalidRule(
            f"{name} is not a frozen dataclass: write @dataclass(frozen=True) above it"
        )
    for each in fields(kind):
        if each.default is MISSING and each.default_factory is MISSING:
            raise InvalidRule(
                f"{name}: the setting {each.name} needs a default, as in lr: float = 0.1"
            )
        if isinstance(each.default, bool) or not isinstance(each.default, int | float):
            raise InvalidRule(f"{name}: the setting {each.name} needs a number as its default")


def march(optimizer: Optimizer, x: Array, g: Array) -> tuple[Array, set[str]]:
    """A few steps: the last x, and the names that the rule keeps.

    The arrays that the rule gets are read-only, because a race keeps them.
    """
    x, state, names = x.copy(), optimizer.init(x), None
    for _ in range(STEPS):
        freeze(x, g, state)
        where = optimizer.lookahead(x, state)
        after, state = optimizer.step(x, g, state)
        for method, each in [("lookahead", where), ("rule", after)]:
            if np.shape(each) != x.shape or np.asarray(each).dtype.kind != "f":
                raise InvalidRule(
                    f"its {method} returns {shape_of(each)} where x has shape {x.shape}; return "
                    "the next x, an array of the same shape"
                )
        for name, value in vars(state).items():
            check_quantity(name, value, x.shape)
        if names not in (None, {*vars(state)}):
            raise InvalidRule("its rule assigns other names to s in one step than in another")
        names = {*vars(state)}
        x = np.asarray(after)
    return x, names or set()


def check_quantity(name: str, value: Any, shape: tuple[int, ...]) -> None:
    """Reject a value that a race cannot keep."""
    try:
        np.broadcast_to(np.asarray(value, dtype=float), shape)
    except (TypeError, ValueError):
        raise InvalidRule(
            f"its rule keeps s.{name} as {shape_of(value)} where x has shape {shape}; keep numbers "
            "or arrays of that shape"
        ) from None


def freeze(x: Array, g: Array, state: State) -> None:
    """Make these arrays read-only, but not those of which they are views."""
    for each in (x, g, *vars(state).values()):
        if isinstance(each, np.ndarray):
            each.flags.writeable = False


def with_lr_array(optimizer: Optimizer) -> Optimizer:
    """The same with an array of equal learning rates, as sweeps have it; as it is without lr."""
    if "lr" not in optimizer.settings():
        return optimizer
    rates = np.full((len(POINTS), 1), optimizer.settings()["lr"])
    return replace(optimizer, lr=rates)  # type: ignore[call-arg]


def same(one: Array, other: Array) -> bool:
    """Whether they are equal but for roundings."""
    return bool(np.allclose(one, other, rtol=1e-9, atol=1e-12, equal_nan=True))


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


def shape_of(value: Any) -> str:
    """A value's shape or type, for a message."""
    array = isinstance(value, np.ndarray | np.generic)
    return f"shape {np.shape(value)}" if array else f"a {type(value).__name__}"


def in_words(error: BaseException) -> str:
    """An exception in a line."""
    words = str(error).strip().splitlines()
    return f"{type(error).__name__}: {words[0].rstrip('.')}" if words else type(error).__name__


def advice(error: BaseException) -> str:
    """What to do about what goes wrong most often."""
    if "read-only" in str(error):
        return "; write x = x - ..., not x -= ...: the rule must not change what it gets"
    if "truth value of an array" in str(error):
        return "; write np.where(..., ..., ...) instead of if: it decides for each coordinate"
    return ""


def line_of(error: BaseException, file: str) -> int | None:
    """The file's last line in the traceback of an exception."""
    if isinstance(error, SyntaxError) and error.filename == file:
        return error.lineno
    lines = [each.lineno for each in traceback.extract_tb(error.__traceback__)]
    files = [each.filename for each in traceback.extract_tb(error.__traceback__)]
    inside = [line for line, name in zip(lines, files, strict=True) if name == file]
    return inside[-1] if inside else None
