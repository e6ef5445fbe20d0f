"""The whole site: all pages are there, links lead somewhere, other hosts are asked nothing."""

import fcntl
import os
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

import pytest
from PIL import Image

from optviz.lessons import LESSONS
from optviz.scenes.catalog import CATALOG
from optviz.site import build
from optviz.site.figures import figures
from optviz.site.guides import guide_names

APP, URL = "https://app.example/optviz", "https://pages.example/course"
MOST = 25_000_000  # bytes of the whole
MOST_LIVE = 400_000  # of a page with a race, and what it runs


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built once for all processes that run these tests."""
    root = tmp_path_factory.getbasetemp()
    shared = root.parent if "PYTEST_XDIST_WORKER" in os.environ else root
    folder = shared / "site" / "deep"
    with (shared / "site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "index.html").exists():
            shares = [share for _, share in build(folder, APP, URL)]
            assert shares == sorted(shares)
            assert shares[-1] == 1
    return folder


class Elements(HTMLParser):
    """The attributes of all elements, by their tags."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))

    def every(self, tag: str) -> list[dict[str, str]]:
        return [attributes for each, attributes in self.found if each == tag]


def pages(site: Path) -> dict[str, Elements]:
    own = [path for path in site.rglob("*.html") if "reference" not in path.parts]
    return {str(path.relative_to(site)): Elements(path.read_text("utf-8")) for path in own}


def test_every_scene_lesson_and_guide_has_its_page(site: Path) -> None:
    found = set(pages(site))
    assert {f"races/{key}.html" for key in CATALOG} <= found
    assert {f"lessons/{key}.html" for key in LESSONS} <= found
    assert {f"guides/{name}.html" for name in guide_names()} <= found
    assert {"index.html", "lessons.html", "definitions.html", "figures.html"} <= found
    assert (site / "reference" / "optviz.html").is_file()


def test_every_link_leads_to_a_file_and_every_part_comes_from_the_site(site: Path) -> None:
    for name, elements in pages(site).items():
        parts = [*(each["src"] for each in elements.every("script") if "src" in each)]
        parts += [each["src"] for each in elements.every("img")]
        parts += [each["srcset"] for each in elements.every("source")]
        parts += [e["href"] for e in elements.every("link") if e["rel"] == "stylesheet"]
        links = [each["href"] for each in elements.every("a")]
        for target in [*parts, *links]:
            address = urlsplit(target)
            if address.scheme:
                assert target in links, f"{name} loads {target}"
            elif address.path:
                path = (site / name).parent / unquote(address.path)
                assert path.is_file(), f"{name} leads to {target}"


def test_it_is_small(site: Path) -> None:
    assert sum(path.stat().st_size for path in site.rglob("*") if path.is_file()) <= MOST
    script = (site / "player.js").stat().st_size
    for key in CATALOG:
        assert (site / f"races/{key}.html").stat().st_size + script <= MOST_LIVE, key


def test_search_engines_and_previews_are_told_of_every_page(site: Path) -> None:
    found = pages(site)
    titles = []
    for name, elements in found.items():
        said = {each.get("name") or each.get("property"): each for each in elements.every("meta")}
        assert len(said["description"]["content"]) > 15, name
        assert said["og:url"]["content"] == f"{URL}/{name}"
        titles.append(said["og:title"]["content"])
        assert len(elements.every("h1")) == 1, name
    assert len(set(titles)) == len(titles)
    pictures = found["races/beale.html"].every("meta")
    assert {"property": "og:image", "content": f"{URL}/races/beale.png"} in pictures
    listed = ElementTree.parse(site / "sitemap.xml").getroot()
    assert {each[0].text for each in listed} == {f"{URL}/{name}" for name in found}


def test_without_scripts_a_race_has_its_picture_and_what_was_measured(site: Path) -> None:
    text = (site / "races/beale.html").read_text("utf-8")
    inside = text.split("data-optviz-place>")[1].split("</div>")[0]
    assert 'src="beale.png"' in inside
    assert "AdaGrad" in inside
    with Image.open(site / "races/beale.png") as picture:
        assert picture.size == (960, 600)


def test_every_figure_stands_above_its_command(site: Path) -> None:
    text = (site / "figures.html").read_text("utf-8")
    sources = re.findall(r'<figure><img src="([^"]+)"', text)
    assert len(sources) == len(figures())
    for path in (site / each for each in sources):
        if path.suffix == ".svg":
            assert ElementTree.parse(path).getroot().tag.endswith("svg")
        else:
            with Image.open(path) as picture:
                picture.verify()


def test_guides_show_what_their_code_made(site: Path) -> None:
    assert (site / "guides/python-1.png").is_file()
    assert "README" not in (site / "guides/python.html").read_text("utf-8").split("href=")[0]
