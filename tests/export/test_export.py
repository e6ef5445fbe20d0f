"""Every format of `export`, decoded again; and what is left of an export that came to nothing."""

import csv
import gzip
import json
import re
import subprocess
import sys
from base64 import b64decode
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from imageio_ffmpeg import get_ffmpeg_exe
from matplotlib.backends.backend_agg import FigureCanvasAgg
from numpy.typing import NDArray
from PIL import Image

from optviz.export import (
    FORMATS,
    FilmOptions,
    PictureOptions,
    RaceOptions,
    StillOptions,
    SweepOptions,
    export,
)
from optviz.export.options import Options
from optviz.film.film import Film
from optviz.film.render import film_of, pixels
from optviz.film.timing import Timing
from optviz.optimizers import SGD, Adam, Momentum
from optviz.oracles import Backtracking, Newton
from optviz.pictures.race.composition import RaceComposition
from optviz.pictures.race.race_picture import RacePicture
from optviz.race import Race, race
from optviz.scenes import SCENES
from surfaces import SURFACES
from tests.support.films import blocks, levels, pictures_of

STEPS = 20
SIZE = (400, 300)
RACE = race(SURFACES["beale"], [SGD(lr=0.001), Momentum(lr=0.001), Adam(lr=0.3)], (1, 1.6), STEPS)
DIVERGED = race(SURFACES["beale"], [SGD(lr=1.0), Adam(lr=0.3)], (1, 1.6), STEPS)
MOST = 400_000  # bytes, of a page with seven optimizers x 500 steps
PALETTE_ERROR = 3  # levels, in the mean

FILMS = [suffix for suffix, kind in FORMATS.items() if kind.moving]
EXACT_FILMS = ["webp", "apng"]
IMAGES = ["gif", *EXACT_FILMS]
STILLS = [suffix for suffix, kind in FORMATS.items() if kind.drawn and not kind.moving]
TABLES = ["csv", "json"]
every_format = pytest.mark.parametrize("suffix", FORMATS)
every_image = pytest.mark.parametrize("suffix", IMAGES)

Picture = NDArray[np.uint8]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The race in every format, written once."""
    folder = tmp_path_factory.mktemp("exports")
    return {suffix: export(RACE, folder / f"race.{suffix}", *sized(suffix)) for suffix in FORMATS}


def sized(suffix: str, picture: RaceOptions | None = None) -> list[RaceOptions]:
    """Options of a picture of the usual size, as far as they have an effect on a format."""
    given = picture or RaceOptions()
    if FORMATS[suffix].drawn:
        return [replace(given, size=SIZE)]
    if suffix == "html":
        return [RaceOptions(title=given.title, views=given.views, camera=given.camera)]
    return []


def written(
    what: Any, folder: Path, suffix: str, *options: Options, picture: RaceOptions | None = None
) -> bytes:
    path = folder / f"race.{suffix}"
    return export(what, path, *sized(suffix, picture), *options).read_bytes()


def decode(data: bytes) -> tuple[list[Picture], list[float]]:
    """Every picture and for how many milliseconds it is shown, as Pillow sees them."""
    pictures, times = [], []
    with Image.open(BytesIO(data)) as image:
        for k in range(getattr(image, "n_frames", 1)):
            image.seek(k)
            pictures.append(np.array(image.convert("RGB")))
            times.append(image.info["duration"])
    return pictures, times


def drawn(
    what: Any, step: int, options: RaceOptions | None = None, *, still: bool = False
) -> Picture:
    """The picture of a step, drawn by itself; in a still no head covers another."""
    composition = RaceComposition.of(what, replace(options or RaceOptions(), size=SIZE))
    drawing = RacePicture(composition)
    drawing.show(step)
    if still:
        drawing.fan_out()
    canvas = FigureCanvasAgg(drawing.figure)
    canvas.draw()  # type: ignore[no-untyped-call]
    return levels(pixels(canvas))


def filmed() -> Film:
    return film_of(RacePicture(RaceComposition.of(RACE, RaceOptions(size=SIZE))), Timing())


def error(one: Picture, other: Picture) -> NDArray[np.int16]:
    apart: NDArray[np.int16] = np.abs(one.astype(np.int16) - other)
    return apart


def ffmpeg_says(path: Path) -> str:
    command = [get_ffmpeg_exe(), "-hide_banner", "-i", str(path)]
    return subprocess.run(command, capture_output=True, check=False).stderr.decode()


def video_frames(path: Path, size: tuple[int, int] = SIZE) -> Picture:
    command = [get_ffmpeg_exe(), "-v", "error", "-i", str(path), "-f", "rawvideo"]
    command += ["-vf", "scale=in_color_matrix=bt709", "-pix_fmt", "rgb24", "-"]
    raw = subprocess.run(command, capture_output=True, check=True).stdout
    return np.frombuffer(raw, np.uint8).reshape(-1, size[1], size[0], 3)


@every_image
def test_a_film_shows_the_poster_then_every_step_then_holds(
    suffix: str, files: dict[str, Path]
) -> None:
    pictures, times = decode(files[suffix].read_bytes())
    assert times == [1000] + [40] * STEPS + [2000]
    assert all(picture.shape == (300, 400, 3) for picture in pictures)


@pytest.mark.parametrize("suffix", EXACT_FILMS)
def test_lossless_films_have_every_pixel_of_every_step(suffix: str, files: dict[str, Path]) -> None:
    pictures, _ = decode(files[suffix].read_bytes())
    for picture, true in zip(pictures, pictures_of(filmed()), strict=True):
        np.testing.assert_array_equal(picture, true)


def test_a_gif_has_every_step_in_one_palette(files: dict[str, Path]) -> None:
    data = files["gif"].read_bytes()
    pictures, _ = decode(data)
    true = list(pictures_of(filmed()))
    for k, picture in enumerate(pictures):
        assert error(picture, true[k]).mean() < PALETTE_ERROR
        nearest = min(range(1, len(true)), key=lambda j: int(error(picture, true[j]).sum()))
        assert nearest == (k or len(true) - 1)
    assert [block.flags for block in blocks(data)] == [0] * (STEPS + 2)


@every_image
def test_first_and_last_frame_are_the_last_step_as_it_is_drawn(
    suffix: str, files: dict[str, Path]
) -> None:
    (first, *_, last), _ = decode(files[suffix].read_bytes())
    true = drawn(RACE, STEPS)
    np.testing.assert_array_equal(first, last)
    if suffix == "gif":
        assert error(last, true).mean() < PALETTE_ERROR
    else:
        assert error(last, true).max() == 0
    assert error(last, drawn(RACE, 0)).max() > 50


def test_a_video_shows_the_same_at_the_same_time(files: dict[str, Path]) -> None:
    said = ffmpeg_says(files["mp4"])
    for each in ("h264", "yuv420p", "400x300", "25 fps", "Duration: 00:00:02.80"):
        assert each in said
    frames = video_frames(files["mp4"])
    assert len(frames) == STEPS + 50
    true = list(pictures_of(filmed()))
    for k in (0, 10, 19, 20, 69):
        step = min(k, STEPS)  # no poster before it, for a video is played
        apart = [error(frames[k], true[1 + other]).mean() for other in range(STEPS + 1)]
        assert np.argmin(apart) == step
        assert apart[step] < 5


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"poster": 0}, [40] * STEPS + [2000]),
        ({"poster": 0, "hold": 0}, [40] * (STEPS + 1)),
        ({"hold": 0.5, "fps": 50, "poster": 0.3}, [300] + [20] * STEPS + [500]),
        ({"speed": 10}, [1000] + [100] * STEPS + [2000]),
        ({"speed": 100}, [1000] + [40] * 5 + [2000]),
        ({"speed": 1e6}, [1000, 40, 2000]),
    ],
)
@pytest.mark.parametrize("suffix", ["gif", "mp4"])
def test_frames_take_their_time(
    suffix: str, options: dict[str, float], expected: list[int], tmp_path: Path
) -> None:
    data = written(RACE, tmp_path, suffix, FilmOptions(**options))  # type: ignore[arg-type]
    if suffix == "mp4":
        per_second = min(options.get("fps", 25), options.get("speed", 50))
        shown = sum(expected) - 1000 * ("poster" not in options)  # which videos lack
        assert len(video_frames(tmp_path / "race.mp4")) == shown * per_second / 1000
    else:
        assert decode(data)[1] == expected


@pytest.mark.parametrize(
    ("options", "count", "seconds"),
    [
        ({"frames": 21}, 21, 0.8),
        ({"frames": 11}, 11, 0.4),
        ({"frames": 11, "duration": 2}, 11, 2),
        ({"duration": 0.8}, 21, 0.8),
        ({"duration": 0.4}, 11, 0.4),
        ({"duration": 4}, 21, 4),
    ],
)
@pytest.mark.parametrize("suffix", ["gif", "webp", "mp4"])
def test_a_file_has_the_frames_and_the_seconds_that_were_asked_for(
    suffix: str, options: dict[str, float], count: int, seconds: float, tmp_path: Path
) -> None:
    film = FilmOptions(poster=0, hold=0, **options)  # type: ignore[arg-type]
    data = written(RACE, tmp_path, suffix, film)
    if suffix == "mp4":
        assert len(video_frames(tmp_path / "race.mp4")) == count
        took = re.search(r"Duration: 00:00:(\d\d\.\d\d)", ffmpeg_says(tmp_path / "race.mp4"))
        assert took
        times = [float(took[1]) * 1000]
    else:
        _, times = decode(data)
        assert len(times) == count
    assert sum(times) == pytest.approx(1000 * seconds * count / (count - 1), abs=10)


def test_video_has_as_many_frames_a_second_as_are_asked_for(tmp_path: Path) -> None:
    for fps in (60, 120, 1000):
        written(RACE, tmp_path, "mp4", FilmOptions(fps=fps, hold=0))
        assert len(video_frames(tmp_path / "race.mp4")) == STEPS + 1
        assert f" {fps if fps < 1000 else '1k'} fps" in ffmpeg_says(tmp_path / "race.mp4")


@pytest.mark.parametrize("suffix", IMAGES)
def test_what_browsers_slow_down_is_refused(suffix: str, tmp_path: Path) -> None:
    for film, wish in (
        (FilmOptions(fps=60), "fps = 60"),
        (FilmOptions(frames=21, duration=0.3), "frames = 21"),
    ):
        says = f"^{wish} is not possible in .*: browsers slow down .* 50 .* write an MP4$"
        with pytest.raises(ValueError, match=says):
            written(RACE, tmp_path, suffix, film)
    assert not list(tmp_path.iterdir())


@given(
    steps=st.integers(1, 2000),
    fps=st.floats(0.1, 50),
    speed=st.none() | st.floats(0.1, 1e6),
    hold=st.floats(0, 600),
    poster=st.just(0.0) | st.floats(0.02, 600),
)
def test_every_film_begins_at_the_start_and_ends_at_the_last_step(
    steps: int, fps: float, speed: float | None, hold: float, poster: float
) -> None:
    frames = Timing(fps, speed, hold, poster).schedule(steps)
    if poster:
        assert frames[0] == (steps, poster)
        frames = frames[1:]
    shown = [step for step, _ in frames]
    assert shown[0] == 0
    assert shown[-1] == steps
    assert all(before < after for before, after in pairwise(shown))
    if speed is None or speed <= fps:
        assert shown == list(range(steps + 1))
    *running, (_, last) = frames
    rate = min(fps, speed or fps)
    assert all(seconds == 1 / rate for _, seconds in running)
    assert last == max(hold, 1 / rate)
    took = sum(seconds for _, seconds in running)
    assert took == pytest.approx(steps / (speed or fps), abs=1 / rate)


@pytest.mark.parametrize("loop", [0, 1, 3])
@every_image
def test_how_often_a_film_plays(suffix: str, loop: int, tmp_path: Path) -> None:
    data = written(RACE, tmp_path, suffix, FilmOptions(loop=loop))
    with Image.open(BytesIO(data)) as image:
        if suffix == "gif":  # there it is the number of repetitions
            assert image.info.get("loop") == {0: 0, 1: None, 3: 2}[loop]
        else:
            assert image.info["loop"] == loop


@pytest.mark.parametrize("step", [None, 0, 7])
def test_a_png_is_the_drawing_itself(step: int | None, tmp_path: Path) -> None:
    data = written(RACE, tmp_path, "png", StillOptions(step=step))
    with Image.open(BytesIO(data)) as image:
        assert image.format == "PNG"
        picture = np.array(image.convert("RGB"))
    step = STEPS if step is None else step
    np.testing.assert_array_equal(picture, drawn(RACE, step, still=True))


def test_an_svg_is_xml_with_everything_in_it(tmp_path: Path) -> None:
    root = ElementTree.fromstring(written(RACE, tmp_path, "svg"))
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert root.attrib["viewBox"] == "0 0 288 216"
    words = {str(each.text).strip() for each in root.iter("{http://www.w3.org/2000/svg}text")}
    assert {"SGD", "Momentum", "Adam", "start x, y = 1, 1.6; 20 steps"} <= words
    glyphs = {each.attrib.get("id") for each in root.iter("{http://www.w3.org/2000/svg}path")}
    uses = [each.attrib for each in root.iter("{http://www.w3.org/2000/svg}use")]
    links = {value[1:] for each in uses for name, value in each.items() if "href" in name}
    assert links
    assert links <= glyphs | {each.attrib.get("id") for each in root.iter()}


def test_a_pdf_has_one_page_of_the_size(files: dict[str, Path]) -> None:
    data = files["pdf"].read_bytes()
    assert data.startswith(b"%PDF-1.")
    assert data.rstrip().endswith(b"%%EOF")
    assert len(re.findall(rb"/Type /Page\b", data)) == 1
    assert b"/Count 1" in data
    assert b"/MediaBox [ 0 0 288 216 ]" in data  # points; 72 are an inch, as are 100 pixels


@pytest.mark.parametrize("suffix", ["svg", "pdf"])
def test_vector_pictures_show_the_step_asked_for(
    suffix: str, files: dict[str, Path], tmp_path: Path
) -> None:
    last = files[suffix].read_bytes()
    assert written(RACE, tmp_path, suffix, StillOptions(step=STEPS)) == last
    assert written(RACE, tmp_path, suffix, StillOptions(step=7)) != last


def test_a_page_holds_the_race(files: dict[str, Path]) -> None:
    held = re.findall(r"<script[^>]*>([A-Za-z0-9+/=\s]+)</script>", files["html"].read_text())
    (message,) = (gzip.decompress(b64decode(each)) for each in held)
    assert any(xs in message for xs in (RACE[2].x.astype("<f8").tobytes(), RACE[2].x.T.tobytes()))


def test_a_page_of_500_steps_of_seven_is_small_enough_to_send(tmp_path: Path) -> None:
    assert len(written(replace(SCENES["beale"], steps=500), tmp_path, "html")) <= MOST


def test_tables_have_the_races_bits(files: dict[str, Path]) -> None:
    lines = files["csv"].read_text(encoding="utf-8").splitlines()
    rows = list(csv.DictReader(line for line in lines if not line.startswith("#")))
    runs = json.loads(files["json"].read_text(encoding="utf-8"))["runs"]
    assert len(rows) == 3 * (STEPS + 1)
    for place, run in enumerate(RACE):
        own = rows[place * (STEPS + 1) : (place + 1) * (STEPS + 1)]
        for name, true in {"x": run.x[:, 0], "y": run.x[:, 1], "loss": run.loss}.items():
            assert [float(row[name]) for row in own] == true.tolist()
            assert runs[place]["columns"][name] == true.tolist()


@every_format
def test_the_same_order_makes_the_same_bytes(
    suffix: str, files: dict[str, Path], tmp_path: Path
) -> None:
    assert written(RACE, tmp_path, suffix) == files[suffix].read_bytes()


def test_the_documented_call_takes_a_race_and_a_scene(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    scene = replace(SCENES["beale"], steps=STEPS)
    for what in (RACE, scene):
        picture, film = PictureOptions(size=(800, 600)), FilmOptions(fps=25)
        assert export(what, "beale.gif", picture, film) == Path("beale.gif")
        pictures, times = decode((tmp_path / "beale.gif").read_bytes())
        assert pictures[0].shape == (600, 800, 3)
        assert sum(times) == 3800
        assert len(times) == STEPS + 2
    assert list(tmp_path.iterdir()) == [tmp_path / "beale.gif"]


def test_a_suffix_may_be_written_large(tmp_path: Path) -> None:
    export(RACE, tmp_path / "RACE.PNG", PictureOptions(size=SIZE))
    assert (tmp_path / "RACE.PNG").read_bytes().startswith(b"\x89PNG")


VARIANTS: dict[str, tuple[Race, RaceOptions]] = {
    "diverged": (DIVERGED, RaceOptions(views=("above", "space"), chart="loss")),
    "all diverged": (race(SURFACES["beale"], [SGD(lr=1e6)], (1, 1.6), 30), RaceOptions()),
    "one step": (race(SURFACES["beale"], [SGD(), Adam()], steps=1), RaceOptions(chart="loss")),
    "dark": (RACE, RaceOptions(theme="dark", chart="loss")),
    "in space": (RACE, RaceOptions(views=("space",), camera=(30.0, -60.0))),
    "accuracy": (race(SURFACES["noisy_moons"], [Adam()], steps=5), RaceOptions(chart="accuracy")),
    "by cost": (
        race(SURFACES["beale"], [Newton(), Backtracking(), Adam()], steps=5),
        RaceOptions(chart="cost"),
    ),
    "same rule twice": (
        race(SURFACES["beale"], [SGD(), SGD(lr=1e-4)], steps=5),
        RaceOptions(title="<&>"),
    ),
}


@pytest.mark.parametrize("name", VARIANTS)
def test_every_kind_of_race_and_picture_can_be_exported(name: str, tmp_path: Path) -> None:
    what, picture = VARIANTS[name]
    for suffix in ("webp", "pdf", "html", *TABLES):
        assert written(what, tmp_path, suffix, picture=picture)
    *_, last = decode((tmp_path / "race.webp").read_bytes())[0]
    assert error(last, drawn(what, what.steps, picture)).max() <= 2


@every_image
def test_a_turning_camera_ends_where_it_should(suffix: str, tmp_path: Path) -> None:
    few = race(SURFACES["saddle_point"], [Adam()], steps=3)
    before = RaceOptions(views=("space",), camera=(40.0, 225.0))
    data = written(few, tmp_path, suffix, FilmOptions(turn=90), picture=before)
    pictures, _ = decode(data)
    most = 20 if suffix == "gif" else 2
    turned = drawn(few, 3, replace(before, camera=(40.0, 315.0)))
    begun = drawn(few, 0, before)
    assert len(pictures) == 5
    assert np.percentile(error(pictures[-1], turned), 99) <= most
    assert np.percentile(error(pictures[1], begun), 99) <= most
    assert error(pictures[0], begun).mean() > 1


# What is not possible, by the group of options; the formats on which these have an effect.
MISTAKES: list[tuple[type[Options], dict[str, Any], str]] = [
    (RaceOptions, {"size": (100, 100)}, "width = 100 is not possible"),
    (RaceOptions, {"size": "broad"}, "'broad' is no size"),
    (RaceOptions, {"size": (400.5, 300)}, "width = 400.5 is not possible"),
    (RaceOptions, {"theme": "pink"}, "theme = 'pink' is not possible: give light or dark"),
    (RaceOptions, {"views": ("below",)}, "view = 'below' is not possible"),
    (RaceOptions, {"views": "space"}, "views = 'space' is not possible"),
    (RaceOptions, {"views": 3}, "views = 3 is not possible"),
    (RaceOptions, {"chart": "accuracy"}, "has no accuracy"),
    (RaceOptions, {"chart": "cost"}, "each optimizer here asks for one gradient a step"),
    (RaceOptions, {"camera": (1,)}, r"camera = \(1,\) is not possible"),
    (RaceOptions, {"camera": (float("nan"), 0)}, r"camera = \(nan, 0\) is not possible"),
    (RaceOptions, {"camera": "above"}, "camera = 'above' is not possible"),
    (StillOptions, {"step": STEPS + 1}, "step = 21 is not possible"),
    (StillOptions, {"step": -1}, "step = -1 is not possible"),
    (StillOptions, {"step": 1.5}, "step = 1.5 is not possible"),
    (FilmOptions, {"turn": 90}, "add the view space"),
    (FilmOptions, {"turn": float("nan")}, "turn = nan is not possible"),
    (FilmOptions, {"turn": "90"}, "turn = '90' is not possible"),
    (FilmOptions, {"fps": 0}, "fps = 0 is not possible"),
    (FilmOptions, {"fps": 51}, "fps = 51 is not possible"),
    (FilmOptions, {"fps": "25"}, "fps = '25' is not possible"),
    (FilmOptions, {"speed": -1}, "speed = -1 is not possible"),
    (FilmOptions, {"hold": float("inf")}, "hold = inf is not possible"),
    (FilmOptions, {"poster": float("nan")}, "poster = nan is not possible"),
    (FilmOptions, {"loop": 70_000}, "loop = 70000 is not possible"),
    (FilmOptions, {"loop": True}, "loop = True is not possible"),
    (PictureOptions, {"size": (100, 100)}, "width = 100 is not possible"),
]
FOLLOWED = {
    PictureOptions: ("gif", "png", "svg"),
    RaceOptions: ("gif", "png", "svg"),
    FilmOptions: ("gif", "webp"),
    StillOptions: ("png", "svg"),
}


@pytest.mark.parametrize(("group", "options", "says"), MISTAKES)
def test_what_is_not_possible_is_said_and_nothing_written(
    group: type[Options], options: dict[str, Any], says: str, tmp_path: Path
) -> None:
    for suffix in FOLLOWED[group]:
        with pytest.raises(ValueError, match=says) as raised:
            export(RACE, tmp_path / f"race.{suffix}", group(**options))
        assert "\n" not in str(raised.value)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["colour", "race", "timing", "composition"])
@pytest.mark.parametrize("group", FOLLOWED)
def test_what_is_no_option_cannot_be_given(name: str, group: type[Options]) -> None:
    with pytest.raises(TypeError, match=name):
        group(**{name: None})  # type: ignore[arg-type]


def test_a_timing_has_frames() -> None:
    with pytest.raises(ValueError, match="fps = None is not possible"):
        Timing(fps=None)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("suffix", "options", "says"),
    [
        ("csv", PictureOptions(size=(400, 300)), "size has no effect on a race as CSV"),
        ("json", RaceOptions(theme="dark"), "theme has no effect on a race as JSON"),
        ("html", RaceOptions(size=(400, 300)), "size has no effect on a race as HTML"),
        ("html", FilmOptions(fps=5), "fps has no effect on a race as HTML"),
        ("png", FilmOptions(fps=5), "fps has no effect on a race as PNG"),
        ("csv", FilmOptions(turn=5), "turn has no effect on a race as CSV"),
        ("mp4", FilmOptions(loop=1), "loop has no effect on a race as MP4"),
        ("gif", StillOptions(step=1), "step has no effect on a race as GIF"),
        ("png", SweepOptions(measure="steps"), "measure has no effect on a race as PNG"),
    ],
)
def test_an_option_without_effect_is_refused_by_name(
    suffix: str, options: Options, says: str, tmp_path: Path
) -> None:
    with pytest.raises(ValueError, match=f"{says}: leave it out"):
        export(RACE, tmp_path / f"race.{suffix}", options)
    assert not list(tmp_path.iterdir())


def test_an_option_as_it_is_by_default_is_no_mistake(tmp_path: Path) -> None:
    for suffix in FORMATS:
        export(RACE, tmp_path / f"race.{suffix}", RaceOptions(), FilmOptions(), StillOptions())


def test_options_of_one_group_are_given_once(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="2 PictureOptions are given"):
        export(RACE, tmp_path / "race.png", PictureOptions(), RaceOptions())


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("race.tiff", r"race\.tiff names no format: let it end in \.gif, \.mp4, .*\.json"),
        ("race", "race names no format"),
        (".gif", "names no format"),
        ("nowhere/race.gif", "there is no folder .*nowhere"),
        ("folder.gif", r"folder\.gif is a folder"),
    ],
)
def test_where_nothing_can_be_written(name: str, says: str, tmp_path: Path) -> None:
    (tmp_path / "folder.gif").mkdir()
    with pytest.raises(ValueError, match=says):
        export(RACE, tmp_path / name)
    assert list(tmp_path.rglob("*")) == [tmp_path / "folder.gif"]


def test_batches_are_refused_in_every_format(tmp_path: Path) -> None:
    """But a row of starts, which pages alone cannot show: see tests/pictures/test_bundle.py."""
    rates = np.array([[1e-4], [1e-3]])
    square = race(SURFACES["beale"], [SGD()], [[(1, 1)], [(0, 0)]], 5)
    settings = race(SURFACES["beale"], [SGD(lr=rates)], (1, 1), 5)  # type: ignore[arg-type]
    row = race(SURFACES["beale"], [SGD()], [(1, 1), (0, 0)], 5)
    refused = [(each, suffix) for each in (square, settings) for suffix in FORMATS]
    for each, suffix in [*refused, (row, "html")]:
        with pytest.raises(ValueError, match=r"batch|many starts"):
            export(each, tmp_path / f"race.{suffix}")
    assert not list(tmp_path.iterdir())


def test_origins_may_be_in_ones_own_words(tmp_path: Path) -> None:
    own = ("guessed", "found by hand", "ours")
    for suffix in ("png", "html", *TABLES):
        named = [replace(run.entrant, origin=each) for run, each in zip(RACE, own, strict=True)]
        told = race(RACE.surface, named, RACE.start, RACE.steps, RACE.seed)
        data = written(told, tmp_path, suffix)
        assert suffix == "png" or b"found by hand" in data


def cancelling(at: int, reason: BaseException) -> Callable[[int, int], None]:
    def cancel(done: int, total: int) -> None:
        if done >= at * total / 100:
            raise reason

    return cancel


@pytest.mark.parametrize(
    ("reason", "existing"),
    [(KeyboardInterrupt(), b"what was here before"), (RuntimeError("enough"), None)],
)
@every_format
def test_who_cancels_finds_everything_as_it_was(
    suffix: str, reason: BaseException, existing: bytes | None, tmp_path: Path
) -> None:
    path = tmp_path / f"race.{suffix}"
    options: list[Options] = []
    if FORMATS[suffix].drawn:
        options.append(PictureOptions(size=(240, 240)))
    if FORMATS[suffix].moving:
        options.append(FilmOptions(fps=5, speed=50))
    if existing:
        path.write_bytes(existing)
    for at in (5, 60, 100):
        with pytest.raises(type(reason)):
            export(RACE, path, *options, progress=cancelling(at, reason))
    assert [each.read_bytes() for each in tmp_path.iterdir()] == ([existing] if existing else [])


@every_format
def test_progress_only_grows_and_ends_when_all_is_done(suffix: str, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    path = tmp_path / f"race.{suffix}"
    export(RACE, path, *sized(suffix), progress=lambda *both: told.append(both))
    done = [each for each, _ in told]
    assert len({total for _, total in told}) == 1
    assert done == sorted(done)
    assert min(done) >= 0
    assert told[-1][0] == told[-1][1] > 0
    if suffix in FILMS:
        frames = STEPS + 1 + FORMATS[suffix].poster
        assert len(set(done)) == 2 * frames


def test_a_file_gets_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "plain").touch()
    plain = (tmp_path / "plain").stat().st_mode
    assert export(RACE, tmp_path / "race.csv").stat().st_mode == plain


def test_a_visitors_settings_of_matplotlib_change_nothing(
    files: dict[str, Path], tmp_path: Path
) -> None:
    script = (
        "import matplotlib; matplotlib.rcParams.update({'font.size': 30, 'savefig.dpi': 50,"
        "'svg.fonttype': 'none', 'savefig.bbox': 'tight', 'axes.facecolor': 'red'});"
        "from tests.export.test_export import *;"
        f"folder = Path({str(tmp_path)!r});"
        "[export(RACE, folder / f'race.{each}', *sized(each)) for each in STILLS]"
    )
    subprocess.run([sys.executable, "-c", script], check=True, cwd=Path(__file__).parents[2])
    for suffix in STILLS:
        assert (tmp_path / f"race.{suffix}").read_bytes() == files[suffix].read_bytes()
