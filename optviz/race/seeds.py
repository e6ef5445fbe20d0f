"""A race under many minibatch seeds: where it is possible, all seeds take each step together.

No seed knows of another, so that blocks of them can be run here or in other processes
(`optviz.elsewhere`), the same to the last bit.
"""

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import fields
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from optviz.elsewhere import Elsewhere, Parcel, opened, packed
from optviz.entrants import Entrant
from optviz.optimizers import Optimizer
from optviz.race.march import raced
from optviz.race.results import Race, SeedsRace, Trajectory
from optviz.rule_failed import RuleFailed
from optviz.stepping import is_own
from optviz.stepping.watched import is_adapted
from surfaces.minibatches import Minibatches
from surfaces.surface import Surface

Array = NDArray[np.float64]

AT_ONCE = 4_000_000  # numbers of a gradient's intermediate results, and of orders of samples
SENT = [each.name for each in fields(Trajectory) if each.name != "entrant"]

Runs = list[tuple[Trajectory, ...]]  # of each seed, in the order of the entrants
Sent = list[list[dict[str, Any]]]  # the same without the entrants, whose classes may not travel


class Conditions(NamedTuple):
    """What is raced under each seed.

    Attributes:
        surface: with minibatches, of the race's one or of its stages.
        entrants: users' and other libraries' run seed by seed, as all do where the minibatches are
            not `rowwise`.
        start: (2,).
        steps: updates of each optimizer.
    """

    surface: Surface
    entrants: tuple[Entrant, ...]
    start: Array
    steps: int


def races_of_seeds(
    raced_are: Conditions, seeds: tuple[int, ...], where: Elsewhere | None
) -> Iterator[SeedsRace]:
    """The race under each seed, to the last bit that of `race(..., seed=seed)`.

    Args:
        raced_are: the conditions of all.
        seeds: all different.
        where: blocks of seeds go; None: they are run here.

    Returns:
        The races of the seeds that are run, ever more of them; the last has all.

    Raises:
        RuleFailed: a user's rule raised, or returned what is no step.
        ValueError: the race cannot be sent.
    """
    surface, _, start, steps = raced_are
    races: tuple[Race, ...] = ()
    for runs in blocks_here(raced_are, seeds) if where is None else sent(raced_are, seeds, where):
        begin = len(races)
        races += tuple(
            Race(surface, start, steps, seed, each)
            for seed, each in zip(seeds[begin : begin + len(runs)], runs, strict=True)
        )
        yield SeedsRace(surface, start, steps, seeds[: len(races)], races)


def blocks_here(raced_are: Conditions, seeds: tuple[int, ...]) -> Iterator[Runs]:
    """Blocks of seeds that this process runs, in their order."""
    for block in blocks(raced_are, seeds):
        yield runs_under(raced_are, block)


def sent(raced_are: Conditions, seeds: tuple[int, ...], where: Elsewhere) -> Iterator[Runs]:
    """Blocks of seeds that other processes run; one in which a rule fails is run here again.

    So what is told of the rule is what one process tells.
    """
    parcel = packed(raced_are)
    parts = list(blocks(raced_are, seeds, -(-len(seeds) // where.jobs)))  # so that each job has one
    with closing(where.results(answer, [(parcel, block) for block in parts])) as answers:
        for block, found in zip(parts, answers, strict=True):
            yield runs_under(raced_are, block) if found is None else received(raced_are, found)


def answer(parcel: Parcel, block: tuple[int, ...]) -> Sent | None:
    """A block of seeds, wherever this is called; None where a user's rule fails."""
    try:
        runs = runs_under(opened(parcel), block)
    except RuleFailed:
        return None
    return [[{name: getattr(run, name) for name in SENT} for run in each] for each in runs]


def received(raced_are: Conditions, found: Sent) -> Runs:
    """The runs that came back, with our entrants."""
    return [
        tuple(
            Trajectory(entrant, **run)
            for entrant, run in zip(raced_are.entrants, each, strict=True)
        )
        for each in found
    ]


def runs_under(raced_are: Conditions, seeds: tuple[int, ...]) -> Runs:
    """The runs of a block of seeds.

    Raises:
        RuleFailed: a user's rule raised, or returned what is no step.
    """
    surface, entrants, start, steps = raced_are
    together, apart = parted(surface, entrants)
    runs: dict[str, list[Trajectory]] = {each.name: [] for each in entrants}
    if together:
        kept = raced(surface, together, np.broadcast_to(start, (len(seeds), 2)), steps, seeds)
        for k, seed in enumerate(seeds):
            for run in kept.trajectories(surface, together, seed, k):
                runs[run.name].append(run)
    for seed in seeds if apart else ():
        kept = raced(surface, apart, start, steps, seed)
        for run in kept.trajectories(surface, apart, seed):
            runs[run.name].append(run)
    return list(zip(*(runs[each.name] for each in entrants), strict=True))


def parted(
    surface: Surface, entrants: Sequence[Entrant]
) -> tuple[tuple[Entrant, ...], tuple[Entrant, ...]]:
    """The entrants all of whose seeds can take a step at once, and the others."""
    all_rowwise = all(each.rowwise for each in parts_of(surface))
    together = tuple(e for e in entrants if all_rowwise and not runs_alone(e.optimizer))
    return together, tuple(each for each in entrants if each not in together)


def runs_alone(optimizer: Optimizer) -> bool:
    """Whether it is run seed by seed on any surface."""
    return is_own(optimizer) or is_adapted(optimizer)


def parts_of(surface: Surface) -> tuple[Minibatches, ...]:
    """What the steps of a race see of the samples, for each stage."""
    if surface.stages is not None:
        return surface.stages.parts
    return (surface.minibatches,) if surface.minibatches is not None else ()


def blocks(
    raced_are: Conditions, seeds: tuple[int, ...], most: int | None = None
) -> Iterator[tuple[int, ...]]:
    """The seeds, so many at a time that a step's numbers find room in memory; `most` at most."""
    together, _ = parted(raced_are.surface, raced_are.entrants)
    parts = parts_of(raced_are.surface)
    largest = max(max(each.count, len(together) * each.size) for each in parts)
    many = min(max(1, AT_ONCE // largest), most or len(seeds))
    for begin in range(0, len(seeds), many):
        yield seeds[begin : begin + many]
