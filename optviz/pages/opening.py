"""Opening an address: what it says goes into the page's fields, once it is known to be possible."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import streamlit as st

from optviz.pages import form, lessons, place
from optviz.pages.markdown import plain
from optviz.pages.ready import forget, raced, ready
from optviz.player.payload import samples
from optviz.spec.address import Place, read
from optviz.spec.race_spec import TUNED

OPENED = "opening/opened"
RETURNS = "opening/returns"  # whether Back or Forward led to the address
PROBLEMS = "opening/problems"
SAMPLES = "samples"  # the view that not every race has


def open_address() -> bool:
    """Bring what the address says into the fields: on the first run, and after Back and Forward.

    Returns:
        Whether that is done; until then, the page shows how far it is.
    """
    held = st.session_state
    above = st.container(key="opening")  # always here, so that the player below stays mounted
    if place.came_back():
        held[OPENED], held[RETURNS] = False, True
    if held.get(OPENED):
        return True
    with above:
        title = st.empty()
        held[OPENED] = open_query({name: st.query_params.get_all(name) for name in st.query_params})
        if not held[OPENED]:
            title.markdown("# Opening the link")
            st.button("Open the page without it", on_click=pass_over, key="opening/without")
    return bool(held[OPENED])


def pass_over() -> None:
    """Open the page as if there were no address."""
    st.session_state[OPENED] = True
    for name in ("address", "race"):
        forget(name)


def open_query(query: Mapping[str, Sequence[str]]) -> bool:
    """Show what an address says, and remember what of it cannot be read.

    A race is made before any field is filled with it: a page that holds what cannot be raced would
    be of no use to its visitor.

    Args:
        query: each name with all its values, unescaped.

    Returns:
        Whether that is done; until then, the page shows how far it is.
    """
    held = st.session_state
    try:
        found = ready("address", lambda: read(query))
    except ValueError as error:  # the worker was ended
        found = None, Place(), [str(error)]
    if found is None:
        return False
    spec, at, problems = found
    try:
        # Tuning takes its time, on the page.
        tuned = spec is not None and spec.preset.kind == TUNED
        if spec is not None and not tuned and raced(spec.race_scene()) is None:
            return False
    except ValueError as error:
        problems.append(str(error))
        spec = None
    if spec is not None:
        form.fill_form(spec)
    if at.page or held.pop(RETURNS, False):
        place.go(at.page or place.FIRST)
    if at.lesson:
        problems += lessons.open_at(at)
        at = replace(at, t=None, view=(), stops=(), cloud="")  # said of the lesson
    at = without_hole(at, problems)
    if spec is not None or at != Place(page=at.page, lesson=at.lesson, slide=at.slide):
        place.begin_at(form.scene_key(), at)
    held[PROBLEMS] = problems
    return True


def without_hole(at: Place, problems: list[str]) -> Place:
    """The place without the view of samples, where the race that is shown has none."""
    if SAMPLES not in at.view:
        return at
    scene = form.own_scene()
    if samples(scene.surface) is not None:
        return at
    problems.append(f"view: {scene.name} has no {SAMPLES} to show")
    return replace(at, view=tuple(each for each in at.view if each != SAMPLES))


def tell_problems() -> None:
    """One line on what the address says that cannot be read."""
    problems = st.session_state.get(PROBLEMS)
    if problems:
        said = "; ".join(problems[:5]) + ("; and more" if len(problems) > 5 else "")
        st.warning(f"Of the link this could not be read: {plain(said)}. The rest was used.")
