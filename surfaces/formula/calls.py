"""Functions and what they are called with."""

from collections.abc import Sequence

from surfaces.formula.errors import FormulaError, refusal
from surfaces.formula.refusals import no_condition
from surfaces.formula.tokens import Token
from surfaces.formula.tree import COMPARISONS, Apply, Node, Number
from surfaces.formula.words import FUNCTIONS, POWERS

COUNTS = {1: "one argument", 2: "two arguments", 3: "three arguments"}


def call(function: Token, args: list[Node], tokens: Sequence[Token]) -> Node:
    """A function of its arguments.

    Args:
        function: its token, whose value is its name and, of a logarithm, its base or "".
        args: its arguments.
        tokens: those between its brackets.

    Raises:
        FormulaError: they are too few, too many or of another kind.
    """
    name, base = function.value
    column = function.column
    wrong = [each for each in args if is_condition(each)]
    if wrong and name != "where":
        at = next(each for each in tokens if each.column == wrong[0].column)
        raise no_condition(at)
    if name in POWERS:
        check_count(function, args, POWERS[name], POWERS[name])
        second = args[1] if len(args) > 1 else Number(2.0, column=column)
        return Apply("**", (args[0], second), column=column)
    if name == "log":
        return logarithm(function, base, args)
    check_count(function, args, FUNCTIONS[name].least, FUNCTIONS[name].most)
    if name == "where" and [is_condition(each) for each in args] != [True, False, False]:
        because = "needs a comparison first, as in where(x > 0, x, 0)"
        raise refusal(function.text, column, because)
    if name in ("min", "max") and len(args) > 2:
        check_decimal_comma(tokens)
    return Apply(name, tuple(args), column=column)


def is_condition(node: Node) -> bool:
    """Whether it is a comparison."""
    return isinstance(node, Apply) and node.name in COMPARISONS


def logarithm(function: Token, base: str, args: list[Node]) -> Node:
    """The natural logarithm, or that of a base: log_2(x), log(x, 2)."""
    column = function.column
    check_count(function, args, 1, 1 if base else 2)
    if base and not base.isdigit():
        because = "has a base that is no number; write log(x)/log(b)"
        raise refusal(function.text, column, because)
    given = Number(float(base), column=column) if base else [*args, None][1]
    if given is None:
        return Apply("log", (args[0],), column=column)
    if isinstance(given, Number) and given.value in (2, 10):
        return Apply(f"log{given.value:g}", (args[0],), column=column)
    above, below = (Apply("log", (each,), column=column) for each in (args[0], given))
    return Apply("/", (above, below), column=column)


def check_count(function: Token, args: list[Node], least: int, most: int) -> None:
    """Refuse too few arguments or too many."""
    if least <= len(args) <= most:
        return
    wanted = COUNTS[least]
    if most > 3:
        wanted += " or more"
    elif most > least:
        wanted = f"{wanted.split()[0]} or {COUNTS[most]}"
    raise FormulaError(
        f"`{function.text}` takes {wanted}, not {len(args)}, at column {function.column}",
        function.column,
    )


def check_decimal_comma(tokens: Sequence[Token]) -> None:
    """Refuse max(1,5,x), where 1,5 can be one number."""
    for before, comma, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        digits = before.kind == after.kind == "number"
        if comma.text == "," and digits and comma.glued and after.glued:
            raise FormulaError(
                f"{comma} can be a decimal comma; write a point, or a blank after it",
                comma.column,
            )
