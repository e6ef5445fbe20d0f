"""Central differences of a loss with their error bars, to hold a gradient against.

No single step size suits all losses: long steps miss what is narrow, short ones drown in roundings.
So each derivative is taken with fifteen, each eight times as long as the next, and each gets an
error bar made of what can go wrong:

    rounding    16 units in the last place of the loss, over h
    noise       the largest of abs(f(+h) - 2 f(0) + f(-h)) at this step or a shorter one, over h:
                what a loss in single precision has, or one that is the difference of large terms.
                Kinks and jumps are in it, too: it is how far forward and backward differences are
                apart, and at a kink every slope between the two is right
    curvature   ten times the largest change from one step to the next longer one and from there to
                the one after: for a smooth loss it is 40,000 times the error that is left

The estimate with the smallest bar counts. Nothing is known where a shorter step contradicts it, the
loss then having details that only shorter steps see, nor where the loss jumps between points that
are as good as the same, like the sine of a huge number.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Limits = tuple[float, float]

STEPS: Array = np.exp2(-6.0 - 3.0 * np.arange(15))  # as shares of the picture, longest first
ROUNDINGS = 16  # units in the last place that a loss may be wrong by
CURVATURE = 10  # times the change from one step size to the next
RELATIVE = 1e-5  # of the gradient itself: what a closed form may be wrong by
FLOOR = 1e-14  # of the picture's mean slope: what is less has no effect
JUMPS = 1e-9  # of the loss, from one of the shortest steps to the next: no slope can be measured
CHUNK = 128  # points at once, since a mean over samples needs all of them for every point


@dataclass(frozen=True)
class Differences:
    """Derivatives and how far they can be trusted.

    Attributes:
        value: (points, 2) central differences, dloss/dx and dloss/dy; nan where none is finite.
        error: (points, 2) the error bars; infinite where the loss has no clear derivative.
    """

    value: Array
    error: Array

    def contradict(self, gradient: Array) -> NDArray[np.bool_]:
        """(points, 2) where a gradient is not the loss's, for certain; nan never is."""
        scale = np.maximum(np.abs(gradient), np.abs(self.value))
        apart = np.abs(gradient - self.value)
        return np.asarray(apart > self.error + RELATIVE * scale)


def differences(
    loss: Callable[[Array, Array], Array], points: Array, xlim: Limits, ylim: Limits
) -> Differences:
    """Central differences of a loss at points.

    Args:
        loss: (x, y) -> loss, elementwise.
        points: (points, 2).
        xlim: (low, high) of the picture, whose width is the measure of the steps; ylim the same.
        ylim: the same for y.

    Returns:
        The Differences.
    """
    along = [one_axis(loss, points, i, np.ptp(limits)) for i, limits in enumerate((xlim, ylim))]
    value, error = np.stack(along, axis=-1)
    return Differences(value, error)


def one_axis(
    loss: Callable[[Array, Array], Array], points: Array, axis: int, width: float
) -> tuple[Array, Array]:
    """(points,) twice: the derivatives along one axis, and their error bars."""
    shift = np.zeros((len(STEPS), 1, 2))
    shift[:, 0, axis] = width * STEPS
    ahead, behind = points + shift, points - shift
    f0, up, down = (in_chunks(loss, each) for each in (points, ahead, behind))
    h = (ahead - behind)[..., axis] / 2  # as it is, not as it was meant to be
    central = (up - down) / (2 * h)
    size = np.maximum(np.maximum(np.abs(up), np.abs(down)), np.abs(f0))
    noise = np.abs(up - 2 * f0 + down)
    noise = np.maximum.accumulate(np.nan_to_num(noise, nan=np.inf)[::-1], axis=0)[::-1]
    change = np.full(central.shape, np.inf)
    change[1:] = np.abs(central[1:] - central[:-1])
    before = np.vstack([change[:1], change[:-1]])
    seen = (ROUNDINGS * np.finfo(float).eps * size + noise) / h
    error = seen + CURVATURE * np.maximum(change, before)
    finite = f0[np.isfinite(f0)]
    error += FLOOR * np.ptp(finite) / width if finite.size else 0
    # On a stair of its own last digits a loss seems flat; longer steps show that it is not.
    level = (up == f0) & (down == f0)
    jumps = noise[-3] > JUMPS * size[-1]
    error[~np.isfinite(central) | (level & ~level.all(axis=0)) | jumps] = np.inf
    return most_certain(central, error, seen + change)


def most_certain(central: Array, error: Array, least: Array) -> tuple[Array, Array]:
    """(points,) the estimate with the smallest bar, which is infinite if a shorter step objects.

    Args:
        central: (steps, points), the longest step first.
        error: (steps, points) the bars.
        least: (steps, points) bars without caution: beyond these, a step objects to another.
    """
    best, each = error.argmin(axis=0), np.arange(central.shape[1])
    value, bar = central[best, each], error[best, each]
    shorter = np.arange(len(central))[:, None] > best
    objects = np.abs(central - value) > least + bar + RELATIVE * np.abs(value)
    return value, np.where((objects & shorter).any(axis=0), np.inf, bar)


def in_chunks(loss: Callable[[Array, Array], Array], points: Array) -> Array:
    """(...) the loss at points (..., 2), a few at a time."""
    flat = points.reshape(-1, 2)
    parts = [loss(*flat[k : k + CHUNK].T) for k in range(0, len(flat), CHUNK)]
    return np.concatenate(parts).reshape(points.shape[:-1])
