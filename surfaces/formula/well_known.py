"""Well-known functions whose part of the plane is a convention that no search can find.

Most have ever lower minima further out; the literature looks at them in a square of its own.

Sources: M. Jamil and X.-S. Yang, A literature survey of benchmark functions for global optimisation
problems, International Journal of Mathematical Modelling and Numerical Optimisation 4(2), 2013; for
Michalewicz's and Holder's table S. Surjanovic and D. Bingham, Virtual Library of Simulation
Experiments, Simon Fraser University.
"""

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

import numpy as np

from surfaces.minima import Limits, Loss
from surfaces.surface import Array

WITHIN = 1e-5  # share by which constants that are written with few digits may change a loss
X = np.array([0.31, -1.27, 2.83, 1.61, -0.73, 0.97])  # where two formulas are compared
Y = np.array([0.47, 0.89, -1.93, 2.39, -1.13, 1.49])


class WellKnown(NamedTuple):
    """A function and where it is looked at."""

    formula: str
    xlim: Limits
    ylim: Limits


def square(formula: str, half: float) -> WellKnown:
    """A function that is looked at in a square around the origin."""
    return WellKnown(formula, (-half, half), (-half, half))


SHUBERT = "(cos(2*{0}+1) + 2*cos(3*{0}+2) + 3*cos(4*{0}+3) + 4*cos(5*{0}+4) + 5*cos(6*{0}+5))"
EXPONENTIAL = "exp(abs(1 - sqrt(x^2 + y^2)/pi))"

WELL_KNOWN = {
    "Adjiman": WellKnown("cos(x)*sin(y) - x/(y^2 + 1)", (-1, 2), (-1, 1)),
    "Branin": WellKnown(
        "(y - 5.1*x^2/(4*pi^2) + 5*x/pi - 6)^2 + 10*(1 - 1/(8*pi))*cos(x) + 10", (-5, 10), (0, 15)
    ),
    "Bukin N.6": WellKnown("100*sqrt(abs(y - 0.01*x^2)) + 0.01*abs(x + 10)", (-15, -5), (-3, 3)),
    "Carrom table": square(f"-(cos(x)*cos(y)*{EXPONENTIAL})^2/30", 10),
    "Eggholder": square(
        "-(y + 47)*sin(sqrt(abs(x/2 + y + 47))) - x*sin(sqrt(abs(x - y - 47)))", 512
    ),
    "Holder table": square(f"-abs(sin(x)*cos(y)*{EXPONENTIAL})", 10),
    "McCormick": WellKnown("sin(x + y) + (x - y)^2 - 1.5*x + 2.5*y + 1", (-1.5, 4), (-3, 4)),
    "Michalewicz": WellKnown(
        "-sin(x)*sin(x^2/pi)^20 - sin(y)*sin(2*y^2/pi)^20", (0, np.pi), (0, np.pi)
    ),
    "Rana": square(
        "x*cos(sqrt(abs(x + y + 1)))*sin(sqrt(abs(y - x + 1))) "
        "+ (1 + y)*sin(sqrt(abs(x + y + 1)))*cos(sqrt(abs(y - x + 1)))",
        500,
    ),
    "Schwefel 2.26": square("-x*sin(sqrt(abs(x))) - y*sin(sqrt(abs(y)))", 500),
    "Shubert": square(f"{SHUBERT.format('x')}*{SHUBERT.format('y')}", 10),
}


def usual_view(loss: Loss, read: Callable[[str], Loss]) -> tuple[Limits, Limits] | None:
    """Where a loss is looked at by convention, if it is a well-known one.

    A constant added to it and a positive factor do not matter.

    Args:
        loss: any.
        read: what makes a loss of a formula.
    """
    typed = shape_of(loss)
    for name, known in WELL_KNOWN.items():
        if np.abs(typed - known_shape(name, read)).max() < WITHIN:
            return known.xlim, known.ylim
    return None


def shape_of(loss: Loss) -> Array:
    """(n,) the losses at the points of comparison, from 0 for the lowest to 1 for the highest."""
    with np.errstate(all="ignore"):
        values = np.asarray(loss(X, Y), dtype=float)
        return np.asarray((values - values.min()) / np.ptp(values))


@cache
def known_shape(name: str, read: Callable[[str], Loss]) -> Array:
    """The same of a well-known function."""
    return shape_of(read(WELL_KNOWN[name].formula))
