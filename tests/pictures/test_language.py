"""Every kind of picture in German: no word of the English table, no decimal point is left."""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg

from optviz.entrants import Entrant
from optviz.export import PictureOptions, Style, SweepOptions, export
from optviz.export.formats import Subject
from optviz.optimizers import SGD, Adam
from optviz.oracles import Newton
from optviz.pictures.bundle.composition import BundleOptions
from optviz.pictures.kinds import kind_of
from optviz.pictures.race.composition import RaceOptions
from optviz.race import race
from optviz.scenes import SCENES
from optviz.schedules import Cosine, Piecewise, Warmup
from optviz.words import ENGLISH, words_of
from surfaces import SURFACES
from tests.support.studies import basin_map, digits_study, rate_sweep, swept_pair

GERMAN = words_of("de")
WORD = re.compile(r"[^\W\d_]{3,}")
NAMES = {"SGD", "Adam", "NAG"}  # what entrants are called here


def words_in(texts: Any) -> set[str]:
    return {word for text in texts for word in WORD.findall(re.sub(r"\{\w+\}", "", text))}


ONLY_ENGLISH = (
    words_in([*ENGLISH.texts.values(), *GERMAN.names.keys()])
    - words_in([*GERMAN.texts.values(), *GERMAN.names.values()])
    - NAMES
)


def drawn(subject: Subject, options: PictureOptions, step: int | None = None) -> list[str]:
    """Every text that a renderer is told to draw."""
    kind = kind_of(subject)
    picture = kind.draw(kind.compose(subject, options))
    picture.show(picture.steps if step is None else step)
    canvas: Any = FigureCanvasAgg(picture.figure)
    renderer, found = canvas.get_renderer(), []
    draw_text = renderer.draw_text

    def noted(gc: Any, x: Any, y: Any, text: str, *rest: Any, **named: Any) -> None:
        found.append(text)
        draw_text(gc, x, y, text, *rest, **named)

    renderer.draw_text = noted
    picture.figure.draw(renderer)
    return found


@cache
def schedules() -> Subject:
    some = [
        Entrant("SGD", SGD(lr=Warmup(5) | Cosine(0.01, 20)), "tuned"),  # type: ignore[arg-type]
        Entrant("SGD 2", SGD(lr=10.0), "yours"),
        Entrant("Adam", Adam(lr=Piecewise(0.1, {20: 0.05})), "plain default"),  # type: ignore[arg-type]
    ]
    return race(SURFACES["ackley"], some, steps=30)


def seeds() -> Subject:
    return race("noisy_moons", steps=20, seeds=(4, 0, 9))


def starts() -> Subject:
    return race(SURFACES["beale"], [SGD(lr=0.001), Adam()], [(1, 1.6), (0.5, 1)], 20)


def asking() -> Subject:
    return race(SURFACES["rosenbrock"], [SGD(lr=0.001), Newton()], steps=10)


CLOUD = {"chart": "loss", "cloud": "disc:50"}
BOTH = {"views": ("above", "space")}
PICTURES: dict[str, tuple[Callable[[], Subject], type[PictureOptions], dict[str, Any]]] = {
    "scene": (lambda: SCENES["noisy_moons"], RaceOptions, BOTH),
    "chart and cloud": (lambda: SCENES["beale"], RaceOptions, CLOUD),
    "schedules, endings and minima": (schedules, RaceOptions, {"size": (1280, 720)}),
    "evaluations": (asking, RaceOptions, {"chart": "cost"}),
    "seeds": (seeds, BundleOptions, {}),
    "starts": (starts, BundleOptions, {}),
    "sweep": (lambda: rate_sweep("beale"), SweepOptions, {}),
    "sweep to a loss": (lambda: rate_sweep("beale", 0.5), SweepOptions, {"measure": "steps"}),
    "heat map": (lambda: swept_pair("beale"), SweepOptions, {}),
    "heat map to a loss": (lambda: swept_pair("beale", 0.5), SweepOptions, {"measure": "steps"}),
    "basins": (lambda: basin_map("himmelblau"), PictureOptions, {}),
    "basins of data": (lambda: basin_map("noisy_moons"), PictureOptions, {}),
    "digits": (digits_study, PictureOptions, {"size": (1280, 620)}),
}


@pytest.mark.parametrize("name", PICTURES)
def test_nothing_stays_english(name: str) -> None:
    make, options, chosen = PICTURES[name]
    german = drawn(make(), options(**chosen, style=Style(language="de")))
    assert len(words_in(german)) > 5
    left = [text for text in german if words_in([text]) & ONLY_ENGLISH]
    assert not left
    assert not [text for text in german if re.search(r"\d\.\d", text)]


def test_an_english_picture_has_such_words() -> None:
    english = words_in(drawn(SCENES["beale"], RaceOptions(chart="loss"))) & ONLY_ENGLISH
    assert {"step", "steps", "loss", "function", "recovered"} <= english


def test_a_title_of_ones_own_is_written_as_it_is() -> None:
    said = drawn(SCENES["beale"], RaceOptions(title="A step 0.5", style=Style(language="de")), 3)
    assert "A step 0.5" in said
    assert "Schritt" in said


def test_a_file_of_words_is_drawn_and_refused_where_it_lacks_one(tmp_path: Path) -> None:
    text = (Path(words_of.__code__.co_filename).parent / "en.toml").read_text(encoding="utf-8")
    path = tmp_path / "fr.toml"
    path.write_text(text.replace('counter = "step"', 'counter = "étape"'), encoding="utf-8")
    said = drawn(SCENES["beale"], RaceOptions(style=Style(language=str(path))), 3)
    assert "étape" in said
    path.write_text(text.replace('counter = "step"', ""), encoding="utf-8")
    with pytest.raises(ValueError, match=r"lacks conditions\.counter"):
        Style(language=str(path))


def test_it_is_an_option_of_every_picture_and_of_no_table(tmp_path: Path) -> None:
    german = Style(language="de")
    one, other = tmp_path / "one.svg", tmp_path / "other.svg"
    export(SCENES["beale"], one, german)
    export(SCENES["beale"], other, RaceOptions(style=german))
    assert one.read_text(encoding="utf-8") == other.read_text(encoding="utf-8")
    assert "Schritt" in one.read_text(encoding="utf-8")
    for suffix in ("csv", "json", "html"):
        with pytest.raises(ValueError, match="language has no effect on a race as"):
            export(SCENES["beale"], tmp_path / f"a.{suffix}", german)
    with pytest.raises(ValueError, match="two styles are given"):
        export(SCENES["beale"], one, german, RaceOptions(style=Style(language="de")))


def test_infinite_numbers_have_no_mark() -> None:
    assert GERMAN.short(np.inf) == ENGLISH.short(np.inf)
