"""The server's memory: what a class's pages leave behind is cleared away often, and cheaply."""

import ctypes
import gc
import threading
import time
from contextlib import suppress
from typing import Any

import streamlit as st
from streamlit.runtime import Runtime
from streamlit.runtime.scriptrunner import get_script_run_ctx

M_ARENA_MAX, ARENAS = -8, 2  # of glibc's mallopt(3)

# Much garbage before the youngest is looked at, so that little of what a page still uses grows old;
# what did grow old and is garbage is looked for after some 2,000,000 objects, 20 s of a class.
THRESHOLDS = 20_000, 20, 5

# s after a page is closed: Streamlit keeps its session for two minutes, in case it comes back.
AFTER = 150.0
clearing = threading.Lock()


@st.cache_resource(max_entries=2)
def tune_gc(imported: str = "") -> None:
    """Once after imports: spare later garbage collections what never becomes garbage.

    matplotlib is a hundred thousand objects; where they are not spared, a class's pages take
    several times as long from then on.

    Every run of a page is a thread, and glibc gives each the heap that is least in use: with its
    usual number of heaps, all of them grow to the size that one of them needs.

    Args:
        imported: since the last time, by name.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(*THRESHOLDS)
    with suppress(AttributeError, TypeError, OSError):  # only glibc has it
        ctypes.CDLL(None).mallopt(M_ARENA_MAX, ARENAS)


Visit = tuple[str, Any]  # a session's name and its state
left: list[tuple[float, Visit]] = []  # whose page is closed, and when it is too late to come back


def leave(visit: Visit | None) -> None:
    """The page of a visit is closed."""
    if visit is not None:
        left.append((time.monotonic() + AFTER, visit))
    clear_soon()


@st.cache_resource(scope="session", on_release=leave, show_spinner=False)
def forget_at_the_end() -> Visit | None:
    """What this visit holds is cleared away soon after it has ended; for every run of a page.

    Streamlit's loop goes on referring to the last session until another one comes. And a session
    refers to itself: one that was there when garbage collections were told to spare what they
    found would never be collected.
    """
    context = get_script_run_ctx()
    return None if context is None else (context.session_id, context.session_state)


def clear_soon() -> None:
    """Clear away what an ended visit has left, once for all that have ended meanwhile."""
    if clearing.acquire(blocking=False):
        timer = threading.Timer(AFTER, clear_all)
        timer.daemon = True
        timer.start()


def clear_all() -> None:
    """Collect all garbage, also what was spared; what is still of use is spared again."""
    if clearing.locked():
        clearing.release()
    now = time.monotonic()
    due = [each for each in left if each[0] <= now]
    for each in due:
        left.remove(each)
    if left:
        clear_soon()
    for _, (session, state) in due:
        if not is_back(session):
            state._state.clear()
            state._state._new_widget_state.widget_metadata.clear()  # callbacks' arguments
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def is_back(session: str) -> bool:
    """Whether a session goes on, since its page was opened again in time."""
    return Runtime.exists() and Runtime.instance().is_active_session(session)
