"""Valleys: following level floors from the places where they were met until they end or meet."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from surfaces.minima.picture import Array, Flags, Picture
from surfaces.minima.rings import LEVEL, Lowest, lowest_ahead, lowest_on_rings

STEPS = 600
APART = 0.08  # of the picture, from one begin to the next
MET = 0.6  # steps, within which two ways are at one place
OWN = 5  # steps back, within which a way does not meet itself
AHEAD, TURN = 0.6, 1.9  # radians to both sides: where a way goes straight on, and where it turns

Indices = NDArray[np.intp]


class Ways:
    """Ways along floors, two from each begin, one to either side.

    Attributes:
        loss: (begins,) on the floor; 0 where it is as good as that beside the walls.
        length: of a step.
        lines: (steps, 2, begins, 2) where they are after each step; nan where they have ended.
        floor: for each begin the first of those that lie on the same floor.
        falls: (begins,) whether the floor leads down somewhere.
    """

    def __init__(self, picture: Picture, begins: Array, length: float) -> None:
        self.picture, self.length = picture, length
        self.here, self.noise = picture.height(begins), picture.noise(begins)
        many = len(begins)
        self.lines = np.stack([begins, begins])[None]
        self.floor = np.arange(many)
        self.falls: Flags = np.zeros(many, dtype=bool)
        first = lowest_on_rings(picture, begins, np.full(many, length), self.noise / 4)
        walls = np.nan_to_num(first.typical - self.here, posinf=0)
        self.loss = np.where(np.abs(self.here) > LEVEL * walls, self.here, 0.0)
        heading = angle_of(first.points - begins)
        self.heading = np.stack([heading, heading + np.pi])
        self.going: Flags = np.ones((2, many), dtype=bool)

    def step(self) -> None:
        """Every way goes on to the lowest place ahead, or ends."""
        side, owner = np.nonzero(self.going)
        heads = self.lines[-1, side, owner]
        found = self._ahead(heads, self.heading[side, owner], owner)
        here = self.here[owner]
        tolerance = self._tolerance(found.typical, owner)
        falls = found.heights < here - tolerance
        self.falls[owner[falls]] = True
        goes = ~falls & (found.heights <= here + tolerance)
        goes &= ((found.points > 0) & (found.points < 1)).all(axis=-1)
        self.heading[side, owner] = angle_of(found.points - heads)
        self.going[side, owner] = goes
        places = np.full((1, *self.lines.shape[1:]), np.nan)
        places[0, side[goes], owner[goes]] = found.points[goes]
        self.lines = np.concatenate([self.lines, places])
        self._meet(side[goes], owner[goes])

    def _tolerance(self, typical: Array, owner: Indices) -> Array:
        """(n,) how much a floor may rise or fall and still be level."""
        with np.errstate(invalid="ignore"):
            walls = np.nan_to_num(typical - self.here[owner], nan=0, posinf=0)
        return np.asarray(np.maximum(self.noise[owner], LEVEL * walls))

    def _ahead(self, heads: Array, headings: Array, owner: Indices) -> Lowest:
        """The lowest place straight ahead; to the sides, too, where that is not on the floor."""
        radii, enough = np.full(len(heads), self.length), self.noise[owner] / 4
        found = lowest_ahead(self.picture, heads, radii, headings, AHEAD, enough)
        turns = found.heights > self.here[owner] + self._tolerance(found.typical, owner)
        if turns.any():
            wide = lowest_ahead(
                self.picture, heads[turns], radii[turns], headings[turns], TURN, enough[turns]
            )
            for values, others in zip(found, wide, strict=True):
                values[turns] = others
        return found

    def _meet(self, side: Indices, owner: Indices) -> None:
        """Ways that have come to another, or round to their own begin, end; that is one floor."""
        if not len(owner):
            return
        last = len(self.lines) - 1
        heads = self.lines[-1, side, owner]
        away = np.abs(self.lines[:, :, :, None, :] - heads).max(axis=-1)
        times, sides, others = (np.asarray(each) for each in np.indices(self.lines.shape[:3]))
        # Along its own line a way is at `last`, the other side's places lie behind the begin.
        along = np.where(sides[..., None] == side, last - times[..., None], last + times[..., None])
        own = (others[..., None] == owner) & (along <= OWN)
        near = (away < MET * self.length) & ~own
        for k in np.flatnonzero(near.any(axis=(0, 1, 2))):
            self.going[side[k], owner[k]] = False
            for other in np.unique(others[near[..., k]]):
                one, two = sorted((self.floor[owner[k]], self.floor[other]))
                self.floor[self.floor == two] = one

    def line(self, begin: np.intp) -> Array:
        """(n, 2) the way from one end through the begin to the other."""
        one, two = self.lines[:, 0, begin], self.lines[:0:-1, 1, begin]
        line = np.concatenate([two, one])
        return np.asarray(line[np.isfinite(line).all(axis=-1)])


class Level(NamedTuple):
    """A level floor: its loss, and its lines, (k, 2) each."""

    loss: float
    lines: list[Array]


def level_floors(picture: Picture, begins: Array, step: float) -> list[Level]:
    """The floors on which some places lie, without those that lead down; the lowest first.

    Args:
        picture: whose loss.
        begins: (n, 2) places from which a ring is level in some direction, the lowest first.
        step: length of the steps along the floors.
    """
    begins = thinned(begins, APART)
    if not len(begins):
        return []
    ways = Ways(picture, begins, step)
    for _ in range(STEPS):
        if not ways.going.any():
            break
        ways.step()
    found = []
    for floor in np.unique(ways.floor):
        members = np.flatnonzero(ways.floor == floor)
        if not ways.falls[members].any():
            lines = [ways.line(each) for each in members]
            found.append(Level(float(ways.loss[members].min()), lines))
    return sorted(found, key=lambda each: each.loss)


def distance_to(lines: list[Array], points: Array) -> Array:
    """(n,) how far points (n, 2) are from the nearest of some lines."""
    nearest = np.full(len(points), np.inf)
    for line in lines:
        begins, along = line, np.diff(line, axis=0, append=line[-1:])
        away = points[:, None] - begins
        share = (away * along).sum(axis=-1) / np.maximum((along**2).sum(axis=-1), 1e-300)
        foot = away - np.clip(share, 0, 1)[..., None] * along
        nearest = np.minimum(nearest, np.hypot(*np.moveaxis(foot, -1, 0)).min(axis=-1))
    return nearest


def thinned(points: Array, apart: float) -> Array:
    """Some of the points, none near another; the first stay."""
    kept: list[Array] = []
    left = points
    while len(left):
        kept.append(left[0])
        left = left[np.abs(left - left[0]).max(axis=-1) > apart]
    return np.reshape(kept, (-1, 2))


def angle_of(steps: Array) -> Array:
    """(n,) the directions of steps (n, 2)."""
    return np.arctan2(steps[:, 1], steps[:, 0])
