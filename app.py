"""optviz in the browser: widgets in, player out. Start it with `streamlit run app.py`."""

import gc
from dataclasses import fields
from typing import Any

import numpy as np
import streamlit as st

from optviz.optimizers import OPTIMIZERS
from optviz.player.component import MAX_STEPS, chosen, player
from optviz.player.payload import message
from optviz.race import whole
from optviz.scenes import SCENES, Scene
from optviz.style import SYMBOLS

LEARNING_RATES = [
    float(f"{digit}e{power}") for power in range(-5, 2) for digit in (1, 1.5, 2, 3, 5, 7)
]
KEPT: Any = {"persist_state": "session"}  # what was set stays set while another scene is shown
NUMBER: Any = KEPT | {"value": None}  # a field may be empty; then a sentence says what is missing
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
    for field, value in own_settings(key, scene).items():
        st.session_state.setdefault(field, value)
    st.markdown(f"#### {scene.name}")
    shown = stage(key, scene)
    tell(scene)
    with st.sidebar:
        st.selectbox("Scene", list(SCENES), format_func=lambda each: SCENES[each].name, key="scene")
        ask_for_conditions(key, scene)
        ask_for_optimizers(key)
    offer_file(key, shown)  # its preview takes longer than all the rest


def stage(key: str, scene: Scene) -> Scene:
    """The race as it is wished for, or the one before it and a sentence on what is wrong.

    Returns:
        The scene that is shown.
    """
    wishes = wishes_for(key, scene)
    problem = st.container(key="problem")  # always here, so that the player below stays mounted
    try:
        whole("steps", wishes["steps"], 1, MAX_STEPS)
        wished = scene.changed(**wishes)
        show(key, wished)
        st.session_state["shown"] = key, wishes
        return wished
    except ValueError as error:
        problem.warning(f"{error}. Until then the race stays as it was.")
        shown, wishes = st.session_state.get("shown", (None, {}))
        before = scene.changed(**wishes) if shown == key else scene
        show(key, before)
        return before


def tell(scene: Scene) -> None:
    """What there is to see, and where it comes from."""
    st.markdown("With the scene's own settings:")
    st.markdown("\n".join(f"- {sentence}" for sentence in scene.story))
    st.caption(f"Settings: {scene.source}. Loss: {scene.surface.source}.")


def offer_file(key: str, scene: Scene) -> None:
    """The panel in which the race becomes a file.

    matplotlib takes a second to import, so it waits until somebody opens the panel.
    """
    box = st.expander("Export", key="export/open", on_change="rerun", icon=":material/download:")
    if not box.open:
        return
    from optviz.panels import export  # noqa: PLC0415

    with box:
        export.panel(key, scene)


@st.cache_resource
def settle() -> None:
    """Once, after the imports: spare later garbage collections what never becomes garbage."""
    gc.collect()
    gc.freeze()


def show(key: str, scene: Scene) -> None:
    """Run the race and hand it to the player."""
    asked = chosen("player") or {}
    data = message(
        scene.race(),
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


def own_settings(key: str, scene: Scene) -> dict[str, Any]:
    """What the sidebar's fields hold as long as nobody has changed them, by the fields' keys."""
    own = {type(entry.optimizer): entry.optimizer for entry in scene.entries}
    own_fields: dict[str, Any] = {
        f"{key}/x": scene.start[0],
        f"{key}/y": scene.start[1],
        f"{key}/steps": scene.steps,
        f"{key}/seed": scene.seed,
        f"{key}/optimizers": [name for name, kind in OPTIMIZERS.items() if kind in own],
    }
    if scene.surface.minibatches:
        own_fields[f"{key}/batch"] = scene.surface.minibatches.size
    for name, kind in OPTIMIZERS.items():
        optimizer = own.get(kind) or kind()
        own_fields |= {
            f"{key}/{name}/{each}": value for each, value in optimizer.settings().items()
        }
    return own_fields


def wishes_for(key: str, scene: Scene) -> dict[str, Any]:
    """What the sidebar's fields hold, as `Scene.changed` takes it."""
    held = st.session_state
    return {
        "settings": {
            name: {each.name: held[f"{key}/{name}/{each.name}"] for each in fields(kind)}
            for name, kind in OPTIMIZERS.items()
            if name in held[f"{key}/optimizers"]
        },
        "start": (held[f"{key}/x"], held[f"{key}/y"]),
        "steps": held[f"{key}/steps"],
        "seed": held[f"{key}/seed"],
        "batch": held[f"{key}/batch"] if scene.surface.minibatches else None,
    }


def ask_for_conditions(key: str, scene: Scene) -> None:
    """Start, steps and, where there are minibatches, their size and seed."""
    left, right = st.columns(2)
    x, y = scene.surface.axes
    left.number_input(f"Start {x}", format="%g", key=f"{key}/x", **NUMBER)
    right.number_input(f"Start {y}", format="%g", key=f"{key}/y", **NUMBER)
    left, right = st.columns(2, vertical_alignment="bottom")  # below the start, on a phone too
    left.number_input("Steps", step=1, key=f"{key}/steps", help=f"1 to {MAX_STEPS:,}", **NUMBER)
    right.button(
        "Reset",
        help="Back to the scene's own settings",
        on_click=st.session_state.update,
        args=[own_settings(key, scene)],
    )
    if scene.surface.minibatches:
        left, right = st.columns(2)
        left.number_input("Minibatch size", step=1, key=f"{key}/batch", **NUMBER)
        right.number_input("Seed", step=1, key=f"{key}/seed", **NUMBER)


def ask_for_optimizers(key: str) -> None:
    """Who races, and everyone's hyper-parameters."""
    names = st.pills(
        "Optimizers",
        list(OPTIMIZERS),
        format_func=lambda name: OPTIMIZERS[name].__name__,
        selection_mode="multi",
        key=f"{key}/optimizers",
        **KEPT,
    )
    for name in OPTIMIZERS:
        if name in names:
            ask_for_settings(key, name)


def ask_for_settings(key: str, name: str) -> None:
    """One optimizer's hyper-parameters: a field for each, and a slider for the learning rate.

    Only an open box has its fields: each of them would cost every click a millisecond.
    """
    box = st.expander(OPTIMIZERS[name].__name__, key=f"{key}/{name}/open", on_change="rerun")
    if not box.open:
        return
    with box:
        for parameter in fields(OPTIMIZERS[name]):
            field = f"{key}/{name}/{parameter.name}"
            st.number_input(
                SYMBOLS.get(parameter.name, parameter.name),
                step=(st.session_state[field] or 0.1) / 10,
                format="%g",
                key=field,
                **NUMBER,
            )
            if parameter.name == "lr":
                drag_learning_rate(field)


def drag_learning_rate(field: str) -> None:
    """A slider over seven powers of ten that moves the number field and is moved by it."""
    slider = f"{field}/slider"
    value = st.session_state[field]
    if value is not None and value > 0:
        distance = np.abs(np.log(np.array(LEARNING_RATES) / value))
        st.session_state[slider] = LEARNING_RATES[int(distance.argmin())]

    def moved() -> None:
        st.session_state[field] = st.session_state[slider]

    st.select_slider(
        "learning rate",
        LEARNING_RATES,
        key=slider,
        format_func=lambda rate: f"{rate:g}",
        on_change=moved,
        label_visibility="collapsed",
    )


if __name__ == "__main__":
    main()
