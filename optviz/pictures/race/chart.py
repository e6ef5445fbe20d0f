"""What is drawn below the race: accuracy or loss over the steps, or loss over evaluations."""

from collections.abc import Iterable, Sequence

import numpy as np
from matplotlib.axes import Axes

from optviz.optimizers import Array
from optviz.oracles.oracle import evaluations
from optviz.pictures.lines import cut
from optviz.pictures.race.composition import RaceComposition
from optviz.pictures.spacing import DECADES
from optviz.pictures.theme import Pen
from optviz.pictures.top_view import fit_left, style_axes
from optviz.pictures.trails import Strand, held
from optviz.race import Trajectory
from optviz.schedules import change_steps
from optviz.style import RunStyle

Span = tuple[float, float]

TICK = 20  # pixels from number to number along the upright axis, at least
RIM = 7  # pixels round what is shown, for the heads at its edge
FLOOR = 1e-16  # of what a logarithmic axis shows


def draw_chart(axes: Axes, composition: RaceComposition, pen: Pen) -> None:
    """Axes and grid."""
    race, chart = composition.race, composition.chart
    end = max(float(np.nanmax(each)) for each in across(race, chart))
    span = (0.0, 100.0) if chart == "accuracy" else loss_span(race)
    below = "losses, gradients and Hessians asked for" if chart == "cost" else "step"
    names = below, "accuracy, %" if chart == "accuracy" else "loss"
    draw_axes(axes, end, span, names, pen, decades=chart != "accuracy")


def draw_axes(
    axes: Axes, end: float, span: Span, names: tuple[str, str], pen: Pen, *, decades: bool
) -> None:
    """Axes and grid, from 0 to an end and of an upright span, which may be in powers of ten."""
    rim = RIM * pen.scale / axes.bbox.width * end  # else the frame cuts heads in half
    axes.set_xlim(-rim, end + rim)
    up = RIM * pen.scale / axes.bbox.height * (span[1] - span[0])
    span = span[0] - up, span[1] + up
    axes.set_ylim(*span)
    count = max(2, int(axes.bbox.height / (TICK * pen.scale)))
    axes.locator_params(axis="y", nbins=count)
    style_axes(axes, names, pen)
    if decades:
        DECADES.write_on(axes.yaxis, span, count)
    fit_left(axes, pen)
    axes.set_facecolor("none")
    axes.grid(axis="y", color=pen.theme.wall, linewidth=pen.points(1))
    axes.set_axisbelow(True)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    for axis in (axes.xaxis.label, axes.yaxis.label):
        axis.set(style="normal")


def strands_on_chart(
    composition: RaceComposition, runs: Sequence[Trajectory], styles: Sequence[RunStyle]
) -> list[Strand]:
    """Every run's accuracy in percent, or the logarithm of its loss, over steps or evaluations."""
    race = composition.race
    strands = []
    for run, style, places in zip(runs, styles, across(runs, composition.chart), strict=True):
        last = int(run.last)
        if composition.chart == "accuracy" and race.surface.accuracy:
            values = 100 * race.surface.accuracy(run.x[:, 0], run.x[:, 1])
        else:
            values = np.log10(np.maximum(run.loss, FLOOR))
        points = np.column_stack([places, values])
        low, high = np.array([0, -1e3]), np.array([np.nanmax(places), 1e3])
        line, heads = cut(points[: last + 1], low, high), held(points, last)
        changes = change_steps(run.optimizer.settings())
        strands.append(Strand(style, line, heads, changes=changes))
    return strands


def across(runs: Iterable[Trajectory], chart: str | None) -> list[Array]:
    """How far to the right each iterate of each run stands, (steps + 1,)."""
    if chart == "cost":
        return [evaluations(run.optimizer, run.state, len(run.grad)) for run in runs]
    return [np.arange(len(run.x) + 0.0) for run in runs]


def loss_span(race: Iterable[Trajectory]) -> Span:
    """Powers of ten between which the finite losses of all runs lie, with a little room."""
    return span_of([run.loss for run in race])


def span_of(values: Sequence[Array]) -> Span:
    """Powers of ten between which finite losses lie, with a little room; there are some."""
    losses = np.concatenate(values)
    powers = np.log10(np.maximum(losses[np.isfinite(losses)], FLOOR))
    return float(powers.min()) - 0.05, float(powers.max()) + 0.05
