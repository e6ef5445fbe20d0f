"""Films below so many bytes: what is given up, in which order, and what is said of it."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from optviz.__main__ import main
from optviz.export import FilmOptions, PictureOptions, export
from optviz.export import limits as limits_module
from optviz.export.films import Coding, Shot
from optviz.export.limits import LADDER, Way, reduced, slower, ways_of, write_below
from optviz.film.timing import Timing
from optviz.optimizers import SGD, Adam
from optviz.pictures.composition import PictureOptions as Options
from optviz.race import race
from surfaces import SURFACES

RACE = race(SURFACES["beale"], [SGD(lr=0.001), Adam(lr=0.3)], (1, 1.6), 40)


class Sheet(NamedTuple):
    """A composition that is nothing but its options."""

    options: Options
    steps: int = 100


def shot(size: tuple[int, int] = (800, 600), **timing: Any) -> Shot:
    def compose(share: float) -> Sheet:
        wide, high = (round(share * side) for side in size)
        return Sheet(Options(size=(wide, high)))

    return Shot(
        compose=compose,
        draw=lambda composition: pytest.fail("nothing need be drawn"),
        steps=100,
        timing=Timing(**timing),
        turn=0,
        loop=0,
    )


COLOURS = Coding(lambda film, path, how: None, (255, 128, 64, 32), "{} colours")
EXACT = Coding(lambda film, path, how: None)


def words(found: list[Way]) -> list[str]:
    return [each.words.replace(" frames a second", "").replace(" pixels", "") for each in found]


def test_colours_go_first_then_frames_then_pixels_then_all() -> None:
    assert words(list(ways_of(shot(), COLOURS))) == [
        "255 colours, 25 and 800 x 600",
        "128 colours, 25 and 800 x 600",
        "64 colours, 25 and 800 x 600",
        "64 colours, 20 and 800 x 600",
        "64 colours, 15 and 800 x 600",
        "64 colours, 12 and 800 x 600",
        "64 colours, 12 and 640 x 480",
        "64 colours, 12 and 520 x 390",
        "64 colours, 12 and 400 x 300",
        "32 colours, 10 and 400 x 300",
        "32 colours, 8 and 320 x 240",
    ]  # and no 256 x 192, which is no picture


def test_what_is_exact_has_no_colours_to_give_up_and_frames_that_were_asked_for_stay() -> None:
    found = words(list(ways_of(shot(frames=60), EXACT)))
    assert found == [f"25 and {each}" for each in ("800 x 600", "640 x 480", "520 x 390")] + [
        "25 and 400 x 300",
        "25 and 320 x 240",
    ]


@pytest.mark.parametrize(
    ("size", "share", "pixels", "sheet"),
    [
        ((800, 600), 0.5, (400, 300), (400, 300)),
        ("story", 0.5, (540, 960), (270, 480)),
        ("story", 0.2, (270, 480), (270, 480)),
        ("3x2.4in", 0.65, (585, 468), (300, 240)),
        ("3x2.4in", 0.1, (300, 240), (300, 240)),
    ],
)
def test_what_has_more_pixels_than_a_screen_is_only_made_coarser(
    size: Any, share: float, pixels: tuple[int, int], sheet: tuple[float, float]
) -> None:
    less = reduced(Options(size=size), share)
    assert less.pixels == pixels
    assert less.sheet == pytest.approx(sheet)


@given(st.integers(1, 500), st.floats(5, 50), st.none() | st.floats(5, 200))
def test_fewer_frames_take_the_same_time(steps: int, fps: float, speed: float | None) -> None:
    timing = Timing(fps=fps, speed=speed)
    less = slower(timing, steps, 12)
    assert less.pace(steps)[1] <= 12 or less == timing
    took, takes = (sum(each for _, each in t.schedule(steps)[1:-1]) for t in (timing, less))
    assert takes == pytest.approx(took, abs=1 / min(12, fps))


@given(
    st.lists(st.integers(1000, 100_000), min_size=len(LADDER), max_size=len(LADDER)),
    st.integers(1000, 100_000),
)
def test_the_first_film_that_is_small_enough_is_taken(sizes: list[int], limit: int) -> None:
    found = list(ways_of(shot(), COLOURS))
    weights = sorted(sizes, reverse=True)[: len(found)]
    tried: list[int] = []

    class Tries(limits_module.Tries):
        def data(self, way: Way) -> bytes:
            tried.append(found.index(replace(way, composition=self.same(way))))
            return b"x" * weights[tried[-1]]

        def same(self, way: Way) -> Any:
            return next(each.composition for each in found if each.words == way.words)

    path = Path("/dev/null")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(limits_module, "Tries", Tries)
        patch.setattr(Path, "write_bytes", lambda self, data: written.append(len(data)))
        written: list[int] = []
        if weights[-1] > limit:
            with pytest.raises(ValueError, match=rf"32 colours.* has {weights[-1]:,};"):
                write_below(limit, shot(), COLOURS, path, lambda *both: None)
            return
        said = write_below(limit, shot(), COLOURS, path, lambda *both: None)
    first = next(k for k, weight in enumerate(weights) if weight <= limit)
    assert written == [weights[first]]
    assert said == (found[first].words if first else "")
    assert len(tried) <= 6


@pytest.mark.parametrize(
    ("suffix", "limit"), [("gif", "60KB"), ("webp", 60_000), ("mp4", "20KB"), ("webm", "15 kB")]
)
def test_a_file_is_below_its_limit_and_what_was_chosen_is_said(
    suffix: str, limit: int | str, tmp_path: Path
) -> None:
    said: list[str] = []
    progress: list[tuple[int, int]] = []
    film = FilmOptions(max_bytes=limit)
    path = export(
        RACE,
        tmp_path / f"a.{suffix}",
        film,
        progress=lambda *both: progress.append(both),
        tell=said.append,
    )
    assert path.stat().st_size <= (film.most_bytes or 0)
    (sentence,) = said
    pattern = r"below [\d,]+ bytes with .*?([\d.]+) frames a second and (\d+) x (\d+) pixels"
    found = re.fullmatch(pattern, sentence)
    assert found
    if suffix in ("gif", "webp"):
        with Image.open(path) as image:
            assert image.size == (int(found[2]), int(found[3]))
            image.seek(1)
    done = [each for each, _ in progress]
    assert done == sorted(done)
    assert len({total for _, total in progress}) == 1
    assert progress[-1][0] == progress[-1][1]


def test_what_is_small_already_is_left_as_it_is(tmp_path: Path) -> None:
    said: list[str] = []
    picture = PictureOptions(size=(300, 240))
    free = export(RACE, tmp_path / "a.gif", picture).read_bytes()
    film = FilmOptions(max_bytes=len(free))
    assert export(RACE, tmp_path / "b.gif", picture, film, tell=said.append).read_bytes() == free
    assert said == []


def test_what_cannot_be_so_small_is_refused_and_not_written(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"^max_bytes = 2,000 is not possible: with 32 colours"):
        export(RACE, tmp_path / "a.gif", FilmOptions(max_bytes="2KB"))
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("limit", [0, 999, -5, "2 MBit", "much", "", True, "999B"])
def test_what_is_no_limit_is_refused(limit: Any) -> None:
    with pytest.raises(ValueError, match=r"^max_bytes = .* give 1,000 bytes or more, as in"):
        FilmOptions(max_bytes=limit)


@pytest.mark.parametrize(
    ("limit", "most"),
    [(1500, 1500), ("2MB", 2_000_000), ("1.5 mib", 1_572_864), ("500kB", 500_000), ("1e6", 10**6)],
)
def test_bytes_are_read(limit: int | str, most: int) -> None:
    assert FilmOptions(max_bytes=limit).most_bytes == most


def test_the_command_prints_what_was_chosen(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = ["export", "beale", str(tmp_path / "a.gif"), "--steps", "30", "--max-bytes", "50KB"]
    assert main(given) == 0
    assert re.search(r"KB in .* s, below 50,000 bytes with \d+ colours", capsys.readouterr().out)
