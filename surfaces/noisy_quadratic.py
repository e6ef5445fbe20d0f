"""A noisy quadratic: a bowl whose gradient is only known from minibatches.

The loss of a weight w and a sample p is ((w1 - p1)^2 + 10 (w2 - p2)^2) / 2, so the gradient of a
minibatch is that of the whole loss plus noise that does not depend on w. With a constant learning
rate plain SGD therefore never settles, but jitters around the minimum.
"""

from functools import cache

import autograd.numpy as np

from surfaces.minibatches import Indices, Minibatches
from surfaces.surface import Array, Surface

PAIRS = 200
WIDTH = 1.5
STEEP = 10.0
SAMPLES_SEED = 5


@cache
def samples() -> Array:
    """(400, 2) samples, evenly over a square; each has a mirror image, so their mean is 0.

    Made of uniform draws alone, whose bits numpy promises on every platform.
    """
    draws = np.random.Generator(np.random.PCG64(SAMPLES_SEED)).random((PAIRS, 2))
    half = WIDTH * (2 * draws - 1)
    both: Array = np.concatenate([half, -half])
    return both


def labels() -> Array:
    """(400,) zeros: the samples are not classified."""
    none: Array = np.zeros(2 * PAIRS)
    return none


def mean_loss(w1: Array, w2: Array, points: Array) -> Array:
    """Mean over these samples."""
    dx, dy = w1[..., None] - points[..., 0], w2[..., None] - points[..., 1]
    mean: Array = np.mean(dx * dx + STEEP * (dy * dy), axis=-1) / 2
    return mean


def loss(w1: Array, w2: Array) -> Array:
    """Mean over all samples."""
    return mean_loss(w1, w2, samples())


def mean_gradient(w1: Array, w2: Array, points: Array) -> tuple[Array, Array]:
    """The gradient over these samples: the mean distance from them, once and ten times."""
    dx, dy = w1[..., None] - points[..., 0], w2[..., None] - points[..., 1]
    return np.mean(dx, axis=-1), STEEP * np.mean(dy, axis=-1)


def gradient(w1: Array, w2: Array) -> tuple[Array, Array]:
    """The loss over all samples, differentiated by hand."""
    return mean_gradient(w1, w2, samples())


def minibatch_loss(w1: Array, w2: Array, chosen: Indices) -> Array:
    """The same over the chosen samples."""
    return mean_loss(w1, w2, samples()[chosen])


def minibatch_gradient(w1: Array, w2: Array, chosen: Indices) -> tuple[Array, Array]:
    """The gradient over the chosen samples."""
    return mean_gradient(w1, w2, samples()[chosen])


NOISY_QUADRATIC = Surface(
    name="Noisy quadratic",
    loss=loss,
    gradient=gradient,
    minibatches=Minibatches(
        2 * PAIRS, 5, minibatch_gradient, samples, labels, minibatch_loss, rowwise=True
    ),
    xlim=(-3.0, 3.0),
    ylim=(-2.0, 2.0),
    start=(-2.5, 1.5),
    minima=((0.0, 0.0),),
    source=(
        "the noisy quadratic model, as in G. Zhang et al., Which algorithmic choices matter at "
        "which batch sizes? Insights from a noisy quadratic model, NeurIPS 2019, "
        "arXiv:1907.04164; these samples were drawn for this project"
    ),
    axes=("w1", "w2"),
)
