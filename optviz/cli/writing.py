"""What commands that write a file share: the path, the style, the options, the progress."""

import argparse
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np

from optviz.batch import Array
from optviz.cli.arguments import reads
from optviz.cli.figure_style import STYLE, add_style, ends_of, style_of
from optviz.export.formats import Subject, check_options, request_for, suffix_for, write
from optviz.export.options import FilmOptions, Options, StillOptions
from optviz.files import check_path, whole_file
from optviz.film.timing import EASINGS, Timing
from optviz.pictures.basins.kind import FPS, SECONDS
from optviz.pictures.kind import Kind
from optviz.pictures.sizes import SIZES
from optviz.pictures.theme import THEMES
from optviz.spec.parsing import integer, number
from optviz.spec.race_spec import RaceSpec
from optviz.studies.sweep import rates_between as between

BAR = 30  # characters
PICTURE = ("size", "dpi", "theme", "title")
RACE = ("views", "chart", "camera", "cloud")
PACE = ("fps", "speed", "frames", "duration", "easing")
FILM = (*PACE, "hold", "poster", "loop", "turn", "max_bytes")
STILL = ("step", "text")
SWEPT = ("measure", "current")
CHOSEN = (*PICTURE, *STYLE, *RACE, *SWEPT, *FILM, *STILL)  # what is refused where it has no effect

Tell = Callable[[float], object]  # called with the share that is done, 0 to 1


def add_file(command: argparse.ArgumentParser) -> None:
    """The file, and how it is reported."""
    command.add_argument("file", type=Path, help="where to; its suffix names the format")
    command.add_argument("--force", action="store_true", help="replace the file if it exists")
    command.add_argument("--quiet", action="store_true", help="print nothing")


def add_paper(command: argparse.ArgumentParser, title: str) -> "argparse._ArgumentGroup":
    """How large a picture is, on which paper; `title` is its title if none is given.

    Returns:
        The group, for what else concerns the picture.
    """
    picture = command.add_argument_group("the picture")
    sizes = ", ".join(f"{name} ({each.size})" for name, each in SIZES.items())
    picture.add_argument(
        "--size",
        metavar="SIZE",
        help="pixels as in 800x600, which it is if not given; on paper as in 85mm or 3.25in, "
        f"which is a width, or 85x60mm; or {sizes}",
    )
    picture.add_argument(
        "--dpi",
        type=reads(number),
        metavar="N",
        help="pixels an inch: 300 on paper if not given, else 100; the more, the larger is the "
        "type of a picture that is so many pixels large",
    )
    words = "what words are in an svg: text if not given, or paths, the same on every machine"
    picture.add_argument("--text", metavar="T", help=words)
    picture.add_argument("--theme", help=" or ".join(THEMES))
    picture.add_argument("--title", help=f"above the picture; {title} if not given, '' for none")
    add_style(command)
    return picture


def add_film(command: argparse.ArgumentParser, basins: bool = False) -> "argparse._ArgumentGroup":
    """How a film runs; returns the group, for what else concerns it."""
    film, own = command.add_argument_group("a film"), Timing()
    fps = FPS if basins else own.fps
    speed = f"what takes {SECONDS} seconds" if basins else "as many as frames"
    film.add_argument(
        "--fps", type=reads(number), metavar="N", help=f"frames a second at most, {fps:g}"
    )
    film.add_argument("--speed", type=reads(number), metavar="N", help=f"steps a second, {speed}")
    film.add_argument(
        "--frames",
        type=reads(integer),
        metavar="N",
        help="frames from the start to the last step, both counted",
    )
    film.add_argument(
        "--duration",
        type=reads(number),
        metavar="S",
        help="seconds from the start to the last step; --poster and --hold come to it",
    )
    if not basins:
        film.add_argument(
            "--easing",
            metavar="E",
            help=f"between steps: {' or '.join(EASINGS)}, heads glide from one to the next",
        )
    film.add_argument(
        "--hold", type=reads(number), metavar="S", help=f"seconds at the end, {own.hold:g}"
    )
    film.add_argument(
        "--poster",
        type=reads(number),
        metavar="S",
        help=f"seconds of the last step at the beginning, {own.poster:g}, but 0 of an mp4: it is "
        "what programs show that show no films",
    )
    film.add_argument(
        "--loop",
        type=reads(integer),
        metavar="N",
        help="how often it plays; for ever if not given, or 0",
    )
    film.add_argument(
        "--max-bytes",
        metavar="N",
        help="that the file has, as in 2MB: colours, frames and size are lowered until it has them",
    )
    return film


def picture_options(options: argparse.Namespace) -> dict[str, Any]:
    """What was given of the options that every picture has, by their names."""
    return chosen(options, PICTURE) | {"style": style_of(options)}


def motion_options(options: argparse.Namespace) -> tuple[FilmOptions, StillOptions]:
    """The options of films and stills."""
    return FilmOptions(**chosen(options, FILM)), still_options(options)


def still_options(options: argparse.Namespace) -> StillOptions:
    """The options of stills."""
    return StillOptions(**chosen(options, STILL))


def chosen(options: argparse.Namespace, names: Sequence[str]) -> dict[str, Any]:
    """Those arguments that were given."""
    given = {name: getattr(options, name, None) for name in names}
    return {name: value for name, value in given.items() if value is not None}


def write_file(
    options: argparse.Namespace,
    make: Callable[[Tell], Subject],
    kind: Kind,
    wanted: Sequence[Options],
    race: RaceSpec,
    ahead: float = 0,
) -> int:
    """Make what is wanted, write it and say what was written.

    What is not possible is said before anything is made, as far as it can be known.

    Args:
        options: file, force and quiet, as `add_file` has them.
        make: makes it; is given what to call with the share that is done.
        kind: of picture that shows it.
        wanted: as `export` takes them.
        race: of which it is made.
        ahead: which share of the work is done once it is made.
    """
    path: Path = options.file
    suffix = suffix_for(path, kind)
    check_options(kind, suffix, chosen(options, CHOSEN))
    check_file(options)
    began = time.perf_counter()
    with whole_file(path, options.force) as part, watched(options) as tell:
        subject = make(lambda share: tell(ahead * share))
        said = write(
            request_for(subject, suffix, *wanted, spec=race),
            part,
            lambda done, total: tell(ahead + (1 - ahead) * done / total),
        )
    if not options.quiet:
        kilobytes, took = path.stat().st_size / 1000, time.perf_counter() - began
        print(f"{path}: {kilobytes:,.0f} KB in {took:.1f} s{said and f', {said}'}")
    return 0


def check_file(options: argparse.Namespace) -> None:
    """Raise ValueError unless the file can be written; it is replaced only where that is wanted."""
    check_path(options.file)
    if options.file.exists() and not options.force:
        raise ValueError(f"{options.file} is there already: add --force to replace it")


def tell_notes(notes: Sequence[str]) -> None:
    """What is to be said of users' optimizers, one line for each, above the bar if there is one."""
    clear = f"\r{'':{BAR + 10}}\r" if notes and sys.stderr.isatty() else ""
    for each in notes:
        print(f"{clear}optviz: {each}", file=sys.stderr)


@contextmanager
def watched(options: argparse.Namespace) -> Iterator[Tell]:
    """A bar on the terminal, if there is one, which is gone afterwards."""
    if options.quiet or not sys.stderr.isatty():
        yield lambda share: None
        return
    try:
        yield bar
    finally:
        print("\r" + " " * (BAR + 10), end="\r", file=sys.stderr, flush=True)


def bar(share: float) -> None:
    """Progress on a terminal."""
    full, percent = round(BAR * share), int(100 * share + 1e-9)
    text = f"\r{'█' * full}{'░' * (BAR - full)} {percent:3} %"
    print(text, end="", file=sys.stderr, flush=True)


def span(text: str | None, option: str) -> tuple[float, float] | None:
    """Lowest and highest value out of an argument; None without one."""
    return None if text is None else ends_of(text, option)


def rates_between(text: str | None, every: int) -> Array | None:
    """Learning rates out of an argument, so many in every power of ten; None without one."""
    ends = span(text, "--rates")
    if ends is None:
        return None
    if not 0 < ends[0] < ends[1] < np.inf:
        raise ValueError(f"--rates {text!r}: give two numbers above 0, the lower one first")
    return between(*ends, every)
