"""Where the panels of a basin map stand: as large as they can be, all alike."""

from dataclasses import dataclass

from optviz.draw.layout import HEADER, PAD, Rect, room_of, scale_of

HEAD = 17  # pixels above a panel for its name
LINE = 13  # and for each further line
NUMBERS = (34, 18)  # for numbers along axes: left of the first column, below a panel
SLIM = 2.0  # a panel is at most so many times as high as it is wide, or as wide as it is high
DETAILED = 150  # pixels; wider columns have settings, and what becomes of the starts, in words
NAMED = 60  # pixels; narrower ones have not even shares


@dataclass(frozen=True)
class Panels:
    """The parts of a picture of many panels.

    Attributes:
        header: title, conditions and step.
        legend: what colours mean.
        panels: one for each, without room for its words and numbers.
        columns: of them.
        lines: of small type above each panel.
    """

    header: Rect
    legend: Rect
    panels: tuple[Rect, ...]
    columns: int
    lines: int


def arrange_panels(size: tuple[int, int], count: int, aspect: float, legend: float) -> Panels:
    """Arrange panels in rows.

    Args:
        size: width and height in pixels.
        count: of panels.
        aspect: height of what they show over its width; a panel keeps it within `SLIM`.
        legend: how high the legend below is, in pixels.
    """
    scale, room = scale_of(size), room_of(size)
    pad = PAD * scale
    header = Rect(room.left, room.top, room.width, HEADER * scale)
    below = Rect(room.left, room.bottom - legend, room.width, legend)
    area = room.inside(NUMBERS[0] * scale, header.height, 0, legend)
    aspect = min(SLIM, max(1 / SLIM, aspect))
    best: Panels | None = None
    for columns in range(1, count + 1):
        rows = -(-count // columns)
        wide = (area.width - (columns - 1) * pad) / columns
        lines = 3 if wide >= DETAILED * scale else 2 if wide >= NAMED * scale else 0
        above = (HEAD + LINE * lines) * scale
        tall = area.height / rows - above - NUMBERS[1] * scale
        across = min(wide, tall / aspect)
        if best and across <= best.panels[0].width:
            continue
        places = [divmod(k, columns) for k in range(count)]
        row = area.height / rows
        panels = tuple(
            Rect(
                area.left + j * (wide + pad),
                area.top + i * row + above,
                max(1.0, across),
                max(1.0, across * aspect),
            )
            for i, j in places
        )
        best = Panels(header, below, panels, columns, lines)
    assert best
    return best
