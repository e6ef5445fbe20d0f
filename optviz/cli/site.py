"""`python -m optviz site DIR`: everything as static pages."""

import argparse
import sys
from pathlib import Path

from optviz.server.site import checked

EXTRA = "a site needs {missing}: install it with `python -m pip install optviz[site]`"


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the parser."""
    command = commands.add_parser(
        "site",
        help="write all races, lessons and guides as static pages",
        description="Write a folder of static pages: every race and lesson live, the definitions, "
        "figures with their commands, the guides with their code run, the reference. It needs no "
        "server and can be put under any address.",
    )
    command.add_argument("folder", type=Path, help="where to; an empty folder, or a new one")
    command.add_argument("--app", default="", metavar="URL", help="of an app, for links to it")
    command.add_argument(
        "--url", default="", metavar="URL", help="of the site, for search engines and previews"
    )
    command.add_argument("--force", action="store_true", help="write into a folder that has files")
    command.add_argument("--quiet", action="store_true", help="print nothing")
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Build the site.

    Raises:
        ValueError: the folder has files, an address is none, or the extra is not installed.
    """
    try:
        from optviz.site import build  # noqa: PLC0415, an extra
    except ModuleNotFoundError as error:
        raise ValueError(EXTRA.format(missing=error.name)) from None
    folder: Path = options.folder
    if folder.exists() and not folder.is_dir():
        raise ValueError(f"{folder} is no folder: give another name")
    if folder.is_dir() and any(folder.iterdir()) and not options.force:
        raise ValueError(f"{folder} has files: give another folder, or --force to write into it")
    for name in ("app", "url"):
        address = getattr(options, name)
        checked(address, f"--{name}")
    for made, share in build(folder, options.app, options.url):
        if not options.quiet:
            print(f"{share:4.0%}  {made}", file=sys.stderr)
    if not options.quiet:
        size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
        print(f"{folder}: {size / 1e6:.1f} MB; open {folder / 'index.html'}")
    return 0
