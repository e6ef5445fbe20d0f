"""`python -m optviz export beale beale.gif`: a race as a file."""

import argparse

from optviz.cli import again
from optviz.cli.arguments import reads
from optviz.cli.choices import add_scene, race_spec
from optviz.cli.over import add_over, write_over
from optviz.cli.seeds import add_seeds, seeds_of, seeds_raced
from optviz.cli.writing import (
    add_file,
    add_film,
    add_paper,
    motion_options,
    picture_options,
    write_file,
)
from optviz.export import FORMATS
from optviz.export.formats import suffix_for
from optviz.pictures.bundle.kind import SEEDS
from optviz.pictures.bundle.page import check_page
from optviz.pictures.race.composition import CHARTS, NO_CHART, VIEWS, RaceOptions
from optviz.pictures.race.kind import RACE
from optviz.spec.parsing import integer, number, one_of, pair

AHEAD = 0.5  # of the work on many seeds, what their races are at most; the rest is the file

EXAMPLES = """examples:
  python -m optviz export beale beale.gif
  python -m optviz export beale two.mp4 --optimizers adam,nag --lr adam=0.05 --start 1,1.6
  python -m optviz export saddle_point saddle.gif --size square --theme dark
  python -m optviz export saddle_point turning.mp4 --turn 90 --hold 4
  python -m optviz export beale lr.gif --over lr=0.001:1 --frames 120
  python -m optviz export noisy_moons seeds.png --seeds 20
  python -m optviz export noisy_moons seeds.html --seeds 5-11
  python -m optviz export noisy_moons step60.pdf --step 60 --size column
  python -m optviz export beale lesson.html --steps 500
  python -m optviz export --from picture.png picture.pdf --theme dark
  python -m optviz export "formula: x**2 + 3*y**2" bowl.gif --lr adam=0.1

formats, by the file's suffix:
"""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the parser."""
    formats = "\n".join(f"  .{suffix:6}{each.use}" for suffix, each in FORMATS.items())
    command = commands.add_parser(
        "export",
        help="write a race to a file: film, picture, page or table",
        description="Write a race to a file.",
        epilog=EXAMPLES + formats,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add_scene(command)
    command.add_argument(  # which `again` replaces, scene and all, before this is parsed
        again.OPTION,
        metavar="PICTURE",
        dest="picture",
        help="in place of the scene: make again what a PNG, SVG or PDF shows that optviz has "
        "written, as the file that is named behind it; options that are given win",
    )
    add_seeds(command)
    add_over(command)
    add_file(command)
    add_picture(command)
    film = add_film(command)
    film.add_argument(
        "--turn",
        type=reads(number),
        metavar="DEG",
        help="how far the camera turns; costs much more time",
    )
    command.set_defaults(run=run)


def add_picture(command: argparse.ArgumentParser) -> None:
    """How the picture looks."""
    picture = add_paper(command, "the scene's name")
    picture.add_argument("--views", metavar="A,B", help=f"{' and '.join(VIEWS)}, one or both")
    picture.add_argument("--chart", help=f"below the race: {', '.join(CHARTS)} or {NO_CHART}")
    picture.add_argument(
        "--cloud", metavar="SHAPE:N", help="each optimizer from many starts as well, as in disc:200"
    )
    picture.add_argument(
        "--camera", metavar="E,A", help="elevation and azimuth of the view in space"
    )
    picture.add_argument(
        "--step", type=reads(integer), metavar="N", help="of a still; the last if not given"
    )


def run(options: argparse.Namespace) -> int:
    """Write the file and say what was written."""
    spec = race_spec(options)
    scene = spec.race_scene()
    if options.over is not None:
        return write_over(options, spec, scene)
    wanted = race_options(options), *motion_options(options)
    seeds = seeds_of(options, scene)
    if seeds is None:
        return write_file(options, lambda tell: scene, RACE, wanted, spec)
    if suffix_for(options.file, SEEDS) == "html":  # said before anything is raced
        check_page(scene.surface, scene.entrants, scene.steps, seeds)
    return write_file(
        options, lambda tell: seeds_raced(options, scene, seeds, tell), SEEDS, wanted, spec, AHEAD
    )


def race_options(options: argparse.Namespace) -> RaceOptions:
    """How the picture looks."""
    views = None
    if options.views:
        asked = map(str.strip, options.views.split(","))
        views = tuple(one_of("view", each, VIEWS) for each in asked)
    camera = None if options.camera is None else angles(options.camera)
    return RaceOptions(
        views=views,
        camera=camera,
        chart=options.chart,
        cloud=options.cloud,
        **picture_options(options),
    )


def angles(text: str) -> tuple[float, float]:
    """Elevation and azimuth out of an argument."""
    try:
        return pair(text)
    except ValueError as error:
        raise ValueError(f"--camera takes elevation and azimuth in degrees: {error}") from None
