"""Himmelblau's function: four minima, all equally low, around one hilltop."""

import autograd.numpy as np

from surfaces.surface import Array, Surface


def loss(x: Array, y: Array) -> Array:
    """(x^2 + y - 11)^2 + (x + y^2 - 7)^2."""
    total: Array = np.square(x * x + y - 11) + np.square(x + y * y - 7)
    return total


def gradient(x: Array, y: Array) -> tuple[Array, Array]:
    """The same, differentiated by hand."""
    a, b = x * x + y - 11, x + y * y - 7
    return 4 * x * a + 2 * b, 2 * a + 4 * y * b


def residuals(x: Array, y: Array) -> tuple[Array, Array]:
    """What is squared."""
    return x * x + y - 11, x + y * y - 7


HIMMELBLAU = Surface(
    name="Himmelblau's function",
    loss=loss,
    gradient=gradient,
    residuals=residuals,
    xlim=(-6.0, 6.0),
    ylim=(-6.0, 6.0),
    start=(0.1, -0.8),
    minima=(
        (3.0, 2.0),
        (-2.805118086953, 3.131312518251),
        (-3.779310253378, -3.283185991286),
        (3.58442834033, -1.848126526964),
    ),
    source=(
        "D. M. Himmelblau, Applied Nonlinear Programming, McGraw-Hill, 1972; its minima are 0 at "
        "(3, 2), (-2.805118, 3.131313), (-3.779310, -3.283186) and (3.584428, -1.848127)"
    ),
)
