"""A race in a notebook: one frame with the whole page in it, or a sentence."""

import base64
import gzip
import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from html.parser import HTMLParser

import numpy as np
import pytest

from optviz.notebook.frame import MOST_STEPS
from optviz.optimizers import SGD, Adam
from optviz.player.payload import message
from optviz.race import race
from optviz.scenes import SCENES
from surfaces import SURFACES
from surfaces.formula import formula_surface

BEALE = SURFACES["beale"]
EVIL = """"'></iframe></style></script><script>alert(1)</script><b>&amp;"""


class Tags(HTMLParser):
    """Every tag that opens, with its attributes, and the words between them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data


def frame(fragment: str) -> dict[str, str | None]:
    """The attributes of the one frame that the fragment is."""
    tags = Tags(fragment).found
    assert [name for name, _ in tags] == ["style", "div", "img", "iframe"]
    return tags[-1][1]


def sentence(shown: str) -> str:
    assert re.fullmatch(r"<p>[^<>]+\.</p>(<img [^<>]+>)?", shown)
    return Tags(shown).words


def test_a_race_is_a_page_in_a_sandbox() -> None:
    attributes = frame(race(BEALE, [SGD(), Adam(lr=0.3)], steps=30)._repr_html_())
    assert attributes["sandbox"] == "allow-scripts"
    assert attributes["title"] == "Race: Beale's function"
    document = attributes["srcdoc"] or ""
    assert document.startswith("<!doctype html>")
    inner = Tags(document)
    assert "connect-src" not in document.partition("<style>")[0]
    assert "default-src 'none'" in document
    assert not {"src", "href"} & {name for _, held in inner.found for name in held}


def test_a_scenes_frame_holds_its_race() -> None:
    for scene in SCENES.values():
        document = frame(scene._repr_html_())["srcdoc"] or ""
        found = re.search(r"data-optviz-race>([^<]+)<", document)
        assert found
        data = gzip.decompress(base64.b64decode(found[1]))
        done = scene.race()
        assert data == message(done, camera=scene.camera, views=scene.views, whole=False)
        for entry in scene.entrants:
            assert f'"origin":"{entry.origin}"'.encode() in data
        assert len(document) < 260_000


def test_text_from_outside_is_text() -> None:
    shown = race(replace(BEALE, name=EVIL), [SGD()], steps=3)._repr_html_()
    attributes = frame(shown)
    assert EVIL in (Tags(shown).found[2][1]["alt"] or "")
    assert attributes["title"] == f"Race: {EVIL}"
    inner = Tags(attributes["srcdoc"] or "")
    assert [name for name, _ in inner.found].count("script") == 3
    assert not {"b", "iframe"} & {name for name, _ in inner.found}


def test_what_cannot_be_played_is_a_sentence() -> None:
    batch = race(BEALE, [SGD()], np.ones((3, 1, 2)), steps=3)
    assert sentence(batch._repr_html_()) == (
        "This race has a batch of starts, of shape (3, 1, 2): the player shows races of one start."
    )
    assert race(BEALE, [SGD()], np.ones((3, 2)), steps=3)._repr_html_() is None  # but a picture
    long = race(BEALE, [SGD()], steps=MOST_STEPS + 1)
    assert "50,001 steps of 1 optimizers, too many" in sentence(long._repr_html_())
    elsewhere = replace(formula_surface("log(x - 8)"), xlim=(-2.0, 2.0), ylim=(0.0, 1.0))
    blank = race(elsewhere, [SGD()], steps=3)
    assert sentence(blank._repr_html_()).endswith("choose other limits.")


@pytest.mark.parametrize("runs", [1, 7, 20])
def test_more_runs_get_more_height(runs: int) -> None:
    shown = race(BEALE, [Adam()] * runs, steps=3)._repr_html_()
    style, _, _ = shown.partition("<iframe")
    beside, below = (int(each) for each in re.findall(r"height:(\d+)px", style))
    assert beside >= 560 + 47 * runs
    assert below >= 1000 + 43 * runs
    assert f'class="runs-{runs}"' in shown


def test_computing_alone_does_not_load_the_player() -> None:
    code = "import sys, optviz.race; sys.exit(any('notebook.' in name for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
    code = "from optviz.scenes import SCENES; print(len(SCENES['beale']._repr_html_()))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert int(done.stdout) > 100_000
