"""What the claims' measurements share: the best of many learning rates, and medians over seeds."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import islice

import numpy as np

from optviz.optimizers import Optimizer
from optviz.race import march
from optviz.stories.findings import Array, Conditions, other_minibatch_seeds
from surfaces import Surface
from surfaces.keeping import kept

# Four learning rates in every power of ten, 0.001 to 10.
RATES: Array = 10.0 ** (np.arange(-12, 5) / 4)
SEEDS = tuple(range(10))
EVERY = 5  # the loss is taken once in so many steps


def medians(conditions: Conditions, measure: Callable[[Array], float]) -> dict[str, float]:
    """The median of a measure of each path, (steps + 1, 2), over the minibatch seeds, by name."""
    paths = other_minibatch_seeds(conditions)
    return {name: float(np.median([measure(each[name]) for each in paths])) for name in paths[0]}


Height = Callable[[Surface, Array, int], Array]


def above_minimum(surface: Surface, x: Array, step: int) -> Array:
    """(...) how much more the loss is at points (..., 2) than at the lowest known minimum."""
    lowest = min(float(surface.loss(np.array(x), np.array(y))) for x, y in surface.minima)
    return np.asarray(surface.loss(x[..., 0], x[..., 1]) - lowest)


@kept(16)
def excess(
    surface: Surface,
    optimizers: tuple[Optimizer, ...],
    start: tuple[float, float],
    steps: int,
    seeds: tuple[int, ...] = SEEDS,
    height: Height = above_minimum,
) -> dict[Optimizer, float]:
    """Each optimizer's loss above the minimum's with the best of `RATES`, averaged over the run.

    Args:
        surface: with a known minimum.
        optimizers: the rules; their own learning rates are not used.
        start: (x, y).
        steps: updates in a run.
        seeds: minibatch seeds, over which the mean is taken too.
        height: (surface, points, step from 1) -> what stands for the loss above the minimum.

    Returns:
        For each optimizer the least mean; learning rates that diverge do not count.
    """
    rates = RATES[:, None]
    swept = [replace(each, lr=rates) for each in optimizers]  # type: ignore[call-arg]
    begin = np.tile(start, (len(rates), 1))
    total = np.zeros((len(swept), len(rates)))
    with np.errstate(all="ignore"):
        for seed in seeds:
            moments = enumerate(march(surface, swept, begin, steps, seed), 1)
            for step, moment in islice(moments, 0, None, EVERY):
                total += height(surface, moment.x, step)
    samples = len(range(0, steps, EVERY)) * len(seeds)
    means = np.where(np.isfinite(total), total, np.inf).min(axis=1) / samples
    return dict(zip(optimizers, means.tolist(), strict=True))


def by_name(measured: Mapping[Optimizer, float]) -> dict[str, float]:
    """The same by the names of the rules."""
    return {type(each).__name__: value for each, value in measured.items()}
