"""The full loss at all points of a race: in blocks that fit the cache, some of them side by side.

Each point's loss is the same, to the last bit, wherever it is computed: it is elementwise.
"""

import os
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context

import numpy as np
from numpy.typing import NDArray

from surfaces.in_blocks import in_blocks
from surfaces.minibatches import Minibatches
from surfaces.surface import Surface

Array = NDArray[np.float64]

WORTH_THREADS = 4_000_000  # points x samples: some 0.1 s
THREADS = 4  # at most; numpy computes outside of Python's lock
PARTS = 16  # so that no thread is left alone with the last one for long


def full_loss(surface: Surface, x: Array) -> Array:
    """(...) the loss at points (..., 2)."""
    samples, points = samples_of(surface), x.reshape(-1, 2)
    if samples is None:
        return np.asarray(surface.loss(x[..., 0], x[..., 1]))
    if samples.rowwise and len(points) * samples.count >= WORTH_THREADS:
        return side_by_side(surface, points, samples.count).reshape(x.shape[:-1])
    return loss_at(surface, x, samples.count)


def samples_of(surface: Surface) -> Minibatches | None:
    """The samples that the loss is a mean over, as far as is known."""
    return surface.stages.parts[0] if surface.stages is not None else surface.minibatches


def loss_at(surface: Surface, points: Array, count: int) -> Array:
    """(...) the loss, a mean over so many samples, at points (..., 2)."""
    return np.asarray(in_blocks(surface.loss, points[..., 0], points[..., 1], count))


def side_by_side(surface: Surface, points: Array, count: int) -> Array:
    """`loss_at` in threads; what numpy warns of is as it is here."""
    with ThreadPoolExecutor(min(THREADS, os.cpu_count() or 1)) as threads:
        pending = [
            threads.submit(copy_context().run, loss_at, surface, part, count)
            for part in np.array_split(points, PARTS)
        ]
        return np.concatenate([each.result() for each in pending])
