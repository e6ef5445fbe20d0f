"""The page of a visitor: widgets in, player out. `optviz.app.script` runs it."""

from collections.abc import Sequence

import streamlit as st

from optviz.jobs.worker import prepare
from optviz.pages.contrast import CONTRAST
from optviz.pages.form import scene_key, scene_name
from optviz.pages.markdown import STYLE, plain
from optviz.pages.messages import complaints, restore_choices
from optviz.pages.opening import open_address, tell_problems
from optviz.pages.place import FIRST, PAGE
from optviz.pages.table import PAGES, Page
from optviz.server.capacity import admit
from optviz.server.memory import tune_gc
from optviz.user_files import load_all

COMPACT = """
[data-testid="stMainBlockContainer"] { padding: 0.7rem clamp(0.8rem, 3vw, 2.2rem) 3rem; }
[data-testid="stMainBlockContainer"] > [data-testid="stVerticalBlock"] { gap: 0.7rem; }
/* Streamlit's bar lies over the pages' names and has hardly anything in it. */
[data-testid="stHeader"] { background: none; }
[data-testid="stHeader"], [data-testid="stHeader"] * { pointer-events: none; }
[data-testid="stHeader"] :is(button, button *) { pointer-events: auto; }
.stApp:has([data-testid="stExpandSidebarButton"]) .st-key-pages { padding-left: 2.6rem; }
.st-key-pages [role="radiogroup"], .st-key-pages [data-testid="stButtonGroup"] > div {
  flex-wrap: nowrap; overflow-x: auto; scrollbar-width: none;
}
.st-key-pages button { flex: none; }
@media (pointer: coarse) { .st-key-pages button { min-height: 44px; } }
[data-testid="stSidebarHeader"] { height: 2rem; margin-bottom: 0; }
[data-testid="stMain"] h1 {
  padding: 0.4rem 0; font-size: 1.5rem; font-weight: 600; letter-spacing: normal;
}
[data-testid="stMain"] h2 { padding: .3rem 0; font-size: 1rem; font-weight: 600; letter-spacing: 0 }
[data-testid="stLayoutWrapper"]:is(:has(> .st-key-address), :has(> .st-key-opening):not(:has(h1))) {
  display: none; /* without a gap of its own */
}
.st-key-scene-head { gap: 0.5rem 0.8rem; }
/* What stands above the player, in so many pixels, so that its controls find room on the screen. */
[data-testid="stMain"]:has(.st-key-above p) { --above: 40px; }
[data-testid="stMain"]:has(.st-key-above input) { --above: 150px; }
"""


def main(arguments: Sequence[str]) -> None:
    """One of the pages, and in the sidebar what can be set in it.

    Args:
        arguments: what stands on the command line behind the app.
    """
    st.set_page_config("optviz", page_icon="🏁", layout="wide")
    tune_gc()
    prepare()
    st.html(f"<style>{COMPACT}{CONTRAST}{STYLE}</style>")
    if not admit():
        return
    load_files(arguments)
    if not open_address():
        return
    tell_problems()
    restore_choices(scene_key())
    tell_complaints()
    st.session_state.setdefault(PAGE, FIRST)
    page = st.container(key="pages").pills(
        "Page",
        list(PAGES),
        format_func=lambda key: PAGES[key].title,
        key=PAGE,
        required=True,
        label_visibility="collapsed",
        persist_state="session",
    )
    shown = PAGES[page or FIRST]
    st.set_page_config(title_of(shown))
    shown.show()


def title_of(page: Page) -> str:
    """What the browser calls the page: in its tab, its history, its bookmarks."""
    parts = [page.title, "optviz"]
    if page.of_scene:
        parts.insert(0, scene_name(scene_key()))
    return " - ".join(parts)


def tell_complaints() -> None:
    """One line on what the browser sent and cannot be used."""
    place = st.container(key="complaints")  # always here, so that the player below stays mounted
    problems = complaints()
    if problems:
        said = "; ".join(problems[:5]) + ("; and more" if len(problems) > 5 else "")
        place.warning(f"Of what the browser sent this cannot be used: {plain(said)}.")


def load_files(arguments: Sequence[str]) -> None:
    """What the command line names of optimizers and surfaces, or a sentence on what is wrong."""
    for sentence in load_all(arguments):
        st.warning(f"{plain(sentence)}. The page goes on without it.")
