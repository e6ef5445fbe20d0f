"""Small films for the tests of the encoders, and their pictures one by one."""

from collections.abc import Iterator, Sequence

import numpy as np
from hypothesis import strategies as st
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
