"""`python -m optviz race beale`: run a scene and print where each optimizer ends."""

import argparse

from optviz.cli.choices import add_scene, chosen_scene
from optviz.race_words import race_table
from surfaces.described import minima_text


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the parser."""
    command = commands.add_parser("race", help="run a scene and print who got how far")
    add_scene(command)
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Run the scene and print the table."""
    result = chosen_scene(options).race()
    print(race_table(result))
    if result.surface.floors or result.surface.unlisted:
        print(minima_text(result.surface))
    return 0
