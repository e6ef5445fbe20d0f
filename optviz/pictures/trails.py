"""What moves: every run's trail up to a step, and its head. A matplotlib artist for any backend."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.path import Path
from matplotlib.transforms import Affine2D, IdentityTransform, Transform
from numpy.typing import NDArray

from optviz.look import LOOK
from optviz.pictures.fan import fanned
from optviz.pictures.lines import Line
from optviz.pictures.marks import HEADS, TRAIL_WIDTH
from optviz.pictures.theme import DPI, Pen
from optviz.style import RunStyle

Array = NDArray[np.float64]

GHOST: float = LOOK["trail"]["hidden"]  # opacity of what lies behind a hill
LEADER, DOT = (3.0, 1.4), (6.5, 4.5)  # pixels, of the rim and of the line in it
RIM: float = LOOK["head"]["rim"]  # pixels of rim round a head, half of them under it


@dataclass(frozen=True, eq=False)
class Strand:
    """One run, laid out on a picture.

    Attributes:
        style: its colours, dash and marker.
        seen: its trail.
        heads: (steps + 1, 2) where its head is at every step; nan where it is out of the picture.
        hidden: what of the trail lies behind a hill; None where there are no hills.
        away: (steps + 1,) how far from the viewer each head is, or None.
        ghost: (steps + 1,) whether each head is behind a hill, or None.
        changes: the steps at which the run's settings change, in order.
        average: that of an average of the iterates, where the rule keeps one.
    """

    style: RunStyle
    seen: Line
    heads: Array
    hidden: Line | None = None
    away: Array | None = None
    ghost: NDArray[np.bool_] | None = None
    changes: Sequence[int] = ()
    average: "Strand | None" = None

    def laid(self, transform: Transform) -> "Strand":
        """The same in another system of coordinates."""

        def line(given: Line) -> Line:
            return replace(given, points=transform.transform(given.points))

        return replace(
            self,
            seen=line(self.seen),
            hidden=line(self.hidden) if self.hidden else None,
            heads=transform.transform(self.heads),
            average=self.average.laid(transform) if self.average else None,
        )


class Trails(Artist):
    """All strands of one picture, up to `step`.

    matplotlib's own line artists look up and compute anew, at every drawing, what never changes
    here; a film of 240 frames draws each of seven trails 240 times.

    Attributes:
        fan: whether heads that would cover each other stand beside their points, with a line to
            them. For stills: in a film they would jump.
    """

    zorder = 10  # above everything that stands still

    def __init__(self, axes: Axes, strands: Sequence[Strand], pen: Pen, radius: float) -> None:
        """Strands in the data coordinates of `axes`; `radius` of their heads in pixels."""
        super().__init__()
        self.strands = strands
        self.pen = pen
        self.radius = radius
        self.step = 0
        self.fan = False
        self.set_transform(axes.transData)
        self.set_clip_box(axes.bbox)
        self._pixels: tuple[float, list[Strand]] = (0, [])  # the strands laid out for a dpi

    def lay(self, strands: Sequence[Strand]) -> None:
        """Take the same runs as they are seen from elsewhere."""
        self.strands = strands
        self._pixels = 0, []
        self.stale = True

    def draw(self, renderer: Any) -> None:
        """Trails behind hills, trails before them, heads: each above what came before."""
        if not self.get_visible():
            return
        dpi = self.get_figure(root=True).dpi  # type: ignore[union-attr]
        if self._pixels[0] != dpi:
            self._pixels = dpi, [each.laid(self.get_transform()) for each in self.strands]
        strands = self._pixels[1]
        gc = renderer.new_gc()
        gc.set_clip_rectangle(self.get_clip_box())
        gc.set_joinstyle("round")
        gc.set_capstyle("butt")
        gc.set_snap(False)
        for strand in strands:
            if strand.hidden:
                self._draw_line(renderer, gc, strand.style, strand.hidden, GHOST)
        for strand in strands:
            self._draw_line(renderer, gc, strand.style, strand.seen, 1)
        for each in strands:
            if each.average:
                self._draw_average(renderer, gc, each.average, dpi / DPI)
        gc.set_dashes(0, None)
        for strand in strands:
            self._draw_changes(renderer, gc, strand, dpi / DPI)
        ordered = self._by_distance(strands)
        points = np.array([strand.heads[self.step] for strand in ordered]).reshape(-1, 2)
        places = self._fanned(points, dpi / DPI) if self.fan else points
        for strand, place, point in zip(ordered, places, points, strict=True):
            if (place != point).any():
                self._draw_leader(renderer, gc, strand, place, point)
        for strand, place in zip(ordered, places, strict=True):
            self._draw_head(renderer, gc, strand, place, dpi / DPI)
        gc.restore()
        self.stale = False

    def _draw_average(self, renderer: Any, gc: Any, average: Strand, zoom: float) -> None:
        """A thin line with a ring at its end."""
        self._draw_line(renderer, gc, average.style, average.seen, 1, TRAIL_WIDTH / 2)
        gc.set_dashes(0, None)
        self._draw_ring(renderer, gc, average.style, average.heads[self.step], zoom)

    def _draw_line(
        self,
        renderer: Any,
        gc: Any,
        style: RunStyle,
        line: Line,
        opacity: float,
        pixels: float = TRAIL_WIDTH,
    ) -> None:
        path = line.until(self.step)
        if len(path) < 2:
            return
        width, theme = self.pen.points(pixels), self.pen.theme
        gc.set_alpha(None)
        gc.set_antialiased(True)
        if opacity == 1:
            gc.set_dashes(0, None)
            gc.set_linewidth(width + self.pen.points(LOOK["trail"]["rim"]))
            gc.set_foreground(theme.rim, isRGBA=True)
            renderer.draw_path(gc, path, IdentityTransform())
        gc.set_dashes(0, [part * width for part in style.dash] or None)
        gc.set_linewidth(width)
        gc.set_foreground(to_rgba(theme.colour_of(style), opacity), isRGBA=True)
        renderer.draw_path(gc, path, IdentityTransform())

    def _by_distance(self, strands: list[Strand]) -> list[Strand]:
        """The farthest first; as they come where nothing is said of it."""
        if any(strand.away is None for strand in strands):
            return strands
        return sorted(strands, key=lambda strand: -np.nan_to_num(strand.away[self.step]))  # type: ignore[index]

    def _fanned(self, points: Array, zoom: float) -> Array:
        """Where the heads stand, in pixels."""
        box = self.get_clip_box()
        assert box is not None
        return fanned(points, self.radius * self.pen.scale * zoom, box.p0, box.p1)

    def _draw_leader(
        self, renderer: Any, gc: Any, strand: Strand, place: Array, point: Array
    ) -> None:
        """A line from a head to the point that it marks, and a dot there."""
        if not np.isfinite(point).all():
            return
        theme = self.pen.theme
        colour = to_rgba(theme.colour_of(strand.style))
        for ends, widths in (([place, point], LEADER), ([point, point], DOT)):
            for width, ink in zip(widths, (theme.rim, colour), strict=True):
                gc.set_capstyle("round")
                gc.set_linewidth(self.pen.points(width))
                gc.set_foreground(ink, isRGBA=True)
                renderer.draw_path(gc, Path(np.array(ends)), IdentityTransform())

    def _draw_changes(self, renderer: Any, gc: Any, strand: Strand, zoom: float) -> None:
        """A small open circle where settings have changed, and no hill is before it."""
        for step in strand.changes:
            if step > self.step:
                return
            if strand.ghost is None or not strand.ghost[step]:
                self._draw_ring(renderer, gc, strand.style, strand.heads[step], zoom)

    def _draw_ring(self, renderer: Any, gc: Any, style: RunStyle, at: Array, zoom: float) -> None:
        """A small open circle."""
        x, y = at
        if not np.isfinite(x + y):
            return
        size = LOOK["change"]["radius"] * self.pen.scale * zoom
        gc.set_alpha(None)
        gc.set_linewidth(self.pen.points(LOOK["change"]["width"]))
        gc.set_foreground(to_rgba(self.pen.theme.colour_of(style)), isRGBA=True)
        place = Affine2D().scale(size).translate(x, y)
        renderer.draw_path(gc, Path.unit_circle(), place, to_rgba(self.pen.theme.paper))

    def _draw_head(self, renderer: Any, gc: Any, strand: Strand, at: Array, zoom: float) -> None:
        x, y = at
        if not np.isfinite(x + y):
            return
        ghost = strand.ghost is not None and strand.ghost[self.step]
        opacity, theme = GHOST if ghost else 1.0, self.pen.theme
        size = self.radius * self.pen.scale * zoom
        place = Affine2D().scale(size).translate(x, y)
        marker: Path = HEADS[strand.style.marker]
        gc.set_linewidth(self.pen.points(RIM))
        gc.set_foreground(to_rgba(theme.paper, opacity), isRGBA=True)
        renderer.draw_path(gc, marker, place)
        gc.set_linewidth(0)
        renderer.draw_path(gc, marker, place, to_rgba(theme.colour_of(strand.style), opacity))


def held(values: Array, last: int) -> Array:
    """Values by step; a run that has diverged keeps those of its last finite step."""
    return values[np.minimum(np.arange(len(values)), last)]
