"""The loss over the steps, its median and quartiles, and beside it each run's last one."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.path import Path
from matplotlib.transforms import IdentityTransform
from numpy.typing import NDArray

from optviz.pictures.frame import style_axes
from optviz.pictures.lines import through
from optviz.pictures.marks import HEADS, reach
from optviz.pictures.race.chart import RIM, TICK, Upright, floored, loss_axis
from optviz.pictures.strand import Strand, held
from optviz.pictures.theme import Pen
from optviz.race import Trajectory
from optviz.race.bundles import QUARTILES, Band, band, losses, quantile
from optviz.style import RunStyle

Array = NDArray[np.float64]

FILL = 0.16  # opacity of the space between the quartiles
EDGE = 0.45  # and of the quartiles themselves
DOT, FAINT = 2.4, 0.6  # pixels of a run's dot, from its middle, and its opacity
COLUMN = 0.76  # of the width that each optimizer has, is taken by its dots
BAR = 2.2  # pixels of the line at the median
BELOW = 17  # pixels from the frame of the distribution to its name, as where numbers are between


def median_on_chart(run: Trajectory, style: RunStyle, upright: Upright) -> Strand:
    """The median over the steps, as far as it is finite."""
    median = band(run).median
    last = int(np.isfinite(median).sum()) - 1
    points = np.column_stack([np.arange(len(median)), floored(median, upright.spacing)])
    return Strand(style, through(points[: last + 1]), held(points, last), name=run.name)


class Bands(Artist):
    """Between the quartiles of each optimizer's losses, up to `step`."""

    zorder = 5

    def __init__(
        self,
        axes: Axes,
        bands: Sequence[Band],
        upright: Upright,
        styles: Sequence[RunStyle],
        pen: Pen,
    ) -> None:
        """Bands that are cut where they leave the axes; what is infinite is beyond these."""
        super().__init__()
        self.styles, self.pen = styles, pen
        limits = upright.spacing.beyond(*axes.get_ylim(), 0.5)
        self.edges = [[np.clip(edge, *limits) for edge in (each.low, each.high)] for each in bands]
        self.step = 0.0
        self.set_transform(axes.transData)
        self.set_clip_box(axes.bbox)

    def draw(self, renderer: Any) -> None:
        """First all that is filled, then the edges."""
        if not self.get_visible() or self.step <= 0:
            return
        gc = renderer.new_gc()
        gc.set_clip_rectangle(self.get_clip_box())
        shown = [self._edges(each) for each in self.edges]
        gc.set_linewidth(0)
        for (low, high), style in zip(shown, self.styles, strict=True):
            fill = to_rgba(self.pen.theme.colour_of(style), FILL)
            whole = Path(np.concatenate([low, high[::-1]]))
            renderer.draw_path(gc, whole, IdentityTransform(), fill)
        gc.set_linewidth(self.pen.points(1))
        for edges, style in zip(shown, self.styles, strict=True):
            gc.set_foreground(to_rgba(self.pen.theme.colour_of(style), EDGE), isRGBA=True)
            for edge in edges:
                renderer.draw_path(gc, Path(edge), IdentityTransform())
        gc.restore()
        self.stale = False

    def _edges(self, edges: Sequence[Array]) -> list[Array]:
        """Both edges up to the step, (n, 2) in pixels; between two steps as straight lines go."""
        before, share = int(self.step), self.step % 1
        steps = np.arange(before + 2 if share else before + 1)
        to = self.get_transform().transform
        laid = [to(np.column_stack([steps, edge[: len(steps)]])) for edge in edges]
        for edge in laid if share else ():
            edge[-1] = edge[-2] + share * (edge[-1] - edge[-2])
        return laid


def band_axis(bands: Sequence[Band]) -> Upright:
    """Between all that is finite of the bands."""
    return loss_axis([edge for each in bands for edge in (each.low, each.median, each.high)])


def draw_distribution(
    axes: Axes, runs: Sequence[Trajectory], styles: Sequence[RunStyle], pen: Pen
) -> None:
    """Each run's last loss, in a column for each optimizer, and the quartiles.

    Dots stand from left to right in the order of the seeds or starts. Runs that ended early have
    none; at least one has not.
    """
    finals = [losses(run)[-1] for run in runs]
    upright = loss_axis(finals)
    finals = [floored(each, upright.spacing) for each in finals]
    name = pen.say("bundle.after", steps=len(runs[0].grad))
    style_strip(axes, len(runs), upright, name, pen)
    _, beyond = upright.spacing.beyond(*axes.get_ylim(), 0.5)  # what is infinite is drawn there
    for i, (values, style) in enumerate(zip(finals, styles, strict=True)):
        draw_dots(axes, i + 0.5, values, style, pen)
        draw_box(axes, i + 0.5, np.minimum(values, beyond), pen.theme.colour_of(style), pen)


def style_strip(axes: Axes, columns: int, upright: Upright, name: str, pen: Pen) -> None:
    """A frame with the numbers to its right."""
    up = RIM * pen.scale / axes.bbox.height
    limits = upright.spacing.beyond(upright.low, upright.high, up)
    upright.spacing.lay(axes, "y")
    axes.set(xlim=(0, columns), ylim=limits, facecolor="none")
    style_axes(axes, (name, ""), pen)
    axes.set_xticks([])
    axes.yaxis.tick_right()
    most = max(2, int(axes.bbox.height / (TICK * pen.scale)))
    upright.spacing.number_axis(axes.yaxis, limits, most, pen.say)
    axes.xaxis.label.set(style="normal")
    axes.xaxis.labelpad = pen.points(BELOW)
    axes.grid(axis="y", color=pen.theme.wall, linewidth=pen.points(1))
    axes.set_axisbelow(True)
    for side in ("top", "left"):
        axes.spines[side].set_visible(False)


def draw_dots(axes: Axes, middle: float, values: Array, style: RunStyle, pen: Pen) -> None:
    """The runs of an optimizer in its column."""
    across = middle + COLUMN * ((np.arange(len(values)) + 0.5) / len(values) - 0.5)
    fine = np.isfinite(values)
    axes.plot(
        across[fine],
        values[fine],
        linestyle="",
        marker=HEADS[style.marker],
        markersize=2 * pen.points(DOT) * reach(style.marker),
        markerfacecolor=to_rgba(pen.theme.colour_of(style), FAINT),
        markeredgewidth=0,
    )


def draw_box(axes: Axes, middle: float, values: Array, colour: str, pen: Pen) -> None:
    """A frame from quartile to quartile, as far as it is seen, and a thicker line at the median."""
    low, median, high = (float(quantile(values, share)) for share in QUARTILES)
    left, right = middle - COLUMN / 2, middle + COLUMN / 2
    box = [(left, low), (right, low), (right, high), (left, high), (left, low)]
    for corners, width in ((box, 1.0), ([(left, median), (right, median)], BAR)):
        x, y = zip(*corners, strict=True)
        axes.plot(x, y, color=colour, linewidth=pen.points(width), solid_capstyle="butt")
