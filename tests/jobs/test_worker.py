"""Results computed in another process are those of this one; failures are sentences there too."""

import gc
import os
import threading
from collections.abc import Callable, Iterator

import numpy as np
import pytest

from optviz.jobs.worker import SHARED, run_in_worker
from optviz.optimizers import SGD, Adam, Momentum
from optviz.server.render_lock import holding, release_slot, render_slot
from optviz.studies.basins import basins
from optviz.studies.sweep import learning_rate_sweep
from surfaces import SURFACES

BEALE = SURFACES["beale"]


def failing(words: str) -> Iterator[int]:
    yield 1
    raise ValueError(words)


def where() -> Iterator[int]:
    yield os.getpid()


def test_a_sweep_is_the_same_elsewhere() -> None:
    optimizers = [SGD(), Adam()]
    *_, here = learning_rate_sweep(BEALE, optimizers, BEALE.start, 50)
    *_, there = run_in_worker(learning_rate_sweep, BEALE, optimizers, BEALE.start, 50)
    np.testing.assert_array_equal(here.final, there.final)
    assert there.surface == BEALE
    assert hash(there.surface) == hash(BEALE)


def test_basins_come_one_block_after_the_other() -> None:
    done = [each.done for each in run_in_worker(basins, BEALE, (Momentum(), SGD()), (100, 100), 30)]
    assert len(done) > 1
    assert done == sorted(done)
    assert done[-1] == 1


def test_it_is_another_process() -> None:
    assert next(run_in_worker(where)) != os.getpid()


def test_what_is_not_possible_is_said_at_once() -> None:
    with pytest.raises(ValueError, match="steps"):
        run_in_worker(learning_rate_sweep, BEALE, [SGD()], BEALE.start, -1)


def test_a_failure_there_is_a_sentence_here() -> None:
    results = run_in_worker(failing, "the plane is not flat")
    assert next(results) == 1
    with pytest.raises(ValueError, match="the plane is not flat"):
        next(results)


def test_who_is_dropped_is_not_held() -> None:
    gc.collect()
    before = sum(each.held for each in SHARED)
    results = [run_in_worker(where) for _ in range(4)]
    assert sum(each.held for each in SHARED) == before + 4
    results.clear()
    gc.collect()
    assert sum(each.held for each in SHARED) == before


def test_a_worker_that_died_is_followed_by_another() -> None:
    results = run_in_worker(where)
    process = next(results)
    os.kill(process, 9)
    with pytest.raises(
        ValueError, match=r"worker process was ended by signal 9 .*change a setting"
    ):
        next(results)
    assert {next(run_in_worker(where)) for _ in SHARED} != {process}


def elsewhere(work: Callable[[], None]) -> None:
    """Do it as another page does, which runs in a thread of its own."""
    page = threading.Thread(target=work)
    page.start()
    page.join()


def test_a_turn_is_waited_for_only_so_long(monkeypatch: pytest.MonkeyPatch) -> None:
    passed = []

    def page() -> None:
        with render_slot():
            passed.append(holding.turn)

    monkeypatch.setattr("optviz.server.render_lock.PATIENCE", 0.01)
    with render_slot():
        elsewhere(page)  # while this page takes long
    elsewhere(page)  # it was given back
    assert passed == [False, True]


def test_who_waits_lets_others_go_on() -> None:
    passed = []

    def page() -> None:
        with render_slot():
            passed.append(holding.turn)

    with render_slot():
        with release_slot():
            elsewhere(page)
        assert holding.turn
    elsewhere(page)
    with release_slot():  # nothing to give
        elsewhere(page)
    assert passed == [True, True, True]
