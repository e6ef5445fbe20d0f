"""What the commands of studies share: sweep, heatmap and basins."""

import argparse
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import TypeVar

from optviz.cli.arguments import reads
from optviz.cli.choices import add_scene
from optviz.cli.writing import Tell, add_file, add_paper, tell_notes, write_file
from optviz.export.options import Options
from optviz.pictures.kind import Kind
from optviz.spec.parsing import integer
from optviz.studies.basins import Basins
from optviz.studies.sweep import Sweep

Result = TypeVar("Result", Sweep, Basins)

MOST_JOBS = 1000  # no machine has more


def add_study(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    draws: str,
    also: str,
    title: str,
    whose: str = "",
) -> tuple[argparse.ArgumentParser, "argparse._ArgumentGroup"]:
    """Add a command that tries many races in a scene and writes a file of what came of them.

    Args:
        commands: that it is one of.
        name: of the command.
        draws: what it draws, for the list of commands.
        also: what else there is to say of that, before the formats.
        title: above the picture, if none is given.
        whose: what the argument "optimizer" is, for a command that has it.

    Returns:
        The command and its options of the picture, for what else there is to be set.
    """
    about = f"{draws[0].upper()}{draws[1:]}, {also} png, svg or pdf, or write it as csv or json."
    command = commands.add_parser(name, help=draws, description=about)
    add_scene(command)
    if whose:
        command.add_argument("optimizer", help=whose)
    add_file(command)
    command.add_argument(
        "--jobs", type=reads(jobs), default=1, metavar="N", help="processes that compute, 1"
    )
    return command, add_paper(command, title)


def jobs(text: str) -> int:
    """How many processes, out of an argument."""
    number = integer(text)
    if not 1 <= number <= MOST_JOBS:
        raise ValueError(f"{text} processes are not possible: give 1 to {MOST_JOBS}")
    return number


def processes(count: int) -> AbstractContextManager[object]:
    """A study that is begun within the block is computed by so many processes of this machine."""
    if count == 1:
        return nullcontext()
    from joblib import parallel_config  # noqa: PLC0415, one process does without

    config: AbstractContextManager[object] = parallel_config(backend="loky", n_jobs=count)
    return config


def write_study(
    options: argparse.Namespace,
    results: Iterator[Result],
    kind: Kind,
    wanted: Sequence[Options],
    ahead: float,
) -> int:
    """Try all races and write the file; returns the exit status.

    Args:
        options: as `add_study` has them.
        results: ever more complete; the last one is written.
        kind: of picture that shows it.
        wanted: as `export` takes them.
        ahead: which share of the work the races are; the rest is the picture.
    """
    return write_file(options, lambda tell: last_of(results, tell), kind, wanted, ahead)


def last_of(results: Iterator[Result], tell: Tell) -> Result:
    """The complete result of a generator of sweeps or basin maps; its notes go to the terminal."""
    for result in results:
        tell(result.done)
    tell_notes(result.notes)
    return result
