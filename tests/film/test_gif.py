"""GIF files, decoded again: by Pillow for the pictures, block by block for the rest."""

from io import BytesIO
from pathlib import Path
from struct import unpack_from

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image

from optviz.film.film import Film
from optviz.film.gif import write_gif
from optviz.film.palette import palette_of
from tests.support.films import (
    assert_shows,
    blocks,
    body,
    film_of,
    films,
    many_colours,
    merged,
    pictures_of,
)


def decode(data: bytes) -> list[tuple[NDArray[np.uint8], int]]:
    """Every picture and its hundredths of a second, as Pillow sees them."""
    with Image.open(BytesIO(data)) as image:
        shown = []
        for k in range(getattr(image, "n_frames", 1)):
            image.seek(k)
            shown.append((np.array(image.convert("RGB")), image.info["duration"] // 10))
    return shown


def written(film: Film, path: Path, loop: int = 0) -> bytes:
    write_gif(film, path / "film.gif", loop)
    return (path / "film.gif").read_bytes()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("gif")


@given(film=films(st.integers(2, 300)))
def test_up_to_255_colours_come_back_exactly(film: Film, folder: Path) -> None:
    decoded = decode(written(film, folder))
    times = [round(frame.seconds * 100) for frame in film.frames]
    expected = merged(list(pictures_of(film)), times)
    assert [time for _, time in decoded] == [time for _, time in expected]
    for (picture, _), (true, _) in zip(decoded, expected, strict=True):
        np.testing.assert_array_equal(picture, true)


@given(film=films(st.integers(0, 4)))
def test_short_frames_lose_no_time(film: Film, folder: Path) -> None:
    data = written(film, folder)
    total = max(2, round(sum(frame.seconds for frame in film.frames) * 100))
    assert_shows(decode(data), list(pictures_of(film)), total)
    assert all(block.delay >= 2 for block in blocks(data))


def test_one_palette_and_what_is_shown_stays(folder: Path) -> None:
    film = many_colours(frames=7)
    found = list(blocks(written(film, folder)))
    assert len(found) == 7
    for block in found:
        assert block.flags == 0, "a palette of its own, or interlaced"
        assert block.control == 1 << 2 | 1, "stays, and index 0 is transparent"


def test_only_the_changed_rectangle_is_written(folder: Path) -> None:
    first, second, third, *_ = blocks(written(many_colours(), folder))
    assert first.box == (0, 0, 72, 48)
    assert second.box == (0, 10, 14, 4)
    assert third.box == (5, 10, 14, 4)


def test_many_colours_come_back_nearly(folder: Path) -> None:
    film = many_colours()
    decoded = decode(written(film, folder))
    assert len(decoded) == len(film.frames)
    for (picture, time), true in zip(decoded, pictures_of(film), strict=True):
        assert time == 4
        assert np.abs(picture.astype(int) - true).mean() < 6


def test_what_does_not_move_does_not_flicker(folder: Path) -> None:
    (before, _), *later = decode(written(many_colours(), folder))
    for picture, _ in later:
        np.testing.assert_array_equal(picture[20:], before[20:])


def test_what_looks_the_same_is_no_picture_of_its_own(folder: Path) -> None:
    film = many_colours(frames=2)
    chosen = palette_of(film)
    rows = chosen.rows(film.last)
    down, right = np.argwhere(
        (rows[:, 1:] == rows[:, :-1]) & (film.last[:, 1:] != film.last[:, :-1])
    )[-1]
    picture = film.last.copy()
    picture[down, right] = picture[down, right + 1]
    film.add(picture, 0.05)
    assert len(film.frames[-1].places) == 1
    assert [block.delay for block in blocks(written(film, folder))] == [4, 9]


@pytest.mark.parametrize(("loop", "repeats"), [(0, 0), (1, None), (2, 1), (65535, 65534)])
def test_how_often_it_is_played(loop: int, repeats: int | None, folder: Path) -> None:
    data = written(many_colours(frames=2), folder, loop)
    start = body(data)
    if repeats is None:
        assert b"NETSCAPE" not in data
    else:
        assert data[start : start + 16] == b"!\xff\x0bNETSCAPE2.0\x03\x01"
        assert unpack_from("<H", data, start + 16) == (repeats,)


def test_longer_than_a_delay_can_say(folder: Path) -> None:
    red, blue = np.full((2, 3, 3), (255, 0, 0), np.uint8), np.full((2, 3, 3), 9, np.uint8)
    data = written(film_of([red, blue], [655.36, 1500]), folder)
    found = list(blocks(data))
    assert [block.delay for block in found] == [65534, 2, 65535, 65535, 18930]
    shown = merged(*map(list, zip(*decode(data), strict=True)))
    assert [time for _, time in shown] == [65536, 150_000]
    np.testing.assert_array_equal(shown[0][0], red)
    np.testing.assert_array_equal(shown[1][0], blue)


def test_progress_is_told_and_may_cancel(folder: Path) -> None:
    told: list[tuple[int, int]] = []
    write_gif(many_colours(), folder / "told.gif", progress=lambda *both: told.append(both))
    assert told[0] == (0, 6)
    assert told[-1] == (6, 6)
    assert len(told) == 7

    def cancel(done: int, total: int) -> None:
        if done == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_gif(many_colours(), folder / "cancelled.gif", progress=cancel)


def test_nothing_to_write(folder: Path) -> None:
    with pytest.raises(ValueError, match="no frames"):
        write_gif(Film(), folder / "none.gif")
    assert not (folder / "none.gif").exists()
