"""A race as a matplotlib figure: what stands still, and what moves with the steps."""

from functools import partial

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes

from optviz.pictures.counter import Counter
from optviz.pictures.figure_style import NONE
from optviz.pictures.frame import frame_surface
from optviz.pictures.labels import draw_header
from optviz.pictures.layout import AXES, Layout, arrange
from optviz.pictures.legend import COUNTED, LegendLines, Named, draw_legend, entry_lines
from optviz.pictures.marks import HEAD_RADIUS, marks_text
from optviz.pictures.noted import origin_noted, settings_noted
from optviz.pictures.picture import Picture
from optviz.pictures.race.above import draw_race
from optviz.pictures.race.chart import along_name, draw_chart, end_of, frame_chart, upright_of
from optviz.pictures.race.cloud import CloudTrails, counts_at, minima_words
from optviz.pictures.race.composition import RaceComposition
from optviz.pictures.race.space.camera import Camera
from optviz.pictures.race.space.space import Space
from optviz.pictures.top_view import room_of
from optviz.pictures.trails import Trails
from optviz.race_words import conditions
from optviz.spec.parsing import cloud_of
from optviz.studies.cloud import columns_of
from optviz.studies.swarms import Swarms


class RacePicture(Picture):
    """A race, drawn.

    Attributes:
        composition: what it shows.
        views: the trails in all views.
        spaces: the views in space, with the trails in them.
    """

    def __init__(self, composition: RaceComposition) -> None:
        self.composition = composition
        self.layout = race_layout(composition)
        self.views: list[Trails] = []
        self.spaces: list[tuple[Space, Trails]] = []
        self.styles = composition.options.style.looks(composition.race.entrants)
        cloud = composition.options.cloud
        self.swarms = Swarms(composition.race, cloud_of(cloud)) if cloud else None
        super().__init__(composition)

    def show(self, step: float) -> None:
        """Move trails, heads and the counter to a step, or between two."""
        for artist in self.moving:
            artist.step = min(step, self.steps)  # type: ignore[attr-defined]
            artist.stale = True

    def fan_out(self) -> None:
        """Let heads that would cover each other stand beside the points that they mark."""
        for trails in self.views:
            trails.fan = True

    def turn(self, degrees: float) -> None:
        """Turn the camera of the view in space, if there is one."""
        elevation, azimuth = self.composition.camera
        for space, trails in self.spaces:
            trails.lay(space.look(Camera(elevation, azimuth + degrees)))

    def draw(self) -> None:
        """Header, legend, views and chart."""
        composition, where, race = self.composition, self.layout, self.composition.race
        words = conditions(race.surface, race.start, race.steps, race.seed, self.pen.say)
        columns = columns_of(race.surface, self.pen.say)
        letters = minima_words(columns) if self.swarms else ""
        hollow = self.pen.say("conditions.hollow") if composition.eased else ""
        marks = marks_text(race.surface, self.pen.style)
        words = "; ".join(filter(None, [words, hollow, marks, letters]))
        draw_header(self.figure, composition.title, words, where.header, self.pen)
        draw_legend(self.figure, legend_of(composition), where, self.pen)
        for view, rect in zip(composition.views, where.views, strict=True):
            if view == "above":
                axes = self.axes_at(rect.inside(*(each * where.scale for each in AXES)))
                frame_surface(axes, race.surface, self.pen)
                trails = draw_race(axes, race, self.styles, self.pen)
                if self.swarms:
                    room = np.stack(room_of(race.surface))
                    self._add(CloudTrails(axes, self.swarms, self.styles, self.pen, room), axes)
                self.views.append(self._move(trails))
            else:
                axes = self.axes_at(rect)
                space = Space(axes, rect, race, self.styles, self.pen)
                strands = space.look(Camera(*composition.camera))
                trails = Trails(axes, strands, self.pen, HEAD_RADIUS)
                trails.heads.gliding = composition.eased
                for artist in trails.artists:  # above what is drawn anew as the camera turns
                    self._add(artist)
                self.spaces.append((space, trails))
                self.views.append(trails)
                self.turning.append(axes)
        if where.chart and composition.chart:
            axes = self.axes_at(where.chart.inside(*(each * where.scale for each in AXES)))
            self._draw_chart(axes, composition.chart)
        if self.swarms:
            named = legend_of(composition)
            told = self.swarms
            if composition.eased:  # what is drawn is a step ahead of what is counted
                told = Swarms(race, cloud_of(composition.options.cloud or ""))
            counts = partial(counts_at, told, columns, self.pen.say)
            self._add(LegendLines(self.figure, named, where, self.pen, counts))
        self._add(Counter(self.figure, where.header, self.pen, race.steps))

    def _draw_chart(self, axes: Axes, chart: str) -> None:
        race, upright = self.composition.race, upright_of(self.composition.race, chart)
        frame_chart(axes, end_of(race, chart), upright, along_name(chart), self.pen)
        self._move(draw_chart(axes, race, chart, upright, self.styles, self.pen))

    def _move(self, trails: Trails) -> Trails:
        trails.heads.gliding = self.composition.eased
        trails.add_to_axes(0)
        self.moving += trails.artists
        return trails

    def _add(self, artist: Artist, axes: Axes | None = None) -> None:
        """Something that moves with the steps, in axes or above all of them."""
        (axes or self.figure).add_artist(artist)
        self.moving.append(artist)


def race_layout(composition: RaceComposition) -> Layout:
    """Where everything stands on a picture of a race."""
    entries = entry_lines(legend_of(composition))
    chart, options = composition.chart is not None, composition.options
    views, legend = len(composition.views), options.style.legend
    return arrange(options.sheet, entries, views, chart, options.titled, legend=legend)


def check_effects(composition: RaceComposition) -> None:
    """Raise ValueError where an option has no effect on the picture."""
    options = composition.options
    if options.cloud is not None:
        check_cloud(composition)
    if options.style.equal and "above" not in composition.views:
        raise ValueError("equal has no effect in space: add the view above, or leave it out")
    if options.camera is not None and "space" not in composition.views:
        raise ValueError("camera has no effect from above: add the view space, or leave it out")
    if composition.chart and options.chart and race_layout(composition).chart is None:
        raise ValueError(
            f"chart = {options.chart!r} finds no room on {options.measured.words}: "
            "give a larger size, or leave it out"
        )


def check_cloud(composition: RaceComposition) -> None:
    """Raise ValueError where a cloud cannot be seen, or its counts find no room."""
    if "above" not in composition.views:
        raise ValueError("cloud has no effect in space: add the view above, or leave it out")
    if composition.options.theme == "print":
        raise ValueError("a cloud's optimizers are told apart by colour: choose another theme")
    if composition.options.style.legend == NONE:
        raise ValueError("cloud has its counts in the legend: choose another legend than none")
    if not race_layout(composition).detailed:
        raise ValueError(
            f"cloud finds no room for its counts on {composition.options.measured.words}: "
            "give a larger size, or leave it out"
        )


def legend_of(composition: RaceComposition) -> list[Named]:
    """Each optimizer; beside the name where its settings come from, or how it ended."""
    race, style = composition.race, composition.options.style
    counted = (COUNTED,) * bool(composition.options.cloud)
    looks, settings = style.looks(race.entrants), settings_noted(race.entrants, style)
    named = []
    for run, look, said in zip(race, looks, settings, strict=True):
        told = run.ending if composition.endings else None
        note = told.told(style.say) if told else origin_noted(run.entrant, style)
        named.append(Named(style.label_of(run.name), look, note, (*said, *counted)))
    return named
