"""Jobs with one key share one computation, each can stop it for itself; it ends with the last."""

import gc
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count

import pytest

from optviz.jobs import job
from optviz.jobs.job import Job, is_known
from optviz.jobs.turns import Turns
from surfaces.keeping import Keeper
from tests.support.patience import PATIENCE

keys = count()


@dataclass(frozen=True)
class Result:
    done: float


@dataclass(frozen=True)
class Private:
    keeper: Keeper = field(compare=False)


def until(holds: Callable[[], object]) -> None:
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.005)


class Gate:
    """An iterator over quarters of a work, each let through by `open`."""

    def __init__(self) -> None:
        self.lock = threading.Semaphore(0)
        self.begun = self.ended = 0

    def results(self) -> Iterator[Result | None]:
        self.begun += 1
        try:
            for quarter in range(1, 5):
                while not self.lock.acquire(timeout=0.005):
                    yield None
                yield Result(quarter / 4)
        finally:
            self.ended += 1

    def open(self, quarters: int) -> None:
        for _ in range(quarters):
            self.lock.release()


class Page:
    """A page that may be closed."""

    open = True

    def is_open(self) -> bool:
        return self.open


def begin(gate: Gate, key: object = None, page: Page | None = None) -> Job:
    return Job(next(keys) if key is None else key, gate.results, is_open=(page or Page()).is_open)


def test_results_come_one_after_the_other_until_the_work_is_whole() -> None:
    gate = Gate()
    done = begin(gate)
    assert done.running
    assert done.latest is None
    gate.open(2)
    until(lambda: done.latest == Result(0.5))
    gate.open(2)
    until(lambda: not done.running)
    assert done.latest == Result(1.0)
    assert not done.stopped


def test_it_is_put_off_and_goes_on_where_it_was() -> None:
    gate = Gate()
    done = begin(gate)
    gate.open(1)
    until(lambda: done.latest == Result(0.25))
    done.stop()
    assert done.stopped
    done.go_on()
    gate.open(3)
    until(lambda: not done.running)
    assert done.latest == Result(1.0)
    assert gate.begun == 1


def test_jobs_of_one_key_share_one_computation() -> None:
    gate, key = Gate(), ("shared", next(keys))
    first, second = begin(gate, key), begin(gate, key)
    gate.open(1)
    until(lambda: first.latest)
    third = begin(gate, key)
    assert first.latest == second.latest == third.latest == Result(0.25)
    gate.open(3)
    until(lambda: not any(each.running for each in (first, second, third)))
    assert first.latest is second.latest is third.latest
    assert begin(gate, key).latest == Result(1.0)
    assert gate.begun == 1


@pytest.mark.parametrize("how", [Job.stop, Job.leave])
def test_who_stops_it_does_not_stop_it_for_others(how: Callable[[Job], None]) -> None:
    gate, key = Gate(), ("stopped by one", next(keys))
    first, second = begin(gate, key), begin(gate, key)
    how(first)
    assert first.stopped
    assert second.running
    gate.open(4)
    until(lambda: not second.running)
    assert second.latest == Result(1.0)
    assert not first.stopped  # it is whole, for whomever


@pytest.mark.parametrize("running", [True, False])
def test_it_ends_when_the_last_leaves_and_begins_anew(running: bool) -> None:
    gate, key = Gate(), ("left", next(keys))
    first = begin(gate, key)
    until(lambda: gate.begun)
    if not running:
        first.stop()
        until(lambda: not first._computation.running)
    first.leave()
    until(lambda: gate.ended)
    second = begin(gate, key)
    gate.open(4)
    until(lambda: not second.running)
    assert second.latest == Result(1.0)
    assert gate.begun == 2


def test_it_ends_with_the_last_page_and_begins_anew_when_that_is_back() -> None:
    gate, page, other = Gate(), Page(), Page()
    key = ("closed", next(keys))
    here, there = begin(gate, key, page), begin(gate, key, other)
    page.open = False
    gate.open(1)
    until(lambda: there.latest)
    other.open = False
    until(lambda: gate.ended)
    assert not here.running
    page.open = True
    assert here.stopped
    here.shown()
    gate.open(4)
    until(lambda: not here.running)
    assert here.latest == Result(1.0)
    assert gate.begun == 2


def test_it_is_forgotten_with_the_last_job() -> None:
    gate, key = Gate(), ("forgotten", next(keys))
    only = begin(gate, key)
    assert key in job.computations
    del only
    until(lambda: gc.collect() is not None and key not in job.computations)
    assert gate.ended == gate.begun


def test_what_is_whole_is_kept_for_others() -> None:
    gate, key = Gate(), ("kept", next(keys))
    gate.open(4)
    begun = [begin(gate, key)]
    until(lambda: not begun[0].running)
    begun.clear()
    gc.collect()
    assert is_known(key)
    assert not is_known(("something else", next(keys)))


def test_what_is_private_is_not_kept_for_others() -> None:
    gate, thing = Gate(), Private(Keeper())
    key = ("private", thing)
    gate.open(4)
    begun = [begin(gate, key)]
    until(lambda: not begun[0].running)
    assert is_known(key)
    begun.clear()
    until(lambda: gc.collect() is not None and not is_known(key))


def test_those_that_were_asked_for_last_are_kept() -> None:
    asked = [("many", next(keys)) for _ in range(job.KEPT + 1)]

    def whole(key: object) -> None:
        gate = Gate()
        gate.open(4)
        done = begin(gate, key)
        until(lambda: not done.running)

    for key in asked[:-1]:
        whole(key)
    whole(asked[0])
    whole(asked[-1])
    gc.collect()
    assert len(job.finished) == job.KEPT
    assert [is_known(key) for key in asked[:3]] == [True, False, True]


@pytest.mark.parametrize("kind", [ValueError, RuntimeError, KeyError])
def test_a_failure_is_a_sentence_and_is_tried_anew(kind: type[Exception]) -> None:
    def results() -> Iterator[Result]:
        yield Result(0.5)
        raise kind("the plane is not flat")

    key = ("failing", next(keys))
    done = Job(key, results)
    until(lambda: not done.running)
    assert "the plane is not flat" in done.problem
    assert not done.stopped
    assert not is_known(key)
    gate = Gate()
    gate.open(4)
    again = begin(gate, key)
    until(lambda: not again.running)
    assert again.latest == Result(1.0)


def test_what_is_not_possible_is_said_at_once() -> None:
    def impossible() -> Iterator[Result]:
        raise ValueError("there is no plane")

    for _ in range(2):
        with pytest.raises(ValueError, match="there is no plane"):
            Job("impossible", impossible)


def test_waiting_ends_with_the_first_result() -> None:
    gate = Gate()
    done = begin(gate)
    gate.open(1)
    until(lambda: done.latest)
    begun = time.monotonic()
    gate.open(3)
    until(lambda: not done.running)
    done.wait(PATIENCE)  # there is nothing to wait for
    assert time.monotonic() - begun < PATIENCE


def test_what_waits_can_be_stopped_and_goes_on_later() -> None:
    turns = Turns(0)
    gate = Gate()
    done = Job(next(keys), gate.results, turns)
    until(lambda: done.waiting)
    done.stop()
    until(lambda: not done._computation.running)
    assert done.stopped
    assert not gate.begun
    turns.at_once = 1
    done.go_on()
    gate.open(4)
    until(lambda: not done.running)
    assert done.latest == Result(1.0)


def test_leaving_and_coming_back_do_not_lose_it() -> None:
    """Nor does the thread that ends take the one along that has begun meanwhile."""
    gate, key = Gate(), ("back", next(keys))
    first = begin(gate, key)
    for _ in range(100):
        first.leave()
        first = begin(gate, key)
    gate.open(4)
    until(lambda: not first.running)
    assert (first.latest, first.problem) == (Result(1.0), "")


def test_going_on_while_it_runs_does_not_run_it_twice() -> None:
    gate = Gate()
    done = begin(gate)
    until(lambda: gate.begun)
    for _ in range(50):
        done.stop()
        done.go_on()
    gate.open(4)
    until(lambda: not done.running)
    assert (done.latest, done.problem, gate.begun) == (Result(1.0), "", 1)
