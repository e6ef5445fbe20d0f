"""A basin map by us and by torch, batched: 100 x 100 starts, the seven on Beale, 200 steps.

    pip install -r requirements.txt -r tests/benchmarks/requirements.txt
    python -m tests.benchmarks.basins_against_torch

On torch's side all starts are one tensor of a torch.optim optimizer, whose rules are elementwise,
so that each step is one pass backwards for all; at the end it is told which starts are at the
minimum. Our map tells besides since which step each run has been there, and which diverged when.
The sides take turns in one process, on one thread. Only the ratio means something elsewhere.
"""

import sys
from importlib import import_module
from statistics import median
from time import process_time
from typing import Any

import numpy as np

from optviz.optimizers import OPTIMIZERS
from optviz.studies.basins import Basins, basins
from surfaces import SURFACES
from tests.benchmarks.race_against_torch import TORCH, beale

# By name, because mypy also checks this where torch is not installed.
torch: Any = import_module("torch")

BEALE = SURFACES["beale"]
SIDE, STEPS, ROUNDS, TARGET = 100, 200, 9, 0.35
SEVEN = [kind() for kind in OPTIMIZERS.values()]
SAME = [list(OPTIMIZERS).index(name) for name in ("sgd", "momentum", "adagrad", "adam")]


def by_torch(radius: float) -> list[Any]:
    """(SIDE, SIDE) for each optimizer: whether the run from there ends at the minimum."""
    sides = [
        torch.linspace(*limits, SIDE, dtype=torch.float64) for limits in (BEALE.xlim, BEALE.ylim)
    ]
    y, x = torch.meshgrid(sides[1], sides[0], indexing="ij")
    minimum = torch.tensor(BEALE.minima[0], dtype=torch.float64)
    found = []
    for rule in TORCH:
        p = torch.stack([x, y]).requires_grad_()
        optimizer = rule(p)
        for _ in range(STEPS):
            optimizer.zero_grad()
            beale(p[0], p[1]).sum().backward()
            optimizer.step()
        off = p.detach() - minimum[:, None, None]
        found.append((off.square().sum(0) <= radius**2).numpy())
    return found


def by_us() -> Basins:
    """The whole map."""
    *_, found = basins(BEALE, SEVEN, (SIDE, SIDE), STEPS)
    return found


def agree() -> float:
    """Both sides know the same starts, or their times say nothing; NAG's differs by design.

    Returns:
        The radius within which a run counts as there.
    """
    ours = by_us()
    theirs = by_torch(ours.radius)
    for k in SAME:
        np.testing.assert_array_equal(ours.minimum[k] == 0, theirs[k])
    return ours.radius


def main() -> int:
    """Print the figures; 1 if the median ratio misses its target."""
    torch.set_num_threads(1)
    radius = agree()  # also warms both up
    seconds: list[tuple[float, float]] = []
    for _ in range(ROUNDS):
        begun = process_time()
        by_torch(radius)
        between = process_time()
        by_us()
        seconds.append((between - begun, process_time() - between))
    ratios = [ours / theirs for theirs, ours in seconds]
    theirs, ours = (median(each) * 1e3 for each in zip(*seconds, strict=True))
    print(f"torch {torch.__version__}, numpy {np.__version__}, {ROUNDS} rounds, processor time")
    print(f"torch {theirs:.0f} ms, optviz {ours:.0f} ms")
    print(f"ratio {median(ratios):.3f} ({min(ratios):.3f} to {max(ratios):.3f}), target {TARGET}")
    return int(median(ratios) > TARGET)


if __name__ == "__main__":
    sys.exit(main())
