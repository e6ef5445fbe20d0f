"""Record what torch, optax and jax do where steps ask for more than a gradient.

    python -m tests.references.oracles

`tests/oracles/test_references.py` reads the record. Losses are written here for jax, on their own.
"""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np

from tests.references.cases import Array

FILE = Path(__file__).parent / "oracles.npz"
STEPS = 60
STARTS = {"rosenbrock": (-1.2, 1.0), "beale": (1.0, 1.6), "himmelblau": (-0.5, 0.4)}
GIVEN = np.random.default_rng(3).normal(0, 1.5, (STEPS, 2)) * np.array([1.0, 0.3])
POINTS = np.random.default_rng(4).uniform(-2, 2, (40, 2))
LOSSES: dict[str, Callable[[Any], Any]] = {
    "rosenbrock": lambda w: (1 - w[0]) ** 2 + 100 * (w[1] - w[0] ** 2) ** 2,
    "beale": lambda w: (
        (1.5 - w[0] + w[0] * w[1]) ** 2
        + (2.25 - w[0] + w[0] * w[1] ** 2) ** 2
        + (2.625 - w[0] + w[0] * w[1] ** 3) ** 2
    ),
    "himmelblau": lambda w: (w[0] ** 2 + w[1] - 11) ** 2 + (w[0] + w[1] ** 2 - 7) ** 2,
}


def lbfgs(pairs: int) -> Array:
    """Parameters of torch.optim.LBFGS after each step along the given gradients."""
    torch: Any = import_module("torch")
    x = torch.nn.Parameter(torch.tensor((1.0, -0.7), dtype=torch.float64))
    optimizer = torch.optim.LBFGS(
        [x], lr=0.3, max_iter=1, history_size=pairs, tolerance_grad=0, tolerance_change=0
    )
    rows = []
    for g in GIVEN:

        def closure(g: Array = g) -> float:
            x.grad = torch.tensor(g)
            return 0.0

        optimizer.step(closure)
        rows.append(x.detach().numpy().copy())
    return np.array(rows)


def optax_steps(name: str, transformation: Any, answers: Callable[[Any], dict[str, Any]]) -> Array:
    """Parameters of an optax transformation after each step.

    Args:
        name: key of LOSSES.
        transformation: of optax.
        answers: x -> what it asks for besides the gradient.
    """
    jax: Any = import_module("jax")
    optax: Any = import_module("optax")
    loss = LOSSES[name]
    x = jax.numpy.array(STARTS[name])
    state, rows = transformation.init(x), []
    for _ in range(STEPS):
        updates, state = transformation.update(jax.grad(loss)(x), state, x, **answers(x))
        x = optax.apply_updates(x, updates)
        rows.append(np.array(x))
    return np.array(rows)


def newton_steps(name: str, *, saddle_free: bool, damping: float) -> Array:
    """One step of Newton's method from each of POINTS, by jax.hessian and numpy.linalg."""
    jax: Any = import_module("jax")
    rows = []
    for point in POINTS:
        hessian = np.array(jax.hessian(LOSSES[name])(jax.numpy.array(point)))
        if saddle_free:
            values, vectors = np.linalg.eigh(hessian)
            hessian = vectors @ np.diag(np.abs(values)) @ vectors.T
        slope = np.array(jax.grad(LOSSES[name])(jax.numpy.array(point)))
        rows.append(point - np.linalg.solve(hessian + damping * np.eye(2), slope))
    return np.array(rows)


def main() -> None:
    jax: Any = import_module("jax")
    jax.config.update("jax_enable_x64", True)
    optax: Any = import_module("optax")
    searched = optax.chain(
        optax.sgd(1.0),
        optax.scale_by_backtracking_linesearch(
            40, slope_rtol=0.1, decrease_factor=0.5, increase_factor=np.inf, max_learning_rate=0.8
        ),
    )
    aware = optax.contrib.sam(
        optax.sgd(0.002), optax.chain(optax.contrib.normalize(), optax.sgd(0.1)), opaque_mode=True
    )
    found = {f"torch/lbfgs-{pairs}": lbfgs(pairs) for pairs in (1, 2, 4)}
    for name, loss in LOSSES.items():
        slope = jax.grad(loss)

        def losses(x: Any, loss: Any = loss, slope: Any = slope) -> dict[str, Any]:
            return {"value": loss(x), "grad": slope(x), "value_fn": loss}

        def slopes(_: Any, slope: Any = slope) -> dict[str, Any]:
            return {"grad_fn": lambda x, _: slope(x)}

        found[f"optax/backtracking/{name}"] = optax_steps(name, searched, losses)
        found[f"optax/sam/{name}"] = optax_steps(name, aware, slopes)
        for damping in (0.0, 0.3):
            for saddle_free in (False, True):
                kind = "saddlefree" if saddle_free else "newton"
                found[f"jax/{kind}/{name}/{damping}"] = newton_steps(
                    name, saddle_free=saddle_free, damping=damping
                )
    np.savez_compressed(FILE, allow_pickle=False, given=GIVEN, points=POINTS, **found)


if __name__ == "__main__":
    main()
