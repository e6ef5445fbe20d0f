"""Studies that other processes compute are those of one, bit for bit, partial results too."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from joblib import parallel_config
from joblib.externals.loky import get_reusable_executor

from optviz import user_rules, user_surfaces
from optviz.batch import Array
from optviz.optimizers import OPTIMIZERS, SGD, Adam, Optimizer, State
from optviz.scenes.catalog import CATALOG
from optviz.schedules import Cosine, Warmup
from optviz.studies.basins import UNKNOWN, basins
from optviz.studies.sweep import learning_rate_sweep, pair_sweep
from optviz.variants import RULES
from optviz.wrappers import EMA, ClipNorm
from surfaces import SURFACES
from surfaces.data import least_squares
from surfaces.formula import formula_surface
from surfaces.own import function_surface

BEALE = SURFACES["beale"]
SEVEN = [kind() for kind in OPTIMIZERS.values()]
RATES = np.geomspace(1e-5, 1, 30)
Make = Callable[[], Iterator[Any]]


@pytest.fixture(scope="module", autouse=True)
def new_workers() -> None:
    """Those that other tests began may stand in a folder that is gone."""
    get_reusable_executor().shutdown(wait=True)


@dataclass(frozen=True)
class MixesAtTimes(Optimizer):
    """Of this file, which other processes cannot import by a name of their own."""

    lr: float = 0.01

    def rule(self, x: Array, g: Array, s: State) -> Array:
        return x - self.lr * g / np.linalg.norm(g)


@dataclass(frozen=True)
class FailsFarOut(Optimizer):
    """Raises in some cells only."""

    lr: float = 0.001

    def rule(self, x: Array, g: Array, s: State) -> Array:
        if (np.abs(x) > 4.9).any():
            raise RuntimeError("too far out")
        return x - self.lr * g


def same(one: Any, other: Any) -> None:
    """Every array and number of two results."""
    for each in fields(one):
        mine, theirs = getattr(one, each.name), getattr(other, each.name)
        if isinstance(mine, np.ndarray):
            np.testing.assert_array_equal(mine, theirs)
        elif each.name in {"done", "stride", "notes", "steps"}:
            assert mine == theirs
        elif each.name == "entrants":
            assert [run.name for run in mine] == [run.name for run in theirs]


def assert_same_elsewhere(make: Make, jobs: int = 2, backend: str = "loky") -> list[Any]:
    """All results, partial ones too, of this process and of others."""
    here = list(make())
    with parallel_config(backend=backend, n_jobs=jobs):
        there = list(make())
    assert len(here) == len(there)
    for one, other in zip(here, there, strict=True):
        same(one, other)
    return here


@pytest.mark.parametrize("backend", ["loky", "multiprocessing", "threading"])
def test_a_map_is_the_same_elsewhere(backend: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("optviz.studies.basins.BLOCK", 1500)
    found = assert_same_elsewhere(lambda: basins(BEALE, SEVEN, (40, 40), 30), 2, backend)
    assert len(found) > 1


@settings(max_examples=6)
@given(
    rows=st.integers(1, 30),
    columns=st.integers(1, 30),
    block=st.integers(40, 3000),
    jobs=st.integers(2, 3),
    several=st.integers(1, 7),
)
def test_no_shape_of_pieces_shows(
    rows: int, columns: int, block: int, jobs: int, several: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("optviz.studies.basins.BLOCK", block)
        patch.setattr("optviz.studies.blocks.LEAST", 20)
        run = SEVEN[:several]
        found = assert_same_elsewhere(
            lambda: basins(BEALE, run, (rows, columns), 12), jobs, "threading"
        )
    whole = list(basins(BEALE, run, (rows, columns), 12))[-1]
    same(found[-1], whole)
    assert (whole.minimum != UNKNOWN).all()


def test_sweeps_and_heat_maps_are_the_same_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("optviz.studies.sweep.QUICK", 0)
    monkeypatch.setattr("optviz.studies.sweep.BLOCK", 70)
    monkeypatch.setattr("optviz.studies.blocks.LEAST", 20)
    moons = SURFACES["noisy_moons"]
    assert_same_elsewhere(lambda: learning_rate_sweep(moons, SEVEN, None, 20, 3, RATES, 0.5))
    pair = {"beta1": np.linspace(0, 0.9, 12), "lr": RATES}
    assert_same_elsewhere(lambda: pair_sweep(BEALE, Adam(), pair, None, 20))


def test_what_is_ones_own_gets_there() -> None:
    """Wrapped rules and schedules, typed formulas, data, functions without a name."""
    run = [EMA(0.9)(ClipNorm(1.0)(Adam(lr=0.3))), SGD(lr=Warmup(3) | Cosine(0.1, 9))]  # type: ignore[arg-type]
    typed = formula_surface("a x^2 + y^4 - y^2; a = 2", (-2, 2), (-2, 2))
    assert_same_elsewhere(lambda: basins(typed, run, (9, 9), 12))
    own = function_surface(lambda x, y: x * x + 3 * y * y, (-2, 2), (-2, 2))
    assert_same_elsewhere(lambda: basins(own, run, (9, 9), 12, minima=[(0, 0)]))
    draws = np.random.default_rng(0)
    data = least_squares(draws.normal(size=(40, 2)), draws.normal(size=40), batch=8)
    assert_same_elsewhere(lambda: basins(data, SEVEN, (9, 9), 12))


def test_a_rule_that_fails_or_mixes_is_told_of_alike() -> None:
    run = [FailsFarOut(), SGD(), MixesAtTimes()]
    found = assert_same_elsewhere(lambda: basins(BEALE, run, (12, 12), 12))
    assert [each.name for each in found[-1].entrants] == ["SGD", "MixesAtTimes"]
    assert len(found[-1].notes) == 2
    with parallel_config(n_jobs=2), pytest.raises(ValueError, match="too far out"):
        list(basins(BEALE, [FailsFarOut()], (12, 12), 12))


SIGNS = (
    "from dataclasses import dataclass\nimport numpy as np\nfrom optviz import Optimizer\n\n"
    "@dataclass(frozen=True)\nclass Signs(Optimizer):\n    lr: float = 0.02\n\n"
    "    def rule(self, x, g, s):\n        return x - self.lr * np.sign(g)\n"
)


@pytest.fixture
def no_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if no user's file had been read; what a test reads goes with it."""
    for place, empty in ((user_rules, "FILES"), (user_rules, "RAN"), (user_surfaces, "FILES")):
        monkeypatch.setattr(place, empty, {})
    monkeypatch.setattr("optviz.user_rules.RULES", dict(RULES))
    monkeypatch.setattr("optviz.user_surfaces.CATALOG", dict(CATALOG))


@pytest.mark.usefixtures("no_files")
def test_users_files_get_there(tmp_path: Path) -> None:
    rule, surface = tmp_path / "steps.py", tmp_path / "bowls.py"
    rule.write_text(SIGNS)
    surface.write_text(
        "from optviz import function_surface\n\n"
        "def f(x, y):\n    return x * x + y * y\n\n"
        "Bowl = function_surface(f, (-2, 2), (-2, 2))\n"
    )
    (signs,) = user_rules.load_rules(rule).values()
    (scene,) = user_surfaces.load_surfaces(surface).values()
    assert_same_elsewhere(lambda: basins(scene.surface, [signs()], (9, 9), 12, minima=[(0, 0)]))


@pytest.mark.usefixtures("no_files")
def test_a_file_that_fails_there_matters_to_its_own_rules_only(tmp_path: Path) -> None:
    """As one does that needs a library which this machine has and a cluster's have not."""
    picky = tmp_path / "picky.py"
    picky.write_text(f"import os\n\nassert os.getpid() == {os.getpid()}, 'not here'\n" + SIGNS)
    (signs,) = user_rules.load_rules(picky).values()
    assert_same_elsewhere(lambda: basins(BEALE, [SGD()], (9, 9), 5))
    said = "picky.py, in another process: AssertionError: not here"
    with parallel_config(n_jobs=2), pytest.raises(ValueError, match=said):
        list(basins(BEALE, [SGD(), signs()], (9, 9), 5))


def test_what_cannot_be_sent_is_said() -> None:
    lock = Lock()
    held = function_surface(lambda x, y: x * x + y * y + 0 * hash(lock), (-2, 2), (-2, 2))
    with parallel_config(n_jobs=2), pytest.raises(ValueError, match="cannot be sent to other"):
        list(basins(held, [SGD()], (9, 9), 5, minima=[(0, 0)]))


def test_one_may_stop_in_the_middle(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("optviz.studies.basins.BLOCK", 400)
    with parallel_config(n_jobs=2):
        results = basins(BEALE, SEVEN, (40, 40), 30)
    assert next(results).done < 1
    results.close()  # type: ignore[attr-defined]
    assert_same_elsewhere(lambda: basins(BEALE, SEVEN[:2], (9, 9), 5))
