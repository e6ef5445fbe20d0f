"""The command line: `python -m optviz` lists the scenes, `python -m optviz race beale` runs one."""

import argparse
import difflib
import sys
from collections.abc import Sequence

import numpy as np

from optviz.race import Race, Trajectory, race
from optviz.scenes import SCENES, Scene

COLUMNS = 5  # losses shown of each run, from the start to the last step


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns the exit status."""
    options = parser().parse_args(arguments)
    if options.command is None:
        print(scenes_table())
        return 0
    try:
        print(race_table(run(scene_named(options.scene), options.steps, options.seed)))
    except ValueError as error:
        print(f"optviz: {error}", file=sys.stderr)
        return 2
    return 0


def parser() -> argparse.ArgumentParser:
    """The commands and what they take."""
    top = argparse.ArgumentParser(
        prog="python -m optviz",
        description="Races of optimizers over loss surfaces. Without a command: the scenes.",
    )
    commands = top.add_subparsers(dest="command", metavar="command")
    command = commands.add_parser("race", help="run a scene and print who got how far")
    command.add_argument("scene", help=", ".join(SCENES))
    command.add_argument("--steps", type=int, help="updates per optimizer (the scene's own)")
    command.add_argument("--seed", type=int, help="which minibatches are seen (the scene's own)")
    return top


def scene_named(name: str) -> Scene:
    """The scene of that name, or a ValueError that tells the nearest ones."""
    if name in SCENES:
        return SCENES[name]
    near = difflib.get_close_matches(name, SCENES, n=3, cutoff=0.5) or list(SCENES)
    raise ValueError(f"there is no scene {name!r}; did you mean {' or '.join(near)}?")


def run(scene: Scene, steps: int | None, seed: int | None) -> Race:
    """The scene's race, with other steps or another seed where they are given."""
    return race(
        scene.surface,
        [entry.optimizer for entry in scene.entries],
        scene.start,
        scene.steps if steps is None else steps,
        scene.seed if seed is None else seed,
    )


def scenes_table() -> str:
    """One line for each scene, and how to go on."""
    lines = [f"{key:14}{scene.name:18}{scene.steps:4} steps" for key, scene in SCENES.items()]
    return "\n".join([*lines, "", "python -m optviz race beale", "streamlit run app.py"])


def race_table(result: Race) -> str:
    """The race in one line per optimizer: its loss on the way, and where it ended."""
    shown = np.linspace(0, result.steps, COLUMNS).round().astype(int)
    head = "".join(f"{f'step {step}':>12}" for step in shown)
    lines = [f"{'loss at':10}{head}   ended at"]
    for entry in result:
        losses = "".join(f"{entry.loss[step]:12.4g}" for step in shown)
        lines.append(f"{type(entry.optimizer).__name__:10}{losses}   {ending(entry)}")
    return "\n".join(lines)


def ending(entry: Trajectory) -> str:
    """Where a run ended, and whether it did so early."""
    x, y = entry.x[entry.last]
    where = f"({x:.4g}, {y:.4g})"
    return where if entry.diverged is None else f"{where}, diverged at step {entry.diverged}"


if __name__ == "__main__":
    sys.exit(main())
