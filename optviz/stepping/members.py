"""The members of a batch: one run's settings, and its part of what a batch remembers."""

from dataclasses import replace
from typing import Any

import numpy as np

from optviz.optimizers import Optimizer

Place = tuple[int, ...]


def place_of(number: int, shape: tuple[int, ...]) -> Place:
    """The indices of a member of a batch (..., 2), any whole number naming one."""
    batch = shape[:-1]
    return tuple(int(each) for each in np.unravel_index(number % int(np.prod(batch)), batch))


def part(value: Any, shape: tuple[int, ...], at: Place) -> Any:
    """A member's part of a value that broadcasts to the batch's shape; a number is its own."""
    if np.ndim(value) == 0:
        return value
    return np.broadcast_to(value, shape)[at].copy()


def member(optimizer: Optimizer, shape: tuple[int, ...], at: Place) -> Optimizer:
    """The optimizer with the settings of one member of a batch; itself where all have the same."""
    arrays = {name: value for name, value in optimizer.settings().items() if np.ndim(value)}
    if not arrays:
        return optimizer
    return replace(optimizer, **{name: setting(each, shape, at) for name, each in arrays.items()})


def setting(value: Any, shape: tuple[int, ...], at: Place) -> Any:
    """A member's hyper-parameter: a number, but where each coordinate has its own an array."""
    if np.shape(value)[-1] == 1:
        return float(np.broadcast_to(value, (*shape[:-1], 1))[at][0])
    return np.broadcast_to(value, shape)[at].copy()
