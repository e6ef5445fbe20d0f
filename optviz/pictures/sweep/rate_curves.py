"""A sweep of one hyper-parameter: each optimizer's outcome against it, and where it diverges.

What the upright axis cannot show stands on strips beside it, with a row for each optimizer that has
something there: trials that diverged or never got there above, losses beyond the axis at its end.
"""

from typing import Any

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import NDArray

from optviz.pictures.frame import NAME, NUMBER, style_axes
from optviz.pictures.labels import draw_header, fitting, write
from optviz.pictures.layout import AXES, Layout, Rect, arrange
from optviz.pictures.legend import Named, draw_legend, entry_lines
from optviz.pictures.marks import HEAD_RADIUS, HEADS, TRAIL_WIDTH, reach
from optviz.pictures.noted import one_noted
from optviz.pictures.picture import Picture
from optviz.pictures.spacing import spacing_of
from optviz.pictures.sweep.composition import SweepComposition
from optviz.pictures.sweep.losses import outcome_axis
from optviz.pictures.sweep.naming import named_setting, outcome_name, tried
from optviz.pictures.sweep.strips import Strip, own_inside, strips_of
from optviz.pictures.theme import DPI
from optviz.race_words import conditions
from optviz.style import SYMBOLS

Array = NDArray[np.float64]
Flags = NDArray[np.bool_]

ROW, GAP = 9, 4  # pixels: of a strip's row, and between strips
STRIPS = 0.4  # of the picture's height, at most, for all of them
DOT = 4.2  # pixels, radius of the marks on lines
SMALL_DOT = 3.2  # of those on strips
EVERY = 8  # from mark to mark along a line, in trials
RING = 10  # pixels, round the mark on one's own setting
TICK_X, TICK_Y = 46, 24  # pixels from number to number


class RateCurvesPicture(Picture):
    """A sweep of one hyper-parameter, drawn.

    Attributes:
        composition: what it shows.
        axes: with a line for each optimizer, its label the optimizer's place.
        strips: the strips that have something on them, with their axes.
    """

    def __init__(self, composition: SweepComposition) -> None:
        self.composition = composition
        self.sweep = composition.sweep
        ((self.name, self.values),) = self.sweep.swept.items()
        self.symbol = SYMBOLS.get(self.name, self.name)
        self.across = spacing_of(self.values)
        self.styles = composition.options.style.looks(self.sweep.entrants)
        many = range(len(self.sweep.optimizers))
        self.own = np.array([composition.own_value(k) for k in many])
        self.upright = outcome_axis(composition, room=0.04)
        self.layout: Layout = arrange(
            composition.options.sheet,
            entry_lines(self._named()),
            titled=composition.options.titled,
            legend=composition.options.style.legend,
        )
        self.strips: list[tuple[Strip, Axes]] = []
        super().__init__(composition)

    def show(self, step: int) -> None:
        """Nothing moves."""

    def draw(self) -> None:
        """Header, legend, lines and strips."""
        sweep, where, scale, say = self.sweep, self.layout, self.pen.scale, self.pen.say
        setting = say("sweep.rate") if self.name == "lr" else self.symbol
        title = say("sweep.title", surface=say.name(sweep.surface.name), setting=setting)
        title = self.composition.options.title_or(title)
        words = conditions(sweep.surface, sweep.start, sweep.steps, sweep.seed, say)
        words += f"; {say('sweep.values', count=len(self.values))}{tried(sweep, say)}"
        words += f"; {say('sweep.own')}" * self.composition.options.current
        draw_header(self.figure, title, words, where.header, self.pen, counted=False)
        draw_legend(self.figure, self._named(), where, self.pen)
        room = where.views[0].inside(*(each * scale for each in AXES))
        room = self._draw_strips(room)
        self.axes = self.axes_at(room)
        self._draw_axes(room)
        for place in range(len(sweep.optimizers)):
            self._draw_line(place)
        for place in range(len(sweep.optimizers)):
            self._draw_own(place)

    def _draw_strips(self, room: Rect) -> Rect:
        """The strips at the upper and lower end of the room; what of it is left between them."""
        gap = GAP * self.pen.scale
        strips = [strip for strip in strips_of(self.composition, self.upright) if strip.rows]
        rows = sum(len(strip.rows) for strip in strips)
        row = min(ROW * self.pen.scale, STRIPS * room.height / max(1, rows))
        for strip in strips:
            tall = row * len(strip.rows)
            top = room.bottom - tall if strip.below else room.top
            rect = Rect(room.left, top, room.width, tall)
            room = room.inside(0, *((0, 0, tall + gap) if strip.below else (tall + gap, 0, 0)))
            self.strips.append((strip, self._draw_strip(strip, rect)))
        return room

    def _named(self) -> list[Named]:
        """Each optimizer, and beside its name the best value."""
        named, style = [], self.composition.options.style
        say = style.say
        for place, entrant in enumerate(self.sweep.entrants):
            values = self.composition.values[place]
            fine = np.where(np.isfinite(values), values, np.inf)
            value = say.short(float(self.values[fine.argmin()]))
            best = say("sweep.best", symbol=self.symbol, value=value)
            note = best if np.isfinite(fine).any() else say("sweep.nowhere")
            hidden = () if self.composition.options.current else (self.name,)
            said = one_noted(entrant, self.sweep.entrants, style, hidden)
            named.append(Named(style.label_of(entrant.name), self.styles[place], note, said))
        return named

    def _draw_axes(self, rect: Rect) -> None:
        """Frame, numbers and names."""
        composition, pen, axes = self.composition, self.pen, self.axes
        places = self.across.place(self.values)
        room = 0.02 * float(np.ptp(places)) + 1e-9
        sides = float(places.min()) - room, float(places.max()) + room
        axes.set_ylim(self.upright.span)
        along, up = named_setting(self.name, pen.say), outcome_name(composition)
        below = [each for strip, each in self.strips if strip.below]
        lowest = below[0] if below else axes  # numbers and names stand below everything
        style_axes(axes, ("" if below else along, up), pen)
        if below:
            axes.tick_params(bottom=False, labelbottom=False)
            style_axes(lowest, (along, ""), pen)
        for label, length in (
            (lowest.xaxis.label, rect.width),
            (axes.yaxis.label, rect.height),
        ):
            size = fitting(label.get_text(), NAME * pen.scale, length)
            label.set(style="normal", fontsize=size * 72 / DPI)
        for each in (axes, *(beside for _, beside in self.strips)):
            each.set_xlim(sides)
        count = int(rect.width / (TICK_X * pen.scale))
        for each in {axes, lowest}:
            self.across.write_on(each.xaxis, sides, count, pen.say)
        count = max(2, int(rect.height / (TICK_Y * pen.scale)))
        self.upright.spacing.write_on(axes.yaxis, self.upright.span, count, pen.say)
        axes.set_facecolor("none")
        axes.grid(color=pen.theme.wall, linewidth=pen.points(1))
        axes.set_axisbelow(True)

    def _draw_strip(self, strip: Strip, rect: Rect) -> Axes:
        """A row of marks for each optimizer that has any."""
        pen, axes = self.pen, self.axes_at(rect)
        axes.set(ylim=(len(strip.rows) - 0.5, -0.5), xticks=[], yticks=[])
        axes.set_facecolor(pen.theme.wall)
        for spine in axes.spines.values():
            spine.set_visible(False)
        radius = min(SMALL_DOT * pen.scale, 0.42 * rect.height / len(strip.rows))
        for row, place in enumerate(strip.rows):
            there = self.across.place(self.values[strip.there[place]])
            marker = self._marker(place, radius / pen.scale)
            axes.plot(there, np.full(len(there), row), linestyle="", label=str(place), **marker)
            if strip.own[place]:
                self._ring(axes, self._own_place(place), row, 1.6 * radius / pen.scale)
        size = fitting(strip.words, NUMBER * pen.scale, (AXES[0] - 4) * pen.scale)
        size = min(size, max(rect.height, 1))
        at = rect.left - 4 * pen.scale, (rect.top + rect.bottom) / 2
        write(self.figure, at, strip.words, size, pen.theme.soft, ha="right")
        return axes

    def _draw_line(self, place: int) -> None:
        """One optimizer's outcomes; a trial without one leaves a gap."""
        pen, style = self.pen, self.styles[place]
        values = self.composition.values[place]
        tried = np.flatnonzero(~np.isnan(values))
        with np.errstate(all="ignore"):
            heights = self.upright.spacing.place(values[tried])
        heights = np.where(np.isfinite(heights), heights, np.nan)
        places, width = self.across.place(self.values[tried]), pen.points(TRAIL_WIDTH)
        wide = width + pen.points(2)
        self.axes.plot(places, heights, color=pen.theme.rim, linewidth=wide, zorder=3)
        self.axes.plot(
            places,
            heights,
            label=str(place),
            color=pen.theme.colour_of(style),
            linewidth=width,
            linestyle=(0, style.dash) if style.dash else "-",
            dash_capstyle="butt",
            markevery=marked(heights, place),
            zorder=3,
            **self._marker(place, DOT),
        )

    def _draw_own(self, place: int) -> None:
        """The mark on an optimizer's own setting, if it is on the axes."""
        with np.errstate(all="ignore"):
            height = float(self.upright.spacing.place(np.array(self.own[place])))
        low, high = self.upright.span
        inside = low <= height <= high and own_inside(self.sweep)[place]
        if not self.composition.options.current or not inside:
            return
        x = self._own_place(place)
        marker = self._marker(place, HEAD_RADIUS)
        self.axes.plot([x], [height], linestyle="", zorder=4, label=f"own {place}", **marker)
        self._ring(self.axes, x, height, RING)

    def _own_place(self, place: int) -> float:
        """Where an optimizer's own value stands along the axis."""
        own = self.sweep.optimizers[place].settings()[self.name]
        return float(self.across.place(np.asarray(own)))

    def _ring(self, axes: Axes, x: float, y: float, radius: float) -> None:
        """A ring round an own setting."""
        pen = self.pen
        for colour, width in ((pen.theme.rim, 3), (pen.theme.ink, 1.3)):
            axes.plot(
                [x],
                [y],
                linestyle="",
                marker="o",
                markersize=2 * pen.points(radius),
                markerfacecolor="none",
                markeredgecolor=colour,
                markeredgewidth=pen.points(width),
                zorder=5,
                clip_on=False,
            )

    def _marker(self, place: int, radius: float) -> dict[str, Any]:
        """An optimizer's mark, of a radius in pixels."""
        style, pen = self.styles[place], self.pen
        return {
            "marker": HEADS[style.marker],
            "markersize": 2 * pen.points(radius) * reach(style.marker),
            "markerfacecolor": pen.theme.colour_of(style),
            "markeredgecolor": pen.theme.paper,
            "markeredgewidth": pen.points(0.6),
        }


def marked(heights: Array, place: int) -> list[int]:
    """Which points of a line get a mark: every eighth, and those without neighbours."""
    there = np.concatenate([[False], np.isfinite(heights), [False]])
    alone = there[1:-1] & ~there[:-2] & ~there[2:]
    regular = np.arange(len(heights)) % EVERY == place % EVERY
    return [int(k) for k in np.flatnonzero(alone | regular)]
