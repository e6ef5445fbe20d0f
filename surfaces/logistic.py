"""Logistic regression with two weights and no bias: p(label = 1 | point) = sigmoid(w . point).

Everything is said of signed samples: a point, negated where its label is 0, so that w . signed > 0
is the right answer. Shapes: weights w1, w2 of any one shape (...), signed samples (samples, 2).
"""

from typing import Any

import autograd.numpy as np

from surfaces.in_blocks import are_numbers, in_blocks
from surfaces.log_products import mean_softplus
from surfaces.surface import Array


def signed(points: Array, labels: Array) -> Array:
    """(samples, 2): the points, negated where the label is 0."""
    turned: Array = points * (2 * labels - 1)[:, None]
    return turned


def margins(w1: Array, w2: Array, samples: Array) -> Array:
    """The products w . signed for every weight and sample, (..., samples)."""
    margin: Array = w1[..., None] * samples[..., 0] + w2[..., None] * samples[..., 1]
    return margin


def mean_loss(w1: Array, w2: Array, samples: Array) -> Array:
    """Mean over the samples of log(1 + exp(-margin)), in nats, without overflow."""
    mean: Array = np.mean(np.logaddexp(0.0, -margins(w1, w2, samples)), axis=-1)
    return mean


def mean_gradient(w1: Array, w2: Array, samples: Array) -> tuple[Array, Array]:
    """Its derivative: -mean(sigmoid(-margin) signed)."""
    wrong = np.exp(-np.logaddexp(0.0, margins(w1, w2, samples)))
    return -np.mean(wrong * samples[..., 0], axis=-1), -np.mean(wrong * samples[..., 1], axis=-1)


def loss_of_all(w1: Array, w2: Array, samples: Array) -> Array:
    """`mean_loss` over all samples, (samples, 2), of which there are many, in half the time.

    It may differ in its last digits.
    """
    if not are_numbers(w1, w2):
        return mean_loss(w1, w2, samples)
    wrong = -samples
    found: Array = in_blocks(lambda x, y: mean_softplus(margins(x, y, wrong)), w1, w2, len(samples))
    return found


def gradient_of_all(w1: Array, w2: Array, samples: Array) -> tuple[Array, Array]:
    """`mean_gradient` over all samples."""
    found: Any = in_blocks(lambda x, y: mean_gradient(x, y, samples), w1, w2, len(samples))
    return found[0], found[1]


def share_right(w1: Array, w2: Array, samples: Array) -> Array:
    """Share of the samples on the right side of the line w . point = 0, from 0 to 1."""
    share: Array = np.mean(margins(w1, w2, samples) > 0, axis=-1)
    return share
