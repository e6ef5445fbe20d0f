"""Where rooms are kept, as one interface: in this process's memory, or in Redis (`redis_store`).

Each answer is one record of its voter and question, written in one step that looks whether the
question is open; nothing is read, changed and written back. So no answer is lost or counted twice,
and closing holds whatever is still on its way.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Protocol

from optviz.room.answers import Answer, Given, Seat
from optviz.room.codes import Key
from optviz.room.state import Change, Room

IDLE = 2 * 3600  # s without a sign of life after which a room ends
LONGEST = 12 * 3600  # s after which it ends in any case
PRESENT = 45  # s after its last sign of life for which a phone is here
KEPT = 12  # races of a room, the newest; a phone asks for the one that is shown

ROOMS = 500  # at once: more is no school

FULL = f"This server has {ROOMS} rooms open, as many as it can. Try again when one has ended."

NAMED = "named"  # the news that a name has changed

Place = tuple[int, int]  # of answers: a question's id, and its round
Hear = Callable[[str, str], None]


class NoRoomError(Exception):
    """There is no such room, or no longer."""


class AwayError(Exception):
    """Where rooms are kept gives no answer now; what was asked may be asked again."""


class Store(Protocol):
    """Rooms, their seats and answers; a room that is not there raises `NoRoomError`."""

    async def open(self, key: Key) -> bool:
        """Open a room; False if its code is taken; ValueError where there are too many."""

    async def key(self, code: str) -> Key:
        """What opens this room."""

    async def room(self, code: str) -> Room:
        """What all may know of it."""

    async def change(self, code: str, change: Change) -> Room:
        """Change it, in one step, and wake all who follow it; what `change` raises, this raises."""

    async def seat(self, code: str, voter: str, places: int) -> Seat | None:
        """This voter's seat, a new one if there is none yet; None where all places are taken."""

    async def name(self, code: str, voter: str, name: str, *, locked: bool = False) -> Seat:
        """Give a voter another name, unless it is locked; it is from then on if asked to."""

    async def seats(self, code: str) -> dict[str, Seat]:
        """All seats by their voters."""

    async def sign(self, code: str, voter: str) -> None:
        """A voter's phone is here."""

    async def leave(self, code: str, voter: str) -> None:
        """It is no longer."""

    async def present(self, code: str) -> int:
        """How many phones are here."""

    async def answer(self, code: str, place: Place, voter: str, given: Given, most: int) -> Answer:
        """Keep an answer in the place of an earlier one, if the question is open.

        Args:
            code: of the room.
            place: question and round.
            voter: whose it is.
            given: the answer; one that was given before the one that is kept came by a connection
                that was lost and left meanwhile, and is forgotten.
            most: how many voters can answer; 0 for all.

        Returns:
            The answer that is kept now; None if none was taken.
        """

    async def answer_of(self, code: str, place: Place, voter: str) -> Answer:
        """One voter's answer; None where there is none."""

    async def answers(self, code: str, place: Place) -> dict[str, Answer]:
        """All answers by their voters."""

    async def answered(self, code: str, place: Place) -> int:
        """How many have answered."""

    async def put(self, code: str, name: str, data: bytes) -> None:
        """Keep a race's bytes under their name."""

    async def get(self, code: str, name: str) -> bytes | None:
        """The bytes, or None where they are not kept (any more)."""

    async def tell(self, code: str, text: str) -> None:
        """Pass a message on to all who follow this room, here and on other servers."""

    async def end(self, code: str) -> None:
        """End it: nothing is kept."""

    def listen(self, hear: Hear) -> None:
        """Have `hear(code, text)` called, in the event loop, for all that happens from now on.

        The text is "" for a change of the room or its answers, `NAMED` for one of its names, else a
        message that was told. The
        code is "" where anything may have happened in any room.
        """

    async def close(self) -> None:
        """The server ends; rooms that are kept elsewhere stay."""


@dataclass
class Held:
    """A room in memory."""

    key: Key
    opened: float
    seen: float
    room: Room = field(default_factory=Room)
    seats: dict[str, Seat] = field(default_factory=dict)
    signs: dict[str, float] = field(default_factory=dict)
    answers: dict[Place, dict[str, Given]] = field(default_factory=dict)
    data: dict[str, bytes] = field(default_factory=dict)


class MemoryStore:
    """Rooms of one process: all methods run in one event loop, none waits, so each is one step."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._rooms: dict[str, Held] = {}
        self._listeners: list[Hear] = []

    def _held(self, code: str) -> Held:
        held = self._rooms.get(code)
        if held is None or self._is_over(held):
            raise NoRoomError(code)
        held.seen = self._clock()
        return held

    def _wake(self, code: str, text: str = "") -> None:
        for hear in self._listeners:
            hear(code, text)

    def listen(self, hear: Hear) -> None:
        self._listeners.append(hear)

    async def close(self) -> None:
        self._listeners.clear()

    def _is_over(self, held: Held) -> bool:
        now = self._clock()
        return now - held.opened >= LONGEST or now - held.seen >= IDLE

    async def open(self, key: Key) -> bool:
        for code in [code for code, held in self._rooms.items() if self._is_over(held)]:
            await self.end(code)
        if len(self._rooms) >= ROOMS:
            raise ValueError(FULL)
        if key.code in self._rooms:
            return False
        self._rooms[key.code] = Held(key, self._clock(), self._clock())
        return True

    async def key(self, code: str) -> Key:
        return self._held(code).key

    async def room(self, code: str) -> Room:
        return self._held(code).room

    async def change(self, code: str, change: Change) -> Room:
        held = self._held(code)
        changed = change(held.room)
        if changed != held.room:
            held.room = changed
            self._wake(code)
        return changed

    async def seat(self, code: str, voter: str, places: int) -> Seat | None:
        seats = self._held(code).seats
        if voter not in seats:
            if len(seats) >= places:
                return None
            seats[voter] = Seat(len(seats) + 1)
        return seats[voter]

    async def name(self, code: str, voter: str, name: str, *, locked: bool = False) -> Seat:
        seats = self._held(code).seats
        if locked or not seats[voter].locked:
            seats[voter] = replace(seats[voter], name=name, locked=locked)
            self._wake(code, NAMED)
        return seats[voter]

    async def seats(self, code: str) -> dict[str, Seat]:
        return dict(self._held(code).seats)

    async def sign(self, code: str, voter: str) -> None:
        signs = self._held(code).signs
        new = voter not in signs
        signs[voter] = self._clock()
        if new:
            self._wake(code)

    async def leave(self, code: str, voter: str) -> None:
        if self._held(code).signs.pop(voter, None) is not None:
            self._wake(code)

    async def present(self, code: str) -> int:
        signs = self._held(code).signs
        since = self._clock() - PRESENT
        return sum(sign > since for sign in signs.values())

    async def answer(self, code: str, place: Place, voter: str, given: Given, most: int) -> Answer:
        held = self._held(code)
        asked = held.room.question
        if not asked or not asked.open or asked.place != place:
            return None
        kept = held.answers.setdefault(place, {})
        if most and voter not in kept and len(kept) >= most:
            return None
        if voter not in kept or kept[voter].at <= given.at:
            kept[voter] = given
            self._wake(code)
        return kept[voter].answer

    async def answer_of(self, code: str, place: Place, voter: str) -> Answer:
        given = self._held(code).answers.get(place, {}).get(voter)
        return given and given.answer

    async def answers(self, code: str, place: Place) -> dict[str, Answer]:
        given = self._held(code).answers.get(place, {})
        return {voter: each.answer for voter, each in given.items()}

    async def answered(self, code: str, place: Place) -> int:
        return len(self._held(code).answers.get(place, {}))

    async def put(self, code: str, name: str, data: bytes) -> None:
        kept = self._held(code).data
        kept.pop(name, None)
        kept[name] = data
        while len(kept) > KEPT:
            kept.pop(next(iter(kept)))

    async def get(self, code: str, name: str) -> bytes | None:
        return self._held(code).data.get(name)

    async def tell(self, code: str, text: str) -> None:
        self._wake(code, text)

    async def end(self, code: str) -> None:
        if self._rooms.pop(code, None):
            self._wake(code)
