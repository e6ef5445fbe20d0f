"""A quadratic whose curvatures differ: the condition number is how many times.

Gradient descent must keep its learning rate below 2 / condition, or it bounces out of the steep
direction, and then needs about condition / 2 steps for each factor e in the flat one.
"""

from dataclasses import dataclass

import numpy as np

from surfaces.parameter import Parameter
from surfaces.surface import Array, Surface

CONDITION = 100.0
HIGHEST = 10_000.0
TITLE = "Quadratic of condition {}"


@dataclass(frozen=True)
class Quadratic:
    """The loss (u^2 + condition v^2) / 2.

    u and v are x and y turned by the angle: u = x cos + y sin, v = y cos - x sin. Rules with a
    learning rate for each coordinate (Adam, ...) undo the condition only where the angle is 0.

    Attributes:
        condition: the larger curvature divided by the smaller, which is 1.
        angle: of the flat direction to the x axis, in degrees.
    """

    condition: float
    angle: float = 0.0

    def __call__(self, x: Array, y: Array) -> Array:
        """The loss."""
        cos, sin = self.cos_sin()
        u, v = x * cos + y * sin, y * cos - x * sin
        total: Array = (u * u + self.condition * (v * v)) / 2
        return total

    def cos_sin(self) -> tuple[float, float]:
        """Of the angle."""
        angle = np.radians(self.angle)
        return float(np.cos(angle)), float(np.sin(angle))


@dataclass(frozen=True)
class QuadraticGradient:
    """The same, differentiated by hand."""

    loss: Quadratic

    def __call__(self, x: Array, y: Array) -> tuple[Array, Array]:
        """(dloss/dx, dloss/dy)."""
        cos, sin = self.loss.cos_sin()
        u, v = x * cos + y * sin, self.loss.condition * (y * cos - x * sin)
        return u * cos - v * sin, u * sin + v * cos


def quadratic(condition: float) -> tuple[Quadratic, QuadraticGradient]:
    """The loss of this condition number and its gradient."""
    loss = Quadratic(condition)
    return loss, QuadraticGradient(loss)


def ill_conditioned(condition: float = CONDITION) -> Surface:
    """The quadratic of this condition number.

    Raises:
        ValueError: the condition is not a number from 1 to 10,000.
    """
    parameter = Parameter("condition", condition, 1.0, HIGHEST, ill_conditioned, quadratic, TITLE)
    loss, gradient = quadratic(condition)
    return Surface(
        name=TITLE.format(f"{condition:,g}"),
        loss=loss,
        gradient=gradient,
        xlim=(-2.0, 2.0),
        ylim=(-1.5, 1.5),
        start=(-1.7, 1.0),
        minima=((0.0, 0.0),),
        source=(
            "the standard example, as in Y. Nesterov, Introductory Lectures on Convex "
            "Optimization, Kluwer, 2004; its minimum is 0 at (0, 0)"
        ),
        parameter=parameter,
    )


ILL_CONDITIONED = ill_conditioned()
