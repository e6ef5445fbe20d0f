"""Rooms in Redis, for several servers behind one address; a server that ends loses nothing.

For each room there are a hash of what it is, one of its seats, a sorted set of its phones' signs of
life, a hash of races' bytes, and for each round of each question a hash in which the field is the
voter. What must happen in one step is a script, which Redis runs alone. News go by one channel.

Source: https://redis.io/docs/latest/develop/programmability/eval-intro/ (scripts are atomic),
https://redis.io/docs/latest/develop/pubsub/ (news are lost while a server is not connected; so all
rooms are read anew when it is again).
"""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import asdict
from typing import Any

from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import ExponentialBackoff
from redis.exceptions import RedisError

from optviz.room.answers import Answer, Given, Seat
from optviz.room.codes import Key
from optviz.room.redis_scripts import (
    ANSWER,
    CHANGE,
    NAME,
    NONE,
    OPEN,
    PRESENT_NOW,
    PUT,
    SEAT,
    SIGN,
)
from optviz.room.state import ROUNDS, Change, Room
from optviz.room.store import (
    FULL,
    NAMED,
    AwayError,
    Hear,
    NoRoomError,
    Place,
)

NEWS = "optviz/news"
OPEN_ROOMS = "optviz/rooms"  # code -> when it was opened, in s
PATIENCE = 2.0  # s for which an answer of Redis is waited for
AGAIN = 0.5  # s until a lost connection is tried again


class RedisStore:
    """A `Store` in Redis."""

    def __init__(self, address: str) -> None:
        retry = Retry(ExponentialBackoff(cap=AGAIN, base=0.05), 2)
        self._redis: Any = Redis.from_url(
            address, socket_timeout=PATIENCE, socket_connect_timeout=PATIENCE, retry=retry
        )
        self._listeners: list[Hear] = []
        self._listening: asyncio.Task[None] | None = None

    def listen(self, hear: Hear) -> None:
        self._listeners.append(hear)
        if self._listening is None:
            self._listening = asyncio.get_running_loop().create_task(self._follow())

    async def close(self) -> None:
        if self._listening:
            self._listening.cancel()
            await asyncio.gather(self._listening, return_exceptions=True)
        await self._redis.aclose()

    async def _follow(self) -> None:
        """Hear the news, whatever happens to the connection."""
        while True:
            with suppress(RedisError, OSError):
                async with self._redis.pubsub() as channel:
                    await channel.subscribe(NEWS)
                    self._hear("", "")  # what was told before this is not known
                    while True:
                        message = await channel.get_message(True, timeout=AGAIN)
                        if message:
                            code, _, text = message["data"].decode().partition(" ")
                            self._hear(code, text)
            await asyncio.sleep(AGAIN)

    def _hear(self, code: str, text: str) -> None:
        for hear in self._listeners:
            hear(code, text)

    async def _run(self, script: str, keys: list[str], *values: str | bytes | int) -> Any:
        """Run a script on a room's keys.

        Raises:
            NoRoomError: there is none.
            AwayError: Redis gives no answer.
        """
        async with reached():
            answer = await self._redis.eval(script, len(keys), *keys, *values)
        if answer == NONE.encode():
            raise NoRoomError
        return answer

    async def open(self, key: Key) -> bool:
        keys = [key_of(key.code), OPEN_ROOMS]
        values = (key_of(""), key.code, key.teacher, key.invite, Room().text())
        answer = await self._run(OPEN, keys, *values)
        if answer == b"full":
            raise ValueError(FULL)
        return bool(answer == b"opened")

    async def key(self, code: str) -> Key:
        async with reached():
            teacher, invite = await self._redis.hmget(key_of(code), "teacher", "invite")
        if teacher is None or invite is None:
            raise NoRoomError(code)
        return Key(code, teacher.decode(), invite.decode())

    async def _text(self, code: str) -> bytes:
        async with reached():
            text: bytes | None = await self._redis.hget(key_of(code), "text")
        if text is None:
            raise NoRoomError(code)
        return text

    async def room(self, code: str) -> Room:
        return Room.read(await self._text(code))

    async def change(self, code: str, change: Change) -> Room:
        while True:
            text = await self._text(code)
            before = Room.read(text)
            changed = change(before)
            if changed == before:
                return changed
            asked = changed.question
            now = spelled(asked.place) if asked and asked.open else ""
            if await self._run(CHANGE, living(code), text, changed.text(), now) == b"kept":
                await self.tell(code, "")
                return changed

    async def seat(self, code: str, voter: str, places: int) -> Seat | None:
        answer = await self._run(SEAT, living(code), voter, places)
        return None if answer == b"full" else Seat(**json.loads(answer))

    async def name(self, code: str, voter: str, name: str, *, locked: bool = False) -> Seat:
        answer = await self._run(NAME, living(code), voter, name, int(locked))
        await self.tell(code, NAMED)
        return Seat(**json.loads(answer))

    async def seats(self, code: str) -> dict[str, Seat]:
        async with reached():
            found = await self._redis.hgetall(key_of(code, "/seats"))
        return {voter.decode(): Seat(**json.loads(seat)) for voter, seat in found.items()}

    async def sign(self, code: str, voter: str) -> None:
        if await self._run(SIGN, living(code), voter):
            await self.tell(code, "")

    async def leave(self, code: str, voter: str) -> None:
        async with reached():
            gone = await self._redis.zrem(key_of(code, "/signs"), voter)
        if gone:
            await self.tell(code, "")

    async def present(self, code: str) -> int:
        return int(await self._run(PRESENT_NOW, living(code)))

    async def answer(self, code: str, place: Place, voter: str, given: Given, most: int) -> Answer:
        keys = [*living(code), answers_key(code, place)]
        values = (spelled(place), voter, json.dumps(asdict(given)), most)
        kept = await self._run(ANSWER, keys, *values)
        if kept == b"closed":
            return None
        await self.tell(code, "")
        return answer_in(kept)

    async def answer_of(self, code: str, place: Place, voter: str) -> Answer:
        async with reached():
            found = await self._redis.hget(answers_key(code, place), voter)
        return None if found is None else answer_in(found)

    async def answers(self, code: str, place: Place) -> dict[str, Answer]:
        async with reached():
            found = await self._redis.hgetall(answers_key(code, place))
        return {voter.decode(): answer_in(given) for voter, given in found.items()}

    async def answered(self, code: str, place: Place) -> int:
        async with reached():
            return int(await self._redis.hlen(answers_key(code, place)))

    async def put(self, code: str, name: str, data: bytes) -> None:
        keys = [*living(code), *data_keys(code)]
        await self._run(PUT, keys, name, data)

    async def get(self, code: str, name: str) -> bytes | None:
        async with reached():
            data: bytes | None = await self._redis.hget(key_of(code, "/data"), name)
        return data

    async def tell(self, code: str, text: str) -> None:
        async with reached():
            await self._redis.publish(NEWS, f"{code} {text}")

    async def end(self, code: str) -> None:
        try:
            room = await self.room(code)
        except NoRoomError:
            return
        asked = [*room.asked, *([room.question] if room.question else [])]
        rounds = [(each.id, n + 1) for each in asked for n in range(ROUNDS)]
        keys = [*living(code), *data_keys(code)]
        async with reached():
            await self._redis.delete(*keys, *(answers_key(code, each) for each in rounds))
            await self._redis.zrem(OPEN_ROOMS, code)
        await self.tell(code, "")


@asynccontextmanager
async def reached() -> AsyncIterator[None]:
    """What is asked of Redis here is answered, or `AwayError` says that it is not."""
    try:
        yield
    except (RedisError, OSError) as error:
        raise AwayError(str(error)) from error


def key_of(code: str, part: str = "") -> str:
    """The key of a part of a room."""
    return f"optviz/room/{code}{part}"


def answer_in(text: bytes) -> Answer:
    """The answer out of a `Given` as JSON."""
    return json.loads(text)["answer"]


def living(code: str) -> list[str]:
    """The keys of what lives on with each sign of life: the room, its seats and these signs."""
    return [key_of(code), key_of(code, "/seats"), key_of(code, "/signs")]


def data_keys(code: str) -> list[str]:
    """The keys of races' bytes, and of their names in the order in which they came."""
    return [key_of(code, "/data"), key_of(code, "/order")]


def answers_key(code: str, place: Place) -> str:
    """The key of the answers to one round of a question."""
    return key_of(code, f"/answers/{spelled(place)}")


def spelled(place: Place) -> str:
    """A question's id and its round in one word."""
    number, part = place
    return f"{number}.{part}"
