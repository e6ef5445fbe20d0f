"""Tuned settings in the sidebar: what they are to be best at, and what they are for this race.

While the visitor has not changed them, they follow start, steps and seed: another race has other
best settings.
"""

from functools import lru_cache
from typing import Any

import streamlit as st

from optviz.scenes import Scene
from optviz.studies.tuning import OBJECTIVES, SHARES, threshold_for, tuned

KEPT: Any = {"persist_state": "session"}
BRIEF = {
    "final": "lowest loss at the end",
    "mean": "lowest mean loss",
    "steps": "soonest below a loss",
}


def ask(key: str, scene: Scene) -> None:
    """What is best, and with how many trials."""
    st.selectbox(
        "Best is",
        list(OBJECTIVES),
        format_func=lambda each: BRIEF[each],
        key=f"{key}/objective",
        **KEPT,
    )
    if st.session_state[f"{key}/objective"] == "steps":
        ask_for_threshold(key)
    st.toggle(
        "Tune μ, ρ or β₁ too",  # noqa: RUF001
        key=f"{key}/second",
        help="Six values of it with every learning rate; who has none tries as many settings on a "
        "finer grid of learning rates.",
        **KEPT,
    )
    st.caption(f"{st.session_state.get(f'{key}/tuned-says', scene.source)}.")


def ask_for_threshold(key: str) -> None:
    """The loss that counts as low."""
    st.number_input(
        "Low enough is a loss of", format="%g", key=f"{key}/threshold", value=None, **KEPT
    )


def fill(key: str, scene: Scene) -> None:
    """Give the fields that hold nothing yet a value."""
    held = st.session_state
    held.setdefault(f"{key}/objective", "final")
    held.setdefault(f"{key}/second", False)
    if f"{key}/threshold" not in held:
        held[f"{key}/threshold"] = threshold_for(scene.surface, scene.start)


def tuned_for(key: str, race: Scene) -> Scene:
    """A race with the best settings, as the fields define best.

    Raises:
        ValueError: the threshold is missing, or the race is not possible.
    """
    held = st.session_state
    objective = held[f"{key}/objective"]
    threshold = held[f"{key}/threshold"] if objective == "steps" else None
    return remembered(race, objective, threshold, SHARES if held[f"{key}/second"] else ())


@lru_cache(maxsize=256)
def remembered(
    race: Scene, objective: str, threshold: float | None, second: tuple[float, ...]
) -> Scene:
    """`tuned`, once for each question: races are compared by their values."""
    return tuned(race, objective, threshold, second)
