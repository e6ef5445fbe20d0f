"""Formulas as LaTeX."""

import pytest

from surfaces.formula import latex, latex_equation
from tests.support.formulas import ROSENBROCK

TYPESET = [
    (ROSENBROCK, r"\left(1 - x\right)^{2} + 100 \left(y - x^{2}\right)^{2}"),
    ("(1 - x)**2/2", r"\frac{\left(1 - x\right)^{2}}{2}"),
    ("-x**2", r"-x^{2}"),
    ("(-x)**2", r"\left(-x\right)^{2}"),
    ("x - (y - 1)", r"x - \left(y - 1\right)"),
    ("x - y - 1", r"x - y - 1"),
    ("x - -y", r"x - \left(-y\right)"),
    ("x*(y + 1)", r"x \left(y + 1\right)"),
    ("x*y*2", r"x y \cdot 2"),
    ("2*3*x", r"2 \cdot 3 x"),
    ("2*(x/3)", r"2 \cdot \frac{x}{3}"),
    ("-2*x", r"-2 x"),
    ("x + -2*y", r"x + \left(-2 y\right)"),
    ("-(x + y)", r"-\left(x + y\right)"),
    ("x/(y/2)", r"\frac{x}{\frac{y}{2}}"),
    ("(x/y)**2", r"\left(\frac{x}{y}\right)^{2}"),
    ("x^y^2", r"x^{y^{2}}"),
    ("(x^y)^2", r"\left(x^{y}\right)^{2}"),
    ("sin(x)**2", r"\sin^{2}\left(x\right)"),
    ("cos(sin(x)^3)^2", r"\cos^{2}\left(\sin^{3}\left(x\right)\right)"),
    ("sin(x)^-1", r"\left(\sin\left(x\right)\right)^{-1}"),
    ("sin(x)^0.5", r"\left(\sin\left(x\right)\right)^{0.5}"),
    ("log(x)^2", r"\left(\ln\left(x\right)\right)^{2}"),
    ("(sin(x)^2)^2", r"\left(\sin^{2}\left(x\right)\right)^{2}"),
    ("exp(-x/2)", r"e^{\frac{-x}{2}}"),
    ("exp(x)**2", r"\left(e^{x}\right)^{2}"),
    ("sqrt(x + 1)*abs(y)", r"\sqrt{x + 1} \left|y\right|"),
    ("cos(2*pi*x)", r"\cos\left(2 \pi x\right)"),
    ("min(x, 1/y)", r"\min\left(x, \frac{1}{y}\right)"),
    ("1e-7*x", r"10^{-7} x"),
    ("2.5e-7*x", r"2.5 \cdot 10^{-7} x"),
    ("100*x", r"100 x"),
    ("x**1e-7", r"x^{10^{-7}}"),
]


@pytest.mark.parametrize(("formula", "expected"), TYPESET, ids=[each[0] for each in TYPESET])
def test_latex_has_the_brackets_it_needs(formula: str, expected: str) -> None:
    assert latex(formula) == expected


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("3xy^2", r"L(x, y) = 3 x y^{2}"),
        ("(w-1)^2 + b", r"L(w, b) = \left(w - 1\right)^{2} + b"),
        ("theta_1*\u03b8\u2082", r"L(\theta_{1}, \theta_{2}) = \theta_{1} \theta_{2}"),
        ("x[0] + x[1]", r"L(x_{0}, x_{1}) = x_{0} + x_{1}"),
        ("weight*bias", r"L(\mathrm{weight}, \mathrm{bias}) = \mathrm{weight} \cdot \mathrm{bias}"),
        ("w_in_2 + w_out", r"L(w_{in,2}, w_{out}) = w_{in,2} + w_{out}"),
        ("|x| + cbrt(y)", r"L(x, y) = \left|x\right| + \sqrt[3]{y}"),
        (
            "where(x >= 0, x, 0)",
            r"L(x, y) = \begin{cases} x & \text{if } x \ge 0 \\ 0 & \text{otherwise} \end{cases}",
        ),
    ],
)
def test_parameters_stand_in_front_under_their_names(formula: str, expected: str) -> None:
    assert latex_equation(formula) == expected
