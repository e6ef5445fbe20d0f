"""The race in space: the surface as a body in a box, trails on it, seen by a camera."""

from collections.abc import Callable, Sequence
from functools import partial

import numpy as np
from contourpy import LineType, contour_generator
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, QuadMesh
from numpy.typing import ArrayLike, NDArray

from optviz.heightmap import heightmap
from optviz.pictures.layout import Rect
from optviz.pictures.race.space.box import Box
from optviz.pictures.race.space.camera import BOX, HEIGHT, TALL, WIDE, Camera
from optviz.pictures.race.space.drape import drape
from optviz.pictures.race.space.mesh import ground_mesh, wall_mesh
from optviz.pictures.race.space.terrain import Horizon, Terrain
from optviz.pictures.strand import GHOST, Strand
from optviz.pictures.theme import Pen
from optviz.pictures.top_view import (
    draw_minimum,
    draw_ring,
    draw_valleys,
    marked_minima,
    valley_lines,
)
from optviz.race import Race
from optviz.style import RunStyle

Array = NDArray[np.float64]

# Pixels left, above, right and below, for the numbers on the axes.
MARGIN: list[float] = BOX["margin"]


class Space:
    """One surface in space and the race on it; `look` draws them as a camera sees them.

    matplotlib's own 3-D axes sort whole artists by distance, so that a trail is either before all
    of a surface or behind all of it. Here everything is projected first and drawn flat.

    Attributes:
        axes: what is drawn on; one unit is a side of the box.
    """

    def __init__(
        self, axes: Axes, rect: Rect, race: Race, styles: Sequence[RunStyle], pen: Pen
    ) -> None:
        """`rect` is what `axes` take of the picture."""
        self.axes, self.race, self.pen = axes, race, pen
        self.terrain = Terrain(heightmap(race.surface))
        self.draped = [
            drape(run, style, self.terrain) for run, style in zip(race, styles, strict=True)
        ]
        self.contours = self._contours()
        self.drawn: list[Artist] = []
        left, top, right, bottom = (each * pen.scale for each in MARGIN)
        wide, tall = rect.width - left - right, rect.height - top - bottom
        self.side = max(1.0, min(wide / WIDE, tall / TALL))  # pixels
        self.below = (bottom + tall / 2) / self.side  # of the box's middle, in sides
        self.tall = rect.height / self.side
        axes.set_axis_off()
        axes.set_xlim(-(left + wide / 2) / self.side, (right + wide / 2) / self.side)

    def look(self, camera: Camera) -> list[Strand]:
        """Draw what stands still; returns what moves."""
        for artist in self.drawn:
            artist.remove()
        before = set(self.axes.get_children())
        middle = HEIGHT / 2 * camera.cosine
        self.axes.set_ylim(middle - self.below, middle - self.below + self.tall)
        horizon = Horizon(self.terrain, camera)
        box = Box(self.axes, self.race.surface, self.terrain, camera, self.pen, self.side)
        box.draw_back()
        self._draw_body(camera)
        self._draw_contours(camera, horizon)
        box.draw_front(horizon)
        self._draw_marks(camera, horizon)
        self.drawn = [each for each in self.axes.get_children() if each not in before]
        return [each.seen(self.terrain, camera, horizon) for each in self.draped]

    def _draw_body(self, camera: Camera) -> None:
        theme = self.pen.theme
        meshes = [ground_mesh(self.terrain, camera, theme)]
        meshes += [wall_mesh(self.terrain, camera, theme, axis) for axis in (0, 1)]
        for corners, colours in meshes:
            flat = colours.reshape(-1, 4)
            if theme.grey:  # the sun has a tint
                flat[:, :3] = flat[:, :3].mean(axis=1, keepdims=True)
            mesh = QuadMesh(corners, antialiased=False, zorder=2, facecolors=flat)
            mesh.set_rasterized(True)  # thousands of cells, in SVG and PDF too
            self.axes.add_collection(mesh, autolim=False)

    def _contours(self) -> Array:
        """(n, 3) every contour as places in sides; after each one a nan, which lifts the pen."""
        sides, heights = self.terrain.sides, np.ma.masked_invalid(self.terrain.heights)
        # Cells beside a hole have no line, as on the page.
        generator = contour_generator(
            sides, sides, heights, line_type=LineType.Separate, corner_mask=False
        )
        pieces: list[Array] = [np.empty((0, 3))]
        count = len(self.terrain.relief.levels)
        every = self.pen.style.every_level(count)
        for k in range(0, count, every) if every else ():
            z = float(self.terrain.height(np.array(k + 1.0)))
            for line in generator.lines(k + 1.0):
                places = np.asarray(line)
                pieces.append(np.column_stack([places, np.full(len(places), z)]))
                pieces.append(np.full((1, 3), np.nan))
        return np.vstack(pieces)

    def _draw_contours(self, camera: Camera, horizon: Horizon) -> None:
        """Contours as far as they are seen."""
        x, y, z = self.contours.T
        seen = camera.see(x, y, z)
        seen[~(horizon.clearance(x, y, z) >= 0)] = np.nan
        colour, width = self.pen.theme.contour, self.pen.points(1)
        lines = LineCollection([seen], colors=[colour], linewidths=width, zorder=3)
        self.axes.add_collection(lines, autolim=False)

    def _draw_marks(self, camera: Camera, horizon: Horizon) -> None:
        """Valleys, minima and the ring round the start; faint behind a hill."""
        surface, minima = self.race.surface, self.pen.style.minima
        for line in valley_lines(surface) if minima else ():
            self._draw_valley(np.array(line), camera, horizon)
        marks: list[tuple[Callable[..., None], ArrayLike]] = [
            (partial(draw_minimum, lowest=lowest), at)
            for at, lowest in marked_minima(surface)
            if minima
        ]
        for draw, place in [*marks, (draw_ring, self.race.start)]:
            x, y = self.terrain.place(np.asarray(place))
            z = self.terrain.ground(x, y)
            if np.isfinite(z):
                opacity = 1 if horizon.clearance(x, y, z) >= 0 else GHOST
                draw(self.axes, camera.see(x, y, z), self.pen, opacity)

    def _draw_valley(self, line: Array, camera: Camera, horizon: Horizon) -> None:
        """One line (k, 2) on a valley's floor, as far as it is seen."""
        x, y = self.terrain.place(line).T
        z = self.terrain.ground(x, y)
        seen = camera.see(x, y, z)
        seen[~(horizon.clearance(x, y, z) >= 0)] = np.nan
        draw_valleys(self.axes, [seen], self.pen)
