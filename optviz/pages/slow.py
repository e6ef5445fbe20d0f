"""Sentences that take seconds to measure: measured beside the pages, once in the server's life."""

import threading
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from threading import Thread

import streamlit as st

from optviz.jobs.processes import apart
from optviz.jobs.reports import reports
from optviz.scenes.catalog import CATALOG
from optviz.stories.findings import Measurement, measured_under, remember, waiting

TICK = 0.5  # s between two looks at how far it is, of everybody in a class who waits

Place = tuple[str, int]  # a scene's key, and the place of a finding in its story

ASKED: dict[Place, Thread] = {}  # as many as stories have slow sentences
ASKING = threading.Lock()
MEASURING = threading.Lock()  # one at a time, so that helpers have time for visitors' sweeps


def ask(places: Iterable[Place]) -> list[Thread]:
    """See to it that findings are measured; those that are fast or known are passed over.

    To be asked before the page tells what is known: what becomes known meanwhile is waited for in
    vain otherwise.

    Returns:
        For each that is not measured yet, what lives until it is; for `wait`.
    """
    asked = []
    for key, place in places:
        scene = CATALOG[key]
        if waiting([scene.story[place]], scene.conditions):
            with ASKING:
                if (key, place) not in ASKED:
                    ASKED[key, place] = Thread(target=measure, args=(key, place), daemon=True)
                    ASKED[key, place].start()
            asked.append(ASKED[key, place])
    return [each for each in asked if each.is_alive()]


def measure(key: str, place: int) -> None:
    """Have a finding measured by a helper, and remember what came of it."""
    scene = CATALOG[key]
    with MEASURING, suppress(ValueError):  # a helper that died; then the sentence is left out
        for report in apart(reports, measured, key, place):
            if report.whole:
                remember(scene.story[place], scene.conditions, report.result)


def measured(key: str, place: int, _tell: Callable[[float], None]) -> Measurement | None:
    """What comes of measuring; this is what a helper does."""
    scene = CATALOG[key]
    return measured_under(scene.story[place], scene.conditions)


def wait(asked: Sequence[Thread]) -> None:
    """Show how far it is, then run the page again, unless nothing was asked for.

    A click on anything ends the waiting.
    """
    if not asked:
        return
    bar = st.progress(0.0)
    while left := sum(each.is_alive() for each in asked):
        sentences = "1 sentence" if left == 1 else f"{left} sentences"
        bar.progress(1 - left / len(asked), f"measuring, {sentences} to go")
        time.sleep(TICK)
    st.rerun()
