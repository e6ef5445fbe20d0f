"""The command line: `optviz` or `python -m optviz`; alone it lists the scenes."""

import argparse
import re
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from types import FrameType

from optviz.cli import app, basins, export, gallery, handout, heatmap, race, sweep, tune
from optviz.scenes import SCENES

BAD_ARGUMENT = 2
INTERRUPTED = 130  # as shells have it
PAIRS = ("--start", "--camera", "--rates", "--x-range", "--y-range", "--xlim", "--ylim")
PAIR = re.compile(r"-[\d.]")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns the exit status."""
    options = parser().parse_args(joined(sys.argv[1:] if arguments is None else arguments))
    if options.command is None:
        print(scenes_table())
        return 0
    signal.signal(signal.SIGTERM, stop)
    try:
        return int(options.run(options))
    except (ValueError, OSError, RuntimeError) as error:
        print(f"optviz: {error}", file=sys.stderr)
        return BAD_ARGUMENT
    except KeyboardInterrupt:
        print("optviz: stopped; no unfinished file is left", file=sys.stderr)
        return INTERRUPTED


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


def stop(number: int, frame: FrameType | None) -> None:
    """Being told to end is like an interrupt from the keyboard: clean up, then go."""
    raise KeyboardInterrupt


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


if __name__ == "__main__":
    sys.exit(main())
