"""The reference of the Python interface, from the docstrings, by pdoc."""

from pathlib import Path

import pdoc
import pdoc.render

MODULES = ("optviz", "surfaces")


def reference(folder: Path) -> None:
    """Write it into the folder `reference` of a site."""
    pdoc.render.configure(docformat="google", search=True, show_source=False)
    pdoc.pdoc(*MODULES, output_directory=folder / "reference")
