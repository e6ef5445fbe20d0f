"""A formula as it is read: its tree and the names of its two parameters."""

from dataclasses import dataclass
from functools import lru_cache

from surfaces.formula.cost import check_cost
from surfaces.formula.errors import FormulaError, refusal
from surfaces.formula.grammar import Grammar
from surfaces.formula.heading import AXES, Heading, take_heading
from surfaces.formula.lexer import split
from surfaces.formula.names import axes_of, resolve
from surfaces.formula.tokens import Name
from surfaces.formula.tree import Node

DEFAULT = {Name("x"): (0, "x"), Name("y"): (1, "y")}  # the axes of a constant


@dataclass(frozen=True)
class Reading:
    """What a formula says.

    Attributes:
        tree: what is computed.
        axes: the names of the first and the second parameter, as they were typed.
        names: the same as what they stand for.
    """

    tree: Node
    axes: tuple[str, str]
    names: tuple[Name, Name]


def read(formula: str) -> Reading:
    """Read a formula, once.

    Raises:
        FormulaError: it is none, can be read in two ways, or passes a bound.
    """
    if not isinstance(formula, str):
        kind = type(formula).__name__
        raise FormulaError(f"a formula is text, not {kind}, so there is nothing at column 1", 1)
    return read_text(formula)


@lru_cache(maxsize=512)
def read_text(formula: str) -> Reading:
    """The same for what is text."""
    heading, tokens = take_heading(split(formula))
    tokens = resolve(tokens, heading)
    axes = axes_of(tokens, heading)
    check_assigned(heading, axes)
    axes = axes or DEFAULT
    places = {name: axis for name, (axis, _) in axes.items()}
    tree = Grammar(tokens, places, "\\" in formula).formula()
    check_cost(tree)
    (first, (_, here)), (second, (_, there)) = axes.items()
    return Reading(tree, (here, there), (first, second))


def check_assigned(heading: Heading, axes: dict[Name, tuple[int, str]]) -> None:
    """Refuse `x = 1` and `w = w + 1`: they give a parameter a value.

    Raises:
        FormulaError: the word in front of the sign is a parameter, or nothing behind it varies.
    """
    word = heading.assigned
    if word is None:
        return
    if word.text in AXES or word.value in axes or not axes:
        raise refusal(
            word.text, word.column, "gets a value, and a loss is an expression; write it alone"
        )
