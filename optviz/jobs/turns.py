"""Turns: so much work at once; the rest stands in line, and each result is the next one's turn."""

import threading
import time
from collections import deque
from collections.abc import Callable

POLL = 0.1  # s between two looks whether what stands in line is still wanted
SLICE = 0.3  # s after which work without a result lets others begin beside it


class Turns:
    """A line in which work waits for a turn.

    A turn is a result: whoever had one goes to the end of the line. Work that takes long for a
    result does not keep others waiting, either: after `SLICE` seconds they begin beside it, and the
    system shares the processors.
    """

    def __init__(self, at_once: int) -> None:
        """At most so many have a turn."""
        self.at_once = at_once
        self._since: dict[object, float] = {}  # who has a turn, since when
        self._line: deque[object] = deque()
        self._moved = threading.Condition()

    def __contains__(self, work: object) -> bool:
        """Whether it stands in line."""
        return work in self._line

    def take(self, work: object, wanted: Callable[[], bool]) -> bool:
        """Stand in line; False if it is not wanted any more before it has its turn."""
        with self._moved:
            self._line.append(work)
            try:
                while self._line[0] is not work or len(self._since) >= self.at_once:
                    if not wanted():
                        return False
                    self._moved.wait(POLL)
                self._since[work] = time.monotonic()
                return True
            finally:
                self._line.remove(work)
                self._moved.notify_all()

    def give_back(self, work: object) -> None:
        """End a turn."""
        with self._moved:
            del self._since[work]
            self._moved.notify_all()

    def is_up(self, work: object) -> bool:
        """Whether a turn has been long, and others wait."""
        return bool(self._line) and time.monotonic() - self._since[work] > SLICE


STUDIES = Turns(4)  # sweeps, basin maps, tuning, searches for minima
EXPORTS = Turns(2)
PREVIEWS = Turns(2)
FINDINGS = Turns(1)  # nobody waits for them before all else
