"""Where everything stands on a picture, in pixels from its upper left corner."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

PAD = 14
HEADER = 48
UNTITLED = 26  # the same without a title
ENTRY_WIDTH = 232  # of an optimizer in the legend, with its settings
ENTRY_HEIGHT = 40  # with one line of settings
LINE = 15  # pixels more for each further one
LEAST_ENTRY = 30  # an entry lower than this has no room for settings
NAME_WIDTH = 142  # of one without
NAME_HEIGHT = 20
AXES = (48, 10, 12, 38)  # pixels round a picture with axes: left, top, right, bottom
CHART_SHARE = 0.27  # of the height, and so much less for the picture above it
LEAST = 270  # a picture narrower than this gets the legend's room
LEAST_ABOVE_CHART = 250  # a picture lower than this gets the chart's room
WIDE = 1.2  # wider than so many heights, the legend stands beside the picture


@dataclass(frozen=True)
class Rect:
    """A part of the picture."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right border."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Its lower border."""
        return self.top + self.height

    def inside(self, left: float, top: float, right: float, bottom: float) -> "Rect":
        """What is left of it within such margins."""
        return Rect(
            self.left + left, self.top + top, self.width - left - right, self.height - top - bottom
        )


@dataclass(frozen=True)
class Layout:
    """The parts of a picture.

    Attributes:
        scale: how much larger type and lines are than on a picture of 800 x 600.
        header: title, conditions and step.
        views: one for each view, with room for its axes.
        chart: the same for the chart, or None.
        legend: the optimizers.
        columns: of the legend.
        detailed: whether the legend has settings and origins, or names only.
    """

    scale: float
    header: Rect
    views: tuple[Rect, ...]
    chart: Rect | None
    legend: Rect
    columns: int
    detailed: bool


def arrange(
    size: tuple[float, float],
    entries: Sequence[int],
    views: int = 1,
    chart: bool = False,
    titled: bool = True,
    least: float = LEAST,
    legend: str | None = None,
) -> Layout:
    """Arrange a picture: legend beside it or below, with details where there is room for them.

    Args:
        size: width and height in pixels.
        entries: of the legend: how many lines each has below its name.
        views: how many stand beside each other.
        chart: whether there is one below, if it finds room.
        titled: whether there is a title.
        least: how wide the picture is, on one of 800 x 600, before the legend has details.
        legend: "right", "below" or "none"; None for where there is room.
    """
    width, height = size
    scale = scale_of(size)
    pad = PAD * scale
    room = room_of(size)
    header = header_of(size, titled)
    rest = room.inside(0, header.height, 0, 0)
    beside = width > WIDE * height if legend is None else legend == "right"
    if legend == "none":
        detailed, columns, picture = False, 1, rest
        where = Rect(rest.right, rest.bottom, 0, 0)
    elif beside:
        detailed = any(entries) and rest.width - ENTRY_WIDTH * scale >= least * scale
        detailed &= rest.height >= height_of(entries, 1, LEAST_ENTRY) * scale
        columns = 1
        wide = (ENTRY_WIDTH if detailed else NAME_WIDTH) * scale
        where = Rect(rest.right - wide, rest.top, wide, rest.height)
        picture = rest.inside(0, 0, wide + pad, 0)
    else:
        columns = max(1, int(rest.width // (ENTRY_WIDTH * scale)))
        tall = height_of(entries, columns, ENTRY_HEIGHT) * scale
        detailed = any(entries) and rest.height - tall >= LEAST * scale
        if not detailed:
            columns = max(1, int(rest.width // (NAME_WIDTH * scale)))
            tall = math.ceil(len(entries) / columns) * NAME_HEIGHT * scale
        where = Rect(rest.left, rest.bottom - tall, rest.width, tall)
        picture = rest.inside(0, 0, 0, tall + pad * 0.5)
    below = None
    if chart and picture.height > LEAST_ABOVE_CHART * scale:
        tall = CHART_SHARE * picture.height
        below = Rect(picture.left, picture.bottom - tall, picture.width, tall)
        picture = picture.inside(0, 0, 0, tall + pad * 0.3)
    parts = beside_each_other(picture, views, pad)
    return Layout(scale, header, parts, below, where, columns, detailed)


def height_of(entries: Sequence[int], columns: int, least: float) -> float:
    """How high the tallest column of entries is, on a picture of 800 x 600.

    Args:
        entries: how many lines each has below its name.
        columns: into which they go, one after another.
        least: the height of one with a single line.
    """
    rows = math.ceil(len(entries) / columns)
    heights = [least + (lines - 1) * LINE for lines in entries]
    return max(sum(heights[k : k + rows]) for k in range(0, len(heights), rows))


def scale_of(size: tuple[float, float]) -> float:
    """How much larger type and lines are than on a picture of 800 x 600."""
    width, height = size
    return min(3.0, max(0.75, math.sqrt(width * height / (800 * 600))))


def room_of(size: tuple[float, float]) -> Rect:
    """A picture without its margin."""
    pad = PAD * scale_of(size)
    return Rect(0, 0, *size).inside(pad, pad * 0.8, pad, pad * 0.6)


def header_of(size: tuple[float, float], titled: bool) -> Rect:
    """Room for title, conditions and step, or for these two in one line."""
    room = room_of(size)
    return Rect(room.left, room.top, room.width, (HEADER if titled else UNTITLED) * scale_of(size))


def beside_each_other(rect: Rect, count: int, gap: float) -> tuple[Rect, ...]:
    """Equal parts of a rectangle."""
    wide = (rect.width - (count - 1) * gap) / count
    return tuple(
        Rect(rect.left + k * (wide + gap), rect.top, wide, rect.height) for k in range(count)
    )
