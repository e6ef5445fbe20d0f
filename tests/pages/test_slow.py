"""Slow sentences are measured beside the pages: once, as here, and the page goes on meanwhile."""

import threading
import time
from collections.abc import Iterator, Sequence

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from optviz.app.script import SCRIPT as APP
from optviz.jobs import job
from optviz.jobs.job import Job
from optviz.jobs.reports import Report
from optviz.pages import link, slow
from optviz.scenes.catalog import CATALOG
from optviz.stories import findings
from optviz.stories.findings import evaluate_story, waiting
from tests.support.messages import sent
from tests.support.patience import PATIENCE

KEY = "beale"  # has one that is measured soon
SCENE = CATALOG[KEY]
PLACE = next(place for place, finding in enumerate(SCENE.story) if finding.slow)


@pytest.fixture(autouse=True)
def forgetful(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing has been measured yet."""
    monkeypatch.setattr(findings, "MEASURED", {})
    monkeypatch.setattr(job, "computations", {})
    st.session_state.clear()


def wait(asked: Sequence[Job]) -> None:
    for each in asked:
        end = time.monotonic() + PATIENCE
        while each.running:
            assert time.monotonic() < end
            time.sleep(0.01)


def test_what_is_measured_elsewhere_is_what_is_measured_here() -> None:
    here = SCENE.story[PLACE].of(SCENE.race())
    asked = slow.ask((KEY, place) for place in range(len(SCENE.story)))
    assert len(asked) == 1
    wait(asked)
    assert not waiting(SCENE.story, SCENE.conditions)
    assert findings.MEASURED[SCENE.story[PLACE], SCENE.conditions] == here
    assert len(evaluate_story(SCENE.story, SCENE.race(), SCENE.conditions, patient=False)) == len(
        SCENE.story
    )


def test_it_is_asked_for_once_and_known_from_then_on() -> None:
    first, again = slow.ask([(KEY, PLACE)]), slow.ask([(KEY, PLACE)])
    assert first == again or not again
    wait(first)
    assert not slow.ask([(KEY, PLACE)])


def test_what_cannot_be_measured_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, name: str) -> None:
        raise ValueError("the worker process exited")

    monkeypatch.setattr(slow, "run_in_worker", broken)
    wait(slow.ask([(KEY, PLACE)]))
    assert not slow.ask([(KEY, PLACE)])
    assert waiting(SCENE.story, SCENE.conditions)


def test_the_page_tells_it_as_soon_as_it_is_there() -> None:
    app = AppTest.from_file(str(APP), default_timeout=PATIENCE)
    end = time.monotonic() + PATIENCE
    app.run()
    assert not app.exception
    while len(sent(app)["race"]["story"]) < len(SCENE.story):
        assert time.monotonic() < end
        app.run()


def test_what_becomes_known_while_the_page_is_drawn_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Too late for the story that is on its way, and too early to be waited for after it."""
    here = SCENE.story[PLACE].of(SCENE.race())
    drawn = threading.Event()

    def late(key: str, place: int) -> Iterator[Report]:
        assert drawn.wait(PATIENCE)
        findings.remember(CATALOG[key].story[place], SCENE.conditions, here)
        yield Report(1.0, True, here)

    def offer(*_: object, **__: object) -> None:
        """Instead of the link, which is offered below the race."""
        drawn.set()
        wait(list(st.session_state[slow.JOBS].values()))

    monkeypatch.setattr(slow, "measure", late)
    monkeypatch.setattr(link, "offer", offer)
    app = AppTest.from_file(str(APP), default_timeout=PATIENCE).run()
    assert not app.exception
    assert len(sent(app)["race"]["story"]) == len(SCENE.story)
