"""The trail of one run: a line of matplotlib's own that grows with the steps."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np
from matplotlib.artist import Artist, allow_rasterization
from matplotlib.colors import to_rgba
from matplotlib.lines import Line2D
from matplotlib.markers import MarkerStyle
from matplotlib.path import Path
from matplotlib.patheffects import PathEffectRenderer
from matplotlib.transforms import Affine2D, IdentityTransform
from numpy.typing import NDArray

from optviz.pictures.lines import Line
from optviz.pictures.theme import Colour

Array = NDArray[np.float64]

ABOVE = 10  # everything that stands still
PIECES, OLDEST = 16, 0.12  # of a fading trail: how many pieces, and the opacity of the first
DOT = 1.5  # widths of a trail that a dot is wide


class LeadingLine(Line2D):
    """A line of matplotlib's with which others go when it is removed.

    Attributes:
        beside: these others.
    """

    def __init__(self, *points: Any, **how: Any) -> None:
        """As matplotlib's lines are made."""
        super().__init__(*points, **how)
        self.beside: list[Artist] = []

    def remove(self) -> None:
        """Take it off the picture, and the others."""
        for each in self.beside:
            if each.get_figure() is not None:
                each.remove()
        super().remove()


class Trail(LeadingLine):
    """A line as far as it has got at `step`; its data are these points, nan where it is broken.

    It has the properties of all lines: a colour, a dash, a label, a marker. Only the last point has
    the marker, and `Heads` draws it, since all heads lie above all trails. matplotlib's own lines
    look up and compute anew, at every drawing, what stays the same in a film, which draws each of
    seven trails 240 times; so this one draws itself, and can `keep` where its points stand.

    Attributes:
        rim: the colour that is laid round it, so that it stands out, and how many points wide that
            is at both sides together; None for none.
    """

    def __init__(
        self,
        line: Line,
        rim: tuple[Colour, float] | None = None,
        drawn: str = "lines",
        **how: Any,
    ) -> None:
        """A line in the data coordinates of where it is added, at its first point.

        Args:
            line: the whole.
            rim: round it.
            drawn: as one line, "lines"; "fading", fainter the older it is; or as "dots", one for
                each step.
            how: properties, as matplotlib's lines take them.
        """
        super().__init__([], [], **{"snap": False, "zorder": ABOVE} | how)
        self.rim, self.drawn = rim, drawn
        self._kept: Line | None = None
        self._keep = False
        self._head: tuple[Path, Array] | None = None
        self._step = 0.0
        self.lay(line)

    @property
    def step(self) -> float:
        """The step up to which it is drawn."""
        return self._step

    @step.setter
    def step(self, step: float) -> None:
        self._step = step
        if not self._keep:
            self._set_points()
        self.stale = True

    def lay(self, line: Line) -> None:
        """Take another line, such as the same one seen from elsewhere."""
        self._whole = line
        self._points, self._times = line.broken()
        self._kept = None
        self.step = self._step

    def keep(self, keep: bool) -> None:
        """Whether axes, size and dpi stay as they are from now on; its data wait until they do not.

        Then its points need to be laid out only once.
        """
        self._keep, self._kept, self._head = keep, None, None
        if not keep:
            self._set_points()

    def _set_points(self) -> None:
        count = int(np.searchsorted(self._times, self._step, side="right"))
        self.set_data(*self._points[:count].T)

    def _pixels(self) -> Path:
        """What is drawn, where it stands on the picture."""
        if not self._keep and not self._step % 1:
            return self.get_transform().transform_path(self.get_path())
        return self._laid().until(self._step)

    def _laid(self) -> Line:
        """The whole line in pixels."""
        if self._kept is not None:
            return self._kept
        laid = replace(self._whole, points=self.get_transform().transform(self._whole.points))
        self._kept = laid if self._keep else None
        return laid

    def end(self) -> Array:
        """(2,) where it has got on the way between two steps, in pixels; nan off the picture."""
        return self._laid().at(self._step)

    def head(self, zoom: float) -> tuple[Path, Affine2D]:
        """Its marker round (0, 0), and how large it is drawn where a point is so many pixels."""
        if self._head is None or not self._keep:
            style, size = MarkerStyle(self.get_marker()), self.get_markersize() * zoom
            matrix = style.get_transform().get_matrix() * [[size], [size], [1]]
            self._head = style.get_path(), matrix
        path, matrix = self._head
        return path, Affine2D(matrix)

    @allow_rasterization  # type: ignore[untyped-decorator]
    def draw(self, renderer: Any) -> None:
        """Its rim, and the line on it."""
        if not self.get_visible():
            return
        path = self._pixels()
        if len(path) > 1:
            if effects := self.get_path_effects():
                renderer = PathEffectRenderer(effects, renderer)
            renderer.open_group("line2d", self.get_gid())
            if self.drawn == "dots":
                self._draw_dots(renderer, path)
            elif self.drawn == "fading":
                self._draw_fading(renderer, path)
            else:
                self._draw_path(renderer, path)
            renderer.close_group("line2d")
        self.stale = False

    def _draw_path(self, renderer: Any, path: Path, opacity: float = 1, since: float = 0) -> None:
        """A line of an opacity, whose dashes began so many pixels before it."""
        gc, alpha, width = self.new_gc(renderer), self.get_alpha(), self.get_linewidth()
        seen = 1 if alpha is None else alpha
        if self.rim:
            colour, more = self.rim
            gc.set_linewidth(width + more)
            gc.set_foreground((*colour[:3], colour[3] * seen * opacity), True)
            renderer.draw_path(gc, path, IdentityTransform())
        offset, dashes = self._dash_pattern  # type: ignore[attr-defined] # it has no public name
        gc.set_dashes(offset + renderer.points_to_pixels(1) ** -1 * since, dashes)
        gc.set_linewidth(width)
        if opacity < 1:
            alpha = seen * opacity
        gc.set_foreground(to_rgba(self.get_color(), alpha), isRGBA=True)
        renderer.draw_path(gc, path, IdentityTransform())
        gc.restore()

    def _times_of(self, path: Path) -> Array:
        """(n,) when each point of what is drawn was reached."""
        times = self._whole.times if self._keep else self._times
        return times[: len(path)]

    def _draw_fading(self, renderer: Any, path: Path) -> None:
        """Piece by piece from the oldest on, each fainter than the next."""
        times, points = self._times_of(path), np.asarray(path.vertices)
        lengths = np.hypot(*np.diff(points, axis=0).T)
        run = np.concatenate([[0.0], np.cumsum(np.nan_to_num(lengths))])
        ends = np.searchsorted(times, np.linspace(0, self._step, PIECES + 1), side="right")
        for k, (begin, end) in enumerate(pairwise(ends), 1):
            first = max(0, int(begin) - 1)
            if end - first > 1:
                codes = None if path.codes is None else np.array(path.codes)[first:end]
                if codes is not None:
                    codes[0] = Path.MOVETO
                opacity = OLDEST + (1 - OLDEST) * k / PIECES
                self._draw_path(renderer, Path(points[first:end], codes), opacity, run[first])

    def _draw_dots(self, renderer: Any, path: Path) -> None:
        """A dot where the run was after each step, and round it the rim."""
        times = self._times_of(path)
        at = Path(np.asarray(path.vertices)[times == np.round(times)])
        gc, alpha = self.new_gc(renderer), self.get_alpha()
        gc.set_linewidth(0)
        inks = [(DOT * self.get_linewidth(), to_rgba(self.get_color(), alpha))]
        if self.rim:
            colour, more = self.rim
            seen = 1 if alpha is None else alpha
            inks.insert(0, (inks[0][0] + more, (*colour[:3], colour[3] * seen)))
        for wide, ink in inks:
            dot = Affine2D().scale(renderer.points_to_pixels(wide) / 2)
            renderer.draw_markers(gc, Path.unit_circle(), dot, at, IdentityTransform(), ink)
        gc.restore()

    def new_gc(self, renderer: Any) -> Any:
        """What the renderer must know of it, but for colours and widths."""
        gc, dashed = renderer.new_gc(), self.is_dashed()
        if self.get_clip_on():
            gc.set_clip_rectangle(self.get_clip_box())
            gc.set_clip_path(self.get_clip_path())
        gc.set_url(self.get_url())
        gc.set_antialiased(self.get_antialiased())
        gc.set_snap(self.get_snap())
        gc.set_joinstyle(self.get_dash_joinstyle() if dashed else self.get_solid_joinstyle())
        gc.set_capstyle(self.get_dash_capstyle() if dashed else self.get_solid_capstyle())
        if sketch := self.get_sketch_params():
            gc.set_sketch_params(*sketch)
        return gc
