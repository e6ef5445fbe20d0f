"""Tuned settings in the sidebar: what they are to be best at, and what they are for this race."""

from typing import Any

import streamlit as st

from optviz.pages.form import field
from optviz.pages.markdown import plain
from optviz.pages.number_field import number_field
from optviz.scenes import Scene
from optviz.studies.tuning import OBJECTIVES

KEPT: Any = {"persist_state": "session"}
BRIEF = {
    "final": "lowest loss at the end",
    "mean": "lowest mean loss",
    "steps": "soonest below a loss",
}


def ask(raced: Scene) -> None:
    """What is best, and with how many trials.

    Args:
        raced: the race with the settings that were found.
    """
    objective = st.selectbox(
        "Best is",
        list(OBJECTIVES),
        format_func=lambda each: BRIEF[each],
        key=field("objective"),
        **KEPT,
    )
    if objective == "steps":
        ask_for_threshold()
    st.toggle(
        "Tune μ, ρ or β₁ too",  # noqa: RUF001
        key=field("second"),
        help="Six values of it with every learning rate; an optimizer without one tries as many "
        "settings on a finer grid of learning rates.",
        **KEPT,
    )
    st.caption(f"{plain(raced.source)}.")


def ask_for_threshold() -> None:
    """The loss that counts as low."""
    number_field("Low enough is a loss of", field("threshold"))
