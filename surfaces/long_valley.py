"""A long valley whose floor bends down so late that symmetry must be broken first.

The picture this stands for (Alec Radford, 2014) is lost, and so is its function. This is a
reconstruction: the simplest loss on which everything his caption says can be seen.
"""

from surfaces.surface import Array, Surface


def loss(x: Array, y: Array) -> Array:
    """5 x^2 + (1 - y^2 / 4)^2: steep walls along x, and along y a hilltop between two minima."""
    hill = 1 - y * y / 4
    return 5 * (x * x) + hill * hill


def gradient(x: Array, y: Array) -> tuple[Array, Array]:
    """The same, differentiated by hand."""
    return 10 * x, y * (y * y / 4 - 1)


LONG_VALLEY = Surface(
    name="Long valley",
    loss=loss,
    gradient=gradient,
    xlim=(-0.7, 0.7),
    ylim=(-2.4, 2.4),
    start=(-0.5, 0.001),
    minima=((0.0, -2.0), (0.0, 2.0)),
    source="a reconstruction: the function behind Alec Radford's animation of 2014 is not known",
)
