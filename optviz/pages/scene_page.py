"""What the pages with a scene share: its race as the fields have it, and the ways to change it.

A change of anything is: read the form, make the scene, run the race, write the address; each once.
What the sidebar's fields hold is in the session's state before they are drawn, so the race goes
first: it is on its way to the browser while the fields are still made.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import streamlit as st

from optviz.pages import data, form, formula, link, place
from optviz.pages.explorer_view import explorer
from optviz.pages.export_box import File, offer_file
from optviz.pages.markdown import plain
from optviz.pages.ready import ready
from optviz.pages.scene_gallery import scene_gallery
from optviz.pages.sidebar import sidebar
from optviz.scenes import Scene
from optviz.server.render_lock import render_slot
from optviz.spec.address import Place, on_site
from optviz.spec.race_spec import RaceSpec

SHOWN = "shown"  # the key of the last race that could be run: (spec, scene)
INTRO_WIDTH = 520  # pixels; beside the heading, in two lines
LATER = "it is still computed"


@dataclass(frozen=True)
class Requested:
    """The race that a page shows.

    Attributes:
        key: of its scene, or `form.FORMULA` or `form.DATA`.
        own: its scene, unchanged.
        spec: what is raced.
        scene: the race.
        page: key of the page.
        problem: why the fields hold something else, which cannot be raced; "" if they do not.
    """

    key: str
    own: Scene
    spec: RaceSpec
    scene: Scene
    page: str
    problem: str

    @cached_property
    def address(self) -> str:
        """The address of the page, written when it is asked for first; "" where there is none."""
        if self.problem or self.spec.data:
            return ""
        return link.address(self.spec, Place(page="" if self.page == place.FIRST else self.page))


def scene_page(
    show: Callable[[Requested], File | None],
    above: Callable[[str], None] | None = None,
    intro: str = "",
) -> None:
    """A page with a scene.

    Args:
        show: draws what the page is for, and returns what of it can become a file.
        above: draws what stands above that, for the scene of this key.
        intro: what there is to see and to do, in a sentence or two.
    """
    requested, file = None, None
    with render_slot():
        key = form.scene_key()
        with st.container(horizontal=True, vertical_alignment="center", key="scene-head"):
            st.markdown(f"# {form.scene_name(key)}", width="content")
            scene_gallery()
            if intro:
                st.caption(intro, width=INTRO_WIDTH)
        with st.container(key="above"):  # always here, so that the player below stays mounted
            scene = own_scene(key)
            if scene and key == form.FORMULA:
                formula.ask(scene.surface)
            elif scene and key == form.DATA:
                data.ask()
            elif scene and above:
                above(key)
        requested = request(scene) if scene else None
        file = show(requested) if requested else None
        if scene:
            with st.sidebar:
                sidebar(scene, requested.scene if requested else scene)
    link.offer(
        lambda: requested.address if requested else "",
        lambda: on_site(requested.spec if requested else None, Place()),
        private=key == form.DATA,
    )
    if file and requested:
        offer_file(*file, spec=requested.spec)  # its preview takes longer than all the rest


def own_scene(key: str) -> Scene | None:
    """The scene of this key, unchanged; None as long as its minima are looked for."""
    try:
        if key == form.FORMULA:
            formula.take_typed()
        if key == form.DATA:
            data.take_wanted()
        return ready("own-scene", form.own_scene)
    except ValueError as error:
        st.warning(f"{plain(str(error))}.")
        return None


def request(own: Scene) -> Requested | None:
    """The race of the fields, or the one before it and a sentence on what is wrong.

    The one before it also as long as settings are tuned; None where there was none before.
    """
    held, key, page = st.session_state, form.scene_key(), place.page()

    def wished() -> tuple[RaceSpec, Scene]:
        spec = form.read_form(own)
        return spec, spec.race_scene()

    with st.container(key="problem"):  # always here, so that the player below stays mounted
        try:
            found, problem = ready("tuned", wished), LATER
        except ValueError as error:
            found, problem = None, str(error)
            st.warning(f"{plain(problem)}. Until then the race stays as it was.")
    if found is None:
        said = RaceSpec(**form.surface_of_form())
        spec, scene = held.get(SHOWN, (None, None))
        if spec is None or lost(spec) != lost(said):
            if problem == LATER:
                return None
            spec, scene = said, own
        return Requested(key, own, spec, scene, page, problem)
    spec, scene = found
    form.refresh_tuned(own, spec, scene)
    held[SHOWN] = spec, scene
    return Requested(key, own, spec, scene, page, "")


def lost(spec: RaceSpec) -> tuple[object, ...]:
    """What is descended."""
    return spec.scene, spec.formula, spec.data


def show_live(name: str, data: bytes, scene: Scene, hint: str) -> None:
    """Show what the browser computes.

    Args:
        name: of the page.
        data: a message of `player.studies` with what it is computed with.
        scene: the one that is shown, unchanged.
        hint: what can be seen and done in it.
    """
    explorer(
        data,
        f"{name}/explorer",
        on_pick=lambda picked: take(scene, picked),
        on_tell=lambda told: form.put_wish(scene, told),
    )
    st.caption(f"{hint} Drag a number to see what it changes.")


def take(scene: Scene, picked: dict[str, Any]) -> None:
    """Bring what was picked among many races into the sidebar's fields, and go to its race.

    Args:
        scene: the one that is shown, unchanged.
        picked: {"settings": {entrant's name: {hyper-parameter: value}}} or {"start": [x, y]}.
    """
    form.put_wish(scene, picked)
    place.go(place.FIRST)
