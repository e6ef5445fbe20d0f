"""The digits in the browser: train, watch how far it is, stop it, see what came of it.

Training takes some seconds, in a worker. A study that any visitor has had trained is there at once,
and the last one stays in sight until another is there. Where there is none, it begins by itself.
"""

import time
from collections.abc import Callable
from functools import partial
from typing import Any

import streamlit as st

from optviz.export.formats import Request, request_for
from optviz.jobs.job import Job, is_known, last_known
from optviz.jobs.reports import reports
from optviz.jobs.worker import run_in_worker
from optviz.pages import link
from optviz.pages.export_box import offer_file
from optviz.pages.job_view import result_of
from optviz.pages.number_field import number_field
from optviz.pages.picture_view import show_picture
from optviz.pictures.composition import PictureOptions
from optviz.pictures.digits.digits_picture import SIZES
from optviz.race import MAX_SEED, whole
from optviz.server.presence import presence
from optviz.spec.address import Place
from optviz.spec.parsing import integer
from optviz.studies.digits import Conditions, Study, Verdict, study, verdicts
from optviz.studies.digits.study import final
from optviz.style import settings_text

EPOCHS = (5, 10, 20, 50)
FINE = 200  # dots an inch, for screens that have them
NARROW = 640  # pixels; a window that is not wider gets the picture for phones
JOB = "digits/job"
SEED = "digits/seed"
OPENED = "digits/opened"  # whether this visit has seen the page
BEGUN = "digits/begun"  # when the training began
BESIDES, PER_EPOCH = 0.8, 0.1  # s, measured
TOLD = 0.1  # from this share on, the time that has passed tells the rest

STYLE = f"""
@media (max-width: {NARROW}px) {{ .st-key-digits-wide {{ display: none; }} }}
@media (min-width: {NARROW + 1}px) {{ .st-key-digits-phone {{ display: none; }} }}
.st-key-digits-table {{ overflow-x: auto; }}
.st-key-digits-table :is(td, th) {{ white-space: nowrap; }}
"""
EXPLAINED = """
A small classifier reads handwritten digits: 64 pixels go in, a score for each of the ten digits
comes out (softmax regression). It has 650 weights, learns from 1347 of scikit-learn's 1797 digits
and is tested on the other 450. The optimizers are those of the races. All start with every weight
at 0 and see the same minibatches in the same order.

**What is tested:** people say that a classifier gets much better when SGD is replaced by Adam. Or
is it the learning rate? So SGD trains twice: with 0.01, which is also Adam's here, and with 1.
"""


def page() -> None:
    """The whole page."""
    done = shown_study()
    if done:
        offer_file("digits", done)
    link.offer(lambda: link.address(None, Place(page="digits")))


def shown_study() -> Study | None:
    """Ask for a study and show it, or how far it is; returns it if it is there."""
    st.markdown("# Learning rate against optimizer")
    st.markdown(EXPLAINED)
    last = last_study()
    done = study_of(ask(), begins=last is None) or last
    if done is not None:
        show(done)
    return done


def last_study() -> Study | None:
    """The study that any visitor has seen last."""
    report = last_known(lambda key: isinstance(key, tuple) and key[:1] == ("digits",))
    return None if report is None else report.result


def study_of(conditions: Conditions, begins: bool) -> Study | None:
    """The study of these conditions, if it is there; else the button for it, or how far it is.

    Args:
        conditions: of the study.
        begins: whether training begins by itself when the page is opened.
    """
    held, key = st.session_state, ("digits", conditions)
    job: Job | None = held.get(JOB)
    if job is not None and job.key != key:
        stop()
        job = None
    if job is None and (is_known(key) or (begins and OPENED not in held)):
        begin(conditions)
        job = held[JOB]
    held[OPENED] = True
    if job is None:
        label = f"Train all of them, about {estimate(conditions):.0f} s"
        how: Any = {"on_click": begin, "args": [conditions]}
        st.button(label, type="primary", key="digits/begin", **how)
        return None
    found: Study | None = result_of("digits", job, "Stop", stop, left_of(conditions))
    return found


def estimate(conditions: Conditions) -> float:
    """About how many seconds a study takes on a machine that has nothing else to do."""
    return BESIDES + PER_EPOCH * conditions.epochs


def left_of(conditions: Conditions) -> Callable[[float], str]:
    """In words, how long the training that has begun will still take, by the share that is done."""
    begun = st.session_state[BEGUN]

    def left(share: float) -> str:
        passed = time.monotonic() - begun
        whole_time = estimate(conditions) if share < TOLD else passed / share
        seconds = whole_time - passed
        return f"training, about {max(1.0, seconds):.0f} s to go"

    return left


def ask() -> Conditions:
    """What may be chosen."""
    left, right = st.columns(2)
    epochs = left.selectbox("Epochs", EPOCHS, index=EPOCHS.index(20), key="digits/epochs")
    seed = st.session_state.setdefault(SEED, 0)
    number_field("Seed of the minibatches' order", SEED, seed_in, place=right)
    return Conditions(epochs=int(epochs), seed=seed)


def seed_in(text: str) -> int:
    """A seed."""
    return whole("seed", integer(text), 0, MAX_SEED)


def begin(conditions: Conditions) -> None:
    """Train, or take what was trained before under these conditions."""
    st.session_state[BEGUN] = time.monotonic()
    st.session_state[JOB] = Job(
        ("digits", conditions),
        lambda: run_in_worker(reports, study, conditions, name="digits"),
        is_open=presence(),
    )


def stop() -> None:
    """Give up what is trained."""
    st.session_state.pop(JOB).leave()


def show(done: Study) -> None:
    """Picture, table and sentences."""
    theme = "dark" if st.context.theme.type == "dark" else "light"
    shown = done.conditions
    st.caption(f"{shown.epochs} epochs, seed {shown.seed}, means over {shown.splits} splits.")
    st.html(f"<style>{STYLE}</style>")
    for shape in SIZES:
        with st.container(key=f"digits-{shape}"):
            show_picture(
                f"digits-{shape}",
                ("digits picture", done.conditions, shape, theme),
                partial(picture_of, done, shape, theme),
                FINE,
                caption="Test accuracy by epoch, and the trails of all weights, projected on a "
                "plane; its colours are the training loss there, in nats.",
                alt="The accuracies by epoch and the trails; the table below has the numbers",
            )
    with st.container(key="digits-table"):
        st.markdown("\n".join(rows(done)))
    for verdict in verdicts(done):
        st.markdown(sentence(verdict))


def picture_of(done: Study, shape: str, theme: str) -> Request:
    """The study's picture."""
    return request_for(done, "png", PictureOptions(size=SIZES[shape], theme=theme))


def rows(done: Study) -> list[str]:
    """The table in Markdown: one row for each optimizer."""
    splits = done.conditions.splits
    heads = [
        "Optimizer",
        "Settings",
        f"Test accuracy after {done.conditions.epochs} epochs",
        f"Mean of {splits} splits (lowest to highest)",
        "Loss",
        "First at 90 %",
    ]
    lines = [f"| {' | '.join(heads)} |", "|---|---|--:|--:|--:|--:|"]
    for k, (run, name) in enumerate(zip(done.shown, done.shown.names, strict=True)):
        everywhere = [training.runs[k] for training in done.trainings]
        if run.diverged:
            cells = [f"diverged at step {run.diverged}", "", "", ""]
        else:
            ends = [100 * each.accuracy[-1] for each in everywhere if not each.diverged]
            there = run.reaches(0.9)
            cells = [
                f"{100 * run.accuracy[-1]:.1f} %",
                f"{100 * final(everywhere):.1f} % ({min(ends):.1f} to {max(ends):.1f})",
                f"{run.loss[-1]:.3f}",
                f"epoch {there:.0f}" if there <= done.conditions.epochs else "never",
            ]
        lines.append(f"| {' | '.join([name, settings_text(run.optimizer), *cells])} |")
    return lines


def sentence(verdict: Verdict) -> str:
    """A claim in Markdown: whether it holds, what is said of it, and what was measured."""
    mark = ":green[**✓**]" if verdict.holds else ":red[**✗**]"
    holds = "" if verdict.holds else "*Not so here:* "
    words = verdict.words
    for passage in verdict.fails:
        words = words.replace(passage, f"**{passage}**", 1)
    said = ""
    if verdict.folklore:
        judged = "true here" if verdict.agrees else "not so here"
        judged = judged if verdict.holds else "undecided here"
        said = f"  \n:small[It is said: {verdict.folklore} – {judged}.]"  # noqa: RUF001
    return f"{mark} {holds}{words}{said}"
