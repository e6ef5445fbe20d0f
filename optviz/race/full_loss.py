"""The full loss at all points of a race: in blocks that fit the cache, many of them side by side.

A mean over samples takes an array of points x samples. Computed at once for a race it is larger
than any cache, and memory is what takes the time. Each point's loss is the same, to the last bit,
in whichever block it is: it is elementwise.
"""

import os
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context

import numpy as np
from numpy.typing import NDArray

from surfaces.minibatches import Minibatches
from surfaces.surface import Surface

Array = NDArray[np.float64]

BLOCK = 50_000  # points x samples: 0.4 MB of each intermediate result
WORTH_THREADS = 4_000_000  # points x samples: some 0.1 s
THREADS = 4  # at most; numpy computes outside of Python's lock


def full_loss(surface: Surface, x: Array) -> Array:
    """(...) the loss at points (..., 2)."""
    samples = samples_of(surface)
    points = x.reshape(-1, 2)
    if samples is None or len(points) * samples.count <= BLOCK:
        return np.asarray(surface.loss(x[..., 0], x[..., 1]))
    rows = max(1, BLOCK // samples.count)
    blocks = [points[k : k + rows] for k in range(0, len(points), rows)]
    apart = samples.rowwise and len(points) * samples.count >= WORTH_THREADS
    computed = side_by_side(surface, blocks) if apart else [loss_at(surface, b) for b in blocks]
    return np.concatenate(computed).reshape(x.shape[:-1])


def samples_of(surface: Surface) -> Minibatches | None:
    """The samples that the loss is a mean over, as far as is known."""
    return surface.stages.parts[0] if surface.stages is not None else surface.minibatches


def loss_at(surface: Surface, points: Array) -> Array:
    """(n,) the loss at points (n, 2)."""
    return np.asarray(surface.loss(points[:, 0], points[:, 1]))


def side_by_side(surface: Surface, blocks: list[Array]) -> list[Array]:
    """`loss_at` for each block, in threads; what numpy warns of is as it is here."""
    with ThreadPoolExecutor(min(THREADS, os.cpu_count() or 1)) as threads:
        pending = [threads.submit(copy_context().run, loss_at, surface, each) for each in blocks]
        return [each.result() for each in pending]
