"""The trails of all seeds or starts, thin and translucent: darker where many go."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.transforms import IdentityTransform
from numpy.typing import NDArray

from optviz.pictures.lines import Line, cut
from optviz.pictures.strand import Strand, held
from optviz.pictures.theme import Pen
from optviz.pictures.top_view import room_of
from optviz.race import Trajectory
from optviz.race.bundles import median_path
from optviz.style import RunStyle
from surfaces.surface import Surface

Array = NDArray[np.float64]

WIDTH = 0.8  # pixels of a trail
INK = 4.0  # opacities of all trails of an optimizer together, as far as each stays within:
FAINTEST, STRONGEST = 0.08, 0.5


class BundleTrails(Artist):
    """All trails of one view from above, up to `step`."""

    zorder = 9  # below the medians

    def __init__(
        self, axes: Axes, bundles: Sequence[Sequence[Line]], styles: Sequence[RunStyle], pen: Pen
    ) -> None:
        """Lines in the data coordinates of `axes`, some for each style."""
        super().__init__()
        self.bundles, self.styles, self.pen = bundles, styles, pen
        self.step = 0.0
        self.set_transform(axes.transData)
        self.set_clip_box(axes.bbox)
        self._pixels: tuple[float, list[list[Line]]] = (0, [])  # the lines laid out for a dpi

    def draw(self, renderer: Any) -> None:
        """One run of each optimizer, then the next of each: none covers all of another."""
        if not self.get_visible():
            return
        bundles = self._laid()
        gc = renderer.new_gc()
        gc.set_clip_rectangle(self.get_clip_box())
        gc.set_joinstyle("round")
        gc.set_linewidth(self.pen.points(WIDTH))
        for k in range(len(bundles[0])):
            for lines, style in zip(bundles, self.styles, strict=True):
                path = lines[k].until(self.step)
                if len(path) > 1:
                    colour = self.pen.theme.colour_of(style)
                    gc.set_foreground(to_rgba(colour, opacity(len(lines))), isRGBA=True)
                    renderer.draw_path(gc, path, IdentityTransform())
        gc.restore()
        self.stale = False

    def _laid(self) -> list[list[Line]]:
        """The lines in pixels; kept until these have another size."""
        dpi = self.get_figure(root=True).dpi  # type: ignore[union-attr]
        if self._pixels[0] != dpi:
            to = self.get_transform().transform
            laid = [[replace(each, points=to(each.points)) for each in b] for b in self.bundles]
            self._pixels = dpi, laid
        return self._pixels[1]


def opacity(runs: int) -> float:
    """Of one trail of so many."""
    return min(STRONGEST, max(FAINTEST, INK / runs))


def lines_of(surface: Surface, run: Trajectory) -> list[Line]:
    """Each run of a batch as a line, cut where it leaves the picture."""
    low, high = room_of(surface)
    return [cut(run.x[: last + 1, k], low, high) for k, last in enumerate(run.last.tolist())]


def median_strand(surface: Surface, run: Trajectory, style: RunStyle) -> Strand:
    """The median of a batch's coordinates at each step, with a head."""
    low, high = room_of(surface)
    path = median_path(run)
    last = int(np.isfinite(path).all(axis=-1).sum()) - 1
    heads = held(path, last)
    outside = np.asarray(((heads < low) | (heads > high)).any(axis=-1))
    return Strand(
        style, cut(path[: last + 1], low, high), np.where(outside[:, None], np.nan, heads)
    )
