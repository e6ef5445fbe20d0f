"""The sweep page: what comes of every learning rate, or of every pair of two hyper-parameters."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from optviz.entrants import Entrant
from optviz.jobs.worker import run_in_worker
from optviz.optimizers import Optimizer
from optviz.pages.export_box import File
from optviz.pages.form import field
from optviz.pages.job_view import show_job
from optviz.pages.scene_page import Requested, scene_page, take
from optviz.pages.tuning import ask_for_threshold
from optviz.pictures.sweep.composition import SweepOptions
from optviz.player.studies import loss_at, pair_message, rates_message
from optviz.scenes import Scene
from optviz.studies.sweep import Sweep, axis_for, learning_rate_sweep, pair_sweep
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


Take = Callable[[dict[str, Any]], None]  # called with what was clicked, as `explorer` has it


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
    done = swept(requested.scene, outcome, low, lambda picked: take(requested.own, picked))
    if done is None:
        return None
    return f"{requested.key}-{'-'.join(done.swept)}", done, SweepOptions(measure=MEASURES[outcome])


def rates(scene: Scene, outcome: str, threshold: float, take: Take) -> Sweep | None:
    """All optimizers over the learning rate."""
    surface, entrants, start, steps, seed = scene.conditions
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
    done: Sweep | None = show_job(
        "sweep",
        key,
        begin,
        lambda done: rates_message(with_entrants(done, swept), outcome, begun),
        take,
        HINT[KINDS[0]],
    )
    return None if done is None else with_entrants(done, swept)


def with_entrants(sweep: Sweep, entrants: Sequence[Entrant]) -> Sweep:
    """A sweep with the learning rates of now, which made no difference to it."""
    now = {each.name: each for each in entrants}
    return replace(sweep, entrants=tuple(now[each.name] for each in sweep.entrants))


def pair(scene: Scene, outcome: str, threshold: float, take: Take) -> Sweep | None:
    """One optimizer over two of its hyper-parameters."""
    surface, entrants, start, steps, seed = scene.conditions
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
    done: Sweep | None = show_job(
        "sweep",
        key,
        begin,
        lambda done: pair_message(done, optimizer, outcome, begun),
        take,
        HINT[KINDS[1]],
    )
    return None if done is None else replace(done, entrants=(entrant,))


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
