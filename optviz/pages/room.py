"""A class's room as its pages have it: opened with a click, shown what the page shows, ended.

The teacher's player steers the room by a line of its own (web/room/screen.js). Here is what only
the page knows: what is raced, the words of a slide and its question, and the room's address.
"""

import hashlib
from dataclasses import asdict
from io import BytesIO
from typing import Any

import segno
import streamlit as st

from optviz.pages import link
from optviz.pages.messages import heard
from optviz.room import service
from optviz.room.codes import Key
from optviz.room.state import Shown
from optviz.room.store import AwayError
from optviz.server.reach import ONLY_HERE, for_others, is_only_here

KEY, GONE, SAID = "room/key", "room/gone", "room/said"  # SAID: a digest of what was shown last
PROBLEM = "room/problem"
AWAY = "The server cannot reach its rooms just now. Try again in a moment."
ENDED = "The room has ended."
PRIVATE = "Your data stay on this screen: phones show no race of them."


def key() -> Key | None:
    """What opens the room of this visit; None where it has none, or it is over."""
    held: Key | None = st.session_state.get(KEY)
    if held and not is_open(held):
        forget(ENDED)
        return None
    return held


def is_open(held: Key) -> bool:
    """Whether there is this room; one whose store is away for a moment counts as there."""
    try:
        return service.room_of(held) is not None
    except AwayError:
        return True


def forget(why: str) -> None:
    """The visit has no room any more, which its browser is told, too."""
    for name in (KEY, SAID):
        st.session_state.pop(name, None)
    st.session_state[GONE] = why


def offer() -> None:
    """What opens a room, or ends it."""
    held = st.session_state
    if key():
        st.button("End the room", on_click=end, icon=":material/groups:", help="Nothing is kept.")
        return
    st.button(
        "Open a room",
        on_click=begin,
        icon=":material/groups:",
        help="The class joins by phone: it sees this race, votes, and races together.",
    )
    if problem := held.pop(PROBLEM, ""):
        st.warning(problem)


def begin() -> None:
    """Open a room."""
    held = st.session_state
    try:
        held[KEY] = service.open_room()
    except ValueError as error:
        held[PROBLEM] = str(error)
    except AwayError:
        held[PROBLEM] = AWAY
    else:
        held.pop(GONE, None)


def end() -> None:
    """End it."""
    held: Key | None = st.session_state.get(KEY)
    try:
        if held:
            service.end(held)
    except AwayError:
        st.session_state[PROBLEM] = AWAY
    else:
        forget(ENDED)


def take(component: str) -> None:
    """Have the room again that the browser had: after a reload, or with a server that is new.

    Args:
        component: the key of the player that asks for it.
    """
    asked = heard(component, "room", anew=True).get("again")
    if asked is None:
        return
    st.session_state.pop(SAID, None)
    found = Key(**asked)
    if is_open(found):
        st.session_state[KEY] = found
        st.session_state.pop(GONE, None)
    else:
        forget(ENDED)


def header(held: Key | None) -> dict[str, str] | None:
    """What the player is told of the room, as web/room/told.js has it; None where there is none.

    Args:
        held: the room's `key`.
    """
    if held is None:
        why = st.session_state.get(GONE)
        return {"gone": why} if why else None
    page, note = address()
    joined = f"{page}/{held.code}"
    return asdict(held) | {
        "address": joined,
        "qr": code_of(f"{joined}?k={held.invite}"),
        "remote": code_of(f"{joined}#teacher={held.teacher}"),
        "note": note,
    }


def address() -> tuple[str, str]:
    """The address of the phones' page, as others reach it, and what is to be known about it."""
    own = link.opened_at()
    others = for_others(own) if is_only_here(own) else own
    note = ""
    if others is None:
        note = f"This address {ONLY_HERE}: phones cannot reach it."
    elif others != own:
        note = (
            "Phones reach it if the server was started for them, as with --address 0.0.0.0, "
            "and the firewall lets them in."
        )
    return f"{(others or own).rstrip('/')}/room", note


@st.cache_data(max_entries=64, show_spinner=False)
def code_of(text: str) -> str:
    """A QR code as an SVG of its own, dark on white whatever the theme."""
    file = BytesIO()
    segno.make(text, error="m", micro=False).save(
        file, kind="svg", border=3, light="#fff", xmldecl=False, omitsize=True
    )
    return file.getvalue().decode()


def publish(held: Key, shown: Shown, data: bytes = b"", **question: Any) -> None:
    """Show the class what the page shows, if that is not what it sees already.

    Args:
        held: the room's `key`.
        shown: its words.
        data: the race, a `player.payload.message`; none while a question hides it.
        question: as `service.show` takes it.
    """
    said = hashlib.sha256(data + repr((held, shown, question)).encode()).hexdigest()
    if st.session_state.get(SAID) == said:
        return
    try:
        service.show(held, shown, data, **question)
    except AwayError:
        return  # the next run of the page shows it
    st.session_state[SAID] = said
