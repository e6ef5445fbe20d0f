"""Numbers as people read them, in sentences and on pictures."""

import math
import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context

SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")

LARGE = 1e6  # from here on a power of ten is easier to read than the digits
MOST_DECIMALS = 3  # of a share in percent
FEW = 2  # significant digits of what is said as a power of ten


def short(value: float, digits: int = 3) -> str:
    """A short number: 0.05, 30, 10⁵, 2.1·10⁻⁷, with at most so many significant digits.

    The same words as web/core/numbers.js, which rounds halves away from zero.
    """
    if not math.isfinite(value):
        return "–"  # noqa: RUF001
    rounded = Context(digits, ROUND_HALF_UP).create_decimal_from_float(float(value))
    if value == 0 or 1e-3 <= abs(value) < 1e4:
        return minus(f"{float(rounded):.10g}")
    return minus(with_power(f"{rounded:.{digits - 1}e}"))


def with_power(text: str) -> str:
    """A number as Python has it, with its power of ten above the line: 2.1e-07 is 2.1·10⁻⁷."""
    mantissa, _, exponent = text.partition("e")
    if not exponent:
        return text
    power = f"10{str(int(exponent)).translate(SUPERSCRIPTS)}"
    factor = f"{float(mantissa):g}"
    return {"1": power, "-1": f"-{power}"}.get(factor, f"{factor}·{power}")


def percents(counts: Sequence[int]) -> list[str]:
    """Parts of a whole in percent: they add up to 100 as they are written.

    With as few decimals as tell each part that is there from none, three at most; what rounding
    leaves goes to the largest remainders. The same words as web/core/numbers.js.
    """
    total = sum(counts)
    if not total:
        return ["0 %" for _ in counts]
    for decimals in range(MOST_DECIMALS + 1):
        whole = 100 * 10**decimals
        units, rest = zip(*(divmod(whole * count, total) for count in counts), strict=True)
        found = list(units)
        by_rest = sorted(range(len(counts)), key=lambda k: -rest[k])
        for k in by_rest[: whole - sum(units)]:
            found[k] += 1
        if all(unit for unit, count in zip(found, counts, strict=True) if count):
            break
    least = f"< {10.0**-decimals:g} %"
    return [
        f"{unit / 10**decimals:.{decimals}f} %" if unit else least if count else "0 %"
        for unit, count in zip(found, counts, strict=True)
    ]


def tidy(words: str) -> str:
    """A sentence whose numbers are filled in, as one would say it: never, once, 1 step."""
    words = re.sub(r"\bat step never\b", "never", words)
    words = re.sub(r"(?<![\d.,·])1 times\b", "once", words)
    return re.sub(r"(?<![\d.,·])1 steps\b", "1 step", words)


def minus(text: str) -> str:
    """The typographer's minus for the hyphen."""
    return text.replace("-", "−")  # noqa: RUF001


def spoken(value: float, spec: str) -> str:
    """A number in a sentence: in Python's format where people would write it so.

    What the format would spell in many digits, as 0 or as 2e-07 is said as a power of ten: 7.3·10¹⁰
    and 4·10⁻⁴ with ".2f", 2·10⁻⁷ with ".0e". A share that is not 1 is not said to be 100%.

    Args:
        value: the number; infinite for a step that never comes.
        spec: as `format` takes it, such as ".2f" or ".0%".
    """
    if not math.isfinite(value):
        return "never" if value > 0 else "no number"
    percent = spec.endswith("%")
    size = 100 * abs(value) if percent else abs(value)
    if spec.endswith("e"):
        return short(value, int(spec.strip(".,e") or 6) + 1)
    if spec.endswith("g"):
        return short(value, int(spec.strip(".,g") or 6))
    value = float(value)
    text = format(value, spec)
    if size >= LARGE or (value and not float(text.rstrip("%").replace(",", ""))):
        digits = FEW if size >= LARGE else 1
        text = short(100 * value if percent else value, digits) + "%" * percent
    elif percent and value != 1 and text == format(1.0, spec):
        text = f"{'over' if value > 1 else 'under'} {text}"
    elif size >= 1e4:
        text = format(value, "," + spec.lstrip(","))
    return minus(text)
