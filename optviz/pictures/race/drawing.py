"""A race as a matplotlib figure: what stands still, and what moves with the steps."""

from collections.abc import Sequence

from matplotlib.axes import Axes

from optviz.pictures.composition import Composition
from optviz.pictures.counter import Counter
from optviz.pictures.labels import conditions, draw_header, draw_legend, race_named
from optviz.pictures.layout import AXES, Layout, layout
from optviz.pictures.marks import HEAD_RADIUS
from optviz.pictures.picture import Picture
from optviz.pictures.race.chart import draw_chart, strands_on_chart
from optviz.pictures.space.camera import Camera
from optviz.pictures.space.space import Space
from optviz.pictures.top_view import draw_above, strands_above
from optviz.pictures.trails import Strand, Trails
from optviz.style import styles_for


class Drawing(Picture):
    """A race, drawn.

    Attributes:
        composition: what it shows.
        turning: the views in space, with the trails in them.
    """

    def __init__(self, composition: Composition) -> None:
        self.composition = composition
        self.layout: Layout = layout(composition)
        self.turning: list[tuple[Space, Trails]] = []
        self.styles = styles_for(composition.race.entrants)
        super().__init__(composition)

    def show(self, step: int) -> None:
        """Move trails, heads and the counter to a step."""
        for artist in self.moving:
            artist.step = min(step, self.steps)  # type: ignore[attr-defined]
            artist.stale = True

    def look_from(self, elevation: float, azimuth: float) -> None:
        """Turn the camera of the view in space, if there is one; degrees."""
        for space, trails in self.turning:
            trails.lay(space.look(Camera(elevation, azimuth)))

    def draw(self) -> None:
        """Header, legend, views and chart."""
        composition, where, race = self.composition, self.layout, self.composition.race
        title = composition.title or race.surface.name
        words = conditions(race.surface, race.start, race.steps, race.seed)
        draw_header(self.figure, title, words, where.header, self.pen)
        draw_legend(self.figure, race_named(composition), where, self.pen)
        for view, rect in zip(composition.views, where.views, strict=True):
            if view == "above":
                axes = self.axes_at(rect.inside(*(each * where.scale for each in AXES)))
                draw_above(axes, race, self.pen)
                self._move(axes, strands_above(race.surface, race.runs, self.styles), HEAD_RADIUS)
            else:
                axes = self.axes_at(rect)
                space = Space(axes, rect, race, self.styles, self.pen)
                trails = self._move(axes, space.look(Camera(*composition.camera)), HEAD_RADIUS)
                self.turning.append((space, trails))
        if where.chart:
            axes = self.axes_at(where.chart.inside(*(each * where.scale for each in AXES)))
            draw_chart(axes, composition, self.pen)
            strands = strands_on_chart(composition, race.runs, self.styles)
            self._move(axes, strands, 0.7 * HEAD_RADIUS)
        counter = Counter(self.figure, where.header, self.pen, race.steps)
        self.figure.add_artist(counter)
        self.moving.append(counter)

    def _move(self, axes: Axes, strands: Sequence[Strand], radius: float) -> Trails:
        trails = Trails(axes, strands, self.pen, radius)
        self.figure.add_artist(trails)
        self.moving.append(trails)
        return trails
