"""The trials of a sweep: runs from one start, each cell of the grid with settings of its own."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from optviz.batch import Array, run_trials, same_start, with_settings
from optviz.entrants import Entrant
from optviz.optimizers import Optimizer
from optviz.studies.blocks import Cells, Found
from surfaces import Surface


@dataclass(frozen=True, eq=False)
class Settings:
    """The trials of a sweep, as `optviz.studies.blocks` asks for them.

    Attributes:
        surface: what is descended.
        start: (2,) where every trial begins.
        steps: of every trial.
        seed: which minibatches are seen.
        threshold: the loss that is waited for.
        values: hyper-parameter -> (trials,) its values.
    """

    surface: Surface
    start: Array
    steps: int
    seed: int
    threshold: float
    values: dict[str, Array]

    def optimizer(self, entrant: Entrant, cells: Cells) -> Optimizer:
        """The entrant's rule with the settings of these trials."""
        return with_settings(entrant.optimizer, {k: v[cells] for k, v in self.values.items()})

    def outcome(self, optimizers: Sequence[Optimizer], cells: Cells) -> Found:
        """What came of them: `Sweep.final`, `reached` and `diverged`."""
        begin = same_start(self.start, len(cells))
        found = run_trials(self.surface, optimizers, begin, self.steps, self.seed, self.threshold)
        return found.final, found.reached, first_lost(found.last, self.steps)


def first_lost(last: NDArray[np.intp], steps: int) -> Array:
    """The first step that was not finite, given the last that was; infinite if all were."""
    return np.where(last < steps, last + 1.0, np.inf)
