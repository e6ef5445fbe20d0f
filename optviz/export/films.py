"""A film as a file: drawn, and coded as its format has it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from optviz.film.film import Film
from optviz.film.gif import write_gif
from optviz.film.lossless import write_apng, write_webp
from optviz.film.palette import MOST
from optviz.film.render import Drawing, film_of
from optviz.film.ticks import Progress
from optviz.film.timing import Timing
from optviz.film.video import AV1, H264, write_mp4, write_webm
from optviz.pictures.composition import Composition


class How(NamedTuple):
    """How a film is coded.

    Attributes:
        rate: frames a second, of video.
        loop: how often it plays; 0 for ever.
        quality: of those of the format; 0 where it has none.
        progress: told of it.
    """

    rate: float
    loop: int
    quality: int
    progress: Progress


@dataclass(frozen=True)
class Coding:
    """How films become files of a format.

    Attributes:
        write: writes a film to a path.
        qualities: the usual one, and what is lower in turn; none where all pixels are exact.
        said: a quality in a sentence.
    """

    write: Callable[[Film, Path, How], None]
    qualities: tuple[int, ...] = ()
    said: str = ""


def gif(film: Film, path: Path, how: How) -> None:
    """An animation, in so many colours."""
    write_gif(film, path, loop=how.loop, colours=how.quality, progress=how.progress)


def webp(film: Film, path: Path, how: How) -> None:
    """A lossless animation."""
    write_webp(film, path, loop=how.loop, progress=how.progress)


def apng(film: Film, path: Path, how: How) -> None:
    """A lossless animation."""
    write_apng(film, path, loop=how.loop, progress=how.progress)


def mp4(film: Film, path: Path, how: How) -> None:
    """A video; it has no loop of its own."""
    write_mp4(film, path, fps=how.rate, quality=how.quality, progress=how.progress)


def webm(film: Film, path: Path, how: How) -> None:
    """A video of another codec."""
    write_webm(film, path, fps=how.rate, quality=how.quality, progress=how.progress)


# Colours, and constant rate factors of H.264 and AV1 that look about equally well.
CODINGS = {
    "gif": Coding(gif, (MOST, 128, 64, 32), "{} colours"),
    "mp4": Coding(mp4, (H264.quality, 23, 28, 33), "a rate factor of {}"),
    "webm": Coding(webm, (AV1.quality, 46, 52, 58), "a rate factor of {}"),
    "webp": Coding(webp),
    "apng": Coding(apng),
}


@dataclass(frozen=True, kw_only=True)
class Shot:
    """What is filmed.

    Attributes:
        compose: what is drawn, on a picture whose sides are such a share of what was asked for;
            ValueError where there is none so small.
        draw: draws it.
        steps: the last step that it shows.
        timing: when which step is shown.
        turn: degrees by which the camera turns on the way.
        loop: how often it plays.
    """

    compose: Callable[[float], Composition]
    draw: Callable[[Any], Drawing]
    steps: int
    timing: Timing
    turn: float
    loop: int


def take(shot: Shot, composition: Composition, timing: Timing, progress: Progress) -> Film:
    """The film of a composition; this is half of the work."""
    return film_of(
        shot.draw(composition),
        timing,
        turn=shot.turn,
        progress=lambda done, total: progress(done, 2 * total),
    )


def code(
    film: Film, shot: Shot, timing: Timing, coding: Coding, place: int, path: Path, told: Progress
) -> None:
    """Write a film in one of the format's qualities, by its place; this is the other half."""
    _, rate = timing.pace(shot.steps)
    quality = coding.qualities[place] if coding.qualities else 0

    def progress(done: int, total: int) -> None:
        told(total + done, 2 * total)

    coding.write(film, path, How(rate, shot.loop, quality, progress))


def write_film(shot: Shot, coding: Coding, path: Path, progress: Progress) -> None:
    """Draw a film and write it, in the best quality."""
    film = take(shot, shot.compose(1), shot.timing, progress)
    code(film, shot, shot.timing, coding, 0, path, progress)
