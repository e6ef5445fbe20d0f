"""How numbers are spaced along an axis: hyper-parameters, losses, steps."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.ticker import FixedLocator, MaxNLocator
from numpy.typing import ArrayLike, NDArray

from optviz.words import Words

Array = NDArray[np.float64]

DIGITS = (1, 2, 5)  # of numbers on an axis of less than two powers of ten
REACH = (-323.0, 308.0)  # powers of ten that are numbers in double precision
FLOOR = 1e-16  # smaller losses are not told apart where they are shown in powers of ten
NINES = (0, 0.5, 0.9, 0.99, 0.999, 0.9999, 0.99999, 0.999999)


@dataclass(frozen=True)
class Spacing:
    """From numbers to places on an axis.

    Attributes:
        place: numbers -> places.
        number: places -> numbers.
        marks: lowest and highest number, how many at most -> round numbers between them.
        scale: matplotlib's name of a scale on which numbers have these places.
        how: what this scale is told.
    """

    place: Callable[[Array], Array]
    number: Callable[[Array], Array]
    marks: Callable[[float, float, int], list[float]]
    scale: str = "linear"
    how: Mapping[str, Any] = field(default_factory=dict)

    def lay(self, axes: Axes, along: str) -> None:
        """Let the numbers of an axis, "x" or "y", have these places."""
        if axes.get_xscale() != self.scale if along == "x" else axes.get_yscale() != self.scale:
            (axes.set_xscale if along == "x" else axes.set_yscale)(self.scale, **self.how)

    def beyond(self, low: float, high: float, share: float) -> tuple[float, float]:
        """Numbers that lie by a share of the way between two of them outside of these."""
        begin, end = self.place(np.array([low, high]))
        more = share * (end - begin)
        low, high = self.number(np.array([begin - more, end + more]))
        return float(low), float(high)

    def number_axis(self, axis: Axis, limits: tuple[float, float], most: int, say: Words) -> None:
        """Write round numbers along an axis of such a scale between its limits."""
        marks = self.marks(*limits, most) if most > 1 else []  # one number alone says nothing
        axis.set_major_locator(FixedLocator(marks))
        axis.set_major_formatter(lambda number, _: say.short(float(number), 4))
        axis.set_minor_locator(FixedLocator([]))


def same(values: Array) -> Array:
    """Places are the numbers."""
    return np.asarray(values, dtype=float)


def decades(values: Array) -> Array:
    """Equal ratios are equal distances."""
    return np.asarray(np.log10(values))


def powers_of_ten(places: Array) -> Array:
    """The numbers at places between decades; an axis may end beyond the largest number."""
    return np.asarray(10.0 ** np.clip(places, *REACH))


def short_of_one(values: Array) -> Array:
    """What is equally much nearer to 1, as a ratio, is equally much higher: 0, 0.9, 0.99, ..."""
    with np.errstate(divide="ignore", invalid="ignore"):  # axes begin with limits of 0 and 1
        return np.asarray(-np.log10(1 - np.asarray(values)))


def far_from_one(places: Array) -> Array:
    """The numbers at these places."""
    return np.asarray(1 - 10.0**-places)


def round_numbers(low: float, high: float, count: int) -> list[float]:
    """Multiples of 1, 2 or 5 times a power of ten, about so many, as web/core/scale.js has them."""
    found = MaxNLocator(max(1, count), steps=[1, 2, 5, 10]).tick_values(low, high)
    slack = 1e-9 * (high - low)
    return [float(each) for each in found if low - slack <= each <= high + slack]


def even_marks(low: float, high: float, most: int) -> list[float]:
    """Round numbers, or only the outer ones where those are more."""
    marks = round_numbers(low, high, most - 1)
    return marks if len(marks) <= max(3, most) else [marks[0], marks[-1]]


def decade_marks(low: float, high: float, most: int) -> list[float]:
    """Powers of ten, or some of them; where there is hardly one, 1, 2, 5 or all round numbers."""
    first, last = np.log10(low), np.log10(high)
    powers = np.arange(np.ceil(first - 1e-9), np.floor(last + 1e-9) + 1)
    if len(powers) > 2:
        every = -(-len(powers) // max(2, most))
        return [10.0**power for power in powers if power % every == 0]
    below = np.arange(np.floor(first), np.ceil(last) + 1)
    found = [digit * 10.0**power for power in below for digit in DIGITS]
    found = [each for each in found if low <= each <= high]
    return found if len(found) > 2 else even_marks(low, high, min(most, 5))


def nine_marks(low: float, high: float, most: int) -> list[float]:
    """0, 0.5, 0.9, 0.99 and so on."""
    found = [each for each in NINES if low - 1e-9 <= each <= high + 1e-9]
    return found if len(found) > 1 else even_marks(low, high, most)


EVEN = Spacing(same, same, even_marks)
DECADES = Spacing(decades, powers_of_ten, decade_marks, "log")
SHORT_OF_ONE = Spacing(
    short_of_one, far_from_one, nine_marks, "function", {"functions": (short_of_one, far_from_one)}
)


def spacing_of(values: ArrayLike) -> Spacing:
    """The spacing in which values lie most evenly; of equal ones the simplest."""
    given = np.asarray(values, dtype=float)
    possible = [EVEN]
    if (given > 0).all():
        possible.append(DECADES)
    if (given >= 0).all() and (given < 1).all():
        possible.append(SHORT_OF_ONE)
    return min(possible, key=lambda each: round(unevenness(each.place(given)), 6))


def unevenness(places: Array) -> float:
    """How much distances between neighbours differ, as a share of their mean."""
    gaps = np.abs(np.diff(places))
    if len(gaps) < 2 or not gaps.any():
        return 0.0
    gaps /= gaps.max()  # else squares of what is near the end of the numbers leave them
    return float(gaps.std() / gaps.mean())


def edges_of(places: Array) -> Array:
    """(n + 1,) borders of cells round n places, half way between neighbours."""
    if len(places) == 1:
        return np.array([places[0] - 0.5, places[0] + 0.5])
    middle = (places[1:] + places[:-1]) / 2
    first, last = 2 * places[0] - middle[0], 2 * places[-1] - middle[-1]
    return np.concatenate([[first], middle, [last]])


def signed_decades(unit: float) -> Spacing:
    """Powers of ten on both sides of zero, evenly between -`unit` and `unit`."""

    def place(values: Array) -> Array:
        return np.asarray(np.arcsinh(values / (2 * unit)) / np.log(10))

    def marks(low: float, high: float, most: int) -> list[float]:
        bottom = np.ceil(np.log10(unit))
        reach = np.log10(max(abs(low), abs(high), 10 * unit))
        every = max(1.0, np.ceil((reach - bottom) / max(1, most // 2 - 1)))
        powers = 10.0 ** np.arange(bottom + every, reach + 1e-9, every)
        found = [*-powers[::-1], 0.0, *powers]
        return [float(each) for each in found if low <= each <= high]

    def number(places: Array) -> Array:
        return np.asarray(2 * unit * np.sinh(places * np.log(10)))

    return Spacing(place, number, marks, "asinh", {"linear_width": 2 * unit})


def loss_spacing(losses: Array, begin: float) -> Spacing:
    """Of losses, given that at the start: powers of ten, of both signs where some are negative."""
    below = begin < 0 or bool((losses[np.isfinite(losses)] < 0).any())
    return signed_decades(max(abs(begin), FLOOR) / 10) if below else DECADES
