"""So many visitors at once and no more: a full server says so instead of keeping all waiting."""

import threading

import streamlit as st
from streamlit.runtime import Runtime
from streamlit.runtime.scriptrunner import get_script_run_ctx

from optviz.server.environment import whole_number

VARIABLE = "OPTVIZ_VISITORS"  # of the environment: how many there may be
# What two cores were measured to serve without delay is a class of 80; see the README.
VISITORS = 100
AGAIN = 10  # s until a page that found no place looks once more
taking = threading.Lock()
taken: set[str] = set()  # sessions that have a place


def limit() -> int:
    """How many visitors there may be at once.

    Raises:
        ValueError: the environment names no such number.
    """
    return whole_number(VARIABLE, VISITORS)


def admit() -> bool:
    """Whether this visitor has a place; where not, the page says so and looks again by itself."""
    context = get_script_run_ctx()
    if context is None or not Runtime.exists():
        return True  # no server: a test runs the script
    if st.session_state.get("seated") or take(context.session_id, Runtime.instance(), limit()):
        st.session_state["seated"] = True  # who is in stays in, after a lost connection too
        return True
    st.info(
        f"The server is full: all {limit()} places are taken. This page opens by itself when one "
        "is free."
    )
    st.fragment(look_again, run_every=AGAIN)()
    return False


def look_again() -> None:
    """Begin anew, unless this is the page's own run."""
    if st.session_state.get("asked for a place"):
        del st.session_state["asked for a place"]
        st.rerun()
    st.session_state["asked for a place"] = True


def take(session: str, runtime: Runtime, places: int) -> bool:
    """Take one of the places; those of visitors who have gone are free."""
    with taking:
        taken.intersection_update({each for each in taken if runtime.is_active_session(each)})
        if session not in taken and len(taken) >= places:
            return False
        taken.add(session)
        return True
