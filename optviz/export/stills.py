"""One step as a picture: PNG, SVG, PDF."""

from pathlib import Path

import matplotlib as mpl

from optviz.draw import Drawing

# What a format writes about a file; dates are left out, so that the same race is the same file.
METADATA = {
    "png": {"Software": "optviz"},
    "svg": {"Creator": "optviz", "Date": None},
    "pdf": {"Creator": "optviz", "CreationDate": None},
}


def write_still(drawing: Drawing, path: Path, step: int) -> None:
    """Save a drawing at a step, in the format that the file's suffix names.

    SVG and PDF hold lines and type as such; only the ground's colours are a picture in them, for
    as contours they would be megabytes.
    """
    drawing.show(step)
    kind = path.suffix.lower().lstrip(".")
    with mpl.rc_context({**mpl.rcParamsDefault, "svg.hashsalt": "optviz"}):
        drawing.figure.savefig(path, format=kind, metadata=METADATA[kind])
