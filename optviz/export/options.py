"""What can be chosen of a film and of a still, besides what can be chosen of every picture."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from math import inf
from typing import TypeVar

from optviz.film.timing import Timing
from optviz.pictures.composition import PictureOptions, choose
from optviz.pictures.figure_style import USUAL, Style, default
from optviz.pictures.theme import PAGES
from optviz.race import whole
from optviz.spec.parsing import number

OPAQUE = ("gif", "mp4", "webm")  # formats whose pixels let nothing through
TEXTS = ("text", "paths")
PAPER = frozenset({"text"})  # what concerns whatever is printed
BYTES = re.compile(r"\s*([\d.,e+]+)\s*([kmg]i?b|b|)\s*", re.IGNORECASE)
MULTIPLES = {"": 1, "b": 1, "kb": 10**3, "mb": 10**6, "gb": 10**9}
MULTIPLES |= {"kib": 2**10, "mib": 2**20, "gib": 2**30}
LEAST_BYTES = 1000
TIMING = tuple(each.name for each in fields(Timing))


@dataclass(frozen=True, kw_only=True)
class FilmOptions:
    """What can be chosen of a film. What is None is as films of that kind have it.

    Attributes:
        fps: frames a second, at most: up to 50, above which browsers slow down, and of video up to
            1000.
        speed: steps a second.
        frames: how many show the race, the first its start, the last its last step, which `hold`
            holds; the poster is none of them. With `duration` or `speed` it says `fps`.
        duration: seconds from the start to the last step, rounded to whole frames; `poster` and
            `hold` come to it. It says `speed`.
        easing: what frames between two steps show: "linear", heads on the straight way from one
            iterate to the next, or "smooth", the same with a rest at each; they are hollow on the
            way, and the step that is counted is the last whole one. None for whole steps only.
        hold: seconds for which the last step is shown at the end.
        poster: seconds for which the last step is shown at the beginning, for programs and
            printers that show only a first frame; 0 for none, which is usual of video.
        loop: how often it plays; 0 for ever, as if it is None.
        turn: degrees by which the camera of a view in space turns in the course of the film.
        max_bytes: that the file has, as a number or as in "2MB" or "500KiB": colours, frames a
            second and size are lowered until it has not more, in this order.
    """

    fps: float | None = None
    speed: float | None = None
    frames: int | None = None
    duration: float | None = None
    easing: str | None = None
    hold: float | None = None
    poster: float | None = None
    loop: int | None = None
    turn: float | None = None
    max_bytes: int | str | None = None

    def __post_init__(self) -> None:
        """Raise ValueError, with a sentence, where something is not possible."""
        self.timing(Timing())
        check_together(self)
        if self.max_bytes is not None and not LEAST_BYTES <= (self.most_bytes or 0) < inf:
            raise ValueError(
                f"max_bytes = {self.max_bytes!r} is not possible: give {LEAST_BYTES:,} bytes or "
                "more, as in 500000, 500KB or 2MB"
            )
        if self.loop is not None:
            whole("loop", self.loop, 0, 65535)
        turn = 0 if self.turn is None else self.turn
        if not isinstance(turn, int | float) or not abs(turn) <= 3600:
            raise ValueError(f"turn = {self.turn!r} is not possible: give -3600 to 3600 degrees")

    @property
    def most_bytes(self) -> int | None:
        """That the file has; None for any number, 0 where `max_bytes` is none."""
        if self.max_bytes is None:
            return None
        found = BYTES.fullmatch(str(self.max_bytes))
        if found is None or isinstance(self.max_bytes, bool):
            return 0
        return int(number(found[1]) * MULTIPLES[found[2].lower()])

    def timing(self, usual: Timing) -> Timing:
        """A film's timing, given what is usual where nothing was chosen."""
        given = {name: getattr(self, name) for name in TIMING}
        chosen = {name: each for name, each in given.items() if each is not None}
        if chosen.keys() & {"frames", "duration"}:
            usual = replace(usual, speed=None)  # they say it
        return replace(usual, **chosen)


@dataclass(frozen=True, kw_only=True)
class StillOptions:
    """What can be chosen of a still.

    Attributes:
        step: which step it shows; None for the last one.
        text: what words are in an SVG file: "text", which can be searched and edited and is set in
            the fonts of the machine that shows it, or "paths", which look the same everywhere;
            "text" if this is None.
    """

    step: int | None = None
    text: str | None = None

    def __post_init__(self) -> None:
        """Raise ValueError, with a sentence, where something is not possible."""
        if self.text is not None:
            choose("text", self.text, TEXTS)


def check_together(film: FilmOptions) -> None:
    """Raise ValueError where the numbers of a film say the same thing twice."""
    given = [name for name in ("fps", "frames", "duration", "speed") if getattr(film, name)]
    if {"fps", "frames"} < set(given):
        raise ValueError(
            f"{', '.join(given[:-1])} and {given[-1]} say one thing twice: leave one of them out"
        )


Options = PictureOptions | Style | FilmOptions | StillOptions
Group = TypeVar("Group", PictureOptions, Style, FilmOptions, StillOptions)


def only(options: Sequence[Options], group: type[Group]) -> Group:
    """The options of one group, or its defaults.

    Raises:
        ValueError: there are several.
    """
    found = [each for each in options if isinstance(each, group)]
    if len(found) > 1:
        raise ValueError(f"{len(found)} {group.__name__} are given: give them all in one")
    return found[0] if found else group()


def folded(options: Sequence[Options]) -> Sequence[Options]:
    """The same with a style of its own among the picture's options.

    Raises:
        ValueError: the picture's options have another one.
    """
    style, picture = only(options, Style), only(options, PictureOptions)
    if style == USUAL:
        return options
    if picture.style != USUAL:
        raise ValueError("two styles are given: leave out the picture's own, or the other")
    others = (each for each in options if not isinstance(each, PictureOptions | Style))
    return [replace(picture, style=style), *others]


def check_theme(theme: str | None, suffix: str, name: str) -> None:
    """Raise ValueError where a format, of this suffix and name, cannot have a theme."""
    if theme == "transparent" and suffix in OPAQUE:
        raise ValueError(
            f"{name} has no transparent pixels: choose another theme, or write .webp, .apng, "
            ".png, .svg or .pdf"
        )
    if suffix == "html" and theme not in (None, *PAGES):
        raise ValueError(f"theme = {theme!r}: a page is {' or '.join(PAGES)}, or leave it out")


def names_chosen(options: Iterable[Options]) -> list[str]:
    """The names of all options that are not as they are by default.

    Raises:
        ValueError: something else is among them.
    """
    options = list(options)
    for each in options:
        if not isinstance(each, Options):
            raise ValueError(f"{each!r} is no option: give one as in PictureOptions(theme='dark')")
    pictures = [each for each in options if isinstance(each, PictureOptions)]
    groups = [*options, *(each.style for each in pictures)]
    return [
        each.name
        for group in groups
        for each in fields(group)
        if each.name != "style" and getattr(group, each.name) != default(each)
    ]
