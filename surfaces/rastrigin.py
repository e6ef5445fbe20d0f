"""Rastrigin's function: a bowl with a dimple at about every whole number.

The picture holds 121 local minima, and all are listed: which one a run ends in is the question.
"""

from itertools import product

import autograd.numpy as np

from surfaces.surface import Array, Surface


def loss(x: Array, y: Array) -> Array:
    """20 + x^2 - 10 cos(2 pi x) + y^2 - 10 cos(2 pi y)."""
    waves = np.cos(2 * np.pi * x) + np.cos(2 * np.pi * y)
    total: Array = 20 + x * x + y * y - 10 * waves
    return total


def gradient(x: Array, y: Array) -> tuple[Array, Array]:
    """The same, differentiated by hand."""
    steep = 20 * np.pi
    return 2 * x + steep * np.sin(2 * np.pi * x), 2 * y + steep * np.sin(2 * np.pi * y)


# The minima of x^2 - 10 cos(2 pi x); the loss is a sum of two of these.
ALONG = (
    *(-4.974691390895, -3.979783860301, -2.984855701039, -1.989912233709, -0.994958637652, 0.0),
    *(0.994958637652, 1.989912233709, 2.984855701039, 3.979783860301, 4.974691390895),
)

RASTRIGIN = Surface(
    name="Rastrigin's function",
    loss=loss,
    gradient=gradient,
    xlim=(-5.12, 5.12),
    ylim=(-5.12, 5.12),
    start=(1.7, -1.1),
    minima=tuple(product(ALONG, ALONG)),
    source=(
        "L. A. Rastrigin, Sistemy ekstremal'nogo upravleniya (Systems of extremal control), Nauka, "
        "Moscow, 1974; its lowest minimum is 0 at (0, 0)"
    ),
)
