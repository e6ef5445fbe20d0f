"""Logistic regression with a faint feature: the second input is tiny and says nothing.

Every sample has a twin with the same first input, the same label and the opposite second input.
So the loss over all samples does not care which sign the second weight has, its minimum lies at 0,
and in the picture the loss is as good as flat along that weight; what a minibatch of five tells
about it is noise, below a thousandth.
"""

from functools import cache

import numpy as np

from surfaces.logistic import gradient_of_all, loss_of_all, mean_gradient, mean_loss, signed
from surfaces.minibatches import Indices, Minibatches
from surfaces.surface import Array, Surface

PAIRS = 200
WIDTH = 2.0  # of the first input, to either side
FAINT = 1e-3  # and of the second
WEIGHT = 1.5
SAMPLES_SEED = 3


@cache
def faint_samples() -> tuple[Array, Array]:
    """The samples: (400, 2) points and (400,) labels, 0 or 1.

    Made of uniform draws alone, whose bits numpy promises on every platform.
    """
    draws = np.random.Generator(np.random.PCG64(SAMPLES_SEED)).random((PAIRS, 3))
    first, second = WIDTH * (2 * draws[:, 0] - 1), FAINT * (2 * draws[:, 1] - 1)
    labels = (draws[:, 2] < 1 / (1 + np.exp(-WEIGHT * first))).astype(float)
    points = np.stack([np.tile(first, 2), np.concatenate([second, -second])], axis=-1)
    return points, np.tile(labels, 2)


def points() -> Array:
    """The samples' inputs, (400, 2)."""
    return faint_samples()[0]


def labels() -> Array:
    """The samples' labels, (400,), 0 or 1."""
    return faint_samples()[1]


def loss(w1: Array, w2: Array) -> Array:
    """Mean over all samples, in nats."""
    return loss_of_all(w1, w2, signed(*faint_samples()))


def gradient(w1: Array, w2: Array) -> tuple[Array, Array]:
    """The loss over all samples, differentiated by hand."""
    return gradient_of_all(w1, w2, signed(*faint_samples()))


def minibatch_loss(w1: Array, w2: Array, chosen: Indices) -> Array:
    """Mean over the chosen samples."""
    return mean_loss(w1, w2, signed(*faint_samples())[chosen])


def minibatch_gradient(w1: Array, w2: Array, chosen: Indices) -> tuple[Array, Array]:
    """The gradient over the chosen samples."""
    return mean_gradient(w1, w2, signed(*faint_samples())[chosen])


FAINT_FEATURE = Surface(
    name="Faint feature",
    loss=loss,
    gradient=gradient,
    minibatches=Minibatches(
        2 * PAIRS, 5, minibatch_gradient, points, labels, minibatch_loss, rowwise=True
    ),
    xlim=(-1.0, 3.5),
    ylim=(-2.0, 2.0),
    start=(0.0, 0.0),
    minima=((1.4114549647, 0.0),),
    source=(
        "logistic regression without bias on 200 pairs of samples that differ in the sign of a "
        "second input of at most 0.001; made for this project"
    ),
    axes=("w1", "w2 (faint)"),
)
