"""Areas without a colour of their own: hatched, each kind in its way, so that grey tells them."""

from typing import Any

import numpy as np
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path
from numpy.typing import NDArray

from optviz.pictures.layout import Rect
from optviz.pictures.theme import DPI, Pen

Array = NDArray[np.float64]
Flags = NDArray[np.bool_]


# A pattern of look.json -> one stroke of it as matplotlib has it, and how often it is repeated on a
# picture of 800 x 600.
PATTERNS = {"lines": ("/", 3), "dots": (".", 2)}


def area_style(kind: str, pen: Pen) -> dict[str, Any]:
    """An area of one of look.json's kinds, as matplotlib's patches take it."""
    area = pen.theme.areas[kind]
    stroke, often = PATTERNS[area["pattern"]]
    return {
        "facecolor": area["paper"],
        "edgecolor": area["ink"],
        "hatch": stroke * max(1, round(often / pen.scale)),
        "linewidth": 0,
    }


def outline(there: Flags, x: Array, y: Array) -> Path:
    """The cells that are there, as rectangles.

    Args:
        there: (rows, columns).
        x: (columns + 1,) borders of the columns.
        y: (rows + 1,) borders of the rows.
    """
    padded = np.zeros((there.shape[0], there.shape[1] + 2), dtype=np.int8)
    padded[:, 1:-1] = there
    change = np.diff(padded, axis=1)
    rows, begins = np.nonzero(change == 1)
    _, ends = np.nonzero(change == -1)
    left, right, low, high = x[begins], x[ends], y[rows], y[rows + 1]
    corners = [(left, low), (right, low), (right, high), (left, high), (left, low)]
    points = np.array(corners).transpose(2, 0, 1).reshape(-1, 2)
    codes = [Path.MOVETO, Path.LINETO, Path.LINETO, Path.LINETO, Path.CLOSEPOLY]
    return Path(points, np.tile(np.array(codes, dtype=Path.code_type), len(rows)))


def hatched(kind: str, path: Path, pen: Pen) -> PathPatch:
    """An area of one of look.json's kinds: diverged, missed, nowhere."""
    return PathPatch(path, label=kind, zorder=1.5, **area_style(kind, pen))


def draw_swatch(figure: Figure, rect: Rect, kind: str, pen: Pen) -> None:
    """A sample for a legend, its place in pixels."""
    width, height = figure.get_size_inches() * DPI
    place = rect.left / width, 1 - rect.bottom / height
    size = rect.width / width, rect.height / height
    style = area_style(kind, pen) | {"linewidth": pen.points(0.8)}
    figure.add_artist(Rectangle(place, *size, transform=figure.transFigure, **style))
