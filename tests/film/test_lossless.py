"""Animated WebP and PNG, decoded again by Pillow: nothing may differ."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from struct import unpack_from
from zlib import crc32

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image

from optviz.film.film import Film
from optviz.film.gif import write_gif
from optviz.film.lossless import write_apng, write_webp
from optviz.film.video import write_mp4
from tests.support.films import assert_shows, film_of, films, many_colours, merged, pictures_of

Writer = Callable[..., None]
both = pytest.mark.parametrize("write", [write_webp, write_apng])


def written(write: Writer, film: Film, path: Path, loop: int = 0) -> bytes:
    write(film, path / "film", loop)
    return (path / "film").read_bytes()


def decode(data: bytes) -> list[tuple[NDArray[np.uint8], int]]:
    """Every picture and its milliseconds, as Pillow sees them; all of them opaque."""
    with Image.open(BytesIO(data)) as image:
        shown = []
        for k in range(getattr(image, "n_frames", 1)):
            image.seek(k)
            picture = np.array(image.convert("RGBA"))
            assert (picture[..., 3] == 255).all()
            shown.append((picture[..., :3], round(image.info.get("duration", 0))))
    return shown


def chunks(data: bytes) -> list[tuple[bytes, bytes]]:
    """Name and data of every chunk of a PNG, its checksum verified."""
    place, found = 8, []
    while place < len(data):
        (length,) = unpack_from(">I", data, place)
        name, inside = data[place + 4 : place + 8], data[place + 8 : place + 8 + length]
        assert unpack_from(">I", data, place + 8 + length) == (crc32(name + inside),)
        found.append((name, inside))
        place += 12 + length
    return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("lossless")


@both
@given(film=films(st.integers(2, 300)))
def test_every_film_comes_back_exactly(write: Writer, film: Film, folder: Path) -> None:
    decoded = decode(written(write, film, folder))
    times = [round(frame.seconds * 1000) for frame in film.frames]
    expected = merged(list(pictures_of(film)), times)
    assert len(decoded) == len(expected)
    for (picture, _), (true, _) in zip(decoded, expected, strict=True):
        np.testing.assert_array_equal(picture, true)
    if len(expected) > 1:  # Pillow tells no duration of a single picture
        assert [time for _, time in decoded] == [time for _, time in expected]


@both
@given(film=films(st.integers(0, 4)))
def test_short_frames_lose_no_time(write: Writer, film: Film, folder: Path) -> None:
    decoded = decode(written(write, film, folder))
    if len(decoded) > 1:
        total = round(sum(frame.seconds for frame in film.frames) * 1000)
        assert_shows(decoded, list(pictures_of(film)), total)
        assert all(time >= 20 for _, time in decoded)


@both
def test_many_colours_come_back_exactly(write: Writer, folder: Path) -> None:
    film = many_colours()
    decoded = decode(written(write, film, folder))
    for (picture, time), true in zip(decoded, pictures_of(film), strict=True):
        assert time == 40
        np.testing.assert_array_equal(picture, true)


@both
@pytest.mark.parametrize("loop", [0, 1, 7, 65535])
def test_how_often_it_is_played(write: Writer, loop: int, folder: Path) -> None:
    with Image.open(BytesIO(written(write, many_colours(frames=2), folder, loop))) as image:
        assert image.info["loop"] == loop
        assert image.size == (72, 48)


def test_a_png_counts_its_frames_and_chunks(folder: Path) -> None:
    found = chunks(written(write_apng, many_colours(), folder))
    assert [name for name, _ in found[:4]] == [b"IHDR", b"acTL", b"fcTL", b"IDAT"]
    assert unpack_from(">II", found[1][1]) == (6, 0)
    numbered = [
        unpack_from(">I", inside)[0] for name, inside in found if name in (b"fcTL", b"fdAT")
    ]
    assert numbered == list(range(11))


def test_only_the_changed_rectangle_is_written(folder: Path) -> None:
    found = chunks(written(write_apng, many_colours(), folder))
    boxes = [unpack_from(">IIII", inside, 4) for name, inside in found if name == b"fcTL"]
    assert boxes[:3] == [(72, 48, 0, 0), (14, 4, 0, 10), (14, 4, 5, 10)]
    webp = written(write_webp, many_colours(), folder)
    second = webp.index(b"ANMF", webp.index(b"ANMF") + 4) + 8
    left, top = (int.from_bytes(webp[second + k : second + k + 3], "little") for k in (0, 3))
    assert (2 * left, 2 * top) == (0, 10)
    assert len(webp) == 8 + unpack_from("<I", webp, 4)[0]


@pytest.mark.parametrize(("write", "most"), [(write_webp, 2**24 - 1), (write_apng, 65535)])
def test_longer_than_a_delay_can_say(write: Writer, most: int, folder: Path) -> None:
    red, blue = np.full((2, 3, 3), (255, 0, 0), np.uint8), np.full((2, 3, 3), 9, np.uint8)
    times = [most + 1, 2 * most]
    decoded = decode(written(write, film_of([red, blue], [time / 1000 for time in times]), folder))
    assert len(decoded) == 4
    assert all(20 <= time <= most for _, time in decoded)
    shown = merged([picture for picture, _ in decoded], [time for _, time in decoded])
    assert [time for _, time in shown] == times
    np.testing.assert_array_equal(shown[1][0], blue)


@both
def test_progress_is_told_and_may_cancel(write: Writer, folder: Path) -> None:
    told: list[tuple[int, int]] = []
    write(many_colours(), folder / "told", progress=lambda *counts: told.append(counts))
    assert told == [(done, 6) for done in range(7)]

    def cancel(done: int, total: int) -> None:
        if done == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write(many_colours(), folder / "cancelled", progress=cancel)


@both
def test_nothing_to_write(write: Writer, folder: Path) -> None:
    with pytest.raises(ValueError, match="no frames"):
        write(Film(), folder / "none")
    with pytest.raises(ValueError, match="loop = -1"):
        write(many_colours(), folder / "none", loop=-1)
    assert not (folder / "none").exists()


@both
def test_transparent_pixels_come_and_go(write: Writer, folder: Path) -> None:
    clear, half, red = np.uint32(0), np.uint32(0x80FF0000), np.uint32(0xFF0000FF)
    film = Film()
    pictures = []
    for k, colour in enumerate((clear, red, half, clear, clear, red)):
        picture = np.full((5, 7), half if k % 2 else clear, np.uint32)
        picture[1:3, 2:5] = colour
        pictures.append(picture)
        film.add(picture, 3.0 if k == 2 else 0.1)
    assert not film.opaque
    with Image.open(BytesIO(written(write, film, folder))) as image:
        for k, picture in enumerate(pictures):
            image.seek(k)
            shown = np.array(image.convert("RGBA"))
            true = picture.view(np.uint8).reshape(5, 7, 4)
            np.testing.assert_array_equal(shown[..., 3], true[..., 3])
            np.testing.assert_array_equal(shown[true[..., 3] > 0], true[true[..., 3] > 0])


@pytest.mark.parametrize("write", [write_gif, write_mp4])
def test_formats_without_transparency_refuse_it(write: Writer, folder: Path) -> None:
    film = Film()
    film.add(np.zeros((4, 4), np.uint32), 1.0)
    with pytest.raises(ValueError, match="no transparent pixels"):
        write(film, folder / "film")
