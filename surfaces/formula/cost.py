"""What a formula costs: its operations, weighted by the time that they take.

A race calls the gradient at a few points, where each operation costs about the same; a map and
a search for minima call it at thousands, where powers and functions cost several times as much as
a sum. The weights lie in between, as measured with numpy 2 and autograd 1.8.
"""

import ast

OPERATION, FUNCTION, POWER = 1, 4, 8
# x**64, 66 times, costs 428: a race of 200 steps takes half a second.
MOST = 500


def weight(node: ast.expr) -> float:
    """What a node of a checked tree costs, without what is in it."""
    match node:
        case ast.BinOp(op=ast.Pow(), right=ast.Constant(value=float(number))) if is_whole(number):
            return 2 + int(number).bit_length() / 2  # products, by repeated squaring
        case ast.BinOp(op=ast.Pow()):
            return POWER
        case ast.Call():
            return FUNCTION
        case ast.BinOp() | ast.UnaryOp():
            return OPERATION
    return 0


def is_whole(exponent: float) -> bool:
    """Whether a power with it is computed as products."""
    return exponent.is_integer() and exponent > 1


def cost(tree: ast.expr) -> float:
    """What a checked tree costs, in operations."""
    return sum(weight(node) for node in ast.walk(tree) if isinstance(node, ast.expr))


def first_too_many(tree: ast.expr) -> ast.expr | None:
    """The node, from left to right, with which a tree costs more than `MOST`; or None."""
    nodes = [node for node in ast.walk(tree) if isinstance(node, ast.expr) and weight(node)]
    total = 0.0
    for node in sorted(nodes, key=lambda each: each.end_col_offset or 0):
        total += weight(node)
        if total > MOST:
            return node
    return None
