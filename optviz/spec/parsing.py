"""Text into numbers, pairs and names: for fields, addresses and arguments alike.

A number is read as it is written or refused, never otherwise: 0.05, 1e-3, 1/200, 2^-7, 10⁻³, ½,
pi/4, a decimal comma. Every refusal is one sentence, which quotes what was given so that it can be
shown anywhere.
"""

import difflib
import re
import unicodedata
from collections.abc import Container, Iterable
from fractions import Fraction
from math import pi, prod

from optviz.studies.cloud import COLUMNS, SHAPES, Cloud

FEW = 8  # names that a sentence can list
NEAR = 0.7  # how alike, as difflib has it, names are that may be meant
PART = 4  # characters of a name that stand for it: saddle for saddle_point

LONGEST_NUMBER = 60  # characters
MOST_DIGITS = 12  # of a whole number
LARGEST_EXPONENT = 1_100  # beyond it is no number that float64 has
HOW_NUMBERS = "write it as in 0.05, 1e-3, 1/200 or 2^-7"

# What keyboards, phones and word processors make of the signs.
SIGNS = str.maketrans(
    dict.fromkeys("\u2212\u2010\u2011\u2013\ufe63\uff0d", "-")
    | dict.fromkeys("\u2044\u2215\u00f7", "/")
    | dict.fromkeys("\u00b7\u22c5\u00d7\u2217", "*")
    | {chr(0xFF10 + digit): str(digit) for digit in range(10)}
    | {"\u03c0": "pi", "\uff0e": ".", "\uff0c": ","}
)
RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")

DIGITS = r"[0-9]+(?:_[0-9]+)*"
DECIMAL = rf"(?:{DIGITS}(?:\.(?:{DIGITS})?|,{DIGITS})?|[.,]{DIGITS})(?:[eE][+-]?[0-9]+)?"
POWER = rf"\s*(?:\^|\*\*)\s*(?:[+-]?{DECIMAL}|\([+-]?{DECIMAL}\))"
FACTOR = rf"(?:{DECIMAL}|pi)(?:{POWER})?"
NUMBER = re.compile(rf"[+-]?\s*{FACTOR}(?:\s*\*\s*{FACTOR}|\s*pi)*(?:\s*/\s*{FACTOR})?")
FACTORS = re.compile(FACTOR)
POWERS = re.compile(r"[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
SINGLE = re.compile(r"[+-]?\s*([0-9]*)\s*([\u00bc-\u00be\u2150-\u215e])")  # ½, 1½
TWO_WAYS = re.compile(r"(?<![0-9.,_])-?[1-9][0-9]{0,2},[0-9]{3}(?![0-9.,])")
THOUSANDS = re.compile(r"[-+]?[1-9][0-9]{0,2}(?:\.000)+")
GROUPED = re.compile(r"[0-9][., '\u2019\u00a0\u202f][0-9]{3}(?![0-9])")


def one_of(kind: str, text: str, names: Iterable[str]) -> str:
    """The name, in capitals or not; else a ValueError with what was perhaps meant."""
    if isinstance(names, Container) and text in names:
        return text
    names = list(names)
    alike = [each for each in names if each.lower() == text.lower()]
    if text not in names and len(alike) == 1:
        return alike[0]
    check_one_of(kind, text, names)
    return text


def check_one_of(kind: str, name: object, names: Iterable[str]) -> None:
    """Raise ValueError, with what was perhaps meant, unless there is exactly this name."""
    if isinstance(names, Container) and name in names:
        return
    names = list(names)
    if not isinstance(name, str):
        raise ValueError(f"{shown(repr(name))} is no {kind}: give the name of one")
    if name not in names:
        few = f"; there are {', '.join(names)}" if len(names) <= FEW else ""
        raise ValueError(f"there is no {kind} {shown(name)}{nearest(name, names) or few}")


def nearest(text: str, names: Iterable[str]) -> str:
    """What was perhaps meant, as the end of a sentence; "" if nothing is near."""
    text, names = text[:40].lower(), list(names)
    close = difflib.get_close_matches(text, names, n=3, cutoff=NEAR)
    likeness = [difflib.SequenceMatcher(None, each, text).ratio() for each in close]
    # Those as near as the nearest, such as beta1 and beta2 for "beta"; for "adm" adam, not adamw.
    best = [each for each, like in zip(close, likeness, strict=True) if like == likeness[0]]
    if not best and len(text) >= PART:
        best = [each for each in names if text in each.lower()][:3]
    return f"; did you mean {' or '.join(best)}?" if best else ""


def pair(text: str) -> tuple[float, float]:
    """Two finite numbers with a comma between them, or a semicolon: "0.5,1.6", "0,5;1,6"."""
    inside = text.strip()
    if inside[:1] + inside[-1:] in {"()", "[]"}:
        inside = inside[1:-1]
    parts = inside.split(";" if ";" in inside else ",")
    if len(parts) != 2:
        commas = ", or 0,5;1,6 with decimal commas" if len(parts) in {3, 4} else ""
        raise ValueError(f"{shown(text)} is not a pair: give two numbers, as in 0.5,1.6{commas}")
    return number(parts[0]), number(parts[1])


def number(text: str) -> float:
    """A finite number, as near as float64 has one to what is written."""
    value = exact(text, "finite number", HOW_NUMBERS)
    try:
        found = float(value)
    except OverflowError:
        raise ValueError(f"{shown(text)} is no finite number: it is too large") from None
    if value and not found:
        raise ValueError(f"{shown(text)} is nearer to 0 than any float: write 0 or a larger number")
    return found


def cloud_of(text: str) -> Cloud:
    """A cloud's shape and how many trials it has: "disc:200"."""
    shape, colon, count = text.partition(":")
    shape = one_of("shape", shape, SHAPES)
    trials = integer(count) if colon else 0
    if trials not in COLUMNS:
        raise ValueError(f"a cloud has 50, 200 or 1000 trials, as in {shape}:200")
    return Cloud(shape, trials)


def integer(text: str) -> int:
    """A whole number, however it is written: 200, 1e3, 2^10."""
    if THOUSANDS.fullmatch(text.strip()):
        whole, _, _ = text.strip().partition(".")
        grouped = text.strip().replace(".", "")
        raise ValueError(f"{shown(text)} can be read in two ways: write {grouped} or {whole}")
    value = exact(text, "whole number", "write it in digits, as in 200")
    if value.denominator != 1:
        raise ValueError(f"{shown(text)} is no whole number")
    if abs(value) >= 10**MOST_DIGITS:
        raise ValueError(f"{shown(text)} is no whole number of at most {MOST_DIGITS} digits")
    return int(value)


def exact(text: str, kind: str, how: str) -> Fraction:
    """What a number says, before it is rounded to a float.

    Args:
        text: as it was written.
        kind: of number, for the sentence that refuses it.
        how: to write it, for that sentence.

    Raises:
        ValueError: it is no number, or could be two.
    """
    if not text.strip():
        raise ValueError("the number is missing")
    if len(text) > LONGEST_NUMBER:
        raise ValueError(f"{shown(text)} is no {kind}: it has over {LONGEST_NUMBER} characters")
    plain = POWERS.sub(lambda found: f"^{found[0].translate(RAISED)}", text.strip())
    plain = plain.translate(SIGNS)
    if two := TWO_WAYS.search(plain):
        whole, decimals = two[0].replace(",", ""), two[0].replace(",", ".")
        raise ValueError(f"{shown(text)} can be read in two ways: write {whole} or {decimals}")
    sign, unsigned = (-1, plain[1:]) if plain.startswith("-") else (1, plain)
    try:
        if single := SINGLE.fullmatch(plain):
            return sign * (int(single[1] or 0) + fraction_in(single[2]))
        if NUMBER.fullmatch(plain):
            above, slash, below = unsigned.partition("/")
            return sign * product_in(above) / (product_in(below) if slash else 1)
    except ArithmeticError:  # 1/0, 0^-1, 9^9999
        raise ValueError(f"{shown(text)} is no {kind}: no float has its value") from None
    if GROUPED.search(plain):
        how = "leave out what separates the thousands, as in 1000"
    raise ValueError(f"{shown(text)} is no {kind}: {how}")


def fraction_in(character: str) -> Fraction:
    """One of the characters that are fractions, such as ½."""
    return Fraction(unicodedata.normalize("NFKC", character).replace("\u2044", "/"))


def product_in(text: str) -> Fraction:
    """Factors such as 3, 10^-3 and pi, multiplied."""
    return prod(map(power, FACTORS.findall(text)), start=Fraction(1))


def power(factor: str) -> Fraction:
    """A number, or a number to a power."""
    base, raised, exponent = factor.replace("**", "^").partition("^")
    value = Fraction(pi) if base.strip() == "pi" else decimal(base)
    if not raised:
        return value
    times = decimal(exponent.strip().strip("()"))
    if abs(times) > LARGEST_EXPONENT:
        raise OverflowError
    if times.denominator == 1:
        return value ** int(times)
    return Fraction(float(value) ** float(times))


def decimal(text: str) -> Fraction:
    """Plain digits, with a point or a comma and a power of ten."""
    _, _, tens = text.lower().partition("e")
    if tens and abs(int(tens)) > LARGEST_EXPONENT:
        raise OverflowError
    return Fraction(text.strip().replace(",", "."))


def flag(text: str) -> bool:
    """Yes or no."""
    if text not in {"0", "1"}:
        raise ValueError(f"{shown(text)} is neither 0 nor 1")
    return text == "1"


def shown(text: str) -> str:
    """A stranger's text, short and printable, between quotes."""
    return f"'{printable(text)}'"


def printable(text: str) -> str:
    """A stranger's text, short and without characters that no font shows."""
    begin = "".join(each if each.isprintable() else "?" for each in text[:40])
    return begin + ("..." if len(text) > 40 else "")


def number_text(value: float) -> str:
    """The shortest text that reads back to the same bits."""
    return str(int(value)) if float(value).is_integer() and abs(value) < 1e15 else repr(value)
