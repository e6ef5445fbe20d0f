"""A formula as LaTeX."""

from surfaces.formula.characters import GREEK_NAMES
from surfaces.formula.reading import read
from surfaces.formula.tokens import Name
from surfaces.formula.tree import COMPARISONS, Apply, Constant, Letter, Node, Number, Parameter
from surfaces.formula.words import FUNCTIONS

# How tightly a piece holds together: it needs brackets where something tighter is asked for.
SUM, SIGNED, PRODUCT, CALL, ATOM = range(5)
CLOSED = frozenset({"sqrt", "cbrt", "abs", "expm1"})  # their forms need no brackets under a power
# sin^2(x) is a power of the value for these, and for whole numbers.
POWERED = frozenset({"sin", "cos", "tan", "cot", "sec", "csc", "sinh", "cosh", "tanh"})
COMPARED = {"<=": r"\le", ">=": r"\ge"}
Piece = tuple[str, int]


def latex(formula: str) -> str:
    r"""The formula for typesetting, without dollar signs.

    Division becomes a fraction, multiplication a space or a dot, and brackets stand where the
    order of operations needs them: "(1 - x)**2/2" becomes `\frac{\left(1 - x\right)^{2}}{2}`.

    Raises:
        FormulaError: as `formula_surface`.
    """
    reading = read(formula)
    return piece(reading.tree, tuple(map(symbol, reading.names)))[0]


def latex_equation(formula: str) -> str:
    r"""The same with its parameters in front: `L(w, b) = \left(w - 1\right)^{2} + b^{2}`.

    Raises:
        FormulaError: as `formula_surface`.
    """
    first, second = map(symbol, read(formula).names)
    return f"L({first}, {second}) = {latex(formula)}"


def symbol(name: Name) -> str:
    r"""A parameter's name: `x_{1}` for x1 and x[1], `\mathrm{weight}` for weight."""
    index = name.index.strip("[]").replace("_", ",")
    return letter(name.stem) + (f"_{{{index}}}" if index else "")


def letter(stem: str) -> str:
    """A letter, a Greek letter or a word."""
    if stem in GREEK_NAMES:
        return f"\\{stem}"
    return stem if len(stem) == 1 else rf"\mathrm{{{stem}}}"


def piece(node: Node, axes: tuple[str, ...]) -> Piece:
    """The node's LaTeX, and how tightly it holds together."""
    match node:
        case Number(value=number):
            return decimal(number)
        case Constant() | Letter() | Parameter():
            return word(node, axes), ATOM
        case Apply(name="neg", args=(operand,)):
            return "-" + bracketed(piece(operand, axes), PRODUCT), SIGNED
        case Apply(name="**", args=(Apply(name=name, args=args), Number(value=power))) if (
            name in POWERED and power.is_integer()
        ):
            text = call(name, [piece(each, axes)[0] for each in args])
            return text.replace(r"\left", rf"^{{{power:.0f}}}\left", 1), CALL
        case Apply(name=name, args=args):
            return applied(name, [piece(each, axes) for each in args])


def word(node: Constant | Letter | Parameter, axes: tuple[str, ...]) -> str:
    """A constant, a letter or a parameter."""
    if isinstance(node, Parameter):
        return axes[node.axis]
    if isinstance(node, Letter):
        return symbol(node.name)
    return r"\pi" if node.name == "pi" else node.name


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


def applied(name: str, args: list[Piece]) -> Piece:
    """An operator between its operands, or a function's form around its arguments."""
    if name in FUNCTIONS:
        return call(name, [text for text, _ in args]), ATOM if name in CLOSED else CALL
    left, right = args
    if name in COMPARISONS:
        return f"{left[0]} {COMPARED.get(name, name)} {right[0]}", SUM
    if name in "+-":
        return f"{left[0]} {name} {bracketed(right, PRODUCT)}", SUM
    if name == "*":
        return product(left, right)
    if name == "/":
        return rf"\frac{{{left[0]}}}{{{right[0]}}}", PRODUCT
    return f"{bracketed(left, ATOM)}^{{{right[0]}}}", CALL


def call(name: str, arguments: list[str]) -> str:
    """The function's form with its marks replaced (an argument never contains a mark)."""
    text = FUNCTIONS[name].latex.replace("#*", ", ".join(arguments))
    for number, argument in enumerate(arguments, 1):
        text = text.replace(f"#{number}", argument)
    return text


def product(left: Piece, right: Piece) -> Piece:
    """A leading sign stays in front: -2 x, not (-2) x."""
    first, second = bracketed(left, SIGNED), bracketed(right, PRODUCT)
    # Digits side by side would read as one number, a fraction behind a digit as a mixed one, and
    # words as one word.
    dotted = second[0].isdigit() or (first[-1].isdigit() and second.startswith(r"\frac"))
    dotted = dotted or (r"\mathrm" in first and second.startswith(r"\mathrm"))
    dot = r" \cdot " if dotted else " "
    return first + dot + second, SIGNED if left[1] == SIGNED else PRODUCT
