"""Which part of a finding is not so: found from what decides it, without writing it twice."""

import math

import pytest

from optviz.stories.findings import Numbers, sentence
from optviz.stories.shortfalls import Shortfall, shortfalls

NUMBERS = {"a": 3.0, "b": 5.0, "c": 0.0, "a_steps": math.inf}


@pytest.mark.parametrize(
    ("holds", "expected"),
    [
        (lambda n: n["a"] > 4, Shortfall("a", "not above", 4.0)),
        (lambda n: n["a"] > 1.2 * n["b"], Shortfall("a", "not above", 6.0)),
        (lambda n: 2 * n["a"] >= 8, Shortfall("a", "not at least", 4.0)),
        (lambda n: n["b"] / n["a"] < 1, Shortfall("b", "not below", 3.0)),
        (lambda n: max(n["a"], n["b"]) < 4, Shortfall("b", "not below", 4.0)),
        (lambda n: abs(n["a"] - 45) < 1, Shortfall("a", "not within", 45.0, 1.0)),
        (lambda n: abs(n["a"] / n["b"] - 1) < 0.1, Shortfall("a", "not within", 5.0, 0.5)),
        (lambda n: abs(n["a"] - 2) > 4, Shortfall("a", "within", 2.0, 4.0)),
        (lambda n: n["a"] == n["c"], Shortfall("a", "not", 0.0)),
        (lambda n: n["a_steps"] < 30, Shortfall("a_steps", "not below", 30.0)),
        (lambda n: -n["b"] < -7, Shortfall("b", "not above", 7.0)),
    ],
)
def test_a_false_comparison_is_told_of_its_number(holds, expected) -> None:  # type: ignore[no-untyped-def]
    (found,) = shortfalls(holds, NUMBERS)
    assert (found.key, found.says) == (expected.key, expected.says)
    assert found.bound == pytest.approx(expected.bound)
    assert found.off == pytest.approx(expected.off)


def test_all_parts_that_fail_are_found_and_none_that_holds() -> None:
    def holds(n: Numbers) -> bool:
        return n["a"] > 4 and n["b"] > 4 and all(n[each] < 2 for each in "abc") and n["c"] == 1

    found = [(each.key, each.says) for each in shortfalls(holds, NUMBERS)]
    assert found == [("a", "not above"), ("a", "not below"), ("b", "not below"), ("c", "not")]
    assert shortfalls(lambda n: n["a"] < 4, NUMBERS) == []


def test_what_is_no_comparison_of_its_numbers_is_not_explained() -> None:
    assert shortfalls(lambda _: False, NUMBERS) == []
    assert shortfalls(lambda n: len({n["a"], n["b"]}) == 1, NUMBERS) == []
    assert shortfalls(lambda n: n["a"] < n["lost"], NUMBERS | {"lost": math.nan}) == []


def test_it_is_said_behind_the_number_or_in_a_clause_of_its_own() -> None:
    def holds(n: Numbers) -> bool:
        return n["a"] > 4 and n["b"] < 5 and n["a_steps"] < math.inf

    words, fails = sentence(
        "It is {a:.1f} long.",
        {"b": "B is {value:.1f} long.", "_steps": "{name} ends at step {value:.0f}."},
        NUMBERS,
        shortfalls(holds, NUMBERS),
    )
    assert fails == ("3.0 (not above 4.0)", "B is 5.0 (not below 5.0) long.", "a ends never.")
    assert words == " ".join(["It is 3.0 (not above 4.0) long.", *fails[1:]])


def test_how_much_is_missing_is_told_where_both_numbers_read_alike() -> None:
    numbers = {"a": 1.196}
    missing = shortfalls(lambda n: n["a"] > 1.2, numbers)
    _, fails = sentence("{a:.1f} far", {}, numbers, missing)
    assert fails == ("1.2 (not above 1.2: off by 0.004)",)
