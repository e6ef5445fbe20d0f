"""What the commands of studies share: sweep, heatmap and basins."""

import argparse
from collections.abc import Iterator, Sequence
from typing import TypeVar

from optviz.cli.choices import add_scene
from optviz.cli.jobs import add_jobs
from optviz.cli.writing import Tell, add_file, add_paper, tell_notes, write_file
from optviz.export.options import Options
from optviz.pictures.kind import Kind
from optviz.spec.race_spec import RaceSpec
from optviz.studies.basins import Basins
from optviz.studies.sweep import Sweep

Result = TypeVar("Result", Sweep, Basins)


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
    add_jobs(command)
    return command, add_paper(command, title)


def write_study(
    options: argparse.Namespace,
    results: Iterator[Result],
    kind: Kind,
    wanted: Sequence[Options],
    race: RaceSpec,
    ahead: float,
) -> int:
    """Try all races and write the file; returns the exit status.

    Args:
        options: as `add_study` has them.
        results: ever more complete; the last one is written.
        kind: of picture that shows it.
        wanted: as `export` takes them.
        race: whose races they are.
        ahead: which share of the work the races are; the rest is the picture.
    """
    return write_file(options, lambda tell: last_of(results, tell), kind, wanted, race, ahead)


def last_of(results: Iterator[Result], tell: Tell) -> Result:
    """The complete result of a generator of sweeps or basin maps; its notes go to the terminal."""
    for result in results:
        tell(result.done)
    tell_notes(result.notes)
    return result
