"""Which artists of a figure move, and whether anything else has changed since it was drawn.

An artist that changes calls itself stale, and so its axes and the figure. Artists that are known to
move are kept from telling the figure, so that a figure that is not stale has changed in nothing
else. What changes a picture without telling matplotlib is compared each time: projections,
transforms, orders, and what depends on the moving artists.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.collections import Collection
from matplotlib.figure import Figure, FigureBase
from matplotlib.image import AxesImage
from matplotlib.legend import Legend
from matplotlib.lines import Line2D
from matplotlib.patches import Patch, PathPatch, Polygon
from matplotlib.spines import Spine
from matplotlib.text import Text
from matplotlib.transforms import Transform

from optviz.filmwriter.sheet import Sheet

MOVABLE = (Line2D, Collection, Patch, Text, AxesImage)
# By these, annotations, boxes with an anchor and connections are known.
ANCHORS = ("xycoords", "coords1")


class Watch:
    """A watch over a figure, from one drawing to the next. `release` ends it.

    Attributes:
        moving: the artists that are known to move.
    """

    def __init__(self, figure: Figure) -> None:
        self.figure = figure
        self.moving: list[Artist] = []
        self.callbacks: dict[Artist, Any] = {}
        self.axes: list[Axes] = []
        self.artists: list[Artist] = []
        self.others: list[Artist] = []
        self.silent: list[Any] = []
        self.around: list[Any] = []
        self.drawn = False

    def learn(self) -> None:
        """Call before a full drawing: what has changed since the last one moves from now on."""
        self.axes = [axes for axes in self.figure.findobj(Axes) if isinstance(axes, Axes)]
        self.artists = list(self.children())
        present = set(self.artists)
        for artist in [each for each in self.moving if each not in present]:
            self.forget(artist)
        for artist in self.artists:
            changed = self.drawn and artist.stale and self.may_move(artist)
            if (changed or artist.get_animated() or is_anchored(artist)) and (
                artist not in self.callbacks
            ):
                self.callbacks[artist] = artist.stale_callback
                artist.stale_callback = unheard
                self.moving.append(artist)

    def note(self, sheet: Sheet) -> None:
        """Call after a full drawing: this is what later moments are compared with."""
        # Some artists do not tell their axes, and what is not drawn stays stale: we ask them all.
        everything = self.figure.findobj()
        for artist in everything:
            artist.stale = False
        self.others = [each for each in everything if each not in self.callbacks]
        self.silent = self.what_changes_silently()
        self.around = self.what_depends(sheet)
        self.drawn = True

    def only_movement(self, sheet: Sheet) -> bool:
        """Whether nothing has changed since the last full drawing but artists known to move."""
        for axes in self.axes:
            axes.viewLim  # noqa: B018, what a drawing does first: limits that were asked for
        return (
            not any(each.stale for each in self.others)
            and self.silent == self.what_changes_silently()
            and self.around == self.what_depends(sheet)
        )

    def movement(self) -> bool:
        """Whether a moving artist has changed since it was drawn."""
        return any(artist.stale or is_anchored(artist) for artist in self.moving)

    def can_be_layered(self) -> bool:
        """Whether the moving artists can be drawn alone, as far as can be told."""
        return (
            bool(self.moving)
            and self.figure.suppressComposite is not False
            and not any(each.get_animated() for each in self.others)
        )

    def release(self) -> None:
        """Let all artists speak to the figure again, and the figure know that it is not drawn."""
        for artist in list(self.moving):
            self.forget(artist)
        self.figure.stale = True

    def forget(self, artist: Artist) -> None:
        """This artist is not known to move any more."""
        self.moving.remove(artist)
        callback = self.callbacks.pop(artist)
        if artist.stale_callback is unheard:  # else other code has set another: removing it does
            artist.stale_callback = callback

    def children(self) -> Iterator[Artist]:
        """What figures, subfigures and axes draw themselves, without their frames."""
        for parent in [*self.figure.findobj(FigureBase), *self.axes]:
            for artist in parent.get_children():
                frame = artist is getattr(parent, "patch", None) or isinstance(
                    artist, (Spine, Axes, FigureBase)
                )
                if not frame:
                    yield artist

    def may_move(self, artist: Artist) -> bool:
        """Whether this artist can be drawn alone; in space, shapes are put in order by depth."""
        in_space = hasattr(artist.axes, "get_proj") and isinstance(artist, (Collection, Patch))
        return isinstance(artist, MOVABLE) and not in_space

    def what_changes_silently(self) -> list[Any]:
        """Everything known that alters a picture and makes nothing stale."""
        found: list[Any] = [artist.get_zorder() for artist in self.moving]
        for axes in self.axes:
            if hasattr(axes, "get_proj"):
                found.append(axes.get_proj().tobytes())
        for artist in self.artists:
            found.append(artist.get_animated())
            if artist not in self.callbacks:
                found += map(matrix, transforms(artist))
            if isinstance(artist, (PathPatch, Polygon)):
                found.append(np.asarray(artist.get_path().vertices).tobytes())
            # The way that many take to move points in space, for want of a public one.
            for offsets in vars(artist).get("_offsets3d", ()):
                found.append(np.ma.getdata(offsets).tobytes())
        return found

    def what_depends(self, sheet: Sheet) -> list[Any]:
        """Extents that decide where artists that stand still are put."""
        found: list[Any] = []
        for artist in self.artists:
            if isinstance(artist, Legend) and vars(artist).get("_loc_real") == 0:  # "best"
                found.append(artist.get_window_extent(sheet.renderer).bounds)
        for axes in self.axes:
            for title in (axes.title, *map(vars(axes).get, ("_left_title", "_right_title"))):
                if title in self.callbacks:
                    found.append(title.get_window_extent(sheet.renderer).y0)
        if self.figure.get_layout_engine() is not None:
            found += [self.room(artist, sheet) for artist in self.moving]
        return found

    def room(self, artist: Artist, sheet: Sheet) -> Any:
        """What a moving artist asks of the layout: nothing inside its axes, else its extent."""
        if not artist.get_visible() or not artist.get_in_layout():
            return None
        extent = artist.get_tightbbox(sheet.renderer)
        if extent is None or not np.isfinite(extent.extents).all():
            return None
        if artist.axes is not None:
            box = artist.axes.bbox
            if (
                box.x0 <= extent.x0
                and extent.x1 <= box.x1
                and box.y0 <= extent.y0
                and extent.y1 <= box.y1
            ):
                return None
        return extent.bounds


def unheard(artist: Artist, stale: bool) -> None:
    """What a moving artist calls in place of its axes when it becomes stale."""


def is_anchored(artist: Artist) -> bool:
    """Whether other artists may place it, or coordinates that change without telling matplotlib."""
    return any(hasattr(artist, name) for name in ANCHORS)


def transforms(artist: Artist) -> Iterator[Transform]:
    """Transforms of its own that others may alter, so without those of its axes."""
    own = [Artist.get_transform(artist)]
    if isinstance(artist, Collection):
        own.append(artist.get_offset_transform())
    axes = artist.axes
    usual = () if axes is None else (axes.transData, axes.transAxes)
    for transform in own:
        if not any(transform is each for each in usual):
            yield transform


def matrix(transform: Transform) -> bytes:
    """The linear part of a transform."""
    return bytes(transform.get_affine().get_matrix().tobytes())
