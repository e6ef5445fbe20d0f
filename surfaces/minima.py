"""Looking for minima: where a loss has isolated local minima, and which view shows them.

Nothing here is random, so the same loss has the same minima every time.
"""

from collections.abc import Callable
from itertools import product

import numpy as np

from surfaces.surface import Array

Loss = Callable[[Array, Array], Array]
Gradient = Callable[[Array, Array], tuple[Array, Array]]
Limits = tuple[float, float]
Minima = tuple[tuple[float, float], ...]

GRID = 121  # points along each side of the first look
MOST_CANDIDATES = 300
NEWTON_STEPS = 60
SEARCH_STEPS = 150
RING = 1e-3  # radius within which a minimum is the lowest place, as a share of the picture
HALF_WIDTHS = (2.0, 5.0, 10.0, 50.0, 250.0)  # of the squares a view is looked for in
LOWEST = -1e12  # below is no minimum but a pole
MOST_MINIMA = 12  # with more, a view does not try to hold them all


def find_minima(loss: Loss, gradient: Gradient, xlim: Limits, ylim: Limits) -> Minima:
    """The isolated local minima inside a picture, the lowest first.

    The lowest points of a grid among their neighbours are refined by damped Newton steps, then by a
    pattern search, which needs no gradient and so settles in kinks too (|x| + |y|). What is left
    counts as a minimum if the loss is higher everywhere on a small ring around it: the floor of a
    valley or a plateau does not. Minima narrower than the grid, 1/120 of the picture, can be
    missed.

    Args:
        loss: (x, y) -> loss, elementwise; may be nan.
        gradient: (x, y) -> (dloss/dx, dloss/dy), elementwise.
        xlim: (low, high) of the picture.
        ylim: the same for y.

    Returns:
        (x, y) of each minimum.
    """
    low, high = np.transpose([xlim, ylim]).astype(float)

    def height(points: Array) -> Array:
        """The loss as a share of the picture; nan is higher than everything."""
        x, y = (low + points * (high - low)).T
        finite: Array = np.nan_to_num(np.asarray(loss(x, y), float), nan=np.inf, posinf=np.inf)
        return finite

    def rise(points: Array) -> Array:
        x, y = (low + points * (high - low)).T
        stretched: Array = np.stack(gradient(x, y), axis=-1) * (high - low)
        return stretched

    with np.errstate(all="ignore"):
        points = newton(height, rise, candidates(height))
        points = pattern_search(height, points)
        points = points[((points > 0) & (points < 1)).all(axis=-1)]
        points = points[height(points) > LOWEST]
        points = points[is_lowest(height, points)]
        points = distinct(points, height)
    found = low + points * (high - low) + 0.0  # and no -0.0
    return tuple((float(x), float(y)) for x, y in found)


def candidates(height: Callable[[Array], Array]) -> Array:
    """(n, 2) the grid points that are not higher than their neighbours, the lowest first."""
    side = np.linspace(0, 1, GRID)
    grid = np.stack(np.meshgrid(side, side, indexing="ij"), axis=-1)
    heights = height(grid.reshape(-1, 2)).reshape(GRID, GRID)
    padded = np.pad(heights, 1, constant_values=np.inf)
    lowest = np.isfinite(heights)
    for dx, dy in product((0, 1, 2), repeat=2):
        lowest &= heights <= padded[dx : dx + GRID, dy : dy + GRID]
    found, order = grid[lowest], np.argsort(heights[lowest], kind="stable")
    return np.asarray(found[order][:MOST_CANDIDATES])


def newton(
    height: Callable[[Array], Array], rise: Callable[[Array], Array], points: Array
) -> Array:
    """Newton steps that only go down: damped more after each failure, less after each success."""
    points, here = points.copy(), height(points)
    damping = np.full(len(points), 1e-3)
    for _ in range(NEWTON_STEPS if len(points) else 0):
        gradient = rise(points)
        values, vectors = np.linalg.eigh(curvature(rise, points))
        along = np.einsum("nji,nj->ni", vectors, gradient)
        # Along a ridge Newton's step would go up; the size of the curvature turns it round.
        sizes = np.abs(values) + damping[:, None] * np.abs(values).max(axis=-1, keepdims=True)
        step = -np.einsum("nij,nj->ni", vectors, along / np.where(sizes > 0, sizes, np.inf))
        step /= np.maximum(1, np.linalg.norm(step, axis=-1, keepdims=True) / 0.1)
        there = height(points + step)
        better = there < here
        points[better] += step[better]
        here[better] = there[better]
        damping = np.where(better, damping / 8, np.minimum(damping * 8, 1e12))
    return points


def curvature(rise: Callable[[Array], Array], points: Array) -> Array:
    """(n, 2, 2) the symmetric matrices of second derivatives, by differences of the gradient."""
    h = 1e-6 * np.eye(2)
    matrix = np.stack([(rise(points + each) - rise(points - each)) / 2e-6 for each in h], axis=-1)
    return np.nan_to_num((matrix + matrix.swapaxes(-1, -2)) / 2, posinf=0, neginf=0)


def pattern_search(height: Callable[[Array], Array], points: Array) -> Array:
    """To the lowest of eight neighbours, at half the distance where none is lower."""
    points, here = points.copy(), height(points)
    around = np.array([each for each in product((-1.0, 0.0, 1.0), repeat=2) if any(each)])
    distance = np.full(len(points), 0.25 / GRID)
    for _ in range(SEARCH_STEPS if len(points) else 0):
        tries = points[:, None] + distance[:, None, None] * around
        heights = height(tries.reshape(-1, 2)).reshape(-1, len(around))
        best = heights.argmin(axis=-1)
        lowest = heights[np.arange(len(points)), best]
        better = lowest < here
        points[better] = tries[better, best[better]]
        here[better] = lowest[better]
        distance = np.where(better, distance, np.maximum(distance / 2, 1e-16))
    return points


def is_lowest(height: Callable[[Array], Array], points: Array) -> Array:
    """Which points have a higher loss everywhere around."""
    angles = np.linspace(0, 2 * np.pi, 64, endpoint=False)
    ring = RING * np.stack([np.cos(angles), np.sin(angles)], axis=-1)
    around = height((points[:, None] + ring).reshape(-1, 2)).reshape(-1, len(ring))
    return np.asarray((around > height(points)[:, None]).all(axis=-1))


def distinct(points: Array, height: Callable[[Array], Array]) -> Array:
    """The lowest of each cluster, the lowest first; equal heights from left to right."""
    heights = np.round(height(points), 9)
    kept: list[Array] = []
    for point in points[np.lexsort((*np.round(points, 6).T[::-1], heights))]:
        if all(np.abs(point - other).max() > RING for other in kept):
            kept.append(point)
    return np.reshape(kept, (-1, 2))


def find_view(loss: Loss, gradient: Gradient) -> tuple[Limits, Limits]:
    """(xlim, ylim) of a picture that shows structure.

    The smallest of a few squares around the origin that has minima decides: the picture holds these
    minima and the origin with room around them, or the square itself if there are more than 12
    minima. Without any minimum the picture is the first square in a quarter of which the loss is
    finite, or else the first of all.
    """
    for half in HALF_WIDTHS:
        minima = find_minima(loss, gradient, (-half, half), (-half, half))
        if minima:
            square = (-half, half), (-half, half)
            return square if len(minima) > MOST_MINIMA else around(minima, half)
    half = next((each for each in HALF_WIDTHS if defined(loss, each) >= 0.25), HALF_WIDTHS[0])
    return (-half, half), (-half, half)


def around(minima: Minima, half: float) -> tuple[Limits, Limits]:
    """The limits that hold the minima and the origin, with room; rounded outward."""
    corners = np.array([*minima, (0.0, 0.0)])
    low, high = corners.min(axis=0), corners.max(axis=0)
    room = max(0.35 * float((high - low).max()), 0.5 * half)
    unit = 10 ** np.floor(np.log10(room)) / 2
    lows = np.floor((low - room) / unit) * unit
    highs = np.ceil((high + room) / unit) * unit
    return (float(lows[0]), float(highs[0])), (float(lows[1]), float(highs[1]))


def defined(loss: Loss, half: float) -> float:
    """In what share of this square the loss is finite."""
    side = np.linspace(-half, half, GRID)
    with np.errstate(all="ignore"):
        return float(np.mean(np.isfinite(loss(*np.meshgrid(side, side)))))
