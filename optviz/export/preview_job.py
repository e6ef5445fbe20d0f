"""A preview as a job in a worker: drawing holds up a page's server no more than a file does."""

import hashlib
import pickle
from collections.abc import Callable, Hashable

from optviz.export.formats import Request, preview
from optviz.jobs.job import Job, always
from optviz.jobs.reports import reports
from optviz.jobs.turns import PREVIEWS
from optviz.jobs.worker import RemoteIterator


def preview_job(
    key: Hashable,
    request: Request,
    dots: float | None = None,
    is_open: Callable[[], bool] = always,
    kept: bool = True,
) -> Job:
    """Begin to draw a preview; those who ask for the same one share it.

    Args:
        key: equal for previews that are the same, such as `preview_key`.
        request: of which the picture is drawn.
        dots: an inch; None for the file's own, as `preview` has it.
        is_open: whether the page that asked for it is still open.
        kept: whether it may be kept for jobs to come: not of private data.

    Returns:
        A job whose last result is a `Report` with the picture, as PNG.
    """

    def begin() -> RemoteIterator:
        return RemoteIterator("preview", reports, (draw, request, dots), {})

    return Job(key, begin, PREVIEWS, is_open, kept)


def preview_key(request: Request) -> Hashable:
    """Equal for requests whose preview is the same."""
    shown = pickle.dumps((request.composition, request.step))
    return "preview", hashlib.sha256(shown).hexdigest()


def draw(request: Request, dots: float | None, tell: Callable[[float], None]) -> bytes:
    """The preview; this is what the worker does."""
    return preview(request, dots)
