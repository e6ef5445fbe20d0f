"""The losses. `SURFACES` is the only registry: a new surface is one file and one line here."""

from surfaces.ackley import ACKLEY
from surfaces.beale import BEALE
from surfaces.booth import BOOTH
from surfaces.cliff import CLIFF
from surfaces.faint_feature import FAINT_FEATURE
from surfaces.goldstein_price import GOLDSTEIN_PRICE
from surfaces.himmelblau import HIMMELBLAU
from surfaces.ill_conditioned import ILL_CONDITIONED
from surfaces.jumping_minimum import JUMPING_MINIMUM
from surfaces.long_valley import LONG_VALLEY
from surfaces.minibatches import Minibatches
from surfaces.monkey_saddle import MONKEY_SADDLE
from surfaces.noisy_moons import NOISY_MOONS
from surfaces.noisy_quadratic import NOISY_QUADRATIC
from surfaces.rare_feature import RARE_FEATURE
from surfaces.rastrigin import RASTRIGIN
from surfaces.rosenbrock import ROSENBROCK
from surfaces.saddle_point import SADDLE_POINT
from surfaces.six_hump_camel import SIX_HUMP_CAMEL
from surfaces.stages import Stages
from surfaces.styblinski_tang import STYBLINSKI_TANG
from surfaces.surface import Surface

SURFACES: dict[str, Surface] = {
    "beale": BEALE,
    "long_valley": LONG_VALLEY,
    "saddle_point": SADDLE_POINT,
    "noisy_moons": NOISY_MOONS,
    "rare_feature": RARE_FEATURE,
    "jumping_minimum": JUMPING_MINIMUM,
    "faint_feature": FAINT_FEATURE,
    "rosenbrock": ROSENBROCK,
    "booth": BOOTH,
    "himmelblau": HIMMELBLAU,
    "six_hump_camel": SIX_HUMP_CAMEL,
    "styblinski_tang": STYBLINSKI_TANG,
    "goldstein_price": GOLDSTEIN_PRICE,
    "ackley": ACKLEY,
    "rastrigin": RASTRIGIN,
    "ill_conditioned": ILL_CONDITIONED,
    "noisy_quadratic": NOISY_QUADRATIC,
    "cliff": CLIFF,
    "monkey_saddle": MONKEY_SADDLE,
}

__all__ = ["SURFACES", "Minibatches", "Stages", "Surface"]
