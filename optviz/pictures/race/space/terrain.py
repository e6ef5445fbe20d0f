"""The surface as a body in a box: how high it is, how steep, and what hides behind it."""

import numpy as np
from numpy.typing import NDArray

from optviz.heightmap import Heightmap
from optviz.pictures.race.space.camera import HEIGHT, Camera

Array = NDArray[np.float64]

REACH = np.sqrt(0.5)  # sides from the middle of the box to a corner
LAG = 1.5  # cells; the ground on which a point lies does not hide it
HAIR = 0.003  # sides by which a point may lie below what is before it
NOTHING = -9.0  # lower than anything


class Terrain:
    """A relief in the box of a camera, whose unit is a side.

    Attributes:
        relief: what it is made of.
        heights: (n, n) in levels; row j belongs to y[j].
        z: (n, n) in sides, 0 to HEIGHT; nan where the loss is not finite.
        slopes: (2, n, n) how steeply it rises along x and along y.
    """

    def __init__(self, relief: Heightmap) -> None:
        self.relief = relief
        self.heights = relief.height(relief.loss)
        self.low = float(np.nanmin(self.heights))
        span = float(np.nanmax(self.heights)) - self.low
        self.rise = HEIGHT / (span or 1.0)  # sides for a level
        self.z = self.height(self.heights)
        self.slopes = smoothed(np.stack([slope(self.z.T).T, slope(self.z)]))

    @property
    def sides(self) -> Array:
        """(n,) the grid's x, and its y as well, in sides."""
        return np.linspace(-0.5, 0.5, len(self.z))

    def height(self, level: Array) -> Array:
        """Heights in levels as heights in sides."""
        return np.asarray((level - self.low) * self.rise)

    def place(self, points: Array) -> Array:
        """Points of the surface's plane, (..., 2), in sides."""
        low = np.array([self.relief.x[0], self.relief.y[0]])
        high = np.array([self.relief.x[-1], self.relief.y[-1]])
        return np.asarray((points - low) / (high - low) - 0.5)

    def ground(self, x: Array, y: Array) -> Array:
        """How high the body is at points given in sides; nan outside of it."""
        size = len(self.z) - 1
        with np.errstate(invalid="ignore"):
            i, j = (x + 0.5) * size, (y + 0.5) * size
            out = ~((i >= -1e-9) & (j >= -1e-9) & (i <= size + 1e-9) & (j <= size + 1e-9))
        i, j = np.where(out, 0, i), np.where(out, 0, j)
        a, b = np.clip(i.astype(int), 0, size - 1), np.clip(j.astype(int), 0, size - 1)
        u, v, z = i - a, j - b, self.z
        near = z[b, a] + u * (z[b, a + 1] - z[b, a])
        far = z[b + 1, a] + u * (z[b + 1, a + 1] - z[b + 1, a])
        return np.where(out, np.nan, near + v * (far - near))


def slope(z: Array) -> Array:
    """How steeply heights, (n, n) in sides, rise along their rows' direction.

    At the border and beside a hole one neighbour is enough.
    """
    beyond = np.full((1, len(z)), np.nan)
    before, after = np.vstack([beyond, z[:-1]]), np.vstack([z[1:], beyond])
    rise = np.where(np.isnan(after), z, after) - np.where(np.isnan(before), z, before)
    cells = 2 - np.isnan(after) - np.isnan(before).astype(int)
    return np.asarray(rise / np.maximum(cells, 1) * (len(z) - 1))


def smoothed(slopes: Array) -> Array:
    """Slopes, (2, n, n), mixed with their neighbours: narrow valleys would be lit in steps."""
    down = slopes[:, :-2] + 2 * slopes[:, 1:-1] + slopes[:, 2:]
    inner = (down[..., :-2] + 2 * down[..., 1:-1] + down[..., 2:]) / 16
    mixed = slopes.copy()
    mixed[:, 1:-1, 1:-1] = np.where(np.isnan(inner), slopes[:, 1:-1, 1:-1], inner)
    return mixed


class Horizon:
    """What hides behind hills.

    The ground is cut along the view: on each cut, going away from the viewer, the highest that was
    seen so far hides whatever appears lower.
    """

    def __init__(self, terrain: Terrain, camera: Camera) -> None:
        self.camera = camera
        self.side = int(np.ceil(2 * REACH * (len(terrain.z) - 1))) + 1
        steps = np.linspace(-REACH, REACH, self.side)
        across, away = np.meshgrid(steps, steps, indexing="ij")
        x, y = across[..., None] * camera.right, away[..., None] * camera.away
        place = x + y
        z = terrain.ground(place[..., 0], place[..., 1])
        lift = away * camera.sine + z * camera.cosine
        self.tops = np.maximum.accumulate(np.where(np.isnan(lift), NOTHING, lift), axis=1)

    def clearance(self, x: Array, y: Array, z: Array) -> Array:
        """By how much points stand above what is before them, in sides; below 0 hidden."""
        seen = self.camera.see(x, y, z)
        cells = (self.side - 1) / (2 * REACH)
        column = (seen[..., 0] + REACH) * cells
        row = (self.camera.distance(x, y) + REACH) * cells - LAG
        a = np.clip(np.nan_to_num(column), 0, self.side - 2).astype(int)
        b = np.clip(np.nan_to_num(row), 0, self.side - 2).astype(int)
        u, v = column - a, np.maximum(row - b, 0)
        tops = self.tops
        near = tops[a, b] + v * (tops[a, b + 1] - tops[a, b])
        far = tops[a + 1, b] + v * (tops[a + 1, b + 1] - tops[a + 1, b])
        return np.asarray(seen[..., 1] + HAIR - (near + u * (far - near)))
