"""The smallest rectangle round what changed."""

from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

Kind = TypeVar("Kind", bound=np.generic)


class Corner(NamedTuple):
    """Where a rectangle's upper left pixel lies."""

    left: int
    top: int


def cut(
    places: NDArray[np.intp], values: NDArray[Kind], width: int, even: bool = False
) -> tuple[Corner, NDArray[Kind]]:
    """Lay changed pixels into the smallest rectangle that holds them, zero where nothing changed.

    Args:
        places: (n,) positions in the flattened picture, at least one.
        values: (n,) what is there now; the last counts where a position comes twice.
        width: of the whole picture.
        even: whether the corner must have even coordinates, as WebP asks.

    Returns:
        The corner and the (height, width) rectangle.
    """
    rows, columns = np.divmod(places, width)
    left, top = int(columns.min()), int(rows.min())
    if even:
        left, top = left - left % 2, top - top % 2
    shape = (int(rows.max()) - top + 1, int(columns.max()) - left + 1)
    inside = np.zeros(shape, values.dtype)
    inside[rows - top, columns - left] = values
    return Corner(left, top), inside
