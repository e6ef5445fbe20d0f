"""Keras as its users call it, on JAX, in float64."""

import os
from collections.abc import Callable
from importlib import import_module
from typing import Any

import numpy as np

from tests.references.cases import STEPS, UNSEEN, Array, Formula

os.environ["KERAS_BACKEND"] = "jax"
# By name, because mypy also checks this where they are not installed.
jax: Any = import_module("jax")
keras: Any = import_module("keras")
jax.config.update("jax_enable_x64", True)
keras.config.set_floatx("float64")

VERSIONS = {"keras": str(keras.__version__), "jax": str(jax.__version__)}
# Where the library has to be set otherwise than our rule to mean the same: it adds eps to the root
# before v is corrected, or inside the root, and NAdam's schedule cannot be told.
OTHERWISE = {name: {"eps": UNSEEN} for name in ("adagrad", "rmsprop", "adam", "adamw", "amsgrad")}
OTHERWISE |= {"adamax": {"eps": UNSEEN}, "nadam": {"psi": 1.0}}


def adam(s: dict[str, float]) -> dict[str, float]:
    """What Adam and its relatives are told."""
    told = {"lr": "learning_rate", "beta1": "beta_1", "beta2": "beta_2", "decay": "weight_decay"}
    told |= {"eps": "epsilon", "eps_hat": "epsilon"}
    return {told[name]: value for name, value in s.items() if name in told}


of = keras.optimizers
# The Keras optimizer for one of our rules, from our settings.
RULES: dict[str, Callable[[dict[str, float]], Any]] = {
    "sgd": lambda s: of.SGD(s["lr"]),
    "momentum": lambda s: of.SGD(s["lr"], momentum=s["mu"]),
    "nag": lambda s: of.SGD(s["lr"], momentum=s["mu"], nesterov=True),
    "adagrad": lambda s: of.Adagrad(s["lr"], initial_accumulator_value=0.0, epsilon=s["eps"]),
    "adadelta": lambda s: of.Adadelta(s["lr"], rho=s["rho"], epsilon=s["eps"]),
    "rmsprop": lambda s: of.RMSprop(s["lr"], rho=s["rho"], epsilon=s["eps"]),
    "adam": lambda s: of.Adam(**adam(s)),
    "adamw": lambda s: of.AdamW(**adam(s)),
    "nadam": lambda s: of.Nadam(**adam(s)),
    "amsgrad": lambda s: of.Adam(**adam(s), amsgrad=True),
    "adamax": lambda s: of.Adamax(**adam(s)),
    "lion": lambda s: of.Lion(**adam(s)),
    "adamepshat": lambda s: of.Adam(**adam(s)),
    "rmspropepsinside": lambda s: of.RMSprop(s["lr"], rho=s["rho"], epsilon=s["eps"]),
    "adagradinitial": lambda s: of.Adagrad(
        s["lr"], initial_accumulator_value=s["initial"], epsilon=s["eps"]
    ),
    "naglookahead": lambda s: of.SGD(s["lr"], momentum=s["mu"], nesterov=True),
}


def slopes(formula: Formula, points: Array) -> Array:
    """The gradients at (n, 2) points, by JAX, which Keras runs on here."""
    slope = jax.grad(lambda x: formula(x[0], x[1]))
    return np.array(jax.vmap(slope)(points))


def path(
    name: str, settings: dict[str, float], start: tuple[float, float], source: Array | Formula
) -> Array:
    """The parameter after 0, 1, ... steps; `source` is the gradients, or the loss to descend."""
    rule, variable = RULES[name](settings), keras.Variable(np.array(start), dtype="float64")
    rule.build([variable])

    def advance(carried: tuple[Any, Any], given: Any) -> tuple[tuple[Any, Any], Any]:
        x, memory = carried
        g = jax.grad(lambda x: source(x[0], x[1]))(x) if callable(source) else given
        (x,), memory = rule.stateless_apply(memory, [g], [x])
        return (x, memory), x

    given = None if callable(source) else jax.numpy.array(source)
    begin = (variable.value, [each.value for each in rule.variables])
    _, rows = jax.lax.scan(advance, begin, given, length=STEPS)
    return np.vstack([start, rows])
