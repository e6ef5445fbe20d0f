"""A surface as a relief: its loss on a grid, contour levels worth reading, and even heights.

A loss spans many powers of ten: drawn to scale, Beale's valley is a flat floor under walls of
10^5. So pictures are drawn in *heights*: 0 is the lowest loss in the picture, 1 the first contour
level, 2 the second, and so on. The levels are round numbers, and contours are labelled with them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from math import ceil, floor, log10

import numpy as np
from numpy.typing import NDArray

from optviz.memo import memo
from surfaces.surface import Surface
from surfaces.validate import validate_surface

Array = NDArray[np.float64]

GRID = 161
MOST_LEVELS = 18
HIGHEST = 1e300  # beyond, not even differences can be computed
FEWEST_LEVELS = 8  # that tell by ratios what a picture holds
WIDE = 30  # so many times as high above a minimum as the lowest place: told by ratios


@dataclass(frozen=True, eq=False)
class Heightmap:
    """A surface ready to be drawn.

    Attributes:
        x: (n,) the grid's x, evenly over the surface's xlim.
        y: (n,) the grid's y.
        loss: (n, n) the loss; row j belongs to y[j], column i to x[i].
        levels: (k,) rising round losses, where contours are drawn.
        low: the lowest loss in the picture, listed minima and floors included; or, where the
            picture leads down to a minimum beside it, the loss there.
        geometric: whether levels are spread by ratios above `low` (round a minimum) or evenly
            (without a minimum, or with so little range that ratios would be few).
    """

    x: Array
    y: Array
    loss: Array
    levels: Array
    low: float
    geometric: bool

    def height(self, loss: Array) -> Array:
        """Losses, of any shape, as heights: level number k (from 1) is at height k."""
        ranks = np.arange(len(self.levels) + 2.0)
        if not self.geometric:
            step = self.levels[1] - self.levels[0]
            knots = np.concatenate([[self.levels[0] - step], self.levels, [self.levels[-1] + step]])
            return np.asarray(np.interp(loss, knots, ranks))
        above = np.log(np.maximum(self.levels - self.low, np.finfo(float).tiny))
        knots = np.concatenate([above, [2 * above[-1] - above[-2]]])
        offset = np.maximum(loss - self.low, 0)
        first = np.exp(knots[0])
        with np.errstate(divide="ignore", over="ignore"):  # of what `where` leaves out
            heights = np.interp(np.log(offset), knots, ranks[1:])
            return np.asarray(np.where(offset < first, offset / first, heights))


@memo(32)
def heightmap(surface: Surface) -> Heightmap:
    """The relief of a surface over the part of the plane it says is worth looking at.

    Raises:
        ValueError: the loss is nowhere finite there, or `validate_surface` refuses the surface.
    """
    validate_surface(surface)
    x = np.linspace(*surface.xlim, GRID)
    y = np.linspace(*surface.ylim, GRID)
    with np.errstate(all="ignore"):
        # Row by row: a mean over samples needs all of them for every place at once.
        rows = [surface.loss(x, np.full(GRID, each)) for each in y]
        loss = np.stack(rows)
        minima = [float(surface.loss(np.array(a), np.array(b))) for a, b in surface.minima]
    # A pole's infinity has no height, as little as a place without a value.
    loss = np.where(np.abs(loss) < HIGHEST, loss, np.nan)
    if not np.isfinite(loss).any():
        raise ValueError(f"{surface.name} has no value in the picture: choose other limits")
    lowest = [(at, each) for at, each in zip(surface.minima, minima, strict=True)]
    for valley in surface.floors:
        lowest += [(at, valley.loss) for at in (valley.place, *chain(*valley.lines))]
    seen = [each for (a, b), each in lowest if x[0] <= a <= x[-1] and y[0] <= b <= y[-1]]
    deepest = min((each for _, each in lowest), default=np.inf)
    levels, low, geometric = contour_levels(loss, seen, deepest)
    return Heightmap(x, y, loss, levels, low, geometric)


def contour_levels(
    loss: Array, floors: Sequence[float], deepest: float
) -> tuple[Array, float, bool]:
    """Which contours tell what a picture holds: the same as in web/plot/contourlevels.js.

    Args:
        loss: (n, n) the loss on a grid, nan where it has no value; finite somewhere.
        floors: losses at minima and along floors of valleys in the picture, which may lie between
            grid points.
        deepest: the lowest of them all, also of those outside of the picture; inf without any.

    Returns:
        `levels`, `low` and `geometric` of a `Heightmap`.
    """
    seen = loss[np.isfinite(loss)]
    least, top = float(seen.min()), float(seen.max())
    low = min([least, *floors])
    geometric = bool(floors) or bool((loss[1:-1, 1:-1] <= least).any())
    # A picture that leads down to a minimum beside it spans powers of ten as well: told by ratios
    # above that one.
    if not geometric and deepest <= low and top - deepest > WIDE * (low - deepest):
        geometric, low = True, deepest
    levels = geometric_levels(seen, low) if geometric else even_levels(seen)
    if len(levels) < FEWEST_LEVELS:  # ripples high above the lowest place lie between two ratios
        levels, geometric = even_levels(seen), False
        levels = levels[levels > low]
    if len(levels) < 2:  # as good as flat: no contour lies in the picture
        levels = top + flat(seen) * np.array([1.0, 2.0])
    return levels, low, geometric


def last_digits(loss: Array) -> float:
    """So little losses may differ by nothing but their rounding."""
    return max(1e-12 * float(np.abs(loss).max()), float(np.finfo(float).tiny))


def flat(loss: Array) -> float:
    """A step by which no loss in the picture is reached."""
    return max(1.0, float(np.abs(loss).max()))


def even_levels(loss: Array) -> Array:
    """Multiples of 1, 2 or 5 times a power of ten, at most `MOST_LEVELS` of them."""
    low, high = float(loss.min()), float(loss.max())
    if high - low <= last_digits(loss):
        return np.empty(0)
    power = floor(log10((high - low) / MOST_LEVELS))
    for factor in (1, 2, 5, 10):
        step = float(f"{factor}e{power}")
        first, last = np.ceil(low / step), np.floor(high / step)
        if last - first + 1 <= MOST_LEVELS:
            break
    return np.asarray(np.arange(first, last + 1) * step)


def geometric_levels(loss: Array, low: float) -> Array:
    """Losses that lie 1, 2, 5, 10, ... above the lowest, each rounded so that it can be read.

    They begin where they enclose a two-thousandth of the picture. Where 1-2-5 steps would be more
    than `MOST_LEVELS`, only 1-3 steps or whole powers of ten are taken, or every so many of those.
    """
    above = loss[loss - low > last_digits(loss)] - low
    if not above.size:
        return np.empty(0)
    begin, end = float(np.quantile(above, 0.0005)), float(above.max())
    powers = range(floor(log10(begin)), ceil(log10(end)) + 1)
    for digits in ((1, 2, 5), (1, 3), (1,)):
        offsets = np.array([float(f"{digit}e{power}") for power in powers for digit in digits])
        offsets = offsets[(offsets >= begin) & (offsets < end)]
        if len(offsets) <= MOST_LEVELS:
            break
    offsets = offsets[:: -(-len(offsets) // MOST_LEVELS) or 1]
    rounded = {round(float(low + offset), decimals(offset)) + 0.0 for offset in offsets}
    return np.array(sorted(level for level in rounded if level > low))


def decimals(offset: float) -> int:
    """To how many decimals a level this far above the lowest is rounded.

    One digit of the offset must survive; after a leading 1 a second one, or 0.44 and 0.39, which
    lie 0.1 and 0.05 above 0.34, would become near neighbours.
    """
    power = int(np.floor(np.log10(offset) + 1e-9))
    return 1 - power if offset < 1.5 * float(f"1e{power}") else -power
