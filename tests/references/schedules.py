"""Record the learning rates of torch's and optax's schedules; tests/test_schedules.py reads them.

    python -m tests.references.schedules

A record holds the value of every step from 0 on, as the libraries count steps.
"""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np

from tests.references.cases import Array

FILE = Path(__file__).parent / "schedules.npz"
STEPS = 240


def torch_schedules() -> dict[str, Array]:
    """Those of torch.optim.lr_scheduler, beside an optimizer that is stepped."""
    torch: Any = import_module("torch")
    scheduler = torch.optim.lr_scheduler
    makers: dict[str, Callable[[Any], Any]] = {
        "multi": lambda o: scheduler.MultiStepLR(o, [40, 100], gamma=0.5),
        "step": lambda o: scheduler.StepLR(o, 30, gamma=0.3),
        "exponential": lambda o: scheduler.ExponentialLR(o, 0.97),
        "linear": lambda o: scheduler.LinearLR(o, 0.25, 0.75, total_iters=120),
        "polynomial": lambda o: scheduler.PolynomialLR(o, total_iters=150, power=1.7),
        "cosine": lambda o: scheduler.CosineAnnealingLR(o, STEPS, eta_min=0.01),
        "restarts": lambda o: scheduler.CosineAnnealingWarmRestarts(o, 30, eta_min=0.02),
        "growing": lambda o: scheduler.CosineAnnealingWarmRestarts(o, 16, T_mult=2, eta_min=0.02),
        "tripling": lambda o: scheduler.CosineAnnealingWarmRestarts(o, 5, T_mult=3),
        "one_cycle": lambda o: scheduler.OneCycleLR(o, 0.3, total_steps=STEPS),
        "one_cycle_own": lambda o: scheduler.OneCycleLR(
            o, 0.5, total_steps=STEPS, pct_start=0.45, div_factor=10, final_div_factor=50
        ),
    }
    return {f"torch/{name}": stepped(torch, make) for name, make in makers.items()}


def stepped(torch: Any, make: Callable[[Any], Any]) -> Array:
    """The rate of every step, beginning with 0.3."""
    x = torch.zeros(2, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.SGD([x], lr=0.3)
    follows, found = make(optimizer), []
    for _ in range(STEPS):
        found.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        follows.step()
    return np.array(found, dtype=float)


def optax_schedules() -> dict[str, Array]:
    """Those of optax, in float64."""
    jax: Any = import_module("jax")
    jax.config.update("jax_enable_x64", True)
    optax: Any = import_module("optax")
    schedules = {
        "piecewise": optax.piecewise_constant_schedule(0.3, {40: 0.5, 100: 0.1}),
        "exponential": optax.exponential_decay(0.3, 1, 0.97),
        "staircase": optax.exponential_decay(0.3, 30, 0.3, staircase=True),
        "linear": optax.linear_schedule(0.3, 0.05, 120),
        "polynomial": optax.polynomial_schedule(0.3, 0.05, 1.7, 150),
        "cosine": optax.cosine_decay_schedule(0.3, 180, alpha=0.1),
        "warmup_cosine": optax.warmup_cosine_decay_schedule(0.0, 0.3, 20, 200, 0.01),
        "stable": optax.join_schedules(
            [
                optax.linear_schedule(0.01, 0.3, 20),
                optax.constant_schedule(0.3),
                optax.linear_schedule(0.3, 0.0, 60),
            ],
            [20, 150],
        ),
    }
    steps = jax.numpy.arange(STEPS)
    return {
        f"optax/{name}": np.array([float(each(k)) for k in steps])
        for name, each in schedules.items()
    }


def main() -> None:
    np.savez_compressed(FILE, allow_pickle=False, **torch_schedules(), **optax_schedules())


if __name__ == "__main__":
    main()
