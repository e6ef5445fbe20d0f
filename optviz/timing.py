"""Races that take long: told from their first steps, and kept, so that a page need not wait."""

import time
from collections.abc import Sequence
from itertools import islice

import numpy as np
from numpy.typing import ArrayLike

from optviz.entrants import Entrant
from optviz.memo import memo
from optviz.race import Race, Raced, march, race_that_runs, runs_again
from optviz.stepping import is_own, prepared
from surfaces.surface import Surface

PROBE = 5  # steps that are timed; one more before them, which may import things
KEEPING = 1.5  # what a race takes against its march, because it keeps every quantity


def seconds_for(
    before: Race | None,
    surface: Surface,
    entrants: Sequence[Entrant],
    start: ArrayLike,
    steps: int,
    seed: int,
) -> float:
    """About how many seconds `race_again` will take.

    Args:
        before: a race that may hold some of the runs, or None.
        surface: as `race` has it, like all that follow.
        entrants: who races.
        start: (x, y).
        steps: updates per optimizer.
        seed: which minibatches are seen.

    Raises:
        RuleFailed: a user's rule fails in the first steps.
    """
    origin = np.asarray(start, dtype=float)
    ran = {} if before is None else runs_again(before, surface, origin, steps, seed)
    missing = [each.optimizer for each in entrants if each.optimizer not in ran]
    if not missing:
        return 0.0
    with np.errstate(all="ignore"):
        rules = [prepared(each, origin.shape) for each in missing]
        moments = march(surface, rules, origin, steps, seed)
        next(moments)
        # A user's rule may wait for something, too, and then other threads' work counts as well.
        clock = time.monotonic if any(map(is_own, missing)) else time.thread_time
        begun = clock()
        points = [moment.x for moment in islice(moments, PROBE)]
        marched = clock()
        if points:
            x, y = np.moveaxis(np.stack(points), -1, 0)
            surface.loss(x, y)
        ended = clock()
    a_step = (KEEPING * (marched - begun) + ended - marched) / max(1, len(points))
    return a_step * steps


@memo(8, long="racing")
def long_race(
    surface: Surface,
    entrants: tuple[Entrant, ...],
    start: tuple[float, ...],
    steps: int,
    seed: int,
) -> Raced:
    """A race that takes long, of up to 5 MB; arguments and errors as in `race_that_runs`."""
    return race_that_runs(surface, entrants, start, steps, seed)
