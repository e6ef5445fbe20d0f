"""Which words are functions, constants and parameters."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from difflib import get_close_matches
from itertools import zip_longest

from surfaces.formula.characters import GREEK_NAMES
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


def resolve(tokens: list[Token], heading: Heading, given: Collection[Name] = ()) -> list[Token]:
    """The same tokens, with each word made a "function", "constant" or "parameter".

    What was written without a gap is taken apart where each letter is a parameter: `3xy`. Names
    that the end of the formula gives a number to are parameters here, too.

    Raises:
        FormulaError: a word is none of the three, or can be several.
    """
    declared = names_of(heading)
    alone = {*"xyXY"} | {
        each.value.stem for each in tokens if is_letter(each) and not each.value.index
    }
    alone |= {each.stem for each in given if len(each.stem) == 1 and not each.index}
    alone -= {"e", "i", "j"}
    found: list[Token] = []
    for token, after in zip_longest(tokens, tokens[1:]):
        if token.kind == "word":
            found += of_word(token, after, declared, alone, given)
        else:
            found.append(token)
    check_capitals(found)
    return found


def is_letter(token: Token) -> bool:
    """Whether it is a word of one Latin letter."""
    return token.kind == "word" and len(token.value.stem) == 1


def of_word(
    token: Token,
    after: Token | None,
    declared: Sequence[Name],
    alone: set[str],
    given: Collection[Name],
) -> list[Token]:
    """What a word stands for."""
    name: Name = token.value
    called = after is not None and after.kind == "open" and after.text == "("
    if name in declared or name in given or is_element(name, declared):
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
