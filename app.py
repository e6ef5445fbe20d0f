"""optviz in the browser: widgets in, player out. Start it with `streamlit run app.py`."""

import gc
from collections.abc import Callable

import streamlit as st

from optviz.findings import told
from optviz.panels.settings import chosen_preset, fill, sidebar, wishes_for
from optviz.player.component import MAX_STEPS, chosen, player
from optviz.player.payload import message
from optviz.race import whole
from optviz.scenes import SCENES, Scene

COMPACT = """
[data-testid="stMainBlockContainer"] { padding: 2.6rem clamp(0.8rem, 3vw, 2.2rem) 3rem; }
@media (max-width: 640px) {
  [data-testid="stMainBlockContainer"] { padding-top: 3.6rem; }
}
[data-testid="stSidebarHeader"] { height: 2rem; margin-bottom: 0; }
"""


def main() -> None:
    """The page: settings in the sidebar, the race beside them, its story below.

    What the fields of the sidebar hold is in the session's state before they are drawn, so the race
    goes first: it is on its way to the browser while the fields are still made.
    """
    st.set_page_config("optviz", page_icon="🏁", layout="wide")
    settle()
    st.html(f"<style>{COMPACT}</style>")
    key = st.session_state.setdefault("scene", next(iter(SCENES)))
    scene = SCENES[key]
    fill(key, scene)
    st.markdown(f"#### {scene.name}")
    shown = stage(key, scene)
    tell(shown)
    watch = offer_file(key, shown)
    with st.sidebar:
        st.selectbox("Scene", list(SCENES), format_func=lambda each: SCENES[each].name, key="scene")
        sidebar(key, scene)
    watch()


def stage(key: str, scene: Scene) -> Scene:
    """The race as it is wished for, or the one before it and a sentence on what is wrong.

    Returns:
        The scene that is shown.
    """
    wishes = wishes_for(key, scene)
    problem = st.container(key="problem")  # always here, so that the player below stays mounted
    try:
        whole("steps", wishes["steps"], 1, MAX_STEPS)
        wished = chosen_preset(key, scene).changed(**wishes)
        show(key, wished)
        st.session_state["shown"] = key, wished
        return wished
    except ValueError as error:
        problem.warning(f"{error}. Until then the race stays as it was.")
        last, shown = st.session_state.get("shown", (None, scene))
        before: Scene = shown if last == key else scene
        show(key, before)
        return before


def tell(scene: Scene) -> None:
    """Where it comes from."""
    st.caption(f"Settings: {scene.source}. Loss: {scene.surface.source}.")


def offer_file(key: str, scene: Scene) -> Callable[[], None]:
    """The panel in which the race becomes a file; returns what follows the work, to be called last.

    matplotlib takes a second to import, so it waits until somebody opens the panel.
    """
    box = st.expander("Export", key="export/open", on_change="rerun", icon=":material/download:")
    if not box.open:
        return lambda: None
    from optviz.panels import export  # noqa: PLC0415

    with box:
        place = export.panel(key, scene)
    return lambda: export.watch(place)


@st.cache_resource
def settle() -> None:
    """Once, after the imports: spare later garbage collections what never becomes garbage."""
    gc.collect()
    gc.freeze()


def show(key: str, scene: Scene) -> None:
    """Run the race and hand it to the player."""
    asked = chosen("player") or {}
    done = scene.race()
    data = message(
        done,
        story=told(scene.story, done, SCENES[key].conditions),
        origins=[entry.origin for entry in scene.entries],
        camera=scene.camera,
        views=scene.views,
        known_surface=asked.get("surface"),
        serial=asked.get("serial", 0),
    )
    player(data, "player", on_start=lambda: take_start(key))


def take_start(key: str) -> None:
    """Bring the start that was clicked in the player into the sidebar's fields."""
    asked = chosen("player")
    if asked:
        st.session_state[f"{key}/x"], st.session_state[f"{key}/y"] = map(float, asked["start"])


if __name__ == "__main__":
    main()
