"""The sweep page: what comes of every learning rate, or of every pair of two hyper-parameters."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from optviz.entrants import Entrant
from optviz.jobs.worker import run_in_worker
from optviz.optimizers import Optimizer
from optviz.pages.export_box import File
from optviz.pages.form import field
from optviz.pages.job_view import Later, show_job
from optviz.pages.markdown import plain
from optviz.pages.scene_page import Requested, scene_page, show_live, take
from optviz.pages.tuning import ask_for_threshold
from optviz.pictures.sweep.composition import SweepOptions
from optviz.player.live_studies import Live, live_sweep
from optviz.player.studies import loss_at, pair_message, rates_message
from optviz.studies.sweep import (
    FINE,
    Sweep,
    axis_for,
    blank_sweep,
    learning_rate_sweep,
    pair_sweep,
)
from optviz.style import SYMBOLS

KEPT: Any = {"persist_state": "session"}
WIDE = 260  # pixels, a field beside the buttons
KINDS = ("Learning rates", "Two hyper-parameters")
OUTCOMES = {"final": "Loss at the end", "reached": "Steps until it is low"}
MEASURES = {"final": "final", "reached": "steps"}  # as pictures call them
HINT = {
    KINDS[0]: "Every point is a whole race with that learning rate. Click a line, or Use this, "
    "to race with it. Marks on the axis are the learning rates of the race as it is now.",
    KINDS[1]: "Every cell is a whole race with that pair. Click one to race with it. The ring is "
    "the race as it is now, the frame the best.",
}


# The sweep, or what computes it for a file, and what is swept; None where there is none yet.
Found = tuple[Sweep | Later, tuple[str, ...]] | None


def page() -> None:
    """The whole page."""
    scene_page(show)


def show(requested: Requested) -> File | None:
    """The sweep, which can become a file once it is whole."""
    row = st.container(horizontal=True, vertical_alignment="bottom", gap="medium")
    kind: Any = row.segmented_control(
        "What is swept", KINDS, default=KINDS[0], required=True, key="sweep/kind", **KEPT
    )
    outcome: Any = row.segmented_control(
        "What comes of it",
        list(OUTCOMES),
        format_func=lambda each: OUTCOMES[each],
        default="final",
        required=True,
        key="sweep/outcome",
        **KEPT,
    )
    if outcome == "reached":
        with row.container(width=WIDE):
            ask_for_threshold()
    low = float(st.session_state[field("threshold")])
    swept = rates if kind == KINDS[0] else pair
    try:
        found = swept(requested, outcome, low)
    except ValueError as error:
        st.warning(f"{plain(str(error))}.")
        return None
    if found is None:
        return None
    done, names = found
    return f"{requested.key}-{'-'.join(names)}", done, SweepOptions(measure=MEASURES[outcome])


def rates(requested: Requested, outcome: str, threshold: float) -> Found:
    """All optimizers over the learning rate."""
    surface, entrants, start, steps, seed = requested.scene.conditions
    swept = [each for each in entrants if "lr" in each.optimizer.settings()]

    def begin() -> Iterator[Sweep]:
        return run_in_worker(
            learning_rate_sweep, surface, swept, start, steps, seed, threshold=threshold
        )

    # Learning rates that the race has now make no difference to a sweep of them.
    without_rates = tuple(
        (each.name, type(each.optimizer), other_settings(each.optimizer, ("lr",))) for each in swept
    )
    key = ("rates", surface, without_rates, start, steps, seed, threshold)
    begun = loss_at(surface, start)
    blank = blank_sweep(surface, tuple(swept), start, steps, seed, {"lr": FINE}, threshold)
    return show_sweep(
        requested,
        blank,
        key,
        begin,
        lambda sweep, live: rates_message(sweep, outcome, begun, live),
        HINT[KINDS[0]],
    )


def show_sweep(
    requested: Requested,
    blank: Sweep,
    key: Hashable,
    begin: Callable[[], Iterator[Sweep]],
    message: Callable[[Sweep, Live], bytes],
    hint: str,
) -> Found:
    """Show a sweep, computed by the browser if it can.

    Args:
        requested: the race that the page shows.
        blank: the sweep before any trial.
        key: what it depends on.
        begin: computes it.
        message: it for the browser.
        hint: what can be seen and done in it.
    """
    names = tuple(blank.swept)
    live = live_sweep(blank)
    if live:
        show_live("sweep", message(blank, live), requested.own, hint)
        return Later("sweep", key, begin, lambda done: with_entrants(done, blank.entrants)), names
    done: Sweep | None = show_job(
        "sweep",
        key,
        begin,
        lambda done: message(with_entrants(done, blank.entrants), None),
        lambda picked: take(requested.own, picked),
        hint,
    )
    return None if done is None else (with_entrants(done, blank.entrants), names)


def with_entrants(sweep: Sweep, entrants: Sequence[Entrant]) -> Sweep:
    """A sweep with the settings of now of what is swept, which made no difference to it."""
    now = {each.name: each for each in entrants}
    return replace(sweep, entrants=tuple(now[each.name] for each in sweep.entrants))


def pair(requested: Requested, outcome: str, threshold: float) -> Found:
    """One optimizer over two of its hyper-parameters."""
    surface, entrants, start, steps, seed = requested.scene.conditions
    able = {each.name: each for each in entrants if len(each.optimizer.settings()) > 1}
    if not able:
        st.warning("No optimizer in this race has two hyper-parameters: add Momentum or Adam.")
        return None
    entrant, names = ask_for_pair(able)
    optimizer = entrant.optimizer
    rows, columns = names
    axes = {rows: axis_for(optimizer, rows), columns: axis_for(optimizer, columns)}

    def begin() -> Iterator[Sweep]:
        return run_in_worker(pair_sweep, surface, entrant, axes, start, steps, seed, threshold)

    key = (
        "pair",
        surface,
        entrant.name,
        type(optimizer),
        other_settings(optimizer, names),
        names,
        start,
        steps,
        seed,
        threshold,
    )
    begun = loss_at(surface, start)
    return show_sweep(
        requested,
        blank_sweep(surface, (entrant,), start, steps, seed, axes, threshold),
        key,
        begin,
        lambda sweep, live: pair_message(sweep, optimizer, outcome, begun, live),
        HINT[KINDS[1]],
    )


def other_settings(optimizer: Optimizer, names: Sequence[str]) -> tuple[tuple[str, Any], ...]:
    """An optimizer's settings but for these."""
    return tuple((name, v) for name, v in optimizer.settings().items() if name not in names)


def ask_for_pair(able: dict[str, Entrant]) -> tuple[Entrant, tuple[str, str]]:
    """Whose settings, and which two: those of the rows and of the columns."""
    which, across, up = st.columns(3)
    held = st.session_state
    if held.get("sweep/optimizer") not in able:
        held["sweep/optimizer"] = "Momentum" if "Momentum" in able else next(iter(able))
    name = which.selectbox("Optimizer", list(able), key="sweep/optimizer", **KEPT)
    settings = list(able[name].optimizer.settings())
    first, second = f"sweep/{name}/across", f"sweep/{name}/up"
    if held.get(first) not in settings:
        held[first] = settings[0]
    columns = across.selectbox(
        "Across", settings, format_func=lambda each: SYMBOLS.get(each, each), key=first, **KEPT
    )
    rest = [each for each in settings if each != columns]
    if held.get(second) not in rest:
        held[second] = rest[0]
    rows = up.selectbox(
        "Up", rest, format_func=lambda each: SYMBOLS.get(each, each), key=second, **KEPT
    )
    return able[name], (rows, columns)
