"""The scenes of well-known functions, by the keys of their surfaces."""

from optviz.scenes.bowls import BOOTH, ILL_CONDITIONED, ROSENBROCK
from optviz.scenes.many_minima import (
    ACKLEY,
    GOLDSTEIN_PRICE,
    HIMMELBLAU,
    RASTRIGIN,
    SIX_HUMP_CAMEL,
    STYBLINSKI_TANG,
)
from optviz.scenes.monkey_saddle import MONKEY_SADDLE
from optviz.scenes.rough import CLIFF, NOISY_QUADRATIC
from optviz.scenes.scene import Scene

FUNCTIONS: dict[str, Scene] = {
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
