"""Trials: many runs at once of which only the outcome is kept, for tuning, sweeps and basin maps.

They march exactly as a race does, so each outcome is that of the race with the same settings, to
the last bit. A trial that ends early has none: its outcome is infinite, whatever it was before.
One that comes to where the loss has no gradient stands there.
"""

from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike, NDArray

from optviz.endings import overflows
from optviz.optimizers import Optimizer, checked
from optviz.race import Moment, march
from optviz.spellings import brief
from optviz.stepping import watched
from surfaces.surface import Surface, empty_points
from surfaces.validate import is_proven

Array = NDArray[np.float64]
Flags = NDArray[np.bool_]

# So near the origin no loss with a gradient in closed form overflows: Beale's, which grows like the
# eighth power, is 1e240 here.
FAR = 1e30


@dataclass(frozen=True, eq=False)
class Outcomes:
    """The outcomes of trials; every array is (optimizers, trials).

    Attributes:
        final: the full loss after the last step.
        mean: the full loss as a mean over all steps but the start; nan if it was not asked for.
        reached: the first step, the start being 0, at which the loss is at most the threshold.
        last: the last step at which point, loss and memory were all finite, as in a race; the last
            of all for a trial that stands where the loss has no gradient.
    """

    final: Array
    mean: Array
    reached: Array
    last: NDArray[np.intp]


def run_trials(
    surface: Surface,
    optimizers: Sequence[Optimizer],
    start: Array,
    steps: int,
    seed: int = 0,
    threshold: float = -np.inf,
    mean: bool = False,
) -> Outcomes:
    """Run every trial of every optimizer.

    Args:
        surface: what is descended.
        optimizers: a hyper-parameter may be an array, (trials, 1).
        start: (trials, 2), as `empty_points` lays it out for speed.
        steps: updates per trial.
        seed: which minibatches are seen.
        threshold: the loss that `reached` waits for.
        mean: whether the mean loss is wanted. Without it and a threshold, the loss is computed
            only where it is in question whether it is finite.

    Returns:
        The Outcomes; infinite where a trial ended early.

    Raises:
        RuleFailed: a user's rule raised, or returned what is no step.
    """
    with np.errstate(all="ignore"):
        return watched(
            lambda rules: outcomes(surface, rules, start, steps, seed, threshold, mean),
            optimizers,
            start.shape,
        )


def outcomes(
    surface: Surface,
    optimizers: Sequence[Optimizer],
    start: Array,
    steps: int,
    seed: int,
    threshold: float,
    mean: bool,
) -> Outcomes:
    """`run_trials`, of optimizers that are watched."""
    shape = (len(optimizers), len(start))
    total, reached = np.zeros(shape), np.full(shape, np.inf)
    last = np.zeros(shape, dtype=np.intp)
    everywhere = mean or threshold > -np.inf
    loss = np.broadcast_to(surface.loss(start[:, 0], start[:, 1]), shape)
    fine, stands = np.isfinite(loss), np.zeros(shape, dtype=bool)
    held = np.full(shape, np.nan)  # the loss of those that stand
    reached[loss <= threshold] = 0
    before, safe = np.broadcast_to(start, (*shape, 2)), safe_distance(surface)
    for step, moment in enumerate(march(surface, optimizers, start, steps, seed), 1):
        after = finite(surface, optimizers, moment, fine, safe)
        stranded = without_gradient(surface, moment, fine & ~after, step - 1, seed)
        if stranded.any():
            stands |= stranded
            at = before[stranded]
            held[stranded] = surface.loss(at[:, 0], at[:, 1])
        fine = after
        if everywhere:
            loss = surface.loss(moment.x[..., 0], moment.x[..., 1])
            total += np.where(stands, held, loss)
            np.copyto(reached, step, where=fine & (loss <= threshold) & np.isinf(reached))
        last += fine | stands
        if not fine.any() and not (everywhere and stands.any()):
            break
        before = moment.x
    last[stands] = steps
    loss = np.where(stands, held, surface.loss(moment.x[..., 0], moment.x[..., 1]))
    fine |= stands
    return Outcomes(
        final=np.where(fine, loss, np.inf),
        mean=np.where(fine, total / steps, np.inf) if mean else np.full(shape, np.nan),
        reached=np.where(fine, reached, np.inf),
        last=last,
    )


def without_gradient(surface: Surface, moment: Moment, lost: Flags, step: int, seed: int) -> Flags:
    """(optimizers, trials) which of those that this step loses have no gradient to follow.

    Such a run does not diverge: it stands where the loss has a kink, as at the minimum of |x|. A
    gradient that overflows is another matter.
    """
    kinks = lost & ~both_finite(moment.grad)
    if kinks.any():
        at = moment.grad_at[kinks]
        kinks[kinks] = np.isfinite(surface.loss(at[:, 0], at[:, 1]))
    if kinks.any():
        at = moment.grad_at[kinks]
        kinks &= not overflows(lambda: surface.step_gradient(at, step, seed))
    return kinks


def finite(
    surface: Surface, optimizers: Sequence[Optimizer], moment: Moment, before: Flags, safe: float
) -> Flags:
    """(optimizers, trials) whether point, loss and memory are finite and were so `before`.

    `safe` is the surface's `safe_distance`, which takes longer to find than all this.
    """
    fine = loss_finite(surface, moment.x, before, safe)
    for i, optimizer in enumerate(optimizers):
        for name in optimizer.memory:
            known = np.asarray(getattr(moment.state[i], name))
            if known.shape != moment.x[i].shape:  # a number for both coordinates or for all runs
                known = np.broadcast_to(known, moment.x[i].shape)
            if not squared(known) < np.inf:
                fine[i] &= both_finite(known)
    return fine


def squared(points: Array) -> float:
    """The sum of the squares of all coordinates of points (..., 2).

    Below a bound's square, no coordinate is beyond the bound and none is nan: that is known
    without an array of flags. One coordinate after the other, because each is contiguous.
    """
    x, y = points[..., 0], points[..., 1]
    return float(np.vdot(x, x) + np.vdot(y, y))


def both_finite(points: Array) -> Flags:
    """(...) whether both coordinates of points (..., 2) are finite."""
    fine = np.isfinite(points[..., 0])
    fine &= np.isfinite(points[..., 1])
    return fine


def safe_distance(surface: Surface) -> float:
    """So near the origin the loss is finite wherever the point is; 0 where that is not known.

    Partial losses may be nan anywhere, and so may users' own.
    """
    unknown = surface.gradient is None or surface.partial or not is_proven(surface)
    return 0.0 if unknown else FAR


def loss_finite(surface: Surface, points: Array, before: Flags, safe: float) -> Flags:
    """(...) whether points (..., 2) and the loss there are finite and were so `before`.

    Computing the loss takes as long as a step, so it is computed only where it is in question.
    """
    x, y = points[..., 0], points[..., 1]
    if not safe:
        return both_finite(points) & np.isfinite(surface.loss(x, y)) & before
    if squared(points) < safe * safe:
        return before.copy()
    squares = points * points
    fine: Flags = squares[..., 0] + squares[..., 1] < safe * safe
    fine &= before
    doubtful = before > fine
    if doubtful.any():
        far = points[doubtful]
        fine[doubtful] = both_finite(far) & np.isfinite(surface.loss(far[:, 0], far[:, 1]))
    return fine


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
    if type(optimizer).__post_init__ == Optimizer.__post_init__:
        return replace(optimizer, **columns)
    # A user's own check or derived number need not take arrays: each run is made for itself, then.
    many = copy(optimizer)
    for name, each in columns.items():
        object.__setattr__(many, name, checked(type(optimizer).__name__, name, each))
    return many


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


def numbers(name: str, given: ArrayLike) -> Array:
    """An argument as an array of floats, or a ValueError that names it."""
    try:
        array = np.asarray(given)
    except ValueError:  # lists of unequal lengths
        array = np.empty(0, dtype=object)
    if array.dtype.kind not in "fiu":
        raise ValueError(f"{name} = {brief(given)}: give numbers")
    return array.astype(float)


def check_rates(rates: ArrayLike) -> Array:
    """The learning rates as an array, or a ValueError."""
    grid = numbers("rates", rates)
    usable = grid.ndim == 1 and len(grid) > 1 and (np.diff(grid) > 0).all() and grid[0] > 0
    if not usable or not np.isfinite(grid).all():
        raise ValueError(f"rates = {brief(rates)}: give two or more, ascending, all above 0")
    return grid
