"""A picture on the page, once a worker has drawn it."""

from collections.abc import Callable, Hashable
from typing import Any

import streamlit as st

from optviz.export.formats import Request
from optviz.export.preview_job import preview_job
from optviz.jobs.job import Job
from optviz.pages.job_view import SOON, TICK
from optviz.pages.markdown import plain
from optviz.server.presence import presence
from optviz.server.render_lock import release_slot


def show_picture(
    place: str,
    key: Hashable,
    request: Callable[[], Request],
    dots: float | None = None,
    kept: bool = True,
    **how: Any,
) -> None:
    """Show this visitor's picture of this place, or that it is being drawn.

    Args:
        place: of the page; where the key changes, the picture before is given up.
        key: equal for pictures that are the same.
        request: makes what is drawn, called where it is not known yet.
        dots: an inch; None for the file's own, as far as a page has room for them.
        kept: whether it may be kept for others: not of private data.
        how: caption and description, as `st.image` takes them.
    """
    name = f"{place}/picture"
    job: Job | None = st.session_state.get(name)
    if job is None or job.key != key:
        if job is not None:
            job.leave()
        job = st.session_state[name] = preview_job(key, request(), dots, presence(), kept)
    job.shown()
    if job.running and job.latest is None:
        with release_slot():
            job.wait(SOON)
        job = st.session_state[name]  # or this run ends here, because another has begun meanwhile
    if job.running:
        st.fragment(watch, run_every=TICK)(job)
    elif job.problem:
        st.warning(f"{plain(job.problem)}.")
    else:
        st.image(job.latest.result, **{"width": "stretch"} | how)


def watch(job: Job) -> None:
    """That there will be a picture; runs by itself until it is there."""
    job.shown()
    if not job.running:
        st.rerun()
    st.caption("Drawing the picture …")
