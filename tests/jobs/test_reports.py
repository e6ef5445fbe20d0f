"""Works that report how far they are: elsewhere too, to their end or until nobody asks any more."""

import threading
import time
from collections.abc import Callable, Iterator
from functools import partial

import pytest

from optviz.jobs.reports import Report, reports
from optviz.jobs.worker import run_in_worker
from tests.support.patience import PATIENCE

Tell = Callable[[float], None]


def halves(word: str, tell: Tell) -> str:
    tell(0.5)
    time.sleep(0.3)
    return word * 2


def failing(tell: Tell) -> None:
    tell(0.5)
    raise ValueError("the plane is not flat")


def test_shares_come_first_and_the_result_last() -> None:
    *before, last = reports(halves, "na")
    assert before
    assert {each.whole for each in before} == {False}
    assert {each.done for each in before} <= {0.0, 0.5}
    assert last == Report(1.0, True, "nana")


def test_it_is_the_same_elsewhere() -> None:
    *before, last = run_in_worker(reports, halves, "na")
    assert before
    assert tuple(last) == (1.0, True, "nana")


@pytest.mark.parametrize("where", [reports, partial(run_in_worker, reports)])
def test_a_failure_is_told(where: Callable[..., Iterator[Report]]) -> None:
    with pytest.raises(ValueError, match="the plane is not flat"):
        list(where(failing))


def test_work_that_nobody_asks_about_ends() -> None:
    shares: list[float] = []
    ended = threading.Event()

    def endless(tell: Tell) -> None:
        try:
            while True:
                shares.append(len(shares) / 1e9)
                tell(shares[-1])
                time.sleep(0.001)
        finally:
            ended.set()

    asked = reports(endless)
    next(asked)
    assert not ended.is_set()
    del asked
    assert ended.wait(PATIENCE)


def test_a_work_that_tells_nothing_is_reported_on_all_the_same() -> None:
    """So that a process which others ask too is free again and again."""
    gate = threading.Event()

    def silent(tell: Tell) -> int:
        gate.wait(PATIENCE)
        return 1

    asked = reports(silent)
    assert [next(asked), next(asked)] == [Report(0.0), Report(0.0)]
    gate.set()
    *_, last = asked
    assert last.result == 1
