"""Record losses and gradients of torch.autograd and jax.grad: `python -m tests.references.losses`.

The library is called as its users call it, in double precision and without this project; tests hold
`function_surface` to the record, and to the libraries themselves where these are installed.
"""

import json
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np

RECORD = Path(__file__).with_name("losses.json")
POINTS = [(-1.2, 1.0), (0.3, -0.7), (1.1, 2.4), (0.0, 0.5)]


def losses(xp: Any) -> dict[str, Callable[..., Any]]:
    """Losses of two numbers and of a vector, written with a library's own functions."""
    return {
        "ripples": lambda x, y: xp.sin(3 * x) * xp.exp(-y * y) + 0.1 * (x * x + y * y),
        "plane": lambda x, y: 2 * x + 0 * y,
        "norms": lambda w: xp.sqrt((w * w).sum() + 1) + xp.log(1 + xp.exp(w[0] - w[1])),
    }


def is_vector(name: str) -> bool:
    """Whether a loss takes one vector of two."""
    return name == "norms"


def by_torch() -> dict[str, Any]:
    """name -> loss and gradient at every point."""
    torch: Any = import_module("torch")
    found: dict[str, Any] = {}
    for name, loss in losses(torch).items():
        found[name] = []
        for point in POINTS:
            w = torch.tensor(point, dtype=torch.float64, requires_grad=True)
            value = loss(w) if is_vector(name) else loss(*w)
            value.backward()
            found[name].append([value.item(), *w.grad.tolist()])
    return found


def by_jax() -> dict[str, Any]:
    """The same by jax."""
    jax: Any = import_module("jax")
    jax.config.update("jax_enable_x64", True)
    found: dict[str, Any] = {}
    for name, loss in losses(import_module("jax.numpy")).items():
        of_vector = loss if is_vector(name) else lambda w, loss=loss: loss(w[0], w[1])
        both = jax.value_and_grad(of_vector)
        pairs = [both(np.array(point)) for point in POINTS]
        found[name] = [[float(value), *map(float, slope)] for value, slope in pairs]
    return found


def versions() -> dict[str, str]:
    """Of what was recorded."""
    return {name: str(import_module(name).__version__) for name in ("torch", "jax")}


if __name__ == "__main__":
    record = {"versions": versions(), "points": POINTS, "torch": by_torch(), "jax": by_jax()}
    RECORD.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
