"""`python -m optviz gallery docs`: every picture that the README shows."""

import argparse
import sys
from itertools import product
from pathlib import Path

from optviz.export import export
from optviz.scenes import SCENES
from optviz.scenes.catalog import CATALOG


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the parser."""
    command = commands.add_parser(
        "gallery",
        help="make the pictures that the README shows",
        description="Make the pictures that the README shows: one film for each scene.",
    )
    command.add_argument("folder", type=Path, help="where to; pictures made before are replaced")
    command.add_argument(
        "--thumbnails",
        action="store_true",
        help="instead, the small pictures of all scenes from which the page lets one choose",
    )
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Export every scene."""
    try:
        options.folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        raise ValueError(f"{options.folder} is no folder: give another name") from None
    if options.thumbnails:
        return write_thumbnails(options.folder)
    for key, scene in SCENES.items():
        path = export(scene, options.folder / f"{key}.gif")
        print(f"{path}: {path.stat().st_size / 1000:,.0f} KB", file=sys.stderr)
    return 0


def write_thumbnails(folder: Path) -> int:
    """Every scene, light and dark."""
    from optviz.pictures.thumbnail import write_thumbnail  # noqa: PLC0415, with matplotlib

    for (key, scene), theme in product(CATALOG.items(), ("light", "dark")):
        write_thumbnail(scene, theme, folder / f"{key}-{theme}.webp")
    return 0
