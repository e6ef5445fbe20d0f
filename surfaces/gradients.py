"""The gradients that a surface has: in closed form, by autograd, of its minibatches.

Each is a claim about the loss, which `surfaces.validate` holds against central differences.
"""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import numpy as np

from surfaces.minibatches import Minibatches
from surfaces.surface import Array, Surface

SLICE = 512  # samples whose gradients are asked for at once


class Claim(NamedTuple):
    """A gradient that a surface has.

    Attributes:
        name: what it is called in a sentence.
        gradient: (x, y) -> (dloss/dx, dloss/dy).
        remedy: what to do if it is wrong.
    """

    name: str
    gradient: Callable[[Array, Array], Any]
    remedy: str


def claims(surface: Surface) -> Iterator[Claim]:
    """The gradients that a surface's steps get, and the closed form if it has one."""
    samples = samples_of(surface)
    if surface.gradient is not None:
        remedy = "correct it, or leave it out and write the loss with autograd.numpy"
        yield Claim("its gradient", surface.gradient, remedy)
    elif not samples:
        remedy = (
            "write the loss with autograd.numpy in place of numpy, without np.asarray and float(), "
            "or give its gradient in closed form"
        )
        yield Claim("autograd's gradient", surface.autograd_gradient, remedy)
    if samples:

        def mean(x: Array, y: Array) -> Array:
            return np.asarray(np.mean([over_all(each, x, y) for each in samples], axis=0))

        remedy = (
            "it must be the mean over the chosen samples, and the loss, written with "
            "autograd.numpy, the mean over all"
        )
        yield Claim("the gradient of its minibatches, over all samples,", mean, remedy)


def over_all(minibatches: Minibatches, x: Array, y: Array) -> Array:
    """(2, points) the gradient over all samples, from parts of them: mean of their means."""
    count = minibatches.count
    parts = np.array_split(np.arange(count), min(count, max(2, -(-count // SLICE))))
    total = np.zeros((2, *x.shape))
    for chosen in parts:
        dx, dy = minibatches.gradient(x, y, chosen)
        total += len(chosen) / count * np.stack(np.broadcast_arrays(x, dx, dy)[1:])
    return total


def samples_of(surface: Surface) -> tuple[Minibatches, ...]:
    """What its steps see, one for each stage; nothing where they see the whole loss."""
    if surface.stages is not None:
        return surface.stages.parts
    return () if surface.minibatches is None else (surface.minibatches,)
