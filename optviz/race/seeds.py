"""A race under many minibatch seeds: where it is possible, all seeds take each step together."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from optviz.entrants import Entrant
from optviz.optimizers import Optimizer
from optviz.race.march import raced
from optviz.race.results import Race, SeedsRace, Trajectory
from optviz.stepping import is_own
from optviz.stepping.watched import is_adapted
from surfaces.minibatches import Minibatches
from surfaces.surface import Surface

Array = NDArray[np.float64]

AT_ONCE = 4_000_000  # numbers of a gradient's intermediate results, and of orders of samples


def race_seeds(
    surface: Surface,
    entrants: Sequence[Entrant],
    start: Array,
    steps: int,
    seeds: tuple[int, ...],
) -> SeedsRace:
    """The race under each seed, to the last bit that of `race(..., seed=seed)`.

    Args:
        surface: with minibatches, of the race's one or of its stages.
        entrants: users' and other libraries' run seed by seed, as all do where the minibatches are
            not `rowwise`.
        start: (2,).
        steps: updates of each optimizer.
        seeds: all different.

    Raises:
        RuleFailed: a user's rule raised, or returned what is no step.
    """
    together = [each for each in entrants if steps_together(surface, each.optimizer)]
    apart = [each for each in entrants if each not in together]
    runs: dict[str, list[Trajectory]] = {each.name: [] for each in entrants}
    for block in blocks(surface, len(together), seeds):
        origin = np.broadcast_to(start, (len(block), 2))
        kept = raced(surface, together, origin, steps, block)
        for k, seed in enumerate(block):
            for run in kept.trajectories(surface, together, seed, k):
                runs[run.name].append(run)
    for seed in seeds if apart else ():
        kept = raced(surface, apart, start, steps, seed)
        for run in kept.trajectories(surface, apart, seed):
            runs[run.name].append(run)
    races = tuple(
        Race(surface, start, steps, seed, tuple(runs[each.name][k] for each in entrants))
        for k, seed in enumerate(seeds)
    )
    return SeedsRace(surface, start, steps, seeds, races)


def steps_together(surface: Surface, optimizer: Optimizer) -> bool:
    """Whether all seeds of an optimizer can take a step at once."""
    own = is_own(optimizer) or is_adapted(optimizer)
    return not own and all(each.rowwise for each in parts_of(surface))


def parts_of(surface: Surface) -> tuple[Minibatches, ...]:
    """What the steps of a race see of the samples, for each stage."""
    if surface.stages is not None:
        return surface.stages.parts
    return (surface.minibatches,) if surface.minibatches is not None else ()


def blocks(surface: Surface, entrants: int, seeds: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """The seeds, so many at a time that a step's numbers find room in memory."""
    largest = max(max(each.count, entrants * each.size) for each in parts_of(surface))
    many = max(1, AT_ONCE // largest)
    for begin in range(0, len(seeds) if entrants else 0, many):
        yield seeds[begin : begin + many]
