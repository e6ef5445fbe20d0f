"""The scenes: which optimizers race where, with which settings, and what there is to see.

The first four follow the animations that Alec Radford published in 2014. Their code is lost; what
is called recovered here was inferred from the pictures by following the balls' pixels and fitting
simulations to them. What the pictures do not tell is reconstructed, and Adam, which they do not
have, is added; every entry says which it is. Every sentence of a story is a measurement, and the
tests hold it.
"""

from optviz.scenes.beale import BEALE
from optviz.scenes.long_valley import LONG_VALLEY
from optviz.scenes.noisy_moons import NOISY_MOONS
from optviz.scenes.saddle_point import SADDLE_POINT
from optviz.scenes.scene import PRESETS, Scene

__all__ = ["PRESETS", "SCENES", "Scene"]

SCENES: dict[str, Scene] = {
    "beale": BEALE,
    "long_valley": LONG_VALLEY,
    "saddle_point": SADDLE_POINT,
    "noisy_moons": NOISY_MOONS,
}
