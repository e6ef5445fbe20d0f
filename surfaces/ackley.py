"""Ackley's function: an almost flat outer region of ripples, and a deep hole in the middle.

The hole has a pointed bottom: the loss rises by 2 sqrt(2) per unit of distance in every direction,
so it has no derivative at its minimum (0, 0). `gradient` gives 0 there, the mean of the gradients
around it; automatic differentiation would give nan. The ripples make 24 more minima in the picture.
"""

from itertools import permutations, product

import autograd.numpy as np

from surfaces.surface import Array, Surface


def loss(x: Array, y: Array) -> Array:
    """20 + e - 20 exp(-0.2 sqrt((x^2 + y^2) / 2)) - exp((cos(2 pi x) + cos(2 pi y)) / 2)."""
    hole = 20 * np.exp(-0.2 * np.sqrt((x * x + y * y) / 2))
    ripples = np.exp((np.cos(2 * np.pi * x) + np.cos(2 * np.pi * y)) / 2)
    total: Array = (20 - hole) + (np.e - ripples)
    return total


def gradient(x: Array, y: Array) -> tuple[Array, Array]:
    """The same, differentiated by hand, and 0 at (0, 0)."""
    distance = np.sqrt((x * x + y * y) / 2)
    hole = 2 * np.exp(-0.2 * distance) / np.where(distance > 0, distance, 1)
    ripples = np.pi * np.exp((np.cos(2 * np.pi * x) + np.cos(2 * np.pi * y)) / 2)
    return (
        x * hole + ripples * np.sin(2 * np.pi * x),
        y * hole + ripples * np.sin(2 * np.pi * y),
    )


def mirrored(corner: tuple[tuple[float, float], ...]) -> tuple[tuple[float, float], ...]:
    """The points (x, y) with 0 <= y <= x, and all their images: swapped, and with other signs."""
    images = {
        (sign_x * a, sign_y * b)
        for point in corner
        for a, b in permutations(point)
        for sign_x, sign_y in product((1.0, -1.0), repeat=2)
    }
    return tuple(sorted(images))


CORNER = (
    (0.0, 0.0),
    *((0.95216654595, 0.0), (0.968477658708, 0.968477658708)),
    *((1.958919718122, 0.0), (1.964616662863, 0.982416035079), (1.974451986484, 1.974451986484)),
)

ACKLEY = Surface(
    name="Ackley's function",
    loss=loss,
    gradient=gradient,
    xlim=(-2.3, 2.3),
    ylim=(-2.3, 2.3),
    start=(-1.2, 0.5),
    minima=mirrored(CORNER),
    source=(
        "D. H. Ackley, A Connectionist Machine for Genetic Hillclimbing, Kluwer, 1987; its lowest "
        "minimum is 0 at (0, 0)"
    ),
)
