"""Tables: read back by other means, they are the race to the last bit, and say what made it."""

import csv
import json
import tracemalloc
from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from optviz.entrants import ADDED, ORIGINS, RECOVERED, Entrant
from optviz.optimizers import NAG, SGD, AdaGrad, Adam, Array, Optimizer, State
from optviz.pictures.race.table import CHUNK, write_csv, write_json
from optviz.pictures.settings import about, settings_of
from optviz.race import Race, Trajectory, race
from optviz.scenes import SCENES
from surfaces import SURFACES

every_scene = pytest.mark.parametrize("scene", SCENES.values(), ids=SCENES.keys())
both = pytest.mark.parametrize("write", [write_csv, write_json])
Write = Callable[..., None]


def read_csv(path: Path) -> tuple[dict[str, Any], dict[str, dict[str, list[str]]]]:
    """The settings, and optimizer -> column -> fields, by the csv module and json alone."""
    lines = path.read_text(encoding="utf-8").split("\n")
    said = dict(line[2:].split(": ", 1) for line in lines if line.startswith("#"))
    tables: dict[str, dict[str, list[str]]] = {}
    for row in csv.DictReader(line for line in lines if line and not line.startswith("#")):
        table = tables.setdefault(row.pop("optimizer"), {name: [] for name in row})
        for name, field in row.items():
            table[name].append(field)
    return {name: json.loads(value) for name, value in said.items()}, tables


def run_names(result: Race) -> list[str]:
    return [run.name for run in result]


def read_json(path: Path) -> Any:
    """The content, if it is JSON without what RFC 8259 does not have."""

    def refuse(constant: str) -> None:
        raise AssertionError(f"{constant} is not JSON")

    return json.loads(path.read_text(encoding="utf-8"), parse_constant=refuse)


def expected(run: Trajectory) -> dict[str, Array]:
    """What a run's columns should be, row for row; nan is what should be empty."""
    rows = np.flatnonzero(np.isfinite(run.loss))
    missing = np.full((1, 2), np.nan)
    pairs = {
        "look": np.concatenate([run.grad_at, missing]),
        "grad": np.concatenate([run.grad, missing]),
        **run.state,
    }
    columns = {"x": run.x[:, 0], "y": run.x[:, 1], "loss": run.loss}
    for name, values in pairs.items():
        columns |= {f"{name}_x": values[:, 0], f"{name}_y": values[:, 1]}
    return {name: np.array(column)[rows] for name, column in columns.items()}


def assert_same_bits(told: Any, wanted: Array) -> None:
    """Equal to the last bit, the sign of zero included; any nan is as good as another."""
    told = np.array(told, dtype=np.float64)
    assert told.shape == wanted.shape
    blank = np.isnan(wanted)
    np.testing.assert_array_equal(np.isnan(told), blank)
    assert told[~blank].tobytes() == wanted[~blank].tobytes()


def assert_csv_is(result: Race, path: Path) -> None:
    _, tables = read_csv(path)
    assert list(tables) == run_names(result)
    for run, table in zip(result, tables.values(), strict=True):
        wanted = expected(run)
        assert table["step"] == [str(step) for step in range(len(wanted["x"]))]
        assert set(table["ended"]) == {"" if run.ended is None else str(run.ended)}
        for name, fields in table.items():
            if name in wanted:
                assert_same_bits([float(field or "nan") for field in fields], wanted[name])
            elif name not in ("step", "ended", "ending"):
                assert set(fields) == {""}
        assert wanted.keys() <= table.keys()


def assert_json_is(result: Race, path: Path) -> None:
    runs = read_json(path)["runs"]
    assert [each["optimizer"] for each in runs] == run_names(result)
    for run, told in zip(result, runs, strict=True):
        assert (told["ended"], told["last"]) == (run.ended, run.last)
        assert told["columns"].keys() == expected(run).keys()
        for name, wanted in expected(run).items():
            assert_same_bits(told["columns"][name], wanted)


@every_scene
def test_every_scene_reads_back_exactly(scene: Any, tmp_path: Path) -> None:
    result = scene.race()
    write_csv(result, tmp_path / "race.csv")
    write_json(result, tmp_path / "race.json")
    assert_csv_is(result, tmp_path / "race.csv")
    assert_json_is(result, tmp_path / "race.json")


coordinates = st.floats(-1e6, 1e6)


@given(
    start=st.tuples(coordinates, coordinates),
    rates=st.lists(st.floats(0, 1e3), min_size=1, max_size=3),
    steps=st.integers(1, 30),
)
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_race_reads_back_exactly(
    start: tuple[float, float], rates: list[float], steps: int, tmp_path: Path
) -> None:
    runners = [kind(lr=rate) for rate in rates for kind in (SGD, Adam, AdaGrad)]
    result = race(SURFACES["beale"], runners, start, steps)
    write_csv(result, tmp_path / "race.csv")
    write_json(result, tmp_path / "race.json")
    assert_csv_is(result, tmp_path / "race.csv")
    assert_json_is(result, tmp_path / "race.json")


def newer(library: Any, *version: int) -> bool:
    return tuple(int(part) for part in library.__version__.split(".")[:2]) >= version


def test_pandas_reads_it_as_the_documentation_says(tmp_path: Path) -> None:
    pandas: Any = import_module("pandas")
    result = SCENES["noisy_moons"].race()
    write_csv(result, tmp_path / "race.csv")
    write_json(result, tmp_path / "race.json")
    exact = {} if newer(pandas, 3, 1) else {"float_precision": "round_trip"}
    table = pandas.read_csv(tmp_path / "race.csv", comment="#", **exact)
    content = read_json(tmp_path / "race.json")
    for place, (name, run) in enumerate(zip(run_names(result), result, strict=True)):
        own = table[table["optimizer"] == name]
        frame = pandas.DataFrame(content["runs"][place]["columns"])
        for column, wanted in expected(run).items():
            assert_same_bits(own[column], wanted)
            assert_same_bits(frame[column], wanted)


def test_a_diverged_run_ends_with_its_last_finite_step(tmp_path: Path) -> None:
    result = race(SURFACES["beale"], [SGD(lr=1), Adam()], steps=30)
    assert result[0].ended is not None
    write_csv(result, tmp_path / "race.csv")
    write_json(result, tmp_path / "race.json")
    assert_csv_is(result, tmp_path / "race.csv")
    assert_json_is(result, tmp_path / "race.json")
    said, tables = read_csv(tmp_path / "race.csv")
    assert len(tables["SGD"]["x"]) == result[0].ended
    assert said["optimizer SGD"]["ended"] == result[0].ended
    assert said["optimizer Adam"]["ended"] is None


@dataclass(frozen=True)
class Extreme(Optimizer):
    """Numbers that text has trouble with, and a name that the columns have already."""

    def rule(self, x: Array, g: Array, s: State) -> Array:
        s.huge = np.where(g > 0, np.inf, -np.inf)
        s.odd = np.array([-0.0, 5e-324])
        s.grad = np.array([0.1 + 0.2, 1.7976931348623157e308])
        s.undefined = np.array([np.nan, 1.0])
        return x - 1e-3 * g


def test_extreme_numbers_read_back_exactly(tmp_path: Path) -> None:
    result = race(SURFACES["beale"], [Extreme()], steps=3)
    write_csv(result, tmp_path / "race.csv")
    write_json(result, tmp_path / "race.json")
    table = read_csv(tmp_path / "race.csv")[1]["Extreme"]
    told = read_json(tmp_path / "race.json")["runs"][0]["columns"]
    state = result[0].state
    for name, history in {**state, "state_grad": state["grad"]}.items():
        wanted = history if name != "grad" else np.vstack([result[0].grad, [[np.nan, np.nan]]])
        for axis, letter in enumerate("xy"):
            fields = table[f"{name}_{letter}"]
            assert_same_bits([float(field or "nan") for field in fields], wanted[:, axis])
            assert_same_bits(told[f"{name}_{letter}"], wanted[:, axis])


@both
def test_two_runs_of_one_rule_have_two_names(write: Write, tmp_path: Path) -> None:
    result = race(SURFACES["beale"], [SGD(), Adam(), SGD(lr=0.002), SGD(lr=0.003)], steps=5)
    write(result, tmp_path / "race")
    assert run_names(result) == ["SGD 0.001", "Adam", "SGD 0.002", "SGD 0.003"]
    check = assert_csv_is if write is write_csv else assert_json_is
    check(result, tmp_path / "race")


def conditions(write: Write, path: Path) -> dict[str, Any]:
    """The settings as a file tells them, in the shape that `settings_of` gives them."""
    if write is write_json:
        told: dict[str, Any] = read_json(path)["settings"]
        return told
    said, tables = read_csv(path)
    runs = {name: said.pop(f"optimizer {name}") for name in tables}
    return {name: said[name] for name in said if name not in ("format", "columns")} | {
        "optimizers": runs
    }


@both
@every_scene
def test_the_settings_go_along(write: Write, scene: Any, tmp_path: Path) -> None:
    write(scene.race(), tmp_path / "race")
    told = conditions(write, tmp_path / "race")
    assert told["surface"] == scene.surface.name
    assert told["surface_source"] == scene.surface.source
    assert (told["start"], told["steps"], told["seed"]) == ([*scene.start], scene.steps, scene.seed)
    batches = scene.surface.minibatches
    assert told["minibatch"] == (batches and {"size": batches.size, "samples": batches.count})
    for entry in scene.entrants:
        own = told["optimizers"][type(entry.optimizer).__name__]
        assert own["hyperparameters"] == entry.optimizer.settings()
        assert (own["origin"], own["origin_means"]) == (entry.origin, ORIGINS[entry.origin])


@both
def test_origins_may_be_unknown(write: Write, tmp_path: Path) -> None:
    result = race(SURFACES["beale"], [SGD(), Adam()], steps=2)
    write(result, tmp_path / "race")
    told = conditions(write, tmp_path / "race")
    assert told["optimizers"]["Adam"]["origin"] is None


@both
@pytest.mark.parametrize("name", ["a\nb,c\r\n#d", '"quoted" # </script>', "moon 🌕 \u2028 ü"])
def test_no_name_breaks_the_file(write: Write, name: str, tmp_path: Path) -> None:
    surface = replace(SURFACES["beale"], name=name, source=name, axes=(name, "y"))
    result = race(surface, [SGD(), NAG()], steps=4)
    write(result, tmp_path / "race")
    told = conditions(write, tmp_path / "race")
    assert (told["surface"], told["surface_source"], told["axes"][0]) == (name, name, name)
    check = assert_csv_is if write is write_csv else assert_json_is
    check(result, tmp_path / "race")


@both
def test_a_batch_of_settings_is_refused(write: Write, tmp_path: Path) -> None:
    rates: Any = np.array([[0.001], [0.002]])
    batch = race(SURFACES["beale"], [SGD(lr=rates)], steps=2)
    with pytest.raises(ValueError, match=r"a race of a batch of shape \(2,\), .* give one start"):
        write(batch, tmp_path / "race")
    assert not (tmp_path / "race").exists()


@both
def test_a_setting_for_each_coordinate_is_kept(write: Write, tmp_path: Path) -> None:
    rates: Any = np.array([0.001, 0.002])
    result = race(SURFACES["beale"], [SGD(lr=rates)], steps=2)
    write(result, tmp_path / "race")
    told = conditions(write, tmp_path / "race")
    assert told["optimizers"]["SGD"]["hyperparameters"] == {"lr": [0.001, 0.002]}


@both
def test_progress_grows_to_the_end(write: Write, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    result = race(SURFACES["beale"], [SGD(), NAG()], steps=3 * CHUNK)
    write(result, tmp_path / "race", progress=lambda *each: seen.append(each))
    done = [each for each, _ in seen]
    assert len(seen) >= 8
    assert done == sorted(set(done))
    assert {total for _, total in seen} == {done[-1]}


@both
def test_a_long_race_is_written_as_it_grows(write: Write, tmp_path: Path) -> None:
    result = race(SURFACES["beale"], [Adam(), SGD()], steps=6 * CHUNK)
    check = assert_csv_is if write is write_csv else assert_json_is
    tracemalloc.start()
    write(result, tmp_path / "race")
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    size = (tmp_path / "race").stat().st_size
    assert size > 8e6
    assert most < size / 2  # of a chunk, however long the race
    check(result, tmp_path / "race")


def test_settings_for_people_name_everything() -> None:
    scene = SCENES["noisy_moons"]
    lines = dict(about(scene.race(), scene.source))
    assert lines["Start"] == "w1 = -0.36, w2 = 1.27"
    assert lines["Steps"] == "118, each on 5 of 400 samples, order of seed 0"
    assert scene.surface.source in lines["Loss"]
    assert lines["Adam"].startswith(f"lr 0.2, β₁ 0.9, β₂ 0.999, ε 10⁻⁸; {ADDED}: {ORIGINS[ADDED]}")
    assert "Kingma" in lines["Adam"]
    assert lines["Scene"] == scene.source


def test_a_rule_without_a_paper_has_no_empty_reference() -> None:
    lines = dict(
        about(race(SURFACES["beale"], [Entrant("Extreme", Extreme(), RECOVERED)], steps=1))
    )
    assert lines["Extreme"].endswith("tracks.")
    assert "Scene" not in lines


def test_settings_are_json() -> None:
    scene = SCENES["beale"]
    told = settings_of(scene.race())
    assert json.loads(json.dumps(told, allow_nan=False)) == told
