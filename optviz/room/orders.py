"""What a phone can ask for and what a teacher can, by the `op` of their messages."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from optviz.room import changes
from optviz.room.answers import BALLS, Asked, Given, as_csv, checked, point
from optviz.room.hub import Connection
from optviz.room.state import ROUNDS, Change, Room
from optviz.room.store import NoRoomError, Store

NAME = 20  # characters
LATEST = 2**53 - 1  # ms: whole numbers beyond are not exact in JavaScript
DOES = ("next", "back", "play", "forward", "backward", "start", "reveal")  # what a remote has
CLOSED = "This vote is closed."
NO_PLACE = f"The race is full: {BALLS} take part. Yours runs on your phone alone."

Message = dict[str, Any]


@dataclass(frozen=True)
class Visit:
    """A phone or screen in a room.

    Attributes:
        store: where the room is kept.
        code: of the room.
        connection: to it.
    """

    store: Store
    code: str
    connection: Connection


Order = Callable[[Visit, Message], Awaitable[None]]


async def obey(visit: Visit, message: Message) -> None:
    """Do what a message asks for, or say in a sentence why not.

    Raises:
        NoRoomError: the room is no longer there.
        AwayError: where it is kept gives no answer.
    """
    name = message.get("op")
    known = TEACHERS | PHONES if visit.connection.teacher else PHONES
    order = known.get(name) if isinstance(name, str) else None
    try:
        if order is None:
            raise ValueError("this cannot be asked for")
        await order(visit, message)
    except ValueError as error:
        said = str(error)
        visit.connection.tell(refused=f"{said[:1].upper()}{said[1:].rstrip('.')}.")


async def ping(visit: Visit, _: Message) -> None:
    """A sign of life."""
    if visit.connection.voter:
        await visit.store.sign(visit.code, visit.connection.voter)
    visit.connection.tell(pong=1)


async def answer(visit: Visit, message: Message) -> None:
    """Answer the question; the last answer before it closes counts."""
    store, code, connection = visit.store, visit.code, visit.connection
    if not connection.voter:
        raise ValueError("a screen does not vote")
    asked = (await store.room(code)).question
    if not asked or (message.get("question"), message.get("round")) != asked.place:
        raise ValueError(CLOSED)
    at = message.get("at", 0)
    if type(at) is not int or not 0 <= at <= LATEST:
        raise ValueError("an answer is given at a time in whole milliseconds")
    given = Given(checked(asked, message.get("answer")), at)
    most = BALLS if asked.kind == "race" else 0
    kept = await store.answer(code, asked.place, connection.voter, given, most)
    if kept is None:
        now = (await store.room(code)).question
        raise ValueError(NO_PLACE if now and now.open and now.place == asked.place else CLOSED)
    connection.tell(yours={"question": asked.id, "round": asked.round, "answer": kept})


async def name(visit: Visit, message: Message) -> None:
    """Take a name, which the teacher can take away."""
    wanted = message.get("name")
    if not visit.connection.voter or not isinstance(wanted, str):
        raise ValueError("a name is a text")
    plain = " ".join("".join(each for each in wanted if each.isprintable()).split())
    if len(plain) > NAME:
        raise ValueError(f"a name has at most {NAME} characters")
    seat = await visit.store.name(visit.code, visit.connection.voter, plain)
    if seat.locked and plain:
        raise ValueError("your teacher has taken your name away: you are your number")
    visit.connection.tell(you={"number": seat.number, "name": seat.name, "teacher": False})


def changing(change: Callable[[Room, Message], Room]) -> Order:
    """An order that changes the room."""

    async def order(visit: Visit, message: Message) -> None:
        await visit.store.change(visit.code, lambda room: change(room, message))

    return order


def alone(change: Change) -> Order:
    """The same for one that needs nothing but its name."""
    return changing(lambda room, _: change(room))


async def spot(visit: Visit, message: Message) -> None:
    """Point at a place of the picture, or no longer."""
    place = message.get("point")
    told = None if place is None else point(place)
    await visit.store.tell(visit.code, json.dumps({"spot": told}))


async def remote(visit: Visit, message: Message) -> None:
    """Have the screen do something."""
    do = message.get("do")
    if do not in DOES:
        raise ValueError(f"a remote can do {', '.join(DOES)}")
    await visit.store.tell(visit.code, json.dumps({"remote": {"do": do}}))


async def remove(visit: Visit, message: Message) -> None:
    """Take a name away, for good."""
    seats = await visit.store.seats(visit.code)
    for voter, seat in seats.items():
        if seat.number == message.get("number"):
            await visit.store.name(visit.code, voter, "", locked=True)
            await visit.store.change(visit.code, changes.next_of)  # results have names
            await visit.store.tell(visit.code, json.dumps({"unnamed": seat.number}))
            return
    raise ValueError("no phone has this number")


async def table(visit: Visit, _: Message) -> None:
    """All answers to what was revealed or is over, as CSV."""
    room = await visit.store.room(visit.code)
    now = room.question
    told = [*room.asked, *([now] if now and now.revealed else [])]
    asked: list[Asked] = []
    for each in told:
        rounds = [await visit.store.answers(visit.code, (each.id, n + 1)) for n in range(ROUNDS)]
        asked.append((each, rounds))
    visit.connection.tell(csv=as_csv(asked, await visit.store.seats(visit.code)))


async def end(visit: Visit, _: Message) -> None:
    """End the room for all."""
    await visit.store.end(visit.code)
    raise NoRoomError(visit.code)


PHONES: dict[str, Order] = {"ping": ping, "answer": answer, "name": name}
TEACHERS: dict[str, Order] = {
    "at": changing(changes.stand),
    "free": changing(lambda room, message: changes.switch(room, "free", message.get("on"))),
    "pause": changing(lambda room, message: changes.switch(room, "paused", message.get("on"))),
    "ask": changing(changes.ask),
    "close": alone(changes.close),
    "again": alone(changes.again),
    "reveal": alone(changes.reveal),
    "done": alone(changes.done),
    "spot": spot,
    "remote": remote,
    "remove": remove,
    "csv": table,
    "end": end,
}
