"""A typed formula as a Surface: read, checked and never run as Python.

>>> valley = formula_surface("(1 - x)**2 + 100*(y - x**2)**2", xlim=(-2, 2), ylim=(-1, 3))

A formula consists of numbers, x, y, pi, e, the operators + - * / and **, brackets and the functions
in `words.FUNCTIONS`. `^` is another way to write **, and binds as tightly. It has at most 400
characters, 100 operations within one another, constant exponents up to 64, constants up to 1e12 and
a cost, as `cost` counts it, of 500.
"""

import ast
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any, NamedTuple

import autograd.numpy as np

from surfaces.formula.powers import whole_power
from surfaces.formula.tokens import FormulaError
from surfaces.formula.tree import OPERATORS, SIGNS, parse
from surfaces.formula.typeset import latex
from surfaces.formula.well_known import usual_view
from surfaces.formula.words import CONSTANTS, FUNCTIONS, VARIABLES
from surfaces.minima import Gradient, Limits, Loss, find_minima, find_view
from surfaces.surface import (
    Array,
    Minima,
    Surface,
    checked_limits,
    checked_point,
    derivative_of,
)

__all__ = ["FormulaError", "formula_surface", "latex", "minima_of", "suggest_domain"]

Term = Callable[[Any, Any], Any]
NAMES: dict[str, Term] = {
    "x": lambda x, y: x,
    "y": lambda x, y: y,
    "pi": lambda x, y: CONSTANTS["pi"],
    "e": lambda x, y: CONSTANTS["e"],
}


def formula_surface(
    formula: str,
    xlim: Limits | None = None,
    ylim: Limits | None = None,
    start: tuple[float, float] | None = None,
    name: str | None = None,
) -> Surface:
    """The surface of a formula in x and y.

    Where the formula has no real value (log(-1), 1/0 - 1/0), loss and gradient are nan, silently.
    The gradient is autograd's; at a kink (abs, minimum, maximum) it is the mean of both sides.

    Args:
        formula: such as "(1 - x)**2 + 100*(y - x**2)**2".
        xlim: (low, high), the part of the x axis to look at; left out, that of `suggest_domain`.
        ylim: the same for y.
        start: (x, y); left out, it is a place far from the minima.
        name: left out, it is the formula.

    Returns:
        A Surface with the minima and floors that `surfaces.minima.find_minima` finds inside the
        limits.

    Raises:
        FormulaError: the formula cannot be read; one sentence with the column.
        ValueError: limits that are no numbers, do not rise, or between which the formula has no
            finite value; a start that is not two numbers.
    """
    loss, gradient = loss_and_gradient(formula)
    if xlim is None or ylim is None:
        wide, tall = view_of(loss, gradient)
        xlim, ylim = (wide if xlim is None else xlim), (tall if ylim is None else ylim)
    xlim, ylim = checked_limits(xlim, "xlim"), checked_limits(ylim, "ylim")
    found = find_minima(loss, gradient, xlim, ylim)
    if start is None:
        start = far_from(found.places, loss, xlim, ylim)
    start = checked_point(start, "start")
    return Surface(
        name=name or formula.strip(),
        loss=loss,
        gradient=gradient,
        xlim=xlim,
        ylim=ylim,
        start=start,
        minima=found.minima,
        floors=found.floors,
        unlisted=found.unlisted,
        partial=True,
        source=f"the formula {formula.strip()}",
    )


def minima_of(formula: str, xlim: Limits, ylim: Limits) -> Minima:
    """The isolated local minima of a formula inside the limits, the lowest first.

    Found numerically, as `surfaces.minima.find_minima` says, to about 1e-8 of the picture.

    Raises:
        FormulaError: the formula cannot be read.
    """
    return find_minima(*loss_and_gradient(formula), xlim, ylim).minima


def suggest_domain(formula: str) -> tuple[Limits, Limits]:
    """(xlim, ylim) of a picture that shows the formula's lowest minimum.

    Where `well_known.WELL_KNOWN` has them for this function, else as `find_view` says.

    Raises:
        FormulaError: the formula cannot be read.
    """
    return view_of(*loss_and_gradient(formula))


def view_of(loss: Loss, gradient: Gradient) -> tuple[Limits, Limits]:
    """The same for a loss."""
    return usual_view(loss, FormulaLoss) or find_view(loss, gradient)


def loss_and_gradient(formula: str) -> tuple[Loss, Gradient]:
    """The formula's loss and gradient, both elementwise on arrays that broadcast.

    Raises:
        FormulaError: the formula cannot be read.
    """
    parse(formula)
    return FormulaLoss(formula), FormulaGradient(formula)


@dataclass(frozen=True)
class FormulaLoss:
    """The value of a formula. Equal formulas are equal, and travel to other processes as text."""

    formula: str

    def __call__(self, x: Array, y: Array) -> Array:
        """(...) the formula at x and y, arrays that broadcast; nan where it has no real value."""
        # A formula of x alone must still have the shape of both.
        zeros = np.zeros(np.broadcast_shapes(np.shape(x), np.shape(y)))
        with without_warnings():
            total: Array = compiled(self.formula).term(x, y) + zeros
        return total


@dataclass(frozen=True)
class FormulaGradient:
    """The derivatives of a formula, by autograd."""

    formula: str

    def __call__(self, x: Array, y: Array) -> tuple[Array, Array]:
        """(...) twice: d/dx and d/dy; nan where the formula has no real value."""
        x, y = np.broadcast_arrays(np.asarray(x, float), np.asarray(y, float))
        term, varies = compiled(self.formula)
        if not varies:  # autograd warns of what depends on nothing
            return np.zeros(x.shape), np.zeros(x.shape)
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
    """A formula that has been read: what computes it, and whether it depends on x or y."""

    term: Term
    varies: bool


@lru_cache(maxsize=256)
def compiled(formula: str) -> Compiled:
    """Read a formula, once.

    Raises:
        FormulaError: it cannot be read.
    """
    tree = parse(formula)
    varies = any(isinstance(node, ast.Name) and node.id in VARIABLES for node in ast.walk(tree))
    return Compiled(closure(tree), varies)


def closure(node: ast.expr) -> Term:
    """The checked tree as a function of x and y, made of functions alone: no code is built."""
    match node:
        case ast.Constant(value=float(number)):
            return lambda x, y: number
        case ast.Name(id=name):
            return NAMES[name]
        case ast.UnaryOp(op=sign, operand=operand):
            return applied(SIGNS[type(sign)], operand)
        case ast.BinOp(left=left, op=op, right=right):
            return operation(op, left, right)
        case ast.Call(func=ast.Name(id=name), args=args):
            return applied(FUNCTIONS[name].apply, *args)
    raise AssertionError(node)  # `parse` lets nothing else through


def operation(op: ast.operator, left: ast.expr, right: ast.expr) -> Term:
    """Two subtrees and the operator between them."""
    match op, right:
        case ast.Pow(), ast.Constant(value=float(number)) if number.is_integer() and number > 1:
            return applied(partial(whole_power, exponent=int(number)), left)
    return applied(OPERATORS[type(op)], left, right)


def applied(function: Callable[..., Any], *nodes: ast.expr) -> Term:
    """The function of one or two subtrees."""
    first, *others = (closure(node) for node in nodes)
    if not others:
        return lambda x, y: function(first(x, y))
    second = others[0]
    return lambda x, y: function(first(x, y), second(x, y))


def far_from(minima: Minima, loss: Loss, xlim: Limits, ylim: Limits) -> tuple[float, float]:
    """A place inside the limits with a loss, as far from the minima as a grid of places offers.

    Raises:
        ValueError: the loss is finite at none of these places.
    """
    # Not symmetric about the middle nor a diagonal: a start on an axis of symmetry sees no gradient
    # across it.
    across = np.array([0.12, 0.23, 0.34, 0.45, 0.56, 0.67, 0.78, 0.87])
    along = np.array([0.16, 0.26, 0.38, 0.47, 0.59, 0.71, 0.82, 0.91])
    wide, tall = xlim[1] - xlim[0], ylim[1] - ylim[0]
    x, y = np.meshgrid(xlim[0] + across * wide, ylim[0] + along * tall)
    targets = minima or ((sum(xlim) / 2, sum(ylim) / 2),)
    away = np.min([np.hypot((x - a) / wide, (y - b) / tall) for a, b in targets], axis=0)
    away = np.where(np.isfinite(loss(x, y)), away, -1)
    if away.max() < 0:
        raise ValueError(
            f"the formula has no finite value for x from {xlim[0]:g} to {xlim[1]:g} and "
            f"y from {ylim[0]:g} to {ylim[1]:g}; choose other limits"
        )
    best = np.unravel_index(away.argmax(), away.shape)
    return float(f"{x[best]:.4g}"), float(f"{y[best]:.4g}")
