"""Numbers as people read them, on pictures."""

import math
from decimal import ROUND_HALF_UP, Context

SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def short(value: float, digits: int = 3) -> str:
    """A short number: 0.05, 30, 10⁵, 2.1·10⁻⁷, with at most so many significant digits.

    The same words as web/core/numbers.js, which rounds halves away from zero.
    """
    if not math.isfinite(value):
        return "–"  # noqa: RUF001
    rounded = Context(digits, ROUND_HALF_UP).create_decimal_from_float(float(value))
    if value == 0 or 1e-3 <= abs(value) < 1e4:
        return minus(f"{float(rounded):.10g}")
    mantissa, exponent = f"{rounded:.{digits - 1}e}".split("e")
    power = f"10{str(int(exponent)).translate(SUPERSCRIPTS)}"
    factor = minus(f"{float(mantissa):g}")
    return {"1": power, "−1": f"−{power}"}.get(factor, f"{factor}·{power}")  # noqa: RUF001


def minus(text: str) -> str:
    """The typographer's minus for the hyphen."""
    return text.replace("-", "−")  # noqa: RUF001
