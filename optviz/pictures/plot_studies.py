"""Pictures of sweeps and basin maps, drawn into axes of any figure, as `plot` draws races."""

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from optviz.basin_colors import shades
from optviz.endings import early_word
from optviz.pictures.axes_pen import pen_for
from optviz.pictures.basins.basin_picture import missed_words, named_place
from optviz.pictures.basins.regions import Regions
from optviz.pictures.contours import zoom_of
from optviz.pictures.figure_style import USUAL, Style
from optviz.pictures.heatmap.grid import Grid, draw_map
from optviz.pictures.heatmap.kind import HEATMAP, check_colours
from optviz.pictures.plot import axes_of, check_followed, name_axes, named
from optviz.pictures.spacing import Spacing
from optviz.pictures.sweep.composition import SweepComposition, SweepOptions
from optviz.pictures.sweep.curves import Curves, draw_curves, draw_strip
from optviz.pictures.sweep.kind import SWEEP
from optviz.pictures.sweep.rate_curves import GAP, ROW, TICK_X
from optviz.pictures.sweep.strips import strips_of
from optviz.pictures.theme import DPI, Pen
from optviz.pictures.trail import LeadingLine
from optviz.race import whole
from optviz.studies.basins import Basins
from optviz.studies.sweep import Sweep
from optviz.studies.targets import DIVERGED, NOT_THERE
from optviz.words import Words

SHEET = {"legend", "notes"}  # parts of a style that are of sheets, not of axes
STRIP_TYPE = 9  # pixels of type beside a strip


def plot_sweep(
    sweep: Sweep,
    ax: Axes | None = None,
    *,
    measure: str = "final",
    current: bool = True,
    style: Style = USUAL,
) -> Axes:
    """Draw a sweep: of one hyper-parameter a line for each optimizer, of two a heat map.

    What the upright axis of the lines has no place for, such as trials that diverged, stands on
    strips above the axes. `figure.colorbar(ax.collections[0])` has a heat map's colours.

    Args:
        sweep: what was tried.
        ax: where to; None for the current axes, as of `plt.gca()`.
        measure: "final", the last loss; or "steps", how many it took to the sweep's threshold.
        current: whether the optimizers' own values are marked.
        style: colours, labels and the language.

    Returns:
        The axes.

    Raises:
        ValueError: something is not possible; the sentence says what is.
    """
    if not isinstance(sweep, Sweep):
        raise ValueError(f"{named(sweep)} is no sweep: give the last that sweep(...) yields")
    single = len(sweep.swept) == 1
    check_followed(style, SWEEP.style - SHEET if single else HEATMAP.style)
    options = SweepOptions(measure=measure, current=current, style=style)
    composition = SweepComposition(sweep=sweep, options=options)
    if not single:
        check_colours(composition)
    axes = axes_of(ax)
    (plot_curves if single else plot_map)(axes, composition, pen_for(axes, style))
    return axes


def plot_curves(axes: Axes, composition: SweepComposition, pen: Pen) -> None:
    """A sweep of one hyper-parameter."""
    curves = Curves.of(composition)
    curves.scale(axes)
    name_axes(axes, curves.names, pen)
    number(axes, curves.across, "x", curves.sides, pen.say)
    draw_strips(axes, curves, draw_curves(axes, curves, pen), pen)


def draw_strips(axes: Axes, curves: Curves, lines: Sequence[LeadingLine], pen: Pen) -> None:
    """The strips that have something on them, above the axes; marks go with their lines."""
    height = axes.bbox.height / zoom_of(axes)  # pixels at 100 an inch
    type_size = pen.type(STRIP_TYPE)
    low = 1 + type_size / 2 * DPI / 72 / height  # the axis' last number may stand beside its end
    for strip in reversed(strips_of(curves.composition, curves.upright)):
        if not strip.rows:
            continue
        tall = max(ROW * pen.scale * len(strip.rows), 1.5 * type_size * DPI / 72)
        low += GAP * pen.scale / height
        beside = axes.inset_axes((0, low, 1, tall / height), sharex=axes)
        low += tall / height
        marks = draw_strip(beside, curves, strip, tall / len(strip.rows) / pen.scale, pen)
        beside.tick_params(axis="x", which="both", bottom=False, labelbottom=False)
        beside.tick_params(axis="y", left=False, labelsize=type_size)
        beside.set_yticks([(len(strip.rows) - 1) / 2], [strip.words])
        beside.set_label(strip.words)
        beside.grid(visible=False)
        for place, drawn in marks.items():
            lines[place].beside += drawn


def plot_map(axes: Axes, composition: SweepComposition, pen: Pen) -> None:
    """A sweep of two."""
    grid = Grid.of(composition)
    name_axes(axes, grid.words, pen)
    axes.grid(visible=False)
    draw_map(axes, grid, pen)
    for spacing, along, values in zip(grid.spacings, "xy", grid.values, strict=True):
        number(axes, spacing, along, (float(values[0]), float(values[-1])), pen.say)


def number(
    axes: Axes, spacing: Spacing, along: str, limits: tuple[float, float], say: Words
) -> None:
    """Numbers on a scale for which matplotlib has none; on others they are its own."""
    if spacing.scale == "function":
        axis, box = (axes.xaxis, axes.bbox.width), (axes.yaxis, axes.bbox.height)
        which, length = axis if along == "x" else box
        most = max(2, int(length / zoom_of(axes) / TICK_X))
        spacing.number_axis(which, limits, most, say)


def plot_basins(
    basins: Basins,
    ax: Axes | None = None,
    *,
    optimizer: str | int | None = None,
    step: int | None = None,
    style: Style = USUAL,
) -> Axes:
    """Draw in which minimum the runs of one optimizer are, from where; bright if there soon.

    Args:
        basins: a basin map.
        ax: where to; None for the current axes, as of `plt.gca()`.
        optimizer: its name or its place; may be left out where the map has a single one.
        step: after how many steps; None for the last one.
        style: the language.

    Returns:
        The axes.

    Raises:
        ValueError: something is not possible; the sentence says what is.
    """
    if not isinstance(basins, Basins):
        raise ValueError(f"{named(basins)} is no basin map: give the last that basins(...) yields")
    check_followed(style, {"language"})
    place = place_of(basins, optimizer)
    shown = basins.steps if step is None else whole("step", step, 0, basins.steps)
    axes = axes_of(ax)
    pen = pen_for(axes, style)
    name_axes(axes, basins.surface.axes, pen)
    axes.grid(visible=False)
    regions = Regions(axes, basins, place, pen)
    regions.show(shown)
    label_regions(axes, regions, basins, style.say)
    return axes


def place_of(basins: Basins, optimizer: object) -> int:
    """Which optimizer of a map is meant.

    Raises:
        ValueError: none is.
    """
    names = [each.name for each in basins.entrants]
    if optimizer is None and len(names) == 1:
        return 0
    if isinstance(optimizer, str) and optimizer in names:
        return names.index(optimizer)
    if isinstance(optimizer, int) and 0 <= optimizer < len(names):
        return optimizer
    raise ValueError(f"optimizer = {optimizer!r} is not possible: give one of {', '.join(names)}")


def label_regions(axes: Axes, regions: Regions, basins: Basins, say: Words) -> None:
    """What a legend says of a map: a colour for each minimum that it shows, and what is hatched."""
    at = regions.at
    words = {DIVERGED: early_word(basins.surface, say), NOT_THERE: missed_words(basins, say)}
    for kind, patch in regions.hatches.items():
        patch.set_label(words[kind] if (at == kind).any() else f"_{words[kind]}")
    for kind in np.unique(at[at >= 0]).tolist():
        x, y = basins.minima[kind]
        colour = tuple(shades(kind, np.array([0.35]))[0])
        said = named_place(basins, kind, say)
        axes.add_patch(Rectangle((x, y), 0, 0, facecolor=colour, linewidth=0, label=said))
