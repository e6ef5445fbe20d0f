"""A formula as plain text: reading what was written gives the same tree and axes."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surfaces.formula import FormulaError, canonical, loss_and_gradient
from surfaces.formula.reading import Reading, read
from surfaces.formula.text import written
from surfaces.formula.tokens import Name
from surfaces.formula.tree import COMPARISONS, Apply, Constant, Node, Number, Parameter
from surfaces.formula.words import FUNCTIONS
from tests.support.formulas import ROSENBROCK, X, Y

WRITTEN = [
    (ROSENBROCK, ROSENBROCK),
    ("3xy^2", "3*x*y**2"),
    ("-x^2 - -y", "-x**2 - (-y)"),
    ("(-x)^2 * -y", "(-x)**2*(-y)"),
    ("x - (y - 1) - 1", "x - (y - 1) - 1"),
    ("x/(y/2)/3", "x/(y/2)/3"),
    ("(x^y)^2^x", "(x**y)**2**x"),
    ("2^-x^2", "2**-x**2"),
    ("½|x|", "1/2*abs(x)"),
    ("1e-9x + 1e12 + 2.50", "1e-09*x + 1000000000000 + 2.5"),
    ("max(x, y, 0)", "max(x, y, 0)"),
    ("where(x>y, 1, x)", "where(x > y, 1, x)"),
    (r"\frac{\theta_1}{\theta_2}", "θ₁/θ₂"),
    ("x[0] - x[1]", "x[0] - x[1]"),
    ("L(w, b) = w^2 - b", "w**2 - b"),
    ("L(w, b) = w^2", "f(w, b) = w**2"),
    ("L(w, b) = b - w", "f(w, b) = b - w"),
    ("L(lr, x) = 7", "f(lr, x) = 7"),
    ("X", "X"),
]


@pytest.mark.parametrize(("formula", "text"), WRITTEN, ids=[each[0] for each in WRITTEN])
def test_a_formula_is_written_with_the_signs_and_brackets_it_needs(formula: str, text: str) -> None:
    assert canonical(formula) == text
    assert canonical(text) == text
    assert read(text) == read(formula)


leaves: st.SearchStrategy[Node] = st.one_of(
    st.builds(Number, st.floats(0, 1e12) | st.integers(0, 1000).map(float)),
    st.sampled_from([Constant("pi"), Constant("e"), Parameter(0), Parameter(1)]),
)


@st.composite
def applied(draw: st.DrawFn, inner: st.SearchStrategy[Node]) -> Node:
    """An operator or a function of smaller trees; the first of them where a bound is passed."""
    name = draw(st.sampled_from(["+", "-", "*", "/", "**", "neg", *FUNCTIONS]))
    function = FUNCTIONS.get(name)
    least = function.least if function else 1 if name == "neg" else 2
    most = min(function.most, 4) if function else least
    args = draw(st.lists(inner, min_size=least, max_size=most))
    try:
        if name == "where":
            sign = draw(st.sampled_from([*COMPARISONS]))
            args[0] = Apply(sign, (args[0], draw(inner)))
        return Apply(name, tuple(args))
    except FormulaError:
        return args[-1]


trees = st.recursive(leaves, applied, max_leaves=12)
axes = st.sampled_from(
    [
        (("x", "y"), (Name("x"), Name("y"))),
        (("theta_1", "θ₂"), (Name("theta", "1"), Name("theta", "2"))),
        (("x[0]", "x[1]"), (Name("x", "[0]"), Name("x", "[1]"))),
        (("weight", "b"), (Name("weight"), Name("b"))),
    ]
)


@given(trees, axes)
@settings(max_examples=400, deadline=None, derandomize=True, database=None)
def test_any_tree_is_written_and_read_back(
    tree: Node, axes: tuple[tuple[str, str], tuple[Name, Name]]
) -> None:
    labels, names = axes
    text = f"f({', '.join(labels)}) = {written(Reading(tree, labels, names))}"
    if len(text) > 400:
        return
    again = read(text)
    assert again == Reading(tree, labels, names)
    assert read(canonical(text)) == again


# What was typed before products without a sign were read: each still means the same.

BEFORE = [
    ("x**2 + 3*y**2", "x**2 + 3*y**2"),
    ("(x - 3)**2 + 2*(y + 1)**2", "(x - 3)**2 + 2*(y + 1)**2"),
    ("(x^2+y-11)^2+(x+y^2-7)^2", "(x**2 + y - 11)**2 + (x + y**2 - 7)**2"),
    ("20+x^2-10*cos(2*pi*x)+y^2-10*cos(2*pi*y)", "20 + x**2 - 10*cos(2*pi*x) + y**2"
     " - 10*cos(2*pi*y)"),
    ("2^3^2*x", "2**3**2*x"),
    ("-x^2", "-x**2"),
    ("2**-x**2", "2**-x**2"),
    ("x^1/2", "x**1/2"),
    ("e^x/2", "e**x/2"),
    ("1/2*x", "1/2*x"),
    ("log(x) + ln(y)", "log(x) + log(y)"),
    ("max(1,5)*x", "max(1, 5)*x"),
    ("max(x-1,5*y)", "max(x - 1, 5*y)"),
    ("minimum(x, y) + maximum(x, 2*y)", "min(x, y) + max(x, 2*y)"),
    ("007*x + .5 + 2.", "7*x + 0.5 + 2"),
    ("--x + +y", "--x + y"),
    ("sin ( x )**2", "sin(x)**2"),
]  # fmt: skip


@pytest.mark.parametrize(("formula", "text"), BEFORE, ids=[each[0] for each in BEFORE])
def test_what_was_read_before_means_the_same(formula: str, text: str) -> None:
    assert canonical(formula) == text
    ours, theirs = (loss_and_gradient(each)[0](X, Y) for each in (formula, text))
    np.testing.assert_array_equal(ours, theirs)
