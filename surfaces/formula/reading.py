"""A formula as it is read: its tree, the names of its two parameters, and its letters."""

from dataclasses import dataclass
from functools import lru_cache

from surfaces.formula.axes import Axes, axes_of, used_names
from surfaces.formula.cost import check_cost
from surfaces.formula.errors import FormulaError, refusal
from surfaces.formula.grammar import Grammar
from surfaces.formula.heading import AXES, Heading, take_heading
from surfaces.formula.lexer import split
from surfaces.formula.names import resolve
from surfaces.formula.tail import check_used, take_tail
from surfaces.formula.tokens import Name
from surfaces.formula.tree import Letter, Node

UNSAID = 1.0  # the number of a letter that is given none

DEFAULT = {Name("x"): (0, "x"), Name("y"): (1, "y")}  # the axes of a constant


@dataclass(frozen=True)
class Reading:
    """What a formula says.

    Attributes:
        tree: what is computed.
        axes: the names of the first and the second parameter, as they were typed.
        names: the same as what they stand for.
        letters: what stands for numbers, in the order in which it appears.
    """

    tree: Node
    axes: tuple[str, str]
    names: tuple[Name, Name]
    letters: tuple[Letter, ...] = ()


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
    tokens, given = take_tail(split(formula))
    heading, tokens = take_heading(tokens)
    tokens = resolve(tokens, heading, given)
    used = used_names(tokens)
    axes = axes_of(used, heading, given)
    check_assigned(heading, axes)
    axes = axes or DEFAULT
    rest = {name: token for name, token in used.items() if name not in axes}
    check_used(rest, given)
    letters = {
        name: Letter(token.text, given[name].value if name in given else UNSAID, name)
        for name, token in rest.items()
    }
    places = {name: axis for name, (axis, _) in axes.items()}
    tree = Grammar(tokens, places, "\\" in formula, letters).formula()
    check_cost(tree)
    (first, (_, here)), (second, (_, there)) = axes.items()
    return Reading(tree, (here, there), (first, second), tuple(letters.values()))


def check_assigned(heading: Heading, axes: Axes) -> None:
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
