"""What is drawn over the steps: accuracy or loss, or loss over evaluations."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes

from optviz.optimizers import Array
from optviz.oracles.oracle import evaluations
from optviz.pictures.frame import fit_left, style_axes
from optviz.pictures.lines import through
from optviz.pictures.marks import CHART_HEADS, HEAD_RADIUS
from optviz.pictures.spacing import DECADES, EVEN, FLOOR, Spacing, loss_spacing
from optviz.pictures.strand import Strand, held
from optviz.pictures.theme import Pen
from optviz.pictures.trails import Trails
from optviz.race import Race, Trajectory
from optviz.schedules import change_steps
from optviz.style import RunStyle

TICK = 20  # pixels from number to number along the upright axis, at least
RIM = 7  # pixels round what is shown, for the heads at its edge
AIR = 0.05  # powers of ten between losses and the ends of their axis


@dataclass(frozen=True)
class Upright:
    """The upright axis.

    Attributes:
        spacing: of its numbers.
        low: its lower end.
        high: its upper end.
        name: what the numbers are, as the words have it.
    """

    spacing: Spacing
    low: float
    high: float
    name: str


def upright_of(race: Race, chart: str) -> Upright:
    """The upright axis of a race's chart."""
    if chart == "accuracy":
        return Upright(EVEN, 0, 100, "chart.accuracy")
    return loss_axis([run.loss for run in race])


def loss_axis(losses: Sequence[Array]) -> Upright:
    """Between the finite ones of losses, whose first is that at the start, with a little air."""
    seen = np.concatenate([each.ravel() for each in losses])
    seen = seen[np.isfinite(seen)]
    spacing = loss_spacing(seen, float(seen[0]))
    places = spacing.place(floored(seen, spacing))
    low, high = spacing.number(np.array([places.min() - AIR, places.max() + AIR]))
    return Upright(spacing, float(low), float(high), "chart.loss")


def floored(losses: Array, spacing: Spacing) -> Array:
    """Losses as they are drawn: powers of ten have no place for zero."""
    return np.maximum(losses, FLOOR) if spacing is DECADES else losses


def along_name(chart: str) -> str:
    """What a chart's numbers along are, as the words have it."""
    return "chart.cost" if chart == "cost" else "chart.step"


def frame_chart(axes: Axes, end: float, upright: Upright, along: str, pen: Pen) -> None:
    """Axes and grid, from 0 to an end; both names as the words have them."""
    rim = RIM * pen.scale / axes.bbox.width * end  # else the frame cuts heads in half
    up = RIM * pen.scale / axes.bbox.height
    limits = upright.spacing.beyond(upright.low, upright.high, up)
    upright.spacing.lay(axes, "y")
    axes.set(xlim=(-rim, end + rim), ylim=limits)
    count = max(2, int(axes.bbox.height / (TICK * pen.scale)))
    style_axes(axes, (pen.say(along), pen.say(upright.name)), pen)
    if upright.spacing is EVEN:
        axes.locator_params(axis="y", nbins=count)
    else:
        upright.spacing.number_axis(axes.yaxis, limits, count, pen.say)
    fit_left(axes, pen)
    axes.set_facecolor("none")
    axes.grid(axis="y", color=pen.theme.wall, linewidth=pen.points(1))
    axes.set_axisbelow(True)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    for axis in (axes.xaxis.label, axes.yaxis.label):
        axis.set(style="normal")


def draw_chart(
    axes: Axes, race: Race, chart: str, upright: Upright, styles: Sequence[RunStyle], pen: Pen
) -> Trails:
    """What moves; it is still to be added to the axes."""
    strands = strands_on_chart(race, chart, upright, styles)
    return Trails(axes, strands, pen, CHART_HEADS * HEAD_RADIUS, "lines")


def strands_on_chart(
    race: Race, chart: str, upright: Upright, styles: Sequence[RunStyle]
) -> list[Strand]:
    """Every run's accuracy in percent, or its loss, over steps or evaluations."""
    strands = []
    for run, style, places in zip(race, styles, across(race, chart), strict=True):
        last = int(run.last)
        if chart == "accuracy" and race.surface.accuracy:
            values = 100 * race.surface.accuracy(run.x[:, 0], run.x[:, 1])
        else:
            values = floored(run.loss, upright.spacing)
        points = np.column_stack([places, values])
        changes = change_steps(run.optimizer.settings())
        line, heads = through(points[: last + 1]), held(points, last)
        strands.append(Strand(style, line, heads, changes=changes, name=run.name))
    return strands


def end_of(race: Race, chart: str) -> float:
    """How far to the right the last iterate of all runs stands."""
    return max(float(np.nanmax(each)) for each in across(race, chart))


def across(runs: Iterable[Trajectory], chart: str) -> list[Array]:
    """How far to the right each iterate of each run stands, (steps + 1,)."""
    if chart == "cost":
        return [evaluations(run.optimizer, run.state, len(run.grad)) for run in runs]
    return [np.arange(len(run.x) + 0.0) for run in runs]
