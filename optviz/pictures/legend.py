"""The legend: a sample of each trail with name, note and settings."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from matplotlib.artist import Artist
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D

from optviz.pictures.figure_style import NONE
from optviz.pictures.fonts import FAMILY
from optviz.pictures.labels import (
    HINTED,
    NAME,
    SMALL,
    fitting,
    shortened,
    width_of,
    wrapped,
    write,
)
from optviz.pictures.layout import ENTRY_HEIGHT, ENTRY_WIDTH, LINE, NAME_HEIGHT, Layout, Rect
from optviz.pictures.marks import HEAD_RADIUS, HEADS, TRAIL_WIDTH, reach
from optviz.pictures.theme import DPI, Pen
from optviz.style import RunStyle

SAMPLE = 46  # pixels of line beside a name
CLOSER = 0.88  # of its size, a line is set smaller rather than wrapped
TEXT = SAMPLE + 8  # pixels from the left end of an entry to its words
ROOM = (ENTRY_WIDTH - TEXT) / CLOSER  # pixels for the words of an entry of the usual width
GAP = 6  # pixels between a name and the note beside it
COUNTED = "\N{NO-BREAK SPACE}"  # a detail that is written anew at every step, by LegendLines
LEAST = 0.72  # of its size, a name is shortened rather than set smaller


@dataclass(frozen=True)
class Named:
    """An optimizer in the legend.

    Attributes:
        name: in bold.
        style: its colour, dash and marker.
        note: beside the name, or below it where there is no room.
        details: small lines below it; one that is too long is wrapped behind a comma.
    """

    name: str
    style: RunStyle
    note: str
    details: tuple[str, ...]

    @property
    def beside(self) -> bool:
        """Whether the note stands beside the name, in an entry of the usual width."""
        name = HINTED * width_of(self.name, NAME, weight="bold") + GAP
        return name + HINTED * width_of(self.note, SMALL, style="italic") <= ROOM

    @property
    def lines(self) -> tuple[str, ...]:
        """The small lines below the name, in an entry of the usual width."""
        below = () if self.beside or not self.note else (self.note,)
        return below + tuple(line for each in self.details for line in wrapped(each, SMALL, ROOM))


class LegendLines(Artist):
    """The last detail of each entry, as it is at `step`."""

    zorder = 10

    def __init__(
        self,
        figure: Figure,
        named: Sequence[Named],
        where: Layout,
        pen: Pen,
        words: Callable[[int], Sequence[str]],
    ) -> None:
        """`words` says for a step what is written in each entry; in a detailed legend."""
        super().__init__()
        self.words, self.pen = words, pen
        self.step = 0
        cells = legend_cells(where, [len(each.lines) for each in named], pen)
        self.rooms = [
            (cell.left + TEXT * pen.scale, cell.top + self._below(each), cell.right)
            for each, cell in zip(named, cells, strict=True)
        ]
        self.set_transform(figure.transFigure)

    def _below(self, named: Named) -> float:
        """How far below the top of its entry the last line stands."""
        return (12 + (len(named.lines)) * LINE + 4) * self.pen.scale

    def draw(self, renderer: Any) -> None:
        """A line for each optimizer."""
        if not self.get_visible():
            return
        figure = self.get_figure(root=True)
        zoom = figure.dpi / DPI  # type: ignore[union-attr]
        height = figure.bbox.height  # type: ignore[union-attr]
        gc = renderer.new_gc()
        gc.set_foreground(self.pen.theme.ink)
        for (left, base, right), words in zip(self.rooms, self.words(int(self.step)), strict=True):
            size = fitting(words, SMALL * self.pen.scale, right - left)
            font = FontProperties(family=FAMILY, size=self.pen.points(size / self.pen.scale))
            x, y = left * zoom, base * zoom
            renderer.draw_text(gc, x, y if renderer.flipy() else height - y, words, font, 0)
        gc.restore()
        self.stale = False


def draw_legend(figure: Figure, named: Sequence[Named], where: Layout, pen: Pen) -> None:
    """A sample of each trail, with name, note and details."""
    if pen.style.legend == NONE:
        return
    lines = [len(each.lines) for each in named]
    for each, cell in zip(named, legend_cells(where, lines, pen), strict=True):
        line = cell.top + (12 if where.detailed else 10) * pen.scale
        draw_sample(figure, (cell.left, line), each.style, pen)
        left = cell.left + TEXT * pen.scale
        room = cell.right - left
        least = shortened(each.name, LEAST * NAME * pen.scale, room, weight="bold")
        size = fitting(least, NAME * pen.scale, room, weight="bold")
        write(figure, (left, line), least, size, pen.theme.ink, weight="bold")
        if where.detailed:
            draw_details(figure, (left, line), room, each, pen)


def entry_lines(named: Sequence[Named]) -> list[int]:
    """How many lines each entry has below its name; 0 in all where there are names only."""
    return [max(len(each.lines), bool(each.note)) for each in named]


def legend_cells(where: Layout, lines: Sequence[int], pen: Pen) -> list[Rect]:
    """The room of every entry of the legend, column by column.

    Args:
        where: the picture's layout.
        lines: how many there are below each name, where the legend is detailed.
        pen: what the picture is drawn with.
    """
    rows = -(-len(lines) // where.columns)
    wide = where.legend.width / where.columns
    cells = []
    for column in range(where.columns):
        own = lines[column * rows : (column + 1) * rows]
        heights = [entry_height(each, where.detailed) * pen.scale for each in own]
        closer = min(1.0, where.legend.height / max(1.0, sum(heights)))
        left, top = where.legend.left + column * wide, where.legend.top
        for height in heights:
            cells.append(Rect(left, top, wide, height * closer))
            top += height * closer
    return cells


def entry_height(lines: int, detailed: bool) -> float:
    """How high an entry is, in pixels on a picture of 800 x 600."""
    return ENTRY_HEIGHT + (lines - 1) * LINE if detailed else NAME_HEIGHT


def draw_details(
    figure: Figure, at: tuple[float, float], room: float, named: Named, pen: Pen
) -> None:
    """The note beside a name and the lines below it."""
    size, soft = SMALL * pen.scale, pen.theme.soft
    if named.beside:
        name = HINTED * width_of(named.name, NAME * pen.scale, weight="bold")
        beside = name + GAP * pen.scale
        small = fitting(named.note, size, room - beside, style="italic")
        write(figure, (at[0] + beside, at[1]), named.note, small, soft, style="italic")
    for line, words in enumerate(named.lines, 1):
        style = "italic" if line == 1 and not named.beside and named.note else "normal"
        below = at[0], at[1] + line * LINE * pen.scale
        write(figure, below, words, fitting(words, size, room), soft, style=style)


def draw_sample(figure: Figure, at: tuple[float, float], style: RunStyle, pen: Pen) -> None:
    """A piece of trail with its head at the end."""
    width, height = figure.get_size_inches() * DPI
    y, end = 1 - at[1] / height, (at[0] + (SAMPLE - 7) * pen.scale) / width
    colour = pen.theme.colour_of(style)
    line = Line2D(
        [at[0] / width, end],
        [y, y],
        color=colour,
        linewidth=pen.points(TRAIL_WIDTH),
        linestyle=(0, style.dash) if style.dash else "-",
        dash_capstyle="butt",
        solid_capstyle="butt",
    )
    head = Line2D(
        [end],
        [y],
        linestyle="",
        marker=HEADS[style.marker],
        markersize=2 * pen.points(HEAD_RADIUS) * reach(style.marker),
        markerfacecolor=colour,
        markeredgewidth=0,
    )
    figure.add_artist(line)
    figure.add_artist(head)
