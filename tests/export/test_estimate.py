"""What an export will cost, held against what it costs."""

from dataclasses import replace
from pathlib import Path

import pytest

from optviz.export import FORMATS, FilmOptions, PictureOptions, export
from optviz.export.estimate import estimate
from optviz.export.formats import request_for
from optviz.export.options import Options
from optviz.scenes import SCENES, Scene

FACTOR = 2.5
every_format = pytest.mark.parametrize("suffix", FORMATS)
FILMS = [suffix for suffix, kind in FORMATS.items() if kind.moving]
DRAWN = [suffix for suffix, kind in FORMATS.items() if kind.drawn]
TABLES = [suffix for suffix, kind in FORMATS.items() if not kind.drawn]


def costs(
    key: str, suffix: str, *options: Options, steps: int | None = None
) -> tuple[float, float]:
    return estimate(request_for(scene(key, steps), suffix, *options), suffix)


def scene(key: str, steps: int | None = None) -> Scene:
    own = SCENES[key]
    return replace(own, steps=steps or own.steps)


@pytest.mark.parametrize("key", ["beale", "noisy_moons"])
@every_format
def test_the_size_is_about_what_was_said(key: str, suffix: str, tmp_path: Path) -> None:
    options: list[Options] = [PictureOptions(size=(400, 300))] if suffix in DRAWN else []
    options += [FilmOptions(speed=50)] if suffix in FILMS else []
    said, _ = costs(key, suffix, *options)
    true = export(SCENES[key], tmp_path / f"race.{suffix}", *options).stat().st_size
    assert true / FACTOR < said < true * FACTOR


def test_the_size_of_a_page_that_holds_all_is_about_what_was_said(tmp_path: Path) -> None:
    long = scene("noisy_moons", 2000)
    said, _ = estimate(request_for(long, "html"), "html")
    assert said / FACTOR < export(long, tmp_path / "race.html").stat().st_size < said * FACTOR


@pytest.mark.parametrize("suffix", ["gif", "mp4"])
def test_the_size_of_a_turning_film_is_about_what_was_said(suffix: str, tmp_path: Path) -> None:
    options = PictureOptions(size=(400, 300)), FilmOptions(speed=200, turn=90)
    said, _ = costs("saddle_point", suffix, *options)
    path = export(SCENES["saddle_point"], tmp_path / f"race.{suffix}", *options)
    true = path.stat().st_size
    assert true / FACTOR < said < true * FACTOR


@pytest.mark.parametrize("suffix", DRAWN)
def test_more_pixels_cost_more(suffix: str) -> None:
    sizes = ((400, 300), (800, 600))
    small, large = (costs("beale", suffix, PictureOptions(size=size)) for size in sizes)
    assert all(more > less for less, more in zip(small, large, strict=True))
    assert large[0] < 4 * small[0]


@pytest.mark.parametrize("suffix", [*FILMS, *TABLES])
def test_more_steps_cost_more(suffix: str) -> None:
    few, many = (costs("beale", suffix, steps=steps)[0] for steps in (100, 1000))
    assert few < many < 10 * few


@pytest.mark.parametrize("suffix", FILMS)
def test_fewer_frames_cost_less_and_a_turning_camera_more(suffix: str) -> None:
    plain = costs("saddle_point", suffix)
    fast = costs("saddle_point", suffix, FilmOptions(speed=100))
    turning = costs("saddle_point", suffix, FilmOptions(turn=90))
    assert all(one < two < three for one, two, three in zip(fast, plain, turning, strict=True))


@pytest.mark.parametrize("suffix", TABLES)
def test_pixels_cost_nothing_in_a_table(suffix: str) -> None:
    small, large = (
        request_for(scene("beale"), "png", PictureOptions(size=size))
        for size in ((400, 300), (1280, 720))
    )
    assert estimate(small, suffix) == estimate(large, suffix)
