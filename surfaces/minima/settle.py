"""From places where minima may be to the minima and the level floors that are there."""

from typing import NamedTuple

import numpy as np

from surfaces.minima.newton import LONGEST, newton
from surfaces.minima.picture import UNSEEN, Array, Flags, Picture
from surfaces.minima.rings import ENCLOSED, LEVEL_FLOOR, OPEN, WALKS, Kinds, is_pole, kinds_of, walk
from surfaces.minima.valleys import thinned

SAME = 1e-5  # of the picture: nearer are two minima one
NEAR = 1e-3  # of the picture, within which a walk may end beside a minimum
CROWDED = 0.03  # of the picture, from one walk to the next
MOST_WALKS = 160
LONG, MOST_LONG = 240, 6  # steps of a walk, and how many take so many


class Settled(NamedTuple):
    """What is reached from some places.

    Attributes:
        minima: (n, 2) the lowest first.
        level: (n, 2) places on level floors, the lowest first.
        left: (n, 2) places that were not followed.
    """

    minima: Array
    level: Array
    left: Array


def settle(
    picture: Picture,
    begins: Array,
    cell: float,
    longest: float = LONGEST,
    walks: int = MOST_WALKS,
) -> Settled:
    """Newton's steps first; where these prove no minimum, down from ring to ring.

    Args:
        picture: whose loss.
        begins: (n, 2) places near minima.
        cell: of the grid that has shown them; what is nearer than that is looked at as one place.
        longest: step of Newton's method.
        walks: how many there are at most.
    """
    points, proven = newton(picture, begins, longest)
    there = inside(points)
    sure = picture.rounded(points[there & proven], UNSEEN)
    walkers = thinned(by_height(picture, points[there & ~proven]), SAME)
    crowd = thinned(walkers, CROWDED)
    walked, kinds = walked_down(picture, crowd[:walks], cell, WALKS)
    known = np.concatenate([sure, walked[kinds == ENCLOSED]])
    lowest = picture.height(known).min(initial=np.inf)
    astray = walked[(kinds == OPEN) & (picture.height(walked) < lowest)][:MOST_LONG]
    if len(astray):  # on a long way down, perhaps to what is not known yet
        further, proven = newton(picture, walk(picture, astray, cell, LONG))
        more, others = walked_down(picture, further[inside(further)], cell, 1)
        walked, kinds = np.concatenate([walked, more]), np.concatenate([kinds, others])
    minima = np.concatenate([sure, walked[kinds == ENCLOSED]])
    minima = by_height(picture, minima[~is_pole(picture, minima)])
    level = walked[kinds == LEVEL_FLOOR]
    level = by_height(picture, level[~is_pole(picture, level)])
    return Settled(thinned(minima, SAME), level, crowd[walks:])


def walked_down(picture: Picture, begins: Array, cell: float, steps: int) -> tuple[Array, Kinds]:
    """Where walks end inside the picture, and what these places are."""
    points = walk(picture, begins, cell, steps)
    points = picture.rounded(points[inside(points)], NEAR)
    return points, kinds_of(picture, points, cell)


def by_height(picture: Picture, points: Array) -> Array:
    """The same points, the lowest first."""
    return np.asarray(points[np.argsort(picture.height(points), kind="stable")])


def inside(points: Array) -> Flags:
    """(n,) which points are inside the picture; a minimum of its border is none of the loss."""
    return np.asarray(((points > 1e-9) & (points < 1 - 1e-9)).all(axis=-1))
