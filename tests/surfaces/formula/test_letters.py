"""Letters that stand for numbers: read from the text alone, and changed in it."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surfaces.formula import (
    FormulaError,
    axes_of,
    body_of,
    canonical,
    formula_surface,
    latex_equation,
    letters_of,
    with_letters,
)
from surfaces.formula.compiled import FormulaGradient, FormulaLoss
from surfaces.formula.tail import MOST_LETTERS


@pytest.mark.parametrize(
    ("typed", "axes", "letters"),
    [
        ("a*x^2 + y^2", ("x", "y"), {"a": 1}),
        ("a x^2 + b y^2 + c; b = -3, c=1e-3", ("x", "y"), {"a": 1, "b": -3, "c": 0.001}),
        ("a x^2 + b y^2; a = 2; b = +.5", ("x", "y"), {"a": 2, "b": 0.5}),
        ("(w - a)^2 + b^2; a = 1", ("w", "b"), {"a": 1}),
        ("f(w, b) = (w - a)^2 + c b^2", ("w", "b"), {"a": 1, "c": 1}),
        ("x1^2 + k x2^2", ("x1", "x2"), {"k": 1}),
        (r"\alpha x^2 + y^2; \alpha = 2", ("x", "y"), {"α": 2}),
        ("$a x^2 + y^2; a = 3$", ("x", "y"), {"a": 3}),
        ("weight*x + y; weight = 4", ("x", "y"), {"weight": 4}),
        ("x + y + z; z = 2", ("x", "y"), {"z": 2}),
        ("a*x^2; a = 2", ("x", "y"), {"a": 2}),
        ("a*b", ("a", "b"), {}),
        ("x^2 + y^2;", ("x", "y"), {}),
    ],
)
def test_letters_are_read_beside_the_parameters(
    typed: str, axes: tuple[str, str], letters: dict[str, float]
) -> None:
    assert axes_of(typed) == axes
    assert letters_of(typed) == letters
    again = canonical(typed)
    assert (axes_of(again), letters_of(again), canonical(again)) == (axes, letters, again)


@pytest.mark.parametrize(
    ("typed", "column", "says"),
    [
        ("x^2 + y^2; a = 2", 12, "does not stand in the formula"),
        ("a x + y; x = 2", 10, "is a parameter of the loss"),
        ("k x + y; e = 2", 10, "has a meaning of its own"),
        ("k x + y; pi = 3", 10, "has a meaning of its own"),
        ("k x + y; sin = 3", 10, "has a meaning of its own"),
        ("a x + y; a =", 10, "needs a number"),
        ("a x + y; a = b", 10, "needs a number"),
        ("a x + y; a = 1, a = 2", 17, "twice"),
        ("a x + y; a = 2 3", 16, "write a comma"),
        ("a x + y; = 2", 8, "is not followed by a letter"),
        ("a x + y; a = 1e13", 14, "too large"),
        ("a+b+c+d+g+h+k+x+y", 13, "one letter more than 6"),
        ("x^a + y^2; a = 65", 3, "exponents go up to 64"),
        ("sqrt(a)*x + y; a = -1", 1, "no finite number"),
        ("x/a + y; a = 0; b", 3, ""),
        ("; a = 2", 1, ""),
        ("a x + y; a = 2,", 15, ""),
    ],
)
def test_what_gives_no_letter_a_number_is_refused_in_a_sentence(
    typed: str, column: int, says: str
) -> None:
    if typed.endswith(","):  # the end of a clause, as behind any formula
        assert letters_of(typed) == {"a": 2}
        return
    with pytest.raises(FormulaError) as caught:
        letters_of(typed)
    assert says in str(caught.value)
    if says:
        assert caught.value.column == column


@given(st.lists(st.floats(-1e6, 1e6), min_size=3, max_size=3))
@settings(max_examples=60, deadline=None, derandomize=True)
def test_a_letter_is_its_number_in_value_gradient_and_text(numbers: list[float]) -> None:
    a, b, c = numbers
    text = with_letters("a x^2 + b y + sin(c x)", {"a": a, "b": b, "c": c})
    assert letters_of(text) == {"a": a, "b": b, "c": c}
    assert body_of(text) == "a x^2 + b y + sin(c x)"
    x, y = np.random.default_rng(0).uniform(-2, 2, (2, 20))
    np.testing.assert_allclose(FormulaLoss(text)(x, y), a * x**2 + b * y + np.sin(c * x))
    dx, dy = FormulaGradient(text)(x, y)
    np.testing.assert_allclose(dx, 2 * a * x + c * np.cos(c * x), rtol=1e-9, atol=1e-9)
    np.testing.assert_allclose(dy, b)


def test_other_numbers_are_written_behind_what_was_typed() -> None:
    assert with_letters("a*x^2 + y^2", {"a": 2.5}) == "a*x^2 + y^2; a = 2.5"
    assert with_letters("a*x^2 + b y^2; b = 3", {"a": -2}) == "a*x^2 + b y^2; a = -2, b = 3"
    assert letters_of(with_letters("$a x^2 + y^2; a = 3$", {"a": 4})) == {"a": 4}
    with pytest.raises(ValueError, match="no letter 'b'"):
        with_letters("a*x + y", {"b": 1})
    for number in (math.nan, math.inf, 1e13):
        with pytest.raises(ValueError, match="give a number"):
            with_letters("a*x + y", {"a": number})
    with pytest.raises(FormulaError, match="no finite number"):
        with_letters("sqrt(a)*x + y", {"a": -1})


def test_minima_follow_a_letter() -> None:
    for a in (-0.5, 0.25):
        surface = formula_surface(f"(x - a)^2 + y^2; a = {a}", (-1, 1), (-1, 1))
        np.testing.assert_allclose(surface.minima, [(a, 0.0)], atol=1e-7)
    assert latex_equation("a x^2 + y^2; a = 2") == "L(x, y) = a x^{2} + y^{2}"


def test_as_many_letters_as_there_may_be_are_read() -> None:
    names = "abcdgh"[:MOST_LETTERS]
    assert [*letters_of("+".join([*names, "x", "y"]))] == [*names]
