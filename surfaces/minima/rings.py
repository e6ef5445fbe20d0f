"""Rings round points: the lowest place on each, the way down without a gradient, and what encloses.

A ring crosses the floor of a valley wherever it bends to, so it needs no direction of the valley,
and a kink (|x| + |y|) or a cusp (sqrt(|x|)) is as good to it as a smooth bowl.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from surfaces.minima.picture import Array, Flags, Picture

ANGLES = 32  # at which a ring is looked at first
ZOOMS = 22  # times the part round the lowest angle is looked at again, a quarter as wide
LEVEL = 1e-11  # of a ring's height, by which it may rise along a floor
WALKS = 70  # steps of a walk
SHRINK = 4  # times, after a step that found nothing lower
GAIN = 0.2  # of a step down, by which it may be less than the most
SMALLEST = 1e-12  # ring of a walk
SHARES = (1 / 16, 1 / 4, 1.0, 2.0)  # of a cell: the rings that say what a place is
POLES = (1e-3, 1e-5, 1e-7)  # rings on which a pole is told from a minimum
TORN = 1e-2  # of a ring's height that is noise where a loss falls without end
THIN = 0.1  # of a ring on which there is a loss, or the place is on a line
AREA = 0.2  # of a ring that is level on the border of a flat area

OPEN, ENCLOSED, LEVEL_FLOOR, FLAT = range(4)
Kinds = NDArray[np.intp]


class Lowest(NamedTuple):
    """The lowest places on rings.

    Attributes:
        points: (n, 2).
        heights: (n,) there.
        typical: (n,) the median on the ring.
    """

    points: Array
    heights: Array
    typical: Array


def lowest_on_rings(
    picture: Picture, points: Array, radii: Array, enough: Array | float = 0.0, gain: float = 0.0
) -> Lowest:
    """The lowest place on a ring round each point.

    A ring in a narrow valley has two low places, and which is lower is seen only when both are
    looked at closely.

    Args:
        picture: whose loss.
        points: (n, 2).
        radii: (n,).
        enough: (n,) differences of the loss that do not matter.
        gain: a place may be higher than the lowest by this share of the way down to it.
    """
    many = len(points)
    angles = np.broadcast_to(2 * np.pi * np.arange(ANGLES) / ANGLES, (many, ANGLES))
    heights = on_rings(picture, points, radii, angles)[1]
    around = np.minimum(np.roll(heights, 1, axis=-1), np.roll(heights, -1, axis=-1))
    low = np.where(heights <= around, heights, np.inf).argsort(axis=-1)[:, :2]
    begins = np.take_along_axis(angles, low, axis=-1)
    typical = np.median(heights, axis=-1)
    both = zoom_in(
        picture,
        Zoom(np.tile(points, (2, 1)), np.tile(radii, 2), np.tile(typical, 2)),
        begins.T.ravel(),
        2 * np.pi / ANGLES,
        np.tile(np.broadcast_to(enough, many), 2),
        gain,
    )
    second = both.heights[many:] < both.heights[:many]
    return Lowest(
        np.where(second[:, None], both.points[many:], both.points[:many]),
        np.where(second, both.heights[many:], both.heights[:many]),
        typical,
    )


def lowest_ahead(
    picture: Picture,
    points: Array,
    radii: Array,
    heading: Array,
    reach: float,
    enough: Array,
) -> Lowest:
    """The lowest place on the part of a ring that reaches so far to both sides of a heading."""
    angles = heading[:, None] + np.linspace(-reach, reach, ANGLES)
    heights = on_rings(picture, points, radii, angles)[1]
    begins = angles[np.arange(len(points)), heights.argmin(axis=-1)]
    rings = Zoom(points, radii, np.median(heights, axis=-1))
    return zoom_in(picture, rings, begins, 2 * reach / (ANGLES - 1), enough)


class Zoom(NamedTuple):
    """Rings that are looked at closely: (n, 2) middles, (n,) radii and medians of the loss."""

    points: Array
    radii: Array
    typical: Array


def zoom_in(
    picture: Picture, rings: Zoom, angle: Array, width: float, enough: Array, gain: float = 0.0
) -> Lowest:
    """The lowest place within a width of an angle on each ring."""
    points, radii, typical = rings
    angle = angle.copy()
    place, lowest = (each[:, 0] for each in on_rings(picture, points, radii, angle[:, None]))
    here = picture.height(points) if gain else lowest
    parts = np.array([-1.0, -0.75, -0.5, -0.25, 0.25, 0.5, 0.75, 1.0])
    active = np.arange(len(points))
    for _ in range(ZOOMS):
        at, heights = on_rings(
            picture, points[active], radii[active], angle[active, None] + width * parts
        )
        rows, best = np.arange(len(active)), heights.argmin(axis=-1)
        least = heights[rows, best]
        lower = least < lowest[active]
        wide = heights.max(axis=-1) - np.minimum(least, lowest[active])
        moved = active[lower]
        angle[moved] += width * parts[best[lower]]
        lowest[moved], place[moved] = least[lower], at[rows, best][lower]
        width /= 4
        fine = np.maximum(enough, LEVEL / 30 * np.abs(typical - lowest))
        fine = np.maximum(fine, gain * (here - lowest))[active]
        active = active[~(wide <= fine)]
        if not len(active):
            break
    return Lowest(place, lowest, typical)


def on_rings(picture: Picture, points: Array, radii: Array, angles: Array) -> tuple[Array, Array]:
    """(n, k, 2) places on rings at (n, k) angles, and (n, k) their heights."""
    circle = np.stack([np.cos(angles), np.sin(angles)], axis=-1)
    at = points[:, None] + radii[:, None, None] * circle
    return at, picture.height(at)


def walk(picture: Picture, points: Array, cell: float, steps: int = WALKS) -> Array:
    """Go to the lowest place on a ring while that is lower, to a smaller ring where it is not."""
    points, here = points.copy(), picture.height(points)
    radii = np.full(len(points), cell / 2)
    active = np.arange(len(points))
    for _ in range(steps):
        if not len(active):
            break
        found = lowest_on_rings(picture, points[active], radii[active], gain=GAIN)
        lower = found.heights < here[active]
        moved = active[lower]
        points[moved], here[moved] = found.points[lower], found.heights[lower]
        radii[active] = np.where(
            lower, np.minimum(2 * radii[active], 2 * cell), radii[active] / SHRINK
        )
        inside = ((points[active] > 0) & (points[active] < 1)).all(axis=-1)
        active = active[inside & (radii[active] > SMALLEST) & np.isfinite(here[active])]
    return points


def kinds_of(picture: Picture, points: Array, cell: float) -> Kinds:
    """(n,) what each point is.

    `ENCLOSED`: a ring round it is higher everywhere. `OPEN`: there is a way down. Else a ring is
    level in some direction, and that is a `LEVEL_FLOOR`, or over an area: `FLAT`. What has a loss
    on a line only, as x^y has for some y, is `OPEN`, and so is the edge of a pole.
    """
    here, noise = picture.height(points), picture.noise(points)
    none = np.zeros(len(points), dtype=bool)
    enclosed, lower, flat, thin = none, none, none, none
    angles = np.broadcast_to(2 * np.pi * np.arange(ANGLES) / ANGLES, (len(points), ANGLES))
    for share in SHARES:
        radii = np.full(len(points), share * cell)
        found = lowest_on_rings(picture, points, radii, noise / 4)
        walls = found.typical - here
        tolerance = np.maximum(noise, LEVEL * np.where(np.isfinite(walls), walls, 0))
        enclosed = enclosed | (found.heights > here + tolerance)
        lower = lower | (found.heights < here - tolerance) & ~enclosed
        ring = on_rings(picture, points, radii, angles)[1]
        level = np.abs(ring - here[:, None]) <= noise[:, None]
        flat = flat | (level.mean(axis=-1) > AREA) & ~enclosed
        thin = thin | (np.isfinite(ring).mean(axis=-1) < THIN)
    torn = noise > TORN * np.abs(walls)
    kinds = np.full(len(points), LEVEL_FLOOR)
    kinds[enclosed] = ENCLOSED
    kinds[flat] = FLAT
    kinds[lower | thin | (torn & ~flat)] = OPEN
    return kinds


def is_pole(picture: Picture, points: Array) -> Flags:
    """(n,) where the loss falls without end.

    Towards a minimum, be it a cusp, it falls by less and less from each ring to the next smaller
    one; towards a pole, be it that of a logarithm, by as much.
    """
    here = picture.height(points)
    angles = np.broadcast_to(2 * np.pi * np.arange(ANGLES) / ANGLES, (len(points), ANGLES))
    rings = [on_rings(picture, points, np.full(len(points), radius), angles)[1] for radius in POLES]
    # A quarter: on one side of a pole's line the loss may rise without end.
    levels = np.stack([*(np.quantile(each, 0.25, axis=-1) for each in rings), here])
    with np.errstate(invalid="ignore"):
        falls = -np.diff(levels, axis=0)
        endless = (falls[1:] > 0.9 * falls[:-1]) & (falls[:-1] > picture.noise(points))
    return np.asarray(~np.isfinite(here) | endless.any(axis=0))
