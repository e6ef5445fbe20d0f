"""The losses. `SURFACES` is the only registry: a new surface is one file and one line here."""

from surfaces.beale import BEALE
from surfaces.long_valley import LONG_VALLEY
from surfaces.minibatches import Minibatches
from surfaces.noisy_moons import NOISY_MOONS
from surfaces.saddle_point import SADDLE_POINT
from surfaces.surface import Surface

SURFACES: dict[str, Surface] = {
    "beale": BEALE,
    "long_valley": LONG_VALLEY,
    "saddle_point": SADDLE_POINT,
    "noisy_moons": NOISY_MOONS,
}

__all__ = ["SURFACES", "Minibatches", "Surface"]
