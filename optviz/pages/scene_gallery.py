"""Choosing a scene from small pictures, on every page that has one."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import streamlit as st

from optviz.pages import form
from optviz.pages.messages import complain, heard, said
from optviz.scenes.catalog import CATALOG
from optviz.scenes.gallery import GROUPS, about, title_of
from optviz.user_surfaces import loaded_scenes
from optviz.web.pictures import version
from optviz.web.scripts import loader

KEY = "gallery"
# What visitors bring: what it is, and what stands in the place of its picture.
OWN = {
    form.FORMULA: ("Any loss in x and y; type it.", "f(x, y)"),
    form.DATA: (
        "A table of yours, and a model of two weights; paste it.",
        "x, y, \N{HORIZONTAL ELLIPSIS}",
    ),
}


@st.cache_resource
def renderer() -> Callable[..., Any]:
    """The component, registered once for each version of the built script."""
    return st.components.v2.component("optviz_gallery", js=loader("gallery"))


def scene_gallery() -> None:
    """A button with a picture of the scene, which opens those of all."""
    data = {
        "groups": offered_groups(tuple(loaded_scenes())),
        "shown": form.scene_key(),
        "version": version(),
    }
    renderer()(data=data, key=KEY, on_scene_change=take, width="content", height="content")


def take() -> None:
    """Show the scene that was chosen."""
    key = heard(KEY, "scene", anew=True).get("key")
    if key in CATALOG or key in OWN:
        form.show_scene(key)
    elif key is not None:
        complain(f"{KEY}: there is no {said(key)}")


@lru_cache(maxsize=4)
def offered_groups(of_files: tuple[str, ...]) -> list[dict[str, Any]]:
    """The catalog as the gallery takes it, what visitors bring, and the scenes of users' files."""
    groups: list[dict[str, Any]] = [
        {
            "title": group.title,
            "scenes": [
                {"key": key, "name": title_of(key), "about": about(key)} for key in group.scenes
            ],
        }
        for group in GROUPS
    ]
    told = OWN | {key: (f"From {CATALOG[key].source}.", key) for key in of_files}
    own = [
        {"key": key, "name": form.scene_name(key), "about": about, "mark": mark}
        for key, (about, mark) in told.items()
    ]
    first, *others = groups
    title = f"{first['title']}, and your own"
    return [{"title": title, "scenes": [*first["scenes"], *own]}, *others]
