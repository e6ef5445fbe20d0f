"""Colours, dashes, markers and labels as people give them, by entrants' names."""

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from math import isfinite
from typing import Any

from optviz.style import MARKERS

# Strokes and gaps in line widths, as matplotlib's own line styles have them.
DASHES: dict[str, tuple[float, ...]] = {
    "solid": (),
    "dashed": (3.7, 1.6),
    "dotted": (1.0, 1.65),
    "dashdot": (6.4, 1.6, 1.0, 1.6),
}
SHORT = {"-": "solid", "--": "dashed", ":": "dotted", "-.": "dashdot"}
LONGEST = 80  # characters of a label


def by_entrant(option: str, given: Mapping[str, Any], names: Sequence[str]) -> dict[str, Any]:
    """What is given for entrants, by their own names, which may be written in small letters.

    Raises:
        ValueError: there is no such entrant, or one comes twice.
    """
    found: dict[str, Any] = {}
    for text, look in given.items():
        alike = [name for name in names if name == text] or [
            name for name in names if name.lower() == text.lower()
        ]
        if len(alike) != 1:
            raise ValueError(
                f"{option} {text!r}: there is no such optimizer here; there are {', '.join(names)}"
            )
        if alike[0] in found:
            raise ValueError(f"{option} of {alike[0]} is given twice: give it once")
        found[alike[0]] = look
    return found


def check_label(label: object) -> str:
    """A label as it is.

    Raises:
        ValueError: it cannot be written in a legend.
    """
    if not isinstance(label, str) or not label.strip() or len(label) > LONGEST:
        raise ValueError(f"label = {label!r} is not possible: give 1 to {LONGEST} characters")
    from optviz.pictures.fonts import families  # noqa: PLC0415, a second of matplotlib

    families(label)  # which refuses what no font has
    return label


def colour_of(colour: Any) -> str:
    """A colour as #rrggbb.

    Raises:
        ValueError: matplotlib knows no such colour, or it lets something through.
    """
    from matplotlib.colors import to_hex, to_rgba  # noqa: PLC0415, a second of matplotlib

    try:
        opacity = to_rgba(colour)[3]
    except (ValueError, TypeError):
        opacity = 0
    if opacity < 1:
        raise ValueError(
            f"colour = {colour!r} is no colour: give one as in #cc0000, tab:blue or crimson"
        )
    return str(to_hex(colour))


def dash_of(dash: Any) -> tuple[float, ...]:
    """Strokes and gaps in line widths, in turn; none for a solid line.

    Raises:
        ValueError: it is no dash.
    """
    if isinstance(dash, str) and SHORT.get(dash, dash) in DASHES:
        return DASHES[SHORT.get(dash, dash)]
    try:
        parts = dash.split(",") if isinstance(dash, str) else list(dash)
        numbers = tuple(float(part) for part in parts)
    except (ValueError, TypeError):
        numbers = (0.0,)
    if len(numbers) % 2 or not all(isfinite(each) and 0 < each <= 100 for each in numbers):
        words = ", ".join(DASHES)
        raise ValueError(
            f"dash = {dash!r} is not possible: give {words}, or strokes and gaps in turn, as in 6,2"
        )
    return numbers


def marker_of(marker: Any) -> str:
    """A marker as it is.

    Raises:
        ValueError: there is no such marker.
    """
    if marker not in MARKERS:
        raise ValueError(f"marker = {marker!r} is not possible: give {' or '.join(MARKERS)}")
    return str(marker)


def check_map(name: Any) -> None:
    """Raise ValueError unless matplotlib has a colour map of this name."""
    from matplotlib import colormaps  # noqa: PLC0415, a second of matplotlib

    if name not in colormaps:
        near = get_close_matches(str(name), list(colormaps), n=1)
        meant = f"; did you mean {near[0]}?" if near else ": give one as in viridis, or none"
        raise ValueError(f"colours = {name!r} is no colour map of matplotlib's{meant}")


def check_limits(name: str, limits: Any) -> None:
    """Raise ValueError unless these are two numbers, the lower one first, or None."""
    if limits is None:
        return
    given = tuple(limits) if isinstance(limits, tuple | list) else ()
    fine = all(isinstance(each, int | float) and isfinite(each) for each in given)
    if len(given) != 2 or not fine or not given[0] < given[1]:
        raise ValueError(f"{name} = {limits!r} is not possible: give the lowest and the highest")
