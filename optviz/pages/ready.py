"""What takes long and belongs on a page: computed by a worker, while the page shows how far it is.

A page asks for it as for anything else, and goes on without it where it is not there yet.
"""

import time
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

import streamlit as st

from optviz.jobs.job import Job
from optviz.jobs.reports import with_memos
from optviz.jobs.turns import STUDIES
from optviz.jobs.worker import run_in_worker
from optviz.memo import NotYet, elsewhere
from optviz.pages.job_view import result_of
from optviz.race import Race, Raced, race_that_runs
from optviz.scenes import Scene
from optviz.server.presence import presence
from optviz.server.render_lock import release_slot
from optviz.stepping import RuleFailed
from optviz.timing import long_race, seconds_for

R = TypeVar("R")

RACED = "raced"  # the last race, of which runs may be the same again
MOMENT = 0.1  # s; races that take longer are run by a worker
SOON = 0.4  # s that the page waits, so that it need not draw twice


def ready(name: str, compute: Callable[[], R]) -> R | None:
    """What `compute` returns, or None if a worker has to compute a part of it first.

    In that case there is a bar on the page, with a way to stop, and the page runs again by itself.

    Args:
        name: of what is asked for; the session has one job of this name.
        compute: asks memos; it may be called several times.

    Raises:
        ValueError: as `compute` does, or the worker cannot.
    """
    while True:
        try:
            with elsewhere():
                found = compute()
        except NotYet as missing:
            if not computed(name, missing):
                return None
        else:
            forget(name)
            return found


def computed(name: str, missing: NotYet) -> bool:
    """Whether it is there now; if not, the page shows how far it is.

    Raises:
        ValueError: the worker cannot compute it.
    """
    # Not the exception itself: what it passed through on its way would be held as long as the job.
    held, memo, arguments = st.session_state, missing.memo, missing.arguments
    key = (memo.__qualname__, arguments)  # type: ignore[attr-defined]
    job: Job | None = held.get(f"{name}/job")
    if job is None or job.key != key:
        forget(name)
        job = held[f"{name}/job"] = Job(
            key,
            lambda: run_in_worker(with_memos, memo, *arguments),
            STUDIES,
            presence(),
            kept=False,
        )
    with release_slot():
        end = time.monotonic() + SOON
        while job.running and time.monotonic() < end:
            job.wait(SOON)
    job = held[f"{name}/job"]  # or this run ends here, because another has begun meanwhile
    if job.problem:
        problem = job.problem
        forget(name)
        raise ValueError(problem)
    kept = result_of(name, job, "Stop", job.stop, memo.long)
    if kept is None:
        return False
    for each in kept:
        each.memo.keep(each.arguments, each.outcome)
    # What was asked for is the last. Arguments that have come back may not be equal to those that
    # were sent, as some surfaces are not: it would be asked for again without an end.
    memo.keep(arguments, kept[-1].outcome)
    return True


def forget(name: str) -> None:
    """What was computed under this name is of no interest any more."""
    job: Job | None = st.session_state.pop(f"{name}/job", None)
    if job is not None:
        job.leave()


def raced(scene: Scene) -> Raced | None:
    """A scene's race, as far as its optimizers can race.

    None as long as a worker runs it, because it takes long.

    Raises:
        ValueError: it cannot be raced.
    """
    held = st.session_state
    before: Race | None = held.get(RACED)
    surface, entrants, start, steps, seed = scene.conditions
    try:
        long = seconds_for(before, surface, entrants, start, steps, seed) > MOMENT
    except RuleFailed:  # so soon that the race without it may begin
        long = False
    if long:
        done = ready("race", lambda: long_race(surface, entrants, start, steps, seed))
        if done is not None:  # a copy of the surface would be drawn and traced anew
            done = done._replace(race=replace(done.race, surface=surface))
    else:
        done = race_that_runs(*scene.conditions, before=before)
    if done is not None:
        held[RACED] = done.race
    return done
