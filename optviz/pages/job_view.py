"""A job on the page: what there is so far, a bar, and a way to stop it."""

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from typing import Any

import streamlit as st

from optviz.jobs.job import Job
from optviz.jobs.reports import Report
from optviz.pages.explorer_view import explorer
from optviz.pages.markdown import plain
from optviz.server.presence import presence
from optviz.server.render_lock import release_slot

TICK = 0.3  # s between two looks at how far it is
BYTES_A_SECOND = 2.5e6  # of results, for each page; a map of 100 x 100 for seven has 0.4 MB
Doing = str | Callable[[float], str]
SOON = 0.15  # s that the page waits for a first result, so that it need not draw twice


def show_job(
    name: str,
    key: Hashable,
    begin: Callable[[], Iterator[Any]],
    message: Callable[[Any], bytes],
    take: Callable[[dict[str, Any]], None],
    hint: str,
) -> Any:
    """Show this visitor's job of this name as it comes, with a bar and a way to stop it.

    With another key, the job before it is stopped.

    Args:
        name: of the page.
        key: the settings.
        begin: what makes the results, called where they are not known yet.
        message: a result for the explorer.
        take: called with what was clicked in it.
        hint: what can be seen and done in it.

    Returns:
        The result, once it is whole; None until then.
    """
    try:
        job = job_of(name, key, begin)
    except ValueError as error:
        st.warning(f"{plain(str(error))}.")
        return None
    if job.latest is None:
        with release_slot():
            job.wait(SOON)
        # If another run of this page has begun meanwhile, this one ends here: the fragment below
        # would take the place of that one's.
        job = st.session_state[f"{name}/job"]
    every = interval(name) if job.running else None
    st.fragment(job_fragment, run_every=every)(name, job, message, take, every)
    st.caption(hint)
    return None if job.running or job.stopped else job.latest


def job_of(name: str, key: Hashable, begin: Callable[[], Iterator[Any]]) -> Job:
    """This visitor's job of this name; with another key, the one before it is stopped.

    Raises:
        ValueError: it cannot begin.
    """
    job: Job | None = st.session_state.get(f"{name}/job")
    if job is None or job.key != key:
        if job is not None:
            job.leave()
        job = st.session_state[f"{name}/job"] = Job(key, begin, is_open=presence())
    job.shown()
    return job


@dataclass(frozen=True)
class Later:
    """What a browser computes for itself, and the server when a file of it is asked for.

    Attributes:
        name: of the page.
        key: the settings.
        begin: what makes the results.
        finish: what is done with the last of them.
    """

    name: str
    key: Hashable
    begin: Callable[[], Iterator[Any]]
    finish: Callable[[Any], Any] = lambda done: done

    def result(self) -> Any:
        """It, once it is whole; until then None, and on the page how far it is."""
        try:
            job = job_of(self.name, self.key, self.begin)
        except ValueError as error:
            st.warning(f"{plain(str(error))}.")
            return None
        done = result_of(self.name, job, "Stop", job.stop, "computing what the file shows")
        return None if done is None else self.finish(done)


def job_fragment(
    name: str,
    job: Job,
    message: Callable[[Any], bytes],
    take: Callable[[dict[str, Any]], None],
    every: float | None,
) -> None:
    """What there is so far; runs by itself, so often, until there is nothing to wait for."""
    job.shown()
    result = job.latest
    if (every and not job.running) or st.session_state.pop(f"{name}/taken", False):
        st.rerun()

    def picked(what: dict[str, Any]) -> None:
        take(what)
        st.session_state[f"{name}/taken"] = True

    if result is not None:
        for sentence in result.notes:
            st.warning(f"{plain(sentence)}.")
        data = message(result)
        st.session_state[f"{name}/bytes"] = len(data)
        if every and interval(name) > 2 * every:
            st.rerun()  # to run by itself less often
        explorer(data, f"{name}/explorer", picked)
    show_bar(name, job, "Stop", job.stop)


def interval(name: str) -> float:
    """How often this page's job is looked at, s: large results less often.

    What is sent is packed and hashed each time, by the server that answers all pages.
    """
    size: int = st.session_state.get(f"{name}/bytes", 0)
    return max(TICK, size / BYTES_A_SECOND)


def result_of(
    name: str, job: Job, stop: str, on_stop: Callable[[], None], doing: Doing = "computing"
) -> Any:
    """What a job came to, once it is whole; until then None, and on the page how far it is.

    A loop in the page's own run would leave on the page, until it ends, what no longer holds.

    Args:
        name: of the page, for the buttons' keys.
        job: its results are `optviz.jobs.reports.Report`, or studies.
        stop: label of the button that stops it.
        on_stop: what that does.
        doing: what it does, in words, or the words for the share that is done.
    """
    job.shown()
    if job.running:
        st.fragment(watch, run_every=TICK)(name, job, stop, on_stop, doing)
    elif job.problem or job.stopped:
        show_bar(name, job, stop, on_stop, doing)
    else:
        return job.latest.result if isinstance(job.latest, Report) else job.latest
    return None


def watch(name: str, job: Job, stop: str, on_stop: Callable[[], None], doing: Doing) -> None:
    """How far a job is; runs by itself until there is nothing to wait for."""
    job.shown()
    if not job.running:
        st.rerun()
    show_bar(name, job, stop, on_stop, doing)


def show_bar(
    name: str, job: Job, stop: str, on_stop: Callable[[], None], doing: Doing = "computing"
) -> None:
    """How far a job is and how to stop it; where it was stopped, how to go on; what went wrong.

    Args:
        name: of the page, for the buttons' keys.
        job: it.
        stop: label of the button that stops it.
        on_stop: what that does.
        doing: what it does, as `result_of` has it.
    """
    if job.problem:
        st.warning(f"{plain(job.problem)}.")
    elif job.running:
        said = doing if isinstance(doing, str) else doing(job.share)
        st.progress(job.share, "waiting for other visitors' jobs" if job.waiting else said)
        st.button(stop, on_click=on_stop, key=f"{name}/stop")
    elif job.stopped:
        st.progress(job.share, f"stopped at {job.share:.0%}")
        if st.button("Go on", on_click=job.go_on, key=f"{name}/go-on"):
            st.rerun()
