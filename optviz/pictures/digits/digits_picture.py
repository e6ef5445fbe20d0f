"""The digits as one picture: test accuracy by epoch, and the plane of the weights' trails."""

import math

import numpy as np
from matplotlib.axes import Axes

from optviz.entrants import entrants
from optviz.pictures.contours import draw_contours
from optviz.pictures.digits.composition import DigitsComposition
from optviz.pictures.figure_style import Style
from optviz.pictures.frame import style_axes
from optviz.pictures.labels import (
    NAME,
    SMALL,
    draw_header,
    fitting,
    write,
)
from optviz.pictures.layout import (
    AXES,
    ENTRY_HEIGHT,
    LEAST_ENTRY,
    LINE,
    NAME_HEIGHT,
    NAME_WIDTH,
    PAD,
    WIDE,
    Layout,
    Rect,
    beside_each_other,
    header_of,
    room_of,
    scale_of,
)
from optviz.pictures.legend import Named, draw_legend
from optviz.pictures.lines import cut
from optviz.pictures.marks import HEAD_RADIUS
from optviz.pictures.picture import Picture
from optviz.pictures.strand import Strand
from optviz.pictures.theme import Pen
from optviz.pictures.top_view import draw_colours, draw_ring
from optviz.pictures.trails import Trails
from optviz.studies.digits import Plane, Training
from optviz.style import RunStyle, settings_text
from optviz.words import Words

SIZES = {"wide": (1280, 620), "phone": (420, 1120)}
LEAST_ACCURACY = 50  # percent; the chart's lower end, for all start at 10 and leave at once
CAPTION = 38  # pixels above each part, for what it is
ENTRY_WIDTH = 210  # pixels, of an optimizer in the legend
PLANE_SHARE = 0.56  # of the height that both parts have, where they stand one above the other
HEAD_ROOM = 0.03  # of the chart's width, right of the last epoch, where the heads are
LEAST_PART = 150  # parts lower than this get the room of the legend's details, or stand abreast
GAP = 16  # pixels between the parts
KEEPS_FROM_0 = ("eps", "eps_hat")  # divisions; the legend has no room for these settings


class DigitsPicture(Picture):
    """A study of the digits, drawn: the training of its first split, after the last step.

    Where the picture is wide, accuracy, plane and legend stand side by side, otherwise one above
    the other, as far as there is room.

    Attributes:
        composition: what it shows.
    """

    def __init__(self, composition: DigitsComposition) -> None:
        self.composition = composition
        self.training = composition.study.shown
        self.plane = composition.study.plane
        self.layout = digits_layout(
            composition.options.sheet, len(self.training), composition.options.titled
        )
        self.styles = composition.options.style.looks(
            entrants([run.optimizer for run in self.training])
        )
        super().__init__(composition)

    def show(self, step: float) -> None:
        """Nothing moves."""

    def draw(self) -> None:
        """Header, legend, accuracy and plane."""
        training, plane, where = self.training, self.plane, self.layout
        say = self.pen.say
        title = self.composition.options.title_or(say("digits.title"))
        words = say(
            "digits.conditions",
            epochs=training.epochs,
            batch=training.batch,
            seed=training.seed,
            split=training.split,
        )
        draw_header(self.figure, title, words, where.header, self.pen, counted=False)
        draw_legend(self.figure, legend_of(training, plane, self.pen.style), where, self.pen)
        chart, ground = where.views
        self._draw_caption(chart, say("digits.accuracy"), say("digits.accuracy_is"))
        axes = self._axes_below_caption(chart)
        draw_accuracy(axes, training, self.pen)
        self._add_trails(axes, accuracy_strands(training, self.styles), training.epochs)
        held = say("digits.plane_is", share=share_text(plane.share, say))
        self._draw_caption(ground, say("digits.plane"), held)
        axes = self._axes_below_caption(ground)
        draw_plane(axes, plane, self.pen)
        self._add_trails(axes, plane_strands(plane, self.styles), len(training.recorded) - 1)

    def _draw_caption(self, rect: Rect, name: str, details: str) -> None:
        """What a part is."""
        scale, theme = self.pen.scale, self.pen.theme
        size = fitting(name, NAME * scale, rect.width, weight="bold")
        write(self.figure, (rect.left, rect.top + 9 * scale), name, size, theme.ink, weight="bold")
        size = fitting(details, SMALL * scale, rect.width)
        write(self.figure, (rect.left, rect.top + 26 * scale), details, size, theme.soft)

    def _axes_below_caption(self, rect: Rect) -> Axes:
        """Axes in a part of the picture, with room for their numbers."""
        left, top, right, bottom = (each * self.pen.scale for each in AXES)
        above = top + CAPTION * self.pen.scale
        return self.axes_at(rect.inside(left, above, right, bottom))

    def _add_trails(self, axes: Axes, strands: list[Strand], last: int) -> None:
        """The whole trails, up to the last point."""
        trails = Trails(axes, strands, self.pen, 0.8 * HEAD_RADIUS)
        trails.add_to_axes(last)


def digits_layout(size: tuple[float, float], entries: int, titled: bool = True) -> Layout:
    """The parts of a picture of such a size with so many optimizers, with a title or without."""
    width, height = size
    scale = scale_of(size)
    pad = PAD * scale
    room = room_of(size)
    header = header_of(size, titled)
    rest = room.inside(0, header.height, 0, 0)
    if width > WIDE * height:
        detailed = rest.height >= entries * (LEAST_ENTRY + LINE) * scale
        wide = (ENTRY_WIDTH if detailed else NAME_WIDTH) * scale
        legend = Rect(rest.right - wide, rest.top, wide, rest.height)
        views = beside_each_other(rest.inside(0, 0, wide + pad, 0), 2, pad)
        return Layout(scale, header, views, None, legend, 1, detailed)
    columns = max(1, int(rest.width // (ENTRY_WIDTH * 0.85 * scale)))
    tall = math.ceil(entries / columns) * (ENTRY_HEIGHT + LINE) * scale
    detailed = rest.height - tall >= 2 * LEAST_PART * scale
    if not detailed:
        columns = max(1, int(rest.width // (NAME_WIDTH * scale)))
        tall = math.ceil(entries / columns) * NAME_HEIGHT * scale
    legend = Rect(rest.left, rest.bottom - tall, rest.width, tall)
    parts = rest.inside(0, 0, 0, tall + pad * 0.5)
    if parts.height < 2 * LEAST_PART * scale:
        views = beside_each_other(parts, 2, pad)
        return Layout(scale, header, views, None, legend, columns, detailed)
    share = PLANE_SHARE * parts.height
    chart = parts.inside(0, 0, 0, share + GAP * scale)
    plane = parts.inside(0, parts.height - share, 0, 0)
    return Layout(scale, header, (chart, plane), None, legend, columns, detailed)


def legend_of(training: Training, plane: Plane, style: Style) -> list[Named]:
    """For each optimizer its accuracy, its settings, and how much of its trail the plane holds."""
    say, looks = style.say, style.looks(entrants([run.optimizer for run in training]))
    return [
        Named(
            style.label_of(name),
            look,
            say("ending.diverged") if run.diverged else share_text(float(run.accuracy[-1]), say),
            (
                settings_text(run.optimizer, KEEPS_FROM_0, say),
                say("digits.in_plane", share=share_text(share, say)),
            ),
        )
        for run, name, look, share in zip(
            training, training.names, looks, plane.shares, strict=True
        )
    ]


def share_text(share: float, say: Words) -> str:
    """A share in percent, with one decimal."""
    return say.share(f"{100 * share:.1f}") if math.isfinite(share) else say("numbers.nothing")


def draw_accuracy(axes: Axes, training: Training, pen: Pen) -> None:
    """Axes and grid of the chart."""
    axes.set_xlim(0, (1 + HEAD_ROOM) * training.epochs)
    axes.set_ylim(LEAST_ACCURACY, 100)
    axes.locator_params(axis="x", integer=True, nbins=5)
    style_axes(axes, (pen.say("digits.epoch"), pen.say("chart.accuracy")), pen)
    axes.set_facecolor("none")
    axes.grid(axis="y", color=pen.theme.wall, linewidth=pen.points(1))
    axes.set_axisbelow(True)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    for axis in (axes.xaxis.label, axes.yaxis.label):
        axis.set(style="normal")


def draw_plane(axes: Axes, plane: Plane, pen: Pen) -> None:
    """The ground, its axes, and the start."""
    axes.set(xlim=plane.ground.x[[0, -1]], ylim=plane.ground.y[[0, -1]])
    draw_colours(axes, plane.ground, pen)
    draw_contours(axes, plane.ground, pen)
    style_axes(axes, (pen.say("digits.first"), pen.say("digits.second")), pen)
    for axis in (axes.xaxis.label, axes.yaxis.label):
        axis.set(style="normal")
    draw_ring(axes, plane.paths[0][0], pen)


def accuracy_strands(training: Training, styles: list[RunStyle]) -> list[Strand]:
    """Each optimizer's accuracy in percent over the epochs."""
    epochs = np.arange(training.epochs + 1.0)
    return [
        strand(np.column_stack([epochs, 100 * run.accuracy]), style)
        for run, style in zip(training, styles, strict=True)
    ]


def plane_strands(plane: Plane, styles: list[RunStyle]) -> list[Strand]:
    """Each optimizer's trail over the plane, record by record."""
    return [strand(path, style) for path, style in zip(plane.paths, styles, strict=True)]


def strand(points: np.ndarray[tuple[int, int], np.dtype[np.float64]], style: RunStyle) -> Strand:
    """Points, (n, 2), as a trail; where they become nan, its head stays at the last one."""
    fine = points[np.isfinite(points).all(axis=-1)]
    edge = np.full(2, np.inf)
    heads = points.copy()
    heads[len(fine) :] = fine[-1]
    return Strand(style, cut(fine, -edge, edge), heads)
