"""The surface from above: colours, contours with their losses, axes and minima."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.lines import Line2D
from numpy.typing import ArrayLike, NDArray

from optviz.heightmap import Heightmap, heightmap
from optviz.look import LOOK
from optviz.pictures.contours import draw_contours
from optviz.pictures.hatching import hatched, outline
from optviz.pictures.lines import cut
from optviz.pictures.marks import LOWEST, MINIMUM, STAR
from optviz.pictures.spacing import edges_of
from optviz.pictures.strand import Strand, held
from optviz.pictures.theme import Pen
from optviz.race import Trajectory
from optviz.schedules import change_steps
from optviz.style import RunStyle
from surfaces.described import lowest_minima
from surfaces.surface import Surface

Array = NDArray[np.float64]

ROOM = 0.15  # of the picture's sides, round it, beyond which trails are cut
STAR_SIZE = 2.8 * LOOK["star"]["radius"]  # pixels; the points of a star of radius 1 reach to 1.4
RING: dict[str, float] = LOOK["ring"]  # pixels, round the start


def draw_standing(axes: Axes, surface: Surface, start: ArrayLike, pen: Pen) -> None:
    """A surface with its minima and a start, seen from above."""
    draw_ground(axes, surface, pen, [start])
    draw_ring(axes, start, pen)


def draw_ground(axes: Axes, surface: Surface, pen: Pen, marks: Sequence[ArrayLike] = ()) -> None:
    """A surface with its minima, seen from above; contours have no labels at further `marks`."""
    ground = heightmap(surface)
    axes.set(xlim=surface.xlim, ylim=surface.ylim)
    draw_colours(axes, ground, pen)
    draw_nowhere(axes, ground, pen)
    draw_contours(axes, ground, pen, [*marks, *surface.minima])
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
