"""Areas without a colour of their own: hatched, each kind in its way, so that grey tells them."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path
from numpy.typing import NDArray

from optviz.look import LOOK
from optviz.pictures.layout import Rect
from optviz.pictures.theme import DPI, Pen

Array = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Hatch:
    """How one kind of area looks.

    Attributes:
        pattern: as matplotlib has it, one stroke of it.
        strokes: how often it is repeated on a picture of 800 x 600.
        light: its paper and ink on light pictures; dark: on dark ones.
    """

    pattern: str
    strokes: int
    light: tuple[str, str]
    dark: tuple[str, str]

    def style(self, pen: Pen) -> dict[str, Any]:
        """As matplotlib's patches take it."""
        strokes = max(1, round(self.strokes / pen.scale))
        paper, ink = self.dark if pen.theme.dark else self.light
        return {
            "facecolor": paper,
            "edgecolor": ink,
            "hatch": self.pattern * strokes,
            "linewidth": 0,
        }


HATCHES = {
    "diverged": Hatch("/", 3, ("#d5d8de", "#5b6270"), ("#3d434f", "#b4bac6")),
    "nowhere": Hatch("/", 3, *((each["paper"], each["hatch"]) for each in LOOK["themes"].values())),
    "missed": Hatch(".", 2, ("#ffffff", "#aab1bd"), ("#0e1117", "#5a6271")),
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
    """An area of a kind of `HATCHES`."""
    return PathPatch(path, label=kind, zorder=1.5, **HATCHES[kind].style(pen))


def draw_swatch(figure: Figure, rect: Rect, kind: str, pen: Pen) -> None:
    """A sample for a legend, its place in pixels."""
    width, height = figure.get_size_inches() * DPI
    place = rect.left / width, 1 - rect.bottom / height
    size = rect.width / width, rect.height / height
    style = HATCHES[kind].style(pen) | {"linewidth": pen.points(0.8)}
    figure.add_artist(Rectangle(place, *size, transform=figure.transFigure, **style))
