"""The six-hump camel function: six minima in three pairs of different depth.

The loss is the same at (x, y) and (-x, -y).
"""

from surfaces.surface import Array, Surface


def loss(x: Array, y: Array) -> Array:
    """(4 - 2.1 x^2 + x^4 / 3) x^2 + x y + (4 y^2 - 4) y^2."""
    x2, y2 = x * x, y * y
    return (4 - 2.1 * x2 + x2 * x2 / 3) * x2 + x * y + (4 * y2 - 4) * y2


def gradient(x: Array, y: Array) -> tuple[Array, Array]:
    """The same, differentiated by hand."""
    x2 = x * x
    return x * (8 - 8.4 * x2 + 2 * x2 * x2) + y, x + y * (16 * y * y - 8)


SIX_HUMP_CAMEL = Surface(
    name="Six-hump camel function",
    loss=loss,
    gradient=gradient,
    xlim=(-2.2, 2.2),
    ylim=(-1.3, 1.3),
    start=(-1.2, 0.05),
    minima=(
        (0.0898420131, -0.712656403021),
        (-0.0898420131, 0.712656403021),
        (1.70360671497, -0.796083568673),
        (-1.70360671497, 0.796083568673),
        (1.60710475292, 0.568651454884),
        (-1.60710475292, -0.568651454884),
    ),
    source=(
        "L. C. W. Dixon and G. P. Szego, The global optimization problem: an introduction, in "
        "Towards Global Optimisation 2, North-Holland, 1978; its lowest minima are -1.0316 at "
        "(0.0898, -0.7126) and (-0.0898, 0.7126)"
    ),
)
