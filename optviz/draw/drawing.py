"""A race as a matplotlib figure: what stands still, and what moves with the steps."""

from collections.abc import Sequence

import matplotlib as mpl
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from optviz.draw.above import draw_above, strands_above
from optviz.draw.camera import Camera
from optviz.draw.chart import draw_chart, strands_on_chart
from optviz.draw.composition import Composition
from optviz.draw.counter import Counter
from optviz.draw.layout import AXES, Layout, Rect, layout
from optviz.draw.marks import HEAD_RADIUS
from optviz.draw.space import Space
from optviz.draw.theme import DPI, THEMES, Pen
from optviz.draw.trails import Strand, Trails
from optviz.draw.words import draw_header, draw_legend
from optviz.style import looks_of


class Drawing:
    """A composition, drawn.

    Attributes:
        composition: what it shows.
        figure: of the composition's size at 100 dots per inch.
        moving: the artists that change with the step; nothing that stands still is above them.
    """

    def __init__(self, composition: Composition) -> None:
        self.composition = composition
        self.layout: Layout = layout(composition)
        self.pen = Pen(THEMES[composition.theme], self.layout.scale)
        self.moving: list[Artist] = []
        self.turning: list[tuple[Space, Trails]] = []
        self.looks = looks_of([run.optimizer for run in composition.race])
        with mpl.rc_context(mpl.rcParamsDefault):  # a visitor's matplotlibrc is for their figures
            inches = [side / DPI for side in composition.size]
            paper = self.pen.theme.paper
            self.figure = Figure((inches[0], inches[1]), dpi=DPI, facecolor=paper)
            FigureCanvasAgg(self.figure)
            self._draw()

    def show(self, step: int) -> None:
        """Move everything that moves to a step."""
        for artist in self.moving:
            artist.step = min(step, self.composition.race.steps)  # type: ignore[attr-defined]
            artist.stale = True

    def look_from(self, elevation: float, azimuth: float) -> None:
        """Turn the camera of the view in space, if there is one; degrees."""
        for space, trails in self.turning:
            trails.lay(space.look(Camera(elevation, azimuth)))

    def _draw(self) -> None:
        composition, where, race = self.composition, self.layout, self.composition.race
        draw_header(self.figure, composition, where, self.pen)
        draw_legend(self.figure, composition, where, self.pen)
        for view, rect in zip(composition.views, where.views, strict=True):
            if view == "above":
                axes = self._axes(rect.inside(*(each * where.scale for each in AXES)))
                draw_above(axes, race, self.pen)
                self._move(axes, strands_above(race.surface, race.runs, self.looks), HEAD_RADIUS)
            else:
                axes = self._axes(rect)
                space = Space(axes, rect, race, self.looks, self.pen)
                trails = self._move(axes, space.look(Camera(*composition.camera)), HEAD_RADIUS)
                self.turning.append((space, trails))
        if where.chart:
            axes = self._axes(where.chart.inside(*(each * where.scale for each in AXES)))
            draw_chart(axes, composition, self.pen)
            strands = strands_on_chart(composition, race.runs, self.looks)
            self._move(axes, strands, 0.7 * HEAD_RADIUS)
        counter = Counter(self.figure, where, self.pen, race.steps)
        self.figure.add_artist(counter)
        self.moving.append(counter)

    def _move(self, axes: Axes, strands: Sequence[Strand], radius: float) -> Trails:
        trails = Trails(axes, strands, self.pen, radius)
        self.figure.add_artist(trails)
        self.moving.append(trails)
        return trails

    def _axes(self, rect: Rect) -> Axes:
        width, height = self.composition.size
        return self.figure.add_axes(
            (
                rect.left / width,
                1 - rect.bottom / height,
                rect.width / width,
                rect.height / height,
            )
        )
