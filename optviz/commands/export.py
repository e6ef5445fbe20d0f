"""`python -m optviz export beale beale.gif`: a race as a file."""

import argparse
import sys
import time
from pathlib import Path
from typing import Any

from optviz.commands.choices import add_scene, chosen_scene, named
from optviz.draw import CHARTS, SIZES, THEMES, VIEWS
from optviz.export import FORMATS, export
from optviz.export.filming import Timing

BAR = 30  # characters
EXAMPLES = """examples:
  python -m optviz export beale beale.gif
  python -m optviz export beale two.mp4 --optimizers adam,nag --lr adam=0.05 --start 1,1.6
  python -m optviz export saddle_point saddle.gif --size square --theme dark
  python -m optviz export saddle_point turning.mp4 --turn 90 --hold 4
  python -m optviz export noisy_moons step60.pdf --step 60 --size column
  python -m optviz export beale lesson.html --steps 500

formats, by the file's suffix:
"""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Make it known."""
    formats = "\n".join(f"  .{suffix:6}{each.use}" for suffix, each in FORMATS.items())
    command = commands.add_parser(
        "export",
        help="write a race to a file: film, picture, page or table",
        description="Write a race to a file.",
        epilog=EXAMPLES + formats,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add_scene(command)
    command.add_argument("file", type=Path, help="where to; its suffix names the format")
    command.add_argument("--force", action="store_true", help="replace the file if it exists")
    command.add_argument("--quiet", action="store_true", help="print nothing")
    add_picture(command)
    add_film(command)
    command.set_defaults(run=run)


def add_picture(command: argparse.ArgumentParser) -> None:
    """How the picture looks."""
    picture = command.add_argument_group("the picture")
    sizes = ", ".join(f"{name} ({w}x{h})" for name, (w, h) in SIZES.items())
    picture.add_argument("--size", metavar="WxH", help=f"pixels, or {sizes}; 800x600 if not given")
    picture.add_argument("--theme", help=" or ".join(THEMES))
    picture.add_argument("--views", metavar="A,B", help=f"{' and '.join(VIEWS)}, one or both")
    picture.add_argument("--chart", help=f"below the race: {', '.join(CHARTS)} or none")
    picture.add_argument("--title", help="above the picture; the scene's name if not given")
    picture.add_argument(
        "--camera", metavar="E,A", help="elevation and azimuth of the view in space"
    )
    picture.add_argument("--step", type=int, metavar="N", help="of a still; the last if not given")


def add_film(command: argparse.ArgumentParser) -> None:
    """How the film runs."""
    film, own = command.add_argument_group("a film"), Timing()
    film.add_argument("--fps", type=float, metavar="N", help=f"frames a second, {own.fps:g}")
    film.add_argument("--speed", type=float, metavar="N", help="steps a second, as many as frames")
    film.add_argument("--hold", type=float, metavar="S", help=f"seconds at the end, {own.hold:g}")
    film.add_argument(
        "--poster",
        type=float,
        metavar="S",
        help=f"seconds of the last step at the beginning, {own.poster:g}: it is what programs "
        "show that show no films",
    )
    film.add_argument("--loop", type=int, metavar="N", help="how often it plays; 0, for ever")
    film.add_argument(
        "--turn", type=float, metavar="DEG", help="how far the camera turns; costs much more time"
    )


def run(options: argparse.Namespace) -> int:
    """Write the file and say what was written."""
    scene = chosen_scene(options)
    if options.file.is_file() and not options.force:
        raise ValueError(f"{options.file} is there already: add --force to replace it")
    began = time.perf_counter()
    watched = not options.quiet and sys.stderr.isatty()
    try:
        export(scene, options.file, progress=bar if watched else None, **wishes(options))
    finally:
        if watched:
            print("\r" + " " * (BAR + 10), end="\r", file=sys.stderr, flush=True)
    if not options.quiet:
        size, took = options.file.stat().st_size / 1000, time.perf_counter() - began
        print(f"{options.file}: {size:,.0f} KB in {took:.1f} s")
    return 0


def bar(done: int, total: int) -> None:
    """Progress on a terminal."""
    full = round(BAR * done / total)
    text = f"\r{'█' * full}{'░' * (BAR - full)} {100 * done // total:3} %"
    print(text, end="", file=sys.stderr, flush=True)


def wishes(options: argparse.Namespace) -> dict[str, Any]:
    """What was asked for, as `export` takes it."""
    plain = ("theme", "title", "step", "fps", "speed", "hold", "poster", "loop", "turn")
    asked = {name: getattr(options, name) for name in plain}
    asked["chart"] = options.chart
    if options.size is not None:
        asked["size"] = size(options.size)
    if options.views is not None:
        asked["views"] = tuple(named("view", each, VIEWS) for each in options.views.split(","))
    if options.camera is not None:
        asked["camera"] = angles(options.camera)
    kept = {name: value for name, value in asked.items() if value is not None}
    if kept.get("chart") == "none":
        kept["chart"] = None
    return kept


def size(text: str) -> tuple[int, int]:
    """Width and height out of an argument."""
    if text in SIZES:
        return SIZES[text]
    try:
        width, height = (int(part) for part in text.lower().split("x"))
    except ValueError:
        raise ValueError(
            f"--size {text!r} is no size: give {', '.join(SIZES)} or pixels, as in 800x600"
        ) from None
    return width, height


def angles(text: str) -> tuple[float, float]:
    """Elevation and azimuth out of an argument."""
    try:
        elevation, azimuth = (float(part) for part in text.split(","))
    except ValueError:
        raise ValueError(f"--camera {text!r} is no direction: give degrees, as in 45,225") from None
    return elevation, azimuth
