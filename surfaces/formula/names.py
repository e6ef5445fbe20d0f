"""Which words are functions, constants and parameters, and which parameter is the first axis."""

from collections.abc import Sequence
from dataclasses import replace
from difflib import get_close_matches
from itertools import zip_longest

from surfaces.formula.characters import GREEK_NAMES, lowered
from surfaces.formula.errors import FormulaError, quoted, refusal
from surfaces.formula.heading import Heading, names_of
from surfaces.formula.tokens import Name, Token
from surfaces.formula.words import (
    ALIASES,
    FUNCTIONS,
    constant_named,
    function_named,
    remedy,
)

USUAL = "xyzXYZ"
CALLED = frozenset([*"fghFGHLJ", "sigma"])  # letters that people call functions by
SHORT = 3  # letters that are rather a product than a word
LONGEST = 24
NEAR = 0.75
PARTNERS = {"0": "1", "1": "2", "2": "1", "[0]": "[1]", "[1]": "[0]"}


def resolve(tokens: list[Token], heading: Heading) -> list[Token]:
    """The same tokens, with each word made a "function", "constant" or "parameter".

    What was written without a gap is taken apart where each letter is a parameter: `3xy`.

    Raises:
        FormulaError: a word is none of the three, or can be several.
    """
    declared = names_of(heading)
    alone = {*"xyXY"} | {
        each.value.stem for each in tokens if is_letter(each) and not each.value.index
    }
    alone -= {"e", "i", "j"}
    found: list[Token] = []
    for token, after in zip_longest(tokens, tokens[1:]):
        if token.kind == "word":
            found += of_word(token, after, declared, alone)
        else:
            found.append(token)
    check_capitals(found)
    return found


def is_letter(token: Token) -> bool:
    """Whether it is a word of one Latin letter."""
    return token.kind == "word" and len(token.value.stem) == 1


def of_word(
    token: Token, after: Token | None, declared: Sequence[Name], alone: set[str]
) -> list[Token]:
    """What a word stands for."""
    name: Name = token.value
    called = after is not None and after.kind == "open" and after.text == "("
    if name in declared or is_element(name, declared):
        return [replace(token, kind="parameter")]
    if (function := function_named(name.stem)) and (not name.index or function == "log"):
        return [replace(token, kind="function", value=(function, name.index))]
    if (constant := constant_named(name.stem)) and not name.index:
        return [replace(token, kind="constant", value=constant)]
    if name.stem == "e" and token.text == f"e{name.index}":
        raise refusal(token.text, token.column, f"can be a power or a name; write e^{name.index}")
    if (because := remedy(name.stem)) is not None and not is_greek_letter(token):
        raise refusal(token.text, token.column, because)
    if token.module or (called and is_like_function(name.stem)):
        raise unknown_function(token)
    if len(name.stem) == 1 or name.stem in GREEK_NAMES:
        return [replace(token, kind="parameter")]
    if not name.index and set(name.stem) <= alone:
        return letters(token)
    check_word(token, alone)
    return [replace(token, kind="parameter")]


def is_like_function(stem: str) -> bool:
    """Whether a bracket behind it makes it a function rather than a factor."""
    if len(stem) == 1 or stem in GREEK_NAMES:
        return stem in CALLED
    return True


def is_greek_letter(token: Token) -> bool:
    """Whether λ was typed as a letter or a command; as a word it is Python's."""
    return token.value.stem in GREEK_NAMES and not token.text.startswith("lambda")


def is_element(name: Name, declared: Sequence[Name]) -> bool:
    """Whether it is an element of the one vector that the heading declares."""
    return len(declared) == 1 and name.stem == declared[0].stem and bool(name.index)


def letters(token: Token) -> list[Token]:
    """`xy` as x and y, side by side."""
    return [
        replace(
            token,
            kind="parameter",
            text=letter,
            column=token.column + k,
            glued=token.glued or k > 0,
            value=Name(letter),
        )
        for k, letter in enumerate(token.value.stem)
    ]


def unknown_function(token: Token) -> FormulaError:
    """The error for what is called like a function and is none."""
    stem = token.value.stem
    if len(stem) == 1 or stem in GREEK_NAMES:
        because = (
            "stands before a bracket like a function, which is not known; to multiply, write *"
        )
        if stem == "sigma":
            because += ", and for the logistic function sigmoid(...)"
        return refusal(token.text, token.column, because)
    near = nearest(stem)
    meant = (
        f"did you mean {near}?" if near else "write what it does with functions such as sin, exp"
    )
    return FormulaError(
        f"unknown function {quoted(token.text)} at column {token.column}; {meant}", token.column
    )


def nearest(word: str) -> str:
    """The function that was perhaps meant, or ""."""
    known = [each for each in (*FUNCTIONS, *ALIASES) if len(each) > 2]
    close = get_close_matches(word.lower()[:LONGEST], known, 1, NEAR) if len(word) > 2 else []
    return close[0] if close else ""


def check_word(token: Token, alone: set[str]) -> None:
    """Whether a word of several letters can only be a parameter's name.

    Raises:
        FormulaError: it can be something else, too.
    """
    stem, at = token.value.stem, token.column
    if len(token.text) > LONGEST:
        raise refusal(token.text, at, f"is longer than {LONGEST} letters; give it a short name")
    if token.value.index and (function_named(stem) or constant_named(stem)):
        raise refusal(
            token.text, at, "joins a known name and a number; put an operator or brackets between"
        )
    if inside := known_inside(stem):
        raise refusal(token.text, at, f"runs into one word; {inside}")
    if near := nearest(stem):
        raise FormulaError(
            f"unknown name {quoted(token.text)} at column {at}; did you mean {near}(...)?", at
        )
    if len(stem) < SHORT or (len(stem) == SHORT and set(stem) & (alone | {*USUAL})):
        product = "*".join(stem)
        raise refusal(
            token.text, at, f"can be a name or a product; write {product} for the product"
        )


def known_inside(stem: str) -> str:
    """What to write for `sinx` or `xpi`; "" for a word that holds no function and no constant."""
    for known in sorted((*FUNCTIONS, *ALIASES, "pi"), key=len, reverse=True):
        first, last = stem.removeprefix(known), stem.removesuffix(known)
        if first != stem and is_rest(first):
            return f"write {known}({first})" if known != "pi" else f"write pi*{first}"
        if last != stem and is_rest(last):
            return f"write {last}*{known}"
    return ""


def is_rest(rest: str) -> bool:
    """Whether a word without its function is short, or a function itself."""
    return 0 < len(rest) < SHORT or function_named(rest) is not None


def check_capitals(tokens: Sequence[Token]) -> None:
    """Refuse a formula in which x and X both stand."""
    seen: dict[str, Token] = {}
    for token in tokens:
        if token.kind != "parameter" or token.value.stem.lower() not in ("x", "y"):
            continue
        key = f"{token.value.stem.lower()}{token.value.index}"
        first = seen.setdefault(key, token)
        if first.value != token.value:
            because = f"and {quoted(first.text)} at column {first.column} may be one name or two"
            raise refusal(token.text, token.column, f"{because}; write them alike")


def axes_of(tokens: Sequence[Token], heading: Heading) -> dict[Name, tuple[int, str]]:
    """Each parameter's axis, 0 or 1, and its label.

    The first axis is what the heading declares first; else x comes before y, w1 before w2, and
    other names in the order in which they appear. With x alone the second one is y.

    Raises:
        FormulaError: there are three, or one without another that goes with it.
    """
    used: dict[Name, Token] = {}
    for token in tokens:
        if token.kind == "parameter":
            used.setdefault(token.value, token)
    named = {name: token.text for name, token in used.items()}
    if len(heading.declared) == 2:
        return of_declared(used, heading)
    for name, token in used.items() if heading.declared else ():
        if name not in names_of(heading) and not is_element(name, names_of(heading)):
            only = quoted(heading.declared[0].text)
            raise refusal(token.text, token.column, f"is not {only}, the only parameter in front")
    check_powers(used)
    if len(named) > 2:
        third = [*used.values()][2]
        first, second = (quoted(each) for each in [*named.values()][:2])
        raise refusal(
            third.text,
            third.column,
            f"is a third name beside {first} and {second}; a loss here has two parameters, "
            "so put a number for it",
        )
    if len(named) == 1:
        ((name, token),) = used.items()
        named |= partner(name, token)
    ordered = sorted(named.items(), key=lambda item: rank(item[0], [*named]))
    return {name: (axis, label) for axis, (name, label) in enumerate(ordered)}


def of_declared(used: dict[Name, Token], heading: Heading) -> dict[Name, tuple[int, str]]:
    """The axes of a heading with two parameters."""
    first, second = heading.declared
    if first.value == second.value:
        raise refusal(second.text, second.column, "is declared twice")
    for name, token in used.items():
        if name not in (first.value, second.value):
            raise refusal(
                token.text,
                token.column,
                f"is neither {quoted(first.text)} nor {quoted(second.text)}, the parameters",
            )
    return {first.value: (0, first.text), second.value: (1, second.text)}


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
