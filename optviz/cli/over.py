"""A film over a hyper-parameter: its argument, and the file."""

import argparse
import re

from optviz.cli.writing import Tell, motion_options, picture_options, write_file
from optviz.pictures.composition import PictureOptions
from optviz.pictures.over.kind import OVER
from optviz.scenes import Scene
from optviz.spec.parsing import number
from optviz.spec.race_spec import RaceSpec
from optviz.studies.over import COUNT, RaceOver, race_over

AHEAD = 0.3  # of the work, the races are about
SPAN = re.compile(r"\s*(\w+)\s*(?:=([^:]+):([^:]+))?")


def add_over(command: argparse.ArgumentParser) -> None:
    """Which hyper-parameter, and between which values."""
    command.add_argument(
        "--over",
        metavar="P=A:B",
        help="a frame for each value of a hyper-parameter in place of each step, as in "
        f"lr=0.001:1, or lr for all that matters: --frames of them, {COUNT} if not given",
    )


def write_over(options: argparse.Namespace, spec: RaceSpec, scene: Scene) -> int:
    """Write the film of a scene, which is what `spec` describes, and say what was written."""
    if options.seeds is not None or options.jobs is not None:
        raise ValueError("--over is for a race of one seed: leave --seeds and --jobs out")
    name, between = over_of(options.over)

    def make(tell: Tell) -> RaceOver:
        return race_over(scene, name, between, options.frames or COUNT, tell)

    wanted = PictureOptions(**picture_options(options)), *motion_options(options)
    return write_file(options, make, OVER, wanted, spec, AHEAD)


def over_of(text: str) -> tuple[str, tuple[float, float] | None]:
    """A hyper-parameter and its ends, if there are some, out of an argument."""
    found = SPAN.fullmatch(text)
    if not found:
        raise ValueError(f"--over {text!r}: write lr=0.001:1, or lr alone")
    name, low, high = found.groups()
    return name, None if low is None else (number(low), number(high))
