"""The basins page: which minimum every start leads to, for each optimizer."""

from collections.abc import Iterator
from typing import Any

import streamlit as st

from optviz.jobs.worker import run_in_worker
from optviz.pages import form
from optviz.pages.export_box import File
from optviz.pages.job_view import Later, show_job
from optviz.pages.markdown import plain
from optviz.pages.scene_page import Requested, scene_page, show_live, take
from optviz.player.live_studies import live_basins
from optviz.player.studies import basins_message
from optviz.scenes.catalog import CATALOG
from optviz.scenes.functions import FUNCTIONS
from optviz.studies.basins import Basins, basins, blank_map
from surfaces import Surface

KEPT: Any = {"persist_state": "session"}
GRIDS = (50, 100, 200)  # starts along each side
HINT = (
    "Every cell is a whole race that starts there, in the colour of the minimum where it ends. "
    "Click one to start the race there. The ring is where it starts now; letters are minima."
)
WITH_MINIMA = [key for key, scene in FUNCTIONS.items() if len(scene.surface.minima) > 1]


def page() -> None:
    """The whole page."""
    scene_page(show)


def offer_others(surface: Surface) -> None:
    """Say why there is no map, and lead to scenes that have one."""
    st.warning(f"{plain(surface.name)} has no minimum in the picture, so no run can end in one.")
    st.markdown("These scenes have several minima:")
    with st.container(horizontal=True):
        for key in WITH_MINIMA:
            name = CATALOG[key].name
            st.button(name, key=f"basins/{key}", on_click=form.show_scene, args=[key])


def show(requested: Requested) -> File | None:
    """The map, which can become a file once it is whole."""
    surface, entrants, start, steps, seed = requested.scene.conditions
    if not surface.minima and not any(each.lines for each in surface.floors):
        offer_others(surface)
        return None
    if surface.unlisted:
        st.caption("Only the marked minima count: a run that ends in another is at none of these.")
    side = st.segmented_control(
        "Starts",
        GRIDS,
        format_func=lambda each: f"{each} x {each}",
        default=100,
        required=True,
        key="basins/side",
        **KEPT,
    )

    def begin() -> Iterator[Basins]:
        return run_in_worker(basins, surface, entrants, (side, side), steps, seed)

    key, file = ("basins", surface, entrants, steps, seed, side), f"{requested.key}-basins"
    try:
        blank, targets = blank_map(surface, entrants, (side, side), steps, seed)
    except ValueError as error:
        st.warning(f"{plain(str(error))}.")
        return None
    live = live_basins(blank, targets)
    if live:
        show_live("basins", basins_message(blank, surface, start, live), requested.own, HINT)
        return file, Later("basins", key, begin)
    done: Basins | None = show_job(
        "basins",
        key,
        begin,
        lambda done: basins_message(done, surface, start),
        lambda picked: take(requested.own, picked),
        HINT,
    )
    return None if done is None else (file, done)
