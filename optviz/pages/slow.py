"""Sentences that take seconds to measure: measured beside the pages, once in the server's life."""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

import streamlit as st

from optviz.jobs.job import Job
from optviz.jobs.reports import Report, reports
from optviz.jobs.turns import FINDINGS
from optviz.jobs.worker import run_in_worker
from optviz.scenes.catalog import CATALOG
from optviz.server.presence import presence
from optviz.stories.findings import Measurement, measured_under, remember, waiting

TICK = 0.5  # s between two looks at how far it is; a whole class may wait

Place = tuple[str, int]  # a scene's key, and the place of a finding in its story

JOBS = "slow/jobs"  # in the session's state: the jobs of this page, by their places


def ask(places: Iterable[Place]) -> list[Job]:
    """See to it that findings are measured; those that are fast or known are passed over.

    To be asked before the page tells what is known: what becomes known meanwhile is waited for in
    vain otherwise.

    Returns:
        The jobs of those that are not measured yet; for `wait`.
    """
    asked: dict[Place, Job] = st.session_state.setdefault(JOBS, {})
    missing = []
    for key, place in places:
        scene = CATALOG[key]
        if waiting([scene.story[place]], scene.conditions):
            if (key, place) not in asked:
                begin, name = partial(measure, key, place), ("finding", key, place)
                asked[key, place] = Job(name, begin, FINDINGS, presence(), kept=False)
            asked[key, place].shown()
            missing.append(asked[key, place])
        else:
            asked.pop((key, place), None)
    return [each for each in missing if each.running]


def measure(key: str, place: int) -> Iterator[Report | None]:
    """Have a finding measured by a worker, and remember the result.

    If the worker exits, the sentence is left out.
    """
    scene = CATALOG[key]
    for report in run_in_worker(reports, measured, key, place, name="finding"):
        if report is not None and report.whole:
            remember(scene.story[place], scene.conditions, report.result)
        yield report


def measured(key: str, place: int, _tell: Callable[[float], None]) -> Measurement | None:
    """What comes of measuring; this is what a worker does."""
    scene = CATALOG[key]
    return measured_under(scene.story[place], scene.conditions)


def wait(asked: Sequence[Job]) -> None:
    """Show how far it is, then run the page again, unless nothing was asked for.

    A click on anything ends the waiting.
    """
    if not asked:
        return
    bar = st.progress(0.0)
    while left := sum(each.running for each in asked):
        sentences = "1 sentence" if left == 1 else f"{left} sentences"
        bar.progress(1 - left / len(asked), f"measuring, {sentences} to go")
        time.sleep(TICK)
    st.rerun()
