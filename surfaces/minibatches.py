"""Minibatches: which samples a step sees, drawn again the same from (seed, step)."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Indices = NDArray[np.intp]
Seed = int | tuple[int, ...]  # several: one for each member of a batch of points


class Fit(NamedTuple):
    """What weights (w, b) or (w1, w2) draw through the samples.

    Attributes:
        kind: "side", the line w1 a + w2 b = 0 in the plane of the samples (a, b), beyond which
            label 1 is predicted; "line", y = w x + b of samples (x, y); "softplus", the same
            of y = log(1 + exp(w x + b)); "chance", the probability 1 / (1 + exp(-(w x + b))) of
            label 1 of samples (x, label).
        names: of the two axes; "" for none.
        classes: what labels 0 and 1 are called; () where samples are not classified.
    """

    kind: str = "side"
    names: tuple[str, str] = ("", "")
    classes: tuple[str, ...] = ("label 0", "label 1")


@dataclass(frozen=True)
class Minibatches:
    """How a loss that is a mean over samples shows a step only some of them.

    Training passes over the samples in epochs. Each epoch has an order of its own, and its
    consecutive slices are the minibatches (the last may be smaller). What step k sees is a
    function of (seed, k) alone, so every optimizer of a race sees the same samples.

    Attributes:
        count: number of samples.
        size: samples in a minibatch, 1 to count.
        gradient: (x, y, chosen) -> (dloss/dx, dloss/dy) of the mean loss of the chosen samples;
            x and y have any one shape, chosen is an array (size,) of sample indices.
        points: () -> (count, 2) array, what each sample's two inputs are; with a `fit` its place.
        labels: () -> (count,) array of 0 and 1; all 0 where samples are not classified.
        loss: (x, y, chosen) -> the mean loss of the chosen samples, for optimizers that ask for
            it; None where it is not known.
        rowwise: whether gradient and loss also take chosen of shape (n, size) with x and y of
            shape (..., n): point k sees the samples of row k.
        fit: what is drawn through the samples; None for `Fit()` where they are classified, else
            for nothing.

    Raises:
        ValueError: size is not a whole number from 1 to count.
    """

    count: int
    size: int
    gradient: Callable[[Array, Array, Indices], tuple[Array, Array]]
    points: Callable[[], Array]
    labels: Callable[[], Array]
    loss: Callable[[Array, Array, Indices], Array] | None = None
    rowwise: bool = False
    fit: Fit | None = None

    def __post_init__(self) -> None:
        whole = isinstance(self.size, (int, np.integer)) and not isinstance(self.size, bool)
        if not whole or not 1 <= self.size <= self.count:
            raise ValueError(
                f"minibatch size = {self.size!r}: give a whole number from 1 to {self.count}, "
                "the number of samples"
            )

    def at(self, step: int, seed: Seed) -> Indices:
        """The samples that step number `step` (from 0) sees: (size,) indices.

        For several seeds (seeds, size), a row for each.
        """
        epoch, slot = divmod(step, -(-self.count // self.size))
        order = _orders if isinstance(seed, tuple) else _order
        return order(self.count, seed, epoch)[..., slot * self.size : (slot + 1) * self.size]


@lru_cache(maxsize=64)
def _order(count: int, seed: int, epoch: int) -> Indices:
    """The order in which an epoch passes over the samples.

    It sorts uniform draws instead of calling `permutation`: numpy promises the bits behind
    the draws on every platform, not the shuffle that is made of them.
    """
    draws = np.random.Generator(np.random.PCG64([seed, epoch])).random(count)
    order = np.argsort(draws, kind="stable")
    order.flags.writeable = False
    return order


@lru_cache(maxsize=2)
def _orders(count: int, seeds: tuple[int, ...], epoch: int) -> Indices:
    """(seeds, count) the order of an epoch for each seed."""
    orders = np.stack([_order(count, seed, epoch) for seed in seeds])
    orders.flags.writeable = False
    return orders
