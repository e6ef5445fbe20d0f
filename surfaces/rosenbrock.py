"""Rosenbrock's function: the bottom of a curved valley is found at once, its end late."""

import autograd.numpy as np

from surfaces.surface import Array, Surface


def loss(x: Array, y: Array) -> Array:
    """(1 - x)^2 + 100 (y - x^2)^2."""
    total: Array = np.square(1 - x) + 100 * np.square(y - x * x)
    return total


def gradient(x: Array, y: Array) -> tuple[Array, Array]:
    """The same, differentiated by hand."""
    off = y - x * x
    return -2 * (1 - x) - 400 * x * off, 200 * off


def residuals(x: Array, y: Array) -> tuple[Array, Array]:
    """What is squared: 1 - x and 10 (y - x^2)."""
    return 1 - x, 10 * (y - x * x)


ROSENBROCK = Surface(
    name="Rosenbrock's function",
    loss=loss,
    gradient=gradient,
    residuals=residuals,
    xlim=(-2.0, 2.0),
    ylim=(-1.0, 3.0),
    start=(-1.2, 1.0),
    minima=((1.0, 1.0),),
    source=(
        "H. H. Rosenbrock, An automatic method for finding the greatest or least value of a "
        "function, The Computer Journal 3(3), 175-184, 1960; its minimum is 0 at (1, 1)"
    ),
)
