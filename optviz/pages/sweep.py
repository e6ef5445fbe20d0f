"""The sweep room: what comes of every learning rate, or of every pair of two hyper-parameters."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import streamlit as st

from optviz.entrants import Entrant
from optviz.jobs.worker import run_in_worker
from optviz.pages.job_view import show_job
from optviz.pages.tuning import ask_for_threshold
from optviz.pictures.sweep.composition import SweepOptions
from optviz.player.studies import loss_at, pair_message, rates_message
from optviz.scenes import Scene
from optviz.studies.sweep import Sweep, axis_for, learning_rate_sweep, pair_sweep
from optviz.style import SYMBOLS

KEPT: Any = {"persist_state": "session"}
KINDS = ("Learning rates", "Two hyper-parameters")
OUTCOMES = {"final": "Loss at the end", "reached": "Steps until it is low"}
MEASURES = {"final": "final", "reached": "steps"}  # as pictures call them
HINT = {
    KINDS[0]: "Every point is a whole race with that learning rate. A click on a line takes its "
    "setting into the race; marks on the axis show where the race stands now.",
    KINDS[1]: "Every cell is a whole race with that pair. A click takes it into the race; the ring "
    "is where the race stands now, the frame the best.",
}


def panel(
    key: str, scene: Scene, take: Callable[[dict[str, Any]], None]
) -> tuple[Sweep, SweepOptions] | None:
    """The whole room.

    Args:
        key: of the scene.
        scene: the race as it is wished for.
        take: called with what was clicked, as `explorer` has it.

    Returns:
        The sweep, once it is whole, and what its picture shows.
    """
    left, middle, right = st.columns([3, 4, 3], vertical_alignment="bottom")
    kind: Any = left.segmented_control(
        "What is swept", KINDS, default=KINDS[0], required=True, key="sweep/kind", **KEPT
    )
    outcome: Any = middle.segmented_control(
        "What comes of it",
        list(OUTCOMES),
        format_func=lambda each: OUTCOMES[each],
        default="final",
        required=True,
        key="sweep/outcome",
        **KEPT,
    )
    if outcome == "reached":
        with right:
            ask_for_threshold(key)
    threshold = st.session_state[f"{key}/threshold"]
    if outcome == "reached" and threshold is None:
        st.warning("The loss that is low enough is missing: give a number.")
        return None
    low = -np.inf if threshold is None else float(threshold)
    show = everybody if kind == KINDS[0] else somebody
    done = show(scene, outcome, low, take)
    return None if done is None else (done, SweepOptions(measure=MEASURES[outcome]))


def everybody(
    scene: Scene, outcome: str, threshold: float, take: Callable[[dict[str, Any]], None]
) -> Sweep | None:
    """All optimizers over the learning rate."""
    surface, entrants, start, steps, seed = scene.conditions
    swept = [each for each in entrants if "lr" in each.optimizer.settings()]

    def begin() -> Iterator[Sweep]:
        return run_in_worker(
            learning_rate_sweep, surface, swept, start, steps, seed, threshold=threshold
        )

    # Learning rates that the race has now make no difference to a sweep of them.
    who = tuple(
        (each.name, replace(each.optimizer, lr=1.0))  # type: ignore[call-arg]
        for each in swept
    )
    key = ("rates", surface, who, start, steps, seed, threshold)
    begun = loss_at(surface, start)
    done: Sweep | None = show_job(
        "sweep",
        key,
        begin,
        lambda done: rates_message(done, [each.optimizer for each in swept], outcome, begun),
        take,
        HINT[KINDS[0]],
    )
    return (
        None if done is None else replace(done, entrants=tuple(swept))
    )  # the learning rates of now


def somebody(
    scene: Scene, outcome: str, threshold: float, take: Callable[[dict[str, Any]], None]
) -> Sweep | None:
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

    others = tuple((name, v) for name, v in optimizer.settings().items() if name not in names)
    key = (
        "pair",
        surface,
        entrant.name,
        type(optimizer),
        others,
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


def ask_for_pair(able: dict[str, Entrant]) -> tuple[Entrant, tuple[str, str]]:
    """Whose settings, and which two: those of the rows and of the columns."""
    who, across, up = st.columns(3)
    held = st.session_state
    if held.get("sweep/who") not in able:
        held["sweep/who"] = "Momentum" if "Momentum" in able else next(iter(able))
    name = who.selectbox("Optimizer", list(able), key="sweep/who", **KEPT)
    settings = list(able[name].optimizer.settings())
    first, second = f"sweep/{name}/across", f"sweep/{name}/up"
    held.setdefault(first, settings[0])
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
