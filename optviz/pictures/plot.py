"""Pictures drawn into axes of any figure: of a race, its losses, a surface.

    figure, (left, right) = plt.subplots(1, 2, layout="constrained")
    plot(race("beale"), left)
    plot_loss(race("beale"), right).legend()

They take sizes, fonts, ink and light or dark from matplotlib's settings and styles, and touch
nothing but the axes. What they draw can be found by its label, and be recoloured, relabelled or
removed as anything else of matplotlib's; labels that begin with "_" are in no legend.
"""

from collections.abc import Set as AbstractSet
from typing import Any

import numpy as np
from matplotlib.axes import Axes

from optviz.pictures.axes_pen import pen_for
from optviz.pictures.figure_style import USUAL, Style
from optviz.pictures.fonts import families
from optviz.pictures.kind import GROUND, LINES, TRAILS
from optviz.pictures.race.above import draw_race
from optviz.pictures.race.chart import along_name, draw_chart, end_of, upright_of
from optviz.pictures.race.composition import check_chart, check_single
from optviz.pictures.strand import Strand
from optviz.pictures.theme import Pen
from optviz.pictures.top_view import draw_ground
from optviz.pictures.trails import Trails
from optviz.race import Race, SeedsRace, Trajectory, whole
from optviz.scenes import Scene
from surfaces.surface import Surface


def plot(
    race: Race | Scene,
    ax: Axes | None = None,
    *,
    step: int | None = None,
    style: Style = USUAL,
) -> Axes:
    """Draw a race from above: its surface, the start, and a line for each optimizer.

    Trails are cut at the picture's border. A line's label is the optimizer's name, and behind it,
    in brackets, how its run has ended early, or that its head is outside the picture.

    Args:
        race: of a single start; or a scene, whose race it is.
        ax: where to; None for the current axes, as of `plt.gca()`.
        step: up to which it is drawn; None for the last one.
        style: colours, labels, contours, minima and the language.

    Returns:
        The axes.

    Raises:
        ValueError: something is not possible; the sentence says what is.
    """
    given, shown, axes, pen = prepared(race, step, ax, style, GROUND | LINES | TRAILS)
    name_axes(axes, given.surface.axes, pen)
    axes.grid(visible=False)  # a surface has its contours
    trails = draw_race(axes, given, style.looks(given.entrants), pen)
    trails.fan = True
    add(trails, given, shown)
    return axes


def plot_loss(
    race: Race | Scene,
    ax: Axes | None = None,
    *,
    step: int | None = None,
    chart: str = "loss",
    style: Style = USUAL,
) -> Axes:
    """Draw each optimizer's loss over the steps, on a logarithmic axis of matplotlib's own.

    Where a loss is negative, the axis is logarithmic on both sides of zero ("asinh"); where none
    is, losses below 1e-16 are drawn there.

    Args:
        race: of a single start; or a scene, whose race it is.
        ax: where to; None for the current axes.
        step: up to which it is drawn; None for the last one.
        chart: "loss"; "accuracy", in percent, of what tells classes apart; or "cost", the loss over
            the losses, gradients and Hessians asked for until then.
        style: colours, labels and the language.

    Returns:
        The axes.

    Raises:
        ValueError: something is not possible; the sentence says what is.
    """
    given, shown, axes, pen = prepared(race, step, ax, style, LINES)
    check_chart(given, chart)
    upright = upright_of(given, chart)
    upright.spacing.lay(axes, "y")
    name_axes(axes, (pen.say(along_name(chart)), pen.say(upright.name)), pen)
    trails = draw_chart(axes, given, chart, upright, style.looks(given.entrants), pen)
    add(trails, given, shown)
    axes.update_datalim([(0, upright.low), (end_of(given, chart), upright.high)])
    axes.autoscale_view()
    return axes


def plot_surface(surface: Surface, ax: Axes | None = None, *, style: Style = USUAL) -> Axes:
    """Draw a surface from above: its heights, contours with their losses, and minima.

    Args:
        surface: what is drawn.
        ax: where to; None for the current axes.
        style: contours, colours of the ground, minima and the language.

    Returns:
        The axes.

    Raises:
        ValueError: something is not possible; the sentence says what is.
    """
    if not isinstance(surface, Surface):
        raise ValueError(f"{named(surface)} is no surface: give one, as SURFACES['beale']")
    check_followed(style, GROUND | {"language"})
    axes = axes_of(ax)
    pen = pen_for(axes, style)
    name_axes(axes, surface.axes, pen)
    axes.grid(visible=False)
    draw_ground(axes, surface, pen)
    return axes


def prepared(
    race: object, step: object, ax: object, style: Style, followed: AbstractSet[str]
) -> tuple[Race, int, Axes, Pen]:
    """The race, the step, the axes and what to draw with, all of them checked."""
    check_followed(style, followed)
    given = race_of(race)
    shown = given.steps if step is None else whole("step", step, 0, given.steps)
    axes = axes_of(ax)
    return given, shown, axes, pen_for(axes, style)


def check_followed(style: object, followed: AbstractSet[str]) -> None:
    """Raise ValueError where a part of a style has no effect in axes of one's own."""
    if not isinstance(style, Style):
        raise ValueError(f"style = {style!r} is no style: give one, as Style(notes='none')")
    for name in style.chosen:
        if name not in followed:
            raise ValueError(f"{name} has no effect in axes of your own: leave it out")


def race_of(subject: object) -> Race:
    """A race of a single start, or the race of a scene.

    Raises:
        ValueError: it is something else.
    """
    if isinstance(subject, SeedsRace):
        raise ValueError(
            "a race of many seeds is no single race: give one, as many.races[0], or export all"
        )
    if isinstance(subject, str):
        raise ValueError(f"{subject!r} is a name: give its race, as race({subject!r})")
    if not isinstance(subject, Race | Scene):
        raise ValueError(f"{named(subject)} is no race: give one, as race('beale')")
    given = subject.race() if isinstance(subject, Scene) else subject
    check_single(given)
    return given


def axes_of(ax: Any) -> Axes:
    """The axes that were given, or the current ones.

    Raises:
        ValueError: nothing can be drawn there.
    """
    if ax is None:
        from matplotlib import pyplot  # noqa: PLC0415, it chooses how windows are opened

        ax = pyplot.gca()
    if isinstance(ax, np.ndarray | list | tuple):
        raise ValueError("ax is several axes: give one of them, as axes[0] or axes[0, 1]")
    if not isinstance(ax, Axes):
        raise ValueError(f"ax is {named(ax)}: give axes, as of figure, ax = plt.subplots()")
    if ax.name != "rectilinear":
        raise ValueError(
            f"ax has the projection {ax.name!r}: give plain axes; export draws races in space"
        )
    return ax


def named(value: object) -> str:
    """What a value of the wrong kind is, in a word."""
    return "None" if value is None else f"{type(value).__name__}"


def name_axes(axes: Axes, names: tuple[str, str], pen: Pen) -> None:
    """Names along both axes, in the style's own type, and others where it has no letters."""
    for axis, each in zip((axes.xaxis, axes.yaxis), names, strict=True):
        name = pen.say.name(each)
        family = [*pen.family, *families(name)]
        axis.set_label_text(name, family=family, parse_math=False)


def add(trails: Trails, race: Race, step: int) -> None:
    """Put trails into their axes as they are at a step, each with a label that tells of its end."""
    for line, strand, run in zip(trails.lines, trails.strands, race, strict=True):
        line.set_label(label_of(run, strand, step, trails.pen.style))
    trails.add_to_axes(step)


def label_of(run: Trajectory, strand: Strand, step: int, style: Style) -> str:
    """A run's name, and what has become of it where its head is not seen or stands still."""
    name = style.label_of(run.name)
    if run.ending and step > run.last:
        return f"{name} ({run.ending.told(style.say)})"
    outside = not np.isfinite(strand.heads[step]).all()
    return f"{name} ({style.say('ending.outside')})" if outside else name
