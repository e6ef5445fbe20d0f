"""The plane that holds most of the trajectories' variance, and the loss on it.

650 weights cannot be drawn. Of all planes, that of the first two principal components keeps most of
how the recorded weights vary, which is what H. Li, Z. Xu, G. Taylor, C. Studer, T. Goldstein,
Visualizing the loss landscape of neural nets, NeurIPS 2018, arXiv:1712.09913, section 7, draw. They
have one way and centre on its last point; here several ways share the plane, so it goes through
the mean of all records. With records w_i and their mean m,

    (w_i - m)  ~  a_i u + b_i v          u, v the leading eigenvectors of sum (w_i - m)(w_i - m)^T
    share = sum (a_i^2 + b_i^2) / sum |w_i - m|^2

The trails are shadows: a run's weights lie off the plane, and their loss is not that under the
shadow. `Plane.under` and `Run.loss` give both.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from optviz.heightmap import Heightmap, geometric_levels
from optviz.studies.digits.data import Digits, digits
from optviz.studies.digits.softmax import loss, scores, surprise
from optviz.studies.digits.training import Training, tell

Array = NDArray[np.float64]

GRID = 61
ROOM = 0.1  # of the ways' extent, round it


@dataclass(frozen=True, eq=False)
class Plane:
    """The plane, the trajectories on it, and the loss over it.

    Attributes:
        middle: (650,) the point it goes through.
        axes: (2, 650) its two directions, of length 1 and at a right angle.
        paths: for each run (records, 2), its records' shadows; nan after it has diverged.
        share: of the variance of all records, what lies in the plane, 0 to 1.
        shares: the same for each run round its own mean; nan for one that never moves.
        ground: the loss over the training digits on a grid of the plane, with contour levels.
    """

    middle: Array
    axes: Array
    paths: tuple[Array, ...]
    share: float
    shares: tuple[float, ...]
    ground: Heightmap

    def weights(self, at: Array) -> Array:
        """The weights, (..., 650), at places (..., 2) of the plane."""
        return np.asarray(self.middle + at @ self.axes)

    def under(self, at: Array, data: Digits) -> Array:
        """The loss of the training digits at places (..., 2) of the plane."""
        return loss(self.weights(at), data.pixels, data.labels)


def plane_of(
    training: Training,
    progress: Callable[[float], object] = lambda share: None,
    stop: Callable[[], bool] = lambda: False,
) -> Plane:
    """The plane of a training; `progress` and `stop` as `train` has them, a row of the grid each.

    Raises:
        Stopped: `stop` said so.
    """
    kept = [run.weights[np.isfinite(run.weights).all(axis=-1)] for run in training]
    records = np.concatenate(kept)
    size = max(float(np.abs(records).max()), 1e-100)  # squares of great weights may overflow
    middle = records.mean(axis=0)
    axes = components((records - middle) / size)
    with np.errstate(invalid="ignore"):
        paths = tuple((run.weights - middle) @ axes.T for run in training)
    share = held((records - middle) / size, axes)
    shares = tuple(held((each - each.mean(axis=0)) / size, axes) for each in kept)
    x, y = (span(np.concatenate(paths)[:, k]) for k in range(2))
    height = heights(middle, axes, x, y, digits(training.split), progress, stop)
    seen = height[np.isfinite(height)]
    low = float(seen.min())
    ground = Heightmap(x, y, height, geometric_levels(seen, low), low, geometric=True)
    return Plane(middle, axes, paths, share, shares, ground)


def components(offsets: Array) -> Array:
    """The first two principal components, (2, d), of offsets (n, d) from their mean.

    Which way a component points is chance: here its largest part is positive.
    """
    _, vectors = np.linalg.eigh(offsets.T @ offsets)
    axes = vectors[:, [-1, -2]].T
    largest = np.take_along_axis(axes, np.abs(axes).argmax(axis=1)[:, None], axis=1)
    return np.asarray(axes * np.where(largest < 0, -1, 1))


def held(offsets: Array, axes: Array) -> float:
    """The share of the squared lengths of offsets, (n, d), that lies along the axes; or nan."""
    whole = float((offsets**2).sum())
    return min(1.0, float(((offsets @ axes.T) ** 2).sum()) / whole) if whole > 0 else float("nan")


def span(values: Array) -> Array:
    """(GRID,) evenly from the lowest value to the highest, and some room beyond."""
    low, high = float(np.nanmin(values)), float(np.nanmax(values))
    room = ROOM * (high - low) or 1.0
    return np.linspace(low - room, high + room, GRID)


def heights(
    middle: Array,
    axes: Array,
    x: Array,
    y: Array,
    data: Digits,
    progress: Callable[[float], object],
    stop: Callable[[], bool],
) -> Array:
    """The loss on a grid, (len(y), len(x)), row by row.

    Scores are linear in the weights, so those of a grid point are sums of three scores:
    z(m + a u + b v) = z(m) + a z(u) + b z(v). That spares the matrix product.
    """
    base, along, across = scores(np.stack([middle, *axes]), data.pixels)  # (10, n) each
    height = np.empty((len(y), len(x)))
    for row, at in enumerate(y):
        with np.errstate(all="ignore"):  # a run that diverged may have been very far away
            z = x[:, None, None] * along + (base + at * across)
            height[row] = surprise(z, data.labels)
        tell((row + 1) / len(y), progress, stop)
    return height
