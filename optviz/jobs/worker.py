"""Workers: processes that compute one generator each, asked for one result after the other.

A Python process runs one thread at a time, so a sweep in a thread of the server would hold up each
visitor's page for seconds. A worker is forked where everything is imported (`fork_server`), which
takes some milliseconds and little memory. It runs at low priority, and ends when the other end of
its pipe is closed, in the middle of a result too: because its results are no longer wanted, or
because the server is gone. While it is not asked it stands still.

Why not a library. `concurrent.futures.ProcessPoolExecutor`, loky and pebble return one result for
a call: none has results on the way, nor a generator that pauses and goes on.
"""

import multiprocessing
import os
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from multiprocessing.connection import Connection, Pipe
from typing import Any

from optviz.jobs.computing import compute
from optviz.jobs.fork_server import ForkServer
from optviz.user_files import loaded

TICK = 0.1  # s to wait for a result before one says that there is none yet
ENDING = 1.0  # s at most to wait until a worker is gone
FORKS = sys.platform == "linux"  # elsewhere libraries of the system do not survive a fork

fork_server = ForkServer()


class RemoteIterator:
    """An iterator whose generator lives in a process of its own, from the first `next` on."""

    def __init__(self, name: str, *work: Any) -> None:
        """Nothing is started yet.

        Args:
            name: of the process.
            work: a module's function, its arguments as a tuple, its options as a dict.
        """
        self._work: Any = (name, *work)
        self._pipe: Any = None
        self._asked = False

    def __iter__(self) -> "RemoteIterator":
        return self

    def __next__(self) -> Any:
        """The next result, or None where it is not there after `TICK` seconds."""
        if self._pipe is None:
            self._pipe = started()
        try:
            if self._work:
                self._pipe.send(loaded())
                self._pipe.send(self._work)
                self._work = None
            if not self._asked:
                self._pipe.send(None)
                self._asked = True
            if not self._pipe.poll(TICK):
                return None
            kind, content = self._pipe.recv()
        except (OSError, EOFError):
            raise ValueError(
                "the worker process was ended before it was done: change a setting and try again"
            ) from None
        self._asked = False
        if kind == "end":
            raise StopIteration
        if kind == "problem":
            raise ValueError(content)
        return content

    def close(self) -> None:
        """End the process, whatever it is computing; it is gone a moment later."""
        if self._pipe is not None:
            self._pipe.close()

    def end(self) -> None:
        """End the process and wait until it is gone, because what it writes to is to be removed."""
        if self._pipe is None or self._pipe.closed:
            return
        with suppress(OSError), socket.socket(fileno=os.dup(self._pipe.fileno())) as end:
            end.settimeout(ENDING)
            end.shutdown(socket.SHUT_WR)
            while end.recv(1 << 16):  # what was on its way, until the other end is closed
                pass
        self._pipe.close()


def started() -> Any:
    """The pipe to a new worker; when it is closed, or dropped, the worker ends."""
    if FORKS:
        here, there = socket.socketpair()
        with there:
            fork_server.fork(there)
        return Connection(here.detach())
    pipe, other = Pipe()
    process = multiprocessing.get_context("spawn").Process(target=compute, args=[other])
    process.daemon = True
    process.start()
    other.close()
    return pipe


def prepare() -> None:
    """Have imported what workers need, so that the first does not begin late."""
    if FORKS:
        fork_server.start()


def run_in_worker(
    make: Callable[..., Iterator[Any]], *arguments: Any, name: str = "study", **options: Any
) -> RemoteIterator:
    """The results of `make(*arguments, **options)`, computed in a process of their own.

    Args:
        make: a module's function; it tells at once what is not possible, and computes later.
        arguments: for it.
        name: of the process.
        options: for it.

    Raises:
        ValueError: the settings are not possible.
    """
    make(*arguments, **options)
    return RemoteIterator(name, make, arguments, options)
