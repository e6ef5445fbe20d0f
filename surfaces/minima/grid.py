"""A loss on a grid: where minima may be, where it is flat, and whether the grid shows it all."""

from dataclasses import dataclass
from itertools import product
from typing import Any

import numpy as np
from numpy.typing import NDArray

from surfaces.minima.picture import EPSILON, SAFETY, Array, Flags, Picture

COARSE, FINE = 121, 361  # points along each side
PATCHES = 5  # squares along each side in which the grid is held against a finer one
PATCH, FINER = 6, 0.2477  # cells along the side of a patch, and between its points
PERIOD = 4  # cells that a wave is long at least, or the grid does not show it
SOME = 10  # patches of so short waves, with which a loss is said to have them
NEIGHBOURS = [each for each in product((0, 1, 2), repeat=2) if each != (1, 1)]


@dataclass(frozen=True)
class Grid:
    """A loss on the points of a grid.

    Attributes:
        points: (n, n, 2).
        heights: (n, n).
        flat: (n, n) whether a point is level with all around it.
        lowest: (n, n) whether none around is lower; without what belongs to a flat area.
    """

    points: Array
    heights: Array
    flat: Flags
    lowest: Flags

    @classmethod
    def over(cls, picture: Picture, side: int) -> "Grid":
        """The grid over all of a picture."""
        along = np.linspace(0, 1, side)
        points = np.stack(np.meshgrid(along, along, indexing="ij"), axis=-1)
        return cls.at(points, picture.height(points))

    @classmethod
    def at(cls, points: Array, heights: Array) -> "Grid":
        """The grid of these points and their heights."""
        with np.errstate(invalid="ignore"):
            lowest, level = np.isfinite(heights), np.isfinite(heights)
            tolerance = SAFETY * EPSILON * np.abs(heights)
            for around in shifted(heights, np.inf):
                lowest &= heights <= around
                level &= np.abs(heights - around) <= tolerance
            # The border of a flat area is level with it: not a place of its own.
            for around, flat in zip(shifted(heights, np.inf), shifted(level, 0), strict=True):
                lowest &= ~(flat & (np.abs(heights - around) <= tolerance))
        return cls(points, heights, level, lowest & ~level)

    def candidates(self) -> Array:
        """(n, 2) the points that none around is lower than, the lowest first."""
        order = np.argsort(self.heights[self.lowest], kind="stable")
        return np.asarray(self.points[self.lowest][order])

    @property
    def cell(self) -> float:
        """The distance of two points."""
        return 1 / (len(self.heights) - 1)


def shifted(values: NDArray[Any], outside: float) -> list[NDArray[Any]]:
    """The values of the eight neighbours, each (n, n)."""
    padded = np.pad(values, 1, constant_values=outside)
    rows, columns = values.shape
    return [padded[a : a + rows, b : b + columns] for a, b in NEIGHBOURS]


class Patches:
    """Patches of a finer grid, spread over a picture, against which a grid is held.

    Attributes:
        places: (patches, k, k, 2) in cells of the grid.
        heights: (patches, k, k).
    """

    def __init__(self, picture: Picture, grid: Grid) -> None:
        self.grid = grid
        side = len(grid.heights)
        begins = np.linspace(1, side - 2 - PATCH, PATCHES).round()
        along = np.arange(0, PATCH, FINER)
        corners = np.stack(np.meshgrid(begins, begins, indexing="ij"), axis=-1)
        patch = np.stack(np.meshgrid(along, along, indexing="ij"), axis=-1)
        self.places = corners.reshape(-1, 1, 1, 2) + patch
        self.heights = picture.height(self.places * grid.cell)

    def oscillate(self) -> bool:
        """Whether the loss goes up and down within fewer cells than show it."""
        often = turns(self.heights, 1) | turns(self.heights, 2)
        return int(np.count_nonzero(often)) >= SOME

    def missed(self) -> Array:
        """(n, 2) low points of the patches beside which the grid has none: places to begin from."""
        found = []
        for places, heights in zip(self.places, self.heights, strict=True):
            lowest = Grid.at(places, heights).lowest
            lowest[[0, -1]] = lowest[:, [0, -1]] = False
            found.append(places[lowest])
        low = np.concatenate(found)
        cells = np.round(low).astype(int)
        near = np.zeros(len(low), dtype=bool)
        for a, b in product((-1, 0, 1), repeat=2):
            rows, columns = np.clip(cells + np.array([a, b]), 0, len(self.grid.heights) - 1).T
            near |= self.grid.lowest[rows, columns] | self.grid.flat[rows, columns]
        return np.asarray(low[~near] * self.grid.cell)


def turns(heights: Array, axis: int) -> Flags:
    """(patches,) whether heights turn from up to down or back in waves shorter than `PERIOD`."""
    with np.errstate(invalid="ignore"):
        steps = np.diff(heights, axis=axis)
        noise = SAFETY * EPSILON * np.abs(np.delete(heights, 0, axis=axis))
        signs = np.where(np.abs(steps) > noise, np.sign(steps), 0)
    both = np.delete(signs, -1, axis=axis) * np.delete(signs, 0, axis=axis)
    # A wave turns twice.
    return np.asarray((both < 0).mean(axis=(1, 2)) * PERIOD / FINER > 2)
