"""Turns go round: a newcomer is not behind long work, with many results or with none for long."""

import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from optviz.jobs import turns
from optviz.jobs.job import Job
from optviz.jobs.turns import Turns
from tests.support.patience import PATIENCE

BLOCK = 0.002  # s


@dataclass(frozen=True)
class Result:
    done: float


def until(holds: Callable[[], object]) -> None:
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.002)


def blocks(name: str, many: int, done: list[str]) -> Iterator[Result]:
    for each in range(many):
        time.sleep(BLOCK)
        done.append(name)
        yield Result((each + 1) / many)


def test_each_result_is_the_next_ones_turn() -> None:
    line, done = Turns(1), list[str]()
    jobs = [Job(None, lambda name=name: blocks(name, 200, done), line) for name in "abc"]  # type: ignore[misc]
    until(lambda: set(done) == set("abc"))
    begun = len(done)
    until(lambda: len(done) > begun + 60)
    shares = Counter(done[begun : begun + 60])
    assert set(shares.values()) == {20}
    for each in jobs:
        each.leave()


@pytest.mark.parametrize("at_once", [1, 2])
def test_a_newcomer_has_its_result_before_long_work_is_done(at_once: int) -> None:
    line, done = Turns(at_once), list[str]()
    long = [Job(None, lambda: blocks("long", 500, done), line) for _ in range(2)]
    until(lambda: done)
    newcomer = Job(None, lambda: blocks("new", 3, done), line)
    until(lambda: not newcomer.running)
    assert newcomer.latest == Result(1.0)
    assert all(each.running for each in long)
    for each in long:
        each.leave()


def test_work_without_a_result_for_long_does_not_hold_others_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(turns, "SLICE", 0.05)
    line = Turns(1)

    def endless() -> Iterator[None]:
        while True:
            time.sleep(BLOCK)
            yield None

    stuck = Job(None, endless, line)
    until(lambda: stuck._computation in line._since)
    newcomer = Job(None, lambda: blocks("new", 3, []), line)
    until(lambda: not newcomer.running)
    assert newcomer.latest == Result(1.0)
    assert stuck.running
    stuck.leave()


def test_so_many_have_a_turn_and_no_more() -> None:
    line, inside, most = Turns(2), list[int](), list[int]()
    lock = threading.Lock()

    def work() -> Iterator[Result]:
        for _ in range(5):
            with lock:
                inside.append(1)
                most.append(len(inside))
            time.sleep(BLOCK)
            with lock:
                inside.pop()
            yield Result(0.5)
        yield Result(1.0)

    jobs = [Job(None, work, line) for _ in range(5)]
    until(lambda: not any(each.running for each in jobs))
    assert max(most) == 2


def test_who_is_not_wanted_leaves_the_line() -> None:
    line, wanted = Turns(0), [True]
    taken: list[bool] = []
    waits = threading.Thread(target=lambda: taken.append(line.take("it", lambda: wanted[0])))
    waits.start()
    until(lambda: "it" in line)
    wanted[0] = False
    waits.join(PATIENCE)
    assert taken == [False]
    assert "it" not in line
