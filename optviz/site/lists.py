"""The pages that lead to others: the front page, lessons, guides."""

from collections.abc import Sequence
from html import escape

from optviz.site.page import Page

FRONT = (
    "SGD, Momentum, NAG, AdaGrad, AdaDelta, RMSProp and Adam race over the same loss, from the "
    "same start, computed exactly in this page. Open a race, drag its start or a learning rate, "
    "and see what changes, step by step."
)
OWN = "The loss can be a formula of your own in the app"
FIND = """<form class="find" role="search" hidden>
<label for="find">Find a race, a lesson or a guide</label>
<input id="find" type="search" autocomplete="off">
<span role="status"></span>
</form>"""


def front_page(pages: Sequence[Page], app: str) -> Page:
    """All races as cards, and, to be found by their words, all other pages."""
    races = [page for page in pages if page.section == "index.html"]
    others = [page for page in pages if page.section != "index.html"]
    own = f'{OWN}: <a href="{escape(app)}">open it</a>.' if app else f"{OWN}."
    return Page(
        path="index.html",
        title="How optimizers move",
        about="Races of SGD, Momentum, NAG, AdaGrad, AdaDelta, RMSProp and Adam over loss "
        "surfaces: exact, live in the browser, every number open.",
        body="\n".join(
            [
                "<h1>How optimizers move</h1>",
                f'<p class="lead">{FRONT}</p>',
                FIND,
                groups(races, "index.html"),
                groups(others, "index.html", found=True),
                f"<p>{own}</p>",
            ]
        ),
        section="index.html",
        picture="races/beale.png",
    )


def list_page(path: str, title: str, about: str, pages: Sequence[Page]) -> Page:
    """The pages of a section as cards."""
    own = [page for page in pages if page.section == path]
    body = f'<h1>{escape(title)}</h1>\n<p class="lead">{escape(about)}</p>\n{groups(own, path)}'
    return Page(path=path, title=title, about=about, body=body, section=path)


def groups(pages: Sequence[Page], path: str, found: bool = False) -> str:
    """Cards under the headings of their groups.

    Args:
        pages: what they lead to.
        path: of the page that they stand on.
        found: whether they are hidden until something is looked for.
    """
    hidden = " data-found hidden" if found else ""
    names = list(dict.fromkeys(page.group for page in pages if page.group))
    alone = len(names) == 1 and not found
    parts = []
    for name in names:
        cards = "\n".join(card(page, path) for page in pages if page.group == name)
        heading = "" if alone else f"<h2>{escape(name)}</h2>\n"
        parts.append(f'<section{hidden}>\n{heading}<ul class="cards">\n{cards}\n</ul>\n</section>')
    return "\n".join(parts)


def card(page: Page, path: str) -> str:
    """A link to a page, with its small picture, its title and a sentence."""
    root = "../" * path.count("/")
    image = picture(page, root)
    words = escape(f"{page.title} {page.about} {page.words}".lower())
    return (
        f'<li data-words="{words}"><a href="{root}{page.path}">{image}'
        f"<strong>{escape(page.title)}</strong><span>{escape(page.about)}</span></a></li>"
    )


def picture(page: Page, root: str) -> str:
    """The small picture of a race, light and dark; else the page's own, or none."""
    if page.path.startswith("races/"):
        small = f"{root}thumbnails/{page.path.removeprefix('races/').removesuffix('.html')}"
        return (
            f'<picture><source media="(prefers-color-scheme: dark)" srcset="{small}-dark.webp">'
            f'<img src="{small}-light.webp" alt="" width="240" height="160" loading="lazy">'
            "</picture>"
        )
    if not page.picture:
        return ""
    return f'<img src="{root}{page.picture}" alt="" width="480" height="320" loading="lazy">'
