"""Answers: what may be one, and what many of them tell."""

import csv
from io import StringIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optviz.room.answers import BALLS, Seat, as_csv, checked, results
from optviz.room.state import Question

CHOOSE = Question(1, "", "choose", "Whose?", ("SGD", "Adam", "NAG"))
NUMBER = Question(2, "", "number", "How far?")
POINT = Question(3, "", "point", "Where?")
RACE = Question(4, "", "race", "Race!", budget=50, rules=("adam", "sgd"))
FREE_START = Question(5, "", "race", "Race!", budget=50, starts=True)
ENTRY = {"rule": "adam", "settings": {"lr": 0.1}, "start": None}

GOOD: list[tuple[Question, Any]] = [
    (CHOOSE, 2),
    (NUMBER, -3.5),
    (POINT, [1.0, -2.5]),
    (RACE, ENTRY),
    (FREE_START, ENTRY | {"start": [0.0, 1.0]}),
]
BAD: list[tuple[Question, Any, str]] = [
    (CHOOSE, 3, "choose one"),
    (CHOOSE, -1, "choose one"),
    (CHOOSE, True, "choose one"),
    (CHOOSE, "SGD", "choose one"),
    (NUMBER, float("nan"), "is a number"),
    (NUMBER, "3", "is a number"),
    (NUMBER, 10**400, "is a number"),
    (POINT, [1.0], "a point"),
    (POINT, [1.0, float("inf")], "a point"),
    (RACE, None, "choose an optimizer"),
    (RACE, ENTRY | {"rule": "nag"}, "choose one of adam, sgd"),
    (RACE, ENTRY | {"rule": 7}, "choose an optimizer"),
    (RACE, ENTRY | {"settings": {"lr": "x"}}, "a finite number"),
    (RACE, ENTRY | {"settings": {"l" * 99: 1}}, "a finite number"),
    (RACE, ENTRY | {"settings": {str(n): 1 for n in range(17)}}, "at most 16"),
    (RACE, ENTRY | {"start": [0.0, 1.0]}, "all begin at the same start"),
    (FREE_START, ENTRY | {"start": [0.0]}, "a point"),
]


@pytest.mark.parametrize(("question", "answer"), GOOD)
def test_an_answer_is_taken_as_it_is(question: Question, answer: Any) -> None:
    assert checked(question, answer) == answer


@pytest.mark.parametrize(("question", "answer", "said"), BAD)
def test_what_is_no_answer_is_refused_in_a_sentence(
    question: Question, answer: Any, said: str
) -> None:
    with pytest.raises(ValueError, match=said):
        checked(question, answer)


@given(st.dictionaries(st.text(max_size=4), st.integers(0, 2)))
def test_counts_add_up_to_all_who_answered(answers: dict[str, int]) -> None:
    [told] = results(CHOOSE, [answers], {})
    assert sum(told["counts"]) == len(answers)
    assert told["counts"] == [list(answers.values()).count(n) for n in range(3)]


@given(st.dictionaries(st.text(min_size=1, max_size=4), st.floats(-9, 9)))
def test_numbers_do_not_tell_who_gave_them(answers: dict[str, float]) -> None:
    seats = {voter: Seat(place) for place, voter in enumerate(answers, 1)}
    assert results(NUMBER, [answers], seats) == [{"values": sorted(answers.values())}]


def test_each_round_is_told_by_itself() -> None:
    assert results(CHOOSE, [{"a": 0}, {"a": 1, "b": 1}], {}) == [
        {"counts": [1, 0, 0]},
        {"counts": [0, 2, 0]},
    ]


def test_a_race_tells_numbers_and_names_and_no_voter() -> None:
    answers = {f"voter-{n}": ENTRY for n in range(BALLS + 1)}
    seats = {f"voter-{n}": Seat(n + 1, "Ada" if n == 3 else "") for n in range(BALLS + 1)}
    [told] = results(RACE, [answers], seats)
    assert [each["number"] for each in told["entries"]] == list(range(1, BALLS + 1))
    assert told["entries"][3]["name"] == "Ada"
    assert "voter" not in str(told)


@given(st.text(max_size=20), st.integers(0, 2))
def test_the_table_is_read_back_and_holds_no_formula(name: str, answer: int) -> None:
    text = as_csv([(CHOOSE, [{"v": answer}, {}])], {"v": Seat(1, name)})
    head, row = csv.reader(StringIO(text, newline=""))
    assert head == ["question", "prompt", "round", "number", "name", "answer"]
    assert [*row[:4], row[5]] == ["1", "Whose?", "1", "1", CHOOSE.choices[answer]]
    assert row[4] in {name, f"'{name}"}
    assert row[4][:1] not in {"=", "+", "@", "\t", "\r"}
