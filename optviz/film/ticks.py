"""When each picture of a film is shown, in the clock ticks of a file format.

Every moment is rounded from the film's beginning, so that rounding never adds up: at 30 frames a
second a GIF's delays are 3, 4, 3, 3, 4, 3 hundredths, and eight seconds stay eight.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from optviz.film.film import Colours, Film

# Called as progress(done, total) with counts of frames; what it raises cancels the export.
Progress = Callable[[int, int], object]

# Browsers turn a GIF's delays of 0 and 1 hundredths into 10, and treat WebP and PNG likewise.
SHORTEST = 0.02


class Showing(NamedTuple):
    """A picture that a file shows.

    Attributes:
        places: (n,) positions in the flattened picture that changed since the showing before. A
            position may come several times; the last counts.
        colours: (n,) their new colours.
        ticks: how long it is shown.
        done: how many of the film's frames have been told when this one has.
    """

    places: NDArray[np.intp]
    colours: Colours
    ticks: int
    done: int


def pace(seconds: Sequence[float], per_second: float, least: int) -> list[tuple[range, int]]:
    """Which frames are shown together, and for how many ticks.

    A frame too short to be shown gives its time to the next, which then begins earlier; the last
    takes the time of the one before. So the last frame is always seen and the sum stays exact.

    Args:
        seconds: of every frame.
        per_second: ticks in a second.
        least: ticks that a picture is shown at least.

    Returns:
        Ranges of frames, in order and without gaps; of each, the last one's picture is shown.
        The ticks sum to the rounded whole, unless that is less than `least`.
    """
    shown: list[tuple[range, int]] = []
    first, begin, now = 0, 0, 0.0
    for k, duration in enumerate(seconds, 1):
        now += duration
        ticks = round(now * per_second) - begin
        if ticks >= least:
            shown.append((range(first, k), ticks))
            first, begin = k, begin + ticks
        elif k == len(seconds):
            early, before = shown.pop() if shown else (range(0), 0)
            shown.append((range(early.start, k), max(before + ticks, least)))
    return shown


def showings(film: Film, per_second: float, least: int) -> Iterator[Showing]:
    """What a file shows, one picture after another; see `pace` for the arguments.

    The first showing tells what changes in `film.first`: nothing, unless frames were merged.
    """
    seconds = [frame.seconds for frame in film.frames]
    for together, ticks in pace(seconds, per_second, least):
        frames = [film.frames[k] for k in together]
        if len(frames) == 1:
            places, colours = frames[0].places, frames[0].colours
        else:
            places = np.concatenate([frame.places for frame in frames])
            colours = np.concatenate([frame.colours for frame in frames])
        yield Showing(places, colours, ticks, together.stop)


def portions(ticks: int, least: int, most: int) -> list[int]:
    """A long time as times that a format can write: each from `least` to `most`, same sum."""
    parts = []
    while ticks > most:
        part = min(most, ticks - least)
        parts.append(part)
        ticks -= part
    return [*parts, ticks]


def check_loop(loop: int) -> None:
    """Raise ValueError unless `loop` is how often files can say that they are played."""
    if not 0 <= loop <= 65535:
        raise ValueError(f"loop = {loop} is not possible: give 0, for ever, or 1 to 65,535 times")


def check_film(film: Film, opaque: bool = False) -> None:
    """Raise ValueError if there is nothing to write, or what must be opaque is not."""
    if not film.frames:
        raise ValueError("the film has no frames: draw at least one picture")
    if opaque and not film.opaque:
        raise ValueError(
            "this format has no transparent pixels: make the background opaque, or write WebP "
            "or APNG"
        )
