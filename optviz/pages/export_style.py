"""How the picture in a file looks, and its language: a box of the export panel."""

from typing import Any

import streamlit as st

from optviz.pages.messages import offered
from optviz.pictures.figure_style import LEGENDS, NOTES, Style

KEPT: Any = {"persist_state": "session"}
LANGUAGES = {"en": "English", "de": "Deutsch"}
FITTING = "where there is room"
LEGEND_WORDS = {"right": "on the right", "below": "below", "none": "none"}
NOTE_WORDS = {
    "all": "all, and where they come from",
    "differing": "those that differ",
    "none": "none",
}


def ask_for_style(followed: frozenset[str]) -> Style:
    """The style of a picture.

    Args:
        followed: the names of the options that have an effect on it.
    """
    asked = {name: ask for name, ask in ASKED.items() if name in followed}
    if not asked:
        return Style()
    with st.popover("Look", icon=":material/palette:", width="stretch"):
        chosen: dict[str, Any] = {name: ask() for name, ask in asked.items()}
    return Style(**chosen)


def ask_for_language() -> str:
    """Of all that is written."""
    found = st.selectbox(
        "Language",
        list(LANGUAGES),
        format_func=lambda each: LANGUAGES[each],
        key="export/language",
        **KEPT,
    )
    return str(offered(found, LANGUAGES))


def ask_for_legend() -> str | None:
    """Where it is; None for where there is room."""
    places = [FITTING, *LEGENDS]
    found = st.selectbox(
        "Legend",
        places,
        format_func=lambda each: LEGEND_WORDS.get(each, each),
        key="export/legend",
        **KEPT,
    )
    found = offered(found, places)
    return None if found == FITTING else str(found)


def ask_for_notes() -> str:
    """What the legend says of settings."""
    found = st.selectbox(
        "Settings",
        list(NOTES),
        format_func=lambda each: NOTE_WORDS.get(each, each),
        key="export/notes",
        **KEPT,
    )
    return str(offered(found, NOTES))


ASKED = {"language": ask_for_language, "legend": ask_for_legend, "notes": ask_for_notes}
