"""A film below so many bytes: what is given up for it, in a fixed order, until the file fits."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import ceil, log2
from pathlib import Path
from typing import NamedTuple

from optviz.export.films import Coding, Shot, code, take
from optviz.film.film import Film
from optviz.film.ticks import Progress
from optviz.film.timing import Timing
from optviz.pictures.composition import Composition, PictureOptions
from optviz.pictures.sizes import SCREEN

FINE = 1000  # parts of the progress of one try


class Rung(NamedTuple):
    """What is given up.

    Attributes:
        quality: its place among those of the format.
        fps: frames a second at most.
        size: of the picture's sides, a share.
    """

    quality: int
    fps: float
    size: float


# First what the eye hardly sees, colours or the rate factor of video; then frames, as long as they
# make a movement; then pixels, as long as words can be read; and then more of everything.
LADDER = (
    Rung(0, 1000, 1),
    Rung(1, 1000, 1),
    Rung(2, 1000, 1),
    Rung(2, 20, 1),
    Rung(2, 15, 1),
    Rung(2, 12, 1),
    Rung(2, 12, 0.8),
    Rung(2, 12, 0.65),
    Rung(2, 12, 0.5),
    Rung(3, 10, 0.5),
    Rung(3, 8, 0.4),
    Rung(3, 6, 0.32),
)


@dataclass(frozen=True)
class Way:
    """A film that can be tried.

    Attributes:
        place: of its quality.
        timing: its own.
        composition: what is drawn.
        words: what it is then, in place of what was asked for.
    """

    place: int
    timing: Timing
    composition: Composition
    words: str


@dataclass
class Tries:
    """Films that are tried; the last that was taken is kept, for another quality of it.

    Attributes:
        shot: what is filmed.
        coding: of the file.
        path: where it is tried.
        progress: told of all tries, of which there are at most `most`.
    """

    shot: Shot
    coding: Coding
    path: Path
    progress: Progress
    most: int
    done: int = 0
    kept: tuple[Timing, Composition, Film] | None = None

    def data(self, way: Way) -> bytes:
        """The file of a film."""
        film = self._film(way)
        code(film, self.shot, way.timing, self.coding, way.place, self.path, self.tell)
        self.done += 1
        return self.path.read_bytes()

    def _film(self, way: Way) -> Film:
        if self.kept and self.kept[0] == way.timing and self.kept[1] is way.composition:
            return self.kept[2]
        self.kept = None  # two films need not be in memory
        film = take(self.shot, way.composition, way.timing, self.tell)
        self.kept = way.timing, way.composition, film
        return film

    def tell(self, done: int, total: int) -> None:
        """The progress of the try that goes on."""
        self.progress(self.done * FINE + FINE * done // total, self.most * FINE)


def write_below(limit: int, shot: Shot, coding: Coding, path: Path, progress: Progress) -> str:
    """Write the best film that has at most so many bytes.

    Args:
        limit: bytes.
        shot: what is filmed.
        coding: of the file.
        path: where to.
        progress: called with what is done and what there is to do.

    Returns:
        What was given up for it, in words; "" if nothing was.

    Raises:
        ValueError: no film is so small.
    """
    ways = list(ways_of(shot, coding))
    tries = Tries(shot, coding, path, progress, 2 + ceil(log2(len(ways))))
    # Each is smaller than the one before it, but for a few bytes: so halving finds the first.
    found, low, high = tries.data(ways[0]), 0, 0
    smallest, best = len(found), found
    if len(found) > limit:
        low, high = 1, len(ways)
    while low < high:
        middle = (low + high) // 2
        found = tries.data(ways[middle])
        smallest = min(smallest, len(found))
        if len(found) <= limit:
            best, high = found, middle
        else:
            low = middle + 1
    if len(best) > limit:
        raise ValueError(
            f"max_bytes = {limit:,} is not possible: with {ways[-1].words} the film has "
            f"{smallest:,}; give more, fewer frames or another format, such as MP4"
        )
    path.write_bytes(best)
    progress(tries.most * FINE, tries.most * FINE)
    return ways[high].words if high else ""


def ways_of(shot: Shot, coding: Coding) -> Iterator[Way]:
    """All that can be tried, from what was asked for down; at least that."""
    composition, size = shot.compose(1), 1.0
    known: list[tuple[int, Timing, float]] = []
    for rung in LADDER:
        place = rung.quality if coding.qualities else 0
        timing = slower(shot.timing, shot.steps, rung.fps)
        if (place, timing, rung.size) in known:
            continue
        known.append((place, timing, rung.size))
        if rung.size != size:
            try:
                composition, size = shot.compose(rung.size), rung.size
            except ValueError:
                return  # it finds no room on so few pixels
        words = said(shot, coding, place, timing, composition)
        yield Way(place, timing, composition, words)


def reduced(options: PictureOptions, share: float) -> PictureOptions:
    """The same with sides of such a share, laid out anew for a screen.

    What has more pixels an inch than a screen, paper or a phone's upright video, is only made
    coarser, as far as to a screen's.
    """
    if share == 1:
        return options
    dots = max(SCREEN, share * options.dots)
    if dots < options.dots:
        printed, share = options.measured.printed, dots / options.dots
        size = options.size if printed else scaled(options, share)
        return replace(options, size=size, dpi=dots)
    return replace(options, size=scaled(options, share))


def scaled(options: PictureOptions, share: float) -> tuple[int, int]:
    """A share of a picture's pixels."""
    wide, high = (round(share * side) for side in options.pixels)
    return wide, high


def slower(timing: Timing, steps: int, fps: float) -> Timing:
    """The same film with fewer frames a second; as many as it has where they were asked for."""
    _, rate = timing.pace(steps)
    if timing.frames is not None or rate <= fps:
        return timing
    return replace(timing, fps=fps, speed=timing.steps_a_second(steps), duration=None)


def said(shot: Shot, coding: Coding, place: int, timing: Timing, composition: Composition) -> str:
    """What a film is, as in "64 colours, 12 frames a second and 800 x 600 pixels"."""
    wide, high = composition.options.pixels
    words = [coding.said.format(coding.qualities[place])] if coding.qualities else []
    words.append(f"{timing.pace(shot.steps)[1]:.3g} frames a second")
    return f"{', '.join(words)} and {wide} x {high} pixels"
