"""The surface in space as quadrilaterals: shaded ground and the sides it stands on."""

import numpy as np
from numpy.typing import NDArray

from optviz.look import LOOK
from optviz.pictures.race.space.camera import BASE, Camera
from optviz.pictures.race.space.terrain import Terrain
from optviz.pictures.theme import Light, Theme

Array = NDArray[np.float64]

# The sun goes with the viewer and stands at the upper left, as it does on maps: light from below
# would turn hills into hollows. Parts to the right, away from the viewer and up; length 1.
SUN: tuple[float, float, float] = tuple(LOOK["sun"]["direction"])
WALL: float = LOOK["sun"]["wall"]  # brightness of a side that looks neither to the sun nor away
SHADE = np.array(LOOK["sun"]["tint"])  # shadows are cool: light counts more for red than for blue
LAYERS = 40  # quadrilaterals from the floor to the rim of a side


def sun_over(camera: Camera) -> Array:
    """(2,) the sun's parts along x and y for each part upwards."""
    return np.asarray((SUN[0] * camera.right + SUN[1] * camera.away) / SUN[2])


def lit(bright: Array | float, light: Light) -> Array:
    """What colours are multiplied with: (..., 3)."""
    shade = np.clip(
        light.level + light.contrast * (np.asarray(bright) - 1), light.darkest, light.brightest
    )
    return np.asarray(1 + (shade[..., None] - 1) * SHADE)


def tones_of(levels: Array, terrain: Terrain, theme: Theme) -> Array:
    """The ground's colours at heights in levels, (..., 3)."""
    share = levels / (len(terrain.relief.levels) + 1)
    with np.errstate(invalid="ignore"):
        return theme.tones()[np.clip(np.round(255 * share), 0, 255).astype(np.uint8)]


def ground_mesh(terrain: Terrain, camera: Camera, theme: Theme) -> tuple[Array, Array]:
    """The ground, from the farthest cell to the nearest.

    Returns:
        (n, n, 2) corners as the camera sees them, and (n - 1, n - 1, 4) colours of the cells, of
        opacity 0 where there is no ground.
    """
    x, y = np.meshgrid(terrain.sides, terrain.sides)
    corners = camera.see(x, y, np.nan_to_num(terrain.z))
    sun = sun_over(camera)
    along, up = terrain.slopes
    bright = (1 - along * sun[0] - up * sun[1]) / np.sqrt(1 + along**2 + up**2)
    colours = tones_of(middle(terrain.heights), terrain, theme)
    colours = np.clip(colours * lit(middle(bright), theme.light), 0, 1)
    there = np.isfinite(middle(terrain.z) + middle(bright))
    colours = np.concatenate([np.where(there[..., None], colours, 0), there[..., None]], axis=-1)
    ahead = [-1 if part > 0 else 1 for part in camera.away]
    return corners[:: ahead[1], :: ahead[0]], colours[:: ahead[1], :: ahead[0]]


def middle(corners: Array) -> Array:
    """Means over the four corners of each cell."""
    return (corners[:-1, :-1] + corners[1:, :-1] + corners[:-1, 1:] + corners[1:, 1:]) / 4


def wall_mesh(terrain: Terrain, camera: Camera, theme: Theme, axis: int) -> tuple[Array, Array]:
    """The side of the body that looks at the viewer along x (axis 0) or along y (axis 1).

    Returns:
        (LAYERS + 1, n, 2) corners and (LAYERS, n - 1, 4) colours, as `ground_mesh`.
    """
    side = camera.front[axis]
    edge = -1 if side > 0 else 0
    rim = terrain.z[:, edge] if axis == 0 else terrain.z[edge]
    share = np.linspace(0, 1, LAYERS + 1)[:, None]
    z = BASE + share * (np.nan_to_num(rim, nan=BASE) - BASE)
    along = np.broadcast_to(terrain.sides, z.shape)
    across = np.full_like(z, side / 2)
    corners = camera.see(*((across, along) if axis == 0 else (along, across)), z)
    sun = sun_over(camera)
    levels = middle(z) / terrain.rise + terrain.low
    colours = tones_of(levels, terrain, theme) * lit(WALL + 0.5 * side * sun[axis], theme.light)
    there = np.broadcast_to(np.isfinite(rim[1:] + rim[:-1]), levels.shape)[..., None]
    return corners, np.concatenate([np.clip(colours, 0, 1), there], axis=-1)
