"""The pictures that a file holds: the first one whole, then rectangles round what changed."""

from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from optviz.film.film import Film
from optviz.film.rectangle import Corner, cut
from optviz.film.ticks import Showing, showings

Kind = TypeVar("Kind", bound=np.generic)


class Drawn(NamedTuple):
    """A picture in a file.

    Attributes:
        corner: where it is laid.
        pixels: (height, width) what is laid there.
        ticks: how long it is shown.
        done: how many of the film's frames have been told when it has.
    """

    corner: Corner
    pixels: NDArray[np.generic]
    ticks: int
    done: int


def drawn(
    film: Film,
    first: NDArray[Kind],
    changes: Callable[[Showing, int], tuple[NDArray[np.intp], NDArray[Kind]]],
    per_second: int,
    least: int,
    *,
    even: bool = False,
    whole: bool = False,
) -> Iterator[Drawn]:
    """The pictures of a film; what equals the one before is none of its own, which stays longer.

    Args:
        film: at least one frame.
        first: (height, width) the pixels of the first frame; they become those of each picture.
        changes: places and pixels that a showing changes in `first` as it is by then, given the
            showing and how many frames were told before.
        per_second: ticks in a second.
        least: ticks that a picture is shown at least.
        even: whether corners must have even coordinates.
        whole: whether rectangles have all their pixels, and not zero where nothing changed.
    """
    width, _ = film.size
    flat = first.ravel()
    corner, pixels = Corner(0, 0), first
    time = done = 0
    for showing in showings(film, per_second, least):
        places, values = changes(showing, done)
        if time and len(places):
            yield Drawn(corner, pixels, time, done)
            time = 0
            flat[places] = values
            corner, pixels = cut(places, values, width, even)
            if whole:
                height, across = pixels.shape
                rows = slice(corner.top, corner.top + height)
                pixels = first[rows, corner.left : corner.left + across].copy()
        elif not time:
            flat[places] = values
            pixels = first.copy()
        time, done = time + showing.ticks, showing.done
    yield Drawn(corner, pixels, time, done)
