"""Opening an address: what it says goes into the page's fields on a visitor's first run."""

from dataclasses import replace

import streamlit as st

from optviz.pages import form, lessons, place
from optviz.pages.markdown import plain
from optviz.spec.address import Place, read

OPENED = "opening/opened"
PROBLEMS = "opening/problems"


def open_address() -> None:
    """On a visitor's first run: bring what the address says into the page's fields."""
    held = st.session_state
    if held.get(OPENED):
        return
    held[OPENED] = True
    query = {name: st.query_params.get_all(name) for name in st.query_params}
    spec, at, problems = read(query)
    if at.page:
        place.go(at.page)
    if at.lesson:
        problems += lessons.open_at(at)
        at = replace(at, t=None, view=())  # said of the lesson
    if spec is not None:
        form.fill_form(spec)
    if spec is not None or at != Place(page=at.page, lesson=at.lesson, slide=at.slide):
        place.begin_at(form.scene_key(), at.t, at.view)
    held[PROBLEMS] = problems


def tell_problems() -> None:
    """One line on what the address says that cannot be read."""
    problems = st.session_state.get(PROBLEMS)
    if problems:
        said = "; ".join(problems[:5]) + ("; and more" if len(problems) > 5 else "")
        st.warning(f"Of the link this could not be read: {plain(said)}. The rest was used.")
