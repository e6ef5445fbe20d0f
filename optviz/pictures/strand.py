"""One run, laid out on a picture: where its trail and its head are at every step."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from optviz.look import LOOK
from optviz.pictures.lines import Line
from optviz.style import RunStyle

Array = NDArray[np.float64]

GHOST: float = LOOK["trail"]["hidden"]  # opacity of what lies behind a hill


@dataclass(frozen=True, eq=False)
class Strand:
    """One run, laid out on a picture.

    Attributes:
        style: its colours, dash and marker.
        seen: its trail.
        heads: (steps + 1, 2) where its head is at every step; nan where it is out of the picture.
        hidden: what of the trail lies behind a hill; None where there are no hills.
        away: (steps + 1,) how far from the viewer each head is, or None.
        ghost: (steps + 1,) whether each head is behind a hill, or None.
        changes: the steps at which the run's settings change, in order.
        average: that of an average of the iterates, where the rule keeps one.
        name: what its line is called, in legends, too; "" for nothing.
    """

    style: RunStyle
    seen: Line
    heads: Array
    hidden: Line | None = None
    away: Array | None = None
    ghost: NDArray[np.bool_] | None = None
    changes: Sequence[int] = ()
    average: "Strand | None" = None
    name: str = ""


def held(values: Array, last: int) -> Array:
    """Values by step; a run that has diverged keeps those of its last finite step."""
    return values[np.minimum(np.arange(len(values)), last)]
