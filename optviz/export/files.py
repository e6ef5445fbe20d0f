"""Writing a file wholly or not at all."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """A path to write to, beside the one that is wanted; afterwards it takes that one's place.

    If anything goes wrong meanwhile, a keyboard interrupt too, it is removed, and what was at
    `path` before is untouched.

    Raises:
        ValueError: the folder does not exist, or `path` is one itself.
    """
    if path.is_dir():
        raise ValueError(f"{path} is a folder: give the name of a file")
    if not path.parent.is_dir():
        raise ValueError(f"there is no folder {path.parent}: make it, or give another one")
    handle, name = tempfile.mkstemp(path.suffix, f".{path.stem}-", path.parent)
    os.close(handle)
    part = Path(name)
    try:
        yield part
        part.chmod(0o666 & ~umask())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def umask() -> int:
    """The permissions that new files do not get; mkstemp gives even fewer."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
