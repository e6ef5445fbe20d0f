"""`python -m optviz gallery docs`: every picture that the README shows."""

import argparse
import sys
from pathlib import Path

from optviz.export import export
from optviz.scenes import SCENES


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the parser."""
    command = commands.add_parser(
        "gallery",
        help="make the pictures that the README shows",
        description="Make the pictures that the README shows: one film for each scene.",
    )
    command.add_argument("folder", type=Path, help="where to; pictures made before are replaced")
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Export every scene."""
    try:
        options.folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        raise ValueError(f"{options.folder} is no folder: give another name") from None
    for key, scene in SCENES.items():
        path = export(scene, options.folder / f"{key}.gif")
        print(f"{path}: {path.stat().st_size / 1000:,.0f} KB", file=sys.stderr)
    return 0
