"""The box round a surface in space: its walls and edges, numbers and names along them."""

import re
from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from numpy.typing import NDArray

from optviz.look import LOOK
from optviz.numbers import short
from optviz.pictures.fonts import families
from optviz.pictures.frame import NAME, NUMBER
from optviz.pictures.labels import fitting
from optviz.pictures.race.space.camera import BASE, BOX, HEIGHT, Camera
from optviz.pictures.race.space.terrain import Horizon, Terrain
from optviz.pictures.spacing import round_numbers
from optviz.pictures.theme import Pen
from surfaces.surface import Surface

Array = NDArray[np.float64]

TICK: float = BOX["tick"]  # pixels
GAP: float = BOX["gap"]  # pixels from number to number on the ground, about
AWAY: float = BOX["name"]  # pixels from an axis to its name
LINE: float = BOX["line"]  # pixels from one number to the next on the upright axis, at least
QUICK = re.compile("−?[0.]*(10*)?[⁻⁰-⁹¹²³]*")  # noqa: RUF001
LETTER = 0.62  # width of a letter in sizes of its type, about
CAPTIONS = {False: LOOK["captions"]["linear"], True: LOOK["captions"]["logarithmic"]}


class Box:
    """Draws on one picture: what is behind the surface, and what is before it."""

    def __init__(
        self,
        axes: Axes,
        surface: Surface,
        terrain: Terrain,
        camera: Camera,
        pen: Pen,
        side: float,
    ) -> None:
        """`side` is the pixels of a side of the box."""
        self.axes, self.surface, self.terrain = axes, surface, terrain
        self.camera, self.pen = camera, pen
        self.step = pen.scale / side  # a pixel of a picture of 800 x 600, in sides
        self.labelled = labelled(terrain.relief.levels, terrain.rise * camera.cosine / self.step)
        self.ticks: list[Array] = []
        self.written: list[Array] = []

    def draw_back(self) -> None:
        """The walls behind, with a line at each level that has a number."""
        x, y = (-part / 2 for part in self.camera.front)
        heights = [self._height(k) for k in self.labelled]
        lines = [[(x, -y, z), (x, y, z), (-x, y, z)] for z in [*heights, HEIGHT]]
        lines += [[(a, b, BASE), (a, b, HEIGHT)] for a, b in [(x, -y), (x, y), (-x, y)]]
        self._draw([self._seen(np.array(line)) for line in lines], self.pen.theme.wall, 1)

    def draw_front(self, horizon: Horizon) -> None:
        """Edges of the body, numbers and names."""
        edges = [*self._edges(), *self._rims(horizon)]
        self._draw([self._seen(line) for line in edges], self.pen.theme.edge, 4)
        for axis in (0, 1):
            self._draw_ground_axis(axis)
        self._draw_levels()
        self._draw(self.ticks, self.pen.theme.soft, 5)
        (left, right), top = self.axes.get_xlim(), self.axes.get_ylim()[1]
        caption = self.pen.say.name(CAPTIONS[self.terrain.relief.geometric])
        size = fitting(caption, NUMBER, (right - left) / self.step)
        place = np.array([left, top - 8 * self.step])
        self._write(place, caption, size, self.pen.theme.soft, ha="left")

    def _height(self, level: int) -> float:
        return float(self.terrain.height(np.array(level + 1.0)))

    def _seen(self, places: Array) -> Array:
        x, y, z = places.T
        return self.camera.see(x, y, z)

    def _draw(self, lines: Sequence[Array], colour: Any, zorder: float) -> None:
        """Lines as the camera sees them."""
        width = self.pen.points(1)
        drawn = LineCollection(lines, colors=[colour], linewidths=width, zorder=zorder)
        self.axes.add_collection(drawn, autolim=False)

    def _edges(self) -> list[Array]:
        """The floor's edge and the three upright ones that look at the viewer, (n, 3) each."""
        x, y = (part / 2 for part in self.camera.front)
        lines = [np.array([(x, -y, BASE), (x, y, BASE), (-x, y, BASE)])]
        for a, b in [(x, -y), (x, y), (-x, y)]:
            top = float(self.terrain.ground(np.array(a), np.array(b)))
            if np.isfinite(top):
                lines.append(np.array([(a, b, BASE), (a, b, top)]))
        return lines

    def _rims(self, horizon: Horizon) -> list[Array]:
        """The ground's four edges as far as they are seen, (n, 3) each."""
        along = self.terrain.sides
        lines = []
        for edge in (np.full_like(along, -0.5), np.full_like(along, 0.5)):
            for x, y in ((edge, along), (along, edge)):
                z = self.terrain.ground(x, y)
                hidden = ~(horizon.clearance(x, y, z) >= 0)
                lines.append(np.column_stack([x, y, np.where(hidden, np.nan, z)]))
        return lines

    def _draw_ground_axis(self, axis: int) -> None:
        """Numbers and the name of x or y, along the foot of the side that looks at the viewer."""
        other = self.camera.front[1 - axis] / 2

        def foot(along: float, across: float) -> Array:
            x, y = (along, across) if axis == 0 else (across, along)
            return self.camera.see(np.array(x), np.array(y), BASE)

        begin, end = foot(-0.5, other), foot(0.5, other)
        way = foot(0, 2 * other) - foot(0, other)
        way = way / (np.hypot(way[0], way[1]) or 1)
        room = float(np.hypot(*(end - begin))) / self.step
        if room < GAP:
            return  # seen almost from its end
        middle = (begin + end) / 2 + way * AWAY * self.step
        name = self.pen.say.name(self.surface.axes[axis])  # numbers make room for it
        self._write(middle, name, NAME, self.pen.theme.ink, style="italic")
        low, high = (self.surface.xlim, self.surface.ylim)[axis]
        for value in round_numbers(low, high, int(room / GAP)):
            share = (value - low) / (high - low)
            self._tick(begin + share * (end - begin), way, self.pen.say.short(value))

    def _draw_levels(self) -> None:
        """Losses along the edge that is seen furthest to the left."""
        if not self.labelled:
            return  # seen from above the axis is a point
        corners = np.array([(-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5)])
        x, y = corners[np.argmin(corners @ self.camera.right)]
        for k in self.labelled:
            at = self.camera.see(x, y, self._height(k))
            self._tick(at, np.array([-1.0, 0.0]), self.pen.say.short(self.terrain.relief.levels[k]))
        above = self.camera.see(x, y, HEIGHT) + np.array([-14, 12]) * self.step
        self._write(above, self.pen.say("chart.loss"), NAME, self.pen.theme.ink, style="italic")

    def _tick(self, at: Array, way: Array, words: str) -> None:
        """A tick and its number; where another text stands already both are left out."""
        half = LETTER / 2 * NUMBER * len(words)
        out = np.array([TICK + 4 + half, TICK + 9]) * self.step
        if self._write(at + way * out, words, NUMBER, self.pen.theme.soft):
            self.ticks.append(np.stack([at, at + way * TICK * self.step]))

    def _write(self, at: Array, words: str, size: float, colour: str, **how: Any) -> bool:
        """Write words round a place, if nothing else stands there."""
        half = np.array([LETTER / 2 * size * len(words) + 3, 0.6 * size]) * self.step
        x, y = at
        left = x if how.get("ha") == "left" else x - half[0]
        corners = np.array([(left, y - half[1]), (left + 2 * half[0], y + half[1])])
        if any((corners[0] < b).all() and (corners[1] > a).all() for a, b in self.written):
            return False
        self.written.append(corners)
        style: dict[str, Any] = {
            "ha": "center",
            "va": "center",
            "family": families(words),
            "size": self.pen.points(size),
            "color": colour,
            "parse_math": False,
            "zorder": 6,
        }
        self.axes.text(x, y, words, **style | how)
        return True


def labelled(levels: Array, spacing: float) -> list[int]:
    """Places of the levels that are written along the upright axis, `spacing` pixels apart.

    Every so many that there is room, and of those the ones that are quickest to read; the same as
    web/plot/levels.js chooses.
    """
    if spacing * len(levels) < 2 * LINE:
        return []
    least = int(np.ceil(LINE / spacing))
    efforts = [effort(float(level)) for level in levels]

    def cost(choice: tuple[int, int]) -> float:
        first, stride = choice
        chosen = efforts[first::stride]
        return sum(chosen) / len(chosen) + (stride - least) / 2

    strides = range(least, least + 3)
    choices = [(first, each) for each in strides for first in range(min(each, len(levels)))]
    first, stride = min(choices, key=cost)
    return list(range(first, len(levels), stride))


def effort(value: float) -> int:
    """How long a number is to read; zero and powers of ten are the quickest."""
    words = short(value)
    return len(words) + (0 if QUICK.fullmatch(words) else 4)
