"""How far a work is that reports its progress, as an iterator that can go to another process."""

import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from queue import Empty, SimpleQueue
from typing import Any, NamedTuple

from optviz.memo import Kept, Memo, kept_by_all

TICK = 0.2  # s at most between two reports, so that the process is free for others' questions


class Report(NamedTuple):
    """How far it is.

    Attributes:
        done: the share of the work that is done, 0 to 1.
        whole: whether this is the last report.
        result: what the work came to, in the last report; None before.
    """

    done: float
    whole: bool = False
    result: Any = None


class DroppedError(Exception):
    """The reports are no longer asked for."""


def with_memos(function: Memo[..., Any], *arguments: Any) -> Iterator[Report]:
    """A single report: all that memos keep when one has computed its result, and last that one.

    Of what is private only that result: the rest is kept with the private thing itself.
    """
    try:
        outcome = function(*arguments)
    except ValueError as error:
        outcome = error
    yield Report(1.0, True, [*kept_by_all(), Kept(function, arguments, outcome)])


def reports(work: Callable[..., Any], *arguments: Any) -> Iterator[Report]:
    """Begin a work, and tell how far it is, the newest report each time.

    When the iterator is dropped, the work ends at its next report.

    Args:
        work: called with `arguments` and, last, a function to be called with shares of the work.
        arguments: for it.

    Raises:
        ValueError: as the work has it; other exceptions likewise.
    """
    news: SimpleQueue[Report | Exception] = SimpleQueue()
    dropped = threading.Event()

    def tell(share: float) -> None:
        if dropped.is_set():
            raise DroppedError
        news.put(Report(share))

    def run() -> None:
        try:
            news.put(Report(1.0, True, work(*arguments, tell)))
        except Exception as error:
            news.put(error)  # raised again where it is asked for, unless it is no longer asked for

    threading.Thread(target=run, daemon=True).start()
    latest = Report(0.0)
    try:
        while not latest.whole:
            with suppress(Empty):
                found = news.get(timeout=TICK)
                while not news.empty():
                    found = news.get()
                if isinstance(found, Exception):
                    raise found
                latest = found
            yield latest
    finally:
        dropped.set()
