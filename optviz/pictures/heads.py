"""The heads of trails, and what else is drawn on them: where settings changed, averages' ends."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.path import Path
from matplotlib.transforms import Affine2D, IdentityTransform
from numpy.typing import NDArray

from optviz.look import LOOK
from optviz.pictures.fan import fanned
from optviz.pictures.strand import GHOST, Strand
from optviz.pictures.theme import DPI, Pen
from optviz.pictures.trail import ABOVE, Trail

Array = NDArray[np.float64]

LEFT, RING = 0.5, 2.6  # of a head's radius, the dot that one leaves behind; pixels, a hollow one
LEADER, DOT = (3.0, 1.4), (6.5, 4.5)  # pixels, of the rim and of the line in it
RIM: float = LOOK["head"]["rim"]  # pixels of rim round a head, half of them under it


class Heads(Artist):
    """The heads of all trails of one view, above these, in the trails' own colours and markers.

    Attributes:
        fan: whether heads that would cover each other stand beside their points, with a line to
            them. For stills: in a film they would jump.
        gliding: whether heads move between steps. On the way they are hollow, and a dot stays at
            the last iterate; those that have come to their end are as always.
    """

    def __init__(
        self,
        axes: Axes,
        trails: Sequence[Trail],
        strands: Sequence[Strand],
        averages: Sequence[tuple[Trail, Strand]],
        pen: Pen,
        radius: float,
    ) -> None:
        """A strand for each trail, in the data coordinates of `axes`; and those of averages.

        `radius` of heads in pixels.
        """
        super().__init__()
        self.trails, self.strands, self.averages = trails, strands, averages
        self.pen, self.radius = pen, radius
        self.fan = False
        self.gliding = False
        self._keep = False
        self._kept: list[Array] | None = None
        self.set(transform=axes.transData, clip_box=axes.bbox, zorder=ABOVE + 0.4)
        self.set_in_layout(False)  # trails have the room that heads need

    def lay(self, strands: Sequence[Strand], averages: Sequence[Strand] = ()) -> None:
        """Take the same runs as they are seen from elsewhere, or others of the same optimizers."""
        self.strands, self._kept = strands, None
        if averages:
            thin = [trail for trail, _ in self.averages]
            self.averages = list(zip(thin, averages, strict=True))
        self.stale = True

    def keep(self, keep: bool) -> None:
        """Whether axes, size and dpi stay as they are from now on."""
        self._keep, self._kept = keep, None

    def draw(self, renderer: Any) -> None:
        """The ends of averages, circles at changes, heads: each above what came before."""
        if not self.get_visible():
            return
        zoom = self.get_figure(root=True).dpi / DPI  # type: ignore[union-attr]
        gc = renderer.new_gc()
        gc.set_clip_rectangle(self.get_clip_box())
        gc.set_joinstyle("round")
        gc.set_snap(False)
        for average, strand in self.averages:
            if seen(average):
                end = self.get_transform().transform(strand.heads[int(average.step)])
                between = average.step % 1 and moves(strand, average.step)
                self._draw_ring(renderer, gc, average, average.end() if between else end, zoom)
        there = [k for k, trail in enumerate(self.trails) if seen(trail)]
        places = self._places()
        for k in there:
            self._draw_changes(renderer, gc, k, places[k], zoom)
        self._draw_heads(renderer, gc, self._by_distance(there), places, zoom)
        gc.restore()
        self.stale = False

    def _places(self) -> list[Array]:
        """(steps + 1, 2) for each trail: where its head stands at every step, in pixels."""
        if self._kept is not None:
            return self._kept
        places = [self.get_transform().transform(each.heads) for each in self.strands]
        self._kept = places if self._keep else None
        return places

    def _by_distance(self, there: list[int]) -> list[int]:
        """The farthest first; as they come where nothing is said of it."""
        away = [(self.strands[k].away, int(self.trails[k].step)) for k in there]
        if any(each is None for each, _ in away):
            return there
        far = {k: -np.nan_to_num(each[step]) for k, (each, step) in zip(there, away, strict=True)}  # type: ignore[index]
        return sorted(there, key=far.__getitem__)

    def _draw_heads(
        self, renderer: Any, gc: Any, there: list[int], laid: list[Array], zoom: float
    ) -> None:
        points = np.array([self._point(k, laid[k]) for k in there]).reshape(-1, 2)
        places = self._fanned(points, zoom) if self.fan else points
        for k, place, point in zip(there, places, points, strict=True):
            if (place != point).any() and np.isfinite(point).all():
                self._draw_leader(renderer, gc, self.trails[k], place, point)
        glides = [self.gliding and moves(self.strands[k], self.trails[k].step) for k in there]
        for k, glide in zip(there, glides, strict=True):
            if glide:
                self._draw_left(renderer, gc, k, laid[k][int(self.trails[k].step)], zoom)
        for k, place, glide in zip(there, places, glides, strict=True):
            name = self.trails[k].get_gid()
            renderer.open_group("head", f"head-of-{name}" if name else None)
            self._draw_head(renderer, gc, k, place, zoom, hollow=glide)
            renderer.close_group("head")

    def _point(self, k: int, laid: Array) -> Array:
        """(2,) what a head marks: an iterate, or the way to the next one."""
        strand, trail = self.strands[k], self.trails[k]
        if not (trail.step % 1 and moves(strand, trail.step)):
            return np.asarray(laid[int(trail.step)])
        point = trail.end()
        if strand.hidden and not np.isfinite(point).all():
            point = self.get_transform().transform(strand.hidden.at(trail.step))
        return np.asarray(point)

    def _behind(self, k: int) -> bool:
        """Whether a head is behind a hill."""
        strand, step = self.strands[k], self.trails[k].step
        if strand.ghost is None:
            return False
        if step % 1 and moves(strand, step):
            return not np.isfinite(strand.seen.at(step)).all()
        return bool(strand.ghost[int(step)])

    def _draw_left(self, renderer: Any, gc: Any, k: int, at: Array, zoom: float) -> None:
        """A dot at the last iterate, which a head has left."""
        strand, trail = self.strands[k], self.trails[k]
        x, y = at
        if not np.isfinite(x + y):
            return
        ghost = strand.ghost is not None and strand.ghost[int(trail.step)]
        alpha = GHOST if ghost else trail.get_alpha()
        place = Affine2D().scale(LEFT * self.radius * self.pen.scale * zoom).translate(x, y)
        gc.set_linewidth(0)
        face = to_rgba(trail.get_color(), alpha)
        renderer.draw_path(gc, Path.unit_circle(), place, face)

    def _fanned(self, points: Array, zoom: float) -> Array:
        """Where the heads stand, in pixels."""
        box = self.get_clip_box()
        assert box is not None
        return fanned(points, self.radius * self.pen.scale * zoom, box.p0, box.p1)

    def _draw_leader(
        self, renderer: Any, gc: Any, trail: Trail, place: Array, point: Array
    ) -> None:
        """A line from a head to the point that it marks, and a dot there."""
        inks = self.pen.theme.rim, to_rgba(trail.get_color(), trail.get_alpha())
        for ends, widths in (([place, point], LEADER), ([point, point], DOT)):
            for width, ink in zip(widths, inks, strict=True):
                gc.set_capstyle("round")
                gc.set_linewidth(self.pen.points(width))
                gc.set_foreground(ink, isRGBA=True)
                renderer.draw_path(gc, Path(np.array(ends)), IdentityTransform())

    def _draw_changes(self, renderer: Any, gc: Any, k: int, places: Array, zoom: float) -> None:
        """A small open circle where settings have changed, and no hill is before it."""
        strand, trail = self.strands[k], self.trails[k]
        for step in strand.changes:
            if step > trail.step:
                return
            if strand.ghost is None or not strand.ghost[step]:
                self._draw_ring(renderer, gc, trail, places[step], zoom)

    def _draw_ring(self, renderer: Any, gc: Any, trail: Trail, at: Array, zoom: float) -> None:
        """A small open circle."""
        x, y = at
        if not np.isfinite(x + y):
            return
        size = LOOK["change"]["radius"] * self.pen.scale * zoom
        gc.set_linewidth(self.pen.points(LOOK["change"]["width"]))
        gc.set_foreground(to_rgba(trail.get_color(), trail.get_alpha()), isRGBA=True)
        place = Affine2D().scale(size).translate(x, y)
        renderer.draw_path(gc, Path.unit_circle(), place, to_rgba(self.pen.theme.paper))

    def _draw_head(
        self, renderer: Any, gc: Any, k: int, at: Array, zoom: float, *, hollow: bool = False
    ) -> None:
        trail = self.trails[k]
        x, y = at
        if not np.isfinite(x + y):
            return
        alpha = GHOST if self._behind(k) else trail.get_alpha()
        path, place = trail.head(zoom * DPI / 72)
        place = place.translate(x, y)
        ink, fill = trail.get_markeredgecolor(), trail.get_markerfacecolor()
        edge = trail.get_markeredgewidth()
        if hollow:
            edge, ink = self.pen.points(RING), fill
        face = None if hollow else to_rgba(fill, alpha)
        gc.set_linewidth(self.pen.points(RIM) + edge)
        gc.set_foreground(to_rgba(self.pen.theme.paper, alpha), isRGBA=True)
        renderer.draw_path(gc, path, place)
        gc.set_linewidth(edge)
        gc.set_foreground(to_rgba(ink, alpha), isRGBA=True)
        renderer.draw_path(gc, path, place, face)


def moves(strand: Strand, step: float) -> bool:
    """Whether a run goes on from the last whole step before this one."""
    before = int(step)
    if before + 1 >= len(strand.heads):
        return False
    return bool((strand.heads[before] != strand.heads[before + 1]).any())


def seen(trail: Trail) -> bool:
    """Whether it is on a picture, where it may have been removed from, and is not hidden."""
    return trail.get_figure() is not None and trail.get_visible()
