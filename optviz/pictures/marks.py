"""The heads of trails and the marks on minima, as paths round (0, 0)."""

import numpy as np
from matplotlib.path import Path
from numpy.typing import ArrayLike

from optviz.look import LOOK
from optviz.pictures.figure_style import Style
from surfaces.described import lowest_minima
from surfaces.surface import Surface

TRAIL_WIDTH: float = LOOK["trail"]["width"]  # pixels
HEAD_RADIUS: float = LOOK["head"]["radius"]
CHART_HEADS = 0.7  # of this radius, on charts


def polygon(corners: ArrayLike) -> Path:
    """A closed path through the corners."""
    points = np.asarray(corners, dtype=float)
    return Path(np.vstack([points, points[:1]]), closed=True)


def turned(path: Path, degrees: float) -> Path:
    """The path turned round (0, 0)."""
    c, s = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    return Path(np.asarray(path.vertices) @ np.array([[c, s], [-s, c]]), path.codes)


def star() -> Path:
    """Five points, the first one up."""
    angles = np.pi / 2 + np.arange(10) * np.pi / 5
    radii = np.where(np.arange(10) % 2, 0.6, 1.4)
    return polygon(np.column_stack([np.cos(angles), np.sin(angles)]) * radii[:, None])


def plus() -> Path:
    """Twelve corners."""
    a, b = 0.38, 1.15
    quarter = np.array([[a, a], [a, b], [-a, b]])
    turns = [np.array([[0, -1], [1, 0]]), -np.eye(2), np.array([[0, 1], [-1, 0]])]
    return polygon(np.vstack([quarter, *(quarter @ turn.T for turn in turns)]))


PLUS = plus()
STAR = star()
# On a minimum, and on the lowest: a flag, which no optimizer has for its head.
MINIMUM, LOWEST = (polygon(LOOK[each]["corners"]) for each in ("minimum", "lowest"))
HEADS: dict[str, Path] = {
    "circle": Path(np.asarray(Path.unit_circle().vertices) * 0.95, Path.unit_circle().codes),
    "square": polygon([(-0.85, -0.85), (0.85, -0.85), (0.85, 0.85), (-0.85, 0.85)]),
    "triangle": polygon([(0, 1.15), (1.05, -0.75), (-1.05, -0.75)]),
    "diamond": polygon([(0, 1.25), (1, 0), (0, -1.25), (-1, 0)]),
    "plus": PLUS,
    "cross": turned(PLUS, 45),
    "star": STAR,
}


def reach(marker: str) -> float:
    """How far a marker goes from its middle along an axis, which matplotlib calls half its size."""
    return float(np.abs(np.asarray(HEADS[marker].vertices)).max())


def marks_text(surface: Surface, style: Style) -> str:
    """What the marks on minima are, where there is more than one kind of them; else nothing."""
    if not style.minima:
        return ""
    lowest, say = lowest_minima(surface), style.say
    words = []
    if len(surface.minima) > lowest or surface.unlisted:
        words += [say("marks.lowest")] * bool(lowest)
        words += [say("marks.others")] * (len(surface.minima) > lowest)
    words += [say("marks.valley")] * any(each.lines for each in surface.floors)
    return "; ".join(words)
