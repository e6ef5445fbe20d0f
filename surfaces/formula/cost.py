"""What a formula costs: its operations, weighted by the time that they take.

A race calls the gradient at a few points, where each operation costs about the same; a map and
a search for minima call it at thousands, where powers and functions cost several times as much as
a sum. The weights lie in between, as measured with numpy 2 and autograd 1.8.
"""

from collections.abc import Iterator

from surfaces.formula.errors import FormulaError
from surfaces.formula.tree import Apply, Node, Number
from surfaces.formula.words import FUNCTIONS

OPERATION, FUNCTION, POWER = 1, 4, 8
SLOW = frozenset({"where", "sigmoid", "softplus", "cot", "sec", "csc"})  # of several operations
# x**64, 66 times, costs 428: a race of 200 steps takes half a second.
MOST = 500


def cost(tree: Node) -> float:
    """What a tree costs, in operations."""
    return sum(weight(node) for node in nodes(tree))


def check_cost(tree: Node) -> None:
    """Refuse a formula that takes too long.

    Raises:
        FormulaError: it costs more than `MOST`.
    """
    total = 0.0
    for node in nodes(tree):
        total += weight(node)
        if total > MOST:
            column = last_column(node)
            raise FormulaError(
                f"the formula costs {cost(tree):.0f}, and the limit, {MOST}, is passed at column "
                f"{column}: a sum or product costs {OPERATION}, a function {FUNCTION}, a power up "
                f"to {POWER}; leave something out",
                column,
            )


def nodes(tree: Node) -> Iterator[Node]:
    """All parts of a tree, from left to right, each after those that are in it."""
    for each in tree.args if isinstance(tree, Apply) else ():
        yield from nodes(each)
    yield tree


def weight(node: Node) -> float:
    """What a node costs, without what is in it."""
    match node:
        case Apply(name="**", args=(_, Number(value=number))) if number.is_integer() and number > 1:
            return 2 + int(number).bit_length() / 2  # products, by repeated squaring
        case Apply(name="**"):
            return POWER
        case Apply(name=name, args=args) if name in FUNCTIONS:
            return FUNCTION * (2 if name in SLOW else max(1, len(args) - 1))
        case Apply():
            return OPERATION
    return 0


def last_column(node: Node) -> int:
    """Where the last part of a node begins."""
    return last_column(node.args[-1]) if isinstance(node, Apply) else node.column
