"""A sweep of two hyper-parameters of one optimizer: a heat map of what came of it."""

from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import QuadMesh
from matplotlib.colors import Normalize
from matplotlib.lines import Line2D
from numpy.typing import NDArray

from optviz.endings import early_word
from optviz.pictures.frame import NAME, style_axes
from optviz.pictures.hatching import draw_swatch, hatched, outline
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
from optviz.pictures.spacing import Spacing, edges_of, spacing_of
from optviz.pictures.sweep.composition import SweepComposition
from optviz.pictures.sweep.losses import outcome_axis
from optviz.pictures.sweep.naming import named_setting, outcome_name, tried
from optviz.pictures.theme import DPI
from optviz.pictures.top_view import draw_ring, draw_star
from optviz.race_words import conditions
from optviz.schedules import constant
from optviz.style import SYMBOLS, settings_text

Array = NDArray[np.float64]

COLOURS = "viridis_r"  # even steps to the eye, and in grey as well; what is low is bright
BAR, BAR_ROOM = 14, 76  # pixels: the colour bar's width, and with its numbers
ICON = 22  # pixels of legend before the words
TICK_X, TICK_Y = 46, 24  # pixels from number to number


@dataclass(frozen=True, eq=False)
class Grid:
    """A sweep of two as it lies on the picture: learning rates along, the other one upright.

    Attributes:
        names: of what lies along, and of what is upright.
        values: of both, ascending.
        spacings: of both.
        outcome: (upright, along) infinite for none, nan where nothing was tried.
        lost: (upright, along) where trials diverged.
    """

    names: tuple[str, str]
    values: tuple[Array, Array]
    spacings: tuple[Spacing, Spacing]
    outcome: Array
    lost: NDArray[np.bool_]

    @classmethod
    def of(cls, composition: SweepComposition) -> "Grid":
        """The grid of a sweep of two hyper-parameters."""
        sweep = composition.sweep
        upright, along = sweep.swept
        outcome, lost = composition.values[0], np.isfinite(sweep.diverged[0])
        if upright == "lr":
            upright, along, outcome, lost = along, upright, outcome.T, lost.T
        rows, columns = np.argsort(sweep.swept[upright]), np.argsort(sweep.swept[along])
        values = sweep.swept[along][columns], sweep.swept[upright][rows]
        return cls(
            (along, upright),
            values,
            (spacing_of(values[0]), spacing_of(values[1])),
            outcome[np.ix_(rows, columns)],
            lost[np.ix_(rows, columns)],
        )

    def place(self, values: tuple[float, float]) -> tuple[float, float]:
        """Where a pair of values stands on the picture."""
        x, y = (s.place(np.asarray(v)) for s, v in zip(self.spacings, values, strict=True))
        return float(x), float(y)

    @property
    def best(self) -> tuple[tuple[float, float], float] | None:
        """The best pair of values and what came of it; None if nothing did."""
        fine = np.where(np.isfinite(self.outcome), self.outcome, np.inf)
        row, column = np.unravel_index(fine.argmin(), fine.shape)
        if not np.isfinite(fine.min()):
            return None
        pair = float(self.values[0][column]), float(self.values[1][row])
        return pair, float(fine.min())


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
        self.scale = outcome_axis(composition)
        self.layout: Layout = arrange(
            composition.options.sheet,
            [1] * 4,
            titled=composition.options.titled,
            least=LEAST + BAR_ROOM,
        )
        self.kinds: list[str] = []
        style = composition.options.style
        style.check_names(composition.sweep.entrants)
        self.colours = style.colours or COLOURS
        super().__init__(composition)

    def show(self, step: int) -> None:
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
        self.mesh = self._draw_map(room)
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

    def _draw_map(self, rect: Rect) -> QuadMesh:
        """Cells, hatched where they have no colour; the best one and one's own setting."""
        pen, axes, grid = self.pen, self.axes, self.grid
        places = [s.place(v) for s, v in zip(grid.spacings, grid.values, strict=True)]
        x, y = (edges_of(each) for each in places)
        heights = self._heights()
        axes.set(xlim=(x[0], x[-1]), ylim=(y[0], y[-1]))
        span = Normalize(*self.scale.span)
        mesh = axes.pcolormesh(
            x,
            y,
            heights,
            cmap=self.colours,
            norm=span,
            rasterized=True,
            zorder=1,
        )
        missed = np.isinf(grid.outcome) & ~grid.lost
        for kind, there in (("diverged", grid.lost), ("missed", missed)):
            if there.any():
                self.kinds.append(kind)
                axes.add_patch(hatched(kind, outline(there, x, y), pen))
        self._name_axes(rect, places)
        if grid.best:
            draw_star(axes, grid.place(grid.best[0]), pen)
        if self._own():
            draw_ring(axes, grid.place(self._own_pair()), pen)
        return mesh

    def _heights(self) -> Array:
        """(upright, along) outcomes as places on the colour bar; masked where there is none."""
        outcome = np.where(np.isfinite(self.grid.outcome), self.grid.outcome, np.nan)
        with np.errstate(all="ignore"):
            heights = self.scale.spacing.place(outcome)
        # What lies beyond an end of the bar has its colour, and the bar says so.
        heights[outcome < self.scale.low] = self.scale.span[0]
        heights[outcome > self.scale.high] = self.scale.span[1]
        return np.ma.masked_invalid(heights)

    def _name_axes(self, rect: Rect, places: list[Array]) -> None:
        """Numbers and names along both axes."""
        pen, axes = self.pen, self.axes
        names = [named_setting(name, pen.say) for name in self.grid.names]
        style_axes(axes, (names[0], names[1]), pen)
        counts = rect.width / (TICK_X * pen.scale), rect.height / (TICK_Y * pen.scale)
        for k, axis in enumerate((axes.xaxis, axes.yaxis)):
            axis.label.set(style="normal")
            ends = float(places[k][0]), float(places[k][-1])
            self.grid.spacings[k].write_on(axis, ends, max(2, int(counts[k])), pen.say)

    def _draw_bar(self, axes: Axes, rect: Rect) -> None:
        """The colours with what they mean."""
        pen, (low, high) = self.pen, self.scale.span
        ramp = np.linspace(0, 1, 256)[:, None]
        axes.imshow(
            ramp,
            cmap=self.colours,
            aspect="auto",
            origin="lower",
            extent=(0, 1, low, high),
        )
        style_axes(axes, ("", ""), pen)
        axes.yaxis.tick_right()
        axes.set_xticks([])
        most = max(2, int(rect.height / (TICK_Y * pen.scale)))
        self.scale.spacing.write_on(axes.yaxis, (low, high), most, pen.say)
        words, short = outcome_name(self.composition), pen.say.short
        words += pen.say("heatmap.all_below", loss=short(self.scale.low)) * self.scale.below
        words += pen.say("heatmap.all_above", loss=short(self.scale.high)) * self.scale.above
        size = fitting(words, NAME * pen.scale, rect.height)
        at = rect.right + 55 * pen.scale, (rect.top + rect.bottom) / 2
        write(self.figure, at, words, size, pen.theme.ink, rotation=90, ha="center")

    def _draw_legend(self) -> None:
        """What stars, rings and hatches are."""
        figure, pen, grid, say = self.figure, self.pen, self.grid, self.pen.say
        entries = []
        if grid.best:
            entries.append(("star", say("heatmap.best"), self._pair_text(*grid.best)))
        if self._own():
            own = self.composition.own_value(0)
            lost = self.composition.own_diverged(0)
            words = self._pair_text(self._own_pair(), own, lost)
            entries.append(("ring", say("heatmap.own"), words))
        shares = {"diverged": grid.lost, "missed": np.isinf(grid.outcome) & ~grid.lost}
        early = early_word(self.composition.sweep.surface, say)
        names = {"diverged": early, "missed": say("sweep.missed")}
        for kind in self.kinds:
            words = say("heatmap.trials", count=shares[kind].sum(), total=grid.lost.size)
            entries.append((kind, names[kind], words))
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

    def _own_pair(self) -> tuple[float, float]:
        """The optimizer's own values; nan for one that changes on the way."""
        own = self.optimizer.settings()
        x, y = (constant(own[name]) for name in self.grid.names)
        return x, y

    def _own(self) -> bool:
        """Whether the optimizer's own setting is to be marked and lies on the map."""
        pairs = zip(self._own_pair(), self.grid.values, strict=True)
        inside = all(values[0] <= own <= values[-1] for own, values in pairs)
        return self.composition.options.current and inside

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
