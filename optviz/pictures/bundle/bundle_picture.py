"""A race of many seeds or starts as a matplotlib figure."""

from collections.abc import Sequence
from functools import partial

from matplotlib.artist import Artist
from matplotlib.axes import Axes

from optviz.pictures.bundle.chart import Bands, band_axis, draw_distribution, median_on_chart
from optviz.pictures.bundle.composition import LOSS, BundleComposition
from optviz.pictures.bundle.trails import BundleTrails, lines_of, median_strand
from optviz.pictures.counter import Counter
from optviz.pictures.frame import frame_surface
from optviz.pictures.labels import draw_header
from optviz.pictures.layout import AXES, Layout, Rect, arrange
from optviz.pictures.legend import COUNTED, LegendLines, Named, draw_legend, entry_lines
from optviz.pictures.marks import CHART_HEADS, HEAD_RADIUS, marks_text
from optviz.pictures.noted import origin_noted, settings_noted
from optviz.pictures.picture import Picture
from optviz.pictures.race.chart import frame_chart
from optviz.pictures.strand import Strand
from optviz.pictures.top_view import draw_ground, draw_ring
from optviz.pictures.trails import Trails
from optviz.race import SeedsRace
from optviz.race.bundles import Bundled, ahead, band
from optviz.stories.bundles import bundle_conditions, lead_texts

STRIP = 0.36  # of the chart's width, for the last losses
LEAST_STRIP, LEAST_COLUMN = 90, 11  # pixels; with less room there are none
GAP, NUMBERS = 16, 38  # pixels between the two, and for the numbers to the right


class BundlePicture(Picture):
    """A race of many seeds or starts, drawn.

    Attributes:
        composition: what it shows.
        medians: the medians' trails.
    """

    def __init__(self, composition: BundleComposition) -> None:
        self.composition = composition
        self.layout = bundle_layout(composition)
        self.styles = composition.options.style.looks(composition.subject.entrants)
        super().__init__(composition)

    def show(self, step: float) -> None:
        """Move trails, bands, counts and the counter to a step, or between two."""
        for artist in self.moving:
            artist.step = min(step, self.steps)  # type: ignore[attr-defined]
            artist.stale = True

    def fan_out(self) -> None:
        """Let heads that would cover each other stand beside the points that they mark."""
        self.medians.fan = True

    def draw(self) -> None:
        """Header, legend, the view from above and the chart."""
        composition, where, subject = self.composition, self.layout, self.composition.subject
        say = self.pen.say
        said = [bundle_conditions(subject, say), say("bundle.median")]
        said += [say("conditions.hollow")] * composition.eased
        said += filter(None, [marks_text(subject.surface, self.pen.style)])
        draw_header(self.figure, composition.title, "; ".join(said), where.header, self.pen)
        named = legend_of(composition)
        draw_legend(self.figure, named, where, self.pen)
        self._draw_view(where.views[0])
        if where.chart:
            self._draw_chart(where.chart)
        if where.detailed:
            words = partial(lead_texts, subject, ahead(subject), say)
            self._add(LegendLines(self.figure, named, where, self.pen, words))
        self._add(Counter(self.figure, where.header, self.pen, subject.steps))

    def _draw_view(self, rect: Rect) -> None:
        subject, surface = self.composition.subject, self.composition.subject.surface
        axes = self.axes_at(rect.inside(*(each * self.layout.scale for each in AXES)))
        frame_surface(axes, surface, self.pen)
        draw_ground(axes, surface, self.pen)
        if isinstance(subject, SeedsRace):
            draw_ring(axes, subject.start, self.pen)
        lines = [lines_of(surface, run) for run in subject]
        self._add(BundleTrails(axes, lines, self.styles, self.pen), axes)
        pairs = zip(subject, self.styles, strict=True)
        strands = [median_strand(surface, run, style) for run, style in pairs]
        self.medians = self._move(axes, strands, HEAD_RADIUS)

    def _draw_chart(self, rect: Rect) -> None:
        """Over the steps, and beside it after the last of them."""
        subject, scale = self.composition.subject, self.layout.scale
        over, beside = chart_rects(rect.inside(*(each * scale for each in AXES)), subject, scale)
        axes, bands = self.axes_at(over), [band(run) for run in subject]
        upright = band_axis(bands)
        frame_chart(axes, subject.steps, upright, "chart.step", self.pen)
        self._add(Bands(axes, bands, upright, self.styles, self.pen), axes)
        pairs = zip(subject, self.styles, strict=True)
        strands = [median_on_chart(run, style, upright) for run, style in pairs]
        self._move(axes, strands, CHART_HEADS * HEAD_RADIUS)
        if beside:
            draw_distribution(self.axes_at(beside), subject.runs, self.styles, self.pen)

    def _move(self, axes: Axes, strands: Sequence[Strand], radius: float) -> Trails:
        trails = Trails(axes, strands, self.pen, radius)
        trails.heads.gliding = self.composition.eased
        trails.add_to_axes(0)
        self.moving += trails.artists
        return trails

    def _add(self, artist: Artist, axes: Axes | None = None) -> None:
        """Something that moves with the steps, in axes or above all of them."""
        (axes or self.figure).add_artist(artist)
        self.moving.append(artist)


def chart_rects(whole: Rect, subject: Bundled, scale: float) -> tuple[Rect, Rect | None]:
    """Where the chart is, and the last losses, if any run has one and there is room for them."""
    over = Rect(whole.left, whole.top, (1 - STRIP) * whole.width, whole.height)
    wide = whole.right - over.right - (GAP + NUMBERS) * scale
    arrived = any((run.last == subject.steps).any() for run in subject)
    if not arrived or wide < max(LEAST_STRIP, LEAST_COLUMN * len(subject)) * scale:
        return whole, None
    return over, Rect(over.right + GAP * scale, whole.top, wide, whole.height)


def bundle_layout(composition: BundleComposition) -> Layout:
    """Where everything stands on the picture."""
    options = composition.options
    entries = entry_lines(legend_of(composition))
    legend = options.style.legend
    return arrange(options.sheet, entries, 1, composition.chart, options.titled, legend=legend)


def legend_of(composition: BundleComposition) -> list[Named]:
    """Each optimizer, with room for in how many it is ahead."""
    entrants, style = composition.subject.entrants, composition.options.style
    looks, settings = style.looks(entrants), settings_noted(entrants, style)
    return [
        Named(style.label_of(each.name), look, origin_noted(each, style), (*said, COUNTED))
        for each, look, said in zip(entrants, looks, settings, strict=True)
    ]


def check_chart(composition: BundleComposition) -> None:
    """Raise ValueError where a chart that was asked for finds no room."""
    options = composition.options
    if options.chart == LOSS and bundle_layout(composition).chart is None:
        raise ValueError(
            f"chart = {options.chart!r} finds no room on {options.measured.words}: "
            "give a larger size, or leave it out"
        )
