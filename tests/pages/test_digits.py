"""The digits in the browser, without one: what the panel shows before, after and again."""

import re
import time
from collections.abc import Iterator
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

import optviz.pages.digits as panel
from optviz.jobs import job
from optviz.jobs.reports import Report
from optviz.optimizers import SGD, Adam
from optviz.studies.digits import Conditions, Study, Verdict, study
from tests.support.patience import PATIENCE

FORMAT = "export/study/Anything/format"


def page() -> None:
    from optviz.pages import digits  # noqa: PLC0415

    digits.page()


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Conditions]:
    """What is measured, on one split only; nothing is remembered from other tests."""
    wishes: list[Conditions] = []

    def short(conditions: Conditions, *how: Any) -> Study:
        wishes.append(conditions)
        return study(replace(conditions, splits=1), *how)

    def here(make: Any, work: Any, *arguments: Any, name: str) -> Any:
        """In this process, where `short` is known."""
        assert work is study
        return make(short, *arguments)

    monkeypatch.setattr(panel, "run_in_worker", here)
    job.finished.clear()
    job.computations.clear()
    st.cache_data.clear()
    return wishes


def page_with_export() -> None:
    from optviz.pages import digits, export  # noqa: PLC0415

    if done := digits.shown_study():
        export.panel("digits", done)


def train(app: AppTest) -> None:
    app.button(key="digits/begin").click().run()
    wait(app)


def wait(app: AppTest) -> None:
    """Until nothing is trained any more."""
    while any(each.key == "digits/stop" for each in app.button):
        time.sleep(0.02)
        app.run()


def words(app: AppTest) -> str:
    assert not app.exception
    return "\n".join(each.value for each in app.markdown)


def test_it_trains_when_it_is_opened_first_and_each_study_once(asked: list[Conditions]) -> None:
    app = AppTest.from_function(page, default_timeout=PATIENCE).run()
    wait(app)
    assert asked == [Conditions()]
    assert "| Adam | lr 0.01" in words(app)
    app.selectbox(key="digits/epochs").select(5).run()
    assert len(asked) == 1
    assert "after 20 epochs" in words(app)  # the last one stays in sight
    assert re.fullmatch(r"Train all of them, about \d s", app.button(key="digits/begin").label)
    train(app)
    assert asked == [Conditions(), Conditions(epochs=5)]
    assert "after 5 epochs" in words(app)
    assert "✓" in words(app)
    assert not app.button
    other = AppTest.from_function(page, default_timeout=PATIENCE)
    other.session_state["digits/epochs"] = 5
    assert "after 5 epochs" in words(other.run())
    other = AppTest.from_function(page, default_timeout=PATIENCE)
    other.session_state["digits/epochs"] = 50
    assert "after 5 epochs" in words(other.run())
    assert len(asked) == 2


def test_how_long_training_still_takes_is_told_from_what_has_passed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(panel, "st", SimpleNamespace(session_state={panel.BEGUN: 100.0}))
    monkeypatch.setattr(time, "monotonic", lambda: 110.0)
    left = panel.left_of(Conditions(epochs=200))
    assert left(0.25) == "training, about 30 s to go"
    assert left(0.0) == "training, about 11 s to go"
    assert left(1.0) == "training, about 1 s to go"


def test_what_was_trained_can_be_exported(asked: list[Conditions]) -> None:
    app = AppTest.from_function(page_with_export, default_timeout=PATIENCE).run()
    assert not [each for each in app.selectbox if each.key == FORMAT]
    wait(app)
    app.selectbox(key="digits/epochs").select(5).run()
    train(app)
    assert not app.exception
    app.button_group(key="export/purpose").set_value("any").run()
    formats = app.selectbox(key=FORMAT)
    assert formats.options == ["PNG", "SVG", "PDF", "CSV", "JSON"]
    for suffix in ("csv", "svg"):
        app.selectbox(key=FORMAT).select(suffix).run()
        assert not app.exception
        assert any("About" in each.value for each in app.caption)
    assert len(asked) == 2


def test_stop_leads_back_to_the_beginning(
    asked: list[Conditions], monkeypatch: pytest.MonkeyPatch
) -> None:
    def endless(*_: Any, name: str) -> Iterator[Report]:
        while True:
            time.sleep(0.01)
            yield Report(0.5)

    monkeypatch.setattr(panel, "run_in_worker", endless)
    app = AppTest.from_function(page, default_timeout=PATIENCE).run()
    begun = app.session_state[panel.JOB]
    app.button(key="digits/stop").click().run()
    assert not asked
    assert not app.button(key="digits/begin").disabled
    while begun.running:  # it stops after the report that is on its way
        time.sleep(0.01)
    assert begun.stopped


def test_who_diverged_has_a_row_that_says_so() -> None:
    done = study(Conditions((SGD(1e308), Adam(0.01)), epochs=1, splits=1))
    rows = panel.rows(done)
    assert "diverged at step" in rows[2]
    assert all(row.count("|") == rows[0].count("|") for row in rows)


def test_a_claim_that_fails_is_marked_so() -> None:
    fails = panel.sentence(Verdict("So it is.", False, "it is", True))
    assert "✗" in fails
    assert "undecided" in fails
    assert "✓" in panel.sentence(Verdict("So it is.", True, "", True))
