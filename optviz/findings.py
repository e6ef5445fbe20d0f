"""Sentences about a race that are measurements: what is said, the numbers, and when it is true."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from optviz.optimizers import Optimizer
from optviz.race import Race, Trajectory, march
from surfaces import Surface

Array = NDArray[np.float64]

Numbers = Mapping[str, float]

ORDERS = 20  # of the minibatches, over which medians are taken


@dataclass(frozen=True)
class Finding:
    """A sentence about a race, and the measurement behind it.

    Attributes:
        says: the sentence, a format string over the numbers: "Adam ends {Adam:.2f} away".
        measure: the numbers, mostly one for each optimizer under its name. It raises KeyError
            where an optimizer it speaks of does not race, and may give the step to look at as "at".
        holds: whether the sentence is true of the numbers.
        caption: what Alec Radford's caption of 2014 says of it, in our words; "" if nothing.
        agrees: whether the caption is true as it stands; where not, `says` tells what is.
        shows: what in the player shows it, of `SHOWN`.
        slow: whether measuring takes longer than a visitor who drags a start should wait.
    """

    says: str
    measure: Callable[[Race], Numbers]
    holds: Callable[[Numbers], bool]
    caption: str = ""
    agrees: bool = True
    shows: tuple[str, ...] = ()
    slow: bool = False

    def of(self, done: Race) -> "Measured | None":
        """Measure a race; None if somebody whom the sentence speaks of does not run in it."""
        try:
            numbers = self.measure(done)
        except KeyError:
            return None
        return Measured(
            self.says.format(**numbers),
            bool(self.holds(numbers)),
            int(min(done.steps, max(0, numbers.get("at", done.steps)))),
        )


@dataclass(frozen=True)
class Measured:
    """What came of measuring.

    Attributes:
        words: the sentence with its numbers.
        holds: whether it is true of this race.
        step: at which it can be seen.
    """

    words: str
    holds: bool
    step: int


# Parts of the player that a finding can switch on: a view, a chart, or a glyph.
SHOWN = {
    *("above", "space", "samples"),
    *("accuracy", "log", "linear", "distance", "gradient", "rate-x", "rate-y"),
    *("glyph-gradient", "glyph-memory", "glyph-rate", "glyph-look"),
}


class Runs(dict[str, Trajectory]):
    """The runs of a race by the name of their rule; KeyError for one that does not race."""

    def __init__(self, done: Race) -> None:
        super().__init__({type(run.optimizer).__name__: run for run in done})


@lru_cache(maxsize=8)
def other_orders(again: "Again") -> tuple[dict[str, Array], ...]:
    """Everybody's path, (steps + 1, 2), under each of `ORDERS` orders of the minibatches."""
    start = np.array(again.start)
    orders = []
    for seed in range(ORDERS):
        with np.errstate(all="ignore"):
            moments = march(again.surface, again.optimizers, start, again.steps, seed)
            x = np.array(
                [np.broadcast_to(start, (len(again.optimizers), 2)), *(m.x for m in moments)]
            )
        names = [type(each).__name__ for each in again.optimizers]
        orders.append({name: x[:, k] for k, name in enumerate(names)})
    return tuple(orders)


class Again(NamedTuple):
    """The conditions of a race but for the order of its minibatches: what to remember it by."""

    surface: Surface
    optimizers: tuple[Optimizer, ...]
    start: tuple[float, ...]
    steps: int

    @classmethod
    def of(cls, done: Race) -> "Again":
        """Those of a race."""
        optimizers = tuple(run.optimizer for run in done)
        return cls(done.surface, optimizers, tuple(done.start.tolist()), done.steps)
