"""What is recorded: losses, starts and settings, free of this project's code and of any library."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Formula = Callable[[Any, Any], Any]

SEED = 2014
STEPS = 500
# The first steps one by one, where rules differ most, then every tenth.
KEPT = [*range(20), *range(20, STEPS + 1, 10)]

# Plain arithmetic: torch's tensors and JAX's arrays both understand it and differentiate it.
FORMULAS: dict[str, Formula] = {
    "beale": lambda x, y: (
        (1.5 - x + x * y) ** 2 + (2.25 - x + x * y**2) ** 2 + (2.625 - x + x * y**3) ** 2
    ),
    "long_valley": lambda x, y: 5 * x**2 + (1 - y**2 / 4) ** 2,
    "saddle_point": lambda x, y: 5 * y**2 - x**2,
}

STARTS = {"beale": (1.0, 1.6), "long_valley": (-0.5, 0.001), "saddle_point": (-1e-6, 0.25)}

OPTIMIZERS: dict[str, dict[str, float]] = {
    "sgd": {"lr": 1e-3},
    "momentum": {"lr": 1e-3, "mu": 0.9},
    "nag": {"lr": 1e-3, "mu": 0.9},
    "adagrad": {"lr": 0.1, "eps": 1e-10},
    "adadelta": {"lr": 1.0, "rho": 0.9, "eps": 1e-6},
    "rmsprop": {"lr": 1e-2, "rho": 0.95, "eps": 1e-8},
    "adam": {"lr": 1e-2, "beta1": 0.9, "beta2": 0.999, "eps": 1e-8},
}

# The other two are chaotic in their last digits: left to themselves, a start that differs by one
# rounding ends a hundredth away. Under given gradients they can be compared all the same.
STABLE = ("sgd", "momentum", "nag", "adagrad", "adam")


def scattered(surface: str) -> Array:
    """Points around the start; the slopes there are the gradients that every rule is given."""
    noise = np.random.default_rng(SEED).normal(scale=0.1, size=(STEPS, 2))
    return STARTS[surface] + noise
