"""Equations of the docstrings, evaluated."""

import math
from collections.abc import Callable

from optviz.equations import Tree

OPERATIONS: dict[str, Callable[..., float]] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
    "^": lambda a, b: a**b,
    "max": max,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    "==": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
    "neg": lambda a: -a,
    "sqrt": math.sqrt,
    "abs": abs,
    "sign": lambda a: int(a > 0) - int(a < 0),
}


def evaluate(tree: Tree, known: dict[str, float]) -> float:
    if isinstance(tree, float):
        return tree
    if isinstance(tree, str):
        return known[tree]
    operator, *operands = tree
    if operator == "length":  # of both coordinates, of which only one is known here
        return known[f"length of {operands[0]}"]
    if operator == "if":  # what does not hold is not evaluated: it may be the root of less than 0
        return evaluate(operands[1 if evaluate(operands[0], known) else 2], known)
    return OPERATIONS[operator](*(evaluate(operand, known) for operand in operands))
