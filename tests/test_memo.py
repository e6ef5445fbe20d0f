"""Memos keep so many results, errors too, and say what takes long where nothing may take long."""

import pickle
from collections.abc import Iterator

import pytest

from optviz.memo import MEMOS, Memo, NotYet, elsewhere, kept_by_all, memo

calls: list[tuple[int, ...]] = []


@memo(3, long="counting")
def half(number: int) -> int:
    """Of an even number."""
    calls.append((number,))
    if number % 2:
        raise ValueError(f"{number} is odd")
    return number // 2


@memo(3)
def quarter(number: int) -> int:
    """Of a number that can be halved twice."""
    return half(half(number))


@pytest.fixture(autouse=True)
def forgetful() -> Iterator[None]:
    for each in (half, quarter):
        each.clear()
    calls.clear()
    yield
    for each in (half, quarter):
        each.clear()


def test_it_computes_once() -> None:
    assert [half(4), half(4), half(6)] == [2, 2, 3]
    assert calls == [(4,), (6,)]


def test_what_cannot_be_is_kept_as_well() -> None:
    for _ in range(2):
        with pytest.raises(ValueError, match="3 is odd"):
            half(3)
    assert calls == [(3,)]


def test_those_used_longest_ago_go() -> None:
    for number in (2, 4, 6, 2, 8):
        half(number)
    assert {each.arguments for each in half.kept()} == {(2,), (6,), (8,)}


def test_elsewhere_what_takes_long_says_so_unless_it_is_there() -> None:
    half(4)
    with elsewhere():
        assert half(4) == 2
        with pytest.raises(NotYet, match="counting") as missing:
            half(6)
        with pytest.raises(NotYet) as inside:  # it is no ValueError
            quarter(12)
    assert (missing.value.memo, missing.value.arguments) == (half, (6,))
    assert inside.value.arguments == (12,)
    assert half(6) == 3


def test_what_another_kept_is_as_good() -> None:
    quarter(12)
    found = [each for each in kept_by_all() if each.memo in {half, quarter}]
    assert {(each.arguments, each.outcome) for each in found} == {((12,), 6), ((6,), 3), ((12,), 3)}
    half.clear()
    calls.clear()
    for each in found:
        each.memo.keep(each.arguments, each.outcome)
    with elsewhere():
        assert half(12) == 6
    assert not calls


def test_it_travels_by_name() -> None:
    assert pickle.loads(pickle.dumps(half)) is half
    assert half.__doc__ == "Of an even number."
    assert isinstance(half, Memo)
    assert half in MEMOS
