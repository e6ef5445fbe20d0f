"""Typed formulas traced from their trees, with the slopes at kinks that formulas have."""

from functools import reduce
from typing import Any

import numpy as np

from optviz.program.symbols import Symbol, elementwise
from optviz.program.trace import Trace
from surfaces.formula.reading import read
from surfaces.formula.tree import COMPARISONS, Apply, Letter, Node, Number, Parameter
from surfaces.formula.words import CONSTANTS

# Functions of formulas that are called otherwise in numpy, or are no single operation.
OTHERWISE: dict[str, Any] = {
    "+": np.add,
    "-": np.subtract,
    "*": np.multiply,
    "/": np.divide,
    "**": np.power,
    "neg": np.negative,
    "abs": np.absolute,
    "cot": lambda x: 1 / np.tan(x),
    "sec": lambda x: 1 / np.cos(x),
    "csc": lambda x: 1 / np.sin(x),
    "softplus": lambda x: np.logaddexp(0.0, x),
    "heaviside": lambda x, at=0.5: np.heaviside(x, at),
    "max": lambda *values: reduce(np.maximum, values),
    "min": lambda *values: reduce(np.minimum, values),
    **COMPARISONS,
}


def formula_value(trace: Trace, formula: str, x: Symbol, y: Symbol) -> Symbol:
    """What a formula makes of x and y.

    Raises:
        FormulaError: it cannot be read.
        UntraceableError: it has something that programs do not have.
    """
    return value_of(read(formula).tree, trace, (x, y))


def value_of(node: Node, trace: Trace, axes: tuple[Symbol, Symbol]) -> Symbol:
    """A tree as operations in the trace, in the order in which the formula computes them."""
    match node:
        case Parameter(axis=axis):
            return axes[axis]
        case Number(value=number) | Letter(value=number):
            return Symbol(trace, trace.constant(number))
        case Apply(name="**", args=(base, Number(value=number))) if (
            number.is_integer() and number > 1
        ):
            product: Symbol = whole_power(value_of(base, trace, axes), int(number))
            return product
        case Apply(name=name, args=args):
            parts = [value_of(each, trace, axes) for each in args]
            if name in OTHERWISE:
                found: Symbol = OTHERWISE[name](*parts)
                return found
            return elementwise(trace, name, tuple(parts))
    return Symbol(trace, trace.constant(CONSTANTS[node.name]))


def whole_power(base: Symbol, exponent: int) -> Any:
    """The base times itself, by repeated squaring, term for term as formulas do."""
    if exponent == 1:
        return base
    half = whole_power(base, exponent // 2)
    return half * half * base if exponent % 2 else half * half
