"""What is recorded: losses, starts and settings, free of this project's code and of any library."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Formula = Callable[[Any, Any], Any]

SEED = 2014
STEPS = 500
# The first steps one by one, where rules differ most, then every twentieth.
KEPT = [*range(10), *range(20, STEPS + 1, 20)]

# Plain arithmetic: torch's tensors and JAX's arrays both understand it and differentiate it.
FORMULAS: dict[str, Formula] = {
    "beale": lambda x, y: (
        (1.5 - x + x * y) ** 2 + (2.25 - x + x * y**2) ** 2 + (2.625 - x + x * y**3) ** 2
    ),
    "long_valley": lambda x, y: 5 * x**2 + (1 - y**2 / 4) ** 2,
    "saddle_point": lambda x, y: 5 * y**2 - x**2,
    "rosenbrock": lambda x, y: (1 - x) ** 2 + 100 * (y - x**2) ** 2,
}

STARTS = {
    "beale": (1.0, 1.6),
    "long_valley": (-0.5, 0.001),
    "saddle_point": (-1e-6, 0.25),
    "rosenbrock": (0.5, 0.5),
    "noisy_moons": (-0.36, 1.27),
}

# The surfaces on which whole paths are recorded too.
DESCENDED = ("beale", "long_valley", "saddle_point")

ADAM = {"lr": 1e-2, "beta1": 0.9, "beta2": 0.999, "eps": 1e-8}
# Under given gradients nobody turns back, and the farther a path runs the more digits it loses.
MOMENTUM = {"lr": 1e-4, "mu": 0.9}
OPTIMIZERS: dict[str, dict[str, float]] = {
    "sgd": {"lr": 1e-3},
    "momentum": MOMENTUM,
    "nag": MOMENTUM,
    "adagrad": {"lr": 0.1, "eps": 1e-10},
    "adadelta": {"lr": 1.0, "rho": 0.9, "eps": 1e-6},
    "rmsprop": {"lr": 1e-2, "rho": 0.95, "eps": 1e-8},
    "adam": ADAM,
    "adamw": ADAM | {"decay": 0.1},
    "nadam": ADAM | {"psi": 4e-3},
    "amsgrad": ADAM,
    "adamax": ADAM,
    "radam": ADAM,
    "lion": {"lr": 1e-2, "beta1": 0.9, "beta2": 0.99, "decay": 0.1},
    "adabelief": ADAM,
    "yogi": ADAM | {"eps": 1e-3, "initial": 1e-6},
    "lazyadam": ADAM,
    "adamepshat": {"lr": 1e-2, "beta1": 0.9, "beta2": 0.999, "eps_hat": 1e-3},
    "rmspropepsinside": {"lr": 1e-2, "rho": 0.95, "eps": 1e-3},
    "adagradinitial": {"lr": 0.1, "initial": 0.1, "eps": 1e-3},
    "naglookahead": MOMENTUM,
}

# An eps that no root notices: it makes it no matter where a library adds it.
UNSEEN = 1e-30

# Whole paths of these are recorded. Some others are chaotic in their last digits: left to
# themselves, a start that differs by one rounding ends a hundredth away. Under given gradients all
# can be compared.
STABLE = ("sgd", "momentum", "nag", "adagrad", "adam")


def scattered(surface: str) -> Array:
    """Points around the start; the slopes there are the gradients that every rule is given."""
    noise = np.random.default_rng(SEED).normal(scale=0.1, size=(STEPS, 2))
    return STARTS[surface] + noise


def moons_slopes(points: Array) -> Array:
    """Slopes of logistic regression over five of scikit-learn's noisy moons, others each time."""
    from sklearn.datasets import make_moons  # noqa: PLC0415, needed to record, not to compare

    inputs, labels = make_moons(400, noise=0.3, random_state=26)
    signed = inputs * (2 * labels - 1)[:, None]
    chosen = signed[np.random.default_rng(SEED).integers(400, size=(len(points), 5))]
    wrong = 1 / (1 + np.exp((chosen * points[:, None]).sum(axis=-1, keepdims=True)))
    slopes: Array = -(wrong * chosen).mean(axis=1)
    return slopes


def sparse(slopes: Array) -> Array:
    """The same with a tenth set to exactly 0 after the first ten: what is lazy then rests."""
    resting = np.random.default_rng(SEED).random(slopes.shape) < 0.1
    resting[:10] = False
    return np.where(resting, 0.0, slopes)
