"""Results of long work, computed by processes of their own, so that the page's threads stay free.

Two threads that compute hold up everybody else's page for seconds: a Python process runs one thread
at a time. So a sweep's generator lives in one of `HELPERS` and is asked for one result after the
other; a generator that nobody asks stands still, and one that nobody holds any more is dropped.

A helper is this module, run. It reads the optimizers that were brought along, then requests from
its input, and writes answers to its output. What it reads comes from here and from nobody else.
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


class Helper:
    """A process that computes, begun when it is first asked."""

    def __init__(self) -> None:
        self.held = 0  # generators
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
                return "problem", "the computation ended without a word: change a setting"
            return kind, content

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is not None and self._process.poll() is not None:
            self._end(self._process)
        if self._process is None:
            pipe = subprocess.PIPE
            command = [sys.executable, "-m", __name__]
            self._process = subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe)
            assert self._process.stdin
            pickle.dump(sources(), self._process.stdin)
        return self._process

    def _end(self, process: subprocess.Popen[bytes]) -> None:
        process.kill()
        with suppress(OSError), process:  # what it was not sent any more cannot be flushed
            pass
        self._process = None


HELPERS = (Helper(), Helper())  # as many as there are places for work


def apart(make: Callable[..., Iterator[Any]], *arguments: Any, **options: Any) -> Iterator[Any]:
    """The results of `make(*arguments, **options)`, computed in another process.

    Args:
        make: a module's function; it tells at once what is not possible, and computes later.
        arguments: for it.
        options: for it.

    Raises:
        ValueError: the settings are not possible.
    """
    make(*arguments, **options)
    return Apart((make, arguments, options))


class Apart:
    """An iterator whose generator lives in a helper."""

    def __init__(self, begin: tuple[Any, ...]) -> None:
        self._begin: tuple[Any, ...] | None = begin
        self._number = next(numbers)
        self._helper = min(HELPERS, key=lambda each: each.held)
        self._helper.held += 1
        weakref.finalize(self, self._helper.drop, self._number)

    def __iter__(self) -> "Apart":
        return self

    def __next__(self) -> Any:
        begin, self._begin = self._begin, None
        kind, content = self._helper.ask(self._number, begin)
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
    """What `Helper.ask` gives; `held` are the generators there are, by their numbers."""
    try:
        if begin is not None:
            make, arguments, options = begin
            held[number] = make(*arguments, **options)
        if number not in held:
            return "problem", "the computation was lost: change a setting"
        return "result", next(held[number])
    except StopIteration:
        return "end", None
    except (ValueError, ArithmeticError, MemoryError) as error:
        return "problem", str(error)


if __name__ == "__main__":
    main()
