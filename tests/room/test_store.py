"""Where rooms are kept: in any order of events a voter has one answer, given while it was open."""

import asyncio
from collections import defaultdict
from collections.abc import Coroutine
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from optviz.room import state
from optviz.room.answers import Seat
from optviz.room.codes import Key, new_key
from optviz.room.state import Room
from optviz.room.store import IDLE, KEPT, LONGEST, PRESENT, ROOMS, MemoryStore, NoRoomError

KEY = Key("ABCDEF", "teacher", "invite")
CHOOSE = {"kind": "choose", "prompt": "Whose?", "choices": ["SGD", "Adam"]}
VOTERS = st.sampled_from(["a", "b", "c"])


class AnyOrder(RuleBasedStateMachine):
    """Phones join, vote and come back while a teacher asks, closes, asks again and reveals."""

    def __init__(self) -> None:
        super().__init__()
        self.store = MemoryStore()
        self.heard: list[tuple[str, str]] = []
        self.store.listen(lambda *news: self.heard.append(news))
        self.run(self.store.open(KEY))
        self.model = Room()
        self.answers: dict[tuple[int, int], dict[str, int]] = defaultdict(dict)
        self.seats: list[str] = []

    def run(self, work: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run(work)

    @rule(change=st.sampled_from([state.close, state.again, state.reveal, state.done]))
    def order(self, change: state.Change) -> None:
        try:
            self.model = change(self.model)
        except ValueError:
            with pytest.raises(ValueError, match=r"."):
                self.run(self.store.change("ABCDEF", change))
        else:
            self.run(self.store.change("ABCDEF", change))

    @rule(key=st.sampled_from(["", "beale/2"]))
    def ask(self, key: str) -> None:
        self.model = state.ask(self.model, CHOOSE, key)
        self.run(self.store.change("ABCDEF", lambda room: state.ask(room, CHOOSE, key)))

    @rule(voter=VOTERS)
    def join(self, voter: str) -> None:
        seat = self.run(self.store.seat("ABCDEF", voter, 3))
        if voter not in self.seats:
            self.seats.append(voter)
        assert seat == Seat(self.seats.index(voter) + 1)

    @precondition(lambda self: self.model.question)
    @rule(voter=VOTERS, answer=st.integers(0, 1), late=st.booleans())
    def vote(self, voter: str, answer: int, late: bool) -> None:
        asked = self.model.question
        assert asked
        place = (asked.id, asked.round - late)
        counts = asked.open and not late
        self.heard.clear()
        assert self.run(self.store.answer("ABCDEF", place, voter, answer, 0)) == counts
        assert bool(self.heard) == counts
        if counts:
            self.answers[place][voter] = answer

    @invariant()
    def all_is_as_it_should_be(self) -> None:
        assert self.run(self.store.room("ABCDEF")) == self.model
        for place, given in self.answers.items():
            assert self.run(self.store.answers("ABCDEF", place)) == given
            assert self.run(self.store.answered("ABCDEF", place)) == len(given)


TestAnyOrder = AnyOrder.TestCase
TestAnyOrder.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_places_are_limited_and_a_voter_keeps_the_own_one() -> None:
    async def seats() -> list[Seat | None]:
        store = MemoryStore()
        await store.open(KEY)
        return [await store.seat("ABCDEF", voter, 2) for voter in "abcab"]

    assert asyncio.run(seats()) == [Seat(1), Seat(2), None, Seat(1), Seat(2)]


def test_a_limit_of_answers_holds_for_new_voters_alone() -> None:
    async def answers() -> list[bool]:
        store = MemoryStore()
        await store.open(KEY)
        await store.change("ABCDEF", lambda room: state.ask(room, CHOOSE))
        return [await store.answer("ABCDEF", (1, 1), voter, 0, 2) for voter in "abcab"]

    assert asyncio.run(answers()) == [True, True, False, True, True]


def test_a_phone_without_a_sign_of_life_is_not_here() -> None:
    async def present() -> list[int]:
        clock = Clock()
        store = MemoryStore(clock)
        await store.open(KEY)
        await store.sign("ABCDEF", "a")
        clock.now = PRESENT / 2
        await store.sign("ABCDEF", "b")
        counts = [await store.present("ABCDEF")]
        clock.now = PRESENT + 1
        counts.append(await store.present("ABCDEF"))
        await store.leave("ABCDEF", "b")
        return [*counts, await store.present("ABCDEF")]

    assert asyncio.run(present()) == [2, 1, 0]


@pytest.mark.parametrize(("each", "ends"), [(IDLE + 1, IDLE + 1), (IDLE - 1, LONGEST)])
def test_an_idle_room_ends_and_so_does_an_old_one(each: float, ends: float) -> None:
    async def life() -> float:
        clock = Clock()
        store = MemoryStore(clock)
        await store.open(KEY)
        while True:
            clock.now += each
            try:
                await store.room("ABCDEF")
            except NoRoomError:
                assert await store.open(KEY)  # its code is free again
                return clock.now

    assert ends <= asyncio.run(life()) <= ends + each


def test_only_the_newest_races_are_kept() -> None:
    async def kept() -> list[bytes | None]:
        store = MemoryStore()
        await store.open(KEY)
        for n in range(KEPT + 2):
            await store.put("ABCDEF", str(n), b"%d" % n)
        return [await store.get("ABCDEF", str(n)) for n in range(KEPT + 2)]

    assert asyncio.run(kept()) == [None, None, *(b"%d" % n for n in range(2, KEPT + 2))]


def test_a_code_is_given_once_and_rooms_are_limited() -> None:
    async def open_all() -> None:
        store = MemoryStore()
        assert await store.open(KEY)
        assert not await store.open(KEY)
        for _ in range(ROOMS - 1):
            assert await store.open(new_key())
        with pytest.raises(ValueError, match="as many as it can"):
            await store.open(new_key())
        await store.end("ABCDEF")
        assert await store.open(KEY)

    asyncio.run(open_all())
