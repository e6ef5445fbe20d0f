"""The race page: a scene's race in the player, and what there is to see in it."""

import re
from dataclasses import replace
from secrets import token_hex

import streamlit as st

from optviz.pages import form, place, room, slow
from optviz.pages.export_box import File
from optviz.pages.markdown import plain
from optviz.pages.player_view import chosen, player
from optviz.pages.ready import raced
from optviz.pages.scene_page import Requested, scene_page
from optviz.player.payload import message
from optviz.race import Race
from optviz.room.codes import Key
from optviz.room.state import Shown
from optviz.scenes import Scene
from optviz.scenes.catalog import CATALOG
from optviz.scenes.claims import CLAIMS
from optviz.scenes.prompts import prompts
from optviz.stories.findings import evaluate_story

SESSION = "race/session"  # names this visit: after a server's end the same page is in another one
INTRO = (
    "Optimizers race downhill on the same loss, all from the ring. Drag the ring, or a number "
    "beside the picture, and see what changes."
)
NO_FILE_NAME = re.compile(r"[^\w.-]+")  # of a typed name, what a file's name need not have


def page() -> None:
    """The whole page."""
    key = form.scene_key()
    story = CATALOG[key].story if key in CATALOG else ()
    asked = slow.ask((key, place) for place in range(len(story)))
    scene_page(show, tell_claim, INTRO)
    with st.sidebar:
        slow.wait(asked)


def show(requested: Requested) -> File | None:
    """The race, which can become a file."""
    scene = play(requested)
    if scene is None:
        return None
    tell(requested.key, scene)
    room.offer()
    names = [NO_FILE_NAME.sub("-", each.name.lower()) for each in scene.entrants]
    which = "-".join(names) if len(names) <= 3 else f"{len(names)}-optimizers"
    return f"{requested.key}-{which}-{scene.steps}-steps", scene


def tell_claim(key: str) -> None:
    """What people say, and what came of measuring it."""
    if key in CLAIMS:
        claim = CLAIMS[key]
        st.markdown(f"People say: *{claim.says}* Measured: **it {claim.outcome}.**")


def play(requested: Requested) -> Scene | None:
    """Run the race and hand it to the player.

    Returns:
        The scene as it raced, without the users' optimizers that failed; None if there is no race,
        or none yet.
    """
    asked = chosen("player")
    own = requested.own
    with st.container(key="racing"):  # always here, so that the player below stays mounted
        try:
            found = raced(requested.scene)
        except ValueError as error:
            st.warning(f"{plain(str(error))}.")
            return None
        for sentence in found.notes if found else ():
            st.warning(f"{plain(sentence)}. The race goes on without it.")
    if found is None:
        return None
    opens = room.key()
    done, scene = found.race, replace(requested.scene, entrants=found.race.entrants)
    data = message(
        done,
        story=evaluate_story(scene.story, done, own.conditions, patient=False),
        camera=scene.camera,
        **place.player_begins(requested.key, own),
        link=requested.address,
        known_surface=asked.get("surface"),
        serial=asked.get("serial", 0),
        session=st.session_state.setdefault(SESSION, token_hex(4)),
        begin=requested.spec.base_scene().entrants,
        prompts=prompts(requested.key, own),
        room=room.header(opens),
    )
    player(data, "player", on_start=take_start, on_room=lambda: room.take("player"))
    if opens:
        publish(opens, requested, done)
    return scene


def publish(opens: Key, requested: Requested, done: Race) -> None:
    """Show the class the race; not one of the teacher's own data, which stay here."""
    title = form.scene_name(requested.key)
    if requested.spec.data:
        room.publish(opens, Shown(title=title, text=room.PRIVATE))
    else:
        begins = requested.spec.base_scene().entrants
        data = message(done, camera=requested.scene.camera, begin=begins, whole=False)
        room.publish(opens, Shown(title=title), data)


def take_start() -> None:
    """Bring what was set in the player into the sidebar's fields."""
    asked = chosen("player", anew=True)
    form.put_wish(form.own_scene(), asked)


def tell(key: str, scene: Scene) -> None:
    """What is worth remembering, and where it comes from."""
    if key in CLAIMS:
        st.markdown(CLAIMS[key].lesson)
        st.caption(f"The claim: {CLAIMS[key].source}.")
    st.caption(f"Settings: {plain(scene.source)}. Loss: {plain(scene.surface.source)}.")
