"""Twenty seeds against one: seven optimizers, 500 steps of the noisy moons, every number kept.

    python -m tests.benchmarks.seeds

The sides take turns in one process. Wall time is what a user waits: the full loss, which is most of
the work, is computed in threads. The ratio of processor time is told beside it; it does not depend
on what else the machine does.
"""

import sys
from collections.abc import Callable
from statistics import median
from time import perf_counter, process_time

import numpy as np

from optviz.optimizers import OPTIMIZERS
from optviz.race import race
from surfaces import SURFACES

SEEDS, STEPS, ROUNDS, TARGET = 20, 500, 11, 4.0
MOONS = SURFACES["noisy_moons"]
RULES = [kind() for kind in OPTIMIZERS.values()]


def one() -> None:
    """A race under one seed."""
    race(MOONS, RULES, steps=STEPS, seed=SEEDS - 1)


def many() -> None:
    """The same under twenty."""
    race(MOONS, RULES, steps=STEPS, seeds=range(SEEDS))


def agree() -> None:
    """What is compared is the same; this also warms both up."""
    alone = race(MOONS, RULES, steps=STEPS, seed=SEEDS - 1)
    for run, other in zip(alone, race(MOONS, RULES, steps=STEPS, seeds=range(SEEDS)), strict=True):
        np.testing.assert_array_equal(run.x, other.x[:, -1])


def seconds(side: Callable[[], None]) -> tuple[float, float]:
    """Wall and processor time."""
    wall, cpu = perf_counter(), process_time()
    side()
    return perf_counter() - wall, process_time() - cpu


def main() -> int:
    """Print the table; 1 if the median ratio of wall time misses its target."""
    agree()
    rounds = [(seconds(one), seconds(many)) for _ in range(ROUNDS)]
    print(f"numpy {np.__version__}, {ROUNDS} rounds, {SEEDS} seeds against one, target {TARGET:g}")
    ratios = []
    for k, name in enumerate(("wall", "processor")):
        alone, all_seeds = ([each[side][k] for each in rounds] for side in (0, 1))
        ratios.append([b / a for a, b in zip(alone, all_seeds, strict=True)])
        print(
            f"{name:10} {median(alone) * 1e3:7.1f} ms {median(all_seeds) * 1e3:7.1f} ms   "
            f"ratio {median(ratios[k]):.2f} ({min(ratios[k]):.2f} to {max(ratios[k]):.2f})"
        )
    return int(median(ratios[0]) > TARGET)


if __name__ == "__main__":
    sys.exit(main())
