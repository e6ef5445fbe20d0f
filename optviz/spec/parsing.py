"""Text into numbers, pairs and names: for addresses and arguments alike.

Every refusal is one sentence, which quotes what was given so that it can be shown anywhere.
"""

import difflib
import math
from collections.abc import Iterable

FEW = 8  # names that a sentence can list


def one_of(kind: str, text: str, names: Iterable[str]) -> str:
    """The name, if there is such a thing; else a ValueError with what was perhaps meant."""
    if text not in (names := list(names)):
        few = f"; there are {', '.join(names)}" if len(names) <= FEW else ""
        raise ValueError(f"there is no {kind} {shown(text)}{nearest(text, names) or few}")
    return text


def nearest(text: str, names: Iterable[str]) -> str:
    """What was perhaps meant, as the end of a sentence; "" if nothing is near."""
    text = text[:40].lower()
    close = difflib.get_close_matches(text, list(names), n=3)
    likeness = [difflib.SequenceMatcher(None, each, text).ratio() for each in close]
    # Those as near as the nearest, such as beta1 and beta2 for "beta"; for "adm" adam, not adamw.
    best = [each for each, like in zip(close, likeness, strict=True) if like == likeness[0]]
    return f"; did you mean {' or '.join(best)}?" if best else ""


def pair(text: str) -> tuple[float, float]:
    """Two finite numbers with a comma between them."""
    parts = text.split(",")
    if len(parts) != 2:
        raise ValueError(f"{shown(text)} is not a pair: give two numbers, as in 1,1.6")
    return number(parts[0]), number(parts[1])


def number(text: str) -> float:
    """A finite number in plain digits."""
    try:
        value = float(text) if text.isascii() and "_" not in text else math.nan
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise ValueError(f"{shown(text)} is no finite number")
    return value


def learning_rate(text: str) -> float:
    """A number that any rule can have as its learning rate."""
    value = number(text)
    if value < 0:
        raise ValueError(f"{shown(text)} is no learning rate: give 0 or more")
    return value


def integer(text: str) -> int:
    """A whole number in plain digits."""
    digits = text.removeprefix("-")
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 12):
        raise ValueError(f"{shown(text)} is no whole number of at most 12 digits")
    return int(text)


def flag(text: str) -> bool:
    """Yes or no."""
    if text not in {"0", "1"}:
        raise ValueError(f"{shown(text)} is neither 0 nor 1")
    return text == "1"


def shown(text: str) -> str:
    """A stranger's text, short and printable, between quotes."""
    printable = "".join(each if each.isprintable() else "?" for each in text[:40])
    return f"'{printable}{'...' if len(text) > 40 else ''}'"


def number_text(value: float) -> str:
    """The shortest text that reads back to the same bits."""
    return str(int(value)) if float(value).is_integer() and abs(value) < 1e15 else repr(value)
