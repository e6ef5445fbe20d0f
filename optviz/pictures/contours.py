"""Contours, with the losses written on them where nothing else is."""

from collections.abc import Sequence

import matplotlib as mpl
import numpy as np
from matplotlib.axes import Axes
from matplotlib.contour import QuadContourSet
from matplotlib.path import Path
from matplotlib.patheffects import Normal, Stroke
from numpy.typing import ArrayLike, NDArray

from optviz.heightmap import Heightmap
from optviz.look import LOOK
from optviz.pictures.fonts import FAMILY
from optviz.pictures.labels import width_of
from optviz.pictures.theme import DPI, Pen

Array = NDArray[np.float64]

LABEL = float(LOOK["type"]["label"])  # pixels of type
# Pixels; shorter contours are the grid's doing where a valley is narrower than it.
CRUMB: float = LOOK["contours"]["shortest"]
APART: float = LOOK["contours"]["apart"]  # from label to label on contours, in sizes of their type
STEEP: float = LOOK["contours"]["steep"]  # degrees; what falls more than this reads upwards
TRIES: list[float] = LOOK["contours"]["tries"]  # shares of a contour at which its label may stand
# Sizes of type: round a label's ends and over its height no other contour is, nor a mark's middle.
MARGIN, TALL, MARK = 1.0, 1.8, 1.0


def draw_contours(axes: Axes, ground: Heightmap, pen: Pen, marks: Sequence[ArrayLike] = ()) -> None:
    """A line at every level, with the loss written on it where there is room beside the marks."""
    every = pen.style.every_level(len(ground.levels))
    lines = contour_lines(axes, ground, pen, every) if every else None
    if lines is None:
        return
    levels = [float(level) for level in lines.levels]
    zoom = zoom_of(axes)
    lines.set_label("_contours")
    pieces = [without_crumbs(axes, level, CRUMB * pen.scale * zoom) for level in lines.allsegs]
    lines.set_paths([Path.make_compound_path(*map(Path, level)) for level in pieces])
    family = [*pen.family, FAMILY]
    words = [pen.say.short(ground.levels[int(level) - 1], 4) for level in levels]
    size = pen.type(LABEL) * zoom * DPI / 72
    with mpl.rc_context({"font.family": family}):  # in which it measures them
        labels = lines.clabel(
            fontsize=pen.type(LABEL),
            colors=pen.theme.soft,
            use_clabeltext=True,
            inline_spacing=pen.points(5),
            fmt=dict(zip(levels, words, strict=True)),
            manual=places_for_labels(axes, pieces, words, ground, size, pixels_at(axes, marks)),
        )
    for label in labels:
        if pen.style.colours is not None:  # which may be as dark as the label
            halo = Stroke(linewidth=pen.points(2.5), foreground=pen.theme.rim)
            label.set_path_effects([halo, Normal()])
        upright = (label.get_rotation() + STEEP) % 180 - STEEP
        # The rotation that is kept is that in the axes' own numbers, so that it goes with them.
        to_data = label.get_transform().inverted()
        at = label.get_transform().transform([label.get_position()])
        (rotation,) = to_data.transform_angles([upright], at)
        label.set(family=family, zorder=1, parse_math=False, rotation=rotation)


def zoom_of(axes: Axes) -> float:
    """How many dots there are for each of 100 an inch."""
    figure = axes.get_figure(root=True)
    assert figure is not None
    return figure.dpi / DPI


def contour_lines(
    axes: Axes, ground: Heightmap, pen: Pen, every: int = 1, zorder: float = 1
) -> QuadContourSet | None:
    """A line at every level, or at every second or third; None where there are no levels."""
    heights = np.ma.masked_invalid(ground.height(ground.loss))
    low, high = heights.min(), heights.max()
    levels = [k + 1.0 for k in range(0, len(ground.levels), every) if low < k + 1 < high]
    if not levels:
        return None
    return axes.contour(
        ground.x,
        ground.y,
        heights,
        levels=levels,
        colors=[pen.theme.contour],
        linewidths=pen.points(LOOK["contours"]["width"]),
        zorder=zorder,
        corner_mask=False,  # cells beside a hole have no line, as on the page
    )


def without_crumbs(axes: Axes, pieces: Sequence[Array], least: float) -> list[Array]:
    """Those lines, (n, 2) in data coordinates, that are longer than so many pixels."""
    return [piece for piece in pieces if length(axes.transData.transform(piece)) >= least]


def places_for_labels(
    axes: Axes,
    levels: Sequence[Sequence[Array]],
    words: Sequence[str],
    ground: Heightmap,
    size: float,
    marks: Array,
) -> list[tuple[float, float]]:
    """Points on contours for labels: apart from each other, from the frame and other contours.

    Args:
        axes: whose frame it is.
        levels: of each level its contours, (n, 2) in data coordinates.
        words: of each level.
        ground: whose contours they are.
        size: of the type, in pixels.
        marks: (n, 2) where other things stand, in pixels.
    """
    frame = axes.bbox.padded(-2 * size)
    across, up = axes.bbox.width / len(ground.x), axes.bbox.height / len(ground.y)
    slopes = np.gradient(ground.height(ground.loss))
    steepness = np.hypot(slopes[1] / across, slopes[0] / up)  # levels a pixel
    lines = [[axes.transData.transform(piece) for piece in level] for level in levels]
    every = [pixels for level in lines for pixels in level]
    placed: list[Array] = []
    for text, pixels in (
        (text, each) for text, own in zip(words, lines, strict=True) for each in own
    ):
        if length(pixels) < APART * size:
            continue
        wide = width_of(text, size) + MARGIN * size
        for here in (int(share * (len(pixels) - 1)) for share in TRIES):
            at = pixels[here]
            i, j = ((at - axes.bbox.p0) / (across, up)).astype(int).clip(0, len(ground.x) - 1)
            near = any(np.hypot(*(at - other)) < APART * size for other in placed)
            near |= bool((np.hypot(*(marks - at).T) < wide / 2 + MARK * size).any())
            if near or not frame.contains(*at) or not steepness[j, i] * size < 1:
                continue
            if not crossed(every, pixels, here, wide, TALL * size):
                placed.append(at)
                break
    return [tuple(axes.transData.inverted().transform(at)) for at in placed]


def crossed(lines: Sequence[Array], own: Array, here: int, wide: float, high: float) -> bool:
    """Whether a contour passes a label on one of them, the other side of its own loop, too.

    Args:
        lines: (n, 2) all contours, in pixels.
        own: the label's.
        here: which of its points is the label's middle.
        wide: how much room the label needs along the contour.
        high: how much across it.
    """
    along = np.concatenate([[0], np.hypot(*np.diff(own, axis=0).T).cumsum()])
    far = np.abs(along - along[here])
    if (own[0] == own[-1]).all():  # a loop can be gone round both ways
        far = np.minimum(far, along[-1] - far)
    ahead = own[min(here + 1, len(own) - 1)] - own[max(here - 1, 0)]
    ahead = ahead / max(float(np.hypot(*ahead)), 1e-9)
    turn = np.array([ahead, [-ahead[1], ahead[0]]]).T  # pixels -> along and across
    half = np.array([wide, high]) / 2
    others = [own[far > half.sum()], *(line for line in lines if line is not own)]
    return any((np.abs((line - own[here]) @ turn) < half).all(axis=1).any() for line in others)


def length(line: Array) -> float:
    """Of a polyline, (n, 2)."""
    return float(np.hypot(*np.diff(line, axis=0).T).sum())


def pixels_at(axes: Axes, points: Sequence[ArrayLike]) -> Array:
    """(n, 2) where points stand, in pixels."""
    return np.asarray(
        axes.transData.transform(np.reshape(np.asarray(points, dtype=float), (-1, 2)))
    )
