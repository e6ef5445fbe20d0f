"""A formula as plain text with every sign and bracket that its reading needs."""

from collections.abc import Iterable

from surfaces.formula.errors import FormulaError
from surfaces.formula.reading import Reading, read
from surfaces.formula.tree import Apply, Constant, Letter, Node, Number, Parameter

# How tightly a piece holds together: it needs brackets where something tighter is asked for.
SUM, PRODUCT, SIGNED, POWER, ATOM = range(5)
SPACED = {"+": (" + ", SUM), "-": (" - ", SUM), "*": ("*", PRODUCT), "/": ("/", PRODUCT)}
Piece = tuple[str, int]


def canonical(formula: str) -> str:
    """The formula as it was read: "3xy^2" becomes "3*x*y**2". Reading it gives the same tree.

    A heading such as "f(w, b) = " stands in front where the formula alone would name its axes
    otherwise.

    Raises:
        FormulaError: it cannot be read.
    """
    reading = read(formula)
    text = written(reading)
    try:
        same = read(text) == reading
    except FormulaError:
        same = False
    if text == formula:
        return formula
    return text if same else f"f({', '.join(reading.axes)}) = {text}"


def written(reading: Reading) -> str:
    """The tree as text, under the names of its axes, and the numbers of its letters."""
    return piece(reading.tree, reading.axes)[0] + tail(reading.letters)


def tail(letters: Iterable[Letter]) -> str:
    """What gives letters their numbers: "; a = 2, b = -0.5", or nothing."""
    said = ", ".join(f"{each.label} = {signed(each.value)}" for each in letters)
    return f"; {said}" if said else ""


def signed(value: float) -> str:
    """A number that may be below 0."""
    return f"-{decimal(-value)}" if value < 0 else decimal(value)


def piece(node: Node, axes: tuple[str, str]) -> Piece:
    """The node's text, and how tightly it holds together."""
    match node:
        case Number(value=value):
            return decimal(value), ATOM
        case Constant(name=name):
            return name, ATOM
        case Letter(label=label):
            return label, ATOM
        case Parameter(axis=axis):
            return axes[axis], ATOM
        case Apply(name=name, args=args):
            return applied(name, [piece(each, axes) for each in args])


def decimal(value: float) -> str:
    """The shortest text of a number that reads back to the same bits."""
    return str(int(value)) if value.is_integer() and value < 1e15 else repr(value)


def applied(name: str, args: list[Piece]) -> Piece:
    """An operator between its operands, or a function in front of its arguments."""
    if name == "neg":
        return f"-{bracketed(args[0], SIGNED)}", SIGNED
    if name == "**":
        exponent = bracketed(args[1], SIGNED)
        return f"{bracketed(args[0], ATOM)}**{exponent}", POWER
    if name in SPACED:
        sign, level = SPACED[name]
        return f"{bracketed(args[0], level)}{sign}{right_of(args[1], level)}", level
    if name in ("<", "<=", ">", ">="):
        return f"{args[0][0]} {name} {args[1][0]}", SUM
    return f"{name}({', '.join(text for text, _ in args)})", ATOM


def right_of(each: Piece, level: int) -> str:
    """The right operand: in brackets unless it is tighter, and if it begins with a sign."""
    text, tightness = each
    return f"({text})" if tightness <= level or text.startswith("-") else text


def bracketed(each: Piece, least: int) -> str:
    """In brackets unless it holds together at least so tightly."""
    text, tightness = each
    return text if tightness >= least else f"({text})"
