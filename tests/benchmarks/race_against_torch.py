"""The same race by us and by torch.optim: seven optimizers, 500 steps of Beale, every point kept.

    pip install -r requirements.txt -r tests/benchmarks/requirements.txt
    python -m tests.benchmarks.race_against_torch

The sides take turns in one process, on one thread, so that what else the machine does falls on
all of them. Only the ratios mean something elsewhere.
"""

import sys
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from statistics import median
from time import perf_counter
from typing import Any

import numpy as np

from optviz.optimizers import OPTIMIZERS
from optviz.race import race
from surfaces import SURFACES

# By name, because mypy also checks this where torch is not installed.
torch: Any = import_module("torch")

BEALE = SURFACES["beale"]
STEPS = 500
ROUNDS = 11

# Defaults throughout; they are the same on both sides, except where torch's are zero.
TORCH: list[Callable[[Any], Any]] = [
    lambda p: torch.optim.SGD([p], lr=1e-3),
    lambda p: torch.optim.SGD([p], lr=1e-3, momentum=0.9),
    lambda p: torch.optim.SGD([p], lr=1e-3, momentum=0.9, nesterov=True),
    lambda p: torch.optim.Adagrad([p]),
    lambda p: torch.optim.Adadelta([p]),
    lambda p: torch.optim.RMSprop([p]),
    lambda p: torch.optim.Adam([p]),
]


def beale(x: Any, y: Any) -> Any:
    return (1.5 - x + x * y) ** 2 + (2.25 - x + x * y**2) ** 2 + (2.625 - x + x * y**3) ** 2


def by_torch() -> list[Any]:
    """Seven runs one after the other, as torch's users write them; their last points."""
    ends = []
    for rule in TORCH:
        p = torch.tensor(BEALE.start, dtype=torch.float64, requires_grad=True)
        optimizer = rule(p)
        path = [p.detach().clone()]
        for _ in range(STEPS):
            optimizer.zero_grad()
            loss = beale(*p.unbind())
            loss.backward()
            optimizer.step()
            path.append(p.detach().clone())
        ends.append(torch.stack(path)[-1].numpy())
    return ends


def by_us(autograd: bool) -> list[Any]:
    """One race; the points that torch's parameters are compared with."""
    surface = replace(BEALE, gradient=None) if autograd else BEALE
    done = race(surface, [kind() for kind in OPTIMIZERS.values()], steps=STEPS)
    return [run.x[-1] for run in done]


SIDES: dict[str, tuple[Callable[[], list[Any]], float]] = {
    "torch.optim": (by_torch, 1.0),
    "race, autograd": (lambda: by_us(autograd=True), 1 / 5),
    "race, closed form": (lambda: by_us(autograd=False), 1 / 30),
}


def agree() -> None:
    """All sides arrive at the same points, or their times say nothing (NAG's differ by design)."""
    ends = np.array([side() for side, _ in SIDES.values()])
    names = list(OPTIMIZERS)
    stable = [names.index(name) for name in ("sgd", "momentum", "adagrad", "adam")]
    np.testing.assert_allclose(ends[1:, stable], ends[:1, stable].repeat(2, axis=0), rtol=1e-9)


def measure() -> dict[str, list[float]]:
    """Seconds of every side in every round."""
    seconds: dict[str, list[float]] = {name: [] for name in SIDES}
    for _ in range(ROUNDS):
        for name, (side, _) in SIDES.items():
            began = perf_counter()
            side()
            seconds[name].append(perf_counter() - began)
    return seconds


def main() -> int:
    """Print the table; 1 if a median ratio misses its target."""
    torch.set_num_threads(1)
    agree()  # also warms both up
    seconds = measure()
    print(f"torch {torch.__version__}, numpy {np.__version__}, {ROUNDS} rounds")
    print(f"{'':18} {'median':>9} {'worst':>9} {'ratio':>8} {'worst':>8} {'target':>8}")
    missed = 0
    for name, times in seconds.items():
        target = SIDES[name][1]
        ratios = [ours / theirs for ours, theirs in zip(times, seconds["torch.optim"], strict=True)]
        print(
            f"{name:18} {median(times) * 1e3:6.1f} ms {max(times) * 1e3:6.1f} ms "
            f"{median(ratios):8.4f} {max(ratios):8.4f} {target:8.4f}"
        )
        missed |= median(ratios) > target
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
