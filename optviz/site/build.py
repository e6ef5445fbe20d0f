"""The building of the site: what there is to make, in which order, and where it is written."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from shutil import copyfile

from optviz.lessons import LESSONS
from optviz.scenes.catalog import CATALOG
from optviz.site.definitions import definitions_page
from optviz.site.figures import figure, figures, figures_page
from optviz.site.guides import guide_names, guide_page
from optviz.site.lessons import lesson_page
from optviz.site.lists import front_page, list_page
from optviz.site.page import Page, document
from optviz.site.races import race_page
from optviz.site.reference import reference
from optviz.web.pictures import THUMBNAILS
from optviz.web.scripts import SCRIPTS

STYLE = Path(__file__).with_name("site.css")
PLAYER, SEARCH = "player.js", "search.js"
LISTS = {
    "lessons.html": (
        "Lessons",
        "Each is a few slides with a race: predict first, then watch what was measured.",
    ),
    "guides.html": ("Guides", "How to use optviz, in the app, from Python and from a shell."),
}

Task = Callable[[], Page | str | None]


def build(folder: Path, app: str = "", url: str = "") -> Iterator[tuple[str, float]]:
    """Write the site.

    Args:
        folder: where to; it is made if it is not there, and files of the same names are replaced.
        app: the address of a running app, for links that go on there; "" for none.
        url: where the site will be, for search engines and previews; "" if it is not known.

    Returns:
        An iterator that does the work: what was made, and which share of all is done, 0 to 1.

    Raises:
        RuntimeError: a figure's command or a guide's code failed.
        OSError: the folder cannot be written.
    """
    app, address = (each.rstrip("/") + "/" if each else "" for each in (app, url))
    tasks = list(work(folder, app))
    pages: list[Page] = []
    made: list[str] = []
    for number, (name, task) in enumerate(tasks):
        found = task()
        if isinstance(found, Page):
            pages.append(found)
        elif found is not None:
            made.append(found)
        yield name, (number + 1) / (len(tasks) + 1)
    pages.append(figures_page(made))
    pages += [front_page(pages, app), *(list_page(path, *LISTS[path], pages) for path in LISTS)]
    for page in pages:
        write_page(page, folder, address)
    if address:
        write_map(pages, folder, address)
    yield f"{len(pages)} pages", 1.0


def work(folder: Path, app: str) -> Iterator[tuple[str, Task]]:
    """What there is to make, under a name each."""
    for each in ("races", "lessons", "figures", "thumbnails"):
        (folder / each).mkdir(parents=True, exist_ok=True)
    yield "scripts and styles", partial(copy_parts, folder)
    for key in CATALOG:
        yield f"race {key}", partial(race_page, key, folder, app)
    for key in LESSONS:
        yield f"lesson {key}", partial(lesson_page, key, folder, app)
    yield "definitions", definitions_page
    for number, listed in enumerate(figures()):
        yield listed["title"], partial(figure, number, folder)
    for name in guide_names():
        yield f"guide {name}", partial(guide_page, name, folder)
    yield "reference", partial(reference, folder)


def copy_parts(folder: Path) -> None:
    """What all pages share: scripts, the style, small pictures."""
    copyfile(SCRIPTS["page"], folder / PLAYER)
    copyfile(SCRIPTS["search"], folder / SEARCH)
    copyfile(STYLE, folder / "site.css")
    for path in THUMBNAILS.values():
        copyfile(path, folder / "thumbnails" / path.name)


def write_page(page: Page, folder: Path, url: str) -> None:
    """One page, with the scripts that it runs."""
    scripts = [PLAYER] if page.live else []
    if page.path == "index.html":
        scripts.append(SEARCH)
    path = folder / page.path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(document(page, url, scripts), encoding="utf-8")


def write_map(pages: list[Page], folder: Path, url: str) -> None:
    """The list of all pages that search engines read."""
    lines = "\n".join(f"<url><loc>{url}{page.path}</loc></url>" for page in pages)
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    text = f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{space}">\n{lines}\n</urlset>\n'
    (folder / "sitemap.xml").write_text(text, encoding="utf-8")
