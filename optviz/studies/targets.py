"""Where runs may end: minima, and valleys, on whose floors each point is as low.

A valley is one place to end in, whatever point of its floor a run comes to.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from optviz.batch import Array, numbers
from optviz.spellings import brief
from surfaces.surface import Surface

# What stands for a minimum's index where there is none.
NOT_THERE = -1
DIVERGED = -2
MOST = 127  # minima and valleys; what an int8 tells apart
MOST_PLACES = 800  # along valleys
SHARE = 0.02  # of the picture's diagonal: how near is at the minimum
APART = 0.4  # of the least distance between two of them, where that is less

Minima = NDArray[np.int8]


class Targets(NamedTuple):
    """Where runs may end.

    Attributes:
        minima: (kinds, 2) the minima, and after them a point of each valley.
        valleys: how many of them are valleys.
        places: (places, 2) the minima, and points along the floors of valleys.
        kinds: (places,) whose of `minima` each place is.
        radius: how near to a place is there.
    """

    minima: Array
    valleys: int
    places: Array
    kinds: NDArray[np.intp]
    radius: float


def targets_of(
    surface: Surface, minima: Sequence[tuple[float, float]] | None, radius: float | None
) -> Targets:
    """The surface's minima and valleys, or other minima.

    Args:
        surface: what is descended.
        minima: in place of the surface's own; without valleys.
        radius: by default from the picture's size, or less where two of them are near each other.

    Raises:
        ValueError: there is nothing to end in, or a radius lets two of them overlap.
    """
    isolated = np.array(surface.minima, dtype=float)
    if minima is not None:
        isolated = numbers("minima", minima)
        if isolated.size and (isolated.ndim != 2 or isolated.shape[1] != 2):
            raise ValueError(f"minima = {brief(minima)}: give points, as in [(3, 0.5)]")
    valleys = [each for each in surface.floors if each.lines] if minima is None else []
    isolated = np.reshape(isolated, (-1, 2)) if valleys or not isolated.size else isolated
    fine = isolated.ndim == 2 and np.isfinite(isolated).all()
    if not fine or not 1 <= len(isolated) + len(valleys) <= MOST:
        if minima is None and surface.floors and not valleys:
            raise ValueError(
                f"{surface.name} is level at its lowest loss over an area, so there is no minimum "
                "to end in: choose another loss or other limits"
            )
        raise ValueError(f"{surface.name} has no known minimum: give minima at which runs may end")
    floors = [[np.array(line) for line in each.lines] for each in valleys]
    shapes = [each[None] for each in isolated] + [np.concatenate(each) for each in floors]
    near = radius_between(surface, separation_of(shapes), radius)
    along = [np.concatenate([spaced(line, near) for line in lines]) for lines in floors]
    if sum(map(len, along)) > MOST_PLACES:
        raise ValueError(
            f"the valleys of {surface.name} lie too near each other for a basin map: choose limits "
            "round fewer of them"
        )
    groups = [*(each[None] for each in isolated), *along]
    return Targets(
        minima=np.concatenate([isolated, np.reshape([each.place for each in valleys], (-1, 2))]),
        valleys=len(valleys),
        places=np.concatenate(groups),
        kinds=np.repeat(np.arange(len(groups)), [len(each) for each in groups]),
        radius=near,
    )


def ends_of(surface: Surface) -> Targets | None:
    """Each minimum, and all valleys together as one place to end in; None where none is known.

    A cloud counts at these: its table has one column for all valleys.
    """
    isolated = np.reshape(np.array(surface.minima, dtype=float), (-1, 2))
    lines = [np.array(line) for each in surface.floors for line in each.lines]
    shapes = [each[None] for each in isolated] + ([np.concatenate(lines)] if lines else [])
    if not shapes:
        return None
    near = radius_between(surface, separation_of(shapes), None)
    along = [np.concatenate([spaced(line, near) for line in lines])] if lines else []
    groups = [*(each[None] for each in isolated), *along]
    return Targets(
        minima=np.concatenate([each[:1] for each in groups]),
        valleys=len(along),
        places=np.concatenate(groups),
        kinds=np.repeat(np.arange(len(groups)), [len(each) for each in groups]),
        radius=near,
    )


def separation_of(shapes: Sequence[Array]) -> float:
    """The least distance between two of some sets of points."""
    least = np.inf
    for k, one in enumerate(shapes[:-1]):
        others = np.concatenate(shapes[k + 1 :])
        least = min(least, *(np.hypot(*(others - point).T).min() for point in one))
    return float(least)


def radius_between(surface: Surface, separation: float, radius: float | None) -> float:
    """The radius, by default from the picture's size; ValueError where it is not valid."""
    if radius is None:
        diagonal = np.hypot(np.ptp(surface.xlim), np.ptp(surface.ylim))
        return float(min(SHARE * diagonal, APART * separation))
    number = isinstance(radius, int | float)
    if not number or not 0 < radius < separation / 2 or not np.isfinite(radius):
        below = f" and below {separation / 2:g}" if np.isfinite(separation) else ""
        raise ValueError(f"radius = {brief(radius)}: give a number above 0{below}")
    return float(radius)


def spaced(line: Array, apart: float) -> Array:
    """(n, 2) points of a line (k, 2), at most so far from one to the next; its ends among them."""
    lengths = np.hypot(*np.diff(line, axis=0).T)
    along = np.concatenate([[0.0], np.cumsum(lengths)])
    count = min(int(np.ceil(along[-1] / apart)), MOST_PLACES) + 1
    marks = np.linspace(0, along[-1], count)
    return np.column_stack([np.interp(marks, along, each) for each in line.T])


def nearest(targets: Targets, points: Array) -> Minima:
    """(...) the minimum or valley that points (..., 2) are at, or `NOT_THERE`."""
    place = np.zeros(points.shape[:-1], dtype=np.int8)  # one more than the index, so that 0 is none
    for (x, y), kind in zip(targets.places, targets.kinds.tolist(), strict=True):
        across, along = points[..., 0] - x, points[..., 1] - y
        across *= across
        along *= along
        across += along
        inside = across <= targets.radius * targets.radius
        # That where it is inside, 0 elsewhere: faster than to pick these out.
        np.maximum(place, inside.view(np.int8) * np.int8(kind + 1), out=place)
    place += np.int8(NOT_THERE)
    return place
