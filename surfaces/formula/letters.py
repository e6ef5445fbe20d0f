"""The letters of a formula that stand for numbers, and the same formula with other numbers.

A letter beside the two parameters is 1 unless the end of the formula says otherwise, as in
`a*x^2 + y^2; a = 2`. So a text is all that a link, a file or a command has to carry.
"""

from collections.abc import Mapping
from dataclasses import replace

from surfaces.formula.errors import FormulaError
from surfaces.formula.lexer import split
from surfaces.formula.reading import read
from surfaces.formula.tail import is_sign
from surfaces.formula.text import canonical, tail
from surfaces.formula.tree import LARGEST_NUMBER


def letters_of(formula: str) -> dict[str, float]:
    """Each letter as it was typed, and its number.

    Raises:
        FormulaError: the formula cannot be read.
    """
    return {each.label: each.value for each in read(formula).letters}


def with_letters(formula: str, numbers: Mapping[str, float]) -> str:
    """The formula as it was typed, with other numbers for some of its letters behind it.

    Raises:
        FormulaError: the formula cannot be read, also with these numbers.
        ValueError: it has no such letter, or a number is none or too large.
    """
    letters = read(formula).letters
    for label, number in numbers.items():
        if label not in (each.label for each in letters):
            raise ValueError(f"the formula has no letter {label!r}")
        if not abs(number) <= LARGEST_NUMBER:
            raise ValueError(
                f"{label} = {number!r}: give a number up to {LARGEST_NUMBER:g} in size"
            )
    others = [replace(each, value=float(numbers.get(each.label, each.value))) for each in letters]
    for text in (body_of(formula), body_of(canonical(formula))):
        changed = text + tail(others)
        try:
            if read(changed).letters == tuple(others):
                return changed
        except FormulaError as error:
            problem = error
    raise problem


def body_of(formula: str) -> str:
    """The formula as it was typed, without the numbers of its letters: equal for all of them.

    Raises:
        FormulaError: it has a character that no formula has.
    """
    ends = [each.column - 1 for each in split(formula) if is_sign(each, ";")]
    return (formula[: ends[0]] if ends else formula).rstrip()
