"""The operations that programs are made of: numpy's function and its derivative.

Only what stands in this table ever gets into a program, so only this reaches a browser, which has a
table of the same names: web/core/operations.js.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

# The operand's part of a derivative: (node's value, its operands, adjoint) -> adjoint of the
# operand. The arguments are symbols, so that a derivative is traced like anything else.
Pullback = Callable[[Any, tuple[Any, ...], Any], Any]


@dataclass(frozen=True)
class Operation:
    """One operation on numbers.

    Attributes:
        apply: the function of numpy that computes it.
        pullbacks: one for each operand; None where the result is constant around almost any point.
        exact: whether IEEE 754 fixes the result to the last bit, in every language.
    """

    apply: Callable[..., Any]
    pullbacks: tuple[Pullback | None, ...]
    exact: bool = False


def flat(operands: int) -> tuple[None, ...]:
    """No derivative: comparisons, signs, steps."""
    return (None,) * operands


def share_of_tie(value: Any, operand: Any, other: Any) -> Any:
    """1 where the operand is the one that is taken, 1/2 where both are, as autograd has it."""
    return np.where(operand == value, np.where(other == value, 0.5, 1.0), 0.0)


def power_slope(base: Any, exponent: Any) -> Any:
    """d(base^exponent)/dbase; 0 where the exponent is 0, also at base 0."""
    return exponent * np.power(base, np.where(exponent == 0, 1.0, exponent - 1))


def log_where_positive(base: Any) -> Any:
    """log(base), and log(1) where the base is 0: there base^exponent does not feel the exponent."""
    return np.log(np.where(base == 0, 1.0, base))


def share(part: Any, whole: Any) -> Any:
    """Part / whole, and 0 where the whole is 0: the slope of a length at the origin."""
    return part / np.where(whole == 0, 1.0, whole)


def sigmoid(x: Any) -> Any:
    """1 / (1 + e^-x), without overflow at either end."""
    small = np.exp(-np.abs(x))
    return np.where(x < 0, small, 1.0) / (1 + small)


OPERATIONS: dict[str, Operation] = {
    "add": Operation(np.add, (lambda v, a, d: d, lambda v, a, d: d), exact=True),
    "subtract": Operation(np.subtract, (lambda v, a, d: d, lambda v, a, d: -d), exact=True),
    "multiply": Operation(
        np.multiply,
        (lambda v, a, d: d * a[1], lambda v, a, d: d * a[0]),
        exact=True,
    ),
    "divide": Operation(
        np.divide,
        (lambda v, a, d: d / a[1], lambda v, a, d: -d * a[0] / (a[1] * a[1])),
        exact=True,
    ),
    "negative": Operation(np.negative, (lambda v, a, d: -d,), exact=True),
    "sqrt": Operation(np.sqrt, (lambda v, a, d: d * 0.5 / v,), exact=True),
    "absolute": Operation(np.absolute, (lambda v, a, d: d * np.sign(a[0]),), exact=True),
    "sign": Operation(np.sign, flat(1), exact=True),
    "floor": Operation(np.floor, flat(1), exact=True),
    "maximum": Operation(
        np.maximum,
        (
            lambda v, a, d: d * share_of_tie(v, a[0], a[1]),
            lambda v, a, d: d * share_of_tie(v, a[1], a[0]),
        ),
        exact=True,
    ),
    "minimum": Operation(
        np.minimum,
        (
            lambda v, a, d: d * share_of_tie(v, a[0], a[1]),
            lambda v, a, d: d * share_of_tie(v, a[1], a[0]),
        ),
        exact=True,
    ),
    "power": Operation(
        np.power,
        (
            lambda v, a, d: d * power_slope(*a),
            lambda v, a, d: d * log_where_positive(a[0]) * v,
        ),
    ),
    "exp": Operation(np.exp, (lambda v, a, d: d * v,)),
    "expm1": Operation(np.expm1, (lambda v, a, d: d * (v + 1),)),
    "log": Operation(np.log, (lambda v, a, d: d / a[0],)),
    "log1p": Operation(np.log1p, (lambda v, a, d: d / (a[0] + 1),)),
    "log2": Operation(np.log2, (lambda v, a, d: d / a[0] / np.log(2.0),)),
    "log10": Operation(np.log10, (lambda v, a, d: d / a[0] / np.log(10.0),)),
    "logaddexp": Operation(
        np.logaddexp,
        (lambda v, a, d: d * np.exp(a[0] - v), lambda v, a, d: d * np.exp(a[1] - v)),
    ),
    "sin": Operation(np.sin, (lambda v, a, d: d * np.cos(a[0]),)),
    "cos": Operation(np.cos, (lambda v, a, d: -d * np.sin(a[0]),)),
    "tan": Operation(np.tan, (lambda v, a, d: d / (np.cos(a[0]) * np.cos(a[0])),)),
    "arcsin": Operation(np.arcsin, (lambda v, a, d: d / np.sqrt(1 - a[0] * a[0]),)),
    "arccos": Operation(np.arccos, (lambda v, a, d: -d / np.sqrt(1 - a[0] * a[0]),)),
    "arctan": Operation(np.arctan, (lambda v, a, d: d / (1 + a[0] * a[0]),)),
    "arctan2": Operation(
        np.arctan2,
        (
            lambda v, a, d: d * a[1] / (a[0] * a[0] + a[1] * a[1]),
            lambda v, a, d: -d * a[0] / (a[0] * a[0] + a[1] * a[1]),
        ),
    ),
    "sinh": Operation(np.sinh, (lambda v, a, d: d * np.cosh(a[0]),)),
    "cosh": Operation(np.cosh, (lambda v, a, d: d * np.sinh(a[0]),)),
    "tanh": Operation(np.tanh, (lambda v, a, d: d * (1 - v * v),)),
    "arcsinh": Operation(np.arcsinh, (lambda v, a, d: d / np.sqrt(a[0] * a[0] + 1),)),
    "arccosh": Operation(np.arccosh, (lambda v, a, d: d / np.sqrt(a[0] * a[0] - 1),)),
    "arctanh": Operation(np.arctanh, (lambda v, a, d: d / (1 - a[0] * a[0]),)),
    "sigmoid": Operation(sigmoid, (lambda v, a, d: d * v * (-a[0]).sigmoid(),)),
    "relu": Operation(
        lambda x: np.maximum(x, 0.0),
        (lambda v, a, d: d * np.greater(a[0], 0.0),),
        exact=True,
    ),
    "hypot": Operation(
        np.hypot,
        (lambda v, a, d: d * share(a[0], v), lambda v, a, d: d * share(a[1], v)),
    ),
    "cbrt": Operation(np.cbrt, (lambda v, a, d: d / (3 * v * v),)),
    "less": Operation(np.less, flat(2), exact=True),
    "less_equal": Operation(np.less_equal, flat(2), exact=True),
    "greater": Operation(np.greater, flat(2), exact=True),
    "greater_equal": Operation(np.greater_equal, flat(2), exact=True),
    "equal": Operation(np.equal, flat(2), exact=True),
    "not_equal": Operation(np.not_equal, flat(2), exact=True),
    "logical_and": Operation(np.logical_and, flat(2), exact=True),
    "logical_or": Operation(np.logical_or, flat(2), exact=True),
    "logical_not": Operation(np.logical_not, flat(1), exact=True),
    "where": Operation(
        np.where,
        (
            None,
            lambda v, a, d: np.where(a[0], d, 0.0),
            lambda v, a, d: np.where(a[0], 0.0, d),
        ),
        exact=True,
    ),
}
