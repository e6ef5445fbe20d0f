"""A sweep of two hyper-parameters as a kind of picture: a heat map."""

from dataclasses import replace
from typing import Any

from optviz.pictures.figure_style import NONE
from optviz.pictures.heatmap.heatmap import HeatmapPicture
from optviz.pictures.kind import ANY_STYLE
from optviz.pictures.sweep.composition import SweepComposition
from optviz.pictures.sweep.kind import SWEEP
from optviz.studies.sweep import Sweep


def is_sweep_of_two(subject: Any) -> bool:
    """Whether it is a sweep of two hyper-parameters."""
    return isinstance(subject, Sweep) and len(subject.swept) == 2


def check_colours(composition: SweepComposition) -> None:
    """Raise ValueError where there would be none."""
    if composition.options.style.colours == NONE:
        raise ValueError("a heat map without colours shows nothing: give a colour map")


# All but the picture is as for a sweep of one.
HEATMAP = replace(
    SWEEP,
    called="a heat map",
    shows=is_sweep_of_two,
    draw=HeatmapPicture,
    style=ANY_STYLE | {"colours"},
    check=check_colours,
)
