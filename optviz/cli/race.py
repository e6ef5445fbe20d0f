"""`python -m optviz race beale`: run a scene and print where each optimizer ends."""

import argparse

import numpy as np

from optviz.cli.choices import add_scene, chosen_scene
from optviz.race import Race, Trajectory
from surfaces.described import minima_text

DEFAULT_AXES = ("x", "y")
COLUMNS = 5  # losses shown of each run, from the start to the last step


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


def race_table(result: Race) -> str:
    """The race in one line per optimizer: its loss on the way, and where it ended."""
    shown = np.linspace(0, result.steps, COLUMNS).round().astype(int)
    head = "".join(f"{f'step {step}':>12}" for step in shown)
    names = [run.name for run in result]
    width = max(10, *map(len, names))
    axes = result.surface.axes
    point = f" ({', '.join(axes)})" if axes != DEFAULT_AXES else ""
    lines = [f"{'loss at':{width}}{head}   ended at{point}"]
    for name, entry in zip(names, result, strict=True):
        losses = "".join(f"{entry.loss[step]:12.4g}" for step in shown)
        lines.append(f"{name:{width}}{losses}   {ending(entry)}")
    return "\n".join(lines)


def ending(entry: Trajectory) -> str:
    """Where a run ended, and whether it did so early."""
    x, y = entry.x[entry.last]
    where = f"({x:.4g}, {y:.4g})"
    return f"{where}, {entry.ending.words}" if entry.ending else where
