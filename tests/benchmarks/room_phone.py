"""A phone or screen without a browser, of which one process can have a thousand."""

import asyncio
import json
import random
import secrets
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidMessage, InvalidStatus

PATIENCE = 60.0  # s; who waits longer counts it as an error
LOST = (OSError, ConnectionClosed, InvalidMessage, InvalidStatus, TimeoutError)


class Stamped(ClientConnection):
    """A connection that knows when something came.

    A thousand of them share one process, in which a message is read some time after it came: on
    phones of their own it would be read at once.
    """

    arrived = 0.0  # s

    def data_received(self, data: bytes) -> None:
        """Something came."""
        self.arrived = time.perf_counter()
        super().data_received(data)


class Phone:
    """Follows a room, comes back whenever its connection is lost, and sends again what it answered.

    Attributes:
        told: the newest of each kind of message.
        heard: called with each message as it comes, and when, in s.
        joins: how often it was let in.
    """

    def __init__(self, ports: list[int], key: dict[str, str], teacher: bool = False) -> None:
        self.ports, self.key = ports, key
        self.hello = (
            {"teacher": key["teacher"]}
            if teacher
            else {"voter": secrets.token_urlsafe(16), "invite": key["invite"]}
        )
        self.told: dict[str, Any] = {}
        self.heard: list[Callable[[dict[str, Any], float], None]] = []
        self.joins = 0
        self.answer: dict[str, Any] | None = None
        self.news = asyncio.Event()
        self._session: ClientConnection | None = None
        self._living = asyncio.create_task(self._live())

    async def _live(self) -> None:
        pause = 0.05
        while True:
            with suppress(*LOST):
                await self._visit()
            await asyncio.sleep(random.uniform(0.5, 1) * pause)
            pause = min(2, 2 * pause)

    async def _visit(self) -> None:
        address = f"ws://127.0.0.1:{random.choice(self.ports)}/room/{self.key['code']}/live"
        async with connect(
            address, compression=None, open_timeout=PATIENCE, create_connection=Stamped
        ) as session:
            await session.send(json.dumps({"op": "hello"} | self.hello))
            async for text in session:
                now, message = session.arrived, json.loads(text)  # type: ignore[attr-defined]
                if "you" in message:
                    self._session = session
                    self.joins += 1
                    if self.answer:
                        await session.send(json.dumps(self.answer))
                self.told |= message
                for hear in self.heard:
                    hear(message, now)
                self.news.set()
            self._session = None

    async def send(self, **message: Any) -> None:
        """Say something; where the connection is lost, an answer is said again after it."""
        if message["op"] == "answer":
            self.answer = message = message | {"at": time.time_ns() // 1_000_000}
        if self._session:
            with suppress(ConnectionClosed):
                await self._session.send(json.dumps(message))

    async def until(self, holds: Callable[[], object]) -> None:
        """Wait until it holds.

        Raises:
            TimeoutError: it does not, for too long.
        """
        async with asyncio.timeout(PATIENCE):
            while not holds():
                self.news.clear()
                await self.news.wait()

    @property
    def question(self) -> tuple[int, int] | None:
        """Which is open, as id and round."""
        asked = self.told.get("room", {}).get("question")
        return (asked["id"], asked["round"]) if asked and asked["open"] else None

    def is_held(self) -> bool:
        """Whether the server has this phone's answer."""
        held, given = self.told.get("yours"), self.answer
        if not held or not given:
            return False
        return all(held[name] == given[name] for name in ("question", "round", "answer"))

    async def cut(self) -> None:
        """Lose the connection, as in another network: without a word."""
        if self._session:
            self._session.transport.abort()

    async def leave(self) -> None:
        """Go away for good."""
        self._living.cancel()
        await asyncio.gather(self._living, return_exceptions=True)
