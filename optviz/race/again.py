"""Races that take over runs of a race before, and races without those whose rules fail."""

from dataclasses import replace
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from optviz.entrants import Entrants
from optviz.entrants import entrants as entrants_of
from optviz.optimizers import Optimizer
from optviz.race.conditions import check
from optviz.race.results import Race, Trajectory
from optviz.race.run import race
from optviz.stepping import RuleFailed
from surfaces.surface import Surface

Array = NDArray[np.float64]


def race_again(
    before: Race,
    surface: Surface,
    optimizers: Entrants,
    start: ArrayLike | None = None,
    steps: int = 200,
    seed: int = 0,
) -> Race:
    """`race`, bit for bit, but what ran just so in the race before does not run again.

    Optimizers do not see each other, and a change of one setting leaves the others' runs as they
    were. For a single start, and hyper-parameters that are numbers.

    Args:
        before: any race; of use where surface, start, steps and seed are the same.
        surface: as `race` has it, like all that follow.
        optimizers: optimizers, entrants, or a mapping.
        start: one point; the surface's own start if None.
        steps: updates per optimizer.
        seed: which minibatches are seen.

    Raises:
        ValueError: as in `race`.
    """
    entrants = entrants_of(optimizers)
    origin, steps, seed = check(surface, start, steps, seed)
    ran = runs_again(before, surface, origin, steps, seed)
    missing = [each for each in entrants if each.optimizer not in ran]
    if missing:
        ran |= {run.optimizer: run for run in race(surface, missing, origin, steps, seed)}
    runs = tuple(replace(ran[each.optimizer], entrant=each) for each in entrants)
    return Race(surface, origin, steps, seed, runs)


def runs_again(
    before: Race, surface: Surface, origin: Array, steps: int, seed: int
) -> dict[Optimizer, Trajectory]:
    """The runs of a race before, by their optimizers, if they would be the same again."""
    same = (before.surface, before.steps, before.seed) == (surface, steps, seed)
    same = same and np.array_equal(before.start, origin)
    return {run.optimizer: run for run in before} if same else {}


class Raced(NamedTuple):
    """A race as far as its optimizers can race.

    Attributes:
        race: of those that can.
        notes: a sentence on each of the others.
    """

    race: Race
    notes: tuple[str, ...]


def race_that_runs(
    surface: Surface,
    optimizers: Entrants,
    start: ArrayLike | None = None,
    steps: int = 200,
    seed: int = 0,
    before: Race | None = None,
) -> Raced:
    """The race without the users' optimizers whose rules fail in it.

    Args:
        surface: as `race` has it, like all that follow.
        optimizers: optimizers, entrants, or a mapping.
        start: (..., 2); with a race before, one point.
        steps: updates per optimizer.
        seed: which minibatches are seen.
        before: a race of which what is the same is taken over, as `race_again` does.

    Raises:
        ValueError: all of them fail, or as in `race`.
    """
    left, notes = list(entrants_of(optimizers)), list[str]()
    while left:
        try:
            if before is None:
                return Raced(race(surface, left, start, steps, seed), tuple(notes))
            return Raced(race_again(before, surface, left, start, steps, seed), tuple(notes))
        except RuleFailed as failure:
            notes.append(str(failure))
            left = [each for each in left if each.optimizer is not failure.optimizer]
    raise ValueError("; ".join(notes))
