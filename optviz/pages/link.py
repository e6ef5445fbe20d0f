"""The Link panel: the address of what is shown, to copy, with a code for phones."""

from collections.abc import Callable
from io import BytesIO

import segno
import streamlit as st

from optviz.spec.address import Place, write
from optviz.spec.race_spec import RaceSpec
from optviz.web.scripts import follower


def address(spec: RaceSpec | None, place: Place) -> str:
    """The address from here, whatever this page was opened with.

    Args:
        spec: what is raced; None where nothing is.
        place: where on the pages.
    """
    base = (st.context.url or "").partition("?")[0].partition("#")[0]
    query = write(spec, place)
    return f"{base}?{query}" if query else base


def offer(shown: Callable[[], str]) -> None:
    """The address of what is shown: in the browser's address bar, and to be sent to others.

    Args:
        shown: gives the address; "" where there is none.
    """
    here = shown()
    with st.container(key="address"):  # always here, so that what is below stays mounted
        if here:
            follow(here)
    box = st.expander("Link", key="link/open", on_change="rerun", icon=":material/link:")
    if not box.open:
        return
    with box:
        if here:
            panel(here)
        else:
            st.warning("What the fields hold cannot be raced. Until it can there is no link.")


def follow(here: str) -> None:
    """Let the browser's address bar say what is shown; without another run of the page."""
    st.html(follower(here.partition("?")[2]), unsafe_allow_javascript=True)


def panel(here: str) -> None:
    """The address to copy, and its code for phones."""
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
