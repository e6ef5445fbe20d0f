"""Which two names of a formula are its parameters, and which of them is the first axis."""

from collections.abc import Collection, Sequence

from surfaces.formula.characters import GREEK_NAMES, lowered
from surfaces.formula.errors import FormulaError, quoted, refusal
from surfaces.formula.heading import Heading, names_of
from surfaces.formula.names import USUAL, is_element
from surfaces.formula.tokens import Name, Token

PARTNERS = {"0": "1", "1": "2", "2": "1", "[0]": "[1]", "[1]": "[0]"}

Axes = dict[Name, tuple[int, str]]  # each parameter's axis, 0 or 1, and its label


def used_names(tokens: Sequence[Token]) -> dict[Name, Token]:
    """The names that are no functions and no constants, each with the place where it is first."""
    used: dict[Name, Token] = {}
    for token in tokens:
        if token.kind == "parameter":
            used.setdefault(token.value, token)
    return used


def axes_of(names: dict[Name, Token], heading: Heading, given: Collection[Name] = ()) -> Axes:
    """The parameters, those that the end of the formula gives numbers to not among them.

    The first axis is what the heading declares first; else x comes before y, w1 before w2, and
    other names in the order in which they appear. With x alone the second one is y.

    Raises:
        FormulaError: any two of three could be meant, or there is one without another that goes
            with it.
    """
    used = {name: token for name, token in names.items() if name not in given}
    if len(heading.declared) == 2:
        return of_declared(used, heading)
    for name, token in used.items() if heading.declared else ():
        if name not in names_of(heading) and not is_element(name, names_of(heading)):
            only = quoted(heading.declared[0].text)
            raise refusal(token.text, token.column, f"is not {only}, the only parameter in front")
    check_powers(used)
    named = {name: token.text for name, token in chosen(used).items()}
    if len(named) == 1:
        (name,) = named
        named |= partner(name, used[name])
    ordered = sorted(named.items(), key=lambda item: rank(item[0], [*named]))
    return {name: (axis, label) for axis, (name, label) in enumerate(ordered)}


def of_declared(used: dict[Name, Token], heading: Heading) -> Axes:
    """The axes of a heading with two parameters."""
    first, second = heading.declared
    if first.value == second.value:
        raise refusal(second.text, second.column, "is declared twice")
    for name, token in used.items():
        if name not in (first.value, second.value) and not is_letter(name):
            raise refusal(
                token.text,
                token.column,
                f"is neither {quoted(first.text)} nor {quoted(second.text)}, the parameters",
            )
    return {first.value: (0, first.text), second.value: (1, second.text)}


def chosen(used: dict[Name, Token]) -> dict[Name, Token]:
    """Which names are the parameters: all of at most two, else x and y, or x_1 and x_2.

    Raises:
        FormulaError: any two could be.
    """
    if len(used) <= 2:
        return used
    for pair in ("x", "y"), ("X", "Y"):
        found = {Name(each): used[Name(each)] for each in pair if Name(each) in used}
        if len(found) == 2:
            break
    else:
        found = {name: used[name] for name in used if name.index}
        if len(found) != 2 or len({name.stem for name in found}) != 1:
            raise unclear(used)
    for name, token in used.items():
        if name not in found and not is_letter(name):
            raise third(token, found)
    return found


def third(token: Token, found: dict[Name, Token]) -> FormulaError:
    """The error for a name that is neither a parameter nor a letter for a number."""
    first, second = (quoted(each.text) for each in found.values())
    return refusal(
        token.text,
        token.column,
        f"is a third name beside {first} and {second}; a loss here has two parameters, "
        f"so put a number for it, or write ; {token.text} = 1 at the end",
    )


def unclear(used: dict[Name, Token]) -> FormulaError:
    """The error for three names of which any two could be the parameters."""
    first, second, last = [*used.values()][:3]
    return refusal(
        last.text,
        last.column,
        f"is a third name beside {quoted(first.text)} and {quoted(second.text)}; a loss here has "
        f"two parameters, so write f({first.text}, {second.text}) = in front if these are the two",
    )


def is_letter(name: Name) -> bool:
    """Whether a name may stand for a number without being given one: a, b_1, λ, but not z."""
    return (len(name.stem) == 1 and name.stem not in USUAL) or name.stem in GREEK_NAMES


def partner(name: Name, token: Token) -> dict[Name, str]:
    """The other axis of a formula with one parameter.

    Raises:
        FormulaError: no other name goes with it.
    """
    if not name.index and name.stem in ("x", "y", "X", "Y"):
        other = {"x": "y", "y": "x", "X": "Y", "Y": "X"}[name.stem]
        return {Name(other): other}
    if (index := PARTNERS.get(name.index)) is not None:
        stem = token.text.removesuffix(name.index)
        if stem != token.text:
            return {Name(name.stem, index): stem + index}
        return {Name(name.stem, index): token.text[:-1] + lowered(index)}
    raise refusal(
        token.text,
        token.column,
        f"is the only parameter, and a loss here has two; write f({token.text}, b) = in front",
    )


def check_powers(used: dict[Name, Token]) -> None:
    """Refuse `x2 + y2`: a power that lost its place when it was copied looks like that.

    Raises:
        FormulaError: a name ends in 2 or 3, and the other one is no relative of it.
    """
    for name, token in used.items():
        lost = name.index in ("2", "3") and token.text == name.stem + name.index
        related = (each for each in used if each.stem == name.stem and each.index)
        if lost and len([*related]) < 2:
            raise refusal(
                token.text,
                token.column,
                f"can be a power or a name; write {name.stem}^{name.index} or "
                f"{name.stem}_{name.index}",
            )


def rank(name: Name, names: Sequence[Name]) -> tuple[int, str]:
    """What sorts two names into the order of the axes."""
    if all(each.stem in USUAL and not each.index for each in names):
        return 0, name.stem.lower()
    digits = [each.index.strip("[]") for each in names]
    if len({each.stem for each in names}) == 1 and all(each.isdigit() for each in digits):
        return int(name.index.strip("[]")), ""
    return names.index(name), ""
