"""Trails as lines that can be drawn up to any step: cut where they leave what is shown."""

from dataclasses import dataclass

import numpy as np
from matplotlib.path import Path
from numpy.typing import NDArray

Array = NDArray[np.float64]
Places = NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class Line:
    """A line that grows with time.

    Attributes:
        points: (n, 2) its points.
        times: (n,) rising; the step at which the line reaches each point.
        begins: (n,) where the pen is lifted and the line begins anew.
    """

    points: Array
    times: Array
    begins: NDArray[np.bool_]

    def until(self, step: float) -> Path:
        """The line as far as it has got at a step."""
        count = int(np.searchsorted(self.times, step, side="right"))
        codes = np.where(self.begins[:count], Path.MOVETO, Path.LINETO).astype(Path.code_type)
        points = self.points[:count]
        if step % 1 and np.isfinite(end := self.at(step)).all():
            points, codes = np.vstack([points, end]), np.append(codes, Path.LINETO)
        return Path(points, codes)

    def at(self, step: float) -> Array:
        """(2,) where it is at a step or between two; nan where there is none of it then."""
        after = int(np.searchsorted(self.times, step, side="right"))
        if after and self.times[after - 1] == step:
            return np.asarray(self.points[after - 1])
        if not 0 < after < len(self.times) or self.begins[after]:
            return np.full(2, np.nan)
        (since, until), (begin, end) = (
            self.times[after - 1 : after + 1],
            self.points[after - 1 : after + 1],
        )
        return np.asarray(begin + (step - since) / (until - since) * (end - begin))

    def broken(self) -> tuple[Array, Array]:
        """Its points, (m, 2), with nan where the pen is lifted, and (m,) their times."""
        lifted = np.flatnonzero(self.begins)
        lifted = lifted[lifted > 0]
        points = np.insert(self.points, lifted, np.nan, axis=0)
        return points, np.insert(self.times, lifted, self.times[lifted])


def through(points: Array) -> Line:
    """The polyline through points, (n, 2), one a step; it is broken where one is not finite."""
    there: NDArray[np.bool_] = np.asarray(np.isfinite(points).all(axis=-1))
    begins = there & ~np.concatenate([[False], there[:-1]])
    return Line(points[there], np.flatnonzero(there).astype(float), begins[there])


def cut(points: Array, low: Array, high: Array) -> Line:
    """The parts of a polyline, one point a step, that lie in a box.

    Far outside, drawing libraries lose their footing, and trails of diverging runs get very far.
    Liang and Barsky's rule (ACM Transactions on Graphics 3, 1984), for all pieces at once.

    Args:
        points: (n, 2).
        low: (2,) the box's lower corner.
        high: (2,) the upper one.
    """
    begin, way = points[:-1], np.diff(points, axis=0)
    first, last, kept = inside_parts(begin, way, low, high)
    begins = begin[kept] + first[:, None] * way[kept]
    ends = begin[kept] + last[:, None] * way[kept]
    return joined(begins, ends, kept + first, kept + last)


def inside_parts(begin: Array, way: Array, low: Array, high: Array) -> tuple[Array, Array, Places]:
    """From which share of its way to which one each piece is in a box, and which pieces are at all.

    Args:
        begin: (n, 2) where each piece begins.
        way: (n, 2) where it leads from there.
        low: (2,) the box's lower corner.
        high: (2,) the upper one.
    """
    with np.errstate(all="ignore"):
        one, other = (low - begin) / way, (high - begin) / way
        still = way == 0
        within = (low <= begin) & (begin <= high)
        enter = np.where(still, np.where(within, -np.inf, np.inf), np.minimum(one, other))
        leave = np.where(still, np.where(within, np.inf, -np.inf), np.maximum(one, other))
        first = np.maximum(enter.max(axis=-1), 0)
        last = np.minimum(leave.min(axis=-1), 1)
        kept = np.flatnonzero(first <= last)
    return first[kept], last[kept], kept


def joined(begins: Array, ends: Array, from_times: Array, to_times: Array) -> Line:
    """One line out of straight pieces in the order of time.

    Args:
        begins: (n, 2) where each piece begins.
        ends: (n, 2) where it ends.
        from_times: (n,) when it begins; where that is when the piece before ended, it goes on
            from there without lifting the pen.
        to_times: (n,) when it ends.
    """
    lifted = np.ones(len(ends), dtype=bool)
    lifted[1:] = from_times[1:] != to_times[:-1]
    needed = np.stack([lifted, np.ones_like(lifted)], axis=1).ravel()
    points = np.stack([begins, ends], axis=1).reshape(-1, begins.shape[-1])
    times = np.stack([from_times, to_times], axis=1).ravel()
    begun = np.stack([lifted, np.zeros_like(lifted)], axis=1).ravel()
    return Line(points[needed], times[needed], begun[needed])


def divided(line: Line, longest: float) -> Line:
    """The same line in pieces no longer than so much."""
    pieces = np.flatnonzero(~line.begins)
    begin, way = line.points[pieces - 1], line.points[pieces] - line.points[pieces - 1]
    since, time = line.times[pieces - 1], line.times[pieces] - line.times[pieces - 1]
    parts = np.maximum(1, np.ceil(np.hypot(*way.T) / longest)).astype(int)
    which = np.repeat(np.arange(len(pieces)), parts)
    first = np.arange(len(which)) - np.repeat(np.cumsum(parts) - parts, parts)

    def at(share: Array) -> tuple[Array, Array]:
        return begin[which] + share[:, None] * way[which], since[which] + share * time[which]

    begins, from_times = at(first / parts[which])
    ends, to_times = at((first + 1) / parts[which])
    # The end of one part and the beginning of the next are the same number, as `joined` wants it.
    inner = first > 0
    from_times[inner] = to_times[np.flatnonzero(inner) - 1]
    return joined(begins, ends, from_times, to_times)
