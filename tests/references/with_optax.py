"""optax as its users call it, compiled by JAX, in float64."""

from importlib import import_module
from typing import Any

import numpy as np

from tests.references.cases import STEPS, Array, Formula

# By name, because mypy also checks this where they are not installed.
jax: Any = import_module("jax")
optax: Any = import_module("optax")
jax.config.update("jax_enable_x64", True)

VERSIONS = {"optax": str(optax.__version__), "jax": str(jax.__version__)}
# Where the library has to be set otherwise than our rule to mean the same: its AdaGrad adds eps
# inside the root, so both go without. (Its RMSProp can be told to add it outside.)
OTHERWISE: dict[str, dict[str, float]] = {"adagrad": {"eps": 0.0}}


def optimizer(name: str, s: dict[str, float]) -> Any:
    """The optax transformation for one of our rules and its settings."""
    rules = {
        "sgd": lambda: optax.sgd(s["lr"]),
        "momentum": lambda: optax.sgd(s["lr"], momentum=s["mu"]),
        "nag": lambda: optax.sgd(s["lr"], momentum=s["mu"], nesterov=True),
        "adagrad": lambda: optax.adagrad(s["lr"], initial_accumulator_value=0.0, eps=s["eps"]),
        "adadelta": lambda: optax.adadelta(s["lr"], rho=s["rho"], eps=s["eps"]),
        "rmsprop": lambda: optax.rmsprop(s["lr"], decay=s["rho"], eps=s["eps"], eps_in_sqrt=False),
        "adam": lambda: optax.adam(s["lr"], b1=s["beta1"], b2=s["beta2"], eps=s["eps"]),
    }
    return rules[name]()


def slopes(formula: Formula, points: Array) -> Array:
    """The gradients at (n, 2) points, by JAX."""
    slope = jax.grad(lambda x: formula(x[0], x[1]))
    return np.array(jax.vmap(slope)(points))


def path(
    name: str, settings: dict[str, float], start: tuple[float, float], source: Array | Formula
) -> Array:
    """The parameter after 0, 1, ... steps; `source` is the gradients, or the loss to descend."""
    rule, origin = optimizer(name, settings), jax.numpy.array(start)

    def advance(carried: tuple[Any, Any], given: Any) -> tuple[tuple[Any, Any], Any]:
        x, memory = carried
        g = jax.grad(lambda x: source(x[0], x[1]))(x) if callable(source) else given
        updates, memory = rule.update(g, memory, x)
        x = optax.apply_updates(x, updates)
        return (x, memory), x

    given = None if callable(source) else jax.numpy.array(source)
    _, rows = jax.lax.scan(advance, (origin, rule.init(origin)), given, length=STEPS)
    return np.vstack([start, rows])
