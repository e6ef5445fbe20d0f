"""The race: every optimizer on one surface, all gradients of a step in one call, all of it kept.

What is kept is in `results`, what is possible in `conditions`; in `march` all optimizers step
together. `run` has `race` itself, `again` a race of which some runs are known, or some rules fail,
`seeds` one under many minibatch seeds, and `full_loss` the loss at all points that are kept.
"""

from optviz.race.again import Raced, race_again, race_that_runs, runs_again
from optviz.race.conditions import MAX_SEED, MAX_STEPS, check, check_start, checked_surface, whole
from optviz.race.march import Moment, march, march_on
from optviz.race.results import Race, SeedsRace, Trajectory
from optviz.race.run import race, race_by_seeds

__all__ = [
    "MAX_SEED",
    "MAX_STEPS",
    "Moment",
    "Race",
    "Raced",
    "SeedsRace",
    "Trajectory",
    "check",
    "check_start",
    "checked_surface",
    "march",
    "march_on",
    "race",
    "race_again",
    "race_by_seeds",
    "race_that_runs",
    "runs_again",
    "whole",
]
