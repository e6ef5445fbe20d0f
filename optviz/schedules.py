"""Hyper-parameters that have other values at other steps."""

import math
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from optviz.numbers import with_power
from optviz.spellings import brief

Change = tuple[int, float]  # from this step on, this value


def constant(value: Any) -> Any:
    """A hyper-parameter as it is, but nan where it changes on the way: then it is no one value."""
    return math.nan if isinstance(value, Piecewise) else value


def changing(settings: Mapping[str, Any]) -> "dict[str, Piecewise]":
    """Those of the hyper-parameters that change on the way."""
    return {name: each for name, each in settings.items() if isinstance(each, Piecewise)}


def change_steps(settings: Mapping[str, Any]) -> list[int]:
    """The steps from which on any of these hyper-parameters has another value, in order."""
    return sorted({step for each in changing(settings).values() for step, _ in each.changes})


@dataclass(frozen=True)
class Piecewise:
    """A value that changes at some steps and is constant between: `lr=Piecewise(0.1, {40: 0.05})`.

    Step k is the update that leads from x_k to x_(k+1), so that a change at k is seen first at
    x_(k+1). torch's MultiStepLR and optax's piecewise_constant_schedule count alike.

    Attributes:
        first: before the first change.
        changes: (step, value) pairs, or a mapping: from this step on, this value; steps are whole,
            1 or more, and each is greater than the one before.

    Raises:
        ValueError: no change, or steps that are no such numbers.
    """

    first: float
    changes: tuple[Change, ...]

    if TYPE_CHECKING:

        def __init__(self, first: float, changes: Mapping[int, float] | Iterable[Change]) -> None:
            """`changes` in any of the ways in which they can be given."""

    def __post_init__(self) -> None:
        given: Any = self.changes
        pairs = sorted(given.items()) if isinstance(given, Mapping) else given
        try:
            changes = tuple((step, value) for step, value in pairs)
        except (TypeError, ValueError):
            raise ValueError(f"changes = {brief(given)}: give them as in {{40: 0.05}}") from None
        steps = [step for step, _ in changes]
        whole = bool(steps) and all(type(step) is int for step in steps)
        if not whole or steps[0] < 1 or steps != sorted(set(steps)):
            raise ValueError(f"changes at steps {steps}: give whole numbers from 1, each once")
        object.__setattr__(self, "changes", changes)

    def at(self, step: int) -> float:
        """The value of a step, counted from 0."""
        place = bisect_right(self.changes, step, key=lambda change: change[0])
        return self.changes[place - 1][1] if place else self.first

    def each(self, convert: Callable[[Any], float]) -> "Piecewise":
        """The same with every value converted."""
        return Piecewise(
            convert(self.first), tuple((step, convert(value)) for step, value in self.changes)
        )


def in_words(value: float | Piecewise) -> str:
    """A hyper-parameter for people: "0.05", or "0.1 (0.05 from step 40)".

    What Python would write as 1e-08 is 10⁻⁸.
    """
    if isinstance(value, Piecewise):
        later = ", ".join(f"{in_words(each)} from step {step}" for step, each in value.changes)
        return f"{in_words(value.first)} ({later})"
    return with_power(in_digits(value))


def in_digits(value: float) -> str:
    """A number that can be typed again: in six digits, "0.05" or "1e-08".

    In all digits where six would say 1, which a share like mu cannot be.
    """
    said = f"{value:g}"
    return repr(float(value)) if said == "1" and value != 1 else said
