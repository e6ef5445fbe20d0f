"""Where heads stand that would cover each other: round the points that they mark, side by side."""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

COVERED = 1.5  # radii between two heads, below which one covers the other
APART = 2.3  # radii between two heads that were fanned out
FREE = 1.8  # radii round a point that is marked from afar
BACK = 0.05  # share of the way to its point that a head is drawn back in each round
ROUNDS = 400  # of pushing heads apart; seven need some 40


def fanned(points: Array, radius: float, low: Array, high: Array) -> Array:
    """Places for heads: their points, but for those that would cover each other.

    These are pushed apart, from each other, from other heads and from the points themselves, until
    all are seen. Points that are nan stay it.

    Args:
        points: (n, 2) what the heads mark, in pixels.
        radius: of a head, in pixels.
        low: (2,) the picture's corner; a head that is moved stays on the picture.
        high: (2,) the opposite corner.

    Returns:
        (n, 2) where the heads stand.
    """
    places: Array = points.copy()
    there = np.flatnonzero(np.isfinite(points).all(axis=-1))
    known = points[there]
    gaps = np.linalg.norm(known[:, None] - known, axis=-1)
    np.fill_diagonal(gaps, np.inf)
    moving = (gaps < COVERED * radius).any(axis=-1)
    if moving.any():
        places[there] = pushed_apart(known, moving, radius, low + radius, high - radius)
    return places


def pushed_apart(
    points: Array, moving: NDArray[np.bool_], radius: float, low: Array, high: Array
) -> Array:
    """The places, once no head stands on another or on a point that one of `moving` marks."""
    count = len(points)
    angles = 2 * np.pi * np.arange(count) / count
    # Points that are equal begin in different directions.
    round_about = np.column_stack([np.cos(angles), np.sin(angles)])
    places: Array = points + 0.3 * radius * round_about * moving[:, None]
    marked = points[moving]
    for _ in range(ROUNDS):
        from_heads = pushes(places, places, APART * radius).sum(axis=1) / 2
        from_points = pushes(places, marked, FREE * radius)
        strongest = np.linalg.norm(from_points, axis=-1).argmax(axis=1)  # they may be one point
        back = BACK * (points - places)
        step = (from_heads + from_points[np.arange(count), strongest] + back) * moving[:, None]
        places = places + step
        places[moving] = np.clip(places[moving], low, high)
        if np.abs(step).max() < 1e-2:
            break
    for _ in range(ROUNDS):  # a crowd may have come to no rest: that all are seen comes first
        if not pushes(places, places, COVERED * radius).any():
            break
        from_heads = pushes(places, places, APART * radius).sum(axis=1) / 2
        places[moving] = np.clip((places + from_heads)[moving], low, high)
    return places


def pushes(places: Array, others: Array, least: float) -> Array:
    """(n, m, 2) how far each place is pushed by each of the others that is nearer than `least`."""
    away = places[:, None] - others
    distance = np.linalg.norm(away, axis=-1)
    distance[distance == 0] = np.inf  # itself
    share = np.clip(least - distance, 0, None) / distance
    return np.asarray(away * share[..., None])
