"""A basin map as a kind of picture."""

from typing import Any

from optviz.film.timing import Timing
from optviz.pictures.basins.basin_picture import BasinPicture
from optviz.pictures.basins.composition import BasinComposition
from optviz.pictures.basins.table import basin_table
from optviz.pictures.composition import PictureOptions
from optviz.pictures.kind import ANY_STYLE, MOTION, Cost, Kind
from optviz.pictures.table import table_files
from optviz.studies.basins import Basins

# A film of basins changes whole areas with each frame: so it has fewer frames than a race's.
FPS = 10
SECONDS = 6


def is_basins(subject: Any) -> bool:
    """Whether it is a basin map."""
    return isinstance(subject, Basins)


def compose(basins: Basins, options: PictureOptions) -> BasinComposition:
    """A picture of a basin map."""
    return BasinComposition(basins=basins, options=options)


def timing(composition: BasinComposition) -> Timing:
    """Six seconds, or longer where every step is a frame."""
    return Timing(fps=FPS, speed=max(FPS, composition.steps / SECONDS))


def rows(composition: BasinComposition) -> int:
    """One for every start."""
    return int(composition.basins.minimum.size)


def check_hues(composition: BasinComposition) -> None:
    """Raise ValueError where minima could not be told apart."""
    if composition.options.theme == "print":
        raise ValueError("a basin map tells minima apart by hue: choose another theme than print")


BASINS = Kind(
    called="a basin map",
    shows=is_basins,
    options=PictureOptions,
    style=ANY_STYLE | {"colour", "marker"},
    compose=compose,
    draw=BasinPicture,
    data=table_files(basin_table),
    rows=rows,
    # Whole areas change, and panels of words with them.
    costs={
        "gif": Cost(80, 3.0, 0.6, 0.055),
        "mp4": Cost(60, 4.2, 0.6, 0.055),
        "webm": Cost(60, 4, 0.6, 0.08),
        "webp": Cost(90, 3.2, 0.6, 0.06),
        "apng": Cost(130, 5.5, 0.6, 0.06),
        "png": Cost(130, 0, 0.5, 0),
        "svg": Cost(600, 0, 0.5, 0),
        "pdf": Cost(160, 0, 0.5, 0),
        "csv": Cost(2, 0.053, 0.1, 4e-6),
        "json": Cost(5, 0.055, 0.1, 4e-6),
    },
    motion=MOTION,
    timing=timing,
    check=check_hues,
)
