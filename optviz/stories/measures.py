"""What is measured on runs: for charts, and for every sentence that is said about a race.

All but `distance_to_minimum` speak of a single start. Steps count from the start, which is step 0.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from optviz.optimizers import Optimizer
from optviz.race import Trajectory
from optviz.schedules import changing
from surfaces.surface import Surface

Array = NDArray[np.float64]


def check_settled(*optimizers: Optimizer) -> None:
    """Raise KeyError, as where a race has not what is measured, if settings change on the way."""
    for each in optimizers:
        for name in changing(each.settings()):
            raise KeyError(f"{name} that stays")


def distance_to_minimum(surface: Surface, run: Trajectory) -> Array | None:
    """(steps + 1, ...) how far each iterate is from the nearest known minimum.

    None where the surface has none, and where others may be nearer: valleys, or minima that are not
    listed.
    """
    if not surface.minima or surface.floors or surface.unlisted:
        return None
    apart = run.x[..., None, :] - np.array(surface.minima)
    return np.asarray(np.hypot(apart[..., 0], apart[..., 1]).min(axis=-1))


def path(run: Trajectory) -> Array:
    """(last + 1, 2) the iterates up to the last finite one."""
    return run.x[: int(run.last) + 1]


def distances(surface: Surface, x: Array) -> Array:
    """(n,) from the nearest known minimum, for points (n, 2).

    Raises:
        ValueError: the surface has no known minimum.
    """
    if not surface.minima:
        raise ValueError(f"{surface.name} has no known minimum to be away from")
    apart = x[:, None, :] - np.array(surface.minima)
    return np.asarray(np.hypot(apart[..., 0], apart[..., 1]).min(axis=-1))


def first_step(run: Trajectory) -> float:
    """The length of the first step."""
    return float(np.hypot(*(run.x[1] - run.x[0])))


def rises(run: Trajectory, since: int = 0) -> int:
    """In how many steps the loss rises."""
    return int(np.count_nonzero(np.diff(run.loss[since : int(run.last) + 1]) > 0))


def first(run: Trajectory, when: Callable[[Array], NDArray[np.bool_]]) -> int | None:
    """The first step whose iterate fulfils a condition on (n, 2) points, or None."""
    steps = np.flatnonzero(when(path(run)))
    return int(steps[0]) if len(steps) else None


def sign_changes(values: Array) -> int:
    """How often a row of numbers goes from above zero to below it, or back."""
    signs = np.sign(values[values != 0])
    return int(np.count_nonzero(np.diff(signs)))


def turns_back(run: Trajectory, axis: int) -> int:
    """How often the movement along an axis changes its direction."""
    return sign_changes(np.diff(path(run)[:, axis]))


def turning_angle(x: Array) -> float:
    """The mean angle between a step and the next on a path (n, 2), degrees.

    Steps of no length are left out.
    """
    steps = np.diff(x, axis=0)
    lengths = np.hypot(steps[:, 0], steps[:, 1])
    steps = steps[lengths > 0] / lengths[lengths > 0, None]
    cosines = np.sum(steps[1:] * steps[:-1], axis=-1)
    return float(np.degrees(np.arccos(np.clip(cosines, -1, 1))).mean())


def overshoot(surface: Surface, x: Array) -> float:
    """How far a path (n, 2) gets past the minimum nearest to its start, along the line to it.

    As a share of that line's length; 0 for a run that never passes the minimum.
    """
    start = x[0]
    minima = np.array(surface.minima)
    way = minima[np.hypot(*(minima - start).T).argmin()] - start
    return max(0.0, float(((x - start) @ way / (way @ way)).max()) - 1)


def opposite(run: Trajectory, axis: int) -> float:
    """How far a run gets to the other side of zero along an axis, as a share of where it began."""
    begin = run.x[0, axis]
    return max(0.0, float(-(path(run)[:, axis] / begin).min()))


def monotone(values: Array) -> bool:
    """Whether a row of numbers never turns back."""
    steps = np.diff(values)
    return bool((steps >= 0).all() or (steps <= 0).all())
