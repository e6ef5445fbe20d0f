"""One page after the other: what a click needs is computed by one thread at a time.

Python runs one thread at a time. Pages that are made side by side take turns many times in each and
all become ready late; one after the other, the first is ready at once and the last no later. Worse,
each change of turns costs time, so that many at once need several times the work.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

PLACES = threading.Semaphore(1)
PATIENCE = 2.0  # s; after these it goes on beside a page that takes long
holding = threading.local()  # .turn: whether this thread has one


@contextmanager
def render_slot() -> Iterator[None]:
    """Wait for a turn, though not for long, and keep it for the block."""
    holding.turn = PLACES.acquire(timeout=PATIENCE)
    try:
        yield
    finally:
        if holding.turn:
            PLACES.release()
        holding.turn = False


@contextmanager
def release_slot() -> Iterator[None]:
    """Let others have this thread's turn, if it has one, while the block waits for something."""
    had = getattr(holding, "turn", False)
    if had:
        PLACES.release()
    try:
        yield
    finally:
        if had:
            holding.turn = PLACES.acquire(timeout=PATIENCE)
