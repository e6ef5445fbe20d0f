"""Where rooms are kept: in any order of events a voter has one answer, given while it was open."""

import asyncio
from collections import defaultdict
from collections.abc import Callable, Coroutine, Iterator
from functools import partial
from typing import Any, TypeVar

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from redis import Redis

from optviz.room import changes, state
from optviz.room.answers import Given, Seat
from optviz.room.codes import Key, new_key
from optviz.room.redis_store import RedisStore
from optviz.room.state import Room
from optviz.room.store import (
    IDLE,
    KEPT,
    LONGEST,
    PRESENT,
    ROOMS,
    AwayError,
    MemoryStore,
    NoRoomError,
    Store,
)
from tests.support.redis import redis_server

KEY = Key("ABCDEF", "teacher", "invite")
CHOOSE = {"kind": "choose", "prompt": "Whose?", "choices": ["SGD", "Adam"]}
Result = TypeVar("Result")
ADDRESS: list[str] = []  # of the redis-server: hypothesis makes the machines, without arguments
VOTERS = st.sampled_from(["a", "b", "c"])


class AnyOrder(RuleBasedStateMachine):
    """Phones join, vote and come back while a teacher asks, closes, asks again and reveals."""

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.Runner()
        self.store = self.run(self.new())
        self.run(self.store.open(KEY))
        self.model = Room()
        self.answers: dict[tuple[int, int], dict[str, int]] = defaultdict(dict)
        self.times: dict[tuple[int, int], dict[str, int]] = defaultdict(dict)
        self.seats: list[str] = []

    def run(self, work: Coroutine[Any, Any, Any]) -> Any:
        return self.loop.run(work)

    async def new(self) -> Store:
        return MemoryStore()

    def teardown(self) -> None:
        self.run(self.store.end("ABCDEF"))
        self.run(self.store.close())
        self.loop.close()

    @rule(change=st.sampled_from([changes.close, changes.again, changes.reveal, changes.done]))
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
        self.model = changes.ask(self.model, CHOOSE, key)
        self.run(self.store.change("ABCDEF", lambda room: changes.ask(room, CHOOSE, key)))

    @rule(voter=VOTERS)
    def join(self, voter: str) -> None:
        seat = self.run(self.store.seat("ABCDEF", voter, 3))
        if voter not in self.seats:
            self.seats.append(voter)
        assert seat == Seat(self.seats.index(voter) + 1)

    @precondition(lambda self: self.model.question)
    @rule(voter=VOTERS, answer=st.integers(0, 1), at=st.integers(0, 3), late=st.booleans())
    def vote(self, voter: str, answer: int, at: int, late: bool) -> None:
        asked = self.model.question
        assert asked
        place = (asked.id, asked.round - late)
        counts = asked.open and not late
        kept = self.run(self.store.answer("ABCDEF", place, voter, Given(answer, at), 0))
        if not counts:
            assert kept is None
            return
        if at >= self.times[place].get(voter, 0):
            self.answers[place][voter], self.times[place][voter] = answer, at
        assert kept == self.answers[place][voter]

    @invariant()
    def all_is_as_it_should_be(self) -> None:
        assert self.run(self.store.room("ABCDEF")) == self.model
        for place, given in self.answers.items():
            assert self.run(self.store.answers("ABCDEF", place)) == given
            assert self.run(self.store.answered("ABCDEF", place)) == len(given)


class AnyOrderInRedis(AnyOrder):
    """The same, kept in Redis."""

    async def new(self) -> Store:
        return RedisStore(ADDRESS[0])


TestAnyOrder = AnyOrder.TestCase
TestAnyOrder.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
TestAnyOrderInRedis = pytest.mark.usefixtures("address")(AnyOrderInRedis.TestCase)
TestAnyOrderInRedis.settings = settings(max_examples=20, stateful_step_count=25, deadline=None)


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with redis_server() as found:
        ADDRESS[:] = [found]
        yield found


@pytest.fixture
def address(server: str) -> str:
    """Of a redis-server in which nothing is kept."""
    with Redis.from_url(server) as redis:
        redis.flushall()
    return server


@pytest.fixture(params=["memory", "redis"])
def new_store(request: pytest.FixtureRequest) -> Callable[[], Store]:
    """Makes a store, in which no room is open."""
    if request.param == "memory":
        return MemoryStore
    found = request.getfixturevalue("address")
    return lambda: RedisStore(found)


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def done(
    new_store: Callable[[], Store], work: Callable[[Store], Coroutine[Any, Any, Result]]
) -> Result:
    """What comes of work with a store in which one room is open."""

    async def whole() -> Result:
        store = new_store()
        try:
            assert await store.open(KEY)
            return await work(store)
        finally:
            await store.close()

    return asyncio.run(whole())


def test_places_are_limited_and_a_voter_keeps_the_own_one(new_store: Callable[[], Store]) -> None:
    async def seats(store: Store) -> list[Seat | None]:
        return [await store.seat("ABCDEF", voter, 2) for voter in "abcab"]

    assert done(new_store, seats) == [Seat(1), Seat(2), None, Seat(1), Seat(2)]


def test_a_limit_of_answers_holds_for_new_voters_alone(new_store: Callable[[], Store]) -> None:
    async def answers(store: Store) -> list[int | None]:
        await store.change("ABCDEF", lambda room: changes.ask(room, CHOOSE))
        return [await store.answer("ABCDEF", (1, 1), voter, Given(7), 2) for voter in "abcab"]

    assert done(new_store, answers) == [7, 7, None, 7, 7]


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


def test_only_the_newest_races_are_kept(new_store: Callable[[], Store]) -> None:
    async def kept(store: Store) -> list[bytes | None]:
        for n in range(KEPT + 2):
            await store.put("ABCDEF", str(n), b"%d" % n)
        return [await store.get("ABCDEF", str(n)) for n in range(KEPT + 2)]

    assert done(new_store, kept) == [None, None, *(b"%d" % n for n in range(2, KEPT + 2))]


def test_a_code_is_given_once_and_rooms_are_limited(new_store: Callable[[], Store]) -> None:
    async def open_all(store: Store) -> None:
        assert not await store.open(KEY)
        for _ in range(ROOMS - 1):
            assert await store.open(new_key())
        with pytest.raises(ValueError, match="as many as it can"):
            await store.open(new_key())
        await store.end("ABCDEF")
        assert await store.open(KEY)

    done(new_store, open_all)


def test_rooms_in_redis_are_limited_in_time_as_those_in_memory_are(address: str) -> None:
    async def lives() -> dict[str, int]:
        store = RedisStore(address)
        key = new_key()
        await store.open(key)
        await store.seat(key.code, "a", 9)
        await store.sign(key.code, "a")
        await store.change(key.code, lambda room: changes.ask(room, CHOOSE))
        assert await store.answer(key.code, (1, 1), "a", Given(0), 0) == 0
        await store.put(key.code, "race", b"race")
        await store.close()
        with Redis.from_url(address) as redis:
            names = [name.decode() for name in redis.keys(f"*{key.code}*")]
            return {name.rpartition(key.code)[2]: redis.ttl(name) for name in names}

    found = asyncio.run(lives())
    assert set(found) == {"", "/seats", "/signs", "/data", "/order", "/answers/1.1"}
    assert all(IDLE - 60 < found[part] <= IDLE for part in ("", "/seats", "/signs"))
    assert all(
        LONGEST - 60 < found[part] <= LONGEST for part in ("/data", "/order", "/answers/1.1")
    )


def test_an_ended_room_leaves_nothing_in_redis(address: str) -> None:
    async def end(key: Key) -> None:
        store = RedisStore(address)
        await store.open(key)
        await store.seat(key.code, "a", 9)
        await store.sign(key.code, "a")
        await store.put(key.code, "race", b"race")
        for slide in ("beale/1", "beale/2"):
            room = await store.change(key.code, partial(changes.ask, asked=CHOOSE, key=slide))
            assert room.question
            await store.answer(key.code, room.question.place, "a", Given(0), 0)
        await store.end(key.code)
        with pytest.raises(NoRoomError):
            await store.sign(key.code, "a")
        await store.close()

    key = new_key()
    asyncio.run(end(key))
    with Redis.from_url(address) as redis:
        assert redis.keys(f"*{key.code}*") == []


def test_a_redis_that_gives_no_answer_is_told_so() -> None:
    async def ask() -> None:
        store = RedisStore("redis://127.0.0.1:1")
        with pytest.raises(AwayError):
            await store.room("ABCDEF")
        with pytest.raises(AwayError):
            await store.open(KEY)
        await store.close()

    asyncio.run(ask())


def test_news_reach_another_server(address: str) -> None:
    async def hear() -> list[str]:
        one, other, key = RedisStore(address), RedisStore(address), new_key()
        heard: list[tuple[str, str]] = []
        other.listen(lambda *news: heard.append(news))
        while ("", "") not in heard:  # it listens from then on
            await asyncio.sleep(0.01)
        await one.open(key)
        await one.change(key.code, lambda room: changes.switch(room, "free", True))
        await one.tell(key.code, '{"spot": [1, 2]}')
        while len(heard) < 3:
            await asyncio.sleep(0.01)
        await one.close()
        await other.close()
        assert all(code == key.code for code, _ in heard[1:])
        return [text for _, text in heard[1:]]

    assert asyncio.run(hear()) == ["", '{"spot": [1, 2]}']
