"""Sweeps and basin maps as files: they open, hold every number, and films grow step by step."""

import csv
import json
import pickle
import tempfile
import time
from collections.abc import Callable
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import imageio_ffmpeg
import numpy as np
import pytest
from PIL import Image

from optviz.basin_colors import letter
from optviz.export import (
    FORMATS,
    FilmOptions,
    PictureOptions,
    RaceOptions,
    StillOptions,
    SweepOptions,
    export,
    formats_of,
)
from optviz.export.estimate import estimate
from optviz.export.export_job import export_job
from optviz.export.formats import Subject, preview, request_for
from optviz.export.options import Options
from optviz.optimizers import SGD
from optviz.race import race
from optviz.scenes import SCENES
from optviz.studies.basins import Basins
from optviz.studies.digits.study import Study
from optviz.studies.sweep import Sweep
from optviz.studies.targets import DIVERGED, NOT_THERE
from tests.support.patience import PATIENCE
from tests.support.studies import basin_map, digits_study, rate_sweep, swept_pair

SIZE = (320, 240)
SMALL = PictureOptions(size=SIZE)
STILLS = ("png", "svg", "pdf")
TABLES = ("csv", "json")
FILMS = ("gif", "mp4", "webm", "webp", "apng")
HEADS = {"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF"}


def subjects() -> dict[str, Sweep | Basins | Study]:
    return {
        "sweep": rate_sweep("beale"),
        "pair": swept_pair("beale", 0.5),
        "moons": rate_sweep("noisy_moons"),
        "basins": basin_map("himmelblau"),
        "valley": basin_map("beale"),
        "digits": digits_study(),
    }


def written(what: Subject, folder: Path, suffix: str, *options: Options) -> bytes:
    return export(what, folder / f"it.{suffix}", *options).read_bytes()


def test_there_are_formats_for_everything_by_what_it_is() -> None:
    assert set(formats_of(SCENES["beale"])) == set(FORMATS)
    assert set(formats_of(rate_sweep("beale"))) == {*STILLS, *TABLES}
    assert set(formats_of(swept_pair("beale", 0.5))) == {*STILLS, *TABLES}
    assert set(formats_of(basin_map("beale"))) == {*STILLS, *TABLES, *FILMS}
    assert set(formats_of(digits_study())) == {*STILLS, *TABLES}


@pytest.mark.parametrize("key", subjects())
@pytest.mark.parametrize("suffix", STILLS)
def test_pictures_open_and_the_same_is_the_same_file(key: str, suffix: str, tmp_path: Path) -> None:
    what = subjects()[key]
    data = written(what, tmp_path, suffix, SMALL)
    assert data.startswith(HEADS[suffix])
    if suffix == "png":
        assert Image.open(BytesIO(data)).size == SIZE
    again = pickle.loads(pickle.dumps(what)) if key != "basins" else what
    assert written(again, tmp_path, suffix, SMALL) == data


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


def test_tables_of_the_digits_hold_every_epoch(tmp_path: Path) -> None:
    study = digits_study()
    said, rows = read_csv(written(study, tmp_path, "csv"))
    assert said["format"] == "optviz digits"
    assert (said["epochs"], said["splits"]) == (2, 2)
    assert said["plane"]["all"] == study.plane.share
    held = np.array(list(said["plane"]["each"].values()), dtype=float)
    np.testing.assert_array_equal(held, study.plane.shares)
    compared = np.array(list(said["rates"]["accuracy"].values()), dtype=float)
    np.testing.assert_array_equal(compared, study.rates.accuracy.swapaxes(0, 1))
    assert len(rows) == len(study.trainings) * len(study.shown) * 3
    for k, name in enumerate(study.shown.names):
        settings = study.shown.runs[k].optimizer.settings()
        assert said[f"optimizer {name}"]["hyperparameters"] == settings
        for training in study.trainings:
            run = training.runs[k]
            split = str(training.split)
            own = [row for row in rows if (row["optimizer"], row["split"]) == (name, split)]
            assert [row["epoch"] for row in own] == ["0", "1", "2"]
            assert {row["diverged"] for row in own} == {str(run.diverged or "")}
            for column, values in (("accuracy", run.accuracy), ("loss", run.loss)):
                told = [float(row[column] or "nan") for row in own]
                np.testing.assert_array_equal(told, values)
    assert any(row["diverged"] for row in rows)
    content = json.loads(written(study, tmp_path, "json"))
    assert set(content["meaning"]) > {"split", "epoch", "accuracy", "loss", "diverged"}
    assert sum(len(run["columns"]["loss"]) for run in content["runs"]) == len(rows)


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
    with Image.open(BytesIO(written(found, tmp_path, suffix, SMALL))) as film:
        assert film.size == SIZE
        assert 55 <= film.n_frames <= 62  # frames in which nothing changes are one
        film.seek(film.n_frames - 1)
        last = np.asarray(film.convert("RGB")).astype(int)
        film.seek(0)
        poster = np.asarray(film.convert("RGB")).astype(int)
        film.seek(2)
        early = np.asarray(film.convert("RGB")).astype(int)
    still = Image.open(BytesIO(written(found, tmp_path, "png", SMALL))).convert("RGB")
    assert np.abs(last - np.asarray(still)).mean() < 1
    assert np.abs(poster - np.asarray(still)).mean() < 1
    assert np.abs(early - np.asarray(still)).mean() > 5


def test_a_short_film_shows_every_step(tmp_path: Path) -> None:
    timing = request_for(basin_map("himmelblau"), "gif").timing("gif")  # 60 steps
    assert [step for step, _ in timing.schedule(60)] == [60, *range(61)]
    chosen = FilmOptions(fps=5, speed=60, poster=0)
    wished = request_for(basin_map("himmelblau"), "gif", chosen).timing("gif")
    assert len(wished.schedule(60)) == 6


def test_a_video_of_basins_has_a_frame_for_every_step(tmp_path: Path) -> None:
    film = FilmOptions(poster=0, hold=0)
    path = export(basin_map("himmelblau"), tmp_path / "it.mp4", SMALL, film)
    frames = imageio_ffmpeg.read_frames(path)
    head = next(frames)
    assert head["size"] == SIZE
    assert head["duration"] == pytest.approx(6.1, abs=0.11)


@pytest.mark.parametrize(
    ("key", "suffix", "make", "says"),
    [
        ("sweep", "gif", None, r"it\.gif: a sweep cannot be written as GIF: let it end in \.png, "),
        ("pair", "gif", None, r"it\.gif: a heat map cannot be written as GIF"),
        ("basins", "html", None, r"a basin map cannot be written as HTML"),
        ("digits", "gif", None, r"a study of the digits cannot be written as GIF"),
        ("sweep", "tiff", None, r"names no format: let it end in \.png"),
        ("sweep", "png", lambda: FilmOptions(fps=5), "fps has no effect on a sweep as PNG"),
        ("sweep", "png", lambda: StillOptions(step=5), "step has no effect on a sweep"),
        ("digits", "svg", lambda: StillOptions(step=5), "step has no effect on a study"),
        ("digits", "csv", lambda: PictureOptions(title="T"), "title has no effect on a study"),
        ("basins", "png", lambda: FilmOptions(turn=5), "turn has no effect on a basin map"),
        ("basins", "gif", lambda: FilmOptions(turn=5), "turn has no effect on a basin map"),
        ("basins", "png", lambda: RaceOptions(views=("space",)), "views has no effect"),
        ("basins", "png", lambda: StillOptions(step=61), "step = 61"),
        ("basins", "gif", lambda: FilmOptions(fps=0), "fps = 0"),
        ("basins", "png", lambda: PictureOptions(theme="pink"), "light or dark"),
        ("moons", "png", lambda: SweepOptions(measure="steps"), "threshold"),
    ],
)
def test_what_is_not_possible_is_a_sentence(
    key: str, suffix: str, make: Callable[[], Options] | None, says: str, tmp_path: Path
) -> None:
    with pytest.raises(ValueError, match=says):
        export(subjects()[key], tmp_path / f"it.{suffix}", *([make()] if make else []))
    assert not list(tmp_path.iterdir())


def test_only_what_can_be_shown_is_exported(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="Surface: this cannot be exported: give one of these"):
        export(SCENES["beale"].surface, tmp_path / "it.png")  # type: ignore[arg-type]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary folders are made."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize(
    ("key", "suffix"),
    [
        ("sweep", "png"),
        ("pair", "csv"),
        ("valley", "gif"),
        ("moons", "json"),
        ("digits", "svg"),
    ],
)
def test_a_process_of_its_own_writes_the_same_bytes(key: str, suffix: str, folder: Path) -> None:
    what = subjects()[key]
    options = [SMALL] if FORMATS[suffix].drawn else []
    job = export_job(request_for(what, suffix, *options), f"it.{suffix}")
    end = time.monotonic() + PATIENCE
    while job.running:
        assert time.monotonic() < end
        time.sleep(0.05)
    assert job.problem == ""
    assert job.latest.result == written(what, folder, suffix, *options)


@pytest.mark.parametrize("key", ["sweep", "pair", "valley", "digits"])
def test_a_preview_is_the_still(key: str, tmp_path: Path) -> None:
    what = subjects()[key]
    assert preview(request_for(what, "png", SMALL)) == written(what, tmp_path, "png", SMALL)
    if key == "valley":
        still = StillOptions(step=9)
        early = written(what, tmp_path, "png", SMALL, still)
        assert preview(request_for(what, "png", SMALL, still)) == early


@pytest.mark.parametrize("key", ["sweep", "pair", "basins", "valley", "digits"])
def test_the_size_is_about_what_was_said(key: str, tmp_path: Path) -> None:
    what = subjects()[key]
    for suffix in formats_of(what):
        options = [PictureOptions(size=(480, 360))] if FORMATS[suffix].drawn else []
        said, seconds = estimate(request_for(what, suffix, *options), suffix)
        true = len(written(what, tmp_path, suffix, *options))
        assert true / 3 < said < true * 3, suffix
        assert 0 < seconds < 20
