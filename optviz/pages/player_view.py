"""The player in Streamlit: bytes go to the browser, a new start comes back."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from optviz.pages.messages import heard
from optviz.web.scripts import loader


@st.cache_resource
def renderer() -> Callable[..., Any]:
    """The component, registered once for each version of the built player."""
    return st.components.v2.component("optviz_player", js=loader("player"))


def player(
    data: bytes,
    key: str,
    on_start: Callable[[], None],
    on_lesson: Callable[[], None] | None = None,
    on_room: Callable[[], None] | None = None,
) -> None:
    """Show the player.

    Args:
        data: a `payload.message`.
        key: names the player; while it stays, speed, play state and legend choices do.
        on_start: called when the visitor chose a start; `chosen(key)` tells which.
        on_lesson: called when a slide is to be turned or a question was answered;
            `lesson_request(key)` tells.
        on_room: called when the browser asks for the class's room that it had before.
    """
    named = {"on_lesson_change": on_lesson, "on_room_change": on_room}
    callbacks = {name: each for name, each in named.items() if each is not None}
    renderer()(data=data, key=key, on_chosen_change=on_start, **callbacks)


def chosen(key: str, anew: bool = False) -> dict[str, Any]:
    """What the browser last asked for: {"start": (x, y), "serial": n, "surface": key}, or less.

    Args:
        key: of the player.
        anew: whether it was asked for just now.
    """
    return heard(key, "chosen", anew)


def lesson_request(key: str) -> dict[str, Any]:
    """What a lesson's visitor just asked for: {"turn": pages} or {"answer": name}, or nothing."""
    return heard(key, "lesson", anew=True)
