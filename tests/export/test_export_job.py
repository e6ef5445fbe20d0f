"""Exports in a process of their own: the same files, given up at once, few at a time."""

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from optviz.export import FORMATS, FilmOptions, PictureOptions, export
from optviz.export.export_job import export_job
from optviz.export.formats import Request, request_for
from optviz.jobs.job import Job, always
from optviz.jobs.turns import EXPORTS
from optviz.optimizers import SGD, Adam
from optviz.race import race
from optviz.scenes import SCENES
from optviz.scenes.typed import typed_scene
from surfaces import SURFACES
from tests.support.patience import PATIENCE
from tests.support.processes import workers

RACE = race(SURFACES["beale"], [SGD(lr=1.0), Adam(lr=0.3)], (1, 1.6), 10)
SMALL = PictureOptions(size=(240, 240))
SHORT = request_for(RACE, "png", SMALL)
LONG = request_for(
    SCENES["saddle_point"], "gif", PictureOptions(size=(1280, 720)), FilmOptions(turn=90)
)
SILENT = request_for(
    SCENES["beale"], "png", PictureOptions(size=(4096, 4096))
)  # as a still: tells nothing until the end


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary folders are made, so that one sees what is left in it."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


@pytest.fixture
def begin() -> Iterator[Callable[[Request, str], Job]]:
    """Begins jobs and gives them up afterwards."""
    begun: list[Job] = []

    def begin(request: Request, name: str) -> Job:
        begun.append(export_job(request, name))
        return begun[-1]

    yield begin
    for job in begun:
        job.leave()


Begin = Callable[[Request, str], Job]


def wait(until: Callable[[], object]) -> None:
    end = time.monotonic() + PATIENCE
    while not until():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.02)


def data(job: Job) -> bytes | None:
    """The file's content once it is written."""
    return job.latest.result if job.latest else None


def process() -> int:
    """That of the only export there is."""
    (found,) = workers(os.getpid(), "export")
    return found


def gone(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    return False


def finish(job: Job) -> list[float]:
    """Wait for the end; all shares that were seen on the way."""
    shares = []
    while job.running:
        shares.append(job.share)
        time.sleep(0.01)
    return [*shares, job.share]


def test_the_same_bytes_as_in_this_process(begin: Begin, folder: Path) -> None:
    names = [f"race.{suffix}" for suffix in FORMATS]
    jobs_begun = [begin(SHORT, name) for name in names]
    for job in jobs_begun:
        shares = finish(job)
        assert (job.problem, job.waiting) == ("", False)
        assert shares == sorted(shares)
        assert shares[-1] == 1
    assert not list(folder.iterdir())
    for job, name in zip(jobs_begun, names, strict=True):
        suffix = name.removeprefix("race.")
        path = export(RACE, folder / name, *([SMALL] if FORMATS[suffix].drawn else []))
        assert data(job) == path.read_bytes(), name


def test_a_formulas_race_becomes_a_picture(begin: Begin, folder: Path) -> None:
    scene = typed_scene("x**2 + 3*sin(y)")
    job = begin(request_for(scene, "png", SMALL), "race.png")
    finish(job)
    assert job.problem == ""
    path = export(scene, folder / "race.png", SMALL)
    assert data(job) == path.read_bytes()


@pytest.mark.parametrize("name", ["race.gif", "race.mp4"])
def test_giving_it_up_takes_a_moment_and_leaves_nothing(
    name: str, begin: Begin, folder: Path
) -> None:
    job = begin(LONG, name)
    wait(lambda: job.share > 0)
    assert len(list(folder.iterdir())) == 1
    began = process()
    job.leave()
    assert not job.running
    wait(lambda: gone(began) and not list(folder.iterdir()))
    assert (data(job), job.problem) == (None, "")


@pytest.mark.parametrize("seconds", [0, 0.02, 0.3])
def test_giving_it_up_before_anything_was_told(seconds: float, begin: Begin, folder: Path) -> None:
    job = begin(SILENT, "race.png")
    time.sleep(seconds)
    job.leave()
    wait(lambda: not job._computation.running and not list(folder.iterdir()))
    assert (data(job), job.problem) == (None, "")


def test_who_finds_no_free_turn_waits_until_one_is_given_back(begin: Begin) -> None:
    # Turns that the test holds: those of exports may be over before one has looked.
    held = [object() for _ in range(EXPORTS.at_once)]
    for each in held:
        assert EXPORTS.take(each, always)
    try:
        job = begin(SHORT, "race.csv")
        wait(lambda: job.waiting)
        assert job.running
        assert (job.share, job.latest) == (0, None)
    finally:
        EXPORTS.give_back(held.pop())
    try:
        finish(job)
    finally:
        EXPORTS.give_back(held.pop())
    assert not job.waiting
    assert data(job)


def test_two_are_made_at_once(begin: Begin) -> None:
    first, second = begin(LONG, "a.gif"), begin(LONG, "b.gif")
    wait(lambda: len(workers(os.getpid(), "export")) == EXPORTS.at_once == 2)
    assert first.running
    assert second.running


def test_who_waits_can_be_stopped_and_takes_no_place(begin: Begin) -> None:
    first, second = begin(LONG, "a.gif"), begin(LONG, "b.gif")
    wait(lambda: not first.waiting and not second.waiting)
    third = begin(LONG, "c.gif")
    third.leave()
    first.leave()
    second.leave()
    for name in ("d.csv", "e.csv"):
        job = begin(SHORT, name)
        finish(job)
        assert data(job)


@pytest.mark.parametrize("waits", [False, True])
def test_it_ends_with_the_page_that_asked_for_it(
    waits: bool, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(EXPORTS, "at_once", 0 if waits else 2)
    is_open = True
    job = export_job(LONG, "race.gif", lambda: is_open)
    wait(lambda: job.waiting if waits else job.share > 0)
    is_open = False
    wait(lambda: not job.running and not list(folder.iterdir()))
    assert (data(job), job.problem) == (None, "")


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("race.tiff", r"^race\.tiff names no format: let it end in \.gif.*\.json$"),
        ("race", r"^race names no format"),
    ],
)
def test_a_problem_is_one_sentence(name: str, says: str, begin: Begin, folder: Path) -> None:
    job = begin(SHORT, name)
    finish(job)
    assert data(job) is None
    assert not list(folder.iterdir())
    with pytest.raises(RuntimeError, match=says):
        raise RuntimeError(job.problem)


def test_a_process_that_is_killed_is_a_problem(begin: Begin) -> None:
    job = begin(LONG, "race.gif")
    wait(lambda: job.share > 0)
    os.kill(process(), 9)
    finish(job)
    assert job.problem.startswith("the worker process was ended before it was done")
    assert data(job) is None
