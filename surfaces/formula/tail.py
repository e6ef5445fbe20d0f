"""What stands behind a formula: `; a = 2, b = -0.5`, the numbers of its letters."""

from dataclasses import dataclass

from surfaces.formula.errors import FormulaError, quoted, refusal
from surfaces.formula.tokens import Name, Token
from surfaces.formula.words import constant_named, function_named

MOST_LETTERS = 6
AXES = frozenset("xyXY")


@dataclass(frozen=True)
class Given:
    """A letter and its number.

    Attributes:
        token: the letter, a word.
        value: its number.
    """

    token: Token
    value: float


def take_tail(tokens: list[Token]) -> tuple[list[Token], dict[Name, Given]]:
    """The tokens in front of the first `;`, and what stands behind it.

    Raises:
        FormulaError: what stands behind it gives no numbers to letters.
    """
    at = next((k for k, each in enumerate(tokens) if is_sign(each, ";")), None)
    if at is None or not any(is_sign(each, "=") for each in tokens[at:]):
        return tokens, {}
    found: dict[Name, Given] = {}
    rest = tokens[at:]
    while rest:
        each, rest = take_one(rest)
        if each.token.value in found:
            raise refusal(each.token.text, each.token.column, "is given a number twice")
        found[each.token.value] = each
    return tokens[:at], found


def take_one(tokens: list[Token]) -> tuple[Given, list[Token]]:
    """One of `; a = 2` or `, a = -2`, and the tokens behind it."""
    comma, *rest = tokens
    if not is_sign(comma, ";", ","):
        because = "stands behind a letter's number; write a comma before the next one"
        raise refusal(comma.text, comma.column, because)
    word = rest[0] if rest else comma
    if word.kind != "word" or len(rest) < 2 or not is_sign(rest[1], "="):
        because = "is not followed by a letter and its number; write them as in ; a = 2, b = 0.5"
        raise refusal(comma.text, comma.column, because)
    check_letter(word)
    rest = rest[2:]
    sign = 1.0
    if rest and is_sign(rest[0], "-", "+"):
        sign = -1.0 if rest[0].text == "-" else 1.0
        rest = rest[1:]
    if not rest or rest[0].kind != "number":
        raise refusal(word.text, word.column, "needs a number behind its =, as in a = 0.5")
    return Given(word, sign * rest[0].value), rest[1:]


def check_letter(word: Token) -> None:
    """Refuse x, y, pi, e and functions: they mean something else already."""
    stem = word.value.stem
    if word.text in AXES:
        raise refusal(
            word.text, word.column, "is a parameter of the loss; name the letter otherwise"
        )
    if not word.value.index and (constant_named(stem) or function_named(stem)):
        raise refusal(word.text, word.column, "has a meaning of its own; name the letter otherwise")


def check_used(used: dict[Name, Token], given: dict[Name, Given]) -> None:
    """Refuse a number for what is not there, which would be without effect, and too many letters.

    Args:
        used: the letters of the formula.
        given: those that have a number.
    """
    for name, each in given.items():
        if name not in used:
            because = "is given a number, and does not stand in the formula"
            raise refusal(each.token.text, each.token.column, because)
    if len(used) > MOST_LETTERS:
        last = [*used.values()][MOST_LETTERS]
        raise FormulaError(
            f"{quoted(last.text)} at column {last.column} is one letter more than {MOST_LETTERS}; "
            "put a number for it",
            last.column,
        )


def is_sign(token: Token, *texts: str) -> bool:
    """Whether a token is one of these signs."""
    return token.kind == "sign" and token.text in texts
