"""A race as one HTML file that opens anywhere, without a server and without a network.

It holds the player, the race and the words beside it. Its Content-Security-Policy lets nothing run
but the player, and no request be made. Text from outside is text in it, never markup.
`web/player/opening.js` has what the page's address can say in place of what is said here.
"""

import base64
import gzip
import hashlib
import json
from collections.abc import Iterable
from html import escape
from pathlib import Path
from string import Template

from optviz.web.colours import AUTO, colours
from optviz.web.scripts import SCRIPTS

MADE = "Made with optviz. This file is complete: it needs no network."
PACKED = "application/gzip;base64"
TEMPLATE = Path(__file__).with_name("page.html")


def page(
    data: bytes,
    *,
    title: str,
    about: Iterable[tuple[str, str]] = (),
    made: str = MADE,
    theme: str = AUTO,
    step: int | None = None,
    speed: float | None = None,
    chart: str = "",
    packed: bool = False,
) -> str:
    """The whole player with one race, as an HTML document; write it as UTF-8.

    Args:
        data: a `payload.message` that has its surface.
        title: heads the page; "" for no heading.
        about: what to say of the race, as (term, text); `export.settings.about` has the settings.
        made: the last line.
        theme: "light", "dark" or "auto": as the page around it in a frame, else as the system.
        step: at which it stands; None to let it play.
        speed: steps a second; None for the player's own.
        chart: "loss", "accuracy", "cost", "none", or "" for the first that there is.
        packed: whether the script is compressed as well, which takes 120 KB less and a moment more.

    Returns:
        The document. A message with `whole=False` makes it smaller: seven optimizers on Beale's
        function some 340 KB, and 20 bytes more for each step of a run whose points are kept.

    Raises:
        ValueError: the message leaves out its surface, which cannot be sent later.
    """
    if surface_of(data) is None:
        raise ValueError("the message leaves its surface out: make it without known_surface")
    opening = {"theme": theme, "step": step, "speed": speed, "chart": chart}
    script = SCRIPTS["page"].read_text(encoding="utf-8")
    tags, hashes = inline(script), [hash_of(script)]
    if packed:
        loader = SCRIPTS["unpack"].read_text(encoding="utf-8")
        held = f'<script type="{PACKED}" data-optviz-script>{pack(script.encode())}</script>'
        tags, hashes = held + inline(loader), [*hashes, hash_of(loader)]
    return Template(TEMPLATE.read_text(encoding="utf-8")).substitute(
        title=escape(title) or "optviz",
        heading=f"<h1>{escape(title)}</h1>" if title else "",
        about=definitions(about),
        made=escape(made),
        colours=colours(theme),
        opening=escape(json.dumps(opening)),
        race=race_element(data),
        scripts=tags,
        hashes=" ".join(f"'{each}'" for each in hashes),
    )


def race_element(data: bytes) -> str:
    """The element that holds a race, or a slide's, for the script of a page of its own.

    Args:
        data: a `payload.message`.
    """
    return f'<script type="{PACKED}" data-optviz-race>{pack(data)}</script>'


def inline(script: str) -> str:
    """A script in a document."""
    return f'<script type="module">{script}</script>'


def pack(data: bytes) -> str:
    """Bytes as the type `PACKED`."""
    return base64.b64encode(gzip.compress(data, 9, mtime=0)).decode()


def surface_of(data: bytes) -> object:
    """What the header of a message says about the surface; None where it was left out."""
    length = int.from_bytes(data[:4], "little")
    return json.loads(data[4 : 4 + length])["surface"]


def definitions(about: Iterable[tuple[str, str]]) -> str:
    """Terms and texts as a description list; nothing, if there are none."""
    lines = [f"<dt>{escape(term)}</dt><dd>{escape(text)}</dd>" for term, text in about]
    return "\n".join(["<dl>", *lines, "</dl>"]) if lines else ""


def hash_of(script: str) -> str:
    """A script as a Content-Security-Policy names it."""
    return f"sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}"
