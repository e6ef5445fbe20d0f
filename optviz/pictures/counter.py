"""The number of the step, digit by digit in places of their own, so that it does not tremble."""

from typing import Any

from matplotlib.artist import Artist
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.transforms import Bbox

from optviz.pictures.fonts import FAMILY
from optviz.pictures.labels import width_of, write
from optviz.pictures.layout import Rect
from optviz.pictures.theme import DPI, Pen

SIZE = 14  # pixels of type
AIR = 1.1  # so that no digit touches its neighbour's pixels


class Counter(Artist):
    """`step 57` at the right end of the header.

    A text costs more time to lay out than all trails to draw. A film, whose background does not
    change, asks to `keep` them: then a digit is drawn once at each place and its pixels are kept.
    """

    zorder = 10

    def __init__(self, figure: Figure, header: Rect, pen: Pen, steps: int) -> None:
        super().__init__()
        self.size = SIZE * pen.scale
        self.step = 0
        self._keep = False
        self.places = len(str(steps))
        self.advance = AIR * width_of("0", self.size, weight="bold")
        self.right = header.right
        self.top = header.top
        self.ink = pen.theme.ink
        self.font = FontProperties(family=FAMILY, size=pen.points(SIZE), weight="bold")
        self._kept: dict[tuple[int, str], Any] = {}
        self.baseline = self.top + 10 * pen.scale
        left = self.right - self.places * self.advance - 6 * pen.scale
        how = {"ha": "right", "va": "baseline"}
        write(
            figure,
            (left, self.baseline),
            pen.say("conditions.counter"),
            self.size,
            pen.theme.soft,
            **how,
        )
        self.set_transform(figure.transFigure)

    def keep(self, keep: bool) -> None:
        """Whether to keep the digits' pixels from now on; those kept before are forgotten."""
        self._keep = keep
        self._kept.clear()

    def draw(self, renderer: Any) -> None:
        """Draw each digit at its place, or put its kept pixels there."""
        if not self.get_visible():
            return
        for place, digit in enumerate(str(int(self.step)).rjust(self.places)):
            if digit == " ":
                continue
            if (place, digit) in self._kept:
                renderer.restore_region(self._kept[place, digit])
                continue
            box = self._draw_digit(renderer, place, digit)
            if self._keep:
                self._kept[place, digit] = renderer.copy_from_bbox(box)
        self.stale = False

    def _draw_digit(self, renderer: Any, place: int, digit: str) -> Bbox:
        """Draw it; returns the pixels it may cover."""
        figure = self.get_figure(root=True)
        zoom = figure.dpi / DPI  # type: ignore[union-attr]
        height = figure.bbox.height  # type: ignore[union-attr]
        x = round((self.right - (self.places - place) * self.advance) * zoom)
        y = round(height - self.baseline * zoom)
        gc = renderer.new_gc()
        gc.set_foreground(self.ink)
        renderer.draw_text(gc, x, height - y if renderer.flipy() else y, digit, self.font, 0)
        gc.restore()
        wide, tall = round(self.advance * zoom), round(self.size * zoom)
        return Bbox.from_extents(x, y - tall // 3, x + wide, y + tall)
