"""Where the panels of a basin map stand: as large as they can be, all alike."""

from dataclasses import dataclass

from optviz.pictures.layout import PAD, Rect, header_of, room_of, scale_of

HEAD = 17  # pixels above a panel for its name
LINE = 13  # and for each further line
NUMBERS = (34, 18)  # for numbers along axes: left of the first column, below a panel
SLIM = 2.0  # a panel is at most so many times as high as it is wide, or as wide as it is high
# Lines of small type above a panel (settings and two of shares, shares only, none) -> how wide
# panels are, in pixels, where there is room for them.
WORDS = {3: 105, 2: 60, 0: 0}


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


def arrange_panels(
    size: tuple[float, float], count: int, aspect: float, legend: float, titled: bool = True
) -> Panels:
    """Arrange panels in rows.

    Args:
        size: width and height in pixels.
        count: of panels.
        aspect: height of what they show over its width; a panel keeps it within `SLIM`.
        legend: how high the legend below is, in pixels.
        titled: whether there is a title.
    """
    scale, room = scale_of(size), room_of(size)
    header = header_of(size, titled)
    below = Rect(room.left, room.bottom - legend, room.width, legend)
    area = room.inside(NUMBERS[0] * scale, header.height, 0, legend)
    aspect = min(SLIM, max(1 / SLIM, aspect))
    for lines, least in WORDS.items():
        tries = [
            grid(area, count, columns, aspect, lines, scale) for columns in range(1, count + 1)
        ]
        panels = max(tries, key=lambda each: each[0].width)
        if panels[0].width >= least * scale:
            break
    columns = 1 + tries.index(panels)
    return Panels(header, below, panels, columns, lines)


def grid(
    area: Rect, count: int, columns: int, aspect: float, lines: int, scale: float
) -> tuple[Rect, ...]:
    """Panels in so many columns, with so many lines of small type above each."""
    pad = PAD * scale
    wide, row = (area.width - (columns - 1) * pad) / columns, area.height / -(-count // columns)
    above = (HEAD + LINE * lines) * scale
    across = max(1.0, min(wide, (row - above - NUMBERS[1] * scale) / aspect))
    places = (divmod(k, columns) for k in range(count))
    return tuple(
        Rect(area.left + j * (wide + pad), area.top + i * row + above, across, across * aspect)
        for i, j in places
    )
