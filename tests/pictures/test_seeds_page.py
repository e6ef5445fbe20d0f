"""A page of many seeds holds the first one's race and names all; what no browser runs is refused.

That a browser computes what Python does is in tests/browser/test_seeds.py.
"""

import gzip
import re
from base64 import b64decode
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from optviz.export import FilmOptions, PictureOptions, StillOptions, export
from optviz.export.estimate import estimate
from optviz.export.formats import request_for
from optviz.optimizers import SGD, Adam, Array, Optimizer, State
from optviz.pictures.bundle.composition import BundleOptions
from optviz.pictures.bundle.page import check_page
from optviz.race import SeedsRace, race
from surfaces import SURFACES
from tests.support.messages import unpack

MOONS = SURFACES["noisy_moons"]


@dataclass(frozen=True)
class Norms(Optimizer):
    """A rule that no program has, as it takes one norm of all it is given."""

    lr: float = 0.1

    def rule(self, x: Array, g: Array, s: State) -> Array:
        return x - self.lr * g / float(np.linalg.norm(g))


def decides(step: int) -> float:
    return 0.1 if step < 3 else 0.2


@pytest.fixture(scope="module")
def many() -> SeedsRace:
    return race(MOONS, [SGD(lr=0.2), Adam(lr=0.2)], steps=30, seeds=(5, 9, 6))


def held_in(path: Path) -> tuple[dict[str, Any], str]:
    """The race in a page, and the page."""
    text = path.read_text(encoding="utf-8")
    (packed,) = re.findall(r"data-optviz-race>([^<]+)<", text)
    return unpack(gzip.decompress(b64decode(packed)))["race"], unescape(text)


def test_a_page_holds_the_first_race_and_names_all_seeds(many: SeedsRace, tmp_path: Path) -> None:
    held, text = held_in(export(many, tmp_path / "seeds.html"))
    assert (held["seed"], held["seeds"]) == (5, [5, 9, 6])
    assert '"chart": "loss"' in text
    assert "seeds 5, 9 and 6: the race under each, run by this page" in text


def test_options_of_a_page_are_followed(many: SeedsRace, tmp_path: Path) -> None:
    options = BundleOptions(title="Many", theme="dark", chart="none")
    path = tmp_path / "seeds.html"
    _, text = held_in(export(many, path, options, StillOptions(step=7), FilmOptions(speed=3)))
    assert "<h1>Many</h1>" in text
    opening = '{"theme": "dark", "step": 7, "speed": 3, "chart": "none"}'
    assert opening in text.replace("3.0", "3")
    with pytest.raises(ValueError, match="size has no effect on a race of many seeds as HTML"):
        export(many, path, PictureOptions(size=(400, 300)))


def test_the_size_of_a_page_is_estimated(many: SeedsRace, tmp_path: Path) -> None:
    said, _ = estimate(request_for(many, "html"), "html")
    assert said / 2 < export(many, tmp_path / "seeds.html").stat().st_size < said * 2


@pytest.mark.parametrize(
    ("optimizers", "words"),
    [
        ([SGD(lr=0.2), Norms()], "Norms is run by Python: "),
        ([SGD(lr=decides)], "SGD is run by Python: a setting of it is a function"),  # type: ignore[arg-type]
    ],
    ids=["a rule", "a setting"],
)
def test_what_python_alone_runs_is_refused(
    optimizers: list[Optimizer], words: str, tmp_path: Path
) -> None:
    path = tmp_path / "seeds.html"
    told = f"a page runs the races of many seeds itself, and cannot run these: {words}"
    with pytest.raises(ValueError, match=told):
        export(race(MOONS, optimizers, steps=4, seeds=range(2)), path)
    assert not path.exists()


def test_more_seeds_than_a_browser_runs_are_refused(many: SeedsRace) -> None:
    check_page(MOONS, many.entrants, many.steps, range(200))
    with pytest.raises(ValueError, match="runs at most 200 seeds: give fewer than these 1,000"):
        check_page(MOONS, many.entrants, many.steps, range(1000))


def test_many_starts_have_no_page(tmp_path: Path) -> None:
    starts = race("beale", [SGD(lr=0.01)], [(1, 1.6), (0.5, 1)], steps=4)
    with pytest.raises(ValueError, match="a race of many starts cannot be written as HTML"):
        export(starts, tmp_path / "starts.html")
