"""Choosing a scene from small pictures, on every page that has one."""

from collections.abc import Callable
from functools import cache
from typing import Any

import streamlit as st

from optviz.pages import form
from optviz.pages.messages import complain, heard, said
from optviz.scenes.catalog import CATALOG
from optviz.scenes.gallery import GROUPS, about, title_of
from optviz.web.pictures import version
from optviz.web.scripts import loader

KEY = "gallery"
OWN = {
    form.FORMULA: "Any loss in x and y; type it.",
    form.DATA: "A table of yours, and a model of two weights; paste it.",
}


@st.cache_resource
def renderer() -> Callable[..., Any]:
    """The component, registered once for each version of the built script."""
    return st.components.v2.component("optviz_gallery", js=loader("gallery"))


def scene_gallery() -> None:
    """A button with a picture of the scene, which opens those of all."""
    data = {"groups": offered_groups(), "shown": form.scene_key(), "version": version()}
    renderer()(data=data, key=KEY, on_scene_change=take, width="content", height="content")


def take() -> None:
    """Show the scene that was chosen."""
    key = heard(KEY, "scene", anew=True).get("key")
    if key in CATALOG or key in OWN:
        form.show_scene(key)
    elif key is not None:
        complain(f"{KEY}: there is no {said(key)}")


@cache
def offered_groups() -> list[dict[str, Any]]:
    """The catalog as the gallery takes it, and what visitors bring."""
    groups: list[dict[str, Any]] = [
        {
            "title": group.title,
            "scenes": [
                {"key": key, "name": title_of(key), "about": about(key)} for key in group.scenes
            ],
        }
        for group in GROUPS
    ]
    own = [{"key": key, "name": form.scene_name(key), "about": about} for key, about in OWN.items()]
    first, *others = groups
    title = f"{first['title']}, and your own"
    return [{"title": title, "scenes": [*first["scenes"], *own]}, *others]
