"""Jobs: what a page sees of long work, which all pages that ask for the same have in common."""

import threading
from collections import deque
from collections.abc import Callable, Hashable, Iterator
from typing import Any, Protocol
from weakref import WeakSet, WeakValueDictionary

from optviz.jobs.turns import STUDIES, Turns
from surfaces.keeping import keeper_of

KEPT = 24  # finished results, for all visitors; a basin map has 350 KB, a study of digits 6 MB


class Result(Protocol):
    """What the work yields, ever more complete."""

    @property
    def done(self) -> float:
        """Which share of the work is in it, 0 to 1."""


class Computation:
    """Work that a thread of its own goes on with for as long as a job wants it.

    A job that was stopped keeps it, at rest after the result that is computed now. Without a job
    whose page is open it is ended, and begins anew if one comes back.

    Attributes:
        latest: the last result, None before the first.
        problem: a sentence on what went wrong, else "".
        running: whether the thread is there.
        over: whether the last result is whole.
    """

    def __init__(self, begin: Callable[[], Iterator[Any]], turns: Turns, kept: bool) -> None:
        """Begin.

        Args:
            begin: makes the results; None among them says that the next one takes longer.
            turns: who computes when.
            kept: whether the whole result is kept for jobs to come.

        Raises:
            ValueError: the settings are not possible.
        """
        self.latest: Any = None
        self.problem = ""
        self.running = self.over = False
        self.jobs: WeakSet[Job] = WeakSet()
        self.news = threading.Event()
        self._begin = begin
        self._turns = turns
        self._kept = kept
        self._results: Iterator[Any] | None = begin()
        self._lock = threading.RLock()

    @property
    def waiting(self) -> bool:
        """Whether others are before it, and it has not begun."""
        return self.running and self.latest is None and self in self._turns

    def join(self, job: "Job") -> None:
        """This job wants it from now on."""
        with self._lock:
            self.jobs.add(job)
            self.go_on()

    def leave(self, job: "Job") -> None:
        """This job is of no interest any more."""
        with self._lock:
            self.jobs.discard(job)
            if not self.running:
                self._end_unless_kept()

    def go_on(self) -> None:
        """Go on, unless it does or there is nothing left to do."""
        with self._lock:
            if self.running or self.over or self.problem:
                return
            self._results = self._results or self._begin()
            self.running = True
            threading.Thread(target=self._run, daemon=True).start()

    def _run(self) -> None:
        try:
            while self._goes_on():
                if self._turns.take(self, self._is_wanted):
                    try:
                        self._advance()
                    finally:
                        self._turns.give_back(self)
        except StopIteration:
            self.over = True
            if self._kept:
                finished.append(self)
        except Exception as error:  # a page would wait for ever
            self.problem = str(error) or type(error).__name__
        else:
            self.news.set()
            return  # as `_goes_on` has settled; another thread may run by now
        with self._lock:
            self._end()
            self.running = False
        self.news.set()

    def _advance(self) -> None:
        """To the next result, unless that takes long and others wait, or no job wants it."""
        assert self._results is not None
        while self._is_wanted():
            result = next(self._results)
            if result is not None:
                self.latest = result
                self.news.set()
            if result is not None or self._turns.is_up(self):
                return

    def _goes_on(self) -> bool:
        """Whether a job wants it; where not, the thread is as good as gone."""
        with self._lock:
            self.running = self._is_wanted()
            if not self.running:
                self._end_unless_kept()
            return self.running

    def _is_wanted(self) -> bool:
        with self._lock:
            return any(each.wanted and each.present for each in self.jobs)

    def _end_unless_kept(self) -> None:
        if not any(each.present for each in self.jobs):
            self._end()

    def _end(self) -> None:
        """Give back what the results hold, their process above all."""
        if close := getattr(self._results, "close", None):
            close()
        self._results = None


# By key: those of which a job is left; and the finished ones that were asked for last.
computations: WeakValueDictionary[Hashable, Computation] = WeakValueDictionary()
finished: deque[Computation] = deque(maxlen=KEPT)
finding = threading.Lock()


def computation(
    key: Hashable, begin: Callable[[], Iterator[Any]], turns: Turns, kept: bool
) -> Computation:
    """The one of this key. One that failed is not given to others: they try anew.

    What is private is never kept for jobs to come, see `surfaces.keeping`.
    """
    kept = kept and keeper_of(key if isinstance(key, tuple) else ()) is None
    if key is None:
        return Computation(begin, turns, kept=False)
    with finding:
        found = computations.get(key)
        if found is None or found.problem:
            found = computations[key] = Computation(begin, turns, kept)
        elif found in finished:  # the last that were asked for are kept
            finished.remove(found)
            finished.append(found)
        return found


def is_known(key: Hashable) -> bool:
    """Whether a job with these settings has its result at once."""
    found = computations.get(key)
    return found is not None and found.over


def last_known(wanted: Callable[[Hashable], bool]) -> Any:
    """The result that was asked for last of those whose key is wanted; None if none is kept."""
    with finding:
        keys = {id(found): key for key, found in computations.items()}
        for each in reversed(finished):
            if id(each) in keys and wanted(keys[id(each)]):
                return each.latest
    return None


def always() -> bool:
    """Where there is no page that could be closed."""
    return True


class Job:
    """Long work as one page sees it: it can stop it for itself, and others go on.

    Attributes:
        key: the settings; jobs with equal keys share one computation. None: it is this job's alone.
        wanted: whether it was not stopped.
    """

    def __init__(
        self,
        key: Hashable,
        begin: Callable[[], Iterator[Any]],
        turns: Turns = STUDIES,
        is_open: Callable[[], bool] = always,
        kept: bool = True,
    ) -> None:
        """Begin, or join those for whom it runs, or take what is known.

        Args:
            key: the settings.
            begin: makes the results, called unless there is a computation.
            turns: who computes when, for this kind of work.
            is_open: whether the page is still open.
            kept: whether the whole result is kept for jobs to come; not where others keep it.

        Raises:
            ValueError: the settings are not possible.
        """
        self.key = key
        self.wanted = True
        self._is_open = is_open
        self._computation = computation(key, begin, turns, kept)
        self._computation.join(self)

    @property
    def latest(self) -> Any:
        """The last result, None before the first."""
        return self._computation.latest

    @property
    def problem(self) -> str:
        """A sentence on what went wrong, else ""."""
        return self._computation.problem

    @property
    def running(self) -> bool:
        """Whether it computes for this page, or waits in line."""
        return self.wanted and self._computation.running

    @property
    def waiting(self) -> bool:
        """Whether others are before it."""
        return self._computation.waiting

    @property
    def share(self) -> float:
        """How much is done, 0 to 1."""
        return self.latest.done if self.latest else 0.0

    @property
    def stopped(self) -> bool:
        """Whether it was stopped before its end."""
        done = self._computation.over or self.problem
        return not self.running and not done

    @property
    def present(self) -> bool:
        """Whether its page is still open."""
        return self._is_open()

    def go_on(self) -> None:
        """Go on after `stop`."""
        self.wanted = True
        self._computation.go_on()

    def shown(self) -> None:
        """Go on if it was ended because the page had lost its connection."""
        if self.wanted:
            self._computation.go_on()

    def stop(self) -> None:
        """Pause, for this page."""
        self.wanted = False

    def leave(self) -> None:
        """Give it up: where no other page has it, it ends at once and for good."""
        self.wanted = False
        self._computation.leave(self)

    def wait(self, seconds: float) -> None:
        """Until the next result, the end, or as long as this."""
        self._computation.news.clear()
        if self.running:
            self._computation.news.wait(seconds)
