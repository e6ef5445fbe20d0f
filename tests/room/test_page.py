"""The page of phones as it is served, before any script of it runs."""

import re

from optviz.room.routes import PAGE, page_text
from optviz.web.colours import COLOURS


def colours(html: str) -> list[tuple[str, str]]:
    """What a page sets for the player, light before dark."""
    return re.findall(r"(--st-[a-z-]+|color-scheme): ([^;{]+);", html)


def test_phones_have_the_colours_of_pages_of_their_own() -> None:
    assert colours(page_text("")) == colours(COLOURS.read_text())
    assert len(colours(page_text(""))) > 10


def test_nothing_in_it_needs_a_policy_that_allows_more() -> None:
    html = PAGE.read_text()
    assert re.findall(r"<script[^>]*>", html) == [
        '<script type="module" src="{base}scripts/phone.js?v={version}">'
    ]
    assert not re.search(r"\son[a-z]+=|javascript:|https?:", html)
