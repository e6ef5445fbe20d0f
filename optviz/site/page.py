"""A page of the site: what it says of itself, its HTML, and the frame that all pages share."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from string import Template

from optviz.web.colours import colours

TEMPLATE = Path(__file__).with_name("page.html")
SECTIONS = {
    "index.html": "Races",
    "lessons.html": "Lessons",
    "definitions.html": "Definitions",
    "figures.html": "Figures",
    "guides.html": "Guides",
    "reference/optviz.html": "Reference",
}


@dataclass(frozen=True)
class Page:
    """A page.

    Attributes:
        path: in the site, as "races/beale.html".
        title: its heading.
        about: what it is, in a sentence, for search engines and the front page.
        body: its HTML.
        section: the path in `SECTIONS` that it belongs to.
        picture: path of its picture in the site; "" for none.
        group: under which heading its section lists it; "" where that does not.
        live: whether a race runs in it.
        words: what it is found by, beside its title and what it is about.
    """

    path: str
    title: str
    about: str
    body: str
    section: str
    picture: str = ""
    group: str = ""
    live: bool = False
    words: str = ""

    @property
    def root(self) -> str:
        """From the page's folder to the site's: "../" or nothing."""
        return "../" * self.path.count("/")


def document(page: Page, url: str, scripts: Sequence[str]) -> str:
    """The whole HTML of a page.

    Args:
        page: which.
        url: of the site, ending in "/", for search engines and previews; "" if it is not known.
        scripts: paths in the site of those that it runs.
    """
    return Template(TEMPLATE.read_text(encoding="utf-8")).substitute(
        title=escape(page.title),
        about=escape(page.about),
        colours=colours(),
        root=page.root,
        previews=previews(page, url),
        sections="\n".join(section_link(page, *each) for each in SECTIONS.items()),
        body=page.body,
        scripts="\n".join(f'<script defer src="{page.root}{each}"></script>' for each in scripts),
    )


def section_link(page: Page, path: str, name: str) -> str:
    """A link in the head of every page."""
    current = ' aria-current="true"' if page.section == path else ""
    return f'<a href="{page.root}{path}"{current}>{name}</a>'


def previews(page: Page, url: str) -> str:
    """What other sites show of a link to the page; its picture only where the address is known."""
    said = {"og:type": "website", "og:title": page.title, "og:description": page.about}
    lines = []
    if url:
        said["og:url"] = url + page.path
        lines.append(f'<link rel="canonical" href="{escape(url + page.path)}">')
    if url and page.picture:
        said["og:image"] = url + page.picture
        lines.append('<meta name="twitter:card" content="summary_large_image">')
    lines += [f'<meta property="{key}" content="{escape(v)}">' for key, v in said.items()]
    return "\n".join(lines)
