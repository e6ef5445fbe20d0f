"""A formula as a tree, and its bounds, which hold from the moment a part of it is made."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import autograd.numpy as np

from surfaces.formula.errors import FormulaError
from surfaces.formula.tokens import Name
from surfaces.formula.words import CONSTANTS, FUNCTIONS

DEEPEST = 100
LARGEST_EXPONENT = 64
LARGEST_NUMBER = 1e12

OPERATORS: dict[str, Callable[..., Any]] = {
    "+": np.add,
    "-": np.subtract,
    "*": np.multiply,
    "/": np.divide,
    "**": np.power,
    "neg": np.negative,
}
COMPARISONS: dict[str, Callable[..., Any]] = {
    "<": np.less,
    "<=": np.less_equal,
    ">": np.greater,
    ">=": np.greater_equal,
}


@dataclass(frozen=True)
class Leaf:
    """What stands for itself.

    Attributes:
        column: where it begins in the formula, from 1; trees that differ in it alone are equal.
    """

    column: int = field(compare=False, kw_only=True, default=1)

    @property
    def depth(self) -> int:
        """How many nodes are within one another."""
        return 1


@dataclass(frozen=True)
class Number(Leaf):
    """A number that is written out, 0 or more."""

    value: float

    @property
    def known(self) -> Any:
        """Its value."""
        return np.float64(self.value)


@dataclass(frozen=True)
class Constant(Leaf):
    """pi or e."""

    name: str

    @property
    def known(self) -> Any:
        """Its value."""
        return np.float64(CONSTANTS[self.name])


@dataclass(frozen=True)
class Letter(Leaf):
    """A letter that stands for a number.

    Attributes:
        label: as it was typed.
        value: the number.
        name: what makes it the same as others.
    """

    label: str
    value: float
    name: Name

    @property
    def known(self) -> Any:
        """Its number."""
        return np.float64(self.value)


@dataclass(frozen=True)
class Parameter(Leaf):
    """One of the two parameters: 0 for the first axis, 1 for the second."""

    axis: int

    @property
    def known(self) -> None:
        """It has no value of its own."""
        return


@dataclass(frozen=True)
class Apply:
    """An operator, a comparison or a function, and what it is applied to.

    Attributes:
        name: of `OPERATORS`, `COMPARISONS` or `words.FUNCTIONS`.
        args: its operands or arguments.
        column: where it begins in the formula, from 1.

    Raises:
        FormulaError: it passes a bound.
    """

    name: str
    args: tuple["Node", ...]
    column: int = field(compare=False, kw_only=True, default=1)

    def __post_init__(self) -> None:
        if self.depth > DEEPEST:
            raise self.error(f"more than {DEEPEST} operations are within one another at")
        if self.name == "**":
            exponent = self.args[1]
            if exponent.known is not None and abs(exponent.known) > LARGEST_EXPONENT:
                sentence = f"exponents go up to {LARGEST_EXPONENT}; this one is larger:"
                raise FormulaError(f"{sentence} column {exponent.column}", exponent.column)
        if self.known is not None and not np.isfinite(self.known):
            raise self.error("no finite number comes out at")
        if self.known is not None and abs(self.known) > LARGEST_NUMBER:
            raise self.error("a constant part exceeds 1e12 in size at")

    @cached_property
    def depth(self) -> int:
        """How many nodes are within one another."""
        return 1 + max(each.depth for each in self.args)

    @cached_property
    def known(self) -> Any:
        """Its value where it depends on neither parameter, otherwise None."""
        values = [each.known for each in self.args]
        if any(value is None for value in values):
            return None
        with np.errstate(all="ignore"):
            return function_of(self.name)(*values)

    def error(self, sentence: str) -> FormulaError:
        """The sentence with the place behind it."""
        return FormulaError(f"{sentence} column {self.column}", self.column)


Node = Number | Constant | Letter | Parameter | Apply


def function_of(name: str) -> Callable[..., Any]:
    """What an operator, a comparison or a function computes, elementwise."""
    return {**OPERATORS, **COMPARISONS}.get(name) or FUNCTIONS[name].apply
