"""Numbers as people read them, on pictures."""

import math

SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def short(value: float, digits: int = 3) -> str:
    """A short number: 0.05, 30, 10⁵, 2.1·10⁻⁷, with at most so many significant digits."""
    if not math.isfinite(value):
        return "–"  # noqa: RUF001
    if value == 0 or 1e-3 <= abs(value) < 1e4:
        return minus(f"{float(f'{value:.{digits}g}'):.10g}")
    mantissa, exponent = f"{value:.{digits - 1}e}".split("e")
    power = f"10{str(int(exponent)).translate(SUPERSCRIPTS)}"
    factor = minus(f"{float(mantissa):g}")
    return {"1": power, "−1": f"−{power}"}.get(factor, f"{factor}·{power}")  # noqa: RUF001


def minus(text: str) -> str:
    """The typographer's minus for the hyphen."""
    return text.replace("-", "−")  # noqa: RUF001
