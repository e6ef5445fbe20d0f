"""The members of a batch: one run's settings, and its part of what a batch remembers."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from optviz.optimizers import Optimizer
from optviz.stepping.failures import in_words

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
    if not any(np.ndim(value) for value in optimizer.settings().values()):
        return optimizer
    return replace(optimizer, **settings_of(optimizer, shape, at))


def settings_of(optimizer: Optimizer, shape: tuple[int, ...], at: Place) -> dict[str, Any]:
    """The settings of one member of a batch."""
    return {
        name: setting(value, shape, at) if np.ndim(value) else value
        for name, value in optimizer.settings().items()
    }


def with_values(optimizer: Optimizer, settings: Mapping[str, Any]) -> Optimizer:
    """The same rule with other settings, for all of its runs.

    Raises:
        ValueError: they are not possible, or a user's class says so in its own way.
    """
    try:
        return replace(optimizer, **settings)
    except ValueError:
        raise
    except Exception as error:  # a user's class may raise anything
        raise ValueError(
            f"{type(optimizer).__name__} cannot have these settings: {in_words(error)}"
        ) from None


def setting(value: Any, shape: tuple[int, ...], at: Place) -> Any:
    """A member's hyper-parameter: a number, but where each coordinate has its own an array."""
    if np.shape(value)[-1] == 1:
        return float(np.broadcast_to(value, (*shape[:-1], 1))[at][0])
    return np.broadcast_to(value, shape)[at].copy()
