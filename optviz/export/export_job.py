"""An export as a job in a worker of its own, so that it can be stopped at once."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from optviz.export.formats import Request, write
from optviz.files import FileError, reason, temporary_folder
from optviz.jobs.job import Job, always
from optviz.jobs.reports import Report, reports
from optviz.jobs.turns import EXPORTS
from optviz.jobs.worker import RemoteIterator


def export_job(request: Request, name: str, is_open: Callable[[], bool] = always) -> Job:
    """Begin to write a file, or wait for a slot.

    Args:
        request: what to write.
        name: of the file; its suffix names the format.
        is_open: whether the page that asked for it is still open.

    Returns:
        A job whose last result is a `Report` with the file's content, as bytes.
    """
    return Job(None, lambda: ExportReports(request, name), EXPORTS, is_open)


class ExportReports:
    """Reports on an export; the last has the file's content. No file is left behind."""

    def __init__(self, request: Request, name: str) -> None:
        self._request = request
        self._name = name
        self._held = ExitStack()  # the folder and the worker
        self._path: Path | None = None

    def __iter__(self) -> "ExportReports":
        return self

    def __next__(self) -> Report | None:
        if self._path is None:
            with explained(self._name):
                folder = self._held.enter_context(temporary_folder())
            # Not under its own name, which may be too long for a file.
            self._path = (folder / "race").with_suffix(Path(self._name).suffix)
            given = write_file, self._request, self._path, self._name
            self._worker = RemoteIterator("export", reports, given, {})
            self._held.callback(self._worker.end)
        report: Report | None = next(self._worker)
        if report is not None and report.whole:
            return report._replace(result=self._path.read_bytes())
        return report

    def close(self) -> None:
        """End the worker and remove its folder."""
        self._held.close()


@contextmanager
def explained(name: str) -> Iterator[None]:
    """What the operating system refuses meanwhile, in words for who does not know our folders."""
    try:
        yield
    except OSError as error:
        why = reason(error, tempfile.gettempdir())
        raise FileError(f"{name} was not made, for on the server {why}", error.errno) from None


def write_file(request: Request, path: Path, name: str, tell: Callable[[float], None]) -> None:
    """Write the request, whose file is called so; this is what the worker does."""
    shown = -1

    def progress(done: int, total: int) -> None:
        nonlocal shown
        if 100 * done // total > shown:
            shown = 100 * done // total
            tell(done / total)

    with explained(name):
        write(request, path, progress)
