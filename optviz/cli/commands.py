"""The commands of the command line; without one it lists the scenes."""

import argparse
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from optviz.cli import app, basins, export, gallery, handout, heatmap, race, sweep, tune
from optviz.scenes import SCENES

BAD_ARGUMENT = 2
PAIRS = ("--start", "--camera", "--rates", "--x-range", "--y-range", "--xlim", "--ylim")
PAIR = re.compile(r"-[\d.]")


def run(arguments: Sequence[str]) -> int:
    """Run a command; returns the exit status."""
    options = parser().parse_args(joined(arguments))
    if options.command is None:
        print(scenes_table())
        return 0
    try:
        return int(options.run(options))
    except (ValueError, OSError, RuntimeError) as error:
        print(f"optviz: {error}", file=sys.stderr)
        return BAD_ARGUMENT


def joined(arguments: Sequence[str]) -> list[str]:
    """The arguments, pairs of numbers that begin with a minus joined to the option before them.

    argparse takes -0.5,1 for an option, but --start=-0.5,1 for what it is.
    """
    found: list[str] = []
    for each in arguments:
        if found and found[-1] in PAIRS and PAIR.match(each):
            found[-1] += f"={each}"
        else:
            found.append(each)
    return found


def parser() -> argparse.ArgumentParser:
    """The commands and what they take."""
    top = argparse.ArgumentParser(
        prog=called(),
        description="Races of optimizers over loss surfaces. Without a command: the scenes.",
    )
    commands = top.add_subparsers(dest="command", metavar="command")
    for each in (race, export, tune, sweep, heatmap, basins, handout, gallery, app):
        each.add(commands)
    return top


def called() -> str:
    """How the command line was started, for its help: as a command or as a module."""
    return "optviz" if Path(sys.argv[0]).stem == "optviz" else "python -m optviz"


def scenes_table() -> str:
    """One line for each scene, and how to go on."""
    lines = [f"{key:14}{scene.name:18}{scene.steps:4} steps" for key, scene in SCENES.items()]
    ways = ["race beale", "export beale beale.gif", 'race "formula: x**2 + 3*y**2"', "app"]
    return "\n".join([*lines, "", *(f"{called()} {way}" for way in ways)])
