"""The Link panel: the address of what is shown, to copy, with a code for phones."""

from collections.abc import Callable
from io import BytesIO
from urllib.parse import urlsplit

import segno
import streamlit as st

from optviz.pages.markdown import plain
from optviz.server.reach import ONLY_HERE, for_others, is_only_here
from optviz.server.site import site
from optviz.spec.address import Place, write
from optviz.spec.race_spec import RaceSpec
from optviz.web.scripts import follower

HOST = "link/others"  # whether links begin with the address by which others reach this machine
NO_RACE = "What the fields hold cannot be raced. Until it can there is no link."
NO_DATA = "Your data stay in this session: a link cannot carry them, so there is none."


def address(spec: RaceSpec | None, place: Place) -> str:
    """The address from here, whatever this page was opened with.

    Args:
        spec: what is raced; None where nothing is.
        place: where on the pages.
    """
    query = write(spec, place)
    return f"{base()}?{query}" if query else base()


def opened_at() -> str:
    """The address with which the page was opened, without what is shown."""
    return (st.context.url or "").partition("?")[0].partition("#")[0]


def base() -> str:
    """The address of the page without what is shown: as it was opened, or as others reach it."""
    own = opened_at()
    if st.session_state.get(HOST) and is_only_here(own):
        return for_others(own) or own
    return own


def choose_host() -> None:
    """Where the page was opened as `localhost`: whether its links are for others."""
    own = opened_at()
    if not is_only_here(own):
        return
    others = for_others(own)
    if others is None:
        st.caption(f"Links begin with {urlsplit(own).netloc}, which {ONLY_HERE}.")
        return
    st.toggle(
        f"Links for others in the network: {urlsplit(others).netloc}",
        key=HOST,
        persist_state="session",
        help=f"{urlsplit(own).netloc} {ONLY_HERE}. Others reach the page only if the server was "
        "started for them, as with --address 0.0.0.0, and the firewall lets them in.",
    )


def offer(
    shown: Callable[[], str],
    on_site: Callable[[], str] | None = None,
    *,
    asks_host: bool = True,
    private: bool = False,
) -> None:
    """The address of what is shown: in the browser's address bar, and to be sent to others.

    Args:
        shown: gives the address; "" where there is none.
        on_site: gives where a site shows the same, or raises a ValueError; None where no site does.
        private: whether what is shown has no address because it is the visitor's own.
        asks_host: whether the panel has `choose_host`, which a page can have only once.
    """
    here = shown()
    with st.container(key="address"):  # always here, so that what is below stays mounted
        if here:
            follow(here)
        elif private:
            follow(base())  # a reload does not lead back to it, nor to what was shown before
    box = st.expander("Link", key="link/open", on_change="rerun", icon=":material/link:")
    if not box.open:
        return
    with box:
        if here:
            panel(here, asks_host)
            if on_site is not None:
                lead_to_site(on_site)
        else:
            st.warning(NO_DATA if private else NO_RACE)


def follow(here: str) -> None:
    """Let the browser's address bar say what is shown; without another run of the page."""
    st.html(follower(here.partition("?")[2]), unsafe_allow_javascript=True)


def panel(here: str, asks_host: bool) -> None:
    """The address to copy, and its code for phones."""
    left, right = st.columns([3, 1], gap="medium", vertical_alignment="center")
    with left:
        if asks_host:
            choose_host()
        st.code(here, language=None, wrap_lines=True)
        st.caption(
            "This link opens what you see now. The player's *Copy link* adds the step at which the "
            "race stands."
        )
    if is_only_here(here):
        right.caption(f"No QR code: this address {ONLY_HERE}.")
        return
    code = code_of(here)
    if code:
        right.image(code, width=200, alt="QR code of the link")
    else:
        right.caption("The link is too long for a QR code.")


def lead_to_site(on_site: Callable[[], str]) -> None:
    """A link to the site, if there is one; or why that does not show the same."""
    try:
        address = site()
        there = on_site() if address else ""
    except ValueError as error:
        st.caption(f"Not on the site: {plain(str(error))}.")
        return
    if address:
        st.link_button("Open it on the site", address + there, icon=":material/public:")


@st.cache_data(max_entries=64, show_spinner=False)
def code_of(text: str) -> bytes | None:
    """A QR code as PNG, dark on white whatever the theme, so that every phone reads it."""
    file = BytesIO()
    try:
        segno.make(text, error="m", micro=False).save(file, kind="png", scale=8, border=3)
    except segno.DataOverflowError:
        return None
    return file.getvalue()
