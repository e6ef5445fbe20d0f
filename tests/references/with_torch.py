"""torch.optim as its users call it, in float64."""

from importlib import import_module
from typing import Any

import numpy as np

from tests.references.cases import STEPS, Array, Formula

# By name, because mypy also checks this where torch is not installed.
torch: Any = import_module("torch")

VERSIONS = {"torch": str(torch.__version__)}
# Where the library has to be set otherwise than our rule to mean the same: nowhere.
OTHERWISE: dict[str, dict[str, float]] = {}


def optimizer(name: str, x: Any, s: dict[str, float]) -> Any:
    """The torch.optim object for one of our rules and its settings."""
    optim = torch.optim
    rules = {
        "sgd": lambda: optim.SGD([x], lr=s["lr"]),
        "momentum": lambda: optim.SGD([x], lr=s["lr"], momentum=s["mu"]),
        "nag": lambda: optim.SGD([x], lr=s["lr"], momentum=s["mu"], nesterov=True),
        "adagrad": lambda: optim.Adagrad([x], lr=s["lr"], eps=s["eps"]),
        "adadelta": lambda: optim.Adadelta([x], lr=s["lr"], rho=s["rho"], eps=s["eps"]),
        "rmsprop": lambda: optim.RMSprop([x], lr=s["lr"], alpha=s["rho"], eps=s["eps"]),
        "adam": lambda: optim.Adam([x], lr=s["lr"], betas=(s["beta1"], s["beta2"]), eps=s["eps"]),
    }
    return rules[name]()


def slopes(formula: Formula, points: Array) -> Array:
    """The gradients at (n, 2) points, by torch's autograd."""
    x = torch.tensor(points, requires_grad=True)
    formula(x[:, 0], x[:, 1]).sum().backward()
    return np.asarray(x.grad)


def path(
    name: str, settings: dict[str, float], start: tuple[float, float], source: Array | Formula
) -> Array:
    """The parameter after 0, 1, ... steps; `source` is the gradients, or the loss to descend."""
    x = torch.tensor(start, dtype=torch.float64, requires_grad=True)
    rule = optimizer(name, x, settings)
    rows = [x.detach().numpy().copy()]
    for k in range(STEPS):
        rule.zero_grad()
        if callable(source):
            source(x[0], x[1]).backward()
        else:
            x.grad = torch.tensor(source[k])
        rule.step()
        rows.append(x.detach().numpy().copy())
    return np.array(rows)
