"""The Goldstein-Price function: four minima, and losses from 3 to a million in one picture."""

import autograd.numpy as np

from surfaces.surface import Array, Surface


def factors(x: Array, y: Array) -> tuple[Array, Array]:
    """The two factors of the loss."""
    xx, xy, yy = x * x, x * y, y * y
    first = 19 - 14 * x + 3 * xx - 14 * y + 6 * xy + 3 * yy
    second = 18 - 32 * x + 12 * xx + 48 * y - 36 * xy + 27 * yy
    return 1 + np.square(x + y + 1) * first, 30 + np.square(2 * x - 3 * y) * second


def loss(x: Array, y: Array) -> Array:
    """The product of two factors.

    1 + (x + y + 1)^2 (19 - 14 x + 3 x^2 - 14 y + 6 x y + 3 y^2) and
    30 + (2 x - 3 y)^2 (18 - 32 x + 12 x^2 + 48 y - 36 x y + 27 y^2).
    """
    first, second = factors(x, y)
    return first * second


def gradient(x: Array, y: Array) -> tuple[Array, Array]:
    """The same, differentiated by hand: each factor depends on x + y or 2 x - 3 y alone."""
    first, second = factors(x, y)
    s, d = x + y, 2 * x - 3 * y
    # First factor: 1 + (s + 1)^2 (19 - 14 s + 3 s^2); second: 30 + d^2 (18 - 16 d + 3 d^2).
    first_s = 12 * (s + 1) * (s - 1) * (s - 2)
    second_d = 12 * d * (d - 1) * (d - 3)
    return (
        first_s * second + 2 * first * second_d,
        first_s * second - 3 * first * second_d,
    )


GOLDSTEIN_PRICE = Surface(
    name="Goldstein-Price function",
    loss=loss,
    gradient=gradient,
    xlim=(-2.0, 2.0),
    ylim=(-2.0, 2.0),
    start=(-0.2, -0.2),
    minima=((0.0, -1.0), (-0.6, -0.4), (1.8, 0.2), (1.2, 0.8)),
    source=(
        "A. A. Goldstein and J. F. Price, On descent from local minima, Mathematics of Computation "
        "25(115), 569-574, 1971; its minima are 3, 30, 84 and 840 at (0, -1), (-0.6, -0.4), "
        "(1.8, 0.2) and (1.2, 0.8)"
    ),
)
