"""Products without a sign: what may stand side by side, and what can be read in two ways then."""

from collections.abc import Sequence

from surfaces.formula.characters import GREEK_NAMES
from surfaces.formula.errors import FormulaError, refusal
from surfaces.formula.refusals import TWO_WAYS
from surfaces.formula.tokens import Token


def check_neighbours(tokens: Sequence[Token], at: int) -> None:
    """Whether the tokens before and at a place may be factors of one product.

    Raises:
        FormulaError: the second is a number, or the two can be something else than a product.
    """
    before, token = tokens[at - 1], tokens[at]
    if token.kind in ("number", "fraction"):
        raise no_operator(before, token, "write * for a product or ^ for a power")
    if before.kind == "parameter" and token.kind == "open":
        check_index(before, token, tokens[at + 1 : at + 3])
    if before.kind == token.kind == "parameter" and (is_long(before) or is_long(token)):
        raise no_operator(before, token, "to multiply, write * between them")
    bar = token.kind == "bar" and not token.value and before.kind != "bar"
    if bar and bars_before(tokens[:at]):
        raise refusal("|", token.column, f"{TWO_WAYS}; write abs(...) for each pair of bars")


def no_operator(before: Token, token: Token, remedy: str) -> FormulaError:
    """The error for two tokens side by side that are no product."""
    sentence = f"an operator is missing between {before} and {token}; {remedy}"
    return FormulaError(sentence, token.column)


def check_index(name: Token, bracket: Token, inside: Sequence[Token]) -> None:
    """Refuse `x(2)`, which can be an index, and `x[y]`."""
    if bracket.text == "[":
        raise FormulaError(
            f"{bracket} begins no whole-number index; write * for a product", bracket.column
        )
    if [each.kind for each in inside] == ["number", "close"] and inside[0].text.isdigit():
        label, index = name.text, inside[0].text
        raise FormulaError(
            f"{label}({index}) at column {name.column} can be an index or a product; "
            f"write {label}_{index} or {label}*{index}",
            name.column,
        )


def is_long(token: Token) -> bool:
    """Whether a parameter's name is a word rather than a letter."""
    return len(token.value.stem) > 2 and token.value.stem not in GREEK_NAMES


def bars_before(tokens: Sequence[Token]) -> bool:
    """Whether a pair of bars closed among the factors before the end: |x|y|z|."""
    depth = 0
    after = tokens[-1]
    for token in reversed(tokens):
        depth += (token.kind == "close") - (token.kind == "open")
        if depth < 0 or (depth == 0 and token.kind == "sign" and token.text != "**"):
            return False
        if depth == 0 and token.kind == "bar":
            return after.kind != "power" and after.text not in ("^", "**")
        after = token
    return False


def unclear_quotient(above: Sequence[Token], below: Sequence[Token], token: Token) -> FormulaError:
    """The error for 1/2x, which can be 1/(2*x) or (1/2)*x."""
    a, b, c = short(above, "a"), short(below, "b"), factor(token)
    sentence = f"what is divided {TWO_WAYS} before {token}; write {a}/({b}*{c}) or ({a}/{b})*{c}"
    return FormulaError(sentence, token.column)


def unclear_exponent(base: Sequence[Token], up: Sequence[Token], token: Token) -> FormulaError:
    """The error for e^2x, which can be e^(2*x) or (e^2)*x."""
    a, b, c = short(base, "a"), short(up, "b"), factor(token)
    sentence = f"the exponent {TWO_WAYS} before {token}; write {a}^({b}*{c}) or ({a}^{b})*{c}"
    return FormulaError(sentence, token.column)


def short(tokens: Sequence[Token], letter: str) -> str:
    """The tokens as they were typed, or a letter for them where they are long."""
    text = "".join(each.text for each in tokens)
    return text if len(text) <= 6 else letter


def factor(token: Token) -> str:
    """How a factor begins."""
    if token.kind in ("parameter", "constant"):
        return token.text
    return f"{token.text}(...)" if token.kind == "function" else "(...)"
