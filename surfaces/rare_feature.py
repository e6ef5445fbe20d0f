"""Logistic regression with a rare feature: the second input is 0 in 19 of 20 samples.

A step sees a single sample, so in 19 of 20 steps the gradient of the second weight is exactly 0:
a sparse gradient, as words, users and products give it. The samples are drawn from the model with
weights (1.5, 2.5), inputs evenly from -2 to 2; the seed of the draws is one whose minimum comes
out close to those weights.
"""

from functools import cache

import numpy as np

from surfaces.logistic import gradient_of_all, loss_of_all, mean_gradient, mean_loss, signed
from surfaces.minibatches import Indices, Minibatches
from surfaces.surface import Array, Surface

COUNT = 400
EVERY = 20  # of so many samples one has the rare feature
WIDTH = 2.0
WEIGHTS = (1.5, 2.5)
SAMPLES_SEED = 12


@cache
def rare_samples() -> tuple[Array, Array]:
    """The samples: (400, 2) points and (400,) labels, 0 or 1.

    Made of uniform draws alone, whose bits numpy promises on every platform.
    """
    draws = np.random.Generator(np.random.PCG64(SAMPLES_SEED)).random((COUNT, 3))
    inputs = WIDTH * (2 * draws[:, :2] - 1)
    inputs[np.arange(COUNT) % EVERY != 0, 1] = 0.0
    chance = 1 / (1 + np.exp(-(inputs[:, 0] * WEIGHTS[0] + inputs[:, 1] * WEIGHTS[1])))
    return inputs, (draws[:, 2] < chance).astype(float)


def points() -> Array:
    """The samples' inputs, (400, 2)."""
    return rare_samples()[0]


def labels() -> Array:
    """The samples' labels, (400,), 0 or 1."""
    return rare_samples()[1]


def loss(w1: Array, w2: Array) -> Array:
    """Mean over all samples, in nats."""
    return loss_of_all(w1, w2, signed(*rare_samples()))


def gradient(w1: Array, w2: Array) -> tuple[Array, Array]:
    """The loss over all samples, differentiated by hand."""
    return gradient_of_all(w1, w2, signed(*rare_samples()))


def minibatch_loss(w1: Array, w2: Array, chosen: Indices) -> Array:
    """Mean over the chosen samples."""
    return mean_loss(w1, w2, signed(*rare_samples())[chosen])


def minibatch_gradient(w1: Array, w2: Array, chosen: Indices) -> tuple[Array, Array]:
    """The gradient over the chosen samples."""
    return mean_gradient(w1, w2, signed(*rare_samples())[chosen])


RARE_FEATURE = Surface(
    name="Rare feature",
    loss=loss,
    gradient=gradient,
    minibatches=Minibatches(
        COUNT, 1, minibatch_gradient, points, labels, minibatch_loss, rowwise=True
    ),
    xlim=(-1.0, 4.0),
    ylim=(-1.0, 4.0),
    start=(0.0, 0.0),
    minima=((1.4728465012, 2.4888033862),),
    source=(
        "logistic regression without bias on 400 samples of two inputs, the second of which is 0 "
        "in 19 of 20 of them; made for this project"
    ),
    axes=("w1", "w2 (rare)"),
)
