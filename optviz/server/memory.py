"""The server's memory: what a class's pages leave behind is cleared away often, and cheaply."""

import ctypes
import gc
from contextlib import suppress

import streamlit as st

M_ARENA_MAX, ARENAS = -8, 2  # of glibc's mallopt(3)

# Much garbage before the youngest is looked at, so that little of what a page still uses grows old;
# what did grow old and is garbage is looked for after some 2,000,000 objects, 20 s of a class.
THRESHOLDS = 20_000, 20, 5


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
