"""Rooms as values: any order of orders leaves a room that keeps the rules."""

import contextlib
import json
from dataclasses import replace
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optviz.room import changes, state
from optviz.room.state import ROUNDS, At, Change, Room, Shown

CHOOSE = {"kind": "choose", "prompt": "Whose?", "choices": ["SGD", "Adam"]}
ASKED: list[dict[str, Any]] = [
    CHOOSE,
    {"kind": "number", "prompt": "How far?"},
    {"kind": "point", "prompt": "Where does it end?"},
    {"kind": "race", "prompt": "Race!", "budget": 50, "starts": True, "rules": ["adam"]},
]
ORDERS: dict[str, Change] = {
    **{f"ask {each['kind']}": partial(changes.ask, asked=each) for each in ASKED},
    "ask a slide's": lambda room: changes.ask(room, CHOOSE, "beale/2"),
    "ask another slide's": lambda room: changes.ask(room, CHOOSE, "beale/3"),
    "close": changes.close,
    "again": changes.again,
    "reveal": changes.reveal,
    "done": changes.done,
    "measure": lambda room: changes.measure(room, "beale/2", "Adam", "Adam 0.1."),
    "show": lambda room: changes.show(room, Shown("abc", "Beale")),
    "free": lambda room: changes.switch(room, "free", True),
    "stand": lambda room: changes.stand(room, {"step": 3, "playing": True}),
}


@given(st.lists(st.sampled_from(sorted(ORDERS)), max_size=30))
def test_no_order_of_orders_breaks_the_rules(names: list[str]) -> None:
    room = Room()
    for name in names:
        before = room
        with contextlib.suppress(ValueError):
            room = ORDERS[name](room)
        assert room.serial >= before.serial
        assert (room.serial != before.serial) == (replace(room, at=before.at) != before)
        ids = [each.id for each in (*room.asked, *([room.question] if room.question else []))]
        assert len(set(ids)) == len(ids)
        for each in (*room.asked, *([room.question] if room.question else [])):
            assert 1 <= each.round <= ROUNDS
            assert not (each.open and each.revealed)
            assert each.revealed or not each.measured
        assert Room.read(room.text()) == room


def test_what_was_revealed_is_never_voted_on_again() -> None:
    room = changes.reveal(changes.ask(Room(), CHOOSE))
    with pytest.raises(ValueError, match="a second vote comes before"):
        changes.again(room)


def test_a_slides_question_is_asked_once_and_is_as_it_was_when_the_slide_is_shown_again() -> None:
    room = changes.reveal(changes.ask(Room(), CHOOSE, "beale/2"))
    left = changes.ask(room, CHOOSE, "beale/3")
    assert left.question
    assert left.question.id == 2
    back = changes.ask(left, CHOOSE, "beale/2")
    assert back.question == room.question
    assert [each.key for each in back.asked] == ["beale/3"]
    assert changes.ask(changes.done(back), CHOOSE, "beale/3").question == left.question


def test_the_measured_is_told_only_once_the_answers_are() -> None:
    room = changes.ask(Room(), CHOOSE, "beale/2")
    assert changes.measure(room, "beale/2", "Adam", "Adam 1.") == room
    told = changes.measure(changes.reveal(room), "beale/2", "Adam", "Adam 1.").question
    assert told
    assert (told.right, told.measured) == ("Adam", "Adam 1.")
    assert changes.measure(changes.reveal(room), "beale/9", "Adam", "") == changes.reveal(room)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({}, "a question is of the kind choose"),
        (CHOOSE | {"kind": ["choose"]}, "a question is of the kind choose"),
        (CHOOSE | {"prompt": " "}, "the question is a text"),
        (CHOOSE | {"prompt": "x" * 501}, "the question is a text"),
        (CHOOSE | {"choices": ["one"]}, "give 2 to 12"),
        (CHOOSE | {"choices": [str(n) for n in range(13)]}, "give 2 to 12"),
        (CHOOSE | {"choices": "SGD"}, "choices are a list"),
        (CHOOSE | {"choices": ["a", 1]}, "a choice is a text"),
        ({"kind": "race", "prompt": "x"}, "a race has 1 to 1000 steps"),
        ({"kind": "race", "prompt": "x", "budget": 1e9}, "a race has 1 to 1000 steps"),
        ({"kind": "race", "prompt": "x", "budget": True}, "a race has 1 to 1000 steps"),
    ],
)
def test_what_is_no_question_is_refused(asked: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        changes.ask(Room(), asked)


@pytest.mark.parametrize(
    "message", [{}, {"step": -1}, {"step": float("inf")}, {"step": True}, {"step": 1, "speed": 0}]
)
def test_a_player_that_stands_nowhere_is_refused(message: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="stands at a step"):
        changes.stand(Room(), message)


def test_where_the_player_stands_does_not_count_as_another_room() -> None:
    room = changes.stand(Room(), {"step": 3, "playing": True, "speed": 5})
    assert room == Room(at=At(3, True, 5))


@given(st.recursive(st.none() | st.booleans() | st.floats() | st.text(), st.lists, max_leaves=5))
def test_a_number_is_finite_or_none(value: Any) -> None:
    number = state.finite(value)
    assert number is None or json.loads(json.dumps(number, allow_nan=False)) == value


def test_a_number_too_large_for_a_float_is_none() -> None:
    assert state.finite(10**400) is None
