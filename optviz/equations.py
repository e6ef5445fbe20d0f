"""An optimizer's docstring as equations: what the papers write, read so that a program can show it.

A line `name <- expression` in the docstring of an `Optimizer` is one equation of its rule. In an
expression stand names, numbers, + - / ^ and brackets, sqrt(...), abs(...), sign(...), max(...,
...), two cases as `a if g > 0 else b`, and products as papers write them: `mu v` is mu times v.
Nothing is evaluated here; the result says what belongs to what.
"""

import ast
import re
import threading
from functools import lru_cache
from typing import Any, NamedTuple

from optviz.optimizers import Optimizer

# An expression: a number, a name, or [operator, operand, ...] with + - * / ^, "neg", a function's
# name, or "if", followed by a comparison, what holds then, and what holds else.
Tree = float | str | list[Any]

EQUATION = re.compile(r"^\s+(\w+) <- (.+?)(?: {2,}.*)?$", re.MULTILINE)
SOURCE = re.compile(r"Source:(.+?)(?:Frameworks:|\n\s*\n|$)", re.DOTALL)
TOKEN = re.compile(r"\d+\.?\d*(?:e-?\d+)?|\w+|[<>=!]=|\S")
FUNCTIONS = {
    "sqrt": 1,
    "abs": 1,
    "sign": 1,
    "max": 2,
    "length": 1,
}  # and how many operands they have
CASES = ("if", "else")
OPERATORS: dict[type[ast.AST], str] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
    ast.Pow: "^",
}
COMPARISONS: dict[type[ast.AST], str] = {
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Eq: "==",
    ast.NotEq: "!=",
}

# Python 3.11 counts the depth of the tree in one place for all threads: two that build trees at
# the same time can end in a SystemError ("AST constructor recursion depth mismatch").
building = threading.Lock()


class Equation(NamedTuple):
    """One line of a rule: the quantity it gives, and the expression that gives it."""

    name: str
    tree: Tree


def equations(kind: type[Optimizer]) -> list[Equation]:
    """The equations in a class's docstring, in order; none if it has none.

    Raises:
        ValueError: a line looks like an equation but cannot be read.
    """
    return [Equation(name, parse(text)) for name, text in EQUATION.findall(kind.__doc__ or "")]


def source(kind: type[Optimizer]) -> str:
    """The paragraph of a class's docstring that begins with "Source:", without that word."""
    found = SOURCE.search(kind.__doc__ or "")
    return " ".join(found[1].split()) if found else ""


@lru_cache(maxsize=512)  # of docstrings; a page asks for all of them with every click
def parse(text: str) -> Tree:
    """An expression as a tree: `mu v - lr g` is ["-", ["*", "mu", "v"], ["*", "lr", "g"]]."""
    tokens = TOKEN.findall(text)
    spelled: list[str] = []
    for before, token in zip(["", *tokens], tokens, strict=False):
        if ends_operand(before) and begins_operand(token):
            spelled.append("*")
        spelled.append("**" if token == "^" else token)
    try:
        with building:
            expression = ast.parse(" ".join(spelled), mode="eval").body
        return tree_of(expression)
    except SyntaxError:
        raise ValueError(f"this is no equation: {text!r}") from None


def begins_operand(token: str) -> bool:
    """Whether a product may end here: at a name, a number or a bracket."""
    return token == "(" or (token[0].isalnum() and token not in CASES)


def ends_operand(token: str) -> bool:
    """Whether a product may follow: after a name, a number or a bracket, but not after sqrt."""
    return token == ")" or (token[:1].isalnum() and token not in (*FUNCTIONS, *CASES))


def tree_of(node: ast.AST) -> Tree:
    """Python's syntax tree, read as ours."""
    match node:
        case ast.Constant(value=int() | float() as value):
            return float(value)
        case ast.Name(id=name) if name not in FUNCTIONS:
            return name
        case ast.BinOp(left=left, op=op, right=right) if type(op) in OPERATORS:
            return [OPERATORS[type(op)], tree_of(left), tree_of(right)]
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return ["neg", tree_of(operand)]
        case ast.Call(func=ast.Name(id=name), args=given, keywords=[]):
            if FUNCTIONS.get(name) == len(given):
                return [name, *map(tree_of, given)]
        case ast.IfExp(test=ast.Compare(left=left, ops=[op], comparators=[right])):
            if type(op) in COMPARISONS:
                compared = [COMPARISONS[type(op)], tree_of(left), tree_of(right)]
                return ["if", compared, tree_of(node.body), tree_of(node.orelse)]
    raise ValueError(f"an equation has no place for {ast.unparse(node)!r}")
