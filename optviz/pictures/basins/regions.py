"""What changes on one panel of a basin map: which starts have arrived at which minimum."""

from dataclasses import replace

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patheffects import Normal, Stroke
from numpy.typing import NDArray

from optviz.basin_colors import letter, shades
from optviz.heightmap import heightmap
from optviz.pictures.contours import contour_lines, zoom_of
from optviz.pictures.fonts import FAMILY
from optviz.pictures.hatching import hatched, outline
from optviz.pictures.spacing import edges_of
from optviz.pictures.theme import Pen
from optviz.pictures.top_view import draw_valleys, valley_lines
from optviz.studies.basins import Basins
from optviz.studies.targets import DIVERGED, NOT_THERE

Array = NDArray[np.float64]
Pixels = NDArray[np.uint8]

LEVELS = 6  # contours, about
SHADES = 32  # of a hue; more cannot be told apart and make films larger
EDGE = 0.3  # opacity of what is laid round contours
DOT, MOST_LETTERS = 2, 12
DISC, TYPE = 8, 10.5  # pixels: the radius of the disc on a minimum, and the letter on it


class Regions:
    """One optimizer's panel.

    Attributes:
        axes: what it is drawn on.
        at: (rows, columns) the minimum at which each start has arrived, or why at none.
        moving: the artists that change with the step, in the order in which they lie on each other;
            nothing that stands still is above them.
    """

    def __init__(self, axes: Axes, basins: Basins, place: int, pen: Pen) -> None:
        """Draw it for the last step; `place` is the optimizer's."""
        self.axes = axes
        self.basins = replace(
            basins,
            minimum=basins.filled(basins.minimum)[place : place + 1].astype(np.int8),
            since=basins.filled(basins.since)[place : place + 1].astype(np.int32),
        )
        self.edges = edges_of(basins.x), edges_of(basins.y)
        self.colours = colours_of(self.basins)
        (left, right), (low, high) = ((each[0], each[-1]) for each in self.edges)
        self.image = axes.imshow(
            self.colours,
            extent=(left, right, low, high),
            origin="lower",
            aspect=axes.get_aspect(),  # else it would be set
            interpolation="nearest",
            zorder=0.5,
            label="_basins",
        )
        none = outline(np.zeros((1, 1), dtype=bool), np.zeros(2), np.zeros(2))
        self.hatches = {
            NOT_THERE: hatched("missed", none, pen),
            DIVERGED: hatched("diverged", none, pen),
        }
        for patch in self.hatches.values():
            axes.add_patch(patch)
        axes.set(xlim=basins.surface.xlim, ylim=basins.surface.ylim)
        ground = heightmap(basins.surface)
        every = max(1, round(len(ground.levels) / LEVELS))
        lines = contour_lines(axes, ground, pen, every, zorder=1.7)
        if (
            lines
        ):  # on bright basins light lines need a dark edge, on dark ones dark lines a light one
            edge = Stroke(linewidth=pen.points(2), foreground=pen.theme.paper, alpha=EDGE)
            lines.set_path_effects([edge, Normal()])
        marks = self._mark_minima(pen)
        frame = list(axes.spines.values())
        still = [lines] if lines else []
        self.moving: list[Artist] = [self.image, *self.hatches.values(), *still, *frame, *marks]
        self.show(basins.steps)

    def show(self, step: int) -> None:
        """Show where the runs are after so many steps."""
        self.at = at = self.basins.at(step)[0]
        picture = self.colours.copy()
        picture[at < 0, 3] = 0
        self.image.set_data(picture)
        for kind, patch in self.hatches.items():
            patch.set_path(outline(at == kind, *self.edges))

    def _mark_minima(self, pen: Pen) -> list[Artist]:
        """A disc with a letter on every minimum, or a dot where letters would hide the map.

        The lowest have discs of ink. Valleys are dashed.
        """
        lines = [np.array(line) for line in valley_lines(self.basins.surface)]
        marks: list[Artist] = []
        if self.basins.valleys:
            marks += draw_valleys(self.axes, lines, pen)
        lettered = len(self.basins.minima) <= MOST_LETTERS
        disc = DISC if lettered else DOT
        zoom = zoom_of(self.axes)
        room = min(self.axes.bbox.width, self.axes.bbox.height) / zoom
        radius = min(disc * pen.scale, 0.09 * room)
        for kind, (x, y) in enumerate(self.basins.minima):
            lowest = self.basins.lowest[kind]
            inside, line = (pen.theme.paper, pen.theme.ink)[:: -1 if lowest else 1]
            mark = Line2D(
                [x],
                [y],
                linestyle="",
                marker="o",
                markersize=2 * pen.points(radius / pen.scale),
                markerfacecolor=inside,
                markeredgecolor=line,
                markeredgewidth=pen.points(1),
                zorder=3,
                label="_minimum",
            )
            self.axes.add_line(mark)
            marks.append(mark)
            if not lettered:
                continue
            marks.append(
                self.axes.text(
                    x,
                    y,
                    letter(kind),
                    size=pen.points(TYPE * radius / DISC / pen.scale),
                    color=line,
                    family=[*pen.family, FAMILY],
                    weight="bold",
                    ha="center",
                    va="center_baseline",
                    zorder=4,
                    clip_on=True,
                )
            )
        return marks


def colours_of(basins: Basins) -> Pixels:
    """(rows, columns, 4) the colours of the first optimizer's starts after the last step."""
    minimum, since = basins.minimum[0], basins.since[0]
    share = np.floor(since / (basins.steps + 1) * SHADES) / (SHADES - 1)
    picture = np.zeros((*minimum.shape, 4), np.uint8)
    for kind in np.unique(minimum[minimum >= 0]):
        there = minimum == kind
        picture[there, :3] = np.round(255 * shades(int(kind), share[there]))
        picture[there, 3] = 255
    return picture


def counts_at(basins: Basins, step: int) -> NDArray[np.intp]:
    """How many of the known starts are where after so many steps.

    Returns:
        (optimizers, 2 + minima) how many diverged, are at no minimum, are at each of them.
    """
    at = basins.at(step)
    kinds = [DIVERGED, NOT_THERE, *range(len(basins.minima))]
    return np.stack([(at == kind).sum(axis=(1, 2)) for kind in kinds], axis=1)
