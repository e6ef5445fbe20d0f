"""A sweep of one hyper-parameter: each optimizer's outcome against it, and where it diverges.

What the upright axis cannot show stands on strips beside it, with a row for each optimizer that has
something there: trials that diverged or never got there above, losses beyond the axis at its end.
"""

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import NDArray

from optviz.pictures.frame import NAME, NUMBER, style_axes
from optviz.pictures.labels import draw_header, fitting, write
from optviz.pictures.layout import AXES, Layout, Rect, arrange
from optviz.pictures.legend import Named, draw_legend, entry_lines
from optviz.pictures.noted import one_noted
from optviz.pictures.picture import Picture
from optviz.pictures.sweep.composition import SweepComposition
from optviz.pictures.sweep.curves import Curves, draw_curves, draw_strip
from optviz.pictures.sweep.naming import tried
from optviz.pictures.sweep.strips import Strip, strips_of
from optviz.pictures.theme import DPI
from optviz.race_words import conditions
from optviz.style import SYMBOLS

Array = NDArray[np.float64]
Flags = NDArray[np.bool_]

ROW, GAP = 9, 4  # pixels: of a strip's row, and between strips
STRIPS = 0.4  # of the picture's height, at most, for all of them
TICK_X, TICK_Y = 46, 24  # pixels from number to number


class RateCurvesPicture(Picture):
    """A sweep of one hyper-parameter, drawn.

    Attributes:
        composition: what it shows.
        curves: the same as it lies on the picture.
        axes: with a line for each optimizer.
        strips: the strips that have something on them, with their axes.
    """

    def __init__(self, composition: SweepComposition) -> None:
        self.composition = composition
        self.sweep = composition.sweep
        self.curves = Curves.of(composition)
        self.symbol = SYMBOLS.get(self.curves.name, self.curves.name)
        self.layout: Layout = arrange(
            composition.options.sheet,
            entry_lines(self._named()),
            titled=composition.options.titled,
            legend=composition.options.style.legend,
        )
        self.strips: list[tuple[Strip, Axes]] = []
        super().__init__(composition)

    def show(self, step: float) -> None:
        """Nothing moves."""

    def draw(self) -> None:
        """Header, legend, lines and strips."""
        sweep, where, scale, say = self.sweep, self.layout, self.pen.scale, self.pen.say
        setting = say("sweep.rate") if self.curves.name == "lr" else self.symbol
        title = say("sweep.title", surface=say.name(sweep.surface.name), setting=setting)
        title = self.composition.options.title_or(title)
        words = conditions(sweep.surface, sweep.start, sweep.steps, sweep.seed, say)
        count = len(self.curves.values)
        words += f"; {say('sweep.values', count=count)}{tried(sweep, say)}"
        words += f"; {say('sweep.own')}" * self.composition.options.current
        draw_header(self.figure, title, words, where.header, self.pen, counted=False)
        draw_legend(self.figure, self._named(), where, self.pen)
        room = where.views[0].inside(*(each * scale for each in AXES))
        room = self._draw_strips(room)
        self.axes = self.axes_at(room)
        self._draw_axes(room)
        draw_curves(self.axes, self.curves, self.pen)

    def _draw_strips(self, room: Rect) -> Rect:
        """The strips at the upper and lower end of the room; what of it is left between them."""
        gap = GAP * self.pen.scale
        strips = [strip for strip in strips_of(self.composition, self.curves.upright) if strip.rows]
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
        named, style, curves = [], self.composition.options.style, self.curves
        say = style.say
        for place, entrant in enumerate(self.sweep.entrants):
            values = self.composition.values[place]
            fine = np.where(np.isfinite(values), values, np.inf)
            value = say.short(float(curves.values[fine.argmin()]))
            best = say("sweep.best", symbol=self.symbol, value=value)
            note = best if np.isfinite(fine).any() else say("sweep.nowhere")
            hidden = () if self.composition.options.current else (curves.name,)
            said = one_noted(entrant, self.sweep.entrants, style, hidden)
            named.append(Named(style.label_of(entrant.name), curves.styles[place], note, said))
        return named

    def _draw_axes(self, rect: Rect) -> None:
        """Frame, numbers and names."""
        pen, axes, curves = self.pen, self.axes, self.curves
        curves.scale(axes)
        along, up = curves.names
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
        count = int(rect.width / (TICK_X * pen.scale))
        for each in {axes, lowest}:
            curves.across.number_axis(each.xaxis, curves.sides, count, pen.say)
        count, upright = max(2, int(rect.height / (TICK_Y * pen.scale))), curves.upright
        ends = upright.low, upright.high
        upright.spacing.number_axis(axes.yaxis, ends, count, pen.say)
        axes.set_facecolor("none")
        axes.grid(color=pen.theme.wall, linewidth=pen.points(1))
        axes.set_axisbelow(True)

    def _draw_strip(self, strip: Strip, rect: Rect) -> Axes:
        """A row of marks for each optimizer that has any."""
        pen, axes = self.pen, self.axes_at(rect)
        draw_strip(axes, self.curves, strip, rect.height / len(strip.rows) / pen.scale, pen)
        axes.set(xticks=[], yticks=[])
        axes.set_xticks([], minor=True)
        size = fitting(strip.words, NUMBER * pen.scale, (AXES[0] - 4) * pen.scale)
        size = min(size, max(rect.height, 1))
        at = rect.left - 4 * pen.scale, (rect.top + rect.bottom) / 2
        write(self.figure, at, strip.words, size, pen.theme.soft, ha="right")
        return axes
