"""A loss over its picture, stretched to the unit square: so lengths are shares of the picture."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Flags = NDArray[np.bool_]
Loss = Callable[[Array, Array], Array]
Gradient = Callable[[Array, Array], tuple[Array, Array]]
Limits = tuple[float, float]

EPSILON = float(np.finfo(float).eps)
SAFETY = 8.0  # so many times as much as its rounding a loss may differ and count as level
DECIMALS = range(7)
SAMPLES = 24  # along each side, of the losses that give the scale
SHOWN = 1e-9  # of that scale: less does not make two minima differ
HUGE = 1e300
UNSEEN = 3e-8  # of the picture: about the root of a loss's last digit


@dataclass(frozen=True)
class Picture:
    """A loss in coordinates from 0 to 1.

    Attributes:
        loss: (x, y) -> loss, elementwise; may be nan.
        gradient: (x, y) -> (dloss/dx, dloss/dy), elementwise.
        low: (2,) the corner with the lowest x and y.
        size: (2,) the lengths of the sides.
    """

    loss: Loss
    gradient: Gradient
    low: Array
    size: Array

    @classmethod
    def of(cls, loss: Loss, gradient: Gradient, xlim: Limits, ylim: Limits) -> "Picture":
        """The picture between limits."""
        low, high = np.transpose([xlim, ylim]).astype(float)
        return cls(loss, gradient, low, high - low)

    def height(self, points: Array) -> Array:
        """(...) the loss at points (..., 2); where there is none, it is infinite."""
        x, y = np.moveaxis(self.low + points * self.size, -1, 0)
        heights: Array = np.asarray(self.loss(x, y), dtype=float)
        return np.where(np.isnan(heights), np.inf, heights)

    def slope(self, points: Array) -> Array:
        """(..., 2) the gradient at points (..., 2)."""
        x, y = np.moveaxis(self.low + points * self.size, -1, 0)
        return np.asarray(np.stack(self.gradient(x, y), axis=-1) * self.size)

    @cached_property
    def usual_rise(self) -> float:
        """How far losses of the picture usually are above its lowest: the scale of the heights."""
        side = np.linspace(0, 1, SAMPLES)
        with np.errstate(all="ignore"):
            heights = self.height(np.stack(np.meshgrid(side, side), axis=-1))
        heights = heights[np.abs(heights) < HUGE]
        if not heights.size:
            return 1.0
        above = heights - heights.min()
        return float(np.median(above) or above.max() or abs(heights[0]) or 1.0)

    def equal_levels(self, heights: Array) -> Array:
        """(n,) heights, those as good as equal to the lowest being equal."""
        if not len(heights):
            return heights
        return np.asarray(np.round((heights - heights.min()) / (SHOWN * self.usual_rise)))

    def coordinates(self, points: Array) -> Array:
        """(..., 2) the loss's own x and y of points."""
        return np.asarray(self.low + points * self.size + 0.0)  # and no -0.0

    def noise(self, points: Array) -> Array:
        """(n,) by how much the loss at points (n, 2) may be off through rounding.

        Its own last digits, and what the last digits of x and y make of it: much at a cusp.
        """
        own = self.coordinates(points)
        step = EPSILON * np.maximum(np.abs(own), EPSILON * self.size)
        shifts = np.array([[1, 0], [-1, 0], [0, 1], [0, -1], [1, 1], [-1, -1], [1, -1], [-1, 1]])
        near = own[:, None] + step[:, None] * shifts
        heights = np.asarray(self.loss(near[..., 0], near[..., 1]), dtype=float)
        here = self.height(points)
        spread = np.nan_to_num(np.abs(heights - here[:, None])).max(axis=-1)
        return np.asarray(SAFETY * np.maximum(spread, EPSILON * np.abs(here)))

    def rounded(self, points: Array, within: float) -> Array:
        """(n, 2) points with x and y of fewer digits, where the loss is not higher with these.

        A search ends beside a minimum by some last digits; many minima have short numbers.

        Args:
            points: (n, 2).
            within: the way to the short numbers, at most. On a way so short that the loss does not
                show it, it may be higher by its noise.
        """
        points = points.copy()
        enough = self.height(points)
        if within <= UNSEEN:
            enough = enough + self.noise(points)
        own = self.coordinates(points)
        for decimals in reversed(DECIMALS):
            short = np.round(own, decimals)
            tried = (short - self.low) / self.size
            heights = np.asarray(self.loss(*short.T), dtype=float)
            better = (np.abs(tried - points).max(axis=-1) <= within) & (heights <= enough)
            points[better] = tried[better]
        return points
