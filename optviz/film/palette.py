"""One palette for a whole film, from the exact histogram of all its colours.

One palette for all frames means that what does not move never flickers, and that a frame's bytes
are its changes. Nothing is dithered: dots that crawl along a moving line are worse than a colour
that is off by two levels.

Source: variance cut after X. Wu, Color quantization by dynamic programming and principal analysis,
ACM Transactions on Graphics 11(4), 1992, here with cuts at the mean along one of the axes;
S. Lloyd, Least squares quantization in PCM, IEEE Transactions on Information Theory 28(2), 1982.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from optviz.film.film import Colours, Film

Floats = NDArray[np.float32]
Counts = NDArray[np.int64]
Bytes = NDArray[np.uint8]

# Index 0 says that a pixel does not change.
TRANSPARENT = 0
MOST = 255
# A colour this frequent among all pixels of the film, and twice as frequent as colours are on
# average, gets its own place; up to EXACT of all places.
FREQUENT = 1 / 4000
EXACT = 96 / MOST
KMEANS_STEPS = 8
# What does not move is on the screen all the time, but the eye follows what moves: a pixel of it
# counts as much as one that stands for so many frames.
EYE = 4
# Histograms are counted by so many pixels at a time, distances by so many colours.
PIXELS_AT_ONCE = 1 << 19
COLOURS_AT_ONCE = 1 << 12


@dataclass(frozen=True, eq=False)
class Palette:
    """The colours of a film, and which of them stands for each.

    Attributes:
        rgb: (n, 3) the colours, n at most 256; row 0 stands for no change and is black.
        table: (2 ** 24,) for every colour of the film, by its red + 256 green + 65536 blue, the
            row of the nearest; untouched memory elsewhere.
    """

    rgb: Bytes
    table: Bytes

    def rows(self, colours: Colours) -> Bytes:
        """The row that stands for each of these colours, of the same shape."""
        rows: Bytes = self.table[keys(colours)]
        return rows


def palette_of(film: Film, most: int = MOST) -> Palette:
    """The palette of a film: exact up to so many colours, else by variance, nearest by distance.

    What moves comes first, so that the small pictures of changes can be written in short codes.
    """
    still, still_counts = histogram(iter([film.first.ravel()]))
    still_counts *= max(1, len(film.frames) // EYE)
    moving, moving_counts = histogram(frame.colours for frame in film.frames)
    colours, counts = tally(
        np.concatenate([still, moving]), np.concatenate([still_counts, moving_counts])
    )
    rgb = channels(colours)
    chosen = rgb if len(rgb) <= most else choose(rgb, counts, most)
    rows = nearest(rgb, chosen)
    of_movement = rows[np.searchsorted(colours, moving)]
    use = np.bincount(of_movement, weights=moving_counts, minlength=len(chosen))
    order = np.argsort(-use, kind="stable")
    place = np.empty(len(order), np.uint8)
    place[order] = np.arange(1, len(order) + 1)
    table = np.zeros(1 << 24, np.uint8)  # pages that no colour touches never cost memory
    table[keys(colours)] = place[rows]
    return Palette(np.concatenate([np.zeros((1, 3), np.uint8), chosen[order]]), table)


def keys(colours: Colours) -> Colours:
    """Red + 256 green + 65536 blue, whatever the machine's byte order."""
    little: Colours = colours.view("<u4")
    return little & np.uint32(0xFFFFFF)


def channels(colours: Colours) -> Bytes:
    """The (n, 3) reds, greens and blues of n colours."""
    return np.ascontiguousarray(colours).view(np.uint8).reshape(-1, 4)[:, :3]


def histogram(pieces: Iterator[Colours]) -> tuple[Colours, Counts]:
    """All colours in these pieces, rising, and how often each comes."""
    colours, counts = np.empty(0, np.uint32), np.empty(0, np.int64)
    for batch in batches(pieces):
        more, times = np.unique(batch, return_counts=True)
        colours, counts = tally(np.concatenate([colours, more]), np.concatenate([counts, times]))
    return colours, counts


def batches(pieces: Iterator[Colours]) -> Iterator[Colours]:
    """The same colours in arrays of a size that neither costs memory nor many calls."""
    waiting, size = [], 0
    for piece in pieces:
        for start in range(0, len(piece), PIXELS_AT_ONCE):
            part = piece[start : start + PIXELS_AT_ONCE]
            waiting.append(part)
            size += len(part)
            if size >= PIXELS_AT_ONCE:
                yield np.concatenate(waiting)
                waiting, size = [], 0
    if waiting:
        yield np.concatenate(waiting)


def tally(colours: Colours, counts: Counts) -> tuple[Colours, Counts]:
    """Each colour once, rising, with the sum of its counts."""
    distinct, where = np.unique(colours, return_inverse=True)
    sums = np.bincount(where, weights=counts, minlength=len(distinct))
    return distinct, sums.astype(np.int64)


def choose(rgb: Bytes, counts: Counts, most: int = MOST) -> Bytes:
    """So many colours for these: the frequent themselves, the rest by cuts and k-means."""
    often = np.argsort(-counts, kind="stable")[: round(EXACT * most)]
    often = often[counts[often] >= max(FREQUENT * counts.sum(), 2 * counts.mean())]
    fixed = rgb[often]
    rest = np.ones(len(rgb), bool)
    rest[often] = False
    points, weights = condense(rgb[rest], counts[rest])
    centres = variance_cut(points, weights, most - len(fixed))
    for _ in range(KMEANS_STEPS):
        centres = lloyd(points, weights, fixed, centres)
    return np.unique(np.concatenate([fixed, np.rint(centres).astype(np.uint8)]), axis=0)


def condense(rgb: Bytes, counts: Counts) -> tuple[Floats, Floats]:
    """Points and weights; where colours are too many, the means of cubes of 8 levels a side."""
    if len(rgb) <= 1 << 15:
        return rgb.astype(np.float32), counts.astype(np.float32)
    cubes = (rgb >> 3).astype(np.intp) @ np.array([1, 32, 1024])
    weights = np.bincount(cubes, weights=counts, minlength=1 << 15)
    full = weights > 0
    sums = [np.bincount(cubes, weights=counts * rgb[:, c], minlength=1 << 15) for c in range(3)]
    points = np.stack(sums, axis=1)[full] / weights[full, None]
    return points.astype(np.float32), weights[full].astype(np.float32)


def variance_cut(points: Floats, weights: Floats, most: int) -> Floats:
    """Means of boxes: the box with the largest squared error is cut at its mean, again and again.

    Args:
        points: (n, 3) colours, n at least 1.
        weights: (n,) how often each comes.
        most: how many boxes at most.

    Returns:
        (m, 3) means; m is less than `most` only if no box is left to cut.
    """
    boxes = [Box.around(points, weights)]
    while len(boxes) < most:
        worst = max(range(len(boxes)), key=lambda i: boxes[i].error)
        box = boxes[worst]
        if box.error <= 0:
            break
        low = box.points[:, box.axis] <= box.mean[box.axis]
        boxes[worst] = Box.around(box.points[low], box.weights[low])
        boxes.append(Box.around(box.points[~low], box.weights[~low]))
    return np.array([box.mean for box in boxes], np.float32)


@dataclass(frozen=True, eq=False)
class Box:
    """Some colours, their weighted mean, the axis they spread along, and their squared error."""

    points: Floats
    weights: Floats
    mean: Floats
    axis: int
    error: float

    @classmethod
    def around(cls, points: Floats, weights: Floats) -> "Box":
        """The box of these points; its error is 0 if they cannot be parted."""
        mean = (weights @ points) / weights.sum()
        squares = weights @ (points - mean) ** 2
        axis = int(squares.argmax())
        spread = points[:, axis] <= mean[axis]
        error = 0.0 if spread.all() or not spread.any() else float(squares.sum())
        return cls(points, weights, mean, axis, error)


def lloyd(points: Floats, weights: Floats, fixed: Bytes, centres: Floats) -> Floats:
    """One step of k-means: every free centre moves to the mean of what is nearest to it."""
    rows = nearest(points, np.concatenate([fixed.astype(np.float32), centres]))
    size = len(fixed) + len(centres)
    total = np.bincount(rows, weights=weights, minlength=size)[len(fixed) :]
    sums = [np.bincount(rows, weights=weights * points[:, c], minlength=size) for c in range(3)]
    moved = np.stack(sums, axis=1)[len(fixed) :] / np.maximum(total, 1)[:, None]
    return np.where(total[:, None] > 0, moved, centres).astype(np.float32)


def nearest(points: Bytes | Floats, centres: Bytes | Floats) -> NDArray[np.intp]:
    """(n,) the row of the centre with the smallest Euclidean distance to each point."""
    sites = centres.astype(np.float32)
    lengths = (sites**2).sum(axis=1)
    rows = np.empty(len(points), np.intp)
    for start in range(0, len(points), COLOURS_AT_ONCE):
        some = points[start : start + COLOURS_AT_ONCE].astype(np.float32)
        rows[start : start + COLOURS_AT_ONCE] = (lengths - 2 * some @ sites.T).argmin(axis=1)
    return rows
