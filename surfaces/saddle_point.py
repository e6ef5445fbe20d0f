"""A saddle: a valley along y, a ridge along x, and no minimum at all."""

from surfaces.surface import Array, Surface


def loss(x: Array, y: Array) -> Array:
    """5 y^2 - x^2."""
    return 5 * (y * y) - x * x


def gradient(x: Array, y: Array) -> tuple[Array, Array]:
    """The same, differentiated by hand."""
    return -2 * x, 10 * y


SADDLE_POINT = Surface(
    name="Saddle point",
    loss=loss,
    gradient=gradient,
    xlim=(-2.0, 1.0),
    ylim=(-1.0, 1.0),
    start=(-1e-6, 0.25),
    minima=(),
    source="recovered from Alec Radford's animation of 2014 (a fit gives 5.0 and 1.05)",
)
