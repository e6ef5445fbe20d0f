"""Swarms: a cloud's trials of every optimizer of a race, led to any step, and counted there.

They march exactly as a race does: each trial's iterates are those of the race from its start, to
the last bit. One that has ended stays at its last iterate. As in the browser, no more is kept than
the last iterates, so that memory does not grow with the steps; on the way back they begin anew.
"""

from collections import deque
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from optviz.batch import Array, Flags, finite, safe_distance, without_gradient
from optviz.optimizers import Optimizer
from optviz.race import Moment, Race, march
from optviz.stepping import watched
from optviz.studies.cloud import Cloud, Columns
from optviz.studies.targets import nearest

KEPT = 4  # iterates that are known: the one of the step and those before it


class Swarms:
    """A cloud of each of a race's optimizers.

    Attributes:
        start: (trials, 2) where they begin.
        step: at which they are.
        latest: (optimizers, trials, 2) iterates of the last steps, that of `step` at the end;
            fewer than `KEPT` at the beginning.
        fine: (optimizers, trials) which still run.
        stands: (optimizers, trials) which have ended where the loss has no gradient.
    """

    def __init__(self, race: Race, cloud: Cloud) -> None:
        """Of a race of a single start."""
        self.surface, self.steps, self.seed = race.surface, race.steps, race.seed
        self.optimizers = [each.optimizer for each in race.entrants]
        self.start = cloud.starts(race.surface, race.start)
        self.latest: deque[Array] = deque(maxlen=KEPT)
        self.step = 0
        self._march: Iterator[Moment] | None = None
        self.seek(0)

    def seek(self, step: int) -> None:
        """Lead all trials to a step, from 0 to the race's last.

        Raises:
            RuleFailed: a user's rule raised, or returned what is no step.
        """

        def lead(rules: Sequence[Optimizer]) -> None:
            going, self._march = self._march, None  # for one that fails does not go on
            if going is None or step < self.step:
                going = self._begin(rules)
            while self.step < step:
                self._advance(next(going), rules)
            self._march = going

        with np.errstate(all="ignore"):
            watched(lead, self.optimizers, self.start.shape)

    @property
    def lost(self) -> Flags:
        """(optimizers, trials) which have diverged."""
        return ~(self.fine | self.stands)

    def counts(self, columns: Columns) -> NDArray[np.intp]:
        """(optimizers, columns) how many trials are in each column at this step."""
        elsewhere, diverged = len(columns.heads) - 2, len(columns.heads) - 1
        points = self.latest[-1]
        at = np.full(points.shape[:-1], elsewhere)
        if columns.targets:
            found = nearest(columns.targets, points)
            at = np.where(found < 0, elsewhere, found)
        at[self.lost] = diverged
        found_in = at[..., None] == np.arange(len(columns.heads))
        return np.asarray(found_in.sum(axis=1), dtype=np.intp)

    def _begin(self, rules: Sequence[Optimizer]) -> Iterator[Moment]:
        shape = (len(rules), len(self.start))
        self.step = 0
        self.latest.clear()
        self.latest.append(np.broadcast_to(self.start, (*shape, 2)))
        loss = self.surface.loss(self.start[:, 0], self.start[:, 1])
        self.fine: Flags = np.broadcast_to(np.isfinite(loss), shape)
        self.stands: Flags = np.zeros(shape, dtype=bool)
        return march(self.surface, rules, self.start, self.steps, self.seed)

    def _advance(self, moment: Moment, rules: Sequence[Optimizer]) -> None:
        fine = finite(self.surface, rules, moment, self.fine, safe_distance(self.surface))
        lost = self.fine & ~fine
        self.stands = self.stands | without_gradient(
            self.surface, moment, lost, self.step, self.seed
        )
        self.latest.append(np.where(fine[..., None], moment.x, self.latest[-1]))
        self.fine = fine
        self.step += 1
