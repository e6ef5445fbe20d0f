"""Codes and tokens."""

import pytest

from optviz.room.codes import CODE, code_of, is_voter, new_key


def test_keys_differ_and_their_parts_say_nothing_of_each_other() -> None:
    keys = [new_key() for _ in range(200)]
    assert len({key.code for key in keys}) == len({key.teacher for key in keys}) == 200
    assert all(CODE.fullmatch(key.code) and len(key.teacher) >= 20 for key in keys)


@pytest.mark.parametrize("typed", ["abcdef", " ABC DEF ", "abc-def"])
def test_a_code_is_read_as_people_type_it(typed: str) -> None:
    assert code_of(typed) == "ABCDEF"


@pytest.mark.parametrize("typed", ["", "abcde", "abcdefg", "abcde1", "ABCDEO", "../../x", "ABCDEÄ"])
def test_what_is_no_code_is_none(typed: str) -> None:
    assert code_of(typed) == ""


@pytest.mark.parametrize("value", [None, 7, "", "short", "x" * 65, "a b c d e f g h i j k"])
def test_what_is_no_voter_is_refused(value: object) -> None:
    assert not is_voter(value)
