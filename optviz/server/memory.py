"""The server's memory: what a class's pages leave behind is cleared away often, and cheaply."""

import ctypes
import gc
import threading
from contextlib import suppress

import streamlit as st

M_ARENA_MAX, ARENAS = -8, 2  # of glibc's mallopt(3)

# Much garbage before the youngest is looked at, so that little of what a page still uses grows old;
# what did grow old and is garbage is looked for after some 2,000,000 objects, 20 s of a class.
THRESHOLDS = 20_000, 20, 5

# s after a visit, when Streamlit has dropped its session: what it held is looked for then.
AFTER = 10.0
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


@st.cache_resource(scope="session", on_release=lambda _: clear_soon(), show_spinner=False)
def forget_at_the_end() -> None:
    """What this visit holds is cleared away soon after it has ended; to be asked for in a page.

    A session refers to itself, and one that was there when garbage collections were told to spare
    what they found would never be collected.
    """


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
    gc.unfreeze()
    gc.collect()
    gc.freeze()
