"""A sweep of two hyper-parameters of one optimizer: a heat map of what came of it."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from numpy.typing import NDArray

from optviz.endings import early_word
from optviz.pictures.frame import NAME, style_axes
from optviz.pictures.hatching import draw_swatch
from optviz.pictures.heatmap.grid import Grid, draw_map
from optviz.pictures.labels import NAME as BOLD
from optviz.pictures.labels import (
    SMALL,
    draw_header,
    fitting,
    write,
)
from optviz.pictures.layout import AXES, LEAST, Layout, Rect, arrange
from optviz.pictures.legend import legend_cells
from optviz.pictures.marks import STAR
from optviz.pictures.picture import Picture
from optviz.pictures.sweep.composition import SweepComposition
from optviz.pictures.sweep.naming import tried
from optviz.pictures.theme import DPI
from optviz.race_words import conditions
from optviz.style import SYMBOLS, settings_text

Array = NDArray[np.float64]

SHADES = 256  # on the colour bar
BAR, BAR_ROOM = 14, 76  # pixels: the colour bar's width, and with its numbers
ICON = 22  # pixels of legend before the words
TICK_X, TICK_Y = 46, 24  # pixels from number to number


class HeatmapPicture(Picture):
    """A sweep of two hyper-parameters, drawn.

    Attributes:
        composition: what it shows.
        grid: the same as it lies on the picture.
        axes: with the map.
        mesh: its cells.
    """

    def __init__(self, composition: SweepComposition) -> None:
        self.composition = composition
        self.grid = Grid.of(composition)
        self.optimizer = composition.sweep.optimizers[0]
        self.layout: Layout = arrange(
            composition.options.sheet,
            [1] * 4,
            titled=composition.options.titled,
            least=LEAST + BAR_ROOM,
        )
        style = composition.options.style
        style.check_names(composition.sweep.entrants)
        super().__init__(composition)

    def show(self, step: float) -> None:
        """Nothing moves."""

    def draw(self) -> None:
        """Header, map, colour bar and legend."""
        sweep, where, scale, say = self.composition.sweep, self.layout, self.pen.scale, self.pen.say
        words = conditions(sweep.surface, sweep.start, sweep.steps, sweep.seed, say)
        columns, rows = map(len, self.grid.values)
        words += f"; {say('heatmap.settings', columns=columns, rows=rows)}{tried(sweep, say)}"
        rest = settings_text(self.optimizer, self.grid.names, say)
        words += f"; {rest}" * bool(rest)
        title = self.composition.options.title_or(self._title())
        draw_header(self.figure, title, words, where.header, self.pen, counted=False)
        room = where.views[0].inside(*(each * scale for each in AXES))
        room = room.inside(0, 0, BAR_ROOM * scale, 0)
        self.axes = self.axes_at(room)
        self._name_axes(room)
        self.mesh = draw_map(self.axes, self.grid, self.pen)
        bar = Rect(room.right + 10 * scale, room.top, BAR * scale, room.height)
        self._draw_bar(self.axes_at(bar), bar)
        self._draw_legend()

    def _title(self) -> str:
        """The surface, both settings, and the optimizer."""
        sweep, say = self.composition.sweep, self.pen.say
        first, second = (SYMBOLS.get(name, name) for name in self.grid.names)
        settings = say("numbers.both", first=first, second=second)
        surface, name = (
            say.name(sweep.surface.name),
            self.pen.style.label_of(sweep.entrants[0].name),
        )
        return say("heatmap.title", surface=surface, settings=settings, name=name)

    def _name_axes(self, rect: Rect) -> None:
        """Numbers and names along both axes."""
        pen, axes, grid = self.pen, self.axes, self.grid
        for spacing, along in zip(grid.spacings, "xy", strict=True):
            spacing.lay(axes, along)
        style_axes(axes, grid.words, pen)
        counts = rect.width / (TICK_X * pen.scale), rect.height / (TICK_Y * pen.scale)
        for k, axis in enumerate((axes.xaxis, axes.yaxis)):
            axis.label.set(style="normal")
            ends = float(grid.values[k][0]), float(grid.values[k][-1])
            grid.spacings[k].number_axis(axis, ends, max(2, int(counts[k])), pen.say)

    def _draw_bar(self, axes: Axes, rect: Rect) -> None:
        """The colours with what they mean."""
        pen, axis = self.pen, self.grid.axis
        spacing, (low, high) = axis.spacing, axis.span
        spacing.lay(axes, "y")
        edges = spacing.number(np.linspace(low, high, SHADES + 1))
        axes.set(ylim=(axis.low, axis.high))
        ramp = np.linspace(0, 1, SHADES)[:, None]
        axes.pcolormesh([0, 1], edges, ramp, cmap=self.grid.colours)
        style_axes(axes, ("", ""), pen)
        axes.yaxis.tick_right()
        axes.set_xticks([])
        most = max(2, int(rect.height / (TICK_Y * pen.scale)))
        spacing.number_axis(axes.yaxis, (axis.low, axis.high), most, pen.say)
        words = self.grid.colours_mean
        size = fitting(words, NAME * pen.scale, rect.height)
        at = rect.right + 55 * pen.scale, (rect.top + rect.bottom) / 2
        write(self.figure, at, words, size, pen.theme.ink, rotation=90, ha="center")

    def _draw_legend(self) -> None:
        """What stars, rings and hatches are."""
        figure, pen, grid, say = self.figure, self.pen, self.grid, self.pen.say
        entries = []
        if grid.best:
            entries.append(("star", say("heatmap.best"), self._pair_text(*grid.best)))
        if grid.own:
            own = self.composition.own_value(0)
            lost = self.composition.own_diverged(0)
            entries.append(("ring", say("heatmap.own"), self._pair_text(grid.own, own, lost)))
        for kind, there, name in grid.hatched:
            words = say("heatmap.trials", count=there.sum(), total=there.size)
            entries.append((kind, name, words))
        cells = legend_cells(self.layout, [1] * 4, pen)
        for (icon, name, words), cell in zip(entries, cells, strict=False):
            line = cell.top + (12 if self.layout.detailed else 10) * pen.scale
            self._draw_icon(icon, cell.left, line)
            left = cell.left + (ICON + 8) * pen.scale
            write(figure, (left, line), name, BOLD * pen.scale, pen.theme.ink, weight="bold")
            if self.layout.detailed:
                size = fitting(words, SMALL * pen.scale, cell.right - left)
                below = left, line + 15 * pen.scale
                write(figure, below, words, size, pen.theme.soft)

    def _draw_icon(self, icon: str, left: float, line: float) -> None:
        """A star, a ring or a piece of hatching."""
        pen, (width, height) = self.pen, self.figure.get_size_inches() * DPI
        if icon in ("star", "ring"):
            at = [(left + ICON / 2 * pen.scale) / width], [1 - line / height]
            star = icon == "star"
            mark = Line2D(
                *at,
                linestyle="",
                marker=STAR if star else "o",
                markersize=pen.points(ICON * 0.8),
                markerfacecolor=pen.theme.star if star else "none",
                markeredgecolor=pen.theme.paper if star else pen.theme.ink,
                markeredgewidth=pen.points(2),
            )
            self.figure.add_artist(mark)
            return
        tall = 14 * pen.scale
        draw_swatch(self.figure, Rect(left, line - tall / 2, ICON * pen.scale, tall), icon, pen)

    def _pair_text(self, pair: tuple[float, float], outcome: float, lost: bool = False) -> str:
        """Two values and what came of them."""
        say, names = self.pen.say, [SYMBOLS.get(name, name) for name in self.grid.names]
        settings = say.listed(f"{n} {say.short(v)}" for n, v in zip(names, pair, strict=True))
        if not np.isfinite(outcome):
            early = early_word(self.composition.sweep.surface, say)
            return say(
                "heatmap.lost", settings=settings, what=early if lost else say("sweep.missed")
            )
        if self.composition.options.measure == "steps":
            return say("heatmap.steps", settings=settings, steps=say.short(outcome))
        return say("heatmap.loss", settings=settings, loss=say.short(outcome))
