"""Worker processes: generators live in them and are asked for one result after the other.

A Python process runs one thread at a time, so a sweep in a thread of the server would hold up each
visitor's page for seconds. A generator that is not asked stands still, and one that is no longer
held is dropped. `run_in_worker` shares `SHARED` among all; `run_alone` starts a process that is
killed when the work is to stop at once.

A worker is this module, run. It reads the optimizers of user files first, then requests from its
input, and writes answers to its output. What it reads comes from here only.

Why not a library. `concurrent.futures.ProcessPoolExecutor` returns one result for a call, cannot
cancel a running call, and when a process dies all its pending calls fail. `loky` (3.7) repairs the
last of these, but cancels no more than it does. `pebble` (5.2) kills the process of a running call
and replaces it, but has neither results on the way nor a generator that pauses and goes on: both
would be built on top, over a queue of our own, and a killed call would take a paused generator in
the same process along. All three start workers with multiprocessing, which prepares the caller's
main module again (in our server: Streamlit's) or forks a process full of threads. What is left for
them to do is starting and ending a process, which is the shorter part of this file.
"""

import pickle
import signal
import subprocess
import sys
import threading
import weakref
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Any

from optviz.jobs.priority import give_way
from optviz.user_rules import load_rules, sources

ROOT = Path(__file__).parents[2]
numbers = count()


class Worker:
    """A process that computes, started when it is first asked.

    Attributes:
        name: what it is for, as the list of the system's processes shows it.
        held: how many generators are in it.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.held = 0
        self._killed = False
        self._dropped: deque[int] = deque()
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()

    def drop(self, number: int) -> None:
        """Forget a generator, with the next request."""
        self._dropped.append(number)
        self.held -= 1

    def ask(self, number: int, begin: tuple[Any, ...] | None) -> tuple[str, Any]:
        """The next result of a generator: ("result", it), ("end", None) or ("problem", words).

        Args:
            number: of the generator.
            begin: function, arguments and options that make it, the first time; then None.
        """
        with self._lock:
            process = self._running()
            assert process.stdin
            assert process.stdout
            dropped = [self._dropped.popleft() for _ in range(len(self._dropped))]
            try:
                pickle.dump((number, begin, dropped), process.stdin)
                process.stdin.flush()
                kind, content = pickle.load(process.stdout)
            except (OSError, EOFError):
                self._end(process)
                return "problem", exited(process.returncode)
            return kind, content

    def kill(self) -> None:
        """End the process at once and for good, whatever it is computing; returns before it has."""
        self._killed = True
        if self._process is not None:
            self._process.kill()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is not None and self._process.poll() is not None:
            self._end(self._process)
        if self._process is None:
            pipe = subprocess.PIPE
            command = [sys.executable, "-m", __name__, self.name]
            self._process = subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe)
            assert self._process.stdin
            with suppress(OSError):  # it is gone, as the request will find
                pickle.dump(sources(), self._process.stdin)
            if self._killed:  # a moment ago, when there was nothing to kill
                self._process.kill()
        return self._process

    def _end(self, process: subprocess.Popen[bytes]) -> None:
        process.kill()
        with suppress(OSError), process:  # what it was not sent any more cannot be flushed
            pass
        self._process = None

    def close(self) -> None:
        """Kill the process and wait until it is gone."""
        self.kill()
        with self._lock:
            if self._process is not None:
                self._end(self._process)


def exited(code: int) -> str:
    """What to tell of a worker process that exited before it answered."""
    how = f"was ended by signal {-code}" if code < 0 else f"exited with code {code}"
    return f"the worker process {how} before it was done: change a setting and try again"


SHARED = (Worker("shared"), Worker("shared"))  # as many as there are slots for studies


def run_in_worker(
    make: Callable[..., Iterator[Any]], *arguments: Any, **options: Any
) -> "RemoteIterator":
    """The results of `make(*arguments, **options)`, computed in one of the shared workers.

    Args:
        make: a module's function; it tells at once what is not possible, and computes later.
        arguments: for it.
        options: for it.

    Raises:
        ValueError: the settings are not possible.
    """
    make(*arguments, **options)
    return RemoteIterator(min(SHARED, key=lambda each: each.held), (make, arguments, options))


def run_alone(worker: Worker, make: Callable[..., Iterator[Any]], *arguments: Any) -> Iterator[Any]:
    """The results of `make(*arguments)`, computed in this worker, which the caller closes."""
    return RemoteIterator(worker, (make, arguments, {}))


class RemoteIterator:
    """An iterator whose generator lives in a worker."""

    def __init__(self, worker: Worker, begin: tuple[Any, ...]) -> None:
        self._begin: tuple[Any, ...] | None = begin
        self._number = next(numbers)
        self._worker = worker
        worker.held += 1
        weakref.finalize(self, worker.drop, self._number)

    def __iter__(self) -> "RemoteIterator":
        return self

    def __next__(self) -> Any:
        begin, self._begin = self._begin, None
        kind, content = self._worker.ask(self._number, begin)
        if kind == "end":
            raise StopIteration
        if kind == "problem":
            raise ValueError(content)
        return content


def main() -> None:
    """Answer requests until there are no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the server ends it
    give_way()
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # nothing that an optimizer prints gets among the answers
    for path, text in pickle.load(requests):
        load_rules(path, text)  # before the requests, which may speak of what is in them
    held: dict[int, Iterator[Any]] = {}
    with suppress(EOFError, BrokenPipeError):  # the server is gone
        while True:
            number, begin, dropped = pickle.load(requests)
            for each in dropped:
                held.pop(each, None)
            pickle.dump(answer(held, number, begin), answers)
            answers.flush()


def answer(
    held: dict[int, Iterator[Any]], number: int, begin: tuple[Any, ...] | None
) -> tuple[str, Any]:
    """What `Worker.ask` gives; `held` are the generators there are, by their numbers."""
    try:
        if begin is not None:
            make, arguments, options = begin
            held[number] = make(*arguments, **options)
        if number not in held:
            return (
                "problem",
                "the worker process was restarted and lost this computation: change a setting",
            )
        return "result", next(held[number])
    except StopIteration:
        return "end", None
    except (ValueError, ArithmeticError, MemoryError, OSError, RuntimeError) as error:
        return "problem", str(error)


if __name__ == "__main__":
    main()
