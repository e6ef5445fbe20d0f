"""Who is connected to this server, and what they are told.

Whatever happens in a room only marks it; a moment later the room is read once and its message is
written once, for all phones. A phone that is slow to take messages gets the newest of each kind.
"""

import asyncio
import json
from collections import defaultdict, deque
from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass, field
from typing import Any

from optviz.room.answers import results
from optviz.room.state import Room
from optviz.room.store import NAMED, AwayError, NoRoomError, Store

PAUSE = 0.05  # s between two readings of a room: what happens meanwhile is told at once
AT_ONCE = 50  # connections written to before others have their turn; one takes some 0.1 ms
ENDED = "This room has ended."
UNSEEN = {"asked", "at"}  # of a room: the one is of no use to phones, the other told by itself
TEACHERS = ("remote", "count", "names")  # kinds that only these are told

Send = Callable[[str], Awaitable[None]]


class Turns:
    """Lets so many through in each round of the event loop, the others in the order they came.

    The pages are answered by the same loop: what is told to a thousand phones in one round would
    hold them up.
    """

    def __init__(self) -> None:
        self._left = AT_ONCE
        self._queue: deque[asyncio.Future[None]] = deque()
        self._renewing = False

    async def take(self) -> None:
        """Wait until it is one's turn."""
        loop = asyncio.get_running_loop()
        if not self._renewing:
            self._renewing = True
            loop.call_soon(self._renew, loop)
        if self._left:
            self._left -= 1
            return
        turn = loop.create_future()
        self._queue.append(turn)
        await turn

    def _renew(self, loop: asyncio.AbstractEventLoop) -> None:
        self._left = AT_ONCE
        while self._left and self._queue:
            turn = self._queue.popleft()
            if not turn.done():  # its connection may have ended meanwhile
                self._left -= 1
                turn.set_result(None)
        self._renewing = self._left < AT_ONCE
        if self._renewing:
            loop.call_soon(self._renew, loop)


@dataclass(eq=False)
class Connection:
    """One phone or screen.

    Attributes:
        voter: whose; "" for a teacher's.
        teacher: whether it has the teacher's token.
    """

    voter: str = ""
    teacher: bool = False
    waiting: dict[str, str] = field(default_factory=dict)
    something: asyncio.Event = field(default_factory=asyncio.Event)

    def tell(self, **message: Any) -> None:
        """Have something told; of a kind of message only the newest is."""
        for kind, value in message.items():
            self.put(kind, json.dumps({kind: value}))

    def put(self, kind: str, text: str) -> None:
        """The same, where the text was written for many."""
        self.waiting.pop(kind, None)
        self.waiting[kind] = text
        self.something.set()

    async def write(self, send: Send, turns: Turns) -> None:
        """Send what there is to tell, when it is its turn, until the room is over."""
        while True:
            await self.something.wait()
            self.something.clear()
            await turns.take()
            while self.waiting:
                kind = next(iter(self.waiting))
                await send(self.waiting.pop(kind))
                if kind == "gone":
                    return


@dataclass
class Followed:
    """A room with a phone or screen on this server."""

    connections: set[Connection] = field(default_factory=set)
    told: Room | None = None
    text: str = ""
    dirty: bool = False
    names: str = ""
    named: bool = True  # since the names were read
    reading: asyncio.Task[None] | None = None


class Hub:
    """All connections of this server, by room."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.turns = Turns()
        self._rooms: dict[str, Followed] = defaultdict(Followed)
        store.listen(self.hear)

    def join(self, code: str, connection: Connection) -> None:
        """Follow a room; the first thing told is the room."""
        followed = self._rooms[code]
        followed.connections.add(connection)
        if followed.told is not None:
            connection.put("room", followed.text)
            connection.tell(at=asdict(followed.told.at))
        if connection.teacher and followed.names:
            connection.put("names", followed.names)
        if followed.told is None or connection.teacher:
            self.hear(code, "")

    def part(self, code: str, connection: Connection) -> bool:
        """Follow it no longer.

        Returns:
            Whether the same voter is here by another connection.
        """
        followed = self._rooms[code]
        followed.connections.discard(connection)
        others = any(each.voter == connection.voter for each in followed.connections)
        if not followed.connections:
            if followed.reading:
                followed.reading.cancel()
            del self._rooms[code]
        return others

    def hear(self, code: str, text: str) -> None:
        """Something happened in a room, or in any: a change, or a message to pass on."""
        if not code:
            for each in self._rooms:
                self.hear(each, NAMED)
        if code not in self._rooms:
            return
        followed = self._rooms[code]
        followed.named |= text == NAMED
        if text and text != NAMED:
            for kind, value in json.loads(text).items():
                self._spread(followed, kind, json.dumps({kind: value}))
            return
        followed.dirty = True
        if followed.reading is None or followed.reading.done():
            followed.reading = asyncio.get_running_loop().create_task(self._read(code, followed))

    async def _read(self, code: str, followed: Followed) -> None:
        """Read the room as long as things happen in it, and tell what changed."""
        while followed.dirty:
            followed.dirty = False
            try:
                await self._tell(code, followed)
            except NoRoomError:
                for connection in followed.connections:
                    connection.tell(gone=ENDED)
                return
            except AwayError:
                followed.dirty = followed.named = True  # the store is away for a moment
            await asyncio.sleep(PAUSE)

    async def _tell(self, code: str, followed: Followed) -> None:
        room = await self.store.room(code)
        before = followed.told
        if before is None or before.serial != room.serial:
            followed.text = json.dumps({"room": await view(self.store, code, room)})
            self._spread(followed, "room", followed.text)
        if before is None or before.at != room.at:
            self._spread(followed, "at", json.dumps({"at": asdict(room.at)}))
        followed.told = room
        if any(each.teacher for each in followed.connections):
            await self._count(code, followed, room)

    async def _count(self, code: str, followed: Followed, room: Room) -> None:
        asked = room.question
        answered = await self.store.answered(code, asked.place) if asked else 0
        count = {"here": await self.store.present(code), "answered": answered}
        self._spread(followed, "count", json.dumps({"count": count}))
        if followed.named:
            await self._name(code, followed)

    async def _name(self, code: str, followed: Followed) -> None:
        """Tell teachers the names; a thousand seats are not read for each vote."""
        followed.named = False
        seats = await self.store.seats(code)
        names = {seat.number: seat.name for seat in seats.values() if seat.name}
        followed.names = json.dumps({"names": names})
        self._spread(followed, "names", followed.names)

    def _spread(self, followed: Followed, kind: str, text: str) -> None:
        for connection in followed.connections:
            if connection.teacher or kind not in TEACHERS:
                connection.put(kind, text)


async def view(store: Store, code: str, room: Room) -> dict[str, Any]:
    """What a room's phones are told of it: nothing of answers before they are revealed."""
    seen = {name: value for name, value in asdict(room).items() if name not in UNSEEN}
    asked = room.question
    told = []
    if asked and asked.revealed:
        rounds = [await store.answers(code, (asked.id, n + 1)) for n in range(asked.round)]
        told = results(asked, rounds, await store.seats(code))
    return seen | {"results": told}
