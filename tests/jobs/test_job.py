"""Jobs can be stopped, go on, end, fail in words, and their results are remembered."""

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count

import pytest

from optviz.jobs import job
from optviz.jobs.job import Job

PATIENCE = 20  # s; a guard against hanging
keys = count()


@dataclass(frozen=True)
class Result:
    done: float


def until(holds: Callable[[], object]) -> None:
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.005)


class Gate:
    """An iterator over quarters of a work, each let through by `open`."""

    def __init__(self) -> None:
        self.lock = threading.Semaphore(0)
        self.begun = 0

    def results(self) -> Iterator[Result]:
        self.begun += 1
        for quarter in range(1, 5):
            assert self.lock.acquire(timeout=PATIENCE)
            yield Result(quarter / 4)

    def open(self, quarters: int) -> None:
        for _ in range(quarters):
            self.lock.release()


def test_results_come_one_after_the_other_until_the_work_is_whole() -> None:
    gate = Gate()
    done = Job(("whole", next(keys)), gate.results)
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
    done = Job(("stopped", next(keys)), gate.results)
    gate.open(1)
    until(lambda: done.latest == Result(0.25))
    done.stop()
    gate.open(1)  # the block it is at is the last one
    until(lambda: not done.running)
    assert done.stopped
    assert done.latest == Result(0.5)
    done.go_on()
    gate.open(2)
    until(lambda: not done.running)
    assert done.latest == Result(1.0)
    assert gate.begun == 1


def test_what_is_whole_is_remembered_and_what_is_not_is_not() -> None:
    gate, key = Gate(), ("remembered", next(keys))
    first = Job(key, gate.results)
    until(lambda: gate.begun)
    first.stop()
    gate.open(1)
    until(lambda: not first.running)
    second = Job(key, gate.results)
    gate.open(4)
    until(lambda: not second.running)
    third = Job(key, gate.results)
    assert third.latest == Result(1.0)
    assert not third.running
    assert gate.begun == 2


def test_a_job_that_no_page_shows_is_put_off(monkeypatch: pytest.MonkeyPatch) -> None:
    gate = Gate()
    done = Job(("unwatched", next(keys)), gate.results)
    gate.open(1)
    until(lambda: done.latest == Result(0.25))
    monkeypatch.setattr(job, "PATIENCE", -1)
    gate.open(3)
    until(lambda: not done.running)
    assert done.stopped


def test_a_failure_is_a_sentence() -> None:
    def results() -> Iterator[Result]:
        yield Result(0.5)
        raise ValueError("the plane is not flat")

    done = Job(("failing", next(keys)), results)
    until(lambda: not done.running)
    assert done.problem == "the plane is not flat"
    assert not done.stopped


def test_only_so_many_run_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(job, "STUDIES", threading.Semaphore(1))
    first, second = Gate(), Gate()
    before = Job(("first", next(keys)), first.results)
    until(lambda: first.begun)
    after = Job(("second", next(keys)), second.results)
    assert after.running
    assert after.waiting
    assert not before.waiting
    first.open(4)
    second.open(4)
    until(lambda: not after.running)
    assert not after.waiting
    assert before.latest == after.latest == Result(1.0)


def test_waiting_ends_with_the_first_result() -> None:
    gate = Gate()
    done = Job(("waited for", next(keys)), gate.results)
    gate.open(1)
    until(lambda: done.latest)
    begun = time.monotonic()
    gate.open(3)
    until(lambda: not done.running)
    done.wait(PATIENCE)  # there is nothing to wait for
    assert time.monotonic() - begun < PATIENCE


def test_what_waits_can_be_stopped_and_goes_on_later() -> None:
    slots = threading.Semaphore(0)
    gate = Gate()
    done = Job(("waits", next(keys)), gate.results, slots)
    done.stop()
    until(lambda: not done.running)
    assert done.stopped
    assert not gate.begun
    slots.release()
    done.go_on()
    gate.open(4)
    until(lambda: not done.running)
    assert done.latest == Result(1.0)


def test_going_on_while_it_runs_does_not_run_it_twice() -> None:
    gate = Gate()
    done = Job(("once", next(keys)), gate.results)
    until(lambda: gate.begun)
    done.stop()
    done.go_on()  # it has not reached the end of its block
    gate.open(4)
    until(lambda: not done.running)
    assert (done.latest, done.problem) == (Result(1.0), "")
