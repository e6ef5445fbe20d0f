"""The rooms as Streamlit's pages use them, from threads of their own."""

import asyncio
import hashlib
from collections.abc import Coroutine
from dataclasses import replace
from typing import Any, TypeVar

from optviz.room import changes
from optviz.room.codes import Key, new_key
from optviz.room.server import current
from optviz.room.state import Room, Shown
from optviz.room.store import AwayError, NoRoomError, Store

PATIENCE = 5  # s for which a page waits for where the rooms are kept
TRIES = 20  # codes until one is free

Result = TypeVar("Result")


def waited(work: Coroutine[Any, Any, Result]) -> Result:
    """What comes of work in the server's event loop.

    Raises:
        AwayError: it takes too long.
    """
    future = asyncio.run_coroutine_threadsafe(work, current().loop)
    try:
        return future.result(PATIENCE)
    except TimeoutError:
        future.cancel()
        raise AwayError from None


def open_room() -> Key:
    """Open a room.

    Raises:
        ValueError: there are too many; the sentence says so.
        AwayError: where rooms are kept gives no answer.
        RuntimeError: no server runs in this process.
    """
    store = current().store
    for _ in range(TRIES):
        key = new_key()
        if waited(store.open(key)):
            return key
    raise ValueError("There are too many rooms now. Try again when one has ended.")


def room_of(key: Key) -> Room | None:
    """The room that a key opens, as it is; None where there is none, or the key is no longer it."""
    return waited(opened(current().store, key))


async def opened(store: Store, key: Key) -> Room | None:
    """The same, in the event loop."""
    try:
        known = await store.key(key.code)
        return await store.room(key.code) if known.teacher == key.teacher else None
    except NoRoomError:
        return None


def show(
    key: Key,
    shown: Shown,
    data: bytes = b"",
    *,
    question: dict[str, Any] | None = None,
    slide: str = "",
    right: str = "",
    measured: str = "",
) -> Room | None:
    """Show a race or slide to the class, and ask a slide's question.

    Args:
        key: of the room.
        shown: its words; the name of `data` is added.
        data: the race, a `player.payload.message`; none while a question hides it.
        question: the slide's, as `changes.ask` takes it; None where it has none.
        slide: names the question: one slide asks once.
        right: the measured answer, told once the question is revealed.
        measured: the same as a sentence.

    Returns:
        The room as it is now; None if it has ended.
    """
    return waited(shown_in(current().store, key, shown, data, question, slide, right, measured))


async def shown_in(
    store: Store,
    key: Key,
    shown: Shown,
    data: bytes,
    question: dict[str, Any] | None,
    slide: str,
    right: str,
    measured: str,
) -> Room | None:
    """The same as `show`, in the event loop."""
    name = hashlib.sha256(data).hexdigest()[:20] if data else ""

    def change(room: Room) -> Room:
        room = changes.show(room, replace(shown, data=name))
        if question:
            room = changes.ask(room, question, slide)
        elif room.question and room.question.key:
            room = changes.done(room)  # that slide is no longer shown
        return changes.measure(room, slide, right, measured) if right else room

    try:
        if data and await store.get(key.code, name) is None:
            await store.put(key.code, name, data)
        return await store.change(key.code, change)
    except NoRoomError:
        return None


def end(key: Key) -> None:
    """End a room, for all in it."""
    waited(current().store.end(key.code))
