"""Trials: many runs at once of which only the outcome is kept, for tuning, sweeps and basin maps.

They march exactly as a race does, so each outcome is that of the race with the same settings, to
the last bit. A trial that diverges has none: its outcome is infinite, whatever it was before.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike, NDArray

from optviz.optimizers import Optimizer
from optviz.race import Moment, march
from surfaces.surface import Surface, empty_points

Array = NDArray[np.float64]
Flags = NDArray[np.bool_]

# Mean losses over samples grow like the weights: below this no such loss overflows.
FAR = 1e50


@dataclass(frozen=True, eq=False)
class Outcomes:
    """What came of trials; every array is (optimizers, trials).

    Attributes:
        final: the full loss after the last step.
        mean: the full loss as a mean over all steps but the start.
        reached: the first step, the start being 0, at which the loss is at most the threshold.
        last: the last step at which point, loss and memory were all finite, as in a race.
    """

    final: Array
    mean: Array
    reached: Array
    last: NDArray[np.intp]


def try_out(
    surface: Surface,
    optimizers: Sequence[Optimizer],
    start: Array,
    steps: int,
    seed: int = 0,
    threshold: float = -np.inf,
) -> Outcomes:
    """Run every trial of every optimizer.

    Args:
        surface: what is descended.
        optimizers: a hyper-parameter may be an array, (trials, 1).
        start: (trials, 2), as `empty_points` lays it out for speed.
        steps: updates per trial.
        seed: which minibatches are seen.
        threshold: the loss that `reached` waits for.

    Returns:
        The Outcomes; infinite where a trial diverged.
    """
    shape = (len(optimizers), len(start))
    total, reached = np.zeros(shape), np.full(shape, np.inf)
    last = np.zeros(shape, dtype=np.intp)
    with np.errstate(all="ignore"):
        loss = np.broadcast_to(surface.loss(start[:, 0], start[:, 1]), shape)
        fine = np.isfinite(loss)
        reached[loss <= threshold] = 0
        for step, moment in enumerate(march(surface, optimizers, start, steps, seed), 1):
            loss = surface.loss(moment.x[..., 0], moment.x[..., 1])
            fine &= np.isfinite(loss)
            fine &= finite(moment, optimizers)
            if not fine.any():
                break
            last += fine
            total += loss
            if threshold > -np.inf:
                np.copyto(reached, step, where=(loss <= threshold) & np.isinf(reached))
    final, mean = np.where(fine, loss, np.inf), np.where(fine, total / steps, np.inf)
    return Outcomes(final, mean, np.where(fine, reached, np.inf), last)


def finite(moment: Moment, optimizers: Sequence[Optimizer]) -> Flags:
    """(optimizers, trials) whether point and memory are finite."""
    fine = both_finite(moment.x)
    for i, optimizer in enumerate(optimizers):
        for name in optimizer.memory:
            fine[i] &= both_finite(getattr(moment.state[i], name))
    return fine


def both_finite(points: Array) -> Flags:
    """(...) whether both coordinates of points (..., 2) are finite."""
    # One coordinate after the other: each is contiguous, and `all` over a pair is slow.
    fine = np.isfinite(points[..., 0])
    fine &= np.isfinite(points[..., 1])
    return fine


def loss_finite(surface: Surface, points: Array) -> Flags:
    """(...) whether the loss at points (..., 2) is finite, without computing long sums in vain.

    A mean over samples is computed only for points so far out that it might overflow.
    """
    x, y = points[..., 0], points[..., 1]
    if surface.minibatches is None and surface.stages is None:
        return np.isfinite(surface.loss(x, y))
    near = (abs(x) < FAR) & (abs(y) < FAR)
    if not near.all():
        near[~near] = np.isfinite(surface.loss(x[~near], y[~near]))
    return near


def same_start(start: Sequence[float] | Array, trials: int) -> Array:
    """(trials, 2): one start for every trial."""
    points = empty_points((trials,))
    points[...] = start
    return points


def with_settings(optimizer: Optimizer, values: dict[str, Array]) -> Optimizer:
    """The same rule with `trials` settings at once; each array of values is (trials,).

    Raises:
        ValueError: the rule has no such hyper-parameter, or a value is out of its range.
    """
    for name in values:
        if name not in optimizer.settings():
            kind, known = type(optimizer).__name__, ", ".join(optimizer.settings())
            raise ValueError(f"{kind} has no hyper-parameter {name!r}; it has {known}")
    columns = {name: np.asarray(each, dtype=float)[:, None] for name, each in values.items()}
    return replace(optimizer, **columns)


def coarse_to_fine(
    shape: tuple[int, ...], strides: Sequence[int], block: int
) -> Iterator[tuple[NDArray[np.intp], int]]:
    """All cells of a grid in blocks, first few and far apart, then those in between.

    Args:
        shape: of the grid.
        strides: of each pass, the last being 1. A pass takes the cells whose indices are all
            multiples of its stride, but for those that an earlier one took.
        block: the most cells in one.

    Yields:
        (cells,) flat indices, and the finest stride of which all cells are out with them.
    """
    places = np.indices(shape).reshape(len(shape), -1)
    taken = np.zeros(places.shape[1], dtype=bool)
    finished = max(shape) + 1
    for stride in strides:
        fresh = np.flatnonzero((places % stride == 0).all(axis=0) & ~taken)
        taken[fresh] = True
        for first in range(0, len(fresh), block):
            if first + block >= len(fresh):
                finished = stride
            yield fresh[first : first + block], finished


def check_rates(rates: ArrayLike) -> Array:
    """The learning rates as an array, or a ValueError."""
    grid = np.asarray(rates, dtype=float)
    usable = grid.ndim == 1 and len(grid) > 1 and (np.diff(grid) > 0).all() and grid[0] > 0
    if not usable or not np.isfinite(grid).all():
        raise ValueError(f"rates = {rates!r}: give two or more, ascending, all above 0")
    return grid
