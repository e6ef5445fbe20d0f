"""Long work beside the page: it can be stopped, goes on, ends, fails in words, is remembered."""

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count

import pytest

from optviz.pages import work
from optviz.pages.work import Work

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
    done = Work(("whole", next(keys)), gate.results)
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
    done = Work(("stopped", next(keys)), gate.results)
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
    first = Work(key, gate.results)
    first.stop()
    gate.open(1)
    until(lambda: not first.running)
    second = Work(key, gate.results)
    gate.open(4)
    until(lambda: not second.running)
    third = Work(key, gate.results)
    assert third.latest == Result(1.0)
    assert not third.running
    assert gate.begun == 2


def test_nobody_looking_puts_it_off(monkeypatch: pytest.MonkeyPatch) -> None:
    gate = Gate()
    done = Work(("unwatched", next(keys)), gate.results)
    gate.open(1)
    until(lambda: done.latest == Result(0.25))
    monkeypatch.setattr(work, "PATIENCE", -1)
    gate.open(3)
    until(lambda: not done.running)
    assert done.stopped


def test_a_failure_is_a_sentence() -> None:
    def results() -> Iterator[Result]:
        yield Result(0.5)
        raise ValueError("the plane is not flat")

    done = Work(("failing", next(keys)), results)
    until(lambda: not done.running)
    assert done.problem == "the plane is not flat"
    assert not done.stopped


def test_only_so_many_work_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work, "PLACES", threading.Semaphore(1))
    first, second = Gate(), Gate()
    before = Work(("first", next(keys)), first.results)
    until(lambda: first.begun)
    after = Work(("second", next(keys)), second.results)
    first.open(4)
    second.open(4)
    until(lambda: not after.running)
    assert before.latest == after.latest == Result(1.0)


def test_waiting_ends_with_the_first_result() -> None:
    gate = Gate()
    done = Work(("waited for", next(keys)), gate.results)
    gate.open(1)
    until(lambda: done.latest)
    begun = time.monotonic()
    gate.open(3)
    until(lambda: not done.running)
    done.wait(PATIENCE)  # there is nothing to wait for
    assert time.monotonic() - begun < PATIENCE
