"""A formula as LaTeX."""

import ast

from surfaces.formula.tree import parse
from surfaces.formula.words import FUNCTIONS

# How tightly a piece holds together: it needs brackets where something tighter is asked for.
SUM, SIGNED, PRODUCT, CALL, ATOM = range(5)
NAMES = {"pi": r"\pi"}
Piece = tuple[str, int]


def latex(formula: str) -> str:
    r"""The formula for typesetting, without dollar signs.

    Division becomes a fraction, multiplication a space or a dot, and brackets stand where the
    order of operations needs them: "(1 - x)**2/2" becomes `\frac{\left(1 - x\right)^{2}}{2}`.

    Raises:
        FormulaError: as `formula_surface`.
    """
    return piece(parse(formula))[0]


def piece(node: ast.expr) -> Piece:
    """The node's LaTeX, and how tightly it holds together."""
    match node:
        case ast.Constant(value=float(number)):
            return decimal(number)
        case ast.Name(id=name):
            return NAMES.get(name, name), ATOM
        case ast.UnaryOp(op=op, operand=operand):
            sign = "-" if isinstance(op, ast.USub) else "+"
            return sign + bracketed(piece(operand), PRODUCT), SIGNED
        case ast.Call(func=ast.Name(id=name), args=args):
            return call(name, [piece(each)[0] for each in args])
        case ast.BinOp(left=left, op=op, right=right):
            return operation(op, piece(left), piece(right))
    raise AssertionError(node)  # `parse` lets nothing else through


def bracketed(each: Piece, least: int) -> str:
    """In brackets unless it holds together at least so tightly."""
    text, tightness = each
    return text if tightness >= least else rf"\left({text}\right)"


def decimal(number: float) -> Piece:
    """A number; powers of ten are written out, which makes it a product."""
    digits, _, power = f"{number:.12g}".partition("e")
    if not power:
        return digits, ATOM
    ten = f"10^{{{int(power)}}}"
    return (ten if digits == "1" else rf"{digits} \cdot {ten}"), PRODUCT


def call(name: str, arguments: list[str]) -> Piece:
    """The function's form with its marks replaced (an argument never contains a mark)."""
    text = FUNCTIONS[name].latex
    for number, argument in enumerate(arguments, 1):
        text = text.replace(f"#{number}", argument)
    return text, ATOM if name in {"sqrt", "abs", "expm1"} else CALL


def operation(op: ast.operator, left: Piece, right: Piece) -> Piece:
    """Two pieces and the operator between them."""
    match op:
        case ast.Add():
            return f"{left[0]} + {bracketed(right, PRODUCT)}", SUM
        case ast.Sub():
            return f"{left[0]} - {bracketed(right, PRODUCT)}", SUM
        case ast.Mult():
            return product(left, right)
        case ast.Div():
            return rf"\frac{{{left[0]}}}{{{right[0]}}}", PRODUCT
    return f"{bracketed(left, ATOM)}^{{{right[0]}}}", CALL


def product(left: Piece, right: Piece) -> Piece:
    """A leading sign stays in front: -2 x, not (-2) x."""
    first, second = bracketed(left, SIGNED), bracketed(right, PRODUCT)
    # Digits side by side would read as one number, a fraction behind a digit as a mixed one.
    dotted = second[0].isdigit() or (first[-1].isdigit() and second.startswith(r"\frac"))
    dot = r" \cdot " if dotted else " "
    return first + dot + second, SIGNED if left[1] == SIGNED else PRODUCT
