"""The page's state as a link, with a code for phones; and a link as the page's state."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from io import BytesIO
from typing import Any

import segno
import streamlit as st

from optviz.pages import formula, lessons
from optviz.pages.markdown import plain
from optviz.pages.settings import (
    chosen_preset,
    fill,
    front,
    hyper_parameters,
    own_settings,
    settings_in,
    wishes_for,
)
from optviz.scenes import PRESETS, Scene
from optviz.scenes.catalog import CATALOG
from optviz.spec.link import BEST, ROOMS, Link, Settings, read, write

OPENED = "link/opened"
PROBLEMS = "link/problems"
STEP, VIEWS = "link/step", "link/views"  # where the player begins, until another scene is chosen


def open_link() -> None:
    """On a visitor's first run: bring what the address says into the page's fields."""
    held = st.session_state
    if not held.get(OPENED):
        held[OPENED] = True
        query = {name: st.query_params.get_all(name) for name in st.query_params}
        link, problems = read(query)
        held[PROBLEMS] = problems + bring(link)


def tell_problems() -> None:
    """One line on what the address says that cannot be read."""
    problems = st.session_state.get(PROBLEMS)
    if problems:
        said = "; ".join(problems[:5]) + ("; and more" if len(problems) > 5 else "")
        st.warning(f"Of the link this could not be read: {plain(said)}. The rest was used.")


def bring(link: Link) -> list[str]:
    """Put everything that a link says into the page's fields.

    Returns:
        A sentence on everything that is not there.
    """
    held = st.session_state
    if link.room:
        held["room"] = link.room.capitalize()
    problems = []
    if link.lesson:
        problems = lessons.open_at(link)
        link = replace(link, t=None, view=())  # said of the lesson
    if replace(link, room="", lesson="", page=None) != Link():
        bring_scene(link)
    return problems


def bring_scene(link: Link) -> None:
    """What a link says of a race."""
    held = st.session_state
    if link.formula:
        limits = (*link.x, *link.y) if link.x and link.y else None
        held["scene"], held[formula.TEXT] = formula.KEY, link.formula
        formula.take(link.formula, limits)
    elif link.scene:
        held["scene"] = link.scene
    scene = link.own_scene()
    key = formula.KEY if link.formula else link.scene or next(iter(CATALOG))
    held["scene"] = key
    fill(key, scene)
    bring_conditions(key, link)
    bring_settings(key, scene, link)
    held[STEP], held[VIEWS] = (key, link.t), (key, link.view)


def bring_conditions(key: str, link: Link) -> None:
    """Start, steps, seed, minibatch size and the loss's own number."""
    held = st.session_state
    if link.start is not None:
        held[f"{key}/x"], held[f"{key}/y"] = link.start
    for name in ("steps", "seed", "batch", "parameter"):
        value = getattr(link, name)
        if value is not None:
            held[f"{key}/{name}"] = value


def bring_settings(key: str, scene: Scene, link: Link) -> None:
    """The preset, who races, and what differs from the preset."""
    held = st.session_state
    held[f"{key}/preset"] = link.preset or PRESETS[0]
    for name, value in (("rate", link.rate), ("objective", link.best), ("threshold", link.below)):
        if value not in (None, ""):
            held[f"{key}/{name}"] = value
    held[f"{key}/second"] = link.second
    if link.opt is not None:
        held[f"{key}/optimizers"] = [name for name in link.opt if name in front()]
        held[f"{key}/variants"] = [name for name in link.opt if name not in front()]
    if link.preset != BEST:
        held.update(hyper_parameters(key, chosen_preset(key, scene)))
    by_hand = {
        f"{key}/{name}/{each}": value
        for name, settings in (link.opt or {}).items()
        for each, value in settings.items()
    }
    held.update(by_hand)
    # What a link says itself does not follow the tuning.
    held[f"{key}/tuned"] = dict.fromkeys(by_hand)


def current(key: str, scene: Scene, room: str) -> Link:
    """What the page shows now.

    Args:
        key: of the scene.
        scene: as nobody has changed it.
        room: as the page calls it.

    Raises:
        ValueError: the fields hold something that cannot be raced.
    """
    held, wishes = st.session_state, wishes_for(key, scene)
    scene.changed(**wishes).check()
    own, preset = own_settings(key, scene), held[f"{key}/preset"]
    tuned = preset == BEST
    said: dict[str, Any] = {
        name: value
        for name, value in wishes.items()
        if name in {"steps", "seed", "batch", "parameter"}
        and value != own.get(f"{key}/{name}", value)
    }
    if wishes["start"] != scene.start:
        said["start"] = tuple(map(float, wishes["start"]))
    if key == formula.KEY:
        text, limits = held[f"{key}/shown"]
        said |= {"formula": text}
        if limits:
            said |= {"x": limits[:2], "y": limits[2:]}
    else:
        said["scene"] = key
    if preset != PRESETS[0]:
        said["preset"] = preset
    if preset == "rate":
        said["rate"] = held[f"{key}/rate"]
    if tuned:
        said |= {"best": held[f"{key}/objective"], "second": held[f"{key}/second"]}
        if said["best"] == "steps":
            said["below"] = held[f"{key}/threshold"]
    if room.lower() != ROOMS[0]:
        said["room"] = room.lower()
    return Link(**said, opt=differing(key, scene, settings_in(key, scene), own))


def differing(
    key: str, scene: Scene, settings: Settings, own: Mapping[str, Any]
) -> Settings | None:
    """Who races with what differs from the preset; None if that is just what the scene has.

    Args:
        key: of the scene.
        scene: as nobody has changed it.
        settings: of who races.
        own: what the fields hold as long as nobody has changed them.
    """
    preset = chosen_preset(key, scene)
    base = own if preset is scene else hyper_parameters(key, preset)
    found = {
        name: {each: v for each, v in values.items() if v != base[f"{key}/{name}/{each}"]}
        for name, values in settings.items()
    }
    usual = [*own[f"{key}/optimizers"], *own[f"{key}/variants"]]
    return None if list(found) == usual and not any(found.values()) else found


def of_race(key: str, scene: Scene) -> str:
    """The address of the race that the page shows; "" where it cannot be raced."""
    try:
        return address(current(key, scene, ROOMS[0]))
    except ValueError:
        return ""


def address(link: Link) -> str:
    """The link from here, whatever this page was opened with."""
    base = (st.context.url or "").partition("?")[0].partition("#")[0]
    query = write(link)
    return f"{base}?{query}" if query else base


def player_begins(key: str, scene: Scene) -> dict[str, Any]:
    """At which step and with which views the player begins, as `message` takes it."""
    at_key, at = st.session_state.get(STEP, ("", None))
    view_key, views = st.session_state.get(VIEWS, ("", ()))
    own = views if view_key == key and views else scene.views
    return {"views": own, "at": at if at_key == key else None}


def offer(shown: Callable[[], Link]) -> None:
    """The address of what is shown, for others, for who opens the box.

    Args:
        shown: gives the link; raises ValueError where there is none.
    """
    box = st.expander("Link", key="link/open", on_change="rerun", icon=":material/link:")
    if not box.open:
        return
    with box:
        try:
            panel(shown())
        except ValueError as error:
            st.warning(f"{plain(str(error))}. Until then there is no link.")


def panel(link: Link) -> None:
    """The address to copy, and its code for phones."""
    here = address(link)
    left, right = st.columns([3, 1], gap="medium", vertical_alignment="center")
    with left:
        st.code(here, language=None, wrap_lines=True)
        st.caption(
            "This link opens what you see now. The player's *Copy link* adds the step at which the "
            "race stands."
        )
    code = code_of(here)
    if code:
        right.image(code, width=200, alt="QR code of the link")
    else:
        right.caption("The link is too long for a QR code.")


@st.cache_data(max_entries=64, show_spinner=False)
def code_of(text: str) -> bytes | None:
    """A QR code as PNG, dark on white whatever the theme, so that every phone reads it."""
    file = BytesIO()
    try:
        segno.make(text, error="m", micro=False).save(file, kind="png", scale=8, border=3)
    except segno.DataOverflowError:
        return None
    return file.getvalue()
