"""A sweep of one hyper-parameter as a kind of picture."""

from typing import Any

from optviz.pictures.kind import LEGEND, Cost, Kind
from optviz.pictures.sweep.composition import SweepComposition, SweepOptions
from optviz.pictures.sweep.rate_curves import RateCurvesPicture
from optviz.pictures.sweep.table import sweep_table
from optviz.pictures.table import table_files
from optviz.studies.sweep import Sweep

COSTS = {
    "png": Cost(75, 0, 0.2, 0),
    "svg": Cost(60, 0, 0.1, 0),
    "pdf": Cost(50, 0, 0.2, 0),
    "csv": Cost(2, 0.053, 0.1, 4e-6),
    "json": Cost(5, 0.055, 0.1, 4e-6),
}


def is_sweep_of_one(subject: Any) -> bool:
    """Whether it is a sweep of one hyper-parameter."""
    return isinstance(subject, Sweep) and len(subject.swept) == 1


def compose(sweep: Sweep, options: SweepOptions) -> SweepComposition:
    """A picture of a sweep."""
    return SweepComposition(sweep=sweep, options=options)


def rows(composition: SweepComposition) -> int:
    """One for every trial."""
    return int(composition.sweep.final.size)


SWEEP = Kind(
    called="a sweep",
    shows=is_sweep_of_one,
    options=SweepOptions,
    style=LEGEND,
    compose=compose,
    draw=RateCurvesPicture,
    data=table_files(sweep_table, ("measure",)),  # tables have all measures
    rows=rows,
    costs=COSTS,
)
