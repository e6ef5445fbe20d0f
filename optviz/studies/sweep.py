"""Sweeps: how the outcome depends on one hyper-parameter or two, coarse first, then finer.

Both are generators. Each yield is the whole result so far, with nan where nothing has been tried
yet; the last is complete. A caller that has seen enough stops iterating.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike

from optviz.batch import (
    Array,
    check_rates,
    coarse_to_fine,
    numbers,
    with_settings,
)
from optviz.elsewhere import Elsewhere, elsewhere
from optviz.entrants import Entrant, Entrants, entrants
from optviz.optimizers import ANY_NUMBER, RANGES, Optimizer
from optviz.race import check
from optviz.schedules import Piecewise
from optviz.spellings import brief
from optviz.studies.blocks import computed
from optviz.studies.field import Field
from optviz.studies.settings import Settings
from surfaces import Surface
from surfaces.notebook_views import Shown

# Eight learning rates in every power of ten, a millionth to ten: seven decades.
FINE: Array = 10.0 ** (np.arange(-48, 9) / 8)

PER_DECADE = 8  # learning rates in every power of ten, where others are asked for

STRIDES: tuple[int, ...] = (8, 4, 1)  # of learning rates: a few first, then those in between
GRID_STRIDES: tuple[int, ...] = (8, 2, 1)
QUICK = 1_000_000  # steps of all trials: up to so many, there is no need for a first, coarse result
BLOCK = 2_500  # settings at once: their arrays stay in the processor's cache

SIDE = 50  # values of each axis of a heat map; of learning rates, seven in every power of ten


@dataclass(frozen=True, eq=False, repr=False)
class Sweep(Shown):
    """Outcomes over a grid of settings; nan where nothing has been tried yet.

    Attributes:
        surface: what was descended.
        entrants: which optimizers ran; their own values of what was swept had no effect.
        start: (2,) where every trial began.
        seed: which minibatches were seen.
        swept: hyper-parameter -> the values of its axis, in the order of the grid's axes.
        steps: of every trial.
        threshold: the loss that `reached` waits for; -inf without one.
        final: (optimizers, *grid) the loss after the last step; infinite where a trial diverged.
        reached: (optimizers, *grid) the first step with a loss of at most the threshold; infinite
            where there is none or the trial diverged.
        diverged: (optimizers, *grid) the first step that was not finite; infinite for none.
        done: which share of the grid has been tried, 0 to 1.
        notes: sentences on users' optimizers that failed, or are stepped run by run.
    """

    surface: Surface
    entrants: tuple[Entrant, ...]
    start: Array
    seed: int
    swept: dict[str, Array]
    steps: int
    threshold: float
    final: Array
    reached: Array
    diverged: Array
    done: float
    notes: tuple[str, ...] = ()

    @property
    def optimizers(self) -> tuple[Optimizer, ...]:
        """The entrants' optimizers."""
        return tuple(each.optimizer for each in self.entrants)

    def diverges_from(self) -> Array:
        """(optimizers,) the lowest learning rate that diverged; infinite for none.

        Only for a sweep of the learning rate alone. Higher rates need not diverge, too.
        """
        rates = np.where(np.isfinite(self.diverged), self.swept["lr"], np.inf)
        return np.asarray(rates.min(axis=1))


def rates_between(low: float, high: float, every: int = PER_DECADE) -> Array:
    """Learning rates from the lowest to the highest, about so many in every power of ten.

    Raises:
        ValueError: these are no two rates.
    """
    if not 0 < low < high < np.inf:
        raise ValueError(f"rates from {low:g} to {high:g}: give two above 0, the lower one first")
    decades = np.log10(high) - np.log10(low)  # the quotient may be infinite
    return np.geomspace(low, high, 1 + max(1, round(every * decades)))


def axis_for(
    optimizer: Optimizer,
    name: str,
    count: int = SIDE,
    ends: tuple[float, float] | None = None,
) -> Array:
    """Values of a hyper-parameter, spaced as suits it.

    Args:
        optimizer: who has it.
        name: of the hyper-parameter.
        count: how many values.
        ends: the lowest and the highest; left out, all of the range in which it matters: learning
            rates from 1e-6 to 10, shares such as mu from 0 to .999, beta2 to .99999, others that
            are never negative, such as eps, from 1e-12 to 10, and the rest round its own value.

    Returns:
        (count,) ascending, in equal ratios; of shares it is 1 - share that has these.

    Raises:
        ValueError: the ends are not possible.
    """
    least, most, _ = RANGES.get(name, ANY_NUMBER)
    if most == 1:
        low, high = ends or (0.0, 0.99999 if name == "beta2" else 0.999)
        if not 0 <= low < high < 1:
            raise ValueError(f"{name} from {low:g} to {high:g}: give a range from 0 to below 1")
        return np.asarray(1 - np.geomspace(1 - low, 1 - high, count))
    if least == 0:
        low, high = ends or (1e-6 if name == "lr" else 1e-12, 10.0)
        if not 0 < low < high < np.inf:
            raise ValueError(f"{name} from {low:g} to {high:g}: give a range above 0")
        return np.geomspace(low, high, count)
    own = optimizer.settings()[name]
    value = float(own.at(0) if isinstance(own, Piecewise) else own)
    low, high = ends or (value - max(1.0, abs(value)), value + max(1.0, abs(value)))
    if not -np.inf < low < high < np.inf:
        raise ValueError(f"{name} from {low:g} to {high:g}: give a range")
    return np.linspace(low, high, count)


def sweep(
    surface: Surface,
    optimizers: Entrants,
    values: Mapping[str, ArrayLike] | None = None,
    start: ArrayLike | None = None,
    steps: int = 200,
    seed: int = 0,
    threshold: float = -np.inf,
) -> Iterator[Sweep]:
    """The outcome over learning rates, or one optimizer's over two hyper-parameters.

    Args:
        surface: what is descended.
        optimizers: what runs; their own values of what is swept are without effect.
        values: None for learning rates over seven decades, {"lr": rates} for others, or the values
            of two hyper-parameters of a single optimizer, {"lr": rates, "mu": shares}.
        start: (x, y); the surface's own if None.
        steps: updates per trial.
        seed: which minibatches are seen.
        threshold: the loss that `reached` waits for.

    Returns:
        An iterator over Sweeps, ever more complete: `*_, whole = sweep(...)`.

    Raises:
        ValueError: something is out of range; at once, not at the first `next`.
    """
    if values is not None and not isinstance(values, Mapping):
        raise ValueError(
            f"values = {brief(values)}: name what is swept, as in {{'lr': [0.01, 0.1]}}"
        )
    if values is not None and len(values) == 1 and "lr" not in values:
        raise ValueError(f"{brief(*values)} is not swept alone: give two hyper-parameters, or lr")
    if values is None or list(values) == ["lr"]:
        rates = FINE if values is None else values["lr"]
        return learning_rate_sweep(surface, optimizers, start, steps, seed, rates, threshold)
    given = entrants(optimizers)
    if len(given) != 1:
        raise ValueError("two hyper-parameters are swept for one optimizer: give a single one")
    return pair_sweep(surface, given[0], values, start, steps, seed, threshold)


def learning_rate_sweep(
    surface: Surface,
    optimizers: Entrants,
    start: ArrayLike | None = None,
    steps: int = 200,
    seed: int = 0,
    rates: ArrayLike = FINE,
    threshold: float = -np.inf,
) -> Iterator[Sweep]:
    """Each optimizer's outcome against the learning rate.

    Args:
        surface: what is descended.
        optimizers: who runs; their own learning rates are without effect.
        start: (x, y); the surface's own if None.
        steps: updates per trial.
        seed: which minibatches are seen.
        rates: (rates,) ascending, above 0; seven decades unless told.
        threshold: the loss that `reached` waits for.

    Returns:
        An iterator over Sweeps, ever more complete; arrays are (optimizers, rates).

    Raises:
        ValueError: steps, seed, start or rates are not possible; at once, not at the first `next`.
    """
    return swept(
        surface,
        entrants(optimizers),
        start,
        steps,
        seed,
        {"lr": check_rates(rates)},
        threshold,
    )


def pair_sweep(
    surface: Surface,
    optimizer: Optimizer | Entrant,
    values: Mapping[str, ArrayLike],
    start: ArrayLike | None = None,
    steps: int = 200,
    seed: int = 0,
    threshold: float = -np.inf,
) -> Iterator[Sweep]:
    """One optimizer's outcome against two hyper-parameters: a heat map.

    Args:
        surface: what is descended.
        optimizer: who runs; its own values of the two are without effect.
        values: two names -> the values of each, (rows,) and (columns,).
        start: (x, y); the surface's own if None.
        steps: updates per trial.
        seed: which minibatches are seen.
        threshold: the loss that `reached` waits for.

    Returns:
        An iterator over Sweeps, ever more complete; arrays are (1, rows, columns).

    Raises:
        ValueError: not two hyper-parameters of the optimizer's, or something is out of range.
    """
    axes = {name: numbers(f"values of {name}", each) for name, each in values.items()}
    if len(axes) != 2 or any(each.ndim != 1 or not each.size for each in axes.values()):
        raise ValueError("a heat map has two hyper-parameters: give a row of values for each")
    return swept(surface, entrants([optimizer]), start, steps, seed, axes, threshold)


def swept(
    surface: Surface,
    given: tuple[Entrant, ...],
    start: ArrayLike | None,
    steps: int,
    seed: int,
    axes: dict[str, Array],
    threshold: float,
) -> Iterator[Sweep]:
    """Check all arguments, then hand back the generator that does the work."""
    blank = blank_sweep(surface, given, start, steps, seed, axes, threshold)
    return blocks(blank, elsewhere())


def blank_sweep(
    surface: Surface,
    given: tuple[Entrant, ...],
    start: ArrayLike | None,
    steps: int,
    seed: int,
    axes: dict[str, Array],
    threshold: float = -np.inf,
) -> Sweep:
    """The sweep before any trial.

    Raises:
        ValueError: something is out of range.
    """
    if not isinstance(threshold, int | float) or np.isnan(threshold):
        raise ValueError(f"threshold = {brief(threshold)}: give the loss to be reached")
    origin, steps, seed = check(surface, start, steps, seed)
    if origin.shape != (2,):
        raise ValueError("a sweep has one start: give two finite numbers, x and y")
    for each in given:  # what is impossible is said now, not at the first `next`
        with_settings(each.optimizer, trials_of(axes))
    final, reached, diverged = np.full((3, len(given), *map(len, axes.values())), np.nan)
    return Sweep(
        surface, given, origin, seed, axes, steps, threshold, final, reached, diverged, done=0.0
    )


def trials_of(axes: dict[str, Array]) -> dict[str, Array]:
    """(trials,) each: the values of every cell of the grid, row after row."""
    mesh = np.meshgrid(*axes.values(), indexing="ij")
    return {name: each.ravel() for name, each in zip(axes, mesh, strict=True)}


def blocks(blank: Sweep, where: Elsewhere | None = None) -> Iterator[Sweep]:
    """Try one block of settings after the other, and yield what is known after each."""
    steps, values = blank.steps, trials_of(blank.swept)
    work = Settings(blank.surface, blank.start, steps, blank.seed, blank.threshold, values)
    field = Field(blank.entrants)
    grid = blank.final.shape[1:]
    total = int(np.prod(grid))
    known = np.full((3, len(blank.entrants), total), np.nan)
    strides = STRIDES if len(grid) == 1 else GRID_STRIDES
    if known[0].size * steps <= QUICK:
        strides = (1,)
    done = 0
    passes = coarse_to_fine(grid, strides, max(1, BLOCK // len(blank.entrants)))
    for block in computed(work, field, (cells for cells, _ in passes), BLOCK, where):
        known = np.delete(known, block.out, axis=1)
        known[:, :, block.cells] = block.found
        done += len(block.cells)
        final, reached, lost = known.copy().reshape(3, -1, *grid)
        yield replace(
            blank,
            entrants=tuple(field.entrants),
            final=final,
            reached=reached,
            diverged=lost,
            done=done / total,
            notes=field.notes,
        )
