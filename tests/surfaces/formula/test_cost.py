"""What a formula may cost: operations weighted by their time, not characters."""

import pytest

from surfaces.formula import FormulaError
from surfaces.formula.cost import MOST, cost
from surfaces.formula.reading import read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x", 0),
        ("x + y", 1),
        ("-x*y/2", 3),
        ("sin(x)", 4),
        ("x**y", 8),
        ("x**-2", 9),
        ("x**0.5", 8),
        ("x**2", 3),
        ("x**64", 5.5),
        ("(1 - x)**2 + 100*(y - x**2)**2", 13),
        ("exp(sin(x*y))", 9),
        ("3x y", 2),
        ("max(x, y, 1)", 8),
        ("where(x < y, 1, 0)", 9),
        ("sigmoid(x)", 8),
    ],
)
def test_operations_are_weighted(text: str, expected: float) -> None:
    assert cost(read(text).tree) == expected


@pytest.mark.parametrize("term", ["x**y", "x**-y", "x**.3"])
def test_too_much_is_refused_where_it_is_too_much(term: str) -> None:
    text = "+".join([term] * (399 // (len(term) + 1)))
    most = max(n for n in range(1, 80) if term_cost(term, n) <= MOST)
    assert term_cost(term, text.count(term)) > MOST
    with pytest.raises(
        FormulaError, match=r"costs \d+, and the limit, 500, .*leave something"
    ) as refused:
        read(text)
    assert most * (len(term) + 1) <= refused.value.column <= (most + 1) * (len(term) + 1)
    assert f"column {refused.value.column}" in str(refused.value)
    read("+".join([term] * most))


def term_cost(term: str, many: int) -> float:
    return many * cost(read(term).tree) + many - 1


@pytest.mark.parametrize(
    "text",
    [
        "20 + x**2 + y**2 - 10*cos(2*pi*x) - 10*cos(2*pi*y)",
        "-20*exp(-0.2*sqrt(0.5*(x**2 + y**2))) - exp(0.5*(cos(2*pi*x) + cos(2*pi*y))) + e + 20",
        "(1+(x+y+1)**2*(19-14*x+3*x**2-14*y+6*x*y+3*y**2))"
        "*(30+(2*x-3*y)**2*(18-32*x+12*x**2+48*y-36*x*y+27*y**2))",
        "-0.0001*(abs(sin(x)*sin(y)*exp(abs(100-sqrt(x**2+y**2)/pi)))+1)**0.1",
    ],
)
def test_test_functions_are_far_from_the_limit(text: str) -> None:
    assert cost(read(text).tree) < MOST / 5
