"""The race page: a scene's race in the player, and what there is to see in it."""

import re

import streamlit as st

from optviz.pages import form, place, slow
from optviz.pages.export_box import File
from optviz.pages.markdown import plain
from optviz.pages.player_view import chosen, player
from optviz.pages.ready import raced
from optviz.pages.scene_page import Requested, scene_page
from optviz.player.payload import message
from optviz.scenes import Scene
from optviz.scenes.catalog import CATALOG
from optviz.scenes.claims import CLAIMS
from optviz.stories.findings import evaluate_story

NO_FILE_NAME = re.compile(r"[^\w.-]+")  # of a typed name, what a file's name need not have


def page() -> None:
    """The whole page."""
    key = form.scene_key()
    story = CATALOG[key].story if key in CATALOG else ()
    asked = slow.ask((key, place) for place in range(len(story)))
    scene_page(show, tell_claim)
    with st.sidebar:
        slow.wait(asked)


def show(requested: Requested) -> File | None:
    """The race, which can become a file."""
    if not play(requested):
        return None
    tell(requested.key, requested.scene)
    names = [NO_FILE_NAME.sub("-", each.name.lower()) for each in requested.scene.entrants]
    which = "-".join(names) if len(names) <= 3 else f"{len(names)}-optimizers"
    return f"{requested.key}-{which}-{requested.scene.steps}-steps", requested.scene


def tell_claim(key: str) -> None:
    """What people say, and what came of measuring it."""
    if key in CLAIMS:
        claim = CLAIMS[key]
        verdict = " ".join(filter(None, [claim.verdict, claim.condition]))
        st.markdown(f"People say: *{claim.says}* Measured: **it {verdict}.**")


def play(requested: Requested) -> bool:
    """Run the race and hand it to the player; False if it is not there yet."""
    asked = chosen("player")
    own, scene = requested.own, requested.scene
    with st.container(key="racing"):  # always here, so that the player below stays mounted
        done = raced(scene)
    if done is None:
        return False
    data = message(
        done,
        story=evaluate_story(scene.story, done, own.conditions, patient=False),
        camera=scene.camera,
        **place.player_begins(requested.key, own),
        link=requested.address,
        known_surface=asked.get("surface"),
        serial=asked.get("serial", 0),
    )
    player(data, "player", on_start=take_start)
    return True


def take_start() -> None:
    """Bring the start that was clicked in the player into the sidebar's fields."""
    asked = chosen("player", anew=True)
    if "start" in asked:
        form.put_start(*asked["start"])


def tell(key: str, scene: Scene) -> None:
    """What is worth remembering, and where it comes from."""
    if key in CLAIMS:
        st.markdown(CLAIMS[key].lesson)
        st.caption(f"The claim: {CLAIMS[key].source}.")
    st.caption(f"Settings: {plain(scene.source)}. Loss: {plain(scene.surface.source)}.")
