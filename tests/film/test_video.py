"""MP4 files, decoded again by ffmpeg, and the planes that are sent to it."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from imageio_ffmpeg import get_ffmpeg_exe
from numpy.typing import NDArray

from optviz.film import video
from optviz.film.film import Film
from optviz.film.video import AV1, Planes, program, write_mp4, write_webm
from tests.support.films import decode_video, film_of, films, many_colours, opaque, pictures_of


def description_of(path: Path) -> str:
    """What ffmpeg says of a file."""
    command = [get_ffmpeg_exe(), "-hide_banner", "-i", str(path)]
    return subprocess.run(command, capture_output=True, check=False).stderr.decode()


def flat(
    *colours: tuple[int, int, int], size: tuple[int, int] = (32, 48)
) -> list[NDArray[np.uint8]]:
    return [np.full((*size, 3), colour, np.uint8) for colour in colours]


def test_frames_are_held_for_their_seconds(tmp_path: Path) -> None:
    colours = [(200, 30, 40), (20, 160, 60), (40, 60, 220)]
    write_mp4(film_of(flat(*colours), [0.1, 0.2, 0.5]), tmp_path / "a.mp4", fps=10)
    frames = decode_video(tmp_path / "a.mp4", (48, 32))
    expected = [colours[0]] + [colours[1]] * 2 + [colours[2]] * 5
    assert len(frames) == 8
    for frame, colour in zip(frames, expected, strict=True):
        assert np.abs(frame.astype(int) - colour).max() <= 4


def test_what_the_file_says_of_itself(tmp_path: Path) -> None:
    write_mp4(film_of(flat((9, 9, 9), (99, 9, 9)), [1, 1]), tmp_path / "a.mp4", fps=25)
    said = description_of(tmp_path / "a.mp4")
    for each in ("h264", "yuv420p(tv, bt709", "48x32", "25 fps", "Duration: 00:00:02.00"):
        assert each in said
    data = (tmp_path / "a.mp4").read_bytes()
    assert data.index(b"moov") < data.index(b"mdat"), "the index must come first (+faststart)"


def test_odd_sizes_get_their_edge_twice(tmp_path: Path) -> None:
    rgb = np.full((31, 47, 3), 240, np.uint8)
    rgb[:, 40:] = (30, 30, 30)
    write_mp4(film_of([rgb], [1]), tmp_path / "a.mp4", fps=5)
    frames = decode_video(tmp_path / "a.mp4", (48, 32))
    assert len(frames) == 5
    assert np.abs(frames[-1][:31, :47].astype(int) - rgb)[:, 44:].max() <= 6
    assert np.abs(frames[-1][:, 47].astype(int) - 30).max() <= 6
    assert np.abs(frames[-1][31, :36].astype(int) - 240).max() <= 6


def test_moving_pictures_come_back_nearly(tmp_path: Path) -> None:
    film = many_colours(frames=12)
    write_mp4(film, tmp_path / "a.mp4", fps=25)
    frames = decode_video(tmp_path / "a.mp4", film.size)
    assert len(frames) == 12
    for frame, true in zip(frames, pictures_of(film), strict=True):
        assert np.abs(frame.astype(int) - true).mean() < 9


@settings(max_examples=50)
@given(films(st.just(1)))
def test_changed_planes_are_the_planes_of_the_changed_picture(film: Film) -> None:
    planes = Planes(film.first)
    for frame, rgb in zip(film.frames, pictures_of(film), strict=True):
        planes.change(frame.places, frame.colours)
        np.testing.assert_array_equal(planes.data, Planes(opaque(rgb)).data)


def test_planes_are_those_of_the_recommendation() -> None:
    # BT.709 in 8 bits: white, black, and the three primaries, as its tables of colour bars have.
    for colour, ycc in {
        (255, 255, 255): (235, 128, 128),
        (0, 0, 0): (16, 128, 128),
        (255, 0, 0): (63, 102, 240),
        (0, 255, 0): (173, 42, 26),
        (0, 0, 255): (32, 240, 118),
    }.items():
        assert tuple(Planes(opaque(flat(colour, size=(2, 2))[0])).data[3:]) == ycc


def test_cancelling_leaves_nothing_running(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[subprocess.Popen[bytes]] = []
    popen = subprocess.Popen

    def start(*args: object, **settings: object) -> subprocess.Popen[bytes]:
        started.append(popen(*args, **settings))  # type: ignore[call-overload]
        return started[-1]

    def cancel(done: int, total: int) -> None:
        if done == 3:
            raise error

    monkeypatch.setattr(subprocess, "Popen", start)
    for error in (KeyboardInterrupt(), ValueError("enough"), BrokenPipeError("the browser left")):
        with pytest.raises(type(error)):
            write_mp4(many_colours(), tmp_path / "a.mp4", progress=cancel)
        assert started[-1].poll() is not None
    assert len(started) == 3


def test_progress_is_told(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    write_mp4(many_colours(), tmp_path / "a.mp4", 25, lambda *counts: seen.append(counts))
    assert seen == [(done, 6) for done in range(7)]


def test_what_ffmpeg_says_is_in_the_error(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match=r"could not write .*No such file or directory"):
        write_mp4(many_colours(), tmp_path / "nowhere" / "a.mp4")


def test_ffmpeg_that_dies_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = tmp_path / "ffmpeg"
    script.write_text("#!/bin/sh\necho first >&2\necho the disk is full >&2\nexit 3\n")
    script.chmod(0o755)
    monkeypatch.setattr(video, "program", lambda codec: str(script))
    rng = np.random.default_rng(0)
    noise = [rng.integers(0, 256, (400, 400, 3), np.uint8) for _ in range(3)]
    with pytest.raises(RuntimeError, match=r"the disk is full$"):
        write_mp4(film_of(noise, [1, 1, 1]), tmp_path / "a.mp4")


def test_a_webm_is_av1_and_comes_back_nearly(tmp_path: Path) -> None:
    film = many_colours(frames=12)
    write_webm(film, tmp_path / "a.webm", fps=25)
    said = description_of(tmp_path / "a.webm")
    for each in ("av1", "yuv420p(tv, bt709", "25 fps", "Duration: 00:00:00.48"):
        assert each in said
    frames = decode_video(tmp_path / "a.webm", film.size)
    assert len(frames) == 12
    for frame, true in zip(frames, pictures_of(film), strict=True):
        assert np.abs(frame.astype(int) - true).mean() < 12


@pytest.mark.parametrize(("write", "suffix"), [(write_mp4, "mp4"), (write_webm, "webm")])
def test_a_higher_rate_factor_makes_a_smaller_video(
    write: Callable[..., None], suffix: str, tmp_path: Path
) -> None:
    sizes = []
    for quality in (20, 50):
        write(many_colours(frames=12), tmp_path / f"a.{suffix}", quality=quality)
        sizes.append((tmp_path / f"a.{suffix}").stat().st_size)
    assert sizes[1] < 0.9 * sizes[0]


def test_an_ffmpeg_without_av1_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(video, "encoders", lambda found: frozenset({"libx264"}))
    with pytest.raises(ValueError, match=r"^WebM needs an ffmpeg with libsvtav1.* write an MP4$"):
        program(AV1)


def test_without_ffmpeg(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "imageio_ffmpeg", None)
    with pytest.raises(ValueError, match="pip install imageio-ffmpeg"):
        write_mp4(many_colours(), tmp_path / "a.mp4")


def test_nothing_to_write(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no frames"):
        write_mp4(Film(), tmp_path / "a.mp4")
    with pytest.raises(ValueError, match="fps = 0"):
        write_mp4(many_colours(), tmp_path / "a.mp4", fps=0)
