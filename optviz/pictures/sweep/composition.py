"""What a picture of a sweep shows, over one hyper-parameter or over two."""

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from optviz.batch import Outcomes, run_trials, same_start
from optviz.pictures.composition import PictureOptions, choose
from optviz.studies.sweep import Sweep

Array = NDArray[np.float64]

# What is shown of a sweep's trials -> how it is said.
MEASURES = {"final": "final loss", "steps": "steps until the loss is reached"}


@dataclass(frozen=True, kw_only=True)
class SweepOptions(PictureOptions):
    """What can be chosen of a sweep's picture.

    Attributes:
        measure: of `MEASURES`; "steps" needs a sweep with a threshold.
        current: whether the optimizers' own values of what was swept are marked.
    """

    measure: str = "final"
    current: bool = True

    def __post_init__(self) -> None:
        """Raise ValueError, with a sentence, where something cannot be drawn."""
        super().__post_init__()
        choose("measure", self.measure, MEASURES)


@dataclass(frozen=True, kw_only=True)
class SweepComposition:
    """A picture of a sweep: curves over one hyper-parameter, or a heat map over two.

    Attributes:
        sweep: what was tried.
        options: what was chosen of the picture.
    """

    sweep: Sweep
    options: SweepOptions = field(default_factory=SweepOptions)

    def __post_init__(self) -> None:
        """Raise ValueError, with a sentence, where something cannot be drawn."""
        if self.options.measure == "steps" and not np.isfinite(self.sweep.threshold):
            raise ValueError("steps until which loss? give the sweep a threshold")

    @property
    def steps(self) -> int:
        """The last step that it can show; it shows no other."""
        return self.sweep.steps

    @property
    def values(self) -> Array:
        """(optimizers, *grid) what is shown; infinite for none, nan where nothing was tried."""
        return self.sweep.final if self.options.measure == "final" else self.sweep.reached

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
        outcomes = self.own.final if self.options.measure == "final" else self.own.reached
        return float(outcomes[place, 0])

    def own_diverged(self, place: int) -> bool:
        """Whether one optimizer diverges with its own values."""
        return bool(self.own.last[place, 0] < self.sweep.steps)
