"""The page of a visitor: widgets in, player out. `optviz.app.script` runs it."""

from collections.abc import Sequence
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from optviz.pages import formula, link, slow
from optviz.pages.markdown import plain
from optviz.pages.player_view import MAX_STEPS, chosen, player
from optviz.pages.settings import chosen_preset, fill, follow, wishes_for
from optviz.pages.sidebar import KEPT, sidebar
from optviz.player.payload import message
from optviz.race import whole
from optviz.scenes import Scene
from optviz.scenes.catalog import CATALOG, label
from optviz.scenes.claims import CLAIMS, Claim
from optviz.server.capacity import admit
from optviz.server.memory import tune_gc
from optviz.server.render_lock import render_slot
from optviz.spec.link import Link
from optviz.stories.findings import evaluate_story
from optviz.user_rules import load_all_rules

COMPACT = """
[data-testid="stMainBlockContainer"] { padding: 2.6rem clamp(0.8rem, 3vw, 2.2rem) 3rem; }
@media (max-width: 640px) {
  [data-testid="stMainBlockContainer"] { padding-top: 3.6rem; }
}
[data-testid="stSidebarHeader"] { height: 2rem; margin-bottom: 0; }
"""


File = tuple[Any, ...]  # what `export.panel` takes
SCENE_ROOMS = ("Race", "Sweep", "Basins")
ROOMS = (*SCENE_ROOMS, "Lessons", "Definitions", "Digits")


def main(arguments: Sequence[str]) -> None:
    """The page: one of its rooms, and in the sidebar what can be set in it.

    Args:
        arguments: what stands on the command line behind the app.
    """
    st.set_page_config("optviz", page_icon="🏁", layout="wide")
    tune_gc()
    st.html(f"<style>{COMPACT}</style>")
    if not admit():
        return
    bring_along(arguments)
    link.open_link()
    link.tell_problems()
    room = st.session_state.setdefault("room", ROOMS[0])
    top = st.sidebar.container()  # filled last where there is a race, so that the race goes first
    if room in SCENE_ROOMS:
        scene_room(room, top)
        return
    with top:
        ask_for_room()
    other_room(room)


def other_room(room: str) -> None:
    """A room without a scene of its own."""
    if room == "Lessons":
        from optviz.pages import lessons  # noqa: PLC0415

        asked = lessons.panel(link.address)
        link.offer(lessons.here)
        slow.wait(asked)
        return
    if room == "Definitions":
        from optviz.pages import definitions  # noqa: PLC0415

        definitions.panel(show_scene)
    else:
        from optviz.pages import digits  # noqa: PLC0415

        if done := digits.panel():
            offer_file("digits", done)
    link.offer(lambda: Link(room=room.lower()))


def bring_along(arguments: Sequence[str]) -> None:
    """The optimizers that the command line names, or a sentence on what is wrong with them."""
    for sentence in load_all_rules(arguments):
        st.warning(f"{plain(sentence)}. The page goes on without it.")


def scene_room(room: str, top: DeltaGenerator) -> None:
    """A scene's race, or what comes of many races in it, and the ways to change it.

    What the fields of the sidebar hold is in the session's state before they are drawn, so the race
    goes first: it is on its way to the browser while the fields are still made.
    """
    key = st.session_state.setdefault("scene", next(iter(CATALOG)))
    asked = []
    if room == ROOMS[0] and key in CATALOG:
        asked = slow.ask((key, place) for place in range(len(CATALOG[key].story)))
    with render_slot():
        scene, shown = draw_room(room, key, top)
    link.offer(lambda: link.current(key, scene, room))
    if shown:
        offer_file(*shown)  # its preview takes longer than all the rest
    with st.sidebar:
        slow.wait(asked)


def draw_room(room: str, key: str, top: DeltaGenerator) -> tuple[Scene, File | None]:
    """All that a click on anything needs: the scene, and what can become a file."""
    scene = formula.current() if key == formula.KEY else CATALOG[key]
    fill(key, scene)
    st.markdown(f"#### {'Your formula' if key == formula.KEY else scene.name}")
    with st.container(key="above"):  # always here, so that the player below stays mounted
        if key == formula.KEY:
            formula.ask()
        elif key in CLAIMS and room == ROOMS[0]:
            put_to_the_test(CLAIMS[key])
    shown = race_room(key, scene) if room == ROOMS[0] else many_races(room, key, scene)
    with top:
        ask_for_room()
    with st.sidebar:
        st.selectbox("Scene", [*CATALOG, formula.KEY], format_func=name_of, key="scene", **KEPT)
        sidebar(key, scene)
    return scene, shown


def name_of(key: str) -> str:
    """A scene's name in the list of scenes."""
    return "Your formula ..." if key == formula.KEY else label(key)


def race_room(key: str, scene: Scene) -> File:
    """The race and what there is to see in it, which can become a file."""
    shown = wished(key, scene)
    show(key, shown, scene)
    tell(key, shown)
    names = [entrant.name.lower() for entrant in shown.entrants]
    who = "-".join(names) if len(names) <= 3 else f"{len(names)}-optimizers"
    return f"{key}-{who}-{shown.steps}-steps", shown


def many_races(room: str, key: str, scene: Scene) -> File | None:
    """Sweeps or basin maps of the race as it is set, which can become files once they are whole."""
    from optviz.pages import basins, sweep  # noqa: PLC0415

    shown = wished(key, scene)
    if room == "Basins":
        found = basins.panel(key, shown, lambda what: take(key, what))
        return None if found is None else (f"{key}-basins", found)
    swept = sweep.panel(key, shown, lambda what: take(key, what))
    return None if swept is None else (f"{key}-{'-'.join(swept[0].swept)}", *swept)


def take(key: str, what: dict[str, Any]) -> None:
    """Bring what was clicked among many races into the sidebar's fields, and go to its race."""
    held = st.session_state
    for name, values in what.get("settings", {}).items():
        held.update({f"{key}/{name.lower()}/{each}": float(v) for each, v in values.items()})
    if "start" in what:
        held[f"{key}/x"], held[f"{key}/y"] = map(float, what["start"])
    held["room"] = ROOMS[0]


def ask_for_room() -> None:
    """What the page is about."""
    st.pills("Room", ROOMS, key="room", required=True, label_visibility="collapsed", **KEPT)


def show_scene(key: str) -> None:
    """Go to a scene's race."""
    st.session_state["room"] = ROOMS[0]
    st.session_state["scene"] = key


def put_to_the_test(claim: Claim) -> None:
    """What people say, and what came of measuring it."""
    verdict = " ".join(filter(None, [claim.verdict, claim.condition]))
    st.markdown(f"People say: *{claim.says}* Measured: **it {verdict}.**")


def wished(key: str, scene: Scene) -> Scene:
    """The scene as it is wished for, or the one before it and a sentence on what is wrong."""
    problem = st.container(key="problem")  # always here, so that the player below stays mounted
    try:
        whole("steps", st.session_state[f"{key}/steps"], 1, MAX_STEPS)
        follow(key, scene)
        wanted = chosen_preset(key, scene).changed(**wishes_for(key, scene))
        wanted.check()
        st.session_state["shown"] = key, wanted
        return wanted
    except ValueError as error:
        problem.warning(f"{plain(str(error))}. Until then the race stays as it was.")
        last, shown = st.session_state.get("shown", (None, scene))
        return shown if last == key else scene


def tell(key: str, scene: Scene) -> None:
    """What is worth remembering, and where it comes from."""
    if key in CLAIMS:
        st.markdown(CLAIMS[key].lesson)
        st.caption(f"The claim: {CLAIMS[key].source}.")
    st.caption(f"Settings: {plain(scene.source)}. Loss: {plain(scene.surface.source)}.")


def offer_file(name: str, subject: Any, *options: Any) -> None:
    """The panel in which what is shown becomes a file; arguments as in `export.panel`.

    matplotlib takes a second to import, so it waits until somebody opens the panel.
    """
    box = st.expander(
        "Export",
        key=f"export/{type(subject).__name__.lower()}/open",
        on_change="rerun",
        icon=":material/download:",
    )
    if not box.open:
        return
    from optviz.pages import export  # noqa: PLC0415

    tune_gc("export")
    with box:
        export.panel(name, subject, *options)


def show(key: str, scene: Scene, own: Scene) -> None:
    """Run the race and hand it to the player; `own` is the scene as nobody has changed it."""
    asked = chosen("player") or {}
    done = st.session_state["raced"] = scene.race(st.session_state.get("raced"))
    data = message(
        done,
        story=evaluate_story(scene.story, done, own.conditions, patient=False),
        camera=scene.camera,
        **link.player_begins(key, scene),
        link=link.of_race(key, own),
        known_surface=asked.get("surface"),
        serial=asked.get("serial", 0),
    )
    player(data, "player", on_start=lambda: take_start(key))


def take_start(key: str) -> None:
    """Bring the start that was clicked in the player into the sidebar's fields."""
    asked = chosen("player")
    if asked:
        st.session_state[f"{key}/x"], st.session_state[f"{key}/y"] = map(float, asked["start"])
