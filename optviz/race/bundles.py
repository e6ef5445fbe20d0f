"""What many runs of each optimizer have in common: those of many seeds, or of many starts.

Statistics are over the runs at each step. A run that ended early has an infinite loss from the step
on at which it ended, whatever it was before, as in sweeps and tuning: it counts as the worst there
is, and is not left out. So a median is infinite once half of the runs have ended.
"""

from dataclasses import dataclass
from typing import TypeGuard

import numpy as np
from numpy.typing import NDArray

from optviz.race.results import Race, SeedsRace, Trajectory

Array = NDArray[np.float64]
Counts = NDArray[np.intp]
Bundled = Race | SeedsRace

QUARTILES = (0.25, 0.5, 0.75)


@dataclass(frozen=True, eq=False)
class Band:
    """The quartiles of the runs' losses, each (steps + 1,); infinite where too many have ended.

    Attributes:
        low: a quarter of the runs is at or below it.
        median: half of them.
        high: three quarters.
    """

    low: Array
    median: Array
    high: Array


@dataclass(frozen=True, eq=False)
class Ahead:
    """In how many comparisons each optimizer is ahead: has a lower loss than all others.

    A comparison is that of one seed or start; each is in exactly one of these numbers.

    Attributes:
        counts: (optimizers, steps + 1) in how many each is ahead, after so many steps.
        tied: (steps + 1,) in how many several have the same lowest loss.
        ended: (steps + 1,) in how many all have ended early.
        total: how many there are.
    """

    counts: Counts
    tied: Counts
    ended: Counts
    total: int


def is_bundle(subject: object) -> TypeGuard[Bundled]:
    """Whether it is a race of many seeds, or of many starts with one setting for all of them."""
    if isinstance(subject, SeedsRace):
        return True
    return (
        isinstance(subject, Race)
        and subject.start.ndim == 2
        and len(subject.start) > 0
        and not any(np.ndim(v) for run in subject for v in run.optimizer.settings().values())
    )


def members(run: Trajectory) -> list[Trajectory]:
    """Each run of a batch by itself, with views of its numbers; how it ended is not known."""
    return [
        Trajectory(
            run.entrant,
            x=run.x[:, k],
            loss=run.loss[:, k],
            grad_at=run.grad_at[:, k],
            grad=run.grad[:, k],
            state={name: kept[:, k] for name, kept in run.state.items()},
            last=run.last[k],
        )
        for k in range(run.last.size)
    ]


def losses(run: Trajectory) -> Array:
    """(steps + 1, runs) the full loss of each run of a batch; infinite once a run has ended."""
    steps = np.arange(len(run.loss))[:, None]
    return np.where(steps <= run.last, run.loss, np.inf)


def quantile(values: Array, share: float) -> Array:
    """(...) a quantile over the last axis of (..., n) values, which may be infinite, not nan.

    Between two values it is interpolated: R's type 7 and numpy's own, which have no quantile
    beside an infinity (R. Hyndman, Y. Fan, Sample quantiles in statistical packages, The American
    Statistician 50(4), 1996).
    """
    ordered = np.sort(values, axis=-1)
    place = share * (values.shape[-1] - 1)
    low, high = ordered[..., int(np.floor(place))], ordered[..., int(np.ceil(place))]
    with np.errstate(invalid="ignore"):
        between: Array = np.where(low == high, low, low + (high - low) * (place % 1))
    return between


def band(run: Trajectory) -> Band:
    """The quartiles of a batch's losses at each step."""
    values = losses(run)
    return Band(*(quantile(values, share) for share in QUARTILES))


def median_path(run: Trajectory) -> Array:
    """(steps + 1, 2) the median of each coordinate over the runs that have not ended.

    It is no run's path, and nan once half of the runs have ended, as the median loss is infinite.
    """
    steps = np.arange(len(run.x))[:, None]
    there = steps <= run.last
    enough = 2 * there.sum(axis=1) > run.last.size
    path = np.full((len(run.x), 2), np.nan)
    path[enough] = np.nanmedian(np.where(there[..., None], run.x, np.nan)[enough], axis=1)
    return path


def ahead(subject: Bundled) -> Ahead:
    """Who is ahead under how many of the seeds, or from how many of the starts, at each step."""
    found = np.stack([losses(run) for run in subject])
    lowest = found.min(axis=0)
    leads = found == lowest
    fine = np.isfinite(lowest)
    alone = fine & (leads.sum(axis=0) == 1)
    return Ahead(
        counts=(leads & alone).sum(axis=-1),
        tied=(fine & ~alone).sum(axis=-1),
        ended=(~fine).sum(axis=-1),
        total=found.shape[-1],
    )
