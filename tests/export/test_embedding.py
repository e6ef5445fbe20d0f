"""What is copied into other pages."""

from html.parser import HTMLParser
from urllib.parse import unquote

import pytest

from optviz.export.embedding import element, frame

FILE = 'my race & "co" #1?.html'
TITLE = """Beale's "valley" </iframe><script>alert(1)</script>"""


class Tags(HTMLParser):
    """Every tag that opens, with its attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


@pytest.mark.parametrize("make", [frame, element])
def test_names_and_titles_are_text(make: object) -> None:
    assert callable(make)
    tags = Tags(make(FILE, TITLE)).found
    assert [name for name, _ in tags] == (
        ["iframe"] if make is frame else ["script", "optviz-race"]
    )
    attributes = tags[-1][1]
    assert attributes["title"] == TITLE
    assert unquote((attributes["src"] or "").partition("#")[0]) == FILE


def test_a_frame_is_sandboxed_and_made_for_it() -> None:
    ((_, attributes),) = Tags(frame("beale.html", "Race")).found
    assert attributes["src"] == "beale.html#embed"
    assert attributes["sandbox"] == "allow-scripts"
