"""Several servers with one Redis: a room is the same on all; one that is killed loses nothing."""

import asyncio
import signal
import subprocess
from collections.abc import Iterator
from typing import Any

import pytest
from redis import Redis

from optviz.room.codes import Key, new_key
from optviz.room.redis_store import RedisStore
from tests.support.phones import phone_at, rooms_process, voter
from tests.support.redis import redis_server

ASK: dict[str, Any] = {"kind": "choose", "prompt": "Whose?", "choices": ["SGD", "Adam"]}


@pytest.fixture(scope="module")
def redis() -> Iterator[str]:
    with redis_server() as address:
        yield address


@pytest.fixture
def key(redis: str) -> Key:
    key = new_key()

    async def open_room() -> None:
        store = RedisStore(redis)
        assert await store.open(key)
        await store.close()

    asyncio.run(open_room())
    return key


def test_a_vote_is_counted_whichever_server_it_came_by_and_survives_its_kill(
    redis: str, key: Key
) -> None:
    with rooms_process(redis) as (first, process), rooms_process(redis) as (second, _):
        with phone_at(second, key.code, teacher=key.teacher) as screen:
            with phone_at(first, key.code, voter=voter(1)) as one:
                screen.send(op="ask", **ASK)
                one.room(1)
                one.send(op="answer", question=1, round=1, answer=1)
                one.until("yours", {"question": 1, "round": 1, "answer": 1})
                screen.until("count", {"here": 1, "answered": 1})
                process.send_signal(signal.SIGKILL)
                process.wait()
            with (
                phone_at(second, key.code, voter=voter(1)) as again,
                phone_at(second, key.code, voter=voter(2)) as two,
            ):
                again.until("yours", {"question": 1, "round": 1, "answer": 1})
                assert again.hear("you")["number"] == 1
                two.room(1)
                two.send(op="answer", question=1, round=1, answer=0)
                screen.until("count", {"here": 2, "answered": 2})
                screen.send(op="reveal")
                assert two.room(2)["results"] == [{"counts": [1, 1]}]
        with rooms_process(redis) as (third, _), phone_at(third, key.code, voter=voter(3)) as late:
            assert late.room(2)["results"] == [{"counts": [1, 1]}]


def test_while_redis_stands_still_a_phone_is_told_so_and_goes_on_afterwards(
    redis: str, key: Key
) -> None:
    with rooms_process(redis) as (port, _), phone_at(port, key.code, voter=voter(1)) as phone:
        phone.room()
        with Redis.from_url(redis) as server:
            number = int(server.info("server")["process_id"])
        stop = ["kill", f"-{int(signal.SIGSTOP)}", str(number)]
        go_on = ["kill", f"-{int(signal.SIGCONT)}", str(number)]
        subprocess.run(stop, check=True)
        try:
            phone.send(op="ping")
            assert phone.hear("refused").startswith("The server cannot reach its rooms.")
        finally:
            subprocess.run(go_on, check=True)
        phone.send(op="ping")
        assert phone.hear("pong") == 1
        phone.send(op="name", name="Ada")
        phone.until("you", {"number": 1, "name": "Ada", "teacher": False})
