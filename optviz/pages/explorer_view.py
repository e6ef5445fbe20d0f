"""The explorer in Streamlit: bytes go to the browser, what was clicked comes back."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from optviz.pages.messages import heard
from optviz.web.scripts import loader


@st.cache_resource
def renderer() -> Callable[..., Any]:
    """The component, registered once for each version of the built script."""
    return st.components.v2.component("optviz_explorer", js=loader("explorer"))


def explorer(
    data: bytes,
    key: str,
    on_pick: Callable[[dict[str, Any]], None],
    on_tell: Callable[[dict[str, Any]], None] | None = None,
) -> None:
    """Show a sweep, a heat map or basin maps.

    Args:
        data: a message of `payload`.
        key: names the explorer; while it stays, so does what the visitor set in it.
        on_pick: called with what was clicked: {"settings": {optimizer: {name: value}}} or
            {"start": (x, y)}.
        on_tell: called with settings that were changed in it, as {"settings": ...}, where the
            browser computes it: the page shows them already.
    """

    def picked() -> None:
        if what := heard(key, "picked", anew=True):
            on_pick(what)

    def told() -> None:
        if on_tell and (what := heard(key, "told", anew=True)):
            on_tell(what)

    renderer()(data=data, key=key, on_picked_change=picked, on_told_change=told)
