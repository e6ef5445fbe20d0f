"""Sweeps and basin maps as files: they open, hold every number, and films grow step by step."""

import csv
import json
import pickle
import tempfile
import time
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import imageio_ffmpeg
import numpy as np
import pytest
from PIL import Image

from optviz.basin_colors import letter
from optviz.export import FORMATS, export, formats_of
from optviz.export.estimate import estimate
from optviz.export.export_job import Work
from optviz.export.formats import order_for, preview
from optviz.export.options import What
from optviz.optimizers import SGD
from optviz.race import race
from optviz.scenes import SCENES
from optviz.studies.basins import Basins
from optviz.studies.endpoints import DIVERGED, NOT_THERE
from optviz.studies.sweep import Sweep
from tests.support.studies import basin_map, rate_sweep, swept_pair

SIZE = (320, 240)
STILLS = ("png", "svg", "pdf")
TABLES = ("csv", "json")
FILMS = ("gif", "mp4", "webp", "apng")
HEADS = {"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF"}


def subjects() -> dict[str, Sweep | Basins]:
    return {
        "sweep": rate_sweep("beale"),
        "pair": swept_pair("beale", 0.5),
        "moons": rate_sweep("noisy_moons"),
        "basins": basin_map("himmelblau"),
        "valley": basin_map("beale"),
    }


def written(what: What, folder: Path, suffix: str, **wishes: Any) -> bytes:
    return export(what, folder / f"it.{suffix}", **wishes).read_bytes()


def test_there_are_formats_for_everything_by_what_it_is() -> None:
    assert set(formats_of(SCENES["beale"])) == set(FORMATS)
    assert set(formats_of(rate_sweep("beale"))) == {*STILLS, *TABLES}
    assert set(formats_of(basin_map("beale"))) == {*STILLS, *TABLES, *FILMS}


@pytest.mark.parametrize("key", subjects())
@pytest.mark.parametrize("suffix", STILLS)
def test_pictures_open_and_the_same_is_the_same_file(key: str, suffix: str, tmp_path: Path) -> None:
    what = subjects()[key]
    data = written(what, tmp_path, suffix, size=SIZE)
    assert data.startswith(HEADS[suffix])
    if suffix == "png":
        assert Image.open(BytesIO(data)).size == SIZE
    again = pickle.loads(pickle.dumps(what)) if key != "basins" else what
    assert written(again, tmp_path, suffix, size=SIZE) == data


def read_csv(data: bytes) -> tuple[dict[str, Any], list[dict[str, str]]]:
    lines = data.decode().splitlines()
    comments = [line[2:].split(": ", 1) for line in lines if line.startswith("# ")]
    rows = csv.DictReader(StringIO("\n".join(line for line in lines if line[0] != "#")))
    return {name: json.loads(value) for name, value in comments}, list(rows)


@pytest.mark.parametrize("key", ["sweep", "pair", "moons"])
def test_tables_of_sweeps_hold_every_trial(key: str, tmp_path: Path) -> None:
    sweep = subjects()[key]
    assert isinstance(sweep, Sweep)
    said, rows = read_csv(written(sweep, tmp_path, "csv"))
    assert said["format"] == "optviz sweep"
    assert (said["surface"], said["steps"]) == (sweep.surface.name, sweep.steps)
    assert said["swept"] == {name: each.tolist() for name, each in sweep.swept.items()}
    assert len(rows) == sweep.final.size
    mesh = np.meshgrid(*sweep.swept.values(), indexing="ij")
    for k, optimizer in enumerate(sweep.optimizers):
        name = type(optimizer).__name__
        assert said[f"optimizer {name}"]["hyperparameters"] == optimizer.settings()
        own = [row for row in rows if row["optimizer"] == name]
        for swept, values in zip(sweep.swept, mesh, strict=True):
            assert [float(row[swept]) for row in own] == values.ravel().tolist()
        for column, array in (
            ("loss", sweep.final),
            ("reached", sweep.reached),
            ("diverged", sweep.diverged),
        ):
            told = [float(row[column] or "inf") for row in own]
            assert told == array[k].ravel().tolist(), column
    content = json.loads(written(sweep, tmp_path, "json"))
    columns = {run["optimizer"]: run["columns"] for run in content["runs"]}
    for name, run in columns.items():
        own = [row for row in rows if row["optimizer"] == name]
        for column, values in run.items():
            assert ["" if each is None else str(each) for each in values] == [
                row[column] for row in own
            ]
    assert sum(len(run["loss"]) for run in columns.values()) == len(rows)
    assert content["settings"]["optimizers"].keys() == columns.keys()


@pytest.mark.parametrize("key", ["basins", "valley"])
def test_tables_of_basin_maps_hold_every_start(key: str, tmp_path: Path) -> None:
    found = subjects()[key]
    assert isinstance(found, Basins)
    said, rows = read_csv(written(found, tmp_path, "csv"))
    assert said["format"] == "optviz basin map"
    assert list(said["minima"].values()) == found.minima.tolist()
    assert said["radius"] == found.radius
    words = {"diverged": DIVERGED, "not there": NOT_THERE}
    words |= {letter(k): k for k in range(len(found.minima))}
    shape = found.minimum.shape
    assert len(rows) == np.prod(shape)
    endings = np.array([words[row["ending"]] for row in rows]).reshape(shape)
    np.testing.assert_array_equal(endings, found.minimum)
    since = np.array([float(row["since"] or "nan") for row in rows]).reshape(shape)
    there = found.minimum != NOT_THERE
    np.testing.assert_array_equal(since[there], found.since[there])
    assert np.isnan(since[~there]).all()
    x = np.array([float(row["x"]) for row in rows]).reshape(shape)
    np.testing.assert_array_equal(x, np.broadcast_to(found.x, shape))
    content = json.loads(written(found, tmp_path, "json"))
    told = [end for run in content["runs"] for end in run["columns"]["ending"]]
    assert told == [row["ending"] for row in rows]


def test_a_row_of_a_sweep_is_the_end_of_a_race(tmp_path: Path) -> None:
    _, rows = read_csv(written(rate_sweep("beale"), tmp_path, "csv"))
    surface, _, start, _, seed = SCENES["beale"].conditions
    own = [row for row in rows if row["optimizer"] == "SGD"]
    for row in own[::7]:
        (run,) = race(surface, [SGD(lr=float(row["lr"]))], start, 100, seed)
        assert row["diverged"] == ("" if run.diverged is None else str(run.diverged))
        assert row["loss"] == ("" if run.diverged is not None else repr(float(run.loss[-1])))


@pytest.mark.parametrize("suffix", ["gif", "webp", "apng"])
def test_films_of_basins_have_sixty_frames_and_a_poster(suffix: str, tmp_path: Path) -> None:
    found = basin_map("beale")  # 100 steps
    film: Any
    with Image.open(BytesIO(written(found, tmp_path, suffix, size=SIZE))) as film:
        assert film.size == SIZE
        assert 55 <= film.n_frames <= 62  # frames in which nothing changes are one
        film.seek(film.n_frames - 1)
        last = np.asarray(film.convert("RGB")).astype(int)
        film.seek(0)
        poster = np.asarray(film.convert("RGB")).astype(int)
        film.seek(2)
        early = np.asarray(film.convert("RGB")).astype(int)
    still = Image.open(BytesIO(written(found, tmp_path, "png", size=SIZE))).convert("RGB")
    assert np.abs(last - np.asarray(still)).mean() < 1
    assert np.abs(poster - np.asarray(still)).mean() < 1
    assert np.abs(early - np.asarray(still)).mean() > 5


def test_a_short_film_shows_every_step(tmp_path: Path) -> None:
    timing = order_for(basin_map("himmelblau")).timing  # 60 steps
    assert [step for step, _ in timing.frames(60)] == [60, *range(61)]
    wished = order_for(basin_map("himmelblau"), fps=5, speed=60, poster=0).timing
    assert len(wished.frames(60)) == 6


def test_a_video_of_basins_has_a_frame_for_every_step(tmp_path: Path) -> None:
    path = export(basin_map("himmelblau"), tmp_path / "it.mp4", size=SIZE, poster=0, hold=0)
    frames = imageio_ffmpeg.read_frames(path)
    head = next(frames)
    assert head["size"] == SIZE
    assert head["duration"] == pytest.approx(6.1, abs=0.11)


@pytest.mark.parametrize(
    ("key", "suffix", "wishes", "says"),
    [
        ("sweep", "gif", {}, r"it\.gif: a sweep is never GIF: let it end in \.png, "),
        ("basins", "html", {}, r"a basin map is never HTML"),
        ("sweep", "tiff", {}, r"names no format: let it end in \.png"),
        ("sweep", "png", {"fps": 5}, "nothing is known of fps"),
        ("sweep", "png", {"step": 5}, "nothing is known of step"),
        ("sweep", "png", {"sweep": None}, "nothing is known of sweep"),
        ("basins", "png", {"turn": 5}, "nothing is known of turn"),
        ("basins", "png", {"views": ("space",)}, "nothing is known of views"),
        ("basins", "png", {"step": 61}, "step = 61"),
        ("basins", "gif", {"fps": 0}, "fps = 0"),
        ("basins", "png", {"theme": "pink"}, "light or dark"),
        ("moons", "png", {"measure": "steps"}, "threshold"),
    ],
)
def test_what_is_not_possible_is_a_sentence(
    key: str, suffix: str, wishes: dict[str, Any], says: str, tmp_path: Path
) -> None:
    with pytest.raises(ValueError, match=says):
        export(subjects()[key], tmp_path / f"it.{suffix}", **wishes)
    assert not list(tmp_path.iterdir())


def test_only_what_can_be_shown_is_exported(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="a Surface is no file: give a race"):
        export(SCENES["beale"].surface, tmp_path / "it.png")  # type: ignore[arg-type]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary folders are made."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize(
    ("key", "suffix"), [("sweep", "png"), ("pair", "csv"), ("valley", "gif"), ("moons", "json")]
)
def test_a_process_of_its_own_writes_the_same_bytes(key: str, suffix: str, folder: Path) -> None:
    what = subjects()[key]
    wishes = {"size": SIZE}
    work = Work(order_for(what, **wishes), f"it.{suffix}")
    end = time.monotonic() + 60
    while work.running:
        assert time.monotonic() < end
        time.sleep(0.05)
    assert work.problem == ""
    assert work.data == written(what, folder, suffix, **wishes)


@pytest.mark.parametrize("key", ["sweep", "pair", "valley"])
def test_a_preview_is_the_still(key: str, tmp_path: Path) -> None:
    what = subjects()[key]
    assert preview(order_for(what, size=SIZE)) == written(what, tmp_path, "png", size=SIZE)
    if key == "valley":
        early = written(what, tmp_path, "png", size=SIZE, step=9)
        assert preview(order_for(what, size=SIZE, step=9)) == early


@pytest.mark.parametrize("key", ["sweep", "pair", "basins", "valley"])
def test_the_size_is_about_what_was_said(key: str, tmp_path: Path) -> None:
    what = subjects()[key]
    order = order_for(what, size=(640, 480))
    for suffix in formats_of(what):
        said, seconds = estimate(order, suffix)
        true = len(written(what, tmp_path, suffix, size=(640, 480)))
        assert true / 3 < said < true * 3, suffix
        assert 0 < seconds < 20
