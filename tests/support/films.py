"""Small films for the tests of the encoders, and their pictures one by one."""

import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from struct import unpack_from
from typing import NamedTuple

import numpy as np
from hypothesis import strategies as st
from imageio_ffmpeg import get_ffmpeg_exe
from numpy.typing import NDArray

from optviz.film.film import Colours, Film


def opaque(rgb: NDArray[np.uint8]) -> Colours:
    """(height, width) colours of (height, width, 3) levels."""
    full = np.full((*rgb.shape[:-1], 4), 255, np.uint8)
    full[..., :3] = rgb
    return full.view(np.uint32)[..., 0]


def levels(colours: Colours) -> NDArray[np.uint8]:
    """(height, width, 3) levels of opaque colours."""
    flat = np.ascontiguousarray(colours).view(np.uint8)
    return flat.reshape(*colours.shape, 4)[..., :3]


def channels(colours: Colours) -> NDArray[np.int16]:
    """The same levels, as numbers whose differences have signs."""
    return levels(colours).astype(np.int16)


def film_of(rgbs: Sequence[NDArray[np.uint8]], seconds: Sequence[float]) -> Film:
    film = Film()
    for rgb, duration in zip(rgbs, seconds, strict=True):
        film.add(opaque(rgb), duration)
    return film


def pictures_of(film: Film) -> Iterator[NDArray[np.uint8]]:
    """(height, width, 3) of every frame."""
    picture = film.first.copy()
    for frame in film.frames:
        picture.ravel()[frame.places] = frame.colours
        yield levels(picture).copy()


def merged(
    pictures: Sequence[NDArray[np.uint8]], durations: Sequence[int]
) -> list[tuple[NDArray[np.uint8], int]]:
    """The same pictures with equal neighbours made one, which is shown for both."""
    shown: list[tuple[NDArray[np.uint8], int]] = []
    for picture, duration in zip(pictures, durations, strict=True):
        if shown and (picture == shown[-1][0]).all():
            shown[-1] = picture, shown[-1][1] + duration
        else:
            shown.append((picture, duration))
    return shown


def assert_shows(
    decoded: list[tuple[NDArray[np.uint8], int]], pictures: list[NDArray[np.uint8]], total: int
) -> None:
    """Only pictures of the film, in order, the last one last, for this time altogether."""
    assert sum(duration for _, duration in decoded) == total
    at = -1
    for picture, _ in decoded:
        at = next(k for k in range(at + 1, len(pictures)) if (pictures[k] == picture).all())
    assert (decoded[-1][0] == pictures[-1]).all()


@st.composite
def films(draw: st.DrawFn, hundredths: st.SearchStrategy[int]) -> Film:
    """Films of up to 8 frames and 12 x 12 pixels of few colours, most of them standing still."""
    width, height, frames = (draw(st.integers(1, most)) for most in (12, 12, 8))
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    colours = rng.integers(0, 256, (draw(st.integers(1, 255)), 3), np.uint8)
    picture = colours[rng.integers(len(colours), size=(height, width))]
    rgbs, seconds = [], []
    for _ in range(frames):
        rgbs.append(picture.copy())
        seconds.append(draw(hundredths) / 100)
        change = rng.random((height, width)) < draw(st.sampled_from([0, 0.1, 1]))
        picture[change] = colours[rng.integers(len(colours), size=change.sum())]
    return film_of(rgbs, seconds)


def many_colours(frames: int = 6, seconds: float = 0.04) -> Film:
    """A film of 72 x 48 pixels with thousands of colours: gradients, and a bar that moves."""
    down, right = np.mgrid[0:48, 0:72]
    ground = np.stack([right * 3, down * 5, right + down], axis=-1).astype(np.uint8)
    rgbs = []
    for k in range(frames):
        rgbs.append(ground.copy())
        rgbs[-1][10:14, 5 * k : 5 * k + 9] = (200, 30 + k, 40)
    return film_of(rgbs, [seconds] * frames)


class Block(NamedTuple):
    """One image of a GIF file, from its control block and its descriptor."""

    control: int
    delay: int
    box: tuple[int, int, int, int]
    flags: int


def body(data: bytes) -> int:
    return 13 + 3 * (2 << (data[10] & 7))


def blocks(data: bytes) -> Iterator[Block]:
    """Every image, as the specification lays files out."""
    place = body(data)
    control = delay = 0
    while data[place] != 0x3B:
        if data[place] == 0x21:
            if data[place + 1] == 0xF9:
                control, delay = unpack_from("<BH", data, place + 3)
            place += 2
        else:
            yield Block(control, delay, unpack_from("<HHHH", data, place + 1), data[place + 9])
            place += 11
        while data[place]:
            place += 1 + data[place]
        place += 1
    assert place == len(data) - 1, "something follows the end"


def decode_video(path: Path, size: tuple[int, int]) -> NDArray[np.uint8]:
    """(frames, height, width, 3), as ffmpeg sees them; it takes BT.709 from the tags."""
    width, height = size
    command = [get_ffmpeg_exe(), "-v", "error", "-i", str(path), "-f", "rawvideo"]
    command += ["-vf", "scale=in_color_matrix=bt709", "-pix_fmt", "rgb24", "-"]
    raw = subprocess.run(command, capture_output=True, check=True).stdout
    return np.frombuffer(raw, np.uint8).reshape(-1, height, width, 3)
