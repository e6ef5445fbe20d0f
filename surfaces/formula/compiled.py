"""A formula as functions of arrays: its value, and its derivatives by autograd."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any, ClassVar, NamedTuple

import autograd.numpy as np
from autograd.tracer import getval

from surfaces.formula.elementary import placed, taken
from surfaces.formula.powers import whole_power
from surfaces.formula.reading import read
from surfaces.formula.tree import Apply, Constant, Letter, Node, Number, Parameter, function_of
from surfaces.formula.words import CONSTANTS
from surfaces.surface import Array, derivative_of

Term = Callable[[Any, Any], Any]


@dataclass(frozen=True)
class FormulaLoss:
    """The value of a formula. Equal formulas are equal, and travel to other processes as text."""

    formula: str

    def __call__(self, x: Array, y: Array) -> Array:
        """(...) the formula at x and y, arrays that broadcast; nan where it has no real value."""
        # A formula of one parameter alone must still have the shape of both.
        zeros = np.zeros(np.broadcast_shapes(np.shape(x), np.shape(y)))
        with without_warnings():
            total: Array = compiled(self.formula).term(x, y) + zeros
        return total


@dataclass(frozen=True)
class FormulaGradient:
    """The derivatives of a formula, by autograd, which can differentiate them again."""

    formula: str
    by_autograd: ClassVar[bool] = True

    def __call__(self, x: Array, y: Array) -> tuple[Array, Array]:
        """(...) twice: d/dx and d/dy; nan where the formula has no real value."""
        zeros = np.zeros(np.broadcast_shapes(np.shape(x), np.shape(y)))
        x, y = x - zeros, y - zeros  # of one shape, with the sign of their zeros
        term, varies = compiled(self.formula)
        if not varies:  # autograd warns of what depends on nothing
            return zeros, zeros.copy()
        with without_warnings():
            value, (dx, dy) = derivative_of(term)(x, y)
        # The derivative of log is 1 / x even where log has no value.
        undefined = np.isnan(value)
        if undefined.any():
            dx, dy = np.where(undefined, np.nan, dx), np.where(undefined, np.nan, dy)
        return dx, dy


def without_warnings() -> np.errstate:
    """Arithmetic without numpy's warnings; whoever has flags raised or reported still gets them."""
    return np.errstate(**{flag: "ignore" for flag, way in np.geterr().items() if way == "warn"})


class Compiled(NamedTuple):
    """A formula that has been read: what computes it, and whether it depends on a parameter."""

    term: Term
    varies: bool


@lru_cache(maxsize=256)
def compiled(formula: str) -> Compiled:
    """Read a formula, once.

    Raises:
        FormulaError: it cannot be read.
    """
    tree = read(formula).tree
    return Compiled(closure(tree), tree.known is None)


def closure(node: Node) -> Term:
    """The tree as a function of x and y, made of functions alone: no code is built."""
    match node:
        case Number() | Letter() | Constant():
            number = CONSTANTS[node.name] if isinstance(node, Constant) else node.value
            return lambda x, y: number
        case Parameter(axis=axis):
            return lambda x, y: (x, y)[axis]
        case Apply(name="**", args=(base, Number(value=number))) if (
            number.is_integer() and number > 1
        ):
            return applied(partial(whole_power, exponent=int(number)), base)
        case Apply(name="where", args=(Apply(name=sign, args=sides), first, second)):
            compared = applied(function_of(sign), *sides)
            return cases(compared, closure(first), closure(second))
        case Apply(name=name, args=args):
            return applied(function_of(name), *args)


def applied(function: Callable[..., Any], *nodes: Node) -> Term:
    """The function of one or more subtrees."""
    terms = [closure(node) for node in nodes]
    if len(terms) == 1:
        (only,) = terms
        return lambda x, y: function(only(x, y))
    if len(terms) == 2:
        first, second = terms
        return lambda x, y: function(first(x, y), second(x, y))
    return lambda x, y: function(*[term(x, y) for term in terms])


def cases(compared: Term, first: Term, second: Term) -> Term:
    """One term where the comparison holds, the other where it does not.

    Each is computed only where it counts: a slope of the other, such as that of sqrt(x) at x < 0,
    is nan, and nothing times nan is not nothing.
    """

    def chosen_term(x: Any, y: Any) -> Any:
        zeros = np.zeros(np.broadcast_shapes(np.shape(x), np.shape(y)))
        x, y = x - zeros, y - zeros  # of one shape, with the sign of their zeros
        holds = np.broadcast_to(compared(getval(x), getval(y)), zeros.shape)
        parts = [(first, holds), (second, ~holds)]
        found = [placed(term(taken(x, at), taken(y, at)), at) for term, at in parts]
        return found[0] + found[1]

    return chosen_term
