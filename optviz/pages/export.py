"""What is shown as a file: choose how, see a preview, make it, take it.

The file is made by a process of its own, on demand; `progress` shows how far it is.
"""

import hashlib
import pickle
import threading
from typing import Any

import streamlit as st

from optviz.export import FORMATS
from optviz.export.estimate import estimate
from optviz.export.export_job import Work
from optviz.export.formats import Order, formats_of, order_for
from optviz.export.formats import preview as picture
from optviz.export.options import What
from optviz.pictures import SIZES
from optviz.scenes import Scene
from optviz.studies.basins import Basins

SPEEDS = (5.0, 10.0, 25.0, 50.0, 100.0, 200.0)  # steps a second; Radford's pictures have 25
EXPORT_SIZES = {"usual": (800, 600), "small": (400, 300)} | SIZES
VIEWS = {"above": "From above", "space": "3-D"}
TURN = 90.0  # degrees
TICK = 0.3  # s between two looks at how far it is
KEPT: Any = {"persist_state": "session"}
drawing = threading.Lock()  # matplotlib is not made for several threads


def panel(name: str, what: What, wishes: dict[str, Any]) -> None:
    """The panel for a scene, a sweep or a basin map.

    Args:
        name: of the file, without its suffix.
        what: what the file is to show.
        wishes: for `order_for`, besides those that are asked for here.
    """
    left, right = st.columns([2, 3], gap="medium")
    with left:
        order, suffix = ask(what, wishes)
        size, seconds = estimate(order, suffix)
        use = FORMATS[suffix].use
        st.caption(f"{use[0].upper()}{use[1:]}. About {in_words(size)}, {max(1, seconds):.0f} s.")
        if order.turn and suffix != "mp4":
            lighter, _ = estimate(order, "mp4")
            st.caption(f"A turning camera moves every pixel: as MP4 about {in_words(lighter)}.")
        if st.button("Make the file"):  # no callback: it would make what was wished for before
            stop()
            st.session_state["export/work"] = Work(order, f"{name}.{suffix}")
        offer()
    right.image(preview(digest(order), order), width="stretch", alt=f"Preview of {name}")


def ask(what: What, given: dict[str, Any]) -> tuple[Order, str]:
    """What is wished for: an order and the suffix of its format."""
    formats, kind = formats_of(what), type(what).__name__.lower()
    suffix = st.selectbox(
        "Format",
        list(formats),
        format_func=lambda each: formats[each].name,
        key=f"export/{kind}/format",
        **KEPT,
    )
    chosen = formats[suffix]
    wishes = dict(given)
    if chosen.drawn:
        wishes |= ask_for_picture()
        if isinstance(what, Scene):
            wishes["views"] = ask_for_views(what)
    if chosen.moving and isinstance(what, Scene):
        wishes |= ask_for_film("space" in wishes["views"])
    elif chosen.moving:
        wishes["loop"] = ask_how_often(st)
    elif chosen.drawn and isinstance(what, Scene | Basins):
        steps = what.steps
        wishes["step"] = st.slider("Step", 0, steps, steps, key=f"export/{kind}/step")
    return order_for(what, **wishes), suffix


def ask_for_picture() -> dict[str, Any]:
    """Size and paper."""
    left, right = st.columns(2)
    size = left.selectbox(
        "Size",
        list(EXPORT_SIZES),
        format_func=lambda each: "{}, {} x {}".format(each, *EXPORT_SIZES[each]),
        key="export/size",
        **KEPT,
    )
    theme = right.selectbox("Paper", ["light", "dark"], key="export/theme", **KEPT)
    return {"size": EXPORT_SIZES[size], "theme": theme}


def ask_for_views(scene: Scene) -> tuple[str, ...]:
    """From above, in space, or both."""
    own = [view for view in VIEWS if view in scene.views] or ["above"]
    views = st.pills(
        "Views",
        list(VIEWS),
        format_func=lambda view: VIEWS[view],
        selection_mode="multi",
        default=own,
        key=f"export/{scene.name}/views",
        **KEPT,
    )
    return tuple(views or own)


def ask_how_often(place: Any) -> int:
    """How often a film plays, 0 for ever."""
    again = place.selectbox("Plays", ["for ever", "once"], key="export/loop", **KEPT)
    return 0 if again == "for ever" else 1


def ask_for_film(in_space: bool) -> dict[str, Any]:
    """Speed, repetition and the camera."""
    left, right = st.columns(2)
    speed = left.selectbox(
        "Speed",
        SPEEDS,
        index=SPEEDS.index(25.0),
        format_func=lambda each: f"{each:g} steps/s",
        key="export/speed",
        **KEPT,
    )
    loop = ask_how_often(right)
    turn = in_space and st.toggle("Turn the camera", key="export/turn", **KEPT)
    return {
        "speed": speed,
        "loop": loop,
        "turn": TURN if turn else 0.0,
    }


def stop() -> None:
    """Give up what is in the making."""
    work = st.session_state.pop("export/work", None)
    if work:
        work.stop()


def offer() -> None:
    """The file, or how far it is, or what went wrong."""
    work: Work | None = st.session_state.get("export/work")
    if work is None:
        return
    if work.running:
        st.fragment(progress, run_every=TICK)()
    elif work.data is not None:
        label = f"Save {work.name} ({in_words(len(work.data))})"
        st.download_button(label, work.data, work.name, on_click="ignore")
    elif work.problem:
        st.error(f"{work.problem}. Change the settings and try again.")


def progress() -> None:
    """How far the file is; runs by itself until there is nothing to wait for.

    A loop in the page's own run would leave on the page, until it ends, what no longer holds.
    """
    work: Work | None = st.session_state.get("export/work")
    if work is None or not work.running:
        st.rerun()
    words = "waiting for other exports" if work.waiting else work.name
    st.progress(work.share, words)
    st.button("Cancel", on_click=stop)


def digest(order: Order) -> str:
    """A name for what an order's picture shows."""
    return hashlib.sha256(pickle.dumps((order.composition, order.step))).hexdigest()


@st.cache_data(max_entries=32, show_spinner=False)
def preview(name: str, _order: Order) -> bytes:
    """The last step, or that of a still, as PNG; `name` tells one order from another."""
    with drawing:
        return picture(_order)


def in_words(size: float) -> str:
    """Bytes as people say them."""
    return f"{size / 1e6:.1f} MB" if size >= 1e6 else f"{max(1, round(size / 1000))} KB"
