"""Outcomes of a sweep that have no place on the upright axis, strip by strip."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from optviz.endings import early_word
from optviz.pictures.sweep.composition import SweepComposition
from optviz.pictures.sweep.losses import OutcomeAxis
from optviz.schedules import constant
from optviz.studies.sweep import Sweep

Flags = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Strip:
    """Outcomes that have no place on the upright axis.

    Attributes:
        words: what they have in common.
        there: (optimizers, values) which they are.
        own: (optimizers,) whether that is what an optimizer's own setting comes to.
        below: whether the strip stands below the axis.
    """

    words: str
    there: Flags
    own: Flags
    below: bool = False

    @property
    def rows(self) -> list[int]:
        """The optimizers that have something on it."""
        return [int(k) for k in np.flatnonzero(self.there.any(axis=1) | self.own)]


def strips_of(composition: SweepComposition, axis: OutcomeAxis) -> list[Strip]:
    """All strips there can be, from the top; below the axis, from the bottom."""
    sweep, values = composition.sweep, composition.values
    many, say = range(len(sweep.optimizers)), composition.options.say
    own = np.array([composition.own_value(k) for k in many])
    lost = np.array([composition.own_diverged(k) for k in many])
    current = composition.options.current & own_inside(sweep)
    diverged = np.isfinite(sweep.diverged)
    strips = [Strip(early_word(sweep.surface, say), diverged, lost & current)]
    if composition.options.measure == "steps":
        never = np.isinf(values) & ~diverged
        missed = Strip(say("sweep.missed"), never, np.isinf(own) & ~lost & current)
        return [*strips, missed]
    finite, own_finite = np.isfinite(values), np.isfinite(own) & current
    above, own_above = finite & (values > axis.high), own_finite & (own > axis.high)
    below, own_below = finite & (values < axis.low), own_finite & (own < axis.low)
    strips.append(Strip(f"> {say.short(axis.high)}", above, own_above))
    strips.append(Strip(f"< {say.short(axis.low)}", below, own_below, below=True))
    return strips


def own_inside(sweep: Sweep) -> Flags:
    """(optimizers,) whether the optimizers' own values lie where the sweep looked."""
    ((name, values),) = sweep.swept.items()
    own = np.array([constant(each.settings()[name]) for each in sweep.optimizers], dtype=float)
    return np.asarray((own >= values.min()) & (own <= values.max()))
