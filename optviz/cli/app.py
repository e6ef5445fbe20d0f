"""`python -m optviz app`: start the page."""

import argparse
import os

from optviz.cli.arguments import reads
from optviz.race import whole
from optviz.server.site import VARIABLE, checked
from optviz.spec.parsing import integer, shown
from optviz.user_surfaces import OPTION as SURFACE_OPTION

LAST_PORT = 65_535


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the parser."""
    command = commands.add_parser(
        "app",
        help="start the page in the browser",
        description="Serve the page, until Ctrl-C.",
    )
    command.add_argument(
        "files", nargs="*", metavar="FILE", help="Python files with optimizers of yours"
    )
    command.add_argument(
        SURFACE_OPTION,
        action="append",
        default=[],
        metavar="FILE",
        dest="surface_files",
        help="a Python file with surfaces of yours; several times for several",
    )
    command.add_argument("--port", type=reads(integer), help="8501, or the next free one")
    command.add_argument(
        "--address", metavar="A", help="where to listen: localhost for this machine alone"
    )
    command.add_argument(
        "--site", default="", metavar="URL", help="of a site that `optviz site` wrote, for links"
    )
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Serve until the process is told to end."""
    if options.port is not None:
        whole("port", options.port, 0, LAST_PORT)
    if options.site:
        os.environ[VARIABLE] = checked(options.site, "--site")
    from optviz.app.serve import serve  # noqa: PLC0415, Streamlit takes a second

    try:
        serve(options.files, options.surface_files, options.port, options.address)
    except KeyboardInterrupt:  # the way to end it
        pass
    except OSError as error:
        where = shown(options.address or str(options.port))
        because = (error.strerror or str(error)).lower()
        raise ValueError(f"{where} cannot be listened at: {because}; give another") from None
    return 0
