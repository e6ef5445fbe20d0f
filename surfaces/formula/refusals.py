"""What the grammar says of tokens that do not belong where they stand."""

from surfaces.formula.errors import FormulaError, refusal
from surfaces.formula.tokens import Token
from surfaces.formula.tree import COMPARISONS

TWO_WAYS = "can be read in two ways"


def missing(before: Token | None, token: Token | None, brackets: list[Token]) -> FormulaError:
    """The error for a value that is not there.

    Args:
        before: the token in front of the gap, None at the beginning.
        token: the one behind it, None at the end.
        brackets: those that are open.
    """
    if token is None:
        return FormulaError(
            f"a value is missing after {before}", before.column if before is not None else 1
        )
    if is_comparison(token) or (token.kind == "close" and not brackets):
        return unexpected(token, brackets)
    where = f"between {before} and {token}" if before is not None else f"before {token}"
    return FormulaError(f"a value is missing {where}", token.column)


def unexpected(token: Token, brackets: list[Token]) -> FormulaError:
    """The error for a token that cannot follow a value."""
    if is_comparison(token):
        return no_condition(token)
    if token.text == ",":
        return FormulaError(
            f"{token} does not separate the arguments of a function; "
            "decimals are written with a point",
            token.column,
        )
    if token.kind in ("close", "bar"):
        if not brackets:
            return FormulaError(f"the bracket {token} was never opened", token.column)
        return FormulaError(
            f"the bracket {brackets[-1]} is closed by another kind, {token}", token.column
        )
    return refusal(token.text, token.column, "stands between formulas; write one alone")


def is_comparison(token: Token) -> bool:
    """Whether it is < or one of its relatives."""
    return token.kind == "sign" and token.text in COMPARISONS


def no_condition(token: Token) -> FormulaError:
    """The error for a comparison where none may stand."""
    because = "compares, and a loss has a value everywhere; it stands only in where(x > 0, x, 0)"
    return refusal(token.text, token.column, because)


def open_end(token: Token) -> FormulaError:
    """The error for a function or root whose argument could go on."""
    if token.kind == "root":
        return FormulaError(f"what stands under {token} {TWO_WAYS}; write sqrt(...)", token.column)
    return FormulaError(
        f"where the argument of {token} ends {TWO_WAYS}; put it in brackets, {token.text}(...)",
        token.column,
    )


def never_closed(bracket: Token) -> FormulaError:
    """The error for a bracket without its partner."""
    return FormulaError(f"the bracket {bracket} is never closed", bracket.column)


def no_argument(function: Token) -> FormulaError:
    """The error for a function without its bracket."""
    return FormulaError(
        f"the function {function} needs its argument in brackets: {function.text}(...)",
        function.column,
    )


def unclear_power(function: Token) -> FormulaError:
    """The error for sin^-1(x)."""
    name = function.text
    return FormulaError(
        f"the power of the function {function} {TWO_WAYS}; write 1/{name}(x), ({name}(x))^n, or "
        "the inverse function by its name",
        function.column,
    )
