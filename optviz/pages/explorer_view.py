"""The explorer in Streamlit: bytes go to the browser, what was clicked comes back."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

BUILT = Path(__file__).parents[2] / "static" / "explorer.js"

# As with the player: the script itself is served once from the static folder.
LOADER = """
export default function (component) {{
  const address = new URL("app/static/explorer.js?v={version}", document.baseURI);
  import(address.href).then((explorer) => explorer.mount(component));
}}
"""


@st.cache_resource
def renderer() -> Callable[..., Any]:
    """The component, registered once for each version of the built script."""
    version = hashlib.sha256(BUILT.read_bytes()).hexdigest()[:12]
    return st.components.v2.component("optviz_explorer", js=LOADER.format(version=version))


def explorer(data: bytes, key: str, on_pick: Callable[[dict[str, Any]], None]) -> None:
    """Show a sweep, a heat map or basin maps.

    Args:
        data: a message of `payload`.
        key: names the explorer; while it stays, so does what the visitor set in it.
        on_pick: called with what was clicked: {"settings": {optimizer: {name: value}}} or
            {"start": [x, y]}.
    """

    def picked() -> None:
        state = st.session_state.get(key) or {}
        what = state.get("picked")
        if what:
            on_pick(what)

    renderer()(data=data, key=key, on_picked_change=picked)
