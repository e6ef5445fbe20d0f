"""How races and studies step optimizers: the project's own as they are, users' own watched.

A user's rule may do anything: raise in the middle of a race, return another shape, or mix the runs
of a batch, as `g / np.linalg.norm(g)` does. So what is not ours is wrapped before it is stepped:

    Watched       checks what comes of each step, and names what goes wrong with line and step
    RunByRun      steps each member of a batch by itself, where the rule would mix them
    Changing      steps with other hyper-parameters from some steps on (`optviz.schedules`)

Whether a rule mixes is tried out when its class and settings are first seen with a batch
(`mixing`), and watched from then on: each step, one member of the batch is also stepped alone.
"""

from collections.abc import Callable, Sequence
from typing import TypeVar

import numpy as np

from optviz.adapters.adapted import mixed
from optviz.optimizers import Optimizer
from optviz.rule_failed import RuleFailed
from optviz.stepping.changing import Changing, changes, phases_of
from optviz.stepping.mixing import MIXED, MixesBatch, mixes
from optviz.stepping.run_by_run import RunByRun
from optviz.stepping.watched import Watched, is_adapted, is_own

__all__ = ["RuleFailed", "by_itself", "is_own", "prepared", "takes_longer", "watched"]

T = TypeVar("T")


def watched(
    compute: Callable[[Sequence[Optimizer]], T],
    optimizers: Sequence[Optimizer],
    shape: tuple[int, ...],
) -> T:
    """What `compute` makes of these optimizers, users' own being watched as they step.

    Args:
        compute: called with the optimizers to be stepped; once more where a rule turns out to mix a
            batch that was thought not to.
        optimizers: as they race.
        shape: (..., 2) of the points of one optimizer.

    Raises:
        RuleFailed: a rule raised, or returned what is no step.
    """
    while True:
        try:
            return compute([prepared(each, shape) for each in optimizers])
        except MixesBatch as found:
            MIXED.add(found.kind)


def prepared(optimizer: Optimizer, shape: tuple[int, ...]) -> Optimizer:
    """The optimizer as it is to be stepped."""
    if changes(optimizer):
        return Changing(optimizer, prepared, shape)
    if not is_own(optimizer):
        return optimizer
    return RunByRun(optimizer, shape) if run_by_run(optimizer, shape) else Watched(optimizer)


def run_by_run(optimizer: Optimizer, shape: tuple[int, ...]) -> bool:
    """Whether the members of such a batch are stepped by themselves.

    Raises:
        RuleFailed: the rule takes another step when it is asked the same again, so that no member
            of a batch would do what it does alone.
    """
    if len(shape) < 2 or not is_own(optimizer) or is_adapted(optimizer):
        return False
    return type(optimizer) in MIXED or mixes(optimizer, shape)


def takes_longer(optimizer: Optimizer, shape: tuple[int, ...]) -> bool:
    """Whether its runs are stepped one by one where those of others are stepped together."""
    if not is_adapted(optimizer):
        return any(run_by_run(each, shape) for each in phases_of(optimizer))
    settings = optimizer.settings()
    together = not any(np.ndim(value) for value in settings.values())
    return together and len(shape) > 1 and mixed(type(optimizer), tuple(settings.items()))


def by_itself(name: str) -> str:
    """What to tell where that is so."""
    return f"{name} mixes the runs of a batch, so each is stepped by itself, which takes longer"
