"""What stands in front of a formula: `f(x, y) =`, `z =`, `lambda x, y:`, `(x, y) ->`."""

from dataclasses import dataclass

from surfaces.formula.errors import FormulaError, refusal
from surfaces.formula.tokens import Name, Token

ASSIGN = frozenset({"=", ":=", "->", ":"})
AXES = frozenset("xyXY")


@dataclass(frozen=True)
class Heading:
    """What a formula says of itself before it begins.

    Attributes:
        declared: the parameters in their order, as words; none where nothing is said.
        assigned: the word in front of `=`, or None.
    """

    declared: tuple[Token, ...] = ()
    assigned: Token | None = None


def take_heading(tokens: list[Token]) -> tuple[Heading, list[Token]]:
    """The heading, and the tokens of the formula behind it.

    Raises:
        FormulaError: what stands in front is no heading, or declares more than two parameters.
    """
    at = next((k for k, each in enumerate(tokens) if is_assignment(each)), None)
    if at is None:
        return Heading(), tokens
    sign, before, rest = tokens[at], tokens[:at], tokens[at + 1 :]
    heading = lambda_heading(before) if sign.text == ":" else heading_of(before, sign)
    if heading is None:
        raise no_heading(sign)
    if not rest:
        raise FormulaError(f"a formula is missing after {sign}", sign.column)
    return heading, rest


def is_assignment(token: Token) -> bool:
    """Whether a heading ends here."""
    return token.kind == "sign" and token.text in ASSIGN


def no_heading(sign: Token) -> FormulaError:
    """The error for a sign behind something else than a heading."""
    if sign.text == ":":
        because = "is not part of a formula; write the loss alone, and / to divide"
        return refusal(sign.text, sign.column, because)
    return refusal(
        sign.text,
        sign.column,
        "makes an equation, and a loss is an expression; write only one side of it",
    )


def lambda_heading(before: list[Token]) -> Heading | None:
    """`lambda x, y`."""
    if not before or before[0].text != "lambda" or before[0].kind != "word":
        return None
    declared = listed(before[1:])
    return None if declared is None else Heading(declared)


def heading_of(before: list[Token], sign: Token) -> Heading | None:
    """`f(x, y)`, `z` or `(x, y)`."""
    if len(before) == 1 and before[0].kind == "word" and sign.text != "->":
        return Heading(assigned=before[0])
    if before and before[0].kind == "word":
        if before[0].text in AXES:
            return None
        before = before[1:]
    if len(before) > 2 and (before[0].text, before[-1].text) == ("(", ")"):
        before = before[1:-1]
    elif sign.text != "->":
        return None
    declared = listed(before)
    return None if declared is None else Heading(declared)


def listed(tokens: list[Token]) -> tuple[Token, ...] | None:
    """Words with commas between them, or None where it is something else.

    Raises:
        FormulaError: there are more than two.
    """
    words, commas = tokens[::2], tokens[1::2]
    if not words or any(each.kind != "word" for each in words) or len(commas) != len(words) - 1:
        return None
    if any(each.text != "," for each in commas):
        return None
    if len(words) > 2:
        third = words[2]
        raise refusal(third.text, third.column, "is a third parameter; a loss here has two")
    return tuple(words)


def names_of(heading: Heading) -> tuple[Name, ...]:
    """The declared parameters as names."""
    return tuple(each.value for each in heading.declared)
