"""Beale's function: steep walls around a narrow, curved valley."""

from surfaces.surface import Array, Surface


def loss(x: Array, y: Array) -> Array:
    """(1.5 - x + x y)^2 + (2.25 - x + x y^2)^2 + (2.625 - x + x y^3)^2."""
    a, b, c = residuals(x, y)
    return a * a + b * b + c * c


def slope(x: Array, y: Array) -> tuple[Array, Array]:
    """The same, differentiated by hand."""
    a, b, c = residuals(x, y)
    y2 = y * y
    return (
        2 * (a * (y - 1) + b * (y2 - 1) + c * (y2 * y - 1)),
        2 * x * (a + b * (2 * y) + c * (3 * y2)),
    )


def residuals(x: Array, y: Array) -> tuple[Array, Array, Array]:
    """The three terms before they are squared. Products round alike everywhere; powers do not."""
    y2 = y * y
    return 1.5 + x * (y - 1), 2.25 + x * (y2 - 1), 2.625 + x * (y2 * y - 1)


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
