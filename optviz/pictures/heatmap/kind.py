"""A sweep of two hyper-parameters as a kind of picture: a heat map."""

from dataclasses import replace
from typing import Any

from optviz.pictures.heatmap.heatmap import HeatmapPicture
from optviz.pictures.sweep.kind import SWEEP
from optviz.studies.sweep import Sweep


def is_sweep_of_two(subject: Any) -> bool:
    """Whether it is a sweep of two hyper-parameters."""
    return isinstance(subject, Sweep) and len(subject.swept) == 2


# All but the picture is as for a sweep of one.
HEATMAP = replace(SWEEP, called="a heat map", shows=is_sweep_of_two, draw=HeatmapPicture)
