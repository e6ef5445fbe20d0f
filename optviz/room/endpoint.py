"""A phone's or screen's connection: who it is, what it sends, what it is told."""

import asyncio
import hmac
import json
from typing import Any
from urllib.parse import urlsplit

from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketState

from optviz.room.codes import code_of, is_voter
from optviz.room.hub import ENDED, Connection, Turns
from optviz.room.limits import Bucket
from optviz.room.orders import Message, Visit, obey
from optviz.room.server import RoomServer, current
from optviz.room.store import AwayError, NoRoomError
from optviz.server.environment import whole_number

VARIABLE = "OPTVIZ_ROOM"  # of the environment: how many phones a room has places for
PLACES = 1_000
HELLO = 10  # s within which it says who it is
LARGEST = 8_000  # characters of a message; the largest of ours has some 2,000
PHONE, TEACHER = (30, 10), (120, 60)  # messages at once, and each second
NO_ROOM = "There is no room with this code."
WAIT = (
    "Too many wrong codes came from your network. Scan the QR code on the screen, or try again "
    "in a minute."
)
AWAY = "The server cannot reach its rooms. This page tries again by itself."
NOISE, REFUSED = 1008, 4003  # codes with which a connection is closed


def places() -> int:
    """How many phones a room has places for.

    Raises:
        ValueError: the environment names no such number.
    """
    return whole_number(VARIABLE, PLACES)


async def live(websocket: WebSocket) -> None:
    """One connection, from its first message to its end."""
    if not is_from_here(websocket):
        await websocket.close(REFUSED)
        return
    await websocket.accept()
    try:
        server = current()
        async with asyncio.timeout(HELLO):
            visit = await greet(server, websocket, await heard(websocket))
        await follow(server, websocket, visit)
    except NoRoomError as error:
        await part(websocket, str(error))
    except AwayError:
        await websocket.close(1013)  # it comes again
    except TimeoutError:
        await websocket.close(NOISE)
    except WebSocketDisconnect:
        return


def is_from_here(websocket: WebSocket) -> bool:
    """Whether the page that connects came from this server; what is no browser says nothing."""
    origin = websocket.headers.get("origin")
    return origin is None or urlsplit(origin).netloc == websocket.headers.get("host")


async def heard(websocket: WebSocket) -> Message:
    """The next message.

    Raises:
        WebSocketDisconnect: there is none any more, or it is none of ours.
    """
    message = await websocket.receive()
    if message["type"] == "websocket.disconnect":
        raise WebSocketDisconnect(message.get("code", 1000))
    try:
        text = message.get("text") or ""
        content = json.loads(text) if len(text) <= LARGEST else None
    except (ValueError, RecursionError):
        content = None
    return content if isinstance(content, dict) else {}


async def greet(server: RoomServer, websocket: WebSocket, hello: Message) -> Visit:
    """Let one in that says who it is.

    Raises:
        NoRoomError: it stays outside; the sentence says why.
    """
    network = websocket.client.host if websocket.client else ""
    code, voter = code_of(websocket.path_params["code"]), hello.get("voter")
    waits = server.tries.are_too_many(network)
    try:
        if not code or hello.get("op") != "hello":
            raise NoRoomError(code)
        key = await server.store.key(code)
    except NoRoomError:
        server.tries.wrong(network)
        raise NoRoomError(WAIT if waits else NO_ROOM) from None
    if is_same(hello.get("teacher"), key.teacher):
        connection = Connection(teacher=True)
        connection.tell(you={"number": 0, "name": "", "teacher": True})
        return Visit(server.store, code, connection)
    if not is_voter(voter):
        raise NoRoomError("Open the room's page anew.")
    guesses = waits and not is_same(hello.get("invite"), key.invite)
    if guesses and voter not in await server.store.seats(code):
        raise NoRoomError(WAIT)
    seat = await server.store.seat(code, voter, places())
    if seat is None:
        raise NoRoomError(f"The room is full: all {places()} places are taken.")
    connection = Connection(voter=voter)
    connection.tell(you={"number": seat.number, "name": seat.name, "teacher": False})
    connection.tell(yours=await answer_of(server, code, voter))
    return Visit(server.store, code, connection)


async def answer_of(server: RoomServer, code: str, voter: str) -> dict[str, Any] | None:
    """What this voter has answered to the question that is asked."""
    asked = (await server.store.room(code)).question
    if asked is None:
        return None
    given = await server.store.answer_of(code, asked.place, voter)
    return None if given is None else {"question": asked.id, "round": asked.round, "answer": given}


def is_same(given: object, secret: str) -> bool:
    """Whether a secret is known, in a time that tells nothing."""
    return isinstance(given, str) and hmac.compare_digest(given.encode(), secret.encode())


async def follow(server: RoomServer, websocket: WebSocket, visit: Visit) -> None:
    """Hear and tell until one of both ends it."""
    store, code, connection = visit.store, visit.code, visit.connection
    server.hub.join(code, connection)
    writing = asyncio.create_task(tell_all(websocket, connection, server.hub.turns))
    try:
        if connection.voter:
            await store.sign(code, connection.voter)
        await hear_all(websocket, visit, writing)
    finally:
        writing.cancel()
        await asyncio.gather(writing, return_exceptions=True)
        elsewhere = server.hub.part(code, connection)
        if connection.voter and not elsewhere:
            await leave(visit)


async def tell_all(websocket: WebSocket, connection: Connection, turns: Turns) -> None:
    """Tell it all there is to tell, until the room is over."""
    await connection.write(websocket.send_text, turns)
    await websocket.close()


async def hear_all(websocket: WebSocket, visit: Visit, writing: asyncio.Task[None]) -> None:
    """Do what is asked for, as long as it is not too much."""
    bucket = Bucket(*(TEACHER if visit.connection.teacher else PHONE))
    while not writing.done():
        message = await heard(websocket)
        if not bucket.take():
            await websocket.close(NOISE)
            return
        try:
            await obey(visit, message)
        except NoRoomError:
            raise NoRoomError(ENDED) from None
        except AwayError:
            visit.connection.tell(refused=AWAY)


async def leave(visit: Visit) -> None:
    """The phone is not here any more; if the room is not either, all is well."""
    try:
        await visit.store.leave(visit.code, visit.connection.voter)
    except (NoRoomError, AwayError):
        return


async def part(websocket: WebSocket, sentence: str) -> None:
    """Say why it ends, and end it."""
    if websocket.application_state == WebSocketState.CONNECTED:
        await websocket.send_text(json.dumps({"gone": sentence}))
        await websocket.close()
