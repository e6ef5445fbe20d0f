"""`python -m optviz basins beale basins.gif`: which minimum each start leads to."""

import argparse

from optviz.cli.arguments import reads
from optviz.cli.choices import leave_out, race_spec
from optviz.cli.jobs import processes
from optviz.cli.study_command import add_study, write_study
from optviz.cli.writing import add_film, motion_options, picture_options
from optviz.pictures.basins.kind import BASINS
from optviz.pictures.composition import PictureOptions
from optviz.spec.parsing import integer, number
from optviz.studies.basins import basins

STARTS = 100
AHEAD = 0.4  # of the work is the runs, the rest the picture


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the parser."""
    command, picture = add_study(
        commands,
        "basins",
        "draw which minimum each optimizer reaches from which starts",
        "and how soon: as a film (gif, mp4, webp, apng) or as",
        "the surface's name",
    )
    picture.add_argument(
        "--step", type=reads(integer), metavar="N", help="of a still; the last if not given"
    )
    add_film(command, basins=True)
    command.add_argument(
        "--starts",
        default=str(STARTS),
        metavar="N",
        help=f"along each side, {STARTS}; or along and up, as in 120x80",
    )
    command.add_argument(
        "--radius",
        type=reads(number),
        metavar="R",
        help="the distance from a minimum that counts as there",
    )
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Run all optimizers from every start and write the file."""
    leave_out(options, "start", "a basin map starts everywhere")
    race = race_spec(options)
    surface, optimizers, _, steps, seed = race.race_scene().conditions
    starts = shape(options.starts)
    with processes(options):
        runs = basins(surface, optimizers, starts, steps, seed, options.radius)
    wanted = PictureOptions(**picture_options(options)), *motion_options(options)
    return write_study(options, runs, BASINS, wanted, race, AHEAD)


def shape(text: str) -> tuple[int, int]:
    """Rows and columns of starts out of an argument."""
    try:
        parts = [integer(part) for part in text.lower().split("x")]
        columns, rows = parts if len(parts) > 1 else (parts[0], parts[0])
    except ValueError:
        raise ValueError(f"--starts {text!r}: give a number, or two, as in 120x80") from None
    if not min(columns, rows) >= 2 or columns * rows > 1_000_000:
        raise ValueError(f"--starts {text!r}: give 2 or more, a million in all at most")
    return rows, columns
