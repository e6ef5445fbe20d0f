"""Files that are written wholly or not at all, and the removal of what killed processes leave.

A file is written under a name of this module's beside its place, and takes its place once it is
whole. A process that is killed cannot remove what it was writing; but it holds a lock on it, which
ends with it. So before something is written, what has such a name and no lock is removed.
"""

import errno
import os
import re
import shutil
import stat
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex

try:
    import fcntl
except ImportError:  # Windows: nothing is locked, and so nothing is removed later
    fcntl = None  # type: ignore[assignment]

OURS = re.compile(r"\.?optviz-[0-9a-f]{16}(\.\w+)?")
# How programs name many files at once; here it would be a file of just this name.
MANY = re.compile(r"%d(?![a-z])|%\d+[di]|\{\w*(:\d*d)?\}")

REASONS = {
    errno.ENOSPC: "the disk is full: make room, or choose another disk",
    errno.EDQUOT: "your share of the disk is used up: make room, or choose another disk",
    errno.EFBIG: "it would be larger than a file may be here: choose a smaller size or fewer steps",
    errno.EACCES: "you may not write there: choose another folder",
    errno.EPERM: "you may not write there: choose another folder",
    errno.EROFS: "the disk can only be read: choose another one",
    errno.ENAMETOOLONG: "the name is too long: give a shorter one",
    errno.EIO: "the disk has a fault: choose another one",
}
NO_INODES = "the disk takes no more files, though it has room: remove some, or choose another disk"


class FileError(OSError):
    """A file was not written; as a text it is one sentence that says why and what to do."""

    def __init__(self, sentence: str, number: int | None = None) -> None:
        super().__init__(sentence)
        self.errno = number


@contextmanager
def whole_file(path: Path, replace: bool = True) -> Iterator[Path]:
    """A path to write to, beside the one that is wanted; afterwards it takes that one's place.

    If anything goes wrong meanwhile, a keyboard interrupt too, it is removed, and what was at
    `path` before is untouched. A link stays one: what it leads to is replaced.

    Args:
        path: where the file is wanted.
        replace: whether it may replace another one.

    Raises:
        ValueError: no file can have this path, as `check_path` has it.
        FileError: the operating system did not write it, or another process wrote a file there
            meanwhile, which stays.
    """
    check_path(path)
    target = Path(os.path.realpath(path))
    with explained(path):
        sweep(target.parent)
        before = identity(target) if replace else None
        with claimed(target.parent / f".optviz-{token_hex(8)}{path.suffix}") as part:
            yield part
            save(part)
            try:
                put(part, target, before)
            except FileExistsError:
                raise FileError(
                    f"another process wrote {path} meanwhile, and its file was kept: "
                    "give another name, or try again",
                    errno.EEXIST,
                ) from None


def check_path(path: Path) -> None:
    """Raise ValueError, with a sentence, where no file can be written, as far as is known before.

    Raises:
        FileError: the operating system refuses the path.
    """
    folder, name = path.parent, path.name
    if MANY.search(name):
        raise ValueError(
            f"{name} names many files, and one is written: "
            "give a name without %d or {}, and write stills one by one"
        )
    with explained(path):
        if path.is_dir():
            raise ValueError(f"{path} is a folder: give the name of a file")
        if not folder.is_dir():
            raise ValueError(f"there is no folder {folder}: make it, or give another one")
        if path.exists() and not path.is_file():
            raise ValueError(f"{path} is no ordinary file: give another name")


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """What the operating system refuses meanwhile, as a `FileError` about this path."""
    try:
        yield
    except FileError:
        raise
    except OSError as error:
        if error.errno is None or isinstance(error, BrokenPipeError):  # not about a file
            raise
        raise FileError(
            f"{path} was not written: {reason(error, path.parent)}", error.errno
        ) from None


def reason(error: OSError, folder: str | Path) -> str:
    """Why something was not written into a folder and what to do; it names no path."""
    if error.errno == errno.ENOSPC and takes_no_files(folder):
        return NO_INODES
    if error.errno in REASONS:
        return REASONS[error.errno]
    return (error.strerror or str(error)).lower()


def takes_no_files(folder: str | Path) -> bool:
    """Whether a disk has room, but can name no more files."""
    with suppress(AttributeError, OSError):  # Windows cannot tell
        found = os.statvfs(folder)
        return found.f_files > 0 and found.f_favail == 0 and found.f_bavail > 0
    return False


Identity = tuple[int, int, int]


def identity(path: Path) -> Identity | None:
    """What changes when another file is put there, or the file is written; None without one."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns


def save(path: Path) -> None:
    """Have the disk keep the file: some disks say only now that they are full."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def put(part: Path, target: Path, before: Identity | None) -> None:
    """Give the part the target's place.

    Args:
        part: the new file.
        target: where it is wanted.
        before: the file that it may replace; None for none.

    Raises:
        FileExistsError: another file is there.
    """
    now = identity(target)
    if now is not None:
        if now != before:
            raise FileExistsError
        part.chmod(stat.S_IMODE(target.stat().st_mode))
        part.replace(target)
        return
    try:
        os.link(part, target)  # which, other than a renaming, never replaces a file
    except FileExistsError:
        raise
    except OSError:  # there are disks without links
        if target.exists():
            raise FileExistsError from None
        part.replace(target)


@contextmanager
def temporary_folder() -> Iterator[Path]:
    """A folder that is removed afterwards; if the process is killed, by the next that asks for one.

    Raises:
        OSError: it cannot be made.
    """
    folder = Path(tempfile.gettempdir())
    sweep(folder)
    with claimed(folder / f"optviz-{token_hex(8)}", make_folder) as made:
        yield made


def make_file(path: Path) -> None:
    """Make an empty file, with the permissions that new files get."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))


def make_folder(path: Path) -> None:
    """Make a folder for this user alone."""
    path.mkdir(0o700)


@contextmanager
def claimed(path: Path, make: Callable[[Path], None] = make_file) -> Iterator[Path]:
    """What `make` makes at a path, locked while this process has it, and removed afterwards.

    It gets its name once it is locked, so that no `sweep` finds it in between.
    """
    new = path.with_name(f"{path.name}.new")
    lock = None
    try:
        make(new)
        lock = locked(new)
        new.rename(path)
        yield path
    finally:
        remove(new)
        remove(path)
        if lock is not None:
            os.close(lock)


def locked(path: Path) -> int | None:
    """A descriptor that holds the only lock on a file or folder; None where there is none to have.

    The lock ends when it is closed, or its process ends, whichever way.
    """
    if fcntl is None:
        return None
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(descriptor)
        return None
    return descriptor


def sweep(folder: Path) -> None:
    """Remove from a folder what killed processes have left there; what cannot be removed stays."""
    with suppress(OSError):
        for each in folder.iterdir():
            if OURS.fullmatch(each.name):
                with suppress(OSError):
                    remove_unlocked(each)


def remove_unlocked(path: Path) -> None:
    """Remove a file or folder unless a process holds its lock, or it is another user's."""
    lock = locked(path)
    if lock is not None:
        if path.lstat().st_uid == os.getuid():
            remove(path)
        os.close(lock)


def remove(path: Path) -> None:
    """Remove a file, or a folder with all that is in it, if it is there."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)
