"""How large a file will be and how long it will take, before it is made.

Both grow evenly with the frames or rows, and more slowly than the pixels: lines cover few of them.
The figures are those of the scenes, measured on two cores; others will be right within a factor of
about two.
"""

from typing import NamedTuple

from optviz.export.formats import Order
from optviz.pictures import BasinComposition, SweepComposition

MEASURED_AT = 800 * 600  # pixels
GROWTH = 0.6  # how bytes and seconds grow with pixels: to this power


class Cost(NamedTuple):
    """Kilobytes and seconds, of the first frame and of each further one."""

    first_kb: float
    frame_kb: float
    first_s: float
    frame_s: float


FILMS = {
    "gif": Cost(60, 1.9, 0.5, 0.003),
    "mp4": Cost(40, 0.8, 0.5, 0.006),
    "webp": Cost(90, 2.6, 0.5, 0.004),
    "apng": Cost(150, 3.8, 0.5, 0.005),
}
TURNING = {
    "gif": Cost(60, 44, 0.5, 0.09),
    "mp4": Cost(40, 4.6, 0.5, 0.11),
    "webp": Cost(90, 95, 0.5, 0.2),
    "apng": Cost(150, 105, 0.5, 0.2),
}
STILLS = {
    "png": Cost(165, 0, 0.3, 0),
    "svg": Cost(400, 0, 0.4, 0),
    "pdf": Cost(215, 0, 0.4, 0),
}
# Of these every row of an optimizer counts.
TABLES = {
    "html": Cost(110, 0.13, 0.1, 0),
    "csv": Cost(2, 0.25, 0.1, 3e-5),
    "json": Cost(5, 0.23, 0.1, 3e-5),
}


# Basins: whole areas change, and panels of words with them.
BASIN_FILMS = {
    "gif": Cost(80, 3.0, 0.6, 0.055),
    "mp4": Cost(60, 4.2, 0.6, 0.055),
    "webp": Cost(90, 3.2, 0.6, 0.06),
    "apng": Cost(130, 5.5, 0.6, 0.06),
}
BASIN_STILLS = {
    "png": Cost(130, 0, 0.5, 0),
    "svg": Cost(600, 0, 0.5, 0),
    "pdf": Cost(160, 0, 0.5, 0),
}
SWEEP_STILLS = {
    "png": Cost(75, 0, 0.2, 0),
    "svg": Cost(130, 0, 0.2, 0),
    "pdf": Cost(50, 0, 0.2, 0),
}
# Of these every trial of an optimizer counts.
TRIALS = {"csv": Cost(2, 0.053, 0.1, 4e-6), "json": Cost(5, 0.055, 0.1, 4e-6)}


def estimate(order: Order, suffix: str) -> tuple[float, float]:
    """Bytes and seconds of an order in a format, by its suffix."""
    costs, rows = costs_of(order)
    cost = costs[suffix]
    if suffix in TABLES:
        size, count = 1.0, rows
    else:
        width, height = order.composition.size
        size = (width * height / MEASURED_AT) ** GROWTH
        count = len(order.timing.frames(order.composition.steps))
    kilobytes = size * (cost.first_kb + cost.frame_kb * count)
    return 1000 * kilobytes, size * (cost.first_s + cost.frame_s * count)


def costs_of(order: Order) -> tuple[dict[str, Cost], int]:
    """What files of an order's kind cost, and how many rows its tables have."""
    shown = order.composition
    if isinstance(shown, SweepComposition):
        return SWEEP_STILLS | TRIALS, shown.sweep.final.size
    if isinstance(shown, BasinComposition):
        return BASIN_FILMS | BASIN_STILLS | TRIALS, shown.basins.minimum.size
    films = TURNING if order.turn else FILMS
    return films | STILLS | TABLES, len(shown.race) * (shown.race.steps + 1)
