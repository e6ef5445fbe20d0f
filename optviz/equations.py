"""An optimizer's docstring as equations: what the papers write, read so that a program can show it.

A line `name <- expression` in the docstring of an `Optimizer` is one equation of its rule. In an
expression stand names, numbers, + - / ^ and brackets, sqrt(...), and products as papers write them:
`mu v` is mu times v. Nothing is evaluated here; the result says what belongs to what.
"""

import ast
import re
from typing import Any, NamedTuple

from optviz.optimizers import Optimizer

# An expression: a number, a name, or [operator, operand, ...] with + - * / ^, "neg" and "sqrt".
Tree = float | str | list[Any]

EQUATION = re.compile(r"^\s+(\w+) <- (.+?)(?: {2,}.*)?$", re.MULTILINE)
SOURCE = re.compile(r"Source:(.+?)(?:Frameworks:|\n\s*\n|$)", re.DOTALL)
TOKEN = re.compile(r"\d+\.?\d*(?:e-?\d+)?|\w+|\S")
OPERATORS: dict[type[ast.AST], str] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
    ast.Pow: "^",
}


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


def parse(text: str) -> Tree:
    """An expression as a tree: `mu v - lr g` is ["-", ["*", "mu", "v"], ["*", "lr", "g"]]."""
    tokens = TOKEN.findall(text)
    spelled: list[str] = []
    for before, token in zip(["", *tokens], tokens, strict=False):
        if ends_operand(before) and (token == "(" or token[0].isalnum()):
            spelled.append("*")
        spelled.append("**" if token == "^" else token)
    try:
        return tree_of(ast.parse(" ".join(spelled), mode="eval").body)
    except SyntaxError:
        raise ValueError(f"this is no equation: {text!r}") from None


def ends_operand(token: str) -> bool:
    """Whether a product may follow: after a name, a number or a bracket, but not after sqrt."""
    return token == ")" or (token[:1].isalnum() and token != "sqrt")


def tree_of(node: ast.AST) -> Tree:
    """Python's syntax tree, read as ours."""
    match node:
        case ast.Constant(value=int() | float() as value):
            return float(value)
        case ast.Name(id=name):
            return name
        case ast.BinOp(left=left, op=op, right=right) if type(op) in OPERATORS:
            return [OPERATORS[type(op)], tree_of(left), tree_of(right)]
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return ["neg", tree_of(operand)]
        case ast.Call(func=ast.Name(id="sqrt"), args=[argument], keywords=[]):
            return ["sqrt", tree_of(argument)]
    raise ValueError(f"an equation has no place for {ast.unparse(node)!r}")
