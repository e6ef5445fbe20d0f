"""Along what axis final losses are shown: in powers of ten, as far as they tell anything."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from optviz.pictures.spacing import DECADES, EVEN, FLOOR, Spacing, loss_spacing
from optviz.pictures.sweep.composition import SweepComposition

Array = NDArray[np.float64]

BEYOND = 1e4  # losses are not told apart above so many times the loss at the start


@dataclass(frozen=True)
class OutcomeAxis:
    """An axis, and which outcomes lie beyond its ends.

    Attributes:
        spacing: of numbers along it.
        low: its lower end, a number; round if there is more beyond it.
        high: its upper end.
        below: whether there are outcomes below the lower end; above: whether above the upper one.
    """

    spacing: Spacing
    low: float
    high: float
    below: bool
    above: bool

    @property
    def span(self) -> tuple[float, float]:
        """The ends' places."""
        low, high = self.spacing.place(np.array([self.low, self.high]))
        return float(low), float(high)


def outcome_axis(composition: SweepComposition, room: float = 0) -> OutcomeAxis:
    """The axis for a sweep's outcomes, with so much room beyond them, a share of its length."""
    sweep, values = composition.sweep, composition.values
    if composition.options.measure == "steps":
        more = room * sweep.steps
        return OutcomeAxis(EVEN, -more, sweep.steps + more, False, False)
    begin = float(sweep.surface.loss(*(np.asarray(each) for each in sweep.start)))
    seen = values[np.isfinite(values)]
    unit = max(abs(begin), FLOOR)
    spacing = loss_spacing(seen, begin)
    below = seen < (FLOOR if spacing is DECADES else -BEYOND * unit)
    above = seen > BEYOND * unit
    kept = seen[~below & ~above]
    places = spacing.place(kept if len(kept) else np.array([unit, 10 * unit]))
    length = float(np.ptp(places))
    more = room * length if length else 0.02
    low, high = places.min() - more, places.max() + more
    ends = [float(each) for each in spacing.number(np.array([low, high]))]
    # An end beyond which there is more is a round number, so that it can be named.
    low = round_below(ends[0]) if below.any() else ends[0]
    high = -round_below(-ends[1]) if above.any() else ends[1]
    return OutcomeAxis(spacing, low, high, bool(below.any()), bool(above.any()))


def round_below(number: float) -> float:
    """The next power of ten, or its negative, that is not above a number."""
    sign = 1 if number > 0 else -1
    power = sign * np.floor(sign * np.log10(abs(number) or FLOOR))
    return float(f"{sign}e{power:.0f}")
