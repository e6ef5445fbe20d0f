"""A cloud: where many trials of each optimizer begin at once, and the columns they are counted in.

The browser's clouds are the same, digit for digit: web/player/cloudstarts.js and cloudcolumns.js.
"""

from dataclasses import dataclass
from math import sqrt

import numpy as np

from optviz.batch import Array
from optviz.studies.targets import Targets, ends_of
from optviz.words import ENGLISH, Words
from surfaces.described import lowest_minima
from surfaces.surface import Surface, empty_points

SHAPES = ("disc", "line", "picture")
COLUMNS = {50: 10, 200: 20, 1000: 40}  # how many trials -> columns of as many cells of the picture
RADIUS = 0.1  # of the disc, as a share of each axis
# From each point of the disc to the next it turns by the golden angle, as in a sunflower, so that
# they lie evenly (Vogel, Mathematical Biosciences 44, 1979). Cosine and sine of it are written out
# as they differ in their last digits from machine to machine.
COSINE, SINE = -0.7373688780783197, 0.6754902942615238
MOST = 5  # minima that have a column each


@dataclass(frozen=True)
class Cloud:
    """Many starts of each optimizer.

    Attributes:
        shape: of `SHAPES`: a disc round the start, a line through it, or the whole picture.
        trials: of each optimizer, one of `COLUMNS`.
    """

    shape: str
    trials: int

    @property
    def told(self) -> str:
        """As an address has it: "disc:200"."""
        return f"{self.shape}:{self.trials}"

    def starts(self, surface: Surface, start: Array) -> Array:
        """(trials, 2) where they begin, given the start (2,) of the race."""
        shapes = {"disc": disc, "line": line, "picture": cells}
        found = empty_points((self.trials,))
        found[...] = shapes[self.shape](self.trials, (float(start[0]), float(start[1])), surface)
        return found


Pairs = list[tuple[float, float]]


def sides(surface: Surface) -> tuple[float, float]:
    """Width and height of a surface's picture."""
    return surface.xlim[1] - surface.xlim[0], surface.ylim[1] - surface.ylim[0]


def disc(trials: int, start: tuple[float, float], surface: Surface) -> Pairs:
    """Evenly round the start, a tenth of each axis far at most."""
    across, up = sides(surface)
    right, above = 1.0, 0.0
    found = []
    for k in range(trials):
        far = RADIUS * sqrt((k + 0.5) / trials)
        found.append((start[0] + across * far * right, start[1] + up * far * above))
        right, above = right * COSINE - above * SINE, right * SINE + above * COSINE
    return found


def line(trials: int, start: tuple[float, float], surface: Surface) -> Pairs:
    """From one side of the picture to the other, as high as the start."""
    across, _ = sides(surface)
    return [(surface.xlim[0] + (across * (k + 0.5)) / trials, start[1]) for k in range(trials)]


def cells(trials: int, start: tuple[float, float], surface: Surface) -> Pairs:
    """In the middle of as many cells of the picture, row after row."""
    across, up = sides(surface)
    columns = COLUMNS[trials]
    rows = trials / columns
    return [
        (
            surface.xlim[0] + (across * (k % columns + 0.5)) / columns,
            surface.ylim[0] + (up * (k // columns + 0.5)) / rows,
        )
        for k in range(trials)
    ]


@dataclass(frozen=True, eq=False)
class Columns:
    """Where trials are counted.

    Attributes:
        heads: of the columns; the last two are those that are at no minimum, and that diverged.
        targets: where they may be, whose kinds are places of columns; None where no minimum is
            known.
    """

    heads: tuple[str, ...]
    targets: Targets | None


def columns_of(surface: Surface, say: Words = ENGLISH) -> Columns:
    """A column for each minimum, or for the lowest and the others of many; one for valleys."""
    ends = ends_of(surface)
    isolated = len(surface.minima)
    heads, columns = minima_columns(surface, say)
    if ends is not None and ends.valleys:
        columns.append(len(heads))
        heads.append(say("cloud.valley"))
    heads += [say("cloud.elsewhere"), say("ending.diverged")]
    if ends is None:
        return Columns(tuple(heads), None)
    kinds = np.array(columns)[np.minimum(ends.kinds, isolated)]
    return Columns(tuple(heads), ends._replace(kinds=kinds))


def minima_columns(surface: Surface, say: Words) -> tuple[list[str], list[int]]:
    """Heads of columns for isolated minima, and in which of them each is counted."""
    isolated = len(surface.minima)
    if isolated <= MOST:
        heads = [
            say("cloud.minimum", letter=chr(65 + k), point=say.point(x, y))
            for k, (x, y) in enumerate(surface.minima)
        ]
        return heads, list(range(isolated))
    lowest = lowest_minima(surface)
    heads = [say("cloud.lowest" if lowest == 1 else "cloud.lowest_many")]
    if lowest < isolated:
        heads.append(say("cloud.others"))
    return heads, [0 if k < lowest else 1 for k in range(isolated)]
