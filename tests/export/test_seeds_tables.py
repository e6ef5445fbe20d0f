"""Tables of many seeds or starts hold the tables of their races."""

import csv
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from optviz.export import export
from optviz.optimizers import SGD, Adam, Momentum
from optviz.race import SeedsRace, race
from surfaces import SURFACES


@pytest.fixture(scope="module")
def many() -> SeedsRace:
    """Of SGD with this rate, each run ends early."""
    optimizers = {"fast": SGD(lr=1e3), "Adam": Adam(lr=0.2)}
    return race(SURFACES["noisy_quadratic"], optimizers, steps=150, seeds=(4, 1))


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


def test_a_csv_file_has_the_rows_of_each_race(many: SeedsRace, tmp_path: Path) -> None:
    found = rows(export(many, tmp_path / "many.csv"))
    assert [*found[0]][:3] == ["optimizer", "seed", "step"]
    total = 0
    for own in many.races:
        alone = rows(export(own, tmp_path / f"{own.seed}.csv"))
        mine = [without(row, "seed") for row in found if row["seed"] == str(own.seed)]
        assert mine == alone
        total += len(alone)
    assert len(found) == total
    assert {row["ending"] for row in found} == {"overflow", ""}


def without(row: dict[str, str], name: str) -> dict[str, str]:
    return {key: value for key, value in row.items() if key != name}


def test_a_json_file_has_the_runs_of_each_race(many: SeedsRace, tmp_path: Path) -> None:
    content: Any = json.loads(export(many, tmp_path / "many.json").read_text(encoding="utf-8"))
    assert content["settings"]["seeds"] == [4, 1]
    assert "seed" not in content["settings"]
    assert content["meaning"]["seed"].startswith("which minibatches")
    assert [(run["optimizer"], run["seed"]) for run in content["runs"]] == [
        (name, seed) for name in ("fast", "Adam") for seed in (4, 1)
    ]
    for own in many.races:
        alone: Any = json.loads(export(own, tmp_path / "own.json").read_text(encoding="utf-8"))
        mine = [run for run in content["runs"] if run["seed"] == own.seed]
        assert mine == [{**run, "seed": own.seed} for run in alone["runs"]]


def test_tables_of_starts_have_the_numbers_of_each_start_alone(tmp_path: Path) -> None:
    """Why a run of a batch ended is not told: it has not been kept."""
    starts = np.array([[1.0, 1.6], [4.5, 4.5]])
    rule = [Momentum(lr=0.01)]
    batch = race(SURFACES["beale"], rule, starts, steps=30)
    assert (batch[0].last < 30).any()
    found = rows(export(batch, tmp_path / "many.csv"))
    content: Any = json.loads(export(batch, tmp_path / "many.json").read_text(encoding="utf-8"))
    assert content["settings"]["starts"] == starts.tolist()
    for k, start in enumerate(starts):
        single = race(SURFACES["beale"], rule, start, steps=30)
        alone = rows(export(single, tmp_path / "own.csv"))
        mine = [without(row, "start") for row in found if row["start"] == str(k)]
        assert mine == [{**row, "ending": ""} for row in alone]
        own: Any = json.loads(export(single, tmp_path / "own.json").read_text(encoding="utf-8"))
        (run,) = own["runs"]
        assert content["runs"][k] == {**run, "start": k, "ending": None}
