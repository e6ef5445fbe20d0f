"""Where on the pages a visitor stands, apart from what is raced."""

from typing import Any

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from optviz.scenes import Scene
from optviz.spec.address import Place

PAGE = "page"  # the key, in the session's state, of the page that is shown
FIRST = "race"  # where an address leads that names no page
BEGINS = "place/begins"  # (scene's key, Place) of the player, as an address had them


def page() -> str:
    """The key of the page that is shown."""
    shown: str = st.session_state[PAGE]
    return shown


def go(page: str) -> None:
    """To a page, by its key."""
    st.session_state[PAGE] = page


def came_back() -> bool:
    """Whether the browser's Back or Forward led to this run of the page."""
    context = get_script_run_ctx()
    return context is not None and context.is_history_navigation


def begin_at(key: str, at: Place) -> None:
    """How the player begins with this scene, until another scene is chosen."""
    st.session_state[BEGINS] = key, at


def player_begins(key: str, scene: Scene) -> dict[str, Any]:
    """How the player begins: its step, views, stops, cloud and seeds, as `message` has them."""
    said_key, at = st.session_state.get(BEGINS, (key, Place()))
    if said_key != key:  # another scene has been chosen since
        st.session_state.pop(BEGINS)
        at = Place()
    said = {"at": at.t, "stops": at.stops, "cloud": at.cloud, "seeds": at.seeds}
    return {"views": at.view or scene.views, **said}
