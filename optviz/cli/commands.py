"""The commands of the command line; without one it lists the scenes."""

from collections.abc import Sequence

from optviz.cli import (
    again,
    app,
    basins,
    export,
    gallery,
    handout,
    heatmap,
    race,
    site,
    sweep,
    tune,
)
from optviz.cli.arguments import Parser, called, joined, spell_what_streams_lack
from optviz.scenes import SCENES


def run(arguments: Sequence[str]) -> int:
    """Run a command; returns the exit status.

    Raises:
        ValueError, OSError, RuntimeError: in a sentence, what hinders it.
    """
    spell_what_streams_lack()
    commands = parser()
    given = again.without_from(joined(arguments), commands)
    options, extra = commands.parse_known_args(given)
    if extra:
        options.parser.refuse(extra)
    if options.command is None:
        print(scenes_table())
        return 0
    return int(options.run(options))


def parser() -> Parser:
    """The commands and what they take."""
    top = Parser(
        prog=called(),
        description="Races of optimizers over loss surfaces. Without a command: the scenes.",
    )
    commands = top.add_subparsers(dest="command", metavar="command")
    for each in (race, export, tune, sweep, heatmap, basins, handout, gallery, site, app):
        each.add(commands)
    for command in (top, *commands.choices.values()):
        command.set_defaults(parser=command)
    return top


def scenes_table() -> str:
    """One line for each scene, and how to go on."""
    lines = [f"{key:14}{scene.name:18}{scene.steps:4} steps" for key, scene in SCENES.items()]
    ways = ["race beale", "export beale beale.gif", 'race "formula: x**2 + 3*y**2"', "app"]
    return "\n".join([*lines, "", *(f"{called()} {way}" for way in ways)])
