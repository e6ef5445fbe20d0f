"""The search against the literature: the minima of well-known functions, found from their formulas.

Sources: JY: M. Jamil and X.-S. Yang, A literature survey of benchmark functions for global
optimisation problems, International Journal of Mathematical Modelling and Numerical Optimisation
4(2), 2013. SB: S. Surjanovic and D. Bingham, Virtual Library of Simulation Experiments, Simon
Fraser University. Each lists the domain, the lowest minima and their loss.
"""

from typing import NamedTuple

import numpy as np
import pytest

from surfaces.described import lowest_minima
from surfaces.formula import formula_surface
from surfaces.minima import Limits

PI = float(np.pi)


class Known(NamedTuple):
    """A function, where it is looked at, its lowest minima, their loss, and how many it has.

    `number` is None where there are too many to list: then the lowest must be among what is.
    """

    formula: str
    limits: tuple[Limits, Limits]
    lowest: tuple[tuple[float, float], ...]
    loss: float
    number: int | None


def square(half: float) -> tuple[Limits, Limits]:
    return (-half, half), (-half, half)


SHUBERT = "(cos(2*{0}+1) + 2*cos(3*{0}+2) + 3*cos(4*{0}+3) + 4*cos(5*{0}+4) + 5*cos(6*{0}+5))"
HOLDER = tuple((a * 8.05502, b * 9.66459) for a in (1, -1) for b in (1, -1))
TRAY = tuple((a * 1.34941, b * 1.34941) for a in (1, -1) for b in (1, -1))

KNOWN = {
    "Ackley (SB)": Known(
        "-20*exp(-0.2*sqrt(0.5*(x^2 + y^2))) - exp(0.5*(cos(2*pi*x) + cos(2*pi*y))) + e + 20",
        square(4.5),
        ((0, 0),),
        0,
        81,
    ),
    "Beale (JY)": Known(
        "(1.5 - x + x*y)^2 + (2.25 - x + x*y^2)^2 + (2.625 - x + x*y^3)^2",
        square(4.5),
        ((3, 0.5),),
        0,
        1,
    ),
    "Bird (JY)": Known(
        "sin(x)*exp((1 - cos(y))^2) + cos(y)*exp((1 - sin(x))^2) + (x - y)^2",
        square(2 * PI),
        ((4.70104, 3.15294), (-1.58214, -3.13024)),
        -106.764537,
        6,
    ),
    "Bohachevsky 1 (SB)": Known(
        "x^2 + 2*y^2 - 0.3*cos(3*pi*x) - 0.4*cos(4*pi*y) + 0.7", square(1), ((0, 0),), 0, 15
    ),
    "Booth (JY)": Known("(x + 2*y - 7)^2 + (2*x + y - 5)^2", square(10), ((1, 3),), 0, 1),
    "Branin (SB)": Known(
        "(y - 5.1/(4*pi^2)*x^2 + 5/pi*x - 6)^2 + 10*(1 - 1/(8*pi))*cos(x) + 10",
        ((-5, 10), (0, 15)),
        ((-PI, 12.275), (PI, 2.275), (9.42478, 2.475)),
        0.397887,
        3,
    ),
    "Bukin N.6 (SB)": Known(
        "100*sqrt(abs(y - 0.01*x^2)) + 0.01*abs(x + 10)", ((-15, -5), (-3, 3)), ((-10, 1),), 0, 1
    ),
    "Cross-in-tray (SB)": Known(
        "-0.0001*(abs(sin(x)*sin(y)*exp(abs(100 - sqrt(x^2 + y^2)/pi))) + 1)^0.1",
        square(10),
        TRAY,
        -2.06261,
        36,
    ),
    "Deckkers-Aarts (JY)": Known(
        "1e5*x^2 + y^2 - (x^2 + y^2)^2 + 1e-5*(x^2 + y^2)^4",
        square(20),
        ((0, 14.9451), (0, -14.9451)),
        -24776.518,
        3,
    ),
    "Dixon-Price (SB)": Known(
        "(x - 1)^2 + 2*(2*y^2 - x)^2", square(10), ((1, 0.5**0.5), (1, -(0.5**0.5))), 0, 2
    ),
    "Easom (SB)": Known(
        "-cos(x)*cos(y)*exp(-((x - pi)^2 + (y - pi)^2))", square(100), ((PI, PI),), -1, None
    ),
    "Eggholder (SB), inside its square": Known(
        "-(y + 47)*sin(sqrt(abs(x/2 + y + 47))) - x*sin(sqrt(abs(x - (y + 47))))",
        square(512),
        ((482.3533, 432.879),),
        -956.918232,
        None,
    ),
    "Freudenstein-Roth (JY)": Known(
        "(-13 + x + ((5 - y)*y - 2)*y)^2 + (-29 + x + ((y + 1)*y - 14)*y)^2",
        square(10),
        ((5, 4),),
        0,
        1,
    ),
    "Goldstein-Price (SB)": Known(
        "(1 + (x + y + 1)^2*(19 - 14*x + 3*x^2 - 14*y + 6*x*y + 3*y^2))"
        "*(30 + (2*x - 3*y)^2*(18 - 32*x + 12*x^2 + 48*y - 36*x*y + 27*y^2))",
        square(2),
        ((0, -1),),
        3,
        4,
    ),
    "Griewank (SB)": Known(
        "1 + (x^2 + y^2)/4000 - cos(x)*cos(y/sqrt(2))", square(600), ((0, 0),), 0, None
    ),
    "Himmelblau (JY)": Known(
        "(x^2 + y - 11)^2 + (x + y^2 - 7)^2",
        square(5),
        ((3, 2), (-2.805118, 3.131312), (-3.77931, -3.283186), (3.584428, -1.848126)),
        0,
        4,
    ),
    "Holder table (SB)": Known(
        "-abs(sin(x)*cos(y)*exp(abs(1 - sqrt(x^2 + y^2)/pi)))", square(10), HOLDER, -19.2085, 42
    ),
    "Levy N.13 (SB)": Known(
        "sin(3*pi*x)^2 + (x - 1)^2*(1 + sin(3*pi*y)^2) + (y - 1)^2*(1 + sin(2*pi*y)^2)",
        square(10),
        ((1, 1),),
        0,
        None,
    ),
    "Matyas (JY)": Known("0.26*(x^2 + y^2) - 0.48*x*y", square(10), ((0, 0),), 0, 1),
    "McCormick (SB)": Known(
        "sin(x + y) + (x - y)^2 - 1.5*x + 2.5*y + 1",
        ((-1.5, 4), (-3, 4)),
        ((-0.54719, -1.54719),),
        -1.913223,
        2,
    ),
    "Michalewicz (SB)": Known(
        "-sin(x)*sin(x^2/pi)^20 - sin(y)*sin(2*y^2/pi)^20",
        ((0, PI), (0, PI)),
        ((2.2029, 1.5708),),
        -1.8013,
        2,
    ),
    "Rastrigin (SB)": Known(
        "20 + x^2 - 10*cos(2*pi*x) + y^2 - 10*cos(2*pi*y)", square(5.12), ((0, 0),), 0, 121
    ),
    "Rosenbrock (JY)": Known("(1 - x)^2 + 100*(y - x^2)^2", square(2.048), ((1, 1),), 0, 1),
    "Schaffer N.4 (JY), near the middle": Known(
        "0.5 + (cos(sin(abs(x^2 - y^2)))^2 - 0.5)/(1 + 0.001*(x^2 + y^2))^2",
        square(1.6),
        ((0, 1.253132), (0, -1.253132), (1.253132, 0), (-1.253132, 0)),
        0.292579,
        4,
    ),
    "Schwefel 2.26 (SB)": Known(
        "837.9657745 - x*sin(sqrt(abs(x))) - y*sin(sqrt(abs(y)))",
        square(500),
        ((420.9687, 420.9687),),
        0,
        49,
    ),
    "Shubert (SB)": Known(
        f"{SHUBERT.format('x')}*{SHUBERT.format('y')}",
        square(10),
        ((-7.0835, 4.858), (4.858, -7.0835), (-1.4251, -0.8003)),
        -186.7309,
        None,
    ),
    "Six-hump camel (SB)": Known(
        "(4 - 2.1*x^2 + x^4/3)*x^2 + x*y + (-4 + 4*y^2)*y^2",
        ((-3, 3), (-2, 2)),
        ((0.0898, -0.7126), (-0.0898, 0.7126)),
        -1.031628,
        6,
    ),
    "Sphere (SB)": Known("x^2 + y^2", square(5.12), ((0, 0),), 0, 1),
    "Styblinski-Tang (SB)": Known(
        "((x^4 - 16*x^2 + 5*x) + (y^4 - 16*y^2 + 5*y))/2",
        square(5),
        ((-2.903534, -2.903534),),
        -78.33233,
        4,
    ),
    "Three-hump camel (SB)": Known(
        "2*x^2 - 1.05*x^4 + x^6/6 + x*y + y^2", square(5), ((0, 0),), 0, 3
    ),
    "Trid (SB)": Known("(x - 1)^2 + (y - 1)^2 - x*y", square(4), ((2, 2),), -2, 1),
    "Zakharov (SB)": Known(
        "x^2 + y^2 + (0.5*x + y)^2 + (0.5*x + y)^4", square(10), ((0, 0),), 0, 1
    ),
}


@pytest.mark.parametrize("name", KNOWN)
def test_the_published_minima_are_found_as_the_lowest(name: str) -> None:
    known = KNOWN[name]
    surface = formula_surface(known.formula, *known.limits)
    found = np.array(surface.minima)
    lowest = lowest_minima(surface)
    size = np.ptp(known.limits[0])
    for place in known.lowest:
        away = np.abs(found[:lowest] - place).max(axis=-1).min()
        assert away < 2e-5 * size
    assert float(surface.loss(*found[0])) == pytest.approx(known.loss, rel=1e-5, abs=2e-5)
    if known.number is None:
        return
    assert (len(found), surface.unlisted, surface.floors) == (known.number, 0, ())
    if known.number < 100:  # of as many, some published lowest ones are equal ones
        assert lowest == len(known.lowest)
