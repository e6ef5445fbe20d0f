"""What pictures of many runs show: a sweep or a basin map, how large, on which paper."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from optviz.batch import Outcomes, run_trials, same_start
from optviz.pictures.composition import check_paper, choose
from optviz.studies.basins import Basins
from optviz.studies.sweep import Sweep

Array = NDArray[np.float64]

# What is shown of a sweep's trials -> how it is said.
MEASURES = {"final": "final loss", "steps": "steps until the loss is reached"}


@dataclass(frozen=True, kw_only=True)
class SweepComposition:
    """A picture of a sweep: curves over one hyper-parameter, or a heat map over two.

    Attributes:
        sweep: what was tried.
        title: above the picture; surface and hyper-parameters unless given.
        size: width and height in pixels.
        theme: "light" or "dark".
        measure: of `MEASURES`; "steps" needs a sweep with a threshold.
        current: whether the optimizers' own values of what was swept are marked.
    """

    sweep: Sweep
    title: str = ""
    size: tuple[int, int] = (800, 600)
    theme: str = "light"
    measure: str = "final"
    current: bool = True

    def __post_init__(self) -> None:
        """Raise ValueError, with a sentence, where something cannot be drawn."""
        check_paper(self.size, self.theme)
        choose("measure", self.measure, MEASURES)
        if self.measure == "steps" and not np.isfinite(self.sweep.threshold):
            raise ValueError("steps until which loss? give the sweep a threshold")

    @property
    def steps(self) -> int:
        """The last step that it can show; it shows no other."""
        return self.sweep.steps

    @property
    def values(self) -> Array:
        """(optimizers, *grid) what is shown; infinite for none, nan where nothing was tried."""
        return self.sweep.final if self.measure == "final" else self.sweep.reached

    @cached_property
    def own(self) -> Outcomes:
        """(optimizers, 1) what comes of the optimizers' own values."""
        asked = self.sweep
        start = same_start(asked.start, 1)
        return run_trials(
            asked.surface, asked.optimizers, start, asked.steps, asked.seed, asked.threshold
        )

    def own_value(self, place: int) -> float:
        """What one optimizer's own values come to; infinite for none."""
        outcomes = self.own.final if self.measure == "final" else self.own.reached
        return float(outcomes[place, 0])

    def own_diverged(self, place: int) -> bool:
        """Whether one optimizer diverges with its own values."""
        return bool(self.own.last[place, 0] < self.sweep.steps)


@dataclass(frozen=True, kw_only=True)
class BasinComposition:
    """A picture of a basin map, a panel for each optimizer.

    Attributes:
        basins: where runs end.
        title: above the picture; the surface's name unless given.
        size: width and height in pixels.
        theme: "light" or "dark".
    """

    basins: Basins
    title: str = ""
    size: tuple[int, int] = (800, 600)
    theme: str = "light"

    def __post_init__(self) -> None:
        """Raise ValueError, with a sentence, where something cannot be drawn."""
        check_paper(self.size, self.theme)

    @property
    def steps(self) -> int:
        """The last step that it can show."""
        return self.basins.steps
