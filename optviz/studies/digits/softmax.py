"""Softmax regression: ten linear scores for 64 pixels, and how well they classify the digits.

The 650 weights are one vector, w = (W row by row, b) with W of (10, 64) and b of (10,):

    z = W x + b                                     the scores of a digit x
    p_k = exp(z_k) / sum_j exp(z_j)                 what they mean: probabilities
    loss = mean over digits of -log p_label         in nats; log 10 where all weights are 0
    d loss / d W = mean of (p - e_label) x^T        e_label is 1 at the label, else 0
    d loss / d b = mean of (p - e_label)

The loss is convex in w; see C. M. Bishop, Pattern Recognition and Machine Learning, 2006, 4.3.4.
Weights come as (..., 650): leading axes are many classifiers at once. Matrix products
are kept small: BLAS shares large ones among threads, and where other work holds a processor these
wait for each other, ten times longer than the work takes.
"""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Labels = NDArray[np.intp]

CLASSES = 10
PIXELS = 64
MATRIX = CLASSES * PIXELS
WEIGHTS = MATRIX + CLASSES
BLOCK = 256  # digits in a matrix product, at most


def scores(weights: Array, pixels: Array) -> Array:
    """The scores z of every digit.

    Args:
        weights: (..., 650).
        pixels: (n, 64).

    Returns:
        (..., 10, n).
    """
    matrices = weights[..., :MATRIX].reshape(*weights.shape[:-1], CLASSES, PIXELS)
    blocks = [matrices @ pixels[k : k + BLOCK].T for k in range(0, len(pixels), BLOCK)]
    products: Array = blocks[0] if len(blocks) == 1 else np.concatenate(blocks, axis=-1)
    products += weights[..., MATRIX:, None]
    return products


def surprise(z: Array, labels: Labels) -> Array:
    """Mean of -log p_label, without overflow: log sum exp(z - max z) - (z_label - max z).

    Args:
        z: (..., 10, n) scores; they are overwritten.
        labels: (n,).

    Returns:
        (...).
    """
    z -= z.max(axis=-2, keepdims=True)
    told = z[..., labels, np.arange(len(labels))].mean(axis=-1)
    mean: Array = np.log(np.exp(z, out=z).sum(axis=-2)).mean(axis=-1) - told
    return mean


def loss(weights: Array, pixels: Array, labels: Labels) -> Array:
    """The mean loss over these digits, (...)."""
    return surprise(scores(weights, pixels), labels)


def gradient(weights: Array, pixels: Array, labels: Labels) -> Array:
    """Its derivative, (..., 650), in closed form."""
    many = len(labels)
    p = scores(weights, pixels)
    p -= p.max(axis=-2, keepdims=True)
    np.exp(p, out=p)
    p /= p.sum(axis=-2, keepdims=True)
    p[..., labels, np.arange(many)] -= 1
    p /= many
    gradient = np.empty(weights.shape)
    gradient[..., :MATRIX] = (p @ pixels).reshape(*weights.shape[:-1], MATRIX)
    gradient[..., MATRIX:] = p.sum(axis=-1)
    return gradient


def accuracy(weights: Array, pixels: Array, labels: Labels) -> Array:
    """The share of digits whose label has the highest score, (...), 0 to 1; nan for nan weights."""
    z = scores(weights, pixels)
    share = (z.argmax(axis=-2) == labels).mean(axis=-1)
    return np.asarray(np.where(np.isfinite(weights).all(axis=-1), share, np.nan))
