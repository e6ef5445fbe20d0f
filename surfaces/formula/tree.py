"""From tokens to a syntax tree, by Python's own grammar, and its bounds.

Python's parser builds a tree and runs nothing. A tree that leaves here consists of Constant
(float), Name, UnaryOp, BinOp and Call (of a known name) nodes and nothing else.
"""

import ast
from collections.abc import Callable
from typing import Any

import autograd.numpy as np

from surfaces.formula.cost import FUNCTION, MOST, OPERATION, POWER, cost, first_too_many
from surfaces.formula.syntax import expression
from surfaces.formula.tokens import LARGEST_NUMBER, FormulaError, Token, read
from surfaces.formula.words import CONSTANTS, FUNCTIONS, VARIABLES

DEEPEST = 100
LARGEST_EXPONENT = 64

OPERATORS: dict[type[ast.operator], Callable[[Any, Any], Any]] = {
    ast.Add: np.add,
    ast.Sub: np.subtract,
    ast.Mult: np.multiply,
    ast.Div: np.divide,
    ast.Pow: np.power,
}
SIGNS: dict[type[ast.unaryop], Callable[[Any], Any]] = {
    ast.UAdd: lambda value: value,
    ast.USub: np.negative,
}


def parse(formula: str) -> ast.expr:
    """The checked tree of a formula.

    Raises:
        FormulaError: it is no formula, or passes a bound.
    """
    text, columns = canonical(read(formula))
    try:
        tree = expression(text)
    except (SyntaxError, RecursionError, MemoryError) as error:
        offset = getattr(error, "offset", None) or 1
        column = columns[min(offset, len(columns)) - 1]
        raise FormulaError(f"the formula cannot be read at column {column}", column) from None
    Bounds(columns).check(tree, 1)
    check_cost(tree, columns)
    return tree


def check_cost(tree: ast.expr, columns: list[int]) -> None:
    """Refuse a formula that takes too long.

    Raises:
        FormulaError: it costs more than `cost.MOST`.
    """
    node = first_too_many(tree)
    if node is None:
        return
    column = columns[(node.end_col_offset or 1) - 1]
    raise FormulaError(
        f"the formula costs {cost(tree):.0f}, and the limit, {MOST}, is passed at column {column}: "
        f"a sum or product costs {OPERATION}, a function {FUNCTION}, a power up to {POWER}; "
        "leave something out",
        column,
    )


def canonical(tokens: list[Token]) -> tuple[str, list[int]]:
    """The same formula as Python writes it, and for each character the column it comes from.

    Numbers become floats here, so no arithmetic on large integers can happen; `^` becomes `**`,
    because in Python it has another meaning and another precedence.
    """
    parts, columns = [], []
    for token in tokens:
        text = repr(float(token.text)) if token.kind == "number" else token.text
        text = ("**" if text == "^" else text) + " "
        parts.append(text)
        columns += [token.column] * len(text)
    return "".join(parts), columns


class Bounds:
    """Checks a tree: its kinds of nodes, its depth, its exponents and its constants.

    Args:
        columns: for each character of the text that was parsed, its column in the formula.
    """

    def __init__(self, columns: list[int]) -> None:
        self.columns = columns

    def check(self, node: ast.expr, depth: int) -> Any:
        """The node's value where it depends on neither x nor y, otherwise None.

        Raises:
            FormulaError: something in it is not allowed.
        """
        if depth > DEEPEST:
            raise self.error(node, f"more than {DEEPEST} operations are within one another at")
        value = self.value(node, depth + 1)
        if value is not None and not np.isfinite(value):
            raise self.error(node, "no finite number comes out at")
        if value is not None and abs(value) > LARGEST_NUMBER:
            raise self.error(node, "a constant part exceeds 1e12 in size at")
        return value

    def value(self, node: ast.expr, depth: int) -> Any:
        """The same, before anything is asked of the value."""
        match node:
            case ast.Constant(value=float(number)):
                return np.float64(number)
            case ast.Name(id=name) if name in VARIABLES:
                return None
            case ast.Name(id=name) if name in CONSTANTS:
                return np.float64(CONSTANTS[name])
            case ast.UnaryOp(op=sign, operand=operand) if type(sign) in SIGNS:
                return fold(SIGNS[type(sign)], self.check(operand, depth))
            case ast.BinOp(left=left, op=op, right=right) if type(op) in OPERATORS:
                first, second = self.check(left, depth), self.check(right, depth)
                if isinstance(op, ast.Pow) and second is not None:
                    self.check_exponent(right, second)
                return fold(OPERATORS[type(op)], first, second)
            case ast.Call(func=ast.Name(id=name), args=args, keywords=[]) if name in FUNCTIONS:
                return self.call(node, name, [self.check(each, depth) for each in args])
        raise self.error(node, "this is not part of a formula:")

    def call(self, node: ast.expr, name: str, values: list[Any]) -> Any:
        """The value of a function's call."""
        function = FUNCTIONS[name]
        if len(values) != function.arguments:
            wanted = "one argument" if function.arguments == 1 else "two arguments"
            raise self.error(node, f"`{name}` takes {wanted}, not {len(values)}, at")
        return fold(function.apply, *values)

    def check_exponent(self, node: ast.expr, exponent: Any) -> None:
        """Refuse powers that only overflow."""
        if abs(exponent) > LARGEST_EXPONENT:
            raise self.error(node, f"exponents go up to {LARGEST_EXPONENT}; this one is larger:")

    def error(self, node: ast.expr, sentence: str) -> FormulaError:
        """The sentence with the node's place behind it."""
        column = self.columns[node.col_offset]
        return FormulaError(f"{sentence} column {column}", column)


def fold(function: Callable[..., Any], *values: Any) -> Any:
    """The function's value where all its arguments are known, otherwise None."""
    if any(value is None for value in values):
        return None
    with np.errstate(all="ignore"):
        return function(*values)
