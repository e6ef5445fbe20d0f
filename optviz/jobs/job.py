"""A job: long work that a thread goes on with, while pages show what there is so far."""

import threading
import time
from collections.abc import Callable, Hashable, Iterator
from functools import lru_cache
from typing import Any, Protocol, runtime_checkable

# How many jobs of all visitors run at once; further ones wait.
STUDIES = threading.Semaphore(2)  # sweeps and basin maps
EXPORTS = threading.Semaphore(2)
FINDINGS = threading.Semaphore(1)  # so that workers have time for visitors' studies
# After these seconds, a job that no page shows any more is stopped. Browsers let hidden pages ask
# once a minute.
PATIENCE = 120
KEPT = 24  # finished results, for all visitors; a basin map has 350 KB, a study of digits 6 MB
POLL = 0.1  # s between two looks whether a waiting job is still wanted


class Result(Protocol):
    """What a job yields, ever more complete."""

    @property
    def done(self) -> float:
        """Which share of the work is in it, 0 to 1."""


@runtime_checkable
class Killable(Protocol):
    """Results whose computation can be ended at once, from any thread, and not gone on with."""

    def kill(self) -> None:
        """End the computation at once."""

    def close(self) -> None:
        """Give back all that it holds; called by the thread that asked for the results."""


class Place:
    """Where a finished result is kept; None until there is one."""

    result: Any = None


@lru_cache(maxsize=KEPT)
def place_for(key: Hashable) -> Place:
    """The place of the result that is computed with these settings."""
    return Place()


def is_known(key: Hashable) -> bool:
    """Whether a job with these settings has its result at once."""
    return place_for(key).result is not None


class Job:
    """An iterator over ever more complete results, driven by a thread that can be stopped.

    Attributes:
        key: the settings; jobs with equal keys have equal results. None: the result is not kept.
        latest: the last result, None before the first.
        problem: a sentence on what went wrong, else "".
        running: whether it computes, or waits for a slot.
        waiting: whether other jobs are before it.
    """

    def __init__(
        self,
        key: Hashable,
        begin: Callable[[], Iterator[Any]],
        slots: threading.Semaphore | None = None,
    ) -> None:
        """Begin, unless the result is known already.

        Args:
            key: the settings.
            begin: makes the results.
            slots: what limits the jobs of this kind; None: `STUDIES`.

        Raises:
            ValueError: the settings are not possible.
        """
        self.key = key
        self.problem = ""
        self.latest: Any = None if key is None else place_for(key).result
        self.running = False
        self.waiting = False
        self._slots = STUDIES if slots is None else slots
        self._stopped = True
        self._news = threading.Event()
        self._asked = 0.0
        self._thread: threading.Thread | None = None
        if self.latest is None:
            self._results = begin()
            self.go_on()

    @property
    def share(self) -> float:
        """How much is done, 0 to 1. A job is stopped that is not asked for this for long."""
        self.asked()
        return self.latest.done if self.latest else 0.0

    @property
    def stopped(self) -> bool:
        """Whether it was stopped before its end."""
        return not self.running and not self.problem and (not self.latest or self.latest.done < 1)

    def go_on(self) -> None:
        """Begin, or go on after `stop`."""
        self._stopped = False
        self.asked()
        if not self.running:
            self.running = self.waiting = True
            self._thread = threading.Thread(target=self._run, daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """Pause after the result that is computed now; what is killable ends at once, for good."""
        self._stopped = True
        if self._thread and isinstance(self._results, Killable):
            self._results.kill()
            self._thread.join()

    def asked(self) -> None:
        """A page still shows it: keep it running."""
        self._asked = time.monotonic()

    def wait(self, seconds: float) -> None:
        """Until the next result, the end, or as long as this."""
        self._news.clear()
        if self.running:
            self._news.wait(seconds)

    def _run(self) -> None:
        try:
            if self._has_slot():
                self.waiting = False
                try:
                    self._advance()
                finally:
                    self._slots.release()
        finally:
            self.running = False
            self._news.set()

    def _has_slot(self) -> bool:
        while not self._slots.acquire(timeout=POLL):
            if self._unwanted():
                return False
        return True

    def _advance(self) -> None:
        try:
            while not self._unwanted():
                self.latest = next(self._results)
                self._news.set()
        except StopIteration:
            if self.key is not None:
                place_for(self.key).result = self.latest
        except (ValueError, ArithmeticError, MemoryError, OSError) as error:
            if not (self._stopped and isinstance(self._results, Killable)):
                self.problem = str(error)
        finally:
            if isinstance(self._results, Killable):
                self._results.close()

    def _unwanted(self) -> bool:
        return self._stopped or time.monotonic() - self._asked > PATIENCE
