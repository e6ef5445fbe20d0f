"""Numbers about a run that people ask for: what charts show and stories are checked with."""

import numpy as np
from numpy.typing import NDArray

from optviz.race import Trajectory
from surfaces.surface import Surface

Array = NDArray[np.float64]


def distance_to_minimum(surface: Surface, run: Trajectory) -> Array | None:
    """(steps + 1, ...) how far each iterate is from the nearest known minimum.

    None where the surface has none.
    """
    if not surface.minima:
        return None
    apart = run.x[..., None, :] - np.array(surface.minima)
    return np.asarray(np.hypot(apart[..., 0], apart[..., 1]).min(axis=-1))
