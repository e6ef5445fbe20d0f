"""Endpoints: at which minimum runs from many starts end, and from which step on they are there.

They march exactly as a race does. A start from which all runs have diverged does not march on.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from optviz.batch import Array, Flags, finite, safe_distance, without_gradient
from optviz.optimizers import Optimizer, State
from optviz.race import march_on
from optviz.stepping import watched
from optviz.studies.targets import DIVERGED, NOT_THERE, Minima, Targets, nearest
from surfaces.surface import Surface, empty_points

SOON = 8  # steps, after which most of those that diverge have done so

Steps = NDArray[np.int32]


@dataclass
class Runs:
    """Runs in the middle of their march, of some of the starts.

    Attributes:
        starts: (starts,) which of them.
        x: (optimizers, starts, 2) where they are.
        state: one State for each optimizer.
        fine: (optimizers, starts) whether all has been finite up to now.
        stands: (optimizers, starts) whether they stand where the loss has no gradient.
        near: (optimizers, starts) the minimum they are at.
        since: (optimizers, starts) the step of the last change in either.
    """

    starts: NDArray[np.intp]
    x: Array
    state: list[State]
    fine: Flags
    stands: Flags
    near: Minima
    since: Steps

    def without_diverged(self, optimizers: Sequence[Optimizer]) -> "Runs":
        """The same without the starts from which all have ended; the states are taken over.

        It stays as it is where an optimizer's batch may not shrink.
        """
        kept = np.flatnonzero((self.fine & ~self.stands).any(axis=0))
        if len(kept) == len(self.starts) or not all(each.batch_may_shrink for each in optimizers):
            return self
        for optimizer, s in zip(optimizers, self.state, strict=True):
            for name in vars(s).keys() - {"t", *optimizer.memory}:
                delattr(s, name)  # it is of the shape of all, and the next step has its own
            for name in optimizer.memory:
                known = np.broadcast_to(getattr(s, name), (len(self.starts), 2))
                setattr(s, name, chosen(known, kept))
        return Runs(
            self.starts[kept],
            chosen(self.x, kept),
            self.state,
            self.fine[:, kept],
            self.stands[:, kept],
            self.near[:, kept],
            self.since[:, kept],
        )


def endpoints(
    surface: Surface,
    optimizers: Sequence[Optimizer],
    start: Array,
    steps: int,
    seed: int,
    targets: Targets,
) -> tuple[Minima, Steps]:
    """Which minimum each run is at after its last step, and since when without a break.

    On steep surfaces most of the picture diverges soon. Such a run marches on to the end of its
    span (`spans`) at most, unless other runs from the same start are left.

    Args:
        surface: what is descended.
        optimizers: who runs.
        start: (starts, 2).
        steps: of every run.
        seed: which minibatches are seen.
        targets: where runs may end.

    Returns:
        (optimizers, starts) twice: a minimum's index, `NOT_THERE` or `DIVERGED`; and the step
        since which that is so, or steps + 1 for `NOT_THERE`.

    Raises:
        RuleFailed: a user's rule raised, or returned what is no step.
    """
    with np.errstate(all="ignore"):
        return watched(
            lambda rules: followed(surface, rules, start, steps, seed, targets),
            optimizers,
            start.shape,
        )


def followed(
    surface: Surface,
    optimizers: Sequence[Optimizer],
    start: Array,
    steps: int,
    seed: int,
    targets: Targets,
) -> tuple[Minima, Steps]:
    """`endpoints`, of optimizers that are watched."""
    shape = (len(optimizers), len(start))
    minimum, since = np.full(shape, DIVERGED, dtype=np.int8), np.zeros(shape, dtype=np.int32)
    x = empty_points(shape)
    x[...] = start
    state = [optimizer.init(start) for optimizer in optimizers]
    fine = np.isfinite(surface.loss(x[..., 0], x[..., 1]))
    near, stands = nearest(targets, x), np.zeros(shape, dtype=bool)
    runs = Runs(np.arange(len(start)), x, state, fine, stands, near, since.copy())
    for span in spans(steps):
        runs = runs.without_diverged(optimizers)
        if not len(runs.starts):
            break
        watch(surface, optimizers, runs, span, seed, targets)
        minimum[:, runs.starts] = np.where(runs.fine, runs.near, np.int8(DIVERGED))
        since[:, runs.starts] = runs.since
    since[minimum == NOT_THERE] = steps + 1
    return minimum, since


def watch(
    surface: Surface,
    optimizers: Sequence[Optimizer],
    runs: Runs,
    steps: range,
    seed: int,
    targets: Targets,
) -> None:
    """March the runs on and note what changes."""
    moments = march_on(surface, optimizers, runs.x, runs.state, steps, seed)
    safe = safe_distance(surface)
    for step, moment in enumerate(moments, steps.start + 1):
        near = nearest(targets, moment.x)
        fine = finite(surface, optimizers, moment, runs.fine, safe)
        lost = runs.fine & ~runs.stands & ~fine
        if lost.any():
            runs.stands |= without_gradient(surface, moment, lost, step - 1, seed)
        if runs.stands.any():
            fine |= runs.stands
            near[runs.stands] = runs.near[runs.stands]
        # A run that is not finite any more keeps the step at which that happened.
        changed = runs.fine & ((near != runs.near) | ~fine)
        if changed.any():
            runs.since[changed] = step
        runs.x, runs.near, runs.fine = moment.x, near, fine


def spans(steps: int) -> Iterator[range]:
    """The steps in parts, each as long as all before it; the first is the one of `SOON`."""
    first, end = 0, SOON
    while first < steps:
        yield range(first, min(end, steps))
        first, end = end, 2 * end


def chosen(points: Array, kept: NDArray[np.intp]) -> Array:
    """(..., kept, 2) those of points (..., starts, 2), as `empty_points` lays them out."""
    some = empty_points((*points.shape[:-2], len(kept)))
    some[...] = points[..., kept, :]
    return some
