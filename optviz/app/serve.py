"""Starting the app from the package, where there is no `app.py` to give to Streamlit."""

import sys
from collections.abc import Sequence

import streamlit as st

from optviz.app.middleware import middleware
from optviz.app.routes import routes
from optviz.app.script import LAUNCHERS, SCRIPT
from optviz.room.server import lifespan
from optviz.user_rules import OPTION
from optviz.user_surfaces import OPTION as SURFACE_OPTION

FOLDER = ".streamlit"  # beside the script that was started, as Streamlit looks for it


def serve(
    files: Sequence[str], surfaces: Sequence[str], port: int | None, address: str | None
) -> None:
    """Serve the page until the process is told to end.

    Args:
        files: Python files with optimizers, which race beside the seven.
        surfaces: Python files with surfaces, which are scenes beside the others.
        port: None for Streamlit's own, 8501, or the next free one.
        address: None for all of this machine's.
    """
    # Theme and privacy stand in one file, which Streamlit reads: an installed package has it in
    # itself, a checkout beside its app.py.
    launcher = next(each for each in LAUNCHERS if (each.parent / FOLDER).is_dir())
    named = [(OPTION, file) for file in files] + [(SURFACE_OPTION, file) for file in surfaces]
    sys.argv = [str(launcher), *(word for each in named for word in each)]
    config: dict[str, str | int] = {"server.fileWatcherType": "none"}
    if port is not None:
        config["server.port"] = port
    if address is not None:
        config["server.address"] = address
    st.App(SCRIPT, routes=routes(), middleware=middleware(), lifespan=lifespan).run(config=config)
