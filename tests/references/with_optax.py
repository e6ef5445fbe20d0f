"""optax as its users call it, compiled by JAX, in float64."""

from collections.abc import Callable
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
# inside the root, so both go without. (Its RMSProp can be told to add it outside.) Its NAdam has no
# schedule, which is ours when it is over at once; its RAdam adds eps to the root of v_hat.
OTHERWISE = {"adagrad": {"eps": 0.0}, "nadam": {"psi": 1e6}, "radam": {"eps": 0.0}}


def adam(s: dict[str, float]) -> dict[str, float]:
    """What Adam and its relatives are told."""
    return {"b1": s["beta1"], "b2": s["beta2"], "eps": s["eps"]}


# The optax transformation for one of our rules, from our settings.
RULES: dict[str, Callable[[dict[str, float]], Any]] = {
    "sgd": lambda s: optax.sgd(s["lr"]),
    "momentum": lambda s: optax.sgd(s["lr"], momentum=s["mu"]),
    "nag": lambda s: optax.sgd(s["lr"], momentum=s["mu"], nesterov=True),
    "adagrad": lambda s: optax.adagrad(s["lr"], initial_accumulator_value=0.0, eps=s["eps"]),
    "adadelta": lambda s: optax.adadelta(s["lr"], rho=s["rho"], eps=s["eps"]),
    "rmsprop": lambda s: optax.rmsprop(s["lr"], decay=s["rho"], eps=s["eps"], eps_in_sqrt=False),
    "adam": lambda s: optax.adam(s["lr"], **adam(s)),
    "adamw": lambda s: optax.adamw(s["lr"], **adam(s), weight_decay=s["decay"]),
    "nadam": lambda s: optax.nadam(s["lr"], **adam(s)),
    "adamax": lambda s: optax.adamax(s["lr"], **adam(s)),
    "radam": lambda s: optax.radam(s["lr"], **adam(s)),
    "lion": lambda s: optax.lion(s["lr"], b1=s["beta1"], b2=s["beta2"], weight_decay=s["decay"]),
    "adabelief": lambda s: optax.adabelief(s["lr"], **adam(s), eps_root=s["eps"]),
    # optax.yogi starts both memories at 1e-6 and cannot be told otherwise.
    "yogi": lambda s: optax.yogi(s["lr"], **adam(s)),
    "rmspropepsinside": lambda s: optax.rmsprop(s["lr"], decay=s["rho"], eps=s["eps"]),
    "adagradinitial": lambda s: optax.adagrad(s["lr"], s["initial"], eps=s["eps"]),
    "naglookahead": lambda s: optax.sgd(s["lr"], momentum=s["mu"], nesterov=True),
}


def slopes(formula: Formula, points: Array) -> Array:
    """The gradients at (n, 2) points, by JAX."""
    slope = jax.grad(lambda x: formula(x[0], x[1]))
    return np.array(jax.vmap(slope)(points))


def path(
    name: str, settings: dict[str, float], start: tuple[float, float], source: Array | Formula
) -> Array:
    """The parameter after 0, 1, ... steps; `source` is the gradients, or the loss to descend."""
    rule, origin = RULES[name](settings), jax.numpy.array(start)

    def advance(carried: tuple[Any, Any], given: Any) -> tuple[tuple[Any, Any], Any]:
        x, memory = carried
        g = jax.grad(lambda x: source(x[0], x[1]))(x) if callable(source) else given
        updates, memory = rule.update(g, memory, x)
        x = optax.apply_updates(x, updates)
        return (x, memory), x

    given = None if callable(source) else jax.numpy.array(source)
    _, rows = jax.lax.scan(advance, (origin, rule.init(origin)), given, length=STEPS)
    return np.vstack([start, rows])
