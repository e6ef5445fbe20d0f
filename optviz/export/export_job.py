"""An export as a job in a worker of its own, so that it can be stopped at once."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from optviz.export.formats import Request, write
from optviz.jobs.job import EXPORTS, Job
from optviz.jobs.reports import Report, reports
from optviz.jobs.worker import Worker, run_alone


def export_job(request: Request, name: str) -> Job:
    """Begin to write a file, or wait for a slot.

    Args:
        request: what to write.
        name: of the file; its suffix names the format.

    Returns:
        A job whose last result is a `Report` with the file's content, as bytes.
    """
    return Job(None, lambda: ExportReports(request, name), EXPORTS)


class ExportReports:
    """Reports on an export; the last has the file's content. No file is left behind."""

    def __init__(self, request: Request, name: str) -> None:
        self.worker = Worker("export")
        self._request = request
        self._name = name
        self._folder: TemporaryDirectory[str] | None = None

    def __iter__(self) -> "ExportReports":
        return self

    def __next__(self) -> Report:
        if self._folder is None:
            self._folder = TemporaryDirectory(prefix="optviz-")
            path = Path(self._folder.name) / self._name
            self._reports = run_alone(self.worker, reports, write_file, self._request, path)
        report: Report = next(self._reports)
        if report.whole:
            path = Path(self._folder.name) / self._name
            return report._replace(result=path.read_bytes())
        return report

    def kill(self) -> None:
        """End the worker at once."""
        self.worker.kill()

    def close(self) -> None:
        """End the worker and remove its folder."""
        self.worker.close()
        if self._folder is not None:
            self._folder.cleanup()


def write_file(request: Request, path: Path, tell: Callable[[float], None]) -> None:
    """Write the request; this is what the worker does."""
    shown = -1

    def progress(done: int, total: int) -> None:
        nonlocal shown
        if 100 * done // total > shown:
            shown = 100 * done // total
            tell(done / total)

    write(request, path, progress)
