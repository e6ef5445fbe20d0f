"""The Styblinski-Tang function: four minima of unequal depth, one in each quadrant."""

import autograd.numpy as np

from surfaces.surface import Array, Surface


def loss(x: Array, y: Array) -> Array:
    """(x^4 - 16 x^2 + 5 x + y^4 - 16 y^2 + 5 y) / 2."""
    x2, y2 = x * x, y * y
    total: Array = (np.square(x2) - 16 * x2 + 5 * x + np.square(y2) - 16 * y2 + 5 * y) / 2
    return total


def gradient(x: Array, y: Array) -> tuple[Array, Array]:
    """The same, differentiated by hand."""
    return 2 * x * x * x - 16 * x + 2.5, 2 * y * y * y - 16 * y + 2.5


LOW, HIGH = -2.903534027771, 2.746802770991  # each coordinate's two minima; LOW is the deeper

STYBLINSKI_TANG = Surface(
    name="Styblinski-Tang function",
    loss=loss,
    gradient=gradient,
    xlim=(-5.0, 5.0),
    ylim=(-5.0, 5.0),
    start=(0.2, 0.12),
    minima=((LOW, LOW), (LOW, HIGH), (HIGH, LOW), (HIGH, HIGH)),
    source=(
        "M. A. Styblinski and T.-S. Tang, Experiments in nonconvex optimization: stochastic "
        "approximation with function smoothing and simulated annealing, Neural Networks 3(4), "
        "467-483, 1990; its lowest minimum is -78.33233 at (-2.903534, -2.903534)"
    ),
)
