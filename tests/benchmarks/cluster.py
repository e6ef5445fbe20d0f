"""Dask's workers against joblib's own: `python -m tests.benchmarks.cluster`.

A basin map of 300 x 300 starts, the seven on Beale's function, 200 steps: in this process, by four
processes of joblib's own and by four workers of a LocalCluster of dask's, in turns. What processes
and cluster take to start is not counted, as they stay. Ends with 1 where dask takes over 1.3 times
joblib's time. On a busy machine only the ratio of neighbours in a round means anything.
"""

import os
import sys
from statistics import median
from time import perf_counter

from dask.distributed import Client, LocalCluster
from joblib import parallel_config

from optviz.optimizers import OPTIMIZERS
from optviz.studies.basins import Basins, basins
from surfaces import SURFACES

SEVEN = [kind() for kind in OPTIMIZERS.values()]
WORKERS = 4
STARTS = 300
ROUNDS = 3
MOST = 1.3  # dask's time, joblib's being 1


def computed(starts: int, backend: str) -> tuple[Basins, float]:
    """The map, and the seconds that it took."""
    begun = perf_counter()
    with parallel_config(backend=backend, n_jobs=1 if backend == "sequential" else WORKERS):
        *_, found = basins(SURFACES["beale"], SEVEN, (starts, starts), 200)
    return found, perf_counter() - begun


def main() -> int:
    """Measure, print, compare with the bar."""
    with (
        LocalCluster(
            n_workers=WORKERS, threads_per_worker=1, host="127.0.0.1", dashboard_address=None
        ) as cluster,
        Client(cluster),
    ):
        backends = ("sequential", "loky", "dask")
        for each in backends:
            computed(60, each)  # what workers import
        rounds = [[computed(STARTS, each) for each in backends] for _ in range(ROUNDS)]
    for (one, _), *others in rounds:
        assert all((one.since == other.since).all() for other, _ in others)
    alone, own, theirs = (median(took for _, took in each) for each in zip(*rounds, strict=True))
    ratio = median(each[2][1] / each[1][1] for each in rounds)
    print(f"load average {os.getloadavg()[0]:.1f}, {os.cpu_count()} cores, {WORKERS} workers")
    print(f"one process {alone:.2f} s, joblib's own {own:.2f} s, dask {theirs:.2f} s")
    print(f"dask / joblib's own {ratio:.2f}   bar {MOST}{'' if ratio <= MOST else '   MISSED'}")
    return int(ratio > MOST)


if __name__ == "__main__":
    sys.exit(main())
