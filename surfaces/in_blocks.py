"""Means over samples at many points, in blocks that fit the cache.

A mean over samples takes arrays of points x samples. Of all points at once they are larger than any
cache, and room for them is asked of the system again and again: that takes longer than arithmetic.
What is computed of a point is the same, to the last bit, in whichever block it is.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

BLOCK = 50_000  # points x samples: 0.4 MB of each intermediate result
ROOM = 1_000_000  # numbers, a few times as many as are in use at once


def in_blocks(function: Callable[[Array, Array], Any], x: Any, y: Any, samples: int) -> Any:
    """What a function makes of points, whatever it makes of symbols and autograd's boxes.

    Args:
        function: (x, y) -> an array like x, or a tuple of them; elementwise.
        x: of any shape.
        y: the other coordinate; they broadcast.
        samples: how many numbers it computes for each point.

    Returns:
        As the function does; a tuple's arrays are those of one array.
    """
    if not are_numbers(x, y) or (points := np.broadcast(x, y)).size * samples <= BLOCK:
        return function(x, y)
    keep_room()
    rows = max(1, BLOCK // samples)
    flat_x, flat_y = (np.broadcast_to(each, points.shape).ravel() for each in (x, y))
    starts = range(0, points.size, rows)
    found = [function(flat_x[k : k + rows], flat_y[k : k + rows]) for k in starts]
    whole = np.concatenate(found, axis=-1)
    return whole.reshape(*whole.shape[:-1], *points.shape)


def keep_room() -> None:
    """Have the allocator keep the room of arrays that go, for those that come.

    glibc's returns free memory at once, until it has seen an array as large as this come and go
    (mallopt(3), M_MMAP_THRESHOLD). Asking for it anew takes as long as arithmetic.
    """
    np.empty(ROOM)


def are_numbers(*values: Any) -> bool:
    """Whether all are numbers or arrays of them: no symbols of `optviz.program`, no boxes."""
    return all(
        isinstance(each, (np.ndarray, np.floating)) and each.dtype != object for each in values
    )
