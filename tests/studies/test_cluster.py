"""A cluster of dask, two worker processes of this machine, computes what one process does."""

from collections.abc import Iterator

import numpy as np
import pytest
from dask.distributed import Client, LocalCluster
from joblib import parallel_config

from optviz.optimizers import OPTIMIZERS, Adam
from optviz.studies.basins import basins
from optviz.studies.sweep import pair_sweep
from surfaces import SURFACES
from surfaces.own import function_surface

SEVEN = [kind() for kind in OPTIMIZERS.values()]


@pytest.fixture(scope="module")
def cluster() -> Iterator[LocalCluster]:
    """Processes that import optviz for themselves, as those of other machines do."""
    with (
        LocalCluster(
            n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None
        ) as found,
        Client(found),
    ):
        yield found


@pytest.mark.filterwarnings("ignore")  # of dask's own, which differ from version to version
def test_a_map_of_a_cluster_is_that_of_one_process(
    cluster: LocalCluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("optviz.studies.basins.BLOCK", 1500)
    own = function_surface(lambda x, y: x * x + 3 * y**4, (-2, 2), (-2, 2))
    for surface in (SURFACES["long_valley"], own):
        here = list(basins(surface, SEVEN, (30, 30), 20, minima=[(0, 0)]))
        with parallel_config(backend="dask"):
            there = list(basins(surface, SEVEN, (30, 30), 20, minima=[(0, 0)]))
        assert [each.done for each in there] == [each.done for each in here]
        for one, other in zip(here, there, strict=True):
            np.testing.assert_array_equal(one.minimum, other.minimum)
            np.testing.assert_array_equal(one.since, other.since)
    pids = set(Client(cluster).run(lambda: __import__("os").getpid()).values())
    assert len(pids) == 2


@pytest.mark.filterwarnings("ignore")
def test_a_heat_map_of_a_cluster_is_that_of_one_process(cluster: LocalCluster) -> None:
    assert cluster.workers
    pair = {"beta1": np.linspace(0, 0.9, 30), "lr": np.geomspace(1e-4, 1, 50)}
    *_, here = pair_sweep(SURFACES["beale"], Adam(), pair, None, 30)
    with parallel_config(backend="dask"):
        *_, there = pair_sweep(SURFACES["beale"], Adam(), pair, None, 30)
    for name in ("final", "reached", "diverged"):
        np.testing.assert_array_equal(getattr(here, name), getattr(there, name))
