"""Where a surface in space is seen from: an orthographic camera round the box it stands in.

The box has sides of 1 round (0, 0) and is `HEIGHT` high; its unit is called a side. What the camera
sees is flat again: how far to the right of the box's middle a point is, and how far up.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from optviz.look import LOOK

Array = NDArray[np.float64]

BOX: dict[str, Any] = LOOK["box"]
HEIGHT: float = BOX["height"]  # of the highest point, in sides
BASE: float = BOX["base"]  # where the body stands on its floor
WIDE, TALL = float(BOX["wide"]), float(BOX["tall"])  # what the box may take, however it is turned


@dataclass(frozen=True)
class Camera:
    """A direction to look in.

    Attributes:
        elevation: degrees above the ground, 0 to 90.
        azimuth: degrees round the upright axis, as matplotlib's view_init counts them.
    """

    elevation: float
    azimuth: float

    @property
    def right(self) -> Array:
        """(2,) the direction over the ground that is seen as to the right."""
        angle = np.radians(self.azimuth)
        return np.array([-np.sin(angle), np.cos(angle)])

    @property
    def away(self) -> Array:
        """(2,) the direction over the ground that leads away from the viewer."""
        angle = np.radians(self.azimuth)
        return np.array([-np.cos(angle), -np.sin(angle)])

    @property
    def sine(self) -> float:
        """Of the elevation: how far up a side away is seen."""
        return float(np.sin(np.radians(self.elevation)))

    @property
    def cosine(self) -> float:
        """Of the elevation: how far up a side upwards is seen."""
        return float(np.cos(np.radians(self.elevation)))

    def see(self, x: Array, y: Array, z: Array | float) -> Array:
        """Points of the box as (..., 2): how far to the right and how far up they are seen."""
        right, away = self.right, self.away
        across = x * right[0] + y * right[1]
        lift = (x * away[0] + y * away[1]) * self.sine + z * self.cosine
        return np.stack(np.broadcast_arrays(across, lift), axis=-1)

    def distance(self, x: Array, y: Array) -> Array:
        """How far away over the ground points are, from the middle of the box."""
        away = self.away
        return np.asarray(x * away[0] + y * away[1])

    @property
    def front(self) -> tuple[float, float]:
        """The sides of the box that look at the viewer: 1 or -1 along x, the same along y."""
        x, y = -np.sign(self.away)
        return float(x or 1), float(y or 1)
