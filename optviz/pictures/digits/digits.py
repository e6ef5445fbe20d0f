"""The digits as one picture: who tells how many right by epoch, and the plane of their ways."""

import math
from dataclasses import dataclass
from io import BytesIO

import matplotlib as mpl
import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from optviz.entrants import entrants
from optviz.optimizers import Optimizer
from optviz.pictures.composition import LARGEST, SMALLEST, choose
from optviz.pictures.labels import NAME, SAMPLE, SMALL, TITLE, draw_sample, fitting, width_of, write
from optviz.pictures.layout import AXES, HEADER, PAD, WIDE, Rect, beside_each_other
from optviz.pictures.lines import cut
from optviz.pictures.marks import HEAD_RADIUS
from optviz.pictures.theme import DPI, THEMES, Pen
from optviz.pictures.top_view import draw_colours, draw_contours, draw_ring, style_axes
from optviz.pictures.trails import Strand, Trails
from optviz.race import whole
from optviz.studies.digits import Plane, Training
from optviz.style import SYMBOLS, RunStyle, settings_text, styles_for

SIZES = {"wide": (1280, 620), "phone": (420, 1120)}
LEAST_ACCURACY = 50  # percent; the chart's lower end, for all start at 10 and leave at once
CAPTION = 38  # pixels above each picture, for what it is
ENTRY_WIDTH, ENTRY_HEIGHT = 210, 52  # of an optimizer in the legend
PLANE_SHARE = 0.56  # of the height that both pictures have, where they stand one above the other
FINE = 200  # dots an inch of the ground's colours in SVG
HEAD_ROOM = 0.03  # of the chart's width, right of the last epoch, where the heads are
GAP = 16  # pixels between columns of the legend, and between the pictures
NARROW = 0.8  # of the left margin is enough where numbers are short


@dataclass(frozen=True)
class Parts:
    """Where everything stands, in pixels from the upper left corner."""

    scale: float
    header: Rect
    chart: Rect
    plane: Rect
    legend: Rect
    columns: int


def draw_digits(
    training: Training,
    plane: Plane,
    size: tuple[int, int] = SIZES["wide"],
    theme: str = "light",
) -> Figure:
    """The picture of a training.

    Args:
        training: what is shown.
        plane: its plane.
        size: width and height in pixels. Where it is wide, accuracy, plane and names stand side by
            side, otherwise one above the other.
        theme: "light" or "dark".

    Raises:
        ValueError: size or theme are not possible.
    """
    choose("theme", theme, THEMES)
    for name, side in zip(("width", "height"), size, strict=True):
        whole(name, side, SMALLEST, LARGEST)
    parts = arrange(size, len(training))
    pen = Pen(THEMES[theme], parts.scale)
    styles = styles_for(entrants([run.optimizer for run in training]))
    with mpl.rc_context(mpl.rcParamsDefault):
        inches = size[0] / DPI, size[1] / DPI
        figure = Figure(inches, dpi=DPI, facecolor=pen.theme.paper)
        FigureCanvasAgg(figure)
        draw_words(figure, parts, training, plane, pen)
        draw_names(figure, parts, training, plane, styles, pen)
        chart = axes_in(figure, parts.chart, pen)
        draw_accuracy(chart, training, pen)
        add_trails(figure, chart, accuracy_strands(training, styles), training.epochs, pen)
        ground = axes_in(figure, parts.plane, pen)
        draw_plane(ground, plane, pen)
        last = len(training.recorded) - 1
        add_trails(figure, ground, plane_strands(plane, styles), last, pen)
    return figure


def as_svg(figure: Figure) -> str:
    """The picture as SVG: lines and type as such, the ground's colours as an image."""
    file = BytesIO()
    with mpl.rc_context({**mpl.rcParamsDefault, "svg.hashsalt": "optviz"}):
        metadata = {"Creator": "optviz", "Date": None}
        figure.savefig(file, format="svg", dpi=FINE, metadata=metadata)
    return file.getvalue().decode()


def arrange(size: tuple[int, int], many: int) -> Parts:
    """The parts of a picture of such a size that names so many optimizers."""
    width, height = size
    scale = min(3.0, max(0.75, math.sqrt(width * height / (800 * 600))))
    pad = PAD * scale
    room = Rect(0, 0, width, height).inside(pad, pad * 0.8, pad, pad * 0.6)
    header = Rect(room.left, room.top, room.width, HEADER * scale)
    rest = room.inside(0, header.height, 0, 0)
    if width > WIDE * height:
        wide = ENTRY_WIDTH * scale
        legend = Rect(rest.right - wide, rest.top, wide, rest.height)
        chart, plane = beside_each_other(rest.inside(0, 0, wide + pad, 0), 2, pad)
        return Parts(scale, header, chart, plane, legend, 1)
    columns = max(1, int(rest.width // (ENTRY_WIDTH * 0.85 * scale)))
    tall = math.ceil(many / columns) * ENTRY_HEIGHT * scale
    legend = Rect(rest.left, rest.bottom - tall, rest.width, tall)
    pictures = rest.inside(0, 0, 0, tall + pad * 0.5)
    share = PLANE_SHARE * pictures.height
    chart = pictures.inside(0, 0, 0, share + GAP * scale)
    plane = pictures.inside(0, pictures.height - share, 0, 0)
    return Parts(scale, header, chart, plane, legend, columns)


def axes_in(figure: Figure, rect: Rect, pen: Pen) -> Axes:
    """Axes below the caption of a part, with room for their numbers."""
    left, top, right, bottom = (each * pen.scale for each in AXES)
    inner = rect.inside(NARROW * left, top + CAPTION * pen.scale, right, bottom)
    width, height = figure.get_size_inches() * DPI
    return figure.add_axes(
        (
            inner.left / width,
            1 - inner.bottom / height,
            inner.width / width,
            inner.height / height,
        )
    )


def draw_words(figure: Figure, parts: Parts, training: Training, plane: Plane, pen: Pen) -> None:
    """Title and conditions, and above both pictures what they are."""
    scale, theme = pen.scale, pen.theme
    rect = parts.header
    words = "650 weights that tell digits apart"
    size = fitting(words, TITLE * scale, rect.width, weight="bold")
    write(figure, (rect.left, rect.top + 10 * scale), words, size, theme.ink, weight="bold")
    words = (
        f"start 0; {training.epochs} epochs; minibatches of {training.batch}, seed "
        f"{training.seed}; split {training.split}"
    )
    size = fitting(words, SMALL * scale, rect.width)
    write(figure, (rect.left, rect.top + 31 * scale), words, size, theme.soft)
    captions = (
        (parts.chart, "Test accuracy", "share of 450 unseen digits told right"),
        (
            parts.plane,
            "The ways, seen in a plane",
            f"of two principal components: {share_text(plane.share)} of all variance",
        ),
    )
    for where, name, details in captions:
        size = fitting(name, NAME * scale, where.width, weight="bold")
        write(figure, (where.left, where.top + 9 * scale), name, size, theme.ink, weight="bold")
        size = fitting(details, SMALL * scale, where.width)
        write(figure, (where.left, where.top + 26 * scale), details, size, theme.soft)


def draw_names(
    figure: Figure,
    parts: Parts,
    training: Training,
    plane: Plane,
    styles: list[RunStyle],
    pen: Pen,
) -> None:
    """For everybody a sample of trail, the name, how it ended, settings and share in the plane."""
    rows = -(-len(training) // parts.columns)
    scale, theme = pen.scale, pen.theme
    wide = parts.legend.width / parts.columns
    tall = min(ENTRY_HEIGHT * scale * 1.1, parts.legend.height / rows)
    entries = zip(training, training.names, styles, plane.shares, strict=True)
    for k, (run, name, style, share) in enumerate(entries):
        column, row = divmod(k, rows)
        left = parts.legend.left + column * wide
        line = parts.legend.top + row * tall + 10 * scale
        draw_sample(figure, (left, line), style, pen)
        at = left + (SAMPLE + 8) * scale
        room = left + wide - at - (GAP * scale if parts.columns > 1 else 0)
        end = "diverged" if run.diverged else share_text(float(run.accuracy[-1]))
        space = room - width_of(end, NAME * scale) - 6 * scale
        size = fitting(name, NAME * scale, space, weight="bold")
        write(figure, (at, line), name, size, theme.ink, weight="bold")
        write(figure, (at + room, line), end, NAME * scale, theme.ink, ha="right")
        words = main_settings(run.optimizer)
        size = fitting(words, SMALL * scale, room)
        write(figure, (at, line + 15 * scale), words, size, theme.soft)
        words = f"{share_text(share)} in the plane"
        size = fitting(words, SMALL * scale, room)
        write(figure, (at, line + 29 * scale), words, size, theme.soft)


def main_settings(optimizer: Optimizer) -> str:
    """Its settings but for those that only keep it from dividing by 0."""
    parts = settings_text(optimizer).split(", ")
    return ", ".join(part for part in parts if not part.startswith(SYMBOLS["eps"]))


def share_text(share: float) -> str:
    """A share in percent, with one decimal."""
    return f"{100 * share:.1f} %" if math.isfinite(share) else "nothing"


def draw_accuracy(axes: Axes, training: Training, pen: Pen) -> None:
    """Axes and grid of the chart."""
    axes.set_xlim(0, (1 + HEAD_ROOM) * training.epochs)
    axes.set_ylim(LEAST_ACCURACY, 100)
    axes.locator_params(axis="x", integer=True, nbins=5)
    style_axes(axes, ("epoch", "accuracy, %"), pen)
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
    style_axes(axes, ("first component", "second component"), pen)
    for axis in (axes.xaxis.label, axes.yaxis.label):
        axis.set(style="normal")
    draw_ring(axes, plane.paths[0][0], pen)


def accuracy_strands(training: Training, styles: list[RunStyle]) -> list[Strand]:
    """Everybody's accuracy in percent over the epochs."""
    epochs = np.arange(training.epochs + 1.0)
    return [
        strand(np.column_stack([epochs, 100 * run.accuracy]), style)
        for run, style in zip(training, styles, strict=True)
    ]


def plane_strands(plane: Plane, styles: list[RunStyle]) -> list[Strand]:
    """Everybody's way over the plane, record by record."""
    return [strand(path, style) for path, style in zip(plane.paths, styles, strict=True)]


def strand(points: np.ndarray[tuple[int, int], np.dtype[np.float64]], style: RunStyle) -> Strand:
    """Points, (n, 2), as a trail; where they become nan, its head stays at the last one."""
    fine = points[np.isfinite(points).all(axis=-1)]
    edge = np.full(2, np.inf)
    heads = points.copy()
    heads[len(fine) :] = fine[-1]
    return Strand(style, cut(fine, -edge, edge), heads)


def add_trails(figure: Figure, axes: Axes, strands: list[Strand], last: int, pen: Pen) -> None:
    """The whole trails, up to the last point."""
    trails = Trails(axes, strands, pen, 0.8 * HEAD_RADIUS)
    trails.step = last
    figure.add_artist(trails)
