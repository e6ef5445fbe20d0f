"""Which parts of a finding are false, and by how much.

What decides a finding is a function of its numbers, such as `lambda n: n["Adam"] < 2 * n["SGD"]`.
It is called with numbers that note what they are compared with, so that no relation is written
twice.
"""

import math
import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from optviz.numbers import spoken

MOST = 12  # comparisons that are looked for: more than any finding has

# A comparison as Python has it -> how, the same seen from the other number, words where it is false
RELATIONS = {
    "<": (operator.lt, ">", "not below"),
    "<=": (operator.le, ">=", "not at most"),
    ">": (operator.gt, "<", "not above"),
    ">=": (operator.ge, "<=", "not at least"),
    "==": (operator.eq, "==", "not"),
}


@dataclass(frozen=True)
class Shortfall:
    """One comparison that is false.

    Attributes:
        key: of the number.
        says: how it lies to the bound, as "not above".
        bound: what it was compared with, in the number's own unit.
        off: where it was to lie within so much of the bound, or beyond; None where one side counts.
    """

    key: str
    says: str
    bound: float
    off: float | None = None

    def words(self, value: float, spec: str) -> str:
        """It in words, behind the number in its sentence: "(not above 1.2)"."""
        said = spoken(self.bound, spec)
        if self.off is not None:
            return f"({self.says} {spoken(self.off, '.1g')} of {said})"
        if math.isinf(self.bound):
            return "" if math.isinf(value) else f"(instead of {said})"
        if said == spoken(value, spec) and value != self.bound:
            by = abs(value - self.bound)
            return f"({self.says} {said}: off by {spoken(by, '.1g')})"
        return f"({self.says} {said})"


class Noted(float):
    """A number scale * numbers[key] + shift, or its absolute value; notes comparisons."""

    key: str
    scale: float
    shift: float
    folded: bool
    notes: "Notes"

    @classmethod
    def of(cls, value: float, like: "Noted", scale: float, shift: float) -> "Noted":
        """Another number that is made of the same one."""
        made = cls(value)
        made.key, made.notes, made.folded = like.key, like.notes, like.folded
        made.scale, made.shift = scale, shift
        return made

    def __mul__(self, other: float) -> "Noted":
        by = float(other)
        return Noted.of(float(self) * by, self, self.scale * by, self.shift * by)

    __rmul__ = __mul__

    def __truediv__(self, other: float) -> "Noted":
        by = float(other)
        value = float(self) / by if by else math.nan
        scale, shift = (each / by if by else math.nan for each in (self.scale, self.shift))
        return Noted.of(value, self, scale, shift)

    def __add__(self, other: float) -> "Noted":
        return Noted.of(float(self) + float(other), self, self.scale, self.shift + float(other))

    __radd__ = __add__

    def __neg__(self) -> "Noted":
        return self * -1

    def __sub__(self, other: float) -> "Noted":
        return self + -float(other)

    def __abs__(self) -> "Noted":
        made = Noted.of(abs(float(self)), self, self.scale, self.shift)
        made.folded = True
        return made

    def __lt__(self, other: float) -> bool:
        return self.notes.compare(self, "<", other)

    def __le__(self, other: float) -> bool:
        return self.notes.compare(self, "<=", other)

    def __gt__(self, other: float) -> bool:
        return self.notes.compare(self, ">", other)

    def __ge__(self, other: float) -> bool:
        return self.notes.compare(self, ">=", other)

    def __eq__(self, other: object) -> bool:
        return self.notes.compare(self, "==", other) if isinstance(other, (int, float)) else False

    __hash__ = float.__hash__


class Notes:
    """The comparisons that numbers come into; those that are forgiven count as true."""

    def __init__(self) -> None:
        self.forgiven: set[Shortfall] = set()
        self.last: Shortfall | None = None

    def numbers(self, numbers: Mapping[str, float]) -> dict[str, Noted]:
        """The same numbers, so that they note here."""
        made = {name: Noted(value) for name, value in numbers.items()}
        for name, each in made.items():
            each.key, each.notes, each.scale, each.shift, each.folded = name, self, 1.0, 0.0, False
        return made

    def compare(self, one: Noted, relation: str, other: float) -> bool:
        """What comes of it; where it is false, `last` says what is missing."""
        how, _, _ = RELATIONS[relation]
        if how(float(one), float(other)):
            return True
        found = shortfall(one, relation, float(other))
        if found in self.forgiven:
            return True
        self.last = found
        return False


def shortfall(one: Noted, relation: str, other: float) -> Shortfall:
    """A false comparison, told of the number that it is about."""
    scale = one.scale or math.nan
    if one.folded:
        says = "not within" if relation in ("<", "<=") else "within"
        return Shortfall(one.key, says, -one.shift / scale, abs(other / scale))
    _, turned, _ = RELATIONS[relation]
    _, _, says = RELATIONS[turned if scale < 0 else relation]
    return Shortfall(one.key, says, (other - one.shift) / scale)


def shortfalls(
    holds: Callable[[Mapping[str, float]], bool], numbers: Mapping[str, float]
) -> list[Shortfall]:
    """All comparisons that must come out otherwise for a finding to hold, in its order.

    Empty where it holds, or where what is false is no comparison of its numbers.
    """
    notes = Notes()
    noted = notes.numbers(numbers)
    found: list[Shortfall] = []
    for _ in range(MOST):
        notes.last = None
        if holds(noted):
            return found
        if notes.last is None:
            return []
        found.append(notes.last)
        notes.forgiven.add(notes.last)
    return []
