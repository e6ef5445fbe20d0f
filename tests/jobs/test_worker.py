"""Results computed in another process are those of this one; failures are sentences there too."""

import gc
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest

from optviz.jobs.worker import FORKS, RemoteIterator, run_in_worker
from optviz.optimizers import SGD, Adam, Momentum
from optviz.studies.basins import basins
from optviz.studies.sweep import learning_rate_sweep
from surfaces import SURFACES
from tests.support.patience import PATIENCE

BEALE = SURFACES["beale"]


def failing(words: str) -> Iterator[int]:
    yield 1
    raise ValueError(words)


def where() -> Iterator[int]:
    yield os.getpid()
    yield os.getppid()


def endless() -> Iterator[int]:
    yield os.getpid()
    while True:
        pass


def there(results: Iterator[Any]) -> list[Any]:
    """All results that are there."""
    return [each for each in results if each is not None]


def first(results: Iterator[Any]) -> Any:
    return next(each for each in results if each is not None)


def gone(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    return False


def until(holds: Callable[[], object]) -> None:
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.01)


def test_a_sweep_is_the_same_elsewhere() -> None:
    optimizers = [SGD(), Adam()]
    *_, here = learning_rate_sweep(BEALE, optimizers, BEALE.start, 50)
    *_, far = there(run_in_worker(learning_rate_sweep, BEALE, optimizers, BEALE.start, 50))
    np.testing.assert_array_equal(here.final, far.final)
    assert far.surface == BEALE
    assert hash(far.surface) == hash(BEALE)


def test_basins_come_one_block_after_the_other() -> None:
    results = run_in_worker(basins, BEALE, (Momentum(), SGD()), (100, 100), 30)
    done = [each.done for each in there(results)]
    assert len(done) > 1
    assert done == sorted(done)
    assert done[-1] == 1


def test_each_has_a_process_of_its_own() -> None:
    one, two = run_in_worker(where), run_in_worker(where)
    assert len({os.getpid(), first(one), first(two)}) == 3
    if FORKS:  # all from the one that has everything imported
        assert first(one) == first(two)


def test_what_is_not_possible_is_said_at_once() -> None:
    with pytest.raises(ValueError, match="steps"):
        run_in_worker(learning_rate_sweep, BEALE, [SGD()], BEALE.start, -1)


def test_a_failure_there_is_a_sentence_here() -> None:
    results = run_in_worker(failing, "the plane is not flat")
    assert first(results) == 1
    with pytest.raises(ValueError, match="the plane is not flat"):
        there(results)


def test_long_work_says_again_and_again_that_there_is_nothing_yet() -> None:
    results = run_in_worker(endless)
    first(results)
    begun = time.monotonic()
    assert [next(results), next(results)] == [None, None]
    assert time.monotonic() - begun < PATIENCE


@pytest.mark.parametrize("how", ["closed", "dropped"])
def test_it_ends_at_once_in_the_middle_of_a_result(how: str) -> None:
    results = run_in_worker(endless)
    process = first(results)
    next(results)
    if how == "closed":
        results.close()
    del results
    gc.collect()
    until(lambda: gone(process))


def test_a_process_that_died_is_a_sentence_and_others_go_on() -> None:
    dies, lives = run_in_worker(endless), run_in_worker(where)
    first(lives)
    os.kill(first(dies), 9)
    with pytest.raises(ValueError, match=r"worker process was ended .*change a setting"):
        there(dies)
    assert len(there(lives)) == 1


def test_what_was_never_asked_starts_nothing() -> None:
    results = run_in_worker(where)
    results.close()
    assert results._pipe is None


SERVER = """
import os
from tests.jobs.test_worker import endless, first
from optviz.jobs.worker import run_in_worker
results = run_in_worker(endless)
print(first(results), flush=True)
next(results)
os.kill(os.getpid(), 9)
"""


def test_it_ends_with_the_server_whatever_it_computes() -> None:
    server = subprocess.run([sys.executable, "-c", SERVER], capture_output=True, check=False)
    process = int(server.stdout)
    until(lambda: gone(process))


def test_its_name_is_in_the_systems_list() -> None:
    results = RemoteIterator("export", where, (), {})
    process = first(results)
    if FORKS:
        with open(f"/proc/{process}/comm") as file:
            assert file.read() == "optviz export\n"
