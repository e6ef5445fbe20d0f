"""A cloud on a picture: a swarm of each optimizer with fading trails, and where its trials are."""

from collections.abc import Sequence
from math import ceil
from typing import Any

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.path import Path
from matplotlib.transforms import IdentityTransform, Transform
from numpy.typing import NDArray

from optviz.look import LOOK
from optviz.pictures.lines import inside_parts
from optviz.pictures.theme import DPI, Pen
from optviz.studies.cloud import Columns
from optviz.studies.swarms import Swarms
from optviz.style import RunStyle
from optviz.words import ENGLISH, Words

Array = NDArray[np.float64]

FADES: list[float] = LOOK["cloud"]["fades"]  # opacity of the pieces of a trail, the latest first
DOTS: dict[str, float] = LOOK["cloud"]["dots"]  # pixels of a trial, by how many there are
WIDTH = 1.0  # pixels of a trail
HALF = 0.5  # of a dot, from its middle


class CloudTrails(Artist):
    """All swarms of one view from above, at `step`: their trails, and their trials above these."""

    zorder = 9  # below the trails of the race itself

    def __init__(
        self, axes: Axes, swarms: Swarms, styles: Sequence[RunStyle], pen: Pen, room: Array
    ) -> None:
        """`room` is (2, 2): the corners, in data, beyond which nothing is drawn."""
        super().__init__()
        self.swarms, self.styles, self.pen, self.room = swarms, styles, pen, room
        self.step = 0.0
        self.dot = DOTS[str(len(swarms.start))] * pen.scale
        self.set_transform(axes.transData)
        self.set_clip_box(axes.bbox)

    def draw(self, renderer: Any) -> None:
        """Every optimizer's trails, the oldest pieces first; then all trials."""
        if not self.get_visible():
            return
        self.swarms.seek(ceil(self.step))
        gc = renderer.new_gc()
        gc.set_clip_rectangle(self.get_clip_box())
        gc.set_antialiased(True)
        gc.set_linewidth(self.pen.points(WIDTH))
        points, colours = list(self.swarms.latest), self._colours()
        if share := self.step % 1:  # on the way from the last step but one that is known
            points[-1] = points[-2] + share * (points[-1] - points[-2])
        for age in range(len(points) - 1, 0, -1):
            for i, colour in enumerate(colours):
                alive = ~self.swarms.lost[i]
                gc.set_foreground((*colour, FADES[age - 1]), isRGBA=True)
                self._draw_pieces(renderer, gc, points[-age - 1][i][alive], points[-age][i][alive])
        zoom = self.get_figure(root=True).dpi / DPI  # type: ignore[union-attr]
        gc.set_linewidth(0)
        for i, colour in enumerate(colours):
            self._draw_trials(renderer, gc, points[-1][i][~self.swarms.lost[i]], colour, zoom)
        gc.restore()
        self.stale = False

    def _colours(self) -> list[tuple[float, ...]]:
        return [to_rgba(self.pen.theme.colour_of(each))[:3] for each in self.styles]

    def _draw_pieces(self, renderer: Any, gc: Any, begins: Array, ends: Array) -> None:
        """One piece of each trail; what leads outside is drawn as far as the edge."""
        first, last, kept = inside_parts(begins, ends - begins, *self.room)
        way = (ends - begins)[kept]
        parts = np.stack(
            [begins[kept] + first[:, None] * way, begins[kept] + last[:, None] * way], 1
        )
        if not len(parts):
            return
        corners = self.get_transform().transform(parts.reshape(-1, 2))
        codes = np.tile([Path.MOVETO, Path.LINETO], len(parts)).astype(Path.code_type)
        renderer.draw_path(gc, Path(corners, codes), IdentityTransform())

    def _draw_trials(
        self, renderer: Any, gc: Any, points: Array, colour: tuple[float, ...], zoom: float
    ) -> None:
        low, high = self.room
        seen = points[((points >= low) & (points <= high)).all(axis=-1)]
        if not len(seen):
            return
        half = HALF * self.dot * zoom
        square = Path([(-half, -half), (half, -half), (half, half), (-half, half), (-half, -half)])
        at = Path(self.get_transform().transform(seen))
        transform: Transform = IdentityTransform()
        renderer.draw_markers(gc, square, transform, at, transform, (*colour, 1.0))


def counts_at(swarms: Swarms, columns: Columns, say: Words, step: int) -> list[str]:
    """Where the trials of each optimizer are at a step, for the legend."""
    swarms.seek(step)
    return [counts_text(columns.heads, counts, say) for counts in swarms.counts(columns)]


def counts_text(heads: Sequence[str], counts: Sequence[int], say: Words = ENGLISH) -> str:
    """Where trials are, as in "A 120, elsewhere 80"; the last, who diverged, where some did."""
    told = zip(heads, counts, strict=True) if counts[-1] else zip(heads[:-1], counts, strict=False)
    return ", ".join(
        say("cloud.count", place=short_head(head), count=count) for head, count in told
    )


def short_head(head: str) -> str:
    """A minimum by its letter alone: "A (3, 0.5)" is A."""
    return head.partition(" (")[0]


def minima_words(columns: Columns) -> str:
    """Which minimum is which letter, for the header: "A (3, 0.5)"."""
    return ", ".join(head for head in columns.heads if " (" in head)
