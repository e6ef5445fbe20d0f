"""The page: a document that holds what it shows, allows no access and makes no requests."""

import base64
import gzip
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from optviz.pictures.settings import MADE, VERSION, about
from optviz.player.page import page
from optviz.player.payload import message
from optviz.scenes import SCENES, Scene
from optviz.web.scripts import SCRIPTS

EMPTY = {"meta", "br", "link", "img", "base", "input"}
MOST = 400_000  # bytes, of seven optimizers x 500 steps on Beale's function
every_scene = pytest.mark.parametrize("scene", SCENES.values(), ids=SCENES.keys())


class Reader(HTMLParser):
    """A document's elements with their attributes and the text directly in them."""

    def __init__(self, document: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None], list[str]]] = []
        self._open: list[int] = []
        self.feed(document)
        self.close()
        assert not self._open, "something was never closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs), []))
        if tag not in EMPTY:
            self._open.append(len(self.elements) - 1)

    def handle_endtag(self, tag: str) -> None:
        assert self.elements[self._open.pop()][0] == tag

    def handle_data(self, data: str) -> None:
        if self._open:
            self.elements[self._open[-1]][2].append(data)

    def texts(self, tag: str) -> list[str]:
        return ["".join(text) for name, _, text in self.elements if name == tag]

    @property
    def tags(self) -> list[str]:
        return [tag for tag, _, _ in self.elements]


def message_of(scene: Scene, **notes: Any) -> bytes:
    return message(scene.race(), camera=scene.camera, views=scene.views, whole=False, **notes)


def page_of(scene: Scene) -> str:
    lines = about(scene.race(), scene.source)
    return page(message_of(scene), title=scene.name, about=lines, made=MADE)


BEALE = message_of(SCENES["beale"])
PLAIN = Reader(page(BEALE, title="Race", about=[("Term", "Text")]))


@every_scene
def test_the_race_lies_in_the_page(scene: Scene) -> None:
    held, _ = Reader(page_of(scene)).texts("script")
    assert gzip.decompress(base64.b64decode(held, validate=True)) == message_of(scene)


@every_scene
def test_the_page_tells_its_settings_and_their_sources(scene: Scene) -> None:
    said = Reader(page_of(scene))
    lines = about(scene.race(), scene.source)
    assert said.texts("h1") == said.texts("title") == [scene.name]
    assert list(zip(said.texts("dt"), said.texts("dd"), strict=True)) == lines
    assert said.texts("p")[-1].startswith(f"Made with optviz, settings version {VERSION}.")


def test_500_steps_of_seven_optimizers_are_small_enough_to_send() -> None:
    assert len(page_of(replace(SCENES["beale"], steps=500)).encode()) <= MOST


def test_the_same_race_makes_the_same_page() -> None:
    assert page_of(SCENES["beale"]) == page_of(SCENES["beale"])


def test_its_policy_lets_only_the_player_run_and_nothing_be_loaded() -> None:
    policies = [each["content"] for _, each, _ in PLAIN.elements if "http-equiv" in each]
    assert len(policies) == 1
    rules = dict(rule.strip().split(" ", 1) for rule in (policies[0] or "").split(";"))
    script = PLAIN.texts("script")[1]
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert rules == {
        "default-src": "'none'",
        "script-src": f"'sha256-{digest}'",
        "style-src": "'unsafe-inline'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    assert script == SCRIPTS["page"].read_text(encoding="utf-8")


def test_the_policy_stands_before_all_that_it_rules() -> None:
    place = next(i for i, each in enumerate(PLAIN.elements) if "http-equiv" in each[1])
    assert not {"script", "style", "title"} & set(PLAIN.tags[:place])


def test_nothing_in_it_leads_anywhere() -> None:
    names = {name for _, attributes, _ in PLAIN.elements for name in attributes}
    assert not names & {"src", "href", "srcset", "action", "style", "background"}
    assert not any(name.startswith("on") for name in names)
    assert not re.search(r"@import|url\(", "".join(PLAIN.texts("style")))


def test_the_player_has_nothing_that_ends_a_script_early() -> None:
    script = SCRIPTS["page"].read_text(encoding="utf-8")
    assert not re.search(r"</script|<!--", script, re.IGNORECASE)


HOSTILE = (
    "</script><b>bold</b>",
    "</title><script>alert(1)</script>",
    "<!-- <script> ",
    "\"'><img src=x onerror=alert(1)>",
    "&lt;b&gt; &amp; $title $race ${script}",
    "]]> </dl></main>",
)
words = st.one_of(st.sampled_from(HOSTILE), st.text(st.characters(exclude_categories=["C"])))


@given(title=words.filter(bool), term=words, text=words)
@settings(max_examples=50, deadline=None)
def test_text_from_outside_is_text(title: str, term: str, text: str) -> None:
    said = Reader(page(BEALE, title=title, about=[(term, text)]))
    assert said.tags == PLAIN.tags
    assert said.texts("script") == PLAIN.texts("script")
    assert said.texts("title") == said.texts("h1") == [title]
    assert (said.texts("dt"), said.texts("dd")) == ([term], [text])


def test_a_page_may_have_no_heading() -> None:
    said = Reader(page(BEALE, title=""))
    assert (said.texts("title"), said.texts("h1")) == (["optviz"], [])


def test_a_page_without_words_has_no_empty_list() -> None:
    assert "dl" not in Reader(page(BEALE, title="Race")).tags


def test_a_message_without_its_surface_is_refused() -> None:
    key = re.search(rb'"key":"(\w+)"', BEALE)
    assert key
    short = message_of(SCENES["beale"], known_surface=key[1].decode())
    with pytest.raises(ValueError, match="surface"):
        page(short, title="Race")
