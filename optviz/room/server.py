"""The rooms of this server: one store, one hub, in the event loop that serves the pages."""

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from optviz.room.hub import Hub
from optviz.room.limits import Tries
from optviz.room.store import MemoryStore, Store

VARIABLE = "OPTVIZ_REDIS"  # of the environment: the Redis in which several servers keep rooms


@dataclass(frozen=True)
class RoomServer:
    """What the connections of this server share.

    Attributes:
        store: of the rooms.
        hub: who is connected.
        tries: at codes.
        loop: in which all of it runs.
    """

    store: Store
    hub: Hub
    tries: Tries
    loop: asyncio.AbstractEventLoop


running: list[RoomServer] = []  # one, while the server serves


def current() -> RoomServer:
    """The server's rooms.

    Raises:
        RuntimeError: no server runs in this process.
    """
    if not running:
        raise RuntimeError("no server runs in this process")
    return running[-1]


@asynccontextmanager
async def lifespan(_: object) -> AsyncIterator[None]:
    """What `st.App` takes: rooms are there while the server serves."""
    store = await store_of(os.environ.get(VARIABLE, ""))
    server = RoomServer(store, Hub(store), Tries(), asyncio.get_running_loop())
    running.append(server)
    try:
        yield
    finally:
        running.remove(server)
        await store.close()


async def store_of(address: str) -> Store:
    """The store at an address of Redis; in memory without one.

    Raises:
        ValueError: the package that speaks with Redis is not installed.
    """
    if not address:
        return MemoryStore()
    try:
        from optviz.room.redis_store import RedisStore  # noqa: PLC0415, an extra
    except ModuleNotFoundError:
        raise ValueError(
            f"{VARIABLE} is set, and the package redis is not installed: "
            "pip install 'optviz[redis]'"
        ) from None
    return RedisStore(address)
