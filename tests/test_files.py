"""Files are whole or not there; what killed processes leave is removed; refusals are sentences."""

import errno
import os
import signal
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from optviz.files import FileError, check_path, reason, temporary_folder, whole_file

HOLDS = """
import sys, time
from contextlib import ExitStack
from pathlib import Path
from optviz.files import temporary_folder, whole_file
with ExitStack() as held:
    held.enter_context(whole_file(Path(sys.argv[1]))).write_text("half")
    (held.enter_context(temporary_folder()) / "file").write_text("half")
    print("ready", flush=True)
    time.sleep(60)
"""


def names(folder: Path) -> set[str]:
    return {each.name for each in folder.iterdir()}


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def test_the_file_is_there_once_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with whole_file(path) as part:
        part.write_text("new")
        assert not path.exists()
        assert part.suffix == ".csv"
    assert path.read_text() == "new"
    assert names(tmp_path) == {"a.csv"}
    usual = tmp_path / "usual"
    usual.touch()
    assert path.stat().st_mode == usual.stat().st_mode


@pytest.mark.parametrize("problem", [KeyboardInterrupt, ValueError, SystemExit])
def test_what_fails_leaves_what_was_there(problem: type[BaseException], tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("old")

    def fail() -> None:
        with whole_file(path) as part:
            part.write_text("half")
            raise problem

    with pytest.raises(problem):
        fail()
    assert path.read_text() == "old"
    assert names(tmp_path) == {"a.csv"}


def test_a_replaced_file_keeps_its_permissions_and_a_link_stays_one(tmp_path: Path) -> None:
    path, link = tmp_path / "a.csv", tmp_path / "link.csv"
    path.write_text("old")
    path.chmod(0o640)
    link.symlink_to(path)
    with whole_file(link) as part:
        part.write_text("new")
    assert link.is_symlink()
    assert path.read_text() == "new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@pytest.mark.parametrize("there", [False, True])
@pytest.mark.parametrize("replace", [False, True])
def test_of_two_that_write_one_name_the_first_stays(
    there: bool, replace: bool, tmp_path: Path
) -> None:
    path = tmp_path / "a.csv"
    if there:
        path.write_text("old")

    def write_both() -> None:
        with whole_file(path, replace) as part:
            part.write_text("second")
            with whole_file(path) as other:
                other.write_text("first")

    with pytest.raises(FileError, match=r"another process wrote .*a\.csv meanwhile.*kept"):
        write_both()
    assert path.read_text() == "first"
    assert names(tmp_path) == {"a.csv"}


def test_a_disk_without_links_takes_files_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(*_: object) -> None:
        raise OSError(errno.EPERM, "no links")

    monkeypatch.setattr(os, "link", none)
    path = tmp_path / "a.csv"
    with whole_file(path) as part:
        part.write_text("new")
    assert path.read_text() == "new"
    with pytest.raises(FileError, match="meanwhile"), whole_file(path, replace=False) as part:
        part.write_text("newer")
    assert names(tmp_path) == {"a.csv"}


@pytest.mark.skipif(os.name != "posix", reason="locks files")
def test_what_a_killed_process_leaves_is_removed_by_the_next(
    tmp_path: Path, temporary: Path
) -> None:
    foreign = {"optviz-data", "optviz-0123456789abcdefg", ".optviz-mine.csv"}
    for name in foreign:
        (tmp_path / name).touch()
        (temporary / name).touch()
    given = [sys.executable, "-c", HOLDS, str(tmp_path / "a.csv")]
    environment = os.environ | {"TMPDIR": str(temporary)}
    process = subprocess.Popen(given, stdout=subprocess.PIPE, env=environment)
    assert process.stdout
    process.stdout.readline()
    with whole_file(tmp_path / "b.csv") as part, temporary_folder():
        part.write_text("b")
    assert len(names(tmp_path)) == len(foreign) + 3  # the folder of the temporary ones, too
    assert len(names(temporary)) == len(foreign) + 1
    process.send_signal(signal.SIGKILL)
    process.communicate()
    with whole_file(tmp_path / "c.csv") as part, temporary_folder() as folder:
        part.write_text("c")
        assert names(temporary) == foreign | {folder.name}
    assert names(tmp_path) == foreign | {"temporary", "b.csv", "c.csv"}
    assert names(temporary) == foreign


@pytest.mark.parametrize(
    ("name", "says"),
    [
        (".", "is a folder"),
        ("nowhere/a.csv", "there is no folder"),
        ("pipe.csv", "no ordinary file"),
        ("frame%03d.png", r"frame%03d\.png names many files"),
        ("frame%d.png", "names many files"),
        ("frame{:03d}.png", "names many files"),
        ("frame{k}.png", "names many files"),
        (f"{'a' * 252}.csv", "the name is too long: give a shorter one"),
        (f"{'é' * 126}.csv", "the name is too long"),
        ("a.csv/b.csv", "there is no folder"),
    ],
)
def test_paths_that_no_file_can_have(
    name: str, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.csv").touch()
    os.mkfifo("pipe.csv")
    before = names(tmp_path)
    with pytest.raises((ValueError, FileError), match=says):
        check_path(Path(name))
    with pytest.raises((ValueError, FileError), match=says), whole_file(Path(name)):
        pytest.fail("it began")
    assert names(tmp_path) == before


@pytest.mark.parametrize("name", ["50%.csv", "100%decrease.csv", f"{'a' * 251}.csv", "a{.csv"])
def test_paths_that_a_file_can_have(name: str, tmp_path: Path) -> None:
    with whole_file(tmp_path / name) as part:
        part.write_text("new")
    assert names(tmp_path) == {name}


@pytest.mark.parametrize(
    ("number", "says"),
    [
        (errno.ENOSPC, "the disk is full: make room"),
        (errno.EDQUOT, "your share of the disk is used up"),
        (errno.EROFS, "the disk can only be read"),
        (errno.EACCES, "you may not write there"),
        (errno.EBUSY, os.strerror(errno.EBUSY).lower()),
    ],
)
def test_what_the_system_refuses_is_a_sentence_about_the_file(
    number: int, says: str, tmp_path: Path
) -> None:
    path = tmp_path / "a.csv"
    with pytest.raises(FileError) as problem, whole_file(path) as part:
        raise OSError(number, os.strerror(number), str(part))
    assert str(problem.value).startswith(f"{path} was not written: {says}")
    assert ".optviz-" not in str(problem.value)
    assert problem.value.errno == number


def test_a_disk_that_takes_no_more_files_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = os.statvfs(tmp_path)

    class Found:
        f_files, f_favail, f_bavail = found.f_files or 1, 0, 1

    monkeypatch.setattr(os, "statvfs", lambda _: Found)
    assert reason(OSError(errno.ENOSPC, ""), tmp_path).startswith("the disk takes no more files")


def test_other_errors_are_not_about_the_file(tmp_path: Path) -> None:
    problems: list[Callable[[], BaseException]] = [
        lambda: BrokenPipeError(errno.EPIPE, "Broken pipe"),
        lambda: OSError("an encoder says this"),
    ]
    for problem in problems:
        with (
            pytest.raises(OSError, match=r"pipe|encoder") as raised,
            whole_file(tmp_path / "a.csv"),
        ):
            raise problem()
        assert not isinstance(raised.value, FileError)
