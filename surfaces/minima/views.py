"""Which part of the plane to look at first: where the lowest minimum is."""

from typing import NamedTuple

import numpy as np

from surfaces.minima.found import Found
from surfaces.minima.grid import Grid
from surfaces.minima.newton import newton
from surfaces.minima.picture import Array, Gradient, Limits, Loss, Picture
from surfaces.minima.search import find_minima
from surfaces.minima.settle import inside, settle

HALF_WIDTHS = (2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 250.0, 500.0)  # of the squares looked at
BEYOND = 2000.0  # half of a square: what is lower there only falls without end
SIDE = 81  # points along each side of a square
FIRST = 8  # places in each square from which a minimum is looked for
LOWER = 1e-3  # of the height of a square's usual losses above its lowest minimum
MOST_FALLS = 3  # squares in turn, each with a lower minimum: more, and there is no lowest
MOST_MINIMA = 12  # with more, a view does not try to hold them all


class Lowest(NamedTuple):
    """The lowest minimum or floor that is known in a square: its loss, and its square's half."""

    loss: float
    half: float


def find_view(loss: Loss, gradient: Gradient) -> tuple[Limits, Limits]:
    """(xlim, ylim) of a picture that shows the lowest minimum.

    Squares around the origin are looked at, up to 500 to each side. The smallest decides that holds
    a minimum than which none in a larger square is clearly lower; where the loss has ever lower
    minima further out, the smallest that holds any. The picture shows its minima and the origin
    with room around them, or the square itself if there are more than 12 or a valley. Without any
    minimum the picture is the first square in a quarter of which the loss is finite, or else the
    first of all.
    """
    with np.errstate(all="ignore"):
        half = deciding(loss, gradient)
    if half is None:
        half = next((each for each in HALF_WIDTHS if defined(loss, each) >= 0.25), HALF_WIDTHS[0])
        return (-half, half), (-half, half)
    square = (-half, half), (-half, half)
    found = find_minima(loss, gradient, *square)
    few = 0 < len(found.minima) <= MOST_MINIMA and not found.unlisted and not found.floors
    return around(found, half) if few else square


def deciding(loss: Loss, gradient: Gradient) -> float | None:
    """Half the side of the square to look at; None where no minimum is found."""
    known: list[Lowest] = []
    before, least = 0.0, np.inf  # half of the last square; the loss that counts as lower
    for half in (*HALF_WIDTHS, BEYOND):
        picture = Picture.of(loss, gradient, (-half, half), (-half, half))
        grid = Grid.over(picture, SIDE)
        begins = grid.candidates()
        begins = begins[np.abs(begins - 0.5).max(axis=-1) >= before / half / 2][:FIRST]
        lowest = lowest_from(picture, begins, least)
        if half == BEYOND and not known:
            return None
        if not known and grid.flat.any():
            lowest = min(lowest, float(grid.heights[grid.flat].min()))
        if lowest < least:
            known.append(Lowest(lowest, half))
            usual = float(np.median(grid.heights))
            usual = usual if np.isfinite(usual) else lowest
            least = lowest - LOWER * abs(usual - lowest) - 1e-9 * abs(lowest)
        before = half
    if not known:
        return None
    endless = known[-1].half == BEYOND or len(known) > MOST_FALLS
    return known[0].half if endless else known[-1].half


def lowest_from(picture: Picture, begins: Array, least: float) -> float:
    """The lowest minimum or floor below a loss that is reached; infinite where there is none."""
    points, proven = newton(picture, begins)
    lower = inside(points) & (picture.height(points) < least)
    sure = picture.height(points[lower & proven]).min(initial=np.inf)
    # Walks are slow: only for what may be lower.
    others = points[lower & ~proven]
    others = others[picture.height(others) < sure]
    if not len(others):
        return float(sure)
    found = settle(picture, others, 1 / (SIDE - 1))
    reached = np.concatenate([found.minima, found.level])
    return min(float(sure), float(picture.height(reached).min(initial=np.inf)))


def around(found: Found, half: float) -> tuple[Limits, Limits]:
    """The limits that hold the minima and the origin, with room; rounded outward."""
    corners = np.array([*found.minima, (0.0, 0.0)])
    low, high = corners.min(axis=0), corners.max(axis=0)
    room = max(0.35 * float((high - low).max()), 0.5 * half)
    unit = 10 ** np.floor(np.log10(room)) / 2
    lows = np.floor((low - room) / unit) * unit
    highs = np.ceil((high + room) / unit) * unit
    return (float(lows[0]), float(highs[0])), (float(lows[1]), float(highs[1]))


def defined(loss: Loss, half: float) -> float:
    """In what share of this square the loss is finite."""
    side = np.linspace(-half, half, SIDE)
    with np.errstate(all="ignore"):
        return float(np.mean(np.isfinite(loss(*np.meshgrid(side, side)))))
