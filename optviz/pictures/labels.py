"""Everything written round the picture: title, conditions, the step, and the legend."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.text import Text
from matplotlib.textpath import text_to_path
from numpy.typing import ArrayLike

from optviz.pictures.layout import ENTRY_HEIGHT, NAME_HEIGHT, Layout, Rect
from optviz.pictures.marks import HEAD_RADIUS, HEADS, TRAIL_WIDTH
from optviz.pictures.numbers import short
from optviz.pictures.theme import DPI, Pen
from optviz.style import RunStyle
from surfaces.surface import Surface

SAMPLE = 46  # pixels of line beside a name
TITLE, NAME, SMALL = 17, 12.5, 10.5  # pixels of type
LINE = 15  # pixels from one line of an entry in the legend to the next
COUNTER = 120  # pixels kept free for the step, to the right of the title
HINTED = 1.1  # small letters are set on whole pixels and so up to a tenth wider than they measure
FAMILY = "DejaVu Sans"  # comes with matplotlib, so it is the same on every machine


def write(
    figure: Figure, at: tuple[float, float], words: str, size: float, colour: str, **how: Any
) -> Text:
    """Text at a place in pixels from the upper left; `size` in pixels."""
    width, height = figure.get_size_inches() * DPI
    style: dict[str, Any] = {"family": FAMILY, "va": "center", "parse_math": False} | how
    x, y = at[0] / width, 1 - at[1] / height
    return figure.text(x, y, words, size=size * 72 / DPI, color=colour, **style)


@dataclass(frozen=True)
class Named:
    """An optimizer in the legend.

    Attributes:
        name: in bold.
        style: its colour, dash and marker.
        note: beside the name.
        details: small lines below it.
    """

    name: str
    style: RunStyle
    note: str
    details: tuple[str, ...]


def conditions(surface: Surface, start: ArrayLike, steps: int, seed: int) -> str:
    """The conditions under which all run, in a line."""
    x, y = surface.axes
    place = ", ".join(short(float(value), 6) for value in np.asarray(start))
    return f"start {x}, {y} = {place}; {steps} steps{seen(surface, seed)}"


def seen(surface: Surface, seed: int) -> str:
    """The loss's own number, and what a step sees of it where that is not everything."""
    own, batches = surface.parameter, surface.minibatches
    words = f"; {own.name} {own.value:,g}" if own else ""
    return f"{words}; minibatches of {batches.size}, seed {seed}" if batches else words


def draw_header(
    figure: Figure, title: str, words: str, rect: Rect, pen: Pen, counted: bool = True
) -> None:
    """Title and conditions, and beside the first line room for the step if it is `counted`."""
    scale, theme = pen.scale, pen.theme
    room = rect.width - COUNTER * scale * counted
    if not title:
        size = fitting(words, SMALL * scale, room)
        write(figure, (rect.left, rect.top + 10 * scale), words, size, theme.soft)
        return
    size = fitting(title, TITLE * scale, room, weight="bold")
    write(figure, (rect.left, rect.top + 10 * scale), title, size, theme.ink, weight="bold")
    size = fitting(words, SMALL * scale, rect.width)
    write(figure, (rect.left, rect.top + 31 * scale), words, size, theme.soft)


def draw_legend(figure: Figure, named: Sequence[Named], where: Layout, pen: Pen) -> None:
    """A sample of each trail, with name, note and details."""
    lines = max(len(each.details) for each in named)
    for each, cell in zip(named, legend_cells(where, len(named), pen, lines), strict=True):
        line = cell.top + (12 if where.detailed else 10) * pen.scale
        draw_sample(figure, (cell.left, line), each.style, pen)
        left = cell.left + (SAMPLE + 8) * pen.scale
        size = fitting(each.name, NAME * pen.scale, cell.right - left, weight="bold")
        write(figure, (left, line), each.name, size, pen.theme.ink, weight="bold")
        if where.detailed:
            draw_details(figure, (left, line), cell.right - left, each, pen)


def legend_cells(where: Layout, entries: int, pen: Pen, lines: int = 1) -> list[Rect]:
    """The room of every entry of the legend, column by column; `lines` are those below names."""
    rows = -(-entries // where.columns)
    detailed = ENTRY_HEIGHT + (lines - 1) * LINE
    most = (detailed if where.detailed else NAME_HEIGHT) * pen.scale
    wide, tall = where.legend.width / where.columns, min(most, where.legend.height / rows)
    places = (divmod(k, rows) for k in range(entries))
    left, top = where.legend.left, where.legend.top
    return [Rect(left + i * wide, top + j * tall, wide, tall) for i, j in places]


def draw_details(
    figure: Figure, at: tuple[float, float], room: float, named: Named, pen: Pen
) -> None:
    """The note beside a name and the lines below it."""
    size, soft = SMALL * pen.scale, pen.theme.soft
    name = width_of(named.name, NAME * pen.scale, weight="bold")
    beside = name + 6 * pen.scale
    small = fitting(named.note, size, room - beside, style="italic")
    write(figure, (at[0] + beside, at[1]), named.note, small, soft, style="italic")
    for line, words in enumerate(named.details, 1):
        below = at[0], at[1] + line * LINE * pen.scale
        write(figure, below, words, fitting(words, size, room), soft)


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


def reach(marker: str) -> float:
    """How far a marker goes from its middle along an axis, which matplotlib calls half its size."""
    return float(np.abs(np.asarray(HEADS[marker].vertices)).max())


def width_of(words: str, size: float, **how: Any) -> float:
    """How wide a text of such size is, both in pixels."""
    font = FontProperties(family=FAMILY, size=size, **how)
    wide, _, _ = text_to_path.get_text_width_height_descent(words, font, ismath=False)
    return float(wide)


def fitting(words: str, size: float, room: float, **how: Any) -> float:
    """The size, or a smaller one at which the text is not wider than the room."""
    return size * min(1.0, room / max(1.0, HINTED * width_of(words, size, **how)))
