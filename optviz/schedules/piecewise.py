"""Hyper-parameters that have other values at other steps."""

import math
from abc import ABC, abstractmethod
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, ClassVar, Union

import numpy as np

from optviz.spellings import brief

Value = Union[float, "Curve"]
Change = tuple[int, Value]  # from this step on, this value
CHECKED = 10_000  # steps of a curve that are looked at before a race begins


def constant(value: Any) -> Any:
    """A hyper-parameter as it is, but nan where it changes on the way: then it is no one value."""
    return math.nan if isinstance(value, Piecewise) else value


def changing(settings: Mapping[str, Any]) -> "dict[str, Piecewise]":
    """Those of the hyper-parameters that change on the way."""
    return {name: each for name, each in settings.items() if isinstance(each, Piecewise)}


def change_steps(settings: Mapping[str, Any]) -> list[int]:
    """The steps from which on any of these has another value or formula, in order."""
    return sorted({step for each in changing(settings).values() for step, _ in each.changes})


@dataclass(frozen=True)
class Curve(ABC):
    """A function of the step; its fields are the numbers of its formula.

    Attributes:
        words: what it is, for people; its numbers stand in it by their names.
        positive: those that have to be above 0.

    Raises:
        ValueError: a number of steps is not whole and at least 1, or another is not finite or lies
            outside what the formula allows.
    """

    words: ClassVar[str]
    positive: ClassVar[tuple[str, ...]] = ()

    def __post_init__(self) -> None:
        for each in fields(self):
            value = getattr(self, each.name)
            read = whole if each.type is int or each.type == "int" else finite
            object.__setattr__(self, each.name, read(type(self).__name__, each.name, value))
        for name in self.positive:
            if getattr(self, name) <= 0:
                raise ValueError(
                    f"{type(self).__name__}: {name} = {getattr(self, name):g} is not possible; "
                    "give a number above 0"
                )

    @property
    def length(self) -> int | None:
        """How many steps it takes until it stays as it is; None where it never does."""
        return getattr(self, "steps", None)

    def __or__(self, then: Any) -> "Piecewise":
        """This for its steps, and then something else: a number, a curve, or several of them."""
        return follow(Piecewise(self, ()), then)

    @abstractmethod
    def value(self, k: Any) -> Any:
        """Its values at steps, an array of any shape or one number."""

    def at(self, step: int) -> float:
        """Its value at a step, counted from 0."""
        with np.errstate(all="ignore"):  # what is not finite is refused where it is used
            return float(self.value(float(step)))

    def ends(self) -> tuple[float, float]:
        """The least and the largest value in the steps that are looked at."""
        with np.errstate(all="ignore"):
            values = self.value(np.arange(float(min((self.length or CHECKED) + 1, CHECKED))))
        return float(np.min(values)), float(np.max(values))

    def numbers(self) -> dict[str, Any]:
        """The numbers of its formula by name."""
        return {each.name: getattr(self, each.name) for each in fields(self)}


def finite(owner: str, name: str, value: Any) -> float:
    """A finite number.

    Raises:
        ValueError: it is none.
    """
    number = isinstance(value, (int, float, np.number)) and not isinstance(value, bool)
    if not number or not math.isfinite(value):
        raise ValueError(f"{owner}: {name} = {brief(value)} is not possible; give a finite number")
    return float(value)


def whole(owner: str, name: str, value: Any) -> int:
    """A whole number of at least 1, such as a number of steps.

    Raises:
        ValueError: it is none.
    """
    if not isinstance(value, (int, np.integer)) or isinstance(value, bool) or value < 1:
        raise ValueError(
            f"{owner}: {name} = {brief(value)} is not possible; give a whole number from 1"
        )
    return int(value)


@dataclass(frozen=True)
class Piecewise:
    """A value that changes at some steps: `lr=Piecewise(0.1, {40: 0.05})`.

    Between these steps it is constant, or what a `Curve` makes of it, whose steps are counted from
    where it begins: `Linear(0, 0.3, 10) | Cosine(0.3, 190)` is
    `Piecewise(Linear(0, 0.3, 10), {10: Cosine(0.3, 190)})`.

    Step k is the update that leads from x_k to x_(k+1), so that a change at k is seen first at
    x_(k+1). torch's MultiStepLR and optax's piecewise_constant_schedule count alike.

    Attributes:
        first: before the first change.
        changes: (step, value) pairs, or a mapping: from this step on, this value; steps are whole,
            1 or more, and each is greater than the one before.

    Raises:
        ValueError: no change of a value that is constant, or steps that are no such numbers.
    """

    first: Value
    changes: tuple[Change, ...]

    if TYPE_CHECKING:

        def __init__(
            self, first: Value, changes: Mapping[int, Value] | Iterable[Change] = ()
        ) -> None:
            """`changes` in any of the ways in which they can be given."""

    def __post_init__(self) -> None:
        given: Any = self.changes
        pairs = sorted(given.items()) if isinstance(given, Mapping) else given
        try:
            changes = tuple((step, value) for step, value in pairs)
        except (TypeError, ValueError):
            raise ValueError(f"changes = {brief(given)}: give them as in {{40: 0.05}}") from None
        steps = [step for step, _ in changes]
        fine = all(type(step) is int for step in steps) and steps == sorted(set(steps))
        if not fine or not (steps or isinstance(self.first, Curve)) or min(steps, default=1) < 1:
            raise ValueError(f"changes at steps {steps}: give whole numbers from 1, each once")
        object.__setattr__(self, "changes", changes)

    @property
    def pieces(self) -> tuple[Change, ...]:
        """From which step on, from 0, it is what."""
        return ((0, self.first), *self.changes)

    @property
    def curved(self) -> bool:
        """Whether it has other values within its pieces, too."""
        return any(isinstance(each, Curve) for _, each in self.pieces)

    @property
    def length(self) -> int | None:
        """How many steps it takes until it stays as it is; None where it never does."""
        begin, last = self.pieces[-1]
        length = last.length if isinstance(last, Curve) else None
        return None if length is None else begin + length

    def at(self, step: int) -> float:
        """The value of a step, counted from 0."""
        place = bisect_right(self.changes, step, key=lambda change: change[0])
        begin, value = self.pieces[place]
        return value.at(step - begin) if isinstance(value, Curve) else value

    def each(self, convert: Callable[[Any], Any]) -> "Piecewise":
        """The same with every value converted."""
        return Piecewise(
            convert(self.first), tuple((step, convert(value)) for step, value in self.changes)
        )

    def __or__(self, then: Any) -> "Piecewise":
        """This, and after it something else: a number, a curve, or several of them."""
        return follow(self, then)


def follow(before: Piecewise, then: Any) -> Piecewise:
    """A schedule, and after its steps another one, whose steps count from there.

    Raises:
        ValueError: the first never ends.
    """
    length = before.length
    if length is None:
        raise ValueError(
            "nothing can follow a schedule that does not end: write how many steps it takes, as in "
            "Constant(0.1, 50) | Linear(0.1, 0, 20)"
        )
    pieces = then.pieces if isinstance(then, Piecewise) else ((0, then),)
    later = tuple((length + step, value) for step, value in pieces)
    return Piecewise(before.first, before.changes + later)
