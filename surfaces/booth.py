"""Booth's function: a tilted quadratic bowl, nine times as steep across as along."""

import autograd.numpy as np

from surfaces.surface import Array, Surface


def loss(x: Array, y: Array) -> Array:
    """(x + 2 y - 7)^2 + (2 x + y - 5)^2."""
    total: Array = np.square(x + 2 * y - 7) + np.square(2 * x + y - 5)
    return total


def gradient(x: Array, y: Array) -> tuple[Array, Array]:
    """The same, differentiated by hand."""
    a, b = x + 2 * y - 7, 2 * x + y - 5
    return 2 * a + 4 * b, 4 * a + 2 * b


def residuals(x: Array, y: Array) -> tuple[Array, Array]:
    """What is squared."""
    return x + 2 * y - 7, 2 * x + y - 5


BOOTH = Surface(
    name="Booth's function",
    loss=loss,
    gradient=gradient,
    residuals=residuals,
    xlim=(-10.0, 10.0),
    ylim=(-10.0, 10.0),
    start=(-8.0, 5.0),
    minima=((1.0, 3.0),),
    source=(
        "M. Jamil and X.-S. Yang, A literature survey of benchmark functions for global "
        "optimisation problems, Int. J. of Mathematical Modelling and Numerical Optimisation 4(2), "
        "150-194, 2013; its minimum is 0 at (1, 3)"
    ),
)
