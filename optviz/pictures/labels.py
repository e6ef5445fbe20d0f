"""What is written round the picture, title and words, and how wide words are."""

from typing import Any

from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.text import Text
from matplotlib.textpath import text_to_path

from optviz.pictures.fonts import families
from optviz.pictures.layout import Rect
from optviz.pictures.theme import DPI, Pen

TITLE, NAME, SMALL = 17, 12.5, 10.5  # pixels of type
COUNTER = 120  # pixels kept free for the step, to the right of the title
HINTED = 1.1  # small letters are set on whole pixels and so up to a tenth wider than they measure


def write(
    figure: Figure, at: tuple[float, float], words: str, size: float, colour: str, **how: Any
) -> Text:
    """Text at a place in pixels from the upper left; `size` in pixels."""
    width, height = figure.get_size_inches() * DPI
    style: dict[str, Any] = {"family": families(words), "va": "center", "parse_math": False} | how
    x, y = at[0] / width, 1 - at[1] / height
    return figure.text(x, y, words, size=size * 72 / DPI, color=colour, **style)


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


def width_of(words: str, size: float, **how: Any) -> float:
    """How wide a text of such size is, both in pixels."""
    font = FontProperties(family=families(words), size=size, **how)
    wide, _, _ = text_to_path.get_text_width_height_descent(words, font, ismath=False)
    return float(wide)


def fitting(words: str, size: float, room: float, **how: Any) -> float:
    """The size, or a smaller one at which the text is not wider than the room."""
    return size * min(1.0, room / max(1.0, HINTED * width_of(words, size, **how)))


def wrapped(words: str, size: float, room: float, between: str = ", ") -> tuple[str, ...]:
    """Words in lines that are not wider than the room, as far as they can be parted.

    Args:
        words: a list such as "lr 0.001, \u03bc 0.95"; it is parted behind a separator only.
        size: of the type, in pixels.
        room: in pixels.
        between: what stands between the parts.
    """
    lines: list[str] = []
    for part in words.split(between):
        longer = f"{lines[-1]}{between}{part}" if lines else part
        if lines and HINTED * width_of(longer, size) <= room:
            lines[-1] = longer
        else:
            lines.append(part)
    return tuple(f"{line}{between.rstrip()}" for line in lines[:-1]) + tuple(lines[-1:])


def shortened(words: str, size: float, room: float, **how: Any) -> str:
    """Words that are not wider than the room: those in the middle give way to three dots."""
    kept = len(words)
    given = words
    while kept > 2 and HINTED * width_of(given, size, **how) > room:
        kept -= 1
        begin, end = words[: (kept + 1) // 2], words[len(words) - kept // 2 :]
        given = f"{begin.rstrip()}…{end.lstrip()}"
    return given
