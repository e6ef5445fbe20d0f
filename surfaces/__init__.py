"""The losses. `SURFACES` is the only registry: a new surface is one file and one line here."""

from surfaces.beale import BEALE
from surfaces.faint_feature import FAINT_FEATURE
from surfaces.jumping_minimum import JUMPING_MINIMUM
from surfaces.long_valley import LONG_VALLEY
from surfaces.minibatches import Minibatches
from surfaces.noisy_moons import NOISY_MOONS
from surfaces.rare_feature import RARE_FEATURE
from surfaces.saddle_point import SADDLE_POINT
from surfaces.stages import Stages
from surfaces.surface import Surface

SURFACES: dict[str, Surface] = {
    "beale": BEALE,
    "long_valley": LONG_VALLEY,
    "saddle_point": SADDLE_POINT,
    "noisy_moons": NOISY_MOONS,
    "rare_feature": RARE_FEATURE,
    "jumping_minimum": JUMPING_MINIMUM,
    "faint_feature": FAINT_FEATURE,
}

__all__ = ["SURFACES", "Minibatches", "Stages", "Surface"]
