"""The value that a frame shows, where films over time have the number of the step."""

from collections.abc import Sequence
from typing import Any

from matplotlib.artist import Artist
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties

from optviz.pictures.counter import SIZE
from optviz.pictures.fonts import families
from optviz.pictures.labels import HINTED, width_of, write
from optviz.pictures.layout import Rect
from optviz.pictures.theme import DPI, Pen


class Value(Artist):
    """`lr 0.0123` at the right end of the header; numbers begin at one place, so none trembles."""

    zorder = 10

    def __init__(
        self, figure: Figure, header: Rect, pen: Pen, name: str, values: Sequence[str]
    ) -> None:
        """`values` in words, one for each step."""
        super().__init__()
        self.values, self.step = values, 0
        size = SIZE * pen.scale
        wide = HINTED * max(width_of(each, size, weight="bold") for each in values)
        self.left, self.baseline = header.right - wide, header.top + 10 * pen.scale
        self.ink = pen.theme.ink
        every = families("".join(values))
        self.font = FontProperties(family=every, size=pen.points(SIZE), weight="bold")
        at = self.left - 6 * pen.scale, self.baseline
        write(figure, at, name, size, pen.theme.soft, ha="right", va="baseline")
        self.set_transform(figure.transFigure)

    def draw(self, renderer: Any) -> None:
        """The number."""
        if not self.get_visible():
            return
        figure = self.get_figure(root=True)
        zoom, height = figure.dpi / DPI, figure.bbox.height  # type: ignore[union-attr]
        gc = renderer.new_gc()
        gc.set_foreground(self.ink)
        x, y = self.left * zoom, self.baseline * zoom
        up = y if renderer.flipy() else height - y
        renderer.draw_text(gc, x, up, self.values[int(self.step)], self.font, 0)
        gc.restore()
        self.stale = False
