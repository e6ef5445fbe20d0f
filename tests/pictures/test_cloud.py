"""Clouds on pictures of a race: drawn, counted, and refused where they have no effect."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from optviz.export import FilmOptions, RaceOptions, StillOptions, export
from optviz.optimizers import SGD, Adam
from optviz.pictures.race.cloud import counts_text, minima_words
from optviz.pictures.race.composition import RaceComposition
from optviz.pictures.race.race_picture import RacePicture
from optviz.race import Race, race
from optviz.scenes.catalog import CATALOG
from optviz.studies.cloud import Cloud, columns_of
from optviz.studies.swarms import Swarms
from surfaces import SURFACES

HIMMELBLAU = SURFACES["himmelblau"]


@pytest.fixture(scope="module")
def small() -> Race:
    return race(HIMMELBLAU, [SGD(lr=0.01), Adam(lr=0.3)], (0.1, -0.8), 20)


def pixels(done: Race, cloud: str | None, step: int = 20, **how: Any) -> Any:
    """A still as an array."""
    picture = RacePicture(RaceComposition.of(done, RaceOptions(cloud=cloud, **how)))
    picture.show(step)
    picture.figure.canvas.draw()
    return np.asarray(picture.figure.canvas.buffer_rgba())[..., :3].astype(int)  # type: ignore[attr-defined]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_trials_are_where_the_swarms_have_them(small: Race, theme: str) -> None:
    """Each in its colour, unless another one covers it: most of those of the last optimizer are."""
    options = RaceOptions(cloud="disc:50", theme=theme)
    picture = RacePicture(RaceComposition.of(small, options))
    picture.show(3)
    picture.figure.canvas.draw()
    drawn = np.asarray(picture.figure.canvas.buffer_rgba())[..., :3]  # type: ignore[attr-defined]
    swarms = Swarms(small, Cloud("disc", 50))
    swarms.seek(3)
    axes = next(each for each in picture.figure.axes)
    at = axes.transData.transform(swarms.latest[-1][1]).round().astype(int)
    found = drawn[len(drawn) - 1 - at[:, 1], at[:, 0]]
    style = picture.styles[1]
    colour = [int(getattr(style, theme)[k : k + 2], 16) for k in (1, 3, 5)]
    near = np.abs(found.astype(int) - colour).max(axis=-1) < 40
    assert near.mean() > 0.8


def test_it_moves_forth_and_back_to_the_same_picture(small: Race) -> None:
    picture = RacePicture(RaceComposition.of(small, RaceOptions(cloud="line:50")))
    shown = []
    for step in (4, 15, 4):
        picture.show(step)
        picture.figure.canvas.draw()
        shown.append(np.array(picture.figure.canvas.buffer_rgba()))  # type: ignore[attr-defined]
    assert (shown[0] != shown[1]).any()
    np.testing.assert_array_equal(shown[0], shown[2])


def test_without_one_a_picture_is_as_it_was(small: Race) -> None:
    assert (pixels(small, "disc:50") != pixels(small, None)).any()
    np.testing.assert_array_equal(pixels(small, None), pixels(small, None))


def test_counts_are_told_by_letters_that_the_header_explains() -> None:
    heads = ("A (3, 2)", "B (-3, 3)", "valley", "elsewhere", "diverged")
    assert counts_text(heads, [3, 0, 1, 5, 0]) == "A 3, B 0, valley 1, elsewhere 5"
    assert counts_text(heads, [3, 0, 1, 5, 2]).endswith("elsewhere 5, diverged 2")
    words = minima_words(columns_of(HIMMELBLAU))
    assert words.startswith("A (3, 2), B (")


@pytest.mark.parametrize("suffix", ["png", "svg", "pdf", "gif", "mp4", "html"])
def test_every_format_has_it(suffix: str, small: Race, tmp_path: Path) -> None:
    path = tmp_path / f"cloud.{suffix}"
    size: dict[str, Any] = {} if suffix == "html" else {"size": (640, 480)}
    options: list[Any] = [RaceOptions(cloud="disc:50", **size)]
    options += [FilmOptions(fps=10)] if suffix in {"gif", "mp4"} else []
    options += [StillOptions(step=5)] if suffix in {"png", "svg", "pdf", "html"} else []
    export(small, path, *options)
    assert path.stat().st_size > 2000
    if suffix == "png":
        plain = tmp_path / "plain.png"
        export(small, plain, replace(options[0], cloud=None), *options[1:])
        assert np.any(np.asarray(Image.open(path)) != np.asarray(Image.open(plain)))


@pytest.mark.parametrize(
    ("how", "told"),
    [
        ({"cloud": "disk:200"}, "did you mean disc"),
        ({"cloud": "disc:201"}, "50, 200 or 1000"),
        ({"cloud": "disc"}, "50, 200 or 1000"),
        ({"cloud": "disc:200", "views": ("space",)}, "cloud has no effect in space"),
        ({"cloud": "disc:200", "size": (300, 300)}, "finds no room for its counts"),
    ],
)
def test_what_has_no_effect_is_refused_by_name(
    how: dict[str, Any], told: str, small: Race, tmp_path: Path
) -> None:
    with pytest.raises(ValueError, match=told):
        export(small, tmp_path / "a.png", RaceOptions(**how))


def test_data_have_no_cloud(small: Race, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="cloud has no effect on a race as CSV"):
        export(small, tmp_path / "a.csv", RaceOptions(cloud="disc:200"))


@pytest.mark.parametrize("key", ["ackley", "rastrigin", "long_valley", "sparse"])
def test_many_minima_valleys_and_none_are_counted_too(key: str) -> None:
    scene = CATALOG[key]
    own = race(scene.surface, list(scene.entrants), scene.start, 6, scene.seed)
    swarms, columns = Swarms(own, Cloud("picture", 50)), columns_of(scene.surface)
    swarms.seek(6)
    assert (swarms.counts(columns).sum(axis=-1) == 50).all()
    assert pixels(own, "picture:50", 6).size
