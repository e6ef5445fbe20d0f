"""One step as a picture: PNG, SVG, PDF."""

from io import BytesIO
from pathlib import Path
from typing import Any

import matplotlib as mpl

from optviz.export.recipe.metadata import metadata
from optviz.pictures.naming import name_parts
from optviz.pictures.picture import Picture
from optviz.pictures.theme import DPI

FINE = 250  # dots an inch of what is a picture in SVG and PDF

# What a format writes about a file; dates are left out, so that the same race is the same file.
METADATA: dict[str, dict[str, Any]] = {
    "png": {"Software": "optviz"},
    "svg": {"Creator": "optviz", "Date": None},
    "pdf": {"Creator": "optviz", "CreationDate": None},
}


def write_still(
    drawing: Picture,
    path: Path,
    step: int,
    dpi: float | None = None,
    *,
    as_paths: bool = False,
    recipe: str = "",
) -> None:
    """Save a picture at a step, in the format that the file's suffix names.

    SVG and PDF hold lines and type as such; only the ground's colours are a picture in them, for
    as shapes they would be megabytes. A PDF file has its fonts in it as TrueType, in the form that
    is called Type 42, as journals ask.

    Args:
        drawing: the picture.
        path: of the file.
        step: which one.
        dpi: pixels an inch, in SVG and PDF of the ground's colours; None for 100 in PNG, 250 there.
        as_paths: whether the words in an SVG file are shapes.
        recipe: of which the file can be made again, for its metadata.
    """
    # Into memory first: matplotlib that meets a full disk raises what says nothing of it.
    drawing.show(step)
    drawing.fan_out()
    file = BytesIO()
    kind = path.suffix.lower().lstrip(".")
    if kind == "svg":
        name_parts(drawing.figure)
    rules: Any = {"pdf.fonttype": 42, "svg.fonttype": "path" if as_paths else "none"}
    with mpl.rc_context({**mpl.rcParamsDefault, **rules, "svg.hashsalt": "optviz"}):
        dots = dpi or (DPI if kind == "png" else FINE)
        said = METADATA[kind] | metadata(kind, recipe)
        drawing.figure.savefig(file, format=kind, dpi=dots, metadata=said)
    path.write_bytes(file.getvalue())


def png(drawing: Picture, step: int, dots: float = DPI, recipe: str = "") -> bytes:
    """A picture at a step, as PNG; `dots` an inch, of which its size has 100."""
    drawing.show(step)
    drawing.fan_out()
    file = BytesIO()
    said = METADATA["png"] | metadata("png", recipe)
    with mpl.rc_context(mpl.rcParamsDefault):
        drawing.figure.savefig(file, format="png", dpi=dots, metadata=said)
    return file.getvalue()
