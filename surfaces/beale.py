"""Beale's function: steep walls around a narrow, curved valley."""

import autograd.numpy as np

from surfaces.surface import Array, Surface


def loss(x: Array, y: Array) -> Array:
    """(1.5 - x + x y)^2 + (2.25 - x + x y^2)^2 + (2.625 - x + x y^3)^2."""
    # Products and squares, not powers: those round alike on every machine.
    xy = x * y
    xy2 = xy * y
    xy3 = xy2 * y
    total: Array = np.square(1.5 - x + xy) + np.square(2.25 - x + xy2) + np.square(2.625 - x + xy3)
    return total


def slope(x: Array, y: Array) -> tuple[Array, Array]:
    """The same, differentiated by hand."""
    y2 = y * y
    p, q, r = y - 1, y2 - 1, y2 * y - 1
    a, b, c = 1.5 + x * p, 2.25 + x * q, 2.625 + x * r
    return 2 * (a * p + b * q + c * r), 2 * x * (a + b * (2 * y) + c * (3 * y2))


BEALE = Surface(
    name="Beale's function",
    loss=loss,
    slope=slope,
    xlim=(-5.0, 5.0),
    ylim=(-5.0, 5.0),
    start=(1.0, 1.6),
    minima=((3.0, 0.5),),
    source=(
        "E. M. L. Beale, On an iterative method for finding a local minimum of a function of "
        "more than one variable, Technical Report 25, Princeton University, 1958"
    ),
)
