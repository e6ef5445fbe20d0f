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


def gradient(x: Array, y: Array) -> tuple[Array, Array]:
    """The same, differentiated by hand.

    With p = y - 1, q = y^2 - 1, r = y^3 - 1 and a = 3 + 2 x p, b = 4.5 + 2 x q, c = 5.25 + 2 x r
    it is dx = a p + b q + c r and dy = x (a + 2 y b + 3 y^2 c).
    """
    # With everything doubled, 2 x takes the place of x. In place, because on a large batch finding
    # room for every term takes longer than the arithmetic. Neither changes a bit.
    twice, y2 = 2 * x, y * y
    p, q, r = y - 1, y2 - 1, y2 * y - 1
    a, b, c = twice * p, twice * q, twice * r
    a += 3
    b += 4.5
    c += 5.25
    dx = a * p
    dx += b * q
    dx += c * r
    b *= 2 * y
    c *= 3 * y2
    a += b
    a += c
    a *= x
    return dx, a


def residuals(x: Array, y: Array) -> tuple[Array, Array, Array]:
    """What is squared."""
    return 1.5 - x + x * y, 2.25 - x + x * y * y, 2.625 - x + x * y * y * y


BEALE = Surface(
    name="Beale's function",
    loss=loss,
    gradient=gradient,
    residuals=residuals,
    xlim=(-5.0, 5.0),
    ylim=(-5.0, 5.0),
    start=(1.0, 1.6),
    minima=((3.0, 0.5),),
    source=(
        "E. M. L. Beale, On an iterative method for finding a local minimum of a function of "
        "more than one variable, Technical Report 25, Princeton University, 1958"
    ),
)
