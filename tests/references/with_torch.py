"""torch.optim as its users call it, in float64."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

import numpy as np

from tests.references.cases import STEPS, UNSEEN, Array, Formula

# By name, because mypy also checks this where torch is not installed.
torch: Any = import_module("torch")
# Without this NAdam multiplies its momenta in single precision, whatever the parameters are.
torch.set_default_dtype(torch.float64)

VERSIONS = {"torch": str(torch.__version__)}
# Where the library has to be set otherwise than our rule to mean the same: its SparseAdam adds eps
# to the root before v is corrected, its Adagrad adds it outside the root.
OTHERWISE = {"lazyadam": {"eps": UNSEEN}, "adagradinitial": {"eps": UNSEEN}}


def betas(s: dict[str, float]) -> tuple[float, float]:
    return s["beta1"], s["beta2"]


optim = torch.optim
# The torch.optim object for one of our rules: from the parameter and our settings.
RULES: dict[str, Callable[[Any, dict[str, float]], Any]] = {
    "sgd": lambda x, s: optim.SGD([x], s["lr"]),
    "momentum": lambda x, s: optim.SGD([x], s["lr"], momentum=s["mu"]),
    "nag": lambda x, s: optim.SGD([x], s["lr"], momentum=s["mu"], nesterov=True),
    "adagrad": lambda x, s: optim.Adagrad([x], s["lr"], eps=s["eps"]),
    "adadelta": lambda x, s: optim.Adadelta([x], s["lr"], rho=s["rho"], eps=s["eps"]),
    "rmsprop": lambda x, s: optim.RMSprop([x], s["lr"], alpha=s["rho"], eps=s["eps"]),
    "adam": lambda x, s: optim.Adam([x], s["lr"], betas(s), s["eps"]),
    "adamw": lambda x, s: optim.AdamW([x], s["lr"], betas(s), s["eps"], s["decay"]),
    "nadam": lambda x, s: optim.NAdam([x], s["lr"], betas(s), s["eps"], momentum_decay=s["psi"]),
    "amsgrad": lambda x, s: optim.Adam([x], s["lr"], betas(s), s["eps"], amsgrad=True),
    "adamax": lambda x, s: optim.Adamax([x], s["lr"], betas(s), s["eps"]),
    "radam": lambda x, s: optim.RAdam([x], s["lr"], betas(s), s["eps"]),
    "lazyadam": lambda x, s: optim.SparseAdam([x], s["lr"], betas(s), s["eps"]),
    "adagradinitial": lambda x, s: optim.Adagrad(
        [x], s["lr"], initial_accumulator_value=s["initial"], eps=s["eps"]
    ),
    "naglookahead": lambda x, s: optim.SGD([x], s["lr"], momentum=s["mu"], nesterov=True),
}


def slopes(formula: Formula, points: Array) -> Array:
    """The gradients at (n, 2) points, by torch's autograd."""
    x = torch.tensor(points, requires_grad=True)
    formula(x[:, 0], x[:, 1]).sum().backward()
    return np.asarray(x.grad)


def path(
    name: str, settings: dict[str, float], start: tuple[float, float], source: Array | Formula
) -> Array:
    """The parameter after 0, 1, ... steps; `source` is the gradients, or the loss to descend."""
    x = torch.tensor(start, requires_grad=True)
    rule = RULES[name](x, settings)
    rows = [x.detach().numpy().copy()]
    for k in range(STEPS):
        rule.zero_grad()
        if callable(source):
            source(x[0], x[1]).backward()
        else:
            given = torch.tensor(source[k])
            x.grad = given.to_sparse() if isinstance(rule, optim.SparseAdam) else given
        rule.step()
        rows.append(x.detach().numpy().copy())
    return np.array(rows)
