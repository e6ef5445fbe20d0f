"""A sweep of one hyper-parameter in one axes: outcomes against values, and strips of the others."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from numpy.typing import NDArray

from optviz.pictures.marks import HEAD_RADIUS, HEADS, TRAIL_WIDTH, reach
from optviz.pictures.spacing import Spacing, spacing_of
from optviz.pictures.sweep.composition import SweepComposition
from optviz.pictures.sweep.losses import OutcomeAxis, outcome_axis
from optviz.pictures.sweep.naming import named_setting, outcome_name
from optviz.pictures.sweep.strips import Strip, own_inside
from optviz.pictures.theme import Pen
from optviz.pictures.trail import LeadingLine
from optviz.pictures.trails import RIM
from optviz.style import RunStyle

Array = NDArray[np.float64]
Marks = dict[int, list[Line2D]]

DOT = 4.2  # pixels, radius of the marks on lines
SMALL_DOT = 3.2  # of those on strips
EVERY = 8  # from mark to mark along a line, in trials
RING = 10  # pixels, round the mark on one's own setting
AIR = 0.02, 0.04  # beyond the outer values and outcomes, shares of their distance
ALONE = 0.05  # the same round a value that is the only one


@dataclass(frozen=True, eq=False)
class Curves:
    """A sweep of one hyper-parameter as it lies on the picture.

    Attributes:
        composition: what is shown.
        name: of what was swept.
        values: that were tried.
        across: how they are spaced.
        upright: the outcomes' axis.
        styles: of the optimizers.
    """

    composition: SweepComposition
    name: str
    values: Array
    across: Spacing
    upright: OutcomeAxis
    styles: Sequence[RunStyle]

    @classmethod
    def of(cls, composition: SweepComposition) -> "Curves":
        """The curves of a sweep."""
        ((name, values),) = composition.sweep.swept.items()
        upright = outcome_axis(composition, room=AIR[1])
        styles = composition.options.style.looks(composition.sweep.entrants)
        return cls(composition, name, values, spacing_of(values), upright, styles)

    @property
    def names(self) -> tuple[str, str]:
        """What is along and what is upright, in words."""
        say = self.composition.options.say
        return named_setting(self.name, say), outcome_name(self.composition)

    def label(self, place: int) -> str:
        """What an optimizer is called."""
        name = self.composition.sweep.entrants[place].name
        return self.composition.options.style.label_of(name)

    @property
    def sides(self) -> tuple[float, float]:
        """The limits along."""
        places = self.across.place(self.values)
        room = AIR[0] * float(np.ptp(places)) or ALONE
        low, high = self.across.number(np.array([places.min() - room, places.max() + room]))
        return float(low), float(high)

    def own_value(self, place: int) -> float:
        """An optimizer's own value of what was swept."""
        return float(np.asarray(self.composition.sweep.optimizers[place].settings()[self.name]))

    def scale(self, axes: Axes) -> None:
        """Scales and limits of the axes."""
        self.across.lay(axes, "x")
        self.upright.spacing.lay(axes, "y")
        axes.set(xlim=self.sides, ylim=(self.upright.low, self.upright.high))


def draw_curves(axes: Axes, curves: Curves, pen: Pen) -> list[LeadingLine]:
    """A line for each optimizer, labelled with its name, and marks on the own settings."""
    many = range(len(curves.styles))
    lines = [draw_line(axes, curves, place, pen) for place in many]
    for place in many:
        lines[place].beside += draw_own(axes, curves, place, pen)
    return lines


def draw_line(axes: Axes, curves: Curves, place: int, pen: Pen) -> LeadingLine:
    """One optimizer's outcomes; a trial without one leaves a gap."""
    style, values = curves.styles[place], curves.composition.values[place]
    tried = np.flatnonzero(~np.isnan(values))
    outcomes = np.where(np.isfinite(values[tried]), values[tried], np.nan)
    with np.errstate(all="ignore"):
        there = np.isfinite(curves.upright.spacing.place(outcomes))
    points = curves.values[tried], np.where(there, outcomes, np.nan)
    width = pen.points(TRAIL_WIDTH)
    wide = width + pen.points(RIM)
    rim = Line2D(*points, color=pen.theme.rim, linewidth=wide, zorder=3, label="_rim")
    line = LeadingLine(
        *points,
        label=curves.label(place),
        color=pen.theme.colour_of(style),
        linewidth=width,
        linestyle=(0, style.dash) if style.dash else "-",
        dash_capstyle="butt",
        markevery=marked(points[1], place),
        zorder=3,
        **marker(style, DOT, pen),
    )
    line.beside.append(rim)
    for each in (rim, line):
        axes.add_line(each)
    return line


def draw_own(axes: Axes, curves: Curves, place: int, pen: Pen) -> list[Line2D]:
    """The mark on an optimizer's own setting, if it is on the axes."""
    composition, upright = curves.composition, curves.upright
    outcome = composition.own_value(place)
    inside = upright.low <= outcome <= upright.high and own_inside(composition.sweep)[place]
    if not composition.options.current or not inside:
        return []
    at = curves.own_value(place), outcome
    look = marker(curves.styles[place], HEAD_RADIUS, pen)
    name = curves.label(place)
    colour = pen.theme.colour_of(curves.styles[place])
    (x, y) = at
    mark = Line2D([x], [y], ls="", zorder=4, label=f"_own {name}", color=colour, **look)
    return [add(axes, mark), *draw_own_ring(axes, at, RING, pen)]


def draw_own_ring(axes: Axes, at: tuple[float, float], radius: float, pen: Pen) -> list[Line2D]:
    """A ring round an own setting, its radius in pixels."""
    rings = []
    for colour, width in ((pen.theme.rim, 3), (pen.theme.ink, 1.3)):
        ring = Line2D(
            [at[0]],
            [at[1]],
            linestyle="",
            marker="o",
            markersize=2 * pen.points(radius),
            markerfacecolor="none",
            markeredgecolor=colour,
            markeredgewidth=pen.points(width),
            zorder=5,
            clip_on=False,
            label="_own setting",
        )
        rings.append(add(axes, ring))
    return rings


def draw_strip(axes: Axes, curves: Curves, strip: Strip, row: float, pen: Pen) -> Marks:
    """A row of marks for each optimizer that has any; `row` is its height in pixels.

    Returns:
        The marks of each optimizer, by its place.
    """
    marks: Marks = {}
    curves.across.lay(axes, "x")
    axes.set(xlim=curves.sides, ylim=(len(strip.rows) - 0.5, -0.5), facecolor=pen.theme.wall)
    for spine in axes.spines.values():
        spine.set_visible(False)
    radius = min(SMALL_DOT, 0.42 * row)
    for height, place in enumerate(strip.rows):
        there, style = curves.values[strip.there[place]], curves.styles[place]
        label = curves.label(place)
        colour = pen.theme.colour_of(style)
        heights = np.full(len(there), height)
        look = {"ls": "", "label": label, "color": colour, **marker(style, radius, pen)}
        marks[place] = [add(axes, Line2D(there, heights, **look))]
        if strip.own[place]:
            at = curves.own_value(place), float(height)
            marks[place] += draw_own_ring(axes, at, 1.6 * radius, pen)
    return marks


def add(axes: Axes, line: Line2D) -> Line2D:
    """A line that takes no colour from the axes' cycle."""
    axes.add_line(line)
    return line


def marker(style: RunStyle, radius: float, pen: Pen) -> dict[str, Any]:
    """An optimizer's mark in its line's colour, of a radius in pixels."""
    return {
        "marker": HEADS[style.marker],
        "markersize": 2 * pen.points(radius) * reach(style.marker),
        "markeredgecolor": pen.theme.paper,
        "markeredgewidth": pen.points(0.6),
    }


def marked(heights: Array, place: int) -> list[int]:
    """Which points of a line get a mark: every eighth, and those without neighbours."""
    there = np.concatenate([[False], np.isfinite(heights), [False]])
    alone = there[1:-1] & ~there[:-2] & ~there[2:]
    regular = np.arange(len(heights)) % EVERY == place % EVERY
    return [int(k) for k in np.flatnonzero(alone | regular)]
