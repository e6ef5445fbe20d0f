"""The surface from above: colours, contours with their losses, axes and minima."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import matplotlib as mpl
import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.contour import QuadContourSet
from matplotlib.lines import Line2D
from matplotlib.path import Path
from matplotlib.patheffects import Normal, Stroke
from numpy.typing import ArrayLike, NDArray

from optviz.heightmap import Heightmap, heightmap
from optviz.look import LOOK
from optviz.pictures.fonts import FAMILY
from optviz.pictures.hatching import hatched, outline
from optviz.pictures.lines import cut
from optviz.pictures.marks import LOWEST, MINIMUM, STAR
from optviz.pictures.spacing import edges_of
from optviz.pictures.strand import Strand, held
from optviz.pictures.theme import DPI, Pen
from optviz.race import Trajectory
from optviz.schedules import change_steps
from optviz.style import RunStyle
from surfaces.described import lowest_minima
from surfaces.surface import Surface

Array = NDArray[np.float64]

LABEL = float(LOOK["type"]["label"])  # pixels of type on contours
# Pixels; shorter contours are the grid's doing where a valley is narrower than it.
CRUMB: float = LOOK["contours"]["shortest"]
ROOM = 0.15  # of the picture's sides, round it, beyond which trails are cut
STAR_SIZE = 2.8 * LOOK["star"]["radius"]  # pixels; the points of a star of radius 1 reach to 1.4
APART: float = LOOK["contours"]["apart"]  # from label to label on contours, in sizes of their type
STEEP: float = LOOK["contours"]["steep"]  # degrees; what falls more than this reads upwards
TRIES: list[float] = LOOK["contours"]["tries"]  # shares of a contour at which its label may stand
RING: dict[str, float] = LOOK["ring"]  # pixels, round the start


def draw_standing(axes: Axes, surface: Surface, start: ArrayLike, pen: Pen) -> None:
    """A surface with its minima and a start, seen from above."""
    draw_ground(axes, surface, pen)
    draw_ring(axes, start, pen)


def draw_ground(axes: Axes, surface: Surface, pen: Pen) -> None:
    """A surface with its minima, seen from above."""
    ground = heightmap(surface)
    axes.set(xlim=surface.xlim, ylim=surface.ylim)
    draw_colours(axes, ground, pen)
    draw_nowhere(axes, ground, pen)
    draw_contours(axes, ground, pen)
    if not pen.style.minima:
        return
    draw_valleys(axes, [np.array(line) for line in valley_lines(surface)], pen)
    for minimum, lowest in marked_minima(surface):
        draw_minimum(axes, minimum, pen, lowest=lowest)


def top_view_strands(
    surface: Surface, runs: Sequence[Trajectory], styles: Sequence[RunStyle]
) -> list[Strand]:
    """Every run as it is seen from above."""
    low, high = room_of(surface)

    def strand(points: Array, run: Trajectory, style: RunStyle) -> Strand:
        heads = held(points, int(run.last))
        outside = np.asarray(((heads < low) | (heads > high)).any(axis=-1))
        heads = np.where(outside[:, None], np.nan, heads)
        return Strand(style, cut(points[: int(run.last) + 1], low, high), heads)

    strands = []
    for run, style in zip(runs, styles, strict=True):
        changes = change_steps(run.optimizer.settings())
        average = average_of(run)
        strands.append(
            replace(
                strand(run.x, run, style),
                name=run.name,
                changes=changes,
                average=None if average is None else strand(average, run, replace(style, dash=())),
            )
        )
    return strands


def average_of(run: Trajectory) -> Array | None:
    """(steps + 1, 2) an average of the iterates that the rule keeps, from the start; or None."""
    kept = run.state.get("average")
    return None if kept is None else np.concatenate([run.x[:1], kept[1:]])


def room_of(surface: Surface) -> tuple[Array, Array]:
    """The corners of a surface's picture with some room round it, beyond which lines are cut."""
    corners = np.array([surface.xlim, surface.ylim]).T
    room = ROOM * (corners[1] - corners[0])
    return corners[0] - room, corners[1] + room


def draw_colours(axes: Axes, ground: Heightmap, pen: Pen) -> None:
    """The relief's heights as colours; grid points lie on the frame."""
    heights = ground.height(ground.loss)
    share = heights / (len(ground.levels) + 1)
    with np.errstate(invalid="ignore"):
        tones = np.clip(np.round(255 * share), 0, 255).astype(np.uint8)
    colours = np.round(255 * pen.theme.tones()).astype(np.uint8)
    there = np.where(np.isfinite(share), 255, 0).astype(np.uint8)
    image = np.concatenate([colours[tones], there[..., None]], axis=-1)
    halves = [(limits[-1] - limits[0]) / (len(limits) - 1) / 2 for limits in (ground.x, ground.y)]
    axes.imshow(
        image,
        extent=(
            ground.x[0] - halves[0],
            ground.x[-1] + halves[0],
            ground.y[0] - halves[1],
            ground.y[-1] + halves[1],
        ),
        origin="lower",
        aspect=axes.get_aspect(),  # else it would be set
        interpolation="bilinear",
        zorder=0,
        label="_ground",
    )
    axes.set(xlim=(ground.x[0], ground.x[-1]), ylim=(ground.y[0], ground.y[-1]))


def draw_nowhere(axes: Axes, ground: Heightmap, pen: Pen) -> None:
    """Hatch where the loss has no value."""
    nowhere = ~np.isfinite(ground.loss)
    if nowhere.any():
        cells = outline(nowhere, edges_of(ground.x), edges_of(ground.y))
        axes.add_patch(hatched("nowhere", cells, pen)).set_label("_nowhere")


def draw_contours(axes: Axes, ground: Heightmap, pen: Pen) -> None:
    """A line at every level, with the loss written on it where there is room."""
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
    with mpl.rc_context({"font.family": family}):  # in which it measures them
        labels = lines.clabel(
            fontsize=pen.type(LABEL),
            colors=pen.theme.soft,
            use_clabeltext=True,
            inline_spacing=pen.points(5),
            fmt={level: pen.say.short(ground.levels[int(level) - 1], 4) for level in levels},
            manual=places_for_labels(axes, pieces, ground, pen.type(LABEL) * zoom * DPI / 72),
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
    axes: Axes, levels: Sequence[Sequence[Array]], ground: Heightmap, size: float
) -> list[tuple[float, float]]:
    """Points on contours, apart from each other, from the frame and from the next contour."""
    frame = axes.bbox.padded(-2 * size)
    across, up = axes.bbox.width / len(ground.x), axes.bbox.height / len(ground.y)
    slopes = np.gradient(ground.height(ground.loss))
    steepness = np.hypot(slopes[1] / across, slopes[0] / up)  # levels a pixel
    placed: list[Array] = []
    for piece in (piece for level in levels for piece in level):
        pixels = axes.transData.transform(piece)
        if length(pixels) < APART * size:
            continue
        for share in TRIES:
            at = pixels[int(share * (len(pixels) - 1))]
            i, j = ((at - axes.bbox.p0) / (across, up)).astype(int).clip(0, len(ground.x) - 1)
            crowded = not steepness[j, i] * size < 1
            near = any(np.hypot(*(at - other)) < APART * size for other in placed)
            if frame.contains(*at) and not crowded and not near:
                placed.append(at)
                break
    return [tuple(axes.transData.inverted().transform(at)) for at in placed]


def length(line: Array) -> float:
    """Of a polyline, (n, 2)."""
    return float(np.hypot(*np.diff(line, axis=0).T).sum())


def marked_minima(surface: Surface) -> Iterator[tuple[tuple[float, float], bool]]:
    """Each minimum and whether it is a lowest one, these last: they lie above the others."""
    lowest = lowest_minima(surface)
    yield from ((each, False) for each in surface.minima[lowest:])
    yield from ((each, True) for each in surface.minima[:lowest])


def valley_lines(surface: Surface) -> Iterator[tuple[tuple[float, float], ...]]:
    """The lines of all valleys."""
    return (line for floor in surface.floors for line in floor.lines)


def draw_minimum(
    axes: Axes, at: ArrayLike, pen: Pen, opacity: float = 1, *, lowest: bool = False
) -> None:
    """The mark on a minimum, at (x, y), or on the lowest."""
    look, marker = (LOOK["lowest"], LOWEST) if lowest else (LOOK["minimum"], MINIMUM)
    style = {
        "marker": marker,
        "markerfacecolor": pen.theme.ink if lowest else pen.theme.star,
        "markeredgecolor": pen.theme.paper,
        "markeredgewidth": pen.points(look["rim"]),
    }
    size = 2 * float(np.abs(marker.vertices).max()) * look["radius"]
    label = "_lowest minimum" if lowest else "_minimum"
    draw_mark(axes, at, size, opacity, pen, zorder=3, label=label, **style)


def draw_valleys(axes: Axes, lines: Sequence[Array], pen: Pen) -> list[LineCollection]:
    """The floors of valleys: dashed lines (k, 2), with a rim, in what the axes count."""
    drawn = []
    width, rim, dash = (LOOK["valley"][each] for each in ("width", "rim", "dash"))
    for colour, wide, style in (
        (pen.theme.rim, rim, "-"),
        (pen.theme.ink, width, (0, [each / width for each in dash])),
    ):
        collection = LineCollection(
            lines,
            colors=[colour],
            linewidths=pen.points(wide),
            linestyles=[style],
            zorder=2.5,
            label="_valleys",
        )
        axes.add_collection(collection, autolim=False)
        drawn.append(collection)
    return drawn


def draw_star(axes: Axes, at: ArrayLike, pen: Pen, label: str = "_best") -> None:
    """The mark on what is best, at (x, y)."""
    style = {
        "marker": STAR,
        "markerfacecolor": pen.theme.star,
        "markeredgecolor": pen.theme.paper,
        "markeredgewidth": pen.points(LOOK["star"]["rim"]),
    }
    draw_mark(axes, at, STAR_SIZE, 1, pen, zorder=3, label=label, **style)


def draw_ring(
    axes: Axes, at: ArrayLike, pen: Pen, opacity: float = 1, label: str = "_start"
) -> None:
    """The mark on the start, or what else a label says, at (x, y)."""
    for colour, width, name in (
        (pen.theme.rim, RING["rim"], "_rim"),
        (pen.theme.ink, RING["width"], label),
    ):
        style = {
            "marker": "o",
            "markerfacecolor": "none",
            "markeredgecolor": colour,
            "markeredgewidth": pen.points(width),
        }
        draw_mark(axes, at, 2 * RING["radius"], opacity, pen, zorder=4, label=name, **style)


def draw_mark(
    axes: Axes, at: ArrayLike, size: float, opacity: float, pen: Pen, **style: Any
) -> None:
    """One marker, of a size in pixels."""
    x, y = np.asarray(at, dtype=float)
    alpha = opacity if opacity < 1 else None
    # A line of its own, for those of `axes.plot` take colours from the axes' cycle.
    axes.add_line(Line2D([x], [y], linestyle="", markersize=pen.points(size), alpha=alpha, **style))
