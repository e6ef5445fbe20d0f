"""A quadratic whose curvatures differ: the condition number is how many times.

Gradient descent must keep its learning rate below 2 / condition, or it bounces out of the steep
direction, and then needs about condition / 2 steps for each factor e in the flat one.
"""

import numpy as np

from surfaces.surface import Array, Surface

CONDITION = 100.0


def ill_conditioned(condition: float = CONDITION, angle: float = 0.0) -> Surface:
    """The quadratic (u^2 + condition v^2) / 2.

    u and v are x and y turned by the angle: u = x cos + y sin, v = y cos - x sin. Rules with a
    learning rate for each coordinate (Adam, ...) undo the condition only where the angle is 0.

    Args:
        condition: the larger curvature divided by the smaller, which is 1; at least 1.
        angle: of the flat direction to the x axis, in degrees.

    Raises:
        ValueError: the condition is not a finite number from 1 on, or the angle not finite.
    """
    if not (np.isfinite(condition) and condition >= 1):
        raise ValueError(f"condition = {condition!r}: give a finite number from 1 on")
    if not np.isfinite(angle):
        raise ValueError(f"angle = {angle!r}: give a finite number of degrees")
    cos, sin = np.cos(np.radians(angle)), np.sin(np.radians(angle))

    def loss(x: Array, y: Array) -> Array:
        u, v = x * cos + y * sin, y * cos - x * sin
        total: Array = (u * u + condition * (v * v)) / 2
        return total

    def slope(x: Array, y: Array) -> tuple[Array, Array]:
        u, v = x * cos + y * sin, y * cos - x * sin
        return u * cos - condition * v * sin, u * sin + condition * v * cos

    return Surface(
        name=f"Quadratic of condition {condition:g}" + (f" at {angle:g} degrees" if angle else ""),
        loss=loss,
        slope=slope,
        xlim=(-2.0, 2.0),
        ylim=(-1.5, 1.5),
        start=(-1.7, 1.0),
        minima=((0.0, 0.0),),
        source=(
            "the standard example, as in Y. Nesterov, Introductory Lectures on Convex "
            "Optimization, Kluwer, 2004; its minimum is 0 at (0, 0)"
        ),
    )


ILL_CONDITIONED = ill_conditioned()
