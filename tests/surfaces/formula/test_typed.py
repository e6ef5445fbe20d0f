"""Formulas as people type and paste them, each beside the Python that it means."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from surfaces.formula import formula_surface, loss_and_gradient
from surfaces.formula.reading import read
from tests.support.formulas import X, Y, refusal

Expected = Callable[[Any, Any], Any]


def sigmoid(x: Any) -> Any:
    return 1 / (1 + np.exp(-x))


# The first axis is a, the second b.
PRODUCTS: list[tuple[str, Expected]] = [
    ("2x", lambda a, b: 2 * a),
    ("3xy", lambda a, b: 3 * a * b),
    ("3xy^2", lambda a, b: 3 * a * b**2),
    ("xy", lambda a, b: a * b),
    ("xxy", lambda a, b: a * a * b),
    ("2 x y", lambda a, b: 2 * a * b),
    ("2sin(x)", lambda a, b: 2 * np.sin(a)),
    ("x sin(y)", lambda a, b: a * np.sin(b)),
    ("sin(x)cos(y)", lambda a, b: np.sin(a) * np.cos(b)),
    ("x(y-1)", lambda a, b: a * (b - 1)),
    ("x (y)", lambda a, b: a * b),
    ("(x-1)(y+2)", lambda a, b: (a - 1) * (b + 2)),
    ("2(x+1)^2(y-1)", lambda a, b: 2 * (a + 1) ** 2 * (b - 1)),
    ("2pi x", lambda a, b: 2 * np.pi * a),
    ("2πx", lambda a, b: 2 * np.pi * a),
    ("pi(x+1)", lambda a, b: np.pi * (a + 1)),
    ("x^2y", lambda a, b: a**2 * b),
    ("x^2 y", lambda a, b: a**2 * b),
    ("x^{2}y", lambda a, b: a**2 * b),
    ("-2x", lambda a, b: -2 * a),
    ("x - 2y", lambda a, b: a - 2 * b),
    ("2x/3", lambda a, b: 2 * a / 3),
    ("1/(2x)", lambda a, b: 1 / (2 * a)),
    ("1/2*x", lambda a, b: a / 2),
    ("1/x^2*y", lambda a, b: 1 / a**2 * b),
    ("2e^x", lambda a, b: 2 * np.exp(a)),
    ("e^x y", lambda a, b: np.exp(a) * b),
    ("2|x|", lambda a, b: 2 * a),
    ("x1x2", lambda a, b: a * b),
    ("w b", lambda a, b: a * b),
    ("αβ", lambda a, b: a * b),
    ("mu(nu-1)", lambda a, b: a * (b - 1)),
    ("-x^2", lambda a, b: -(a**2)),
    ("2^-x^2", lambda a, b: 2 ** -(a**2)),
    ("x^y^2", lambda a, b: a ** (b**2)),
    ("[x - 1]^2 + {y}", lambda a, b: (a - 1) ** 2 + b),
]
SIGNS: list[tuple[str, Expected]] = [
    ("x·y ⋅ x × y ∗ x", lambda a, b: a * b * a * b * a),
    ("x − 1 – y — 2", lambda a, b: a - 1 - b - 2),
    ("x ÷ 2 + x∕y", lambda a, b: a / 2 + a / b),
    ("x² + y³ − x⁴", lambda a, b: a**2 + b**3 - a**4),
    ("(x+1)²y", lambda a, b: (a + 1) ** 2 * b),
    ("x⁻¹ + y¹²", lambda a, b: 1 / a + b**12),
    ("2^x²", lambda a, b: 2 ** (a**2)),
    ("√x + √(xy) + √2", lambda a, b: np.sqrt(a) + np.sqrt(a * b) + np.sqrt(2)),
    ("∛(x - 1) + ∜y", lambda a, b: np.cbrt(a - 1) + b**0.25),
    ("½x² + ¾y", lambda a, b: a**2 / 2 + 0.75 * b),
    ("|x - 1| + |y|", lambda a, b: 1 - a + b),
    ("||x| - 1|", lambda a, b: 1 - a),
    ("|x||y|", lambda a, b: a * b),
    ("|x|^2|y|", lambda a, b: a**2 * b),
    ("x\u00a0+\u2009y", lambda a, b: a + b),
    ("1e-3x + .5y + 2.", lambda a, b: 1e-3 * a + 0.5 * b + 2),
]
FUNCTIONS: list[tuple[str, Expected]] = [
    ("sin x", lambda a, b: np.sin(a)),
    ("sin x + cos y", lambda a, b: np.sin(a) + np.cos(b)),
    ("sin x cos y", lambda a, b: np.sin(a) * np.cos(b)),
    ("sin x / cos y", lambda a, b: np.sin(a) / np.cos(b)),
    ("sin 2x", lambda a, b: np.sin(2 * a)),
    ("sin 2 pi x", lambda a, b: np.sin(2 * np.pi * a)),
    ("sin x^2", lambda a, b: np.sin(a**2)),
    ("exp -x^2", lambda a, b: np.exp(-(a**2))),
    ("exp x", lambda a, b: np.exp(a)),
    ("sin^2(x)", lambda a, b: np.sin(a) ** 2),
    ("sin² x + cos^{2} y", lambda a, b: np.sin(a) ** 2 + np.cos(b) ** 2),
    ("sin(x)^2", lambda a, b: np.sin(a) ** 2),
    ("Sin(x) + EXP(y)", lambda a, b: np.sin(a) + np.exp(b)),
    ("ln x", lambda a, b: np.log(a)),
    ("log(x)", lambda a, b: np.log(a)),
    ("log10(x) + log2(y)", lambda a, b: np.log10(a) + np.log2(b)),
    ("log_2(x) + log_{10} y", lambda a, b: np.log2(a) + np.log10(b)),
    ("log(x, 2) + log(y, 3)", lambda a, b: np.log2(a) + np.log(b) / np.log(3)),
    ("arctan(x) + atan(y) + atan2(y, x)", lambda a, b: np.arctan(a) + np.arctan(b)
     + np.arctan2(b, a)),
    ("sign(x - y) + sgn(x)", lambda a, b: np.sign(a - b) + 1),
    ("hypot(x, y)", np.hypot),
    ("pow(x, 3) + power(x, y)", lambda a, b: a**3 + a**b),
    ("square(x) + cbrt(y)", lambda a, b: a**2 + np.cbrt(b)),
    ("relu(x - y)", lambda a, b: np.maximum(a - b, 0)),
    ("softplus(x)", lambda a, b: np.log(1 + np.exp(a))),
    ("sigmoid(x) + logistic(y) + expit(x)", lambda a, b: 2 * sigmoid(a) + sigmoid(b)),
    ("step(x - y) + heaviside(x, 1)", lambda a, b: (a > b) + 1.0),
    ("max(x, y, 1/2)", lambda a, b: np.maximum(np.maximum(a, b), 0.5)),
    ("min(x, y, 1/2, x y)", lambda a, b: np.minimum(np.minimum(a, b), np.minimum(0.5, a * b))),
    ("where(x > y, x^2, -y)", lambda a, b: np.where(a > b, a**2, -b)),
    ("where(x ≤ y, 1, where(x >= 2y, 2, 3))",
     lambda a, b: np.where(a <= b, 1, np.where(a >= 2 * b, 2, 3))),
    ("asinh(x) + acosh(2 + y) + atanh(x/2)",
     lambda a, b: np.arcsinh(a) + np.arccosh(2 + b) + np.arctanh(a / 2)),
    ("cot(x) + sec(x) + csc(y)", lambda a, b: 1 / np.tan(a) + 1 / np.cos(a) + 1 / np.sin(b)),
    ("fabs(x) + absolute(y)", lambda a, b: a + b),
]  # fmt: skip
CODE: list[tuple[str, Expected]] = [
    ("np.sin(x) + numpy.exp(y)", lambda a, b: np.sin(a) + np.exp(b)),
    ("math.exp(x) * math.pi", lambda a, b: np.exp(a) * np.pi),
    ("torch.exp(x) + torch.sigmoid(y)", lambda a, b: np.exp(a) + sigmoid(b)),
    ("jnp.where(x > 0, x, 0)", lambda a, b: a),
    ("jax.numpy.square(x)", lambda a, b: a**2),
    ("Math.pow(x, 2) + Math.PI", lambda a, b: a**2 + np.pi),
    ("torch.nn.functional.softplus(x)", lambda a, b: np.log1p(np.exp(a))),
    ("np.maximum(x, y)", np.maximum),
    ("x[0]**2 + 3*x[1]", lambda a, b: a**2 + 3 * b),
    ("lambda x, y: x**2 + y", lambda a, b: a**2 + b),
    ("lambda p: p[0] - p[1]", lambda a, b: a - b),
    ("(x, y) => x*x - y", lambda a, b: a * a - b),
    ("(x, y) -> x - y", lambda a, b: a - b),
    ("x**2 + y**2;", lambda a, b: a**2 + b**2),
    ("`x + 2*y`", lambda a, b: a + 2 * b),
]
PAPERS: list[tuple[str, Expected]] = [
    ("f(x,y) = x^2 + y", lambda a, b: a**2 + b),
    ("f(y, x) = x - 2y", lambda a, b: b - 2 * a),
    ("z = x^2 - y,", lambda a, b: a**2 - b),
    ("L(w, b) = (w-1)^2 + b.", lambda a, b: (a - 1) ** 2 + b),
    ("f(lr, mu) = lr^2 + mu", lambda a, b: a**2 + b),
    (r"\frac{1}{2}x^2", lambda a, b: a**2 / 2),
    (r"\frac12 x^2 + \dfrac{x}{y+1}", lambda a, b: a**2 / 2 + a / (b + 1)),
    (r"\frac{1}{2}\left(x - y\right)^{2}", lambda a, b: (a - b) ** 2 / 2),
    (r"x \cdot y + x \times y", lambda a, b: 2 * a * b),
    (r"\sin x + \cos\left(y\right)", lambda a, b: np.sin(a) + np.cos(b)),
    (r"\sin^2 x + \ln{y}", lambda a, b: np.sin(a) ** 2 + np.log(b)),
    (r"\sqrt{x} + \sqrt[3]{y} + \sqrt 2", lambda a, b: np.sqrt(a) + np.cbrt(b) + np.sqrt(2)),
    (r"e^{-x} + \exp(-x y)", lambda a, b: np.exp(-a) + np.exp(-a * b)),
    (r"\left|x\right| + \lvert y - 1 \rvert", lambda a, b: a + 1 - b),
    (r"\left(x\right) + |y|", lambda a, b: a + b),
    (r"\left|x\left|y\right|\right|", lambda a, b: a * b),
    (r"$2\pi x$", lambda a, b: 2 * np.pi * a),
    (r"$$x^{2}\,y\quad$$", lambda a, b: a**2 * b),
    (r"\(x + y\).", lambda a, b: a + b),
    (r"|x| + y.\quad", lambda a, b: a + b),
    (r"x + y \,,\;", lambda a, b: a + b),
    (r"\operatorname{sign}(x - y)", lambda a, b: np.sign(a - b)),
    (r"\mathrm{sigmoid}(x)", lambda a, b: sigmoid(a)),
    (r"\max\{0, x - y\}", lambda a, b: np.maximum(0, a - b)),
    (r"\log_{10} x + \log_2 y", lambda a, b: np.log10(a) + np.log2(b)),
    (r"\mathcal{L}(w, b) = w^2 + b^2", lambda a, b: a**2 + b**2),
    (r"J(\theta) = \theta_1^2 + \theta_2", lambda a, b: a**2 + b),
    (r"\bigl(1-x_1\bigr)^2 + 100\bigl(x_2-x_1^2\bigr)^2",
     lambda a, b: (1 - a) ** 2 + 100 * (b - a**2) ** 2),
]  # fmt: skip

ALL = [*PRODUCTS, *SIGNS, *FUNCTIONS, *CODE, *PAPERS]


@pytest.mark.parametrize(("typed", "expected"), ALL, ids=[each[0] for each in ALL])
def test_what_is_typed_has_the_value_that_is_meant(typed: str, expected: Expected) -> None:
    loss, _ = loss_and_gradient(typed)
    np.testing.assert_allclose(loss(X, Y), expected(X, Y) + 0 * X, rtol=1e-13, atol=1e-14)


AXES = [
    ("3", ("x", "y")),
    ("y", ("x", "y")),
    ("y^2 + x", ("x", "y")),
    ("X + Y", ("X", "Y")),
    ("Y", ("X", "Y")),
    ("z + x", ("x", "z")),
    ("(w - 1)^2 + b^2", ("w", "b")),
    ("b^2 + w", ("b", "w")),
    ("L(w, b) = b^2 + w", ("w", "b")),
    ("f(w, b) = w^2", ("w", "b")),
    ("x2^2 + x1", ("x1", "x2")),
    ("x1^2", ("x1", "x2")),
    ("x_2^2", ("x_1", "x_2")),
    ("w0", ("w0", "w1")),
    ("x₂", ("x₁", "x₂")),
    (r"\theta_1^2", ("θ₁", "θ₂")),
    ("x₁ + x_2", ("x₁", "x_2")),
    ("x_{1} + x_{2}", ("x_1", "x_2")),
    ("x[1]", ("x[0]", "x[1]")),
    ("theta2*theta1", ("theta1", "theta2")),
    ("theta_1 + θ_1 + θ₂", ("theta_1", "θ₂")),
    (r"\theta_1 + \theta_{2}", ("θ₁", "θ₂")),
    ("β + α", ("β", "α")),
    ("alpha*beta", ("alpha", "beta")),
    ("weight + bias", ("weight", "bias")),
    ("w_in*w_out", ("w_in", "w_out")),
]


@pytest.mark.parametrize(("typed", "axes"), AXES, ids=[each[0] for each in AXES])
def test_any_two_names_become_the_axes_in_an_order_of_their_own(
    typed: str, axes: tuple[str, str]
) -> None:
    assert read(typed).axes == axes
    assert formula_surface(typed, (-1, 1), (-1, 1)).axes == axes


def test_the_axes_are_those_of_the_points() -> None:
    """The first number of a point is w, whatever comes first in the alphabet."""
    surface = formula_surface("(w - 3)^2 + (b + 2)^2")
    np.testing.assert_allclose(surface.minima, [(3, -2)], atol=1e-7)
    np.testing.assert_allclose(surface.step_gradient(np.array([3.0, 0.0])), [0, 4])


def test_one_name_may_be_written_in_several_ways() -> None:
    loss, _ = loss_and_gradient(r"theta1 + θ_1 + \theta_{1} + θ₁ + y")
    np.testing.assert_allclose(loss(X, Y), 4 * X + Y)


# What is refused, the column, and what the sentence offers.

REFUSED = [
    # read in two ways
    ("1/2x", 4, "what is divided can be read in two ways before `x`"),
    ("1/2 x", 5, "write 1/(2*x) or (1/2)*x"),
    ("1/2(x+y)", 4, "write 1/(2*(...)) or (1/2)*(...)"),
    ("x/2y", 4, "in two ways"),
    ("1/xy", 4, "write 1/(x*y) or (1/x)*y"),
    ("3 + (x+1)(y+2)/2x", 17, "write a/(2*x) or (a/2)*x"),
    ("-x/2sin(y)", 5, "write -x/(2*sin(...)) or (-x/2)*sin(...)"),
    ("e^2x", 4, "write e^(2*x) or (e^2)*x"),
    ("2^xy", 4, "write 2^(x*y) or (2^x)*y"),
    ("x^yx", 4, "in two ways"),
    ("sin x y", 1, "put it in brackets, sin(...)"),
    ("sin xy", 1, "put it in brackets"),
    ("sin x/2", 1, "put it in brackets"),
    ("sin x*y", 1, "put it in brackets"),
    ("sin 2 cos y", 1, "put it in brackets"),
    ("sqrt x^2", 1, "put it in brackets"),
    ("√2x", 1, "write sqrt(...)"),
    ("√x^2", 1, "write sqrt(...)"),
    ("sin^-1(x)", 1, "the inverse function by its name"),
    ("sin^2(x)^2", 9, "in two ways"),
    ("|x|y|x|", 5, "write abs(...)"),
    ("x(1)^2 + x(2)^2", 1, "write x_1 or x*1"),
    ("x2 + y2", 1, "write x^2 or x_2"),
    ("x2", 1, "write x^2 or x_2"),
    ("(1-x)^2 + 100(y-x2)^2", 17, "write x^2 or x_2"),
    ("3x2 - x", 2, "write x^2 or x_2"),
    ("x 2", 3, "write * for a product or ^ for a power"),
    ("(x)2", 4, "write * for a product or ^ for a power"),
    ("2 3x", 3, "write * for a product or ^ for a power"),
    (r"\frac.5x", 6, "write it in braces"),
    ("2½", 2, "write * for a product"),
    ("2e", 1, "write 2*e or 2e-3"),
    ("1e-x", 1, "an unfinished number"),
    ("e5 + x", 1, "write e^5"),
    ("ab + x", 1, "write a*b for the product"),
    ("xyz + y", 1, "write x*y*z for the product"),
    ("x + X", 5, "may be one name or two"),
    ("xe", 1, "write x*e"),
    ("pix", 1, "write pi*x"),
    ("sinx", 1, "write sin(x)"),
    ("sin2x", 1, "put brackets or * between its parts"),
    ("x2y", 1, "put brackets or * between its parts"),
    ("log2x", 1, "put brackets or * between its parts"),
    ("1,5x", 2, "decimals are written with a point"),
    ("max(1,5,x)", 6, "can be a decimal comma"),
    ("lg(x)", 1, "can be log10 or log2"),
    ("sqr(x)", 1, "write x^2 or sqrt(x)"),
    (r"\pi + x^23", 9, "write ^{23} or ^2 3"),
    ("np.max(x, y)", 1, "write np.maximum"),
    ("f(x)", 1, "like a function, which is not known"),
    ("σ(x)", 1, "sigmoid(...)"),
    # other numbers of parameters
    ("x + y + z", 9, "is a third name beside `x` and `y`"),
    ("a*w + b", 7, "write f(a, w) = in front"),
    ("foo*x + y", 1, "write ; foo = 1 at the end"),
    ("f(x, y, z) = x", 9, "a loss here has two"),
    ("f(x, y) = x + z", 15, "is neither `x` nor `y`"),
    ("f(w) = w + x", 12, "the only parameter"),
    ("w^2", 1, "write f(w, b) = in front"),
    ("f(x, x) = x", 6, "declared twice"),
    # other things than a loss
    ("x = 1", 1, "gets a value"),
    ("y = x^2", 1, "write it alone"),
    ("x^2 + y^2 = 0", 11, "makes an equation"),
    ("x^2 + y^2 <= 1", 11, "where(x > 0, x, 0)"),
    ("(x > 0)*x", 4, "where(x > 0, x, 0)"),
    ("x == y", 3, "compares"),
    ("where(x, y, 1)", 1, "needs a comparison first"),
    ("x; y", 2, "write one alone"),
    ("x^T x", 3, "transposes a vector"),
    ("||x||", 1, "the norm of a vector"),
    (r"\mathbf{x}", 1, "name its two numbers"),
    (r"\int x", 1, "is an integral"),
    ("∫x", 1, "is an integral"),
    ("∑ x", 1, "write its terms"),
    ("x!", 2, "stands for a factorial"),
    ("x % 2", 3, "remainder or a percentage"),
    ("sin(30°)", 7, "angles are in radians"),
    ("2i + x", 2, "imaginary unit"),
    ("3j*x", 2, "imaginary unit"),
    ('"x + y"', 1, "quotation mark"),
    ("x' + y", 2, "quotation mark or a derivative"),
    ("😀 + x", 1, "(grinning face) is not part of a formula"),
    ("\uff58 + y", 1, "write x"),
    ("𝑥 + y", 1, "write x"),
    ("х + y", 1, "(cyrillic small letter ha)"),
    ("x\ny", 2, "U+000A at column 2 is a line end"),
    ("import os", 1, "belongs to a program"),
    ("return x**2", 1, "write only the formula after it"),
    ("def f(x, y): return x", 12, "write the loss alone"),
    ("x.T", 2, "joins two names"),
    ("x if x > 0 else y", 3, "belongs to a program"),
    ("inf*x", 1, "write a large one"),
    ("weight bias", 8, "to multiply, write * between them"),
    ("x" * 401, 401, "it must end before column 401"),
    # names that mean nothing
    ("foo(x)", 1, "unknown function `foo` at column 1; "),
    ("sine(x)", 1, "did you mean sin?"),
    ("sqroot(x)", 1, "did you mean sqrt?"),
    ("squared(x)", 1, "unknown function `squared`"),
    ("x + tg(y)", 5, "is written tan"),
    ("floor(x)", 1, "its gradient is 0"),
]


@pytest.mark.parametrize(("typed", "column", "says"), REFUSED, ids=[each[0] for each in REFUSED])
def test_what_is_no_loss_or_two_is_refused_with_a_remedy(
    typed: str, column: int, says: str
) -> None:
    error = refusal(typed)
    assert error is not None
    assert says in str(error)
    assert error.column == column
    assert len(str(error)) < 180
