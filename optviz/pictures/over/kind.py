"""A race over a hyper-parameter as a kind of picture."""

from typing import Any

from optviz.film.timing import Timing
from optviz.pictures.composition import PictureOptions
from optviz.pictures.kind import GROUND, LEGEND, MOTION, Cost, Kind
from optviz.pictures.over.composition import OverComposition
from optviz.pictures.over.over_picture import OverPicture
from optviz.studies.over import RaceOver


def is_over(subject: Any) -> bool:
    """Whether it is a race over a hyper-parameter."""
    return isinstance(subject, RaceOver)


def compose(over: RaceOver, options: PictureOptions) -> OverComposition:
    """A picture of it."""
    return OverComposition(over=over, options=options)


def timing(composition: OverComposition) -> Timing:
    """A value a frame; the last is no end that a poster would tell before."""
    return Timing(poster=0, hold=1)


def rows(composition: OverComposition) -> int:
    """There is no table."""
    return 0


OVER = Kind(
    called="a race over a hyper-parameter",
    shows=is_over,
    options=PictureOptions,
    style=LEGEND | GROUND,
    compose=compose,
    draw=OverPicture,
    data={},
    rows=rows,
    # Whole trails change from frame to frame, and words with them.
    costs={
        "gif": Cost(60, 10.5, 0.5, 0.03),
        "mp4": Cost(40, 4.5, 0.5, 0.03),
        "webm": Cost(40, 2.5, 0.5, 0.04),
        "webp": Cost(90, 20, 0.5, 0.05),
        "apng": Cost(150, 27, 0.5, 0.04),
        "png": Cost(165, 0, 0.3, 0),
        "svg": Cost(400, 0, 0.4, 0),
        "pdf": Cost(215, 0, 0.4, 0),
    },
    motion=MOTION,
    timing=timing,
)
