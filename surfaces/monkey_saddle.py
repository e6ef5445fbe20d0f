"""The monkey saddle: three valleys and three ridges meet, two for the legs and one for the tail.

At (0, 0) the gradient and all second derivatives are 0, so it is flatter than a common saddle.
"""

from surfaces.surface import Array, Surface


def loss(x: Array, y: Array) -> Array:
    """x^3 - 3 x y^2."""
    return x * x * x - 3 * x * (y * y)


def gradient(x: Array, y: Array) -> tuple[Array, Array]:
    """The same, differentiated by hand."""
    return 3 * (x * x - y * y), -6 * x * y


MONKEY_SADDLE = Surface(
    name="Monkey saddle",
    loss=loss,
    gradient=gradient,
    xlim=(-1.5, 1.5),
    ylim=(-1.5, 1.5),
    start=(1.2, 0.01),
    minima=(),
    source="D. Hilbert and S. Cohn-Vossen, Anschauliche Geometrie, Springer, Berlin, 1932",
)
