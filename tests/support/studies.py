"""Sweeps, basin maps and a study of the digits that several tests look at, made once."""

from functools import cache

import numpy as np

from optviz.batch import Array
from optviz.optimizers import NAG, SGD, AdaGrad, Adam, Momentum
from optviz.scenes import SCENES
from optviz.studies.basins import Basins, basins
from optviz.studies.digits.study import Conditions, Study, study
from optviz.studies.sweep import FINE, Sweep, learning_rate_sweep, pair_sweep
from surfaces.surface import Surface

MUS = 1 - np.geomspace(1, 1e-3, 16)


def himmelblau_loss(x: Array, y: Array) -> Array:
    return (x * x + y - 11) ** 2 + (x + y * y - 7) ** 2


# Four minima: D. Himmelblau, Applied Nonlinear Programming, 1972.
HIMMELBLAU = Surface(
    name="Himmelblau's function",
    loss=himmelblau_loss,
    xlim=(-5, 5),
    ylim=(-5, 5),
    start=(0, 0),
    minima=((3, 2), (-2.805118, 3.131312), (-3.77931, -3.283186), (3.584428, -1.848126)),
    source="D. Himmelblau, 1972",
)


@cache
def rate_sweep(key: str, threshold: float = -np.inf) -> Sweep:
    surface, optimizers, start, steps, seed = SCENES[key].conditions
    *_, last = learning_rate_sweep(
        surface, optimizers, start, min(steps, 100), seed, FINE[::2], threshold
    )
    return last


@cache
def swept_pair(key: str, threshold: float = -np.inf) -> Sweep:
    surface, _, start, steps, seed = SCENES[key].conditions
    values = {"mu": MUS, "lr": np.geomspace(1e-5, 10, 25)}
    *_, last = pair_sweep(
        surface, Momentum(lr=1e-3, mu=0.95), values, start, min(steps, 100), seed, threshold
    )
    return last


@cache
def basin_map(key: str) -> Basins:
    if key == "himmelblau":
        some = [SGD(lr=0.01), NAG(lr=0.01, mu=0.9), AdaGrad(lr=1.0), Adam(lr=0.3), Momentum(lr=0.1)]
        *_, last = basins(HIMMELBLAU, some, (21, 24), 60)
        return last
    surface, optimizers, _, steps, seed = SCENES[key].conditions
    *_, last = basins(surface, optimizers, (21, 24), min(steps, 100), seed)
    return last


@cache
def digits_study() -> Study:
    """Short; one of its optimizers diverges."""
    return study(Conditions((SGD(lr=1e308), SGD(lr=1.0), Adam(lr=0.01)), epochs=2, splits=2))
