"""A race in words: its conditions in a line, its losses and ends in a table."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from optviz.race import Race, Trajectory
from optviz.words import ENGLISH, Words
from surfaces.minibatches import Seed
from surfaces.own.gradients import differences_note
from surfaces.surface import Surface

DEFAULT_AXES = ("x", "y")
NAMED = 6  # seeds that are told one by one
COLUMNS = 5  # losses shown of each run, from the start to the last step


def conditions(
    surface: Surface, start: ArrayLike, steps: int, seed: Seed, say: Words = ENGLISH
) -> str:
    """The conditions under which all run, in a line; under several seeds if there are."""
    across, up = (say.name(each) for each in surface.axes)
    x, y = (say.short(float(value), 6) for value in np.asarray(start))
    begin = say("conditions.start", across=across, up=up, x=x, y=y)
    return f"{begin}; {say('conditions.steps', steps=steps)}{seen(surface, seed, say)}"


def seen(surface: Surface, seed: Seed, say: Words = ENGLISH) -> str:
    """The loss's own number, and what a step sees where that is not its exact gradient."""
    own, batches = surface.parameter, surface.minibatches
    said = []
    if own:
        value = say.digits(f"{own.value:,g}")
        said.append(say("conditions.own", name=say.name(own.name), value=value))
    if note := differences_note(surface):
        said.append(say.name(note))
    many = seeds_text(seed, say) if isinstance(seed, tuple) else ""
    if batches is not None:
        under = many or say("conditions.seed", seed=seed)
        said.append(say("conditions.minibatches", size=batches.size, seeds=under))
    elif many:
        said.append(many)
    return "".join(f"; {each}" for each in said)


def seeds_text(seeds: Sequence[int], say: Words = ENGLISH) -> str:
    """Which seeds: "seeds 0 to 19", "seeds 4, 0 and 9", or how many between which."""
    low, high = min(seeds), max(seeds)
    if len(seeds) == 1:
        return say("conditions.one_seed", seed=low)
    if tuple(seeds) == tuple(range(low, low + len(seeds))):
        return say("conditions.seeds_from", low=low, high=high)
    if len(seeds) > NAMED:
        return say("conditions.seeds_between", count=len(seeds), low=low, high=high)
    begin = ", ".join(map(str, seeds[:-1]))
    return say("conditions.seeds_listed", seeds=begin, last=seeds[-1])


def race_table(result: Race, most: int | None = None) -> str:
    """The race in one line per optimizer: its loss on the way, and where it ended.

    Args:
        result: of a single start.
        most: lines for optimizers; of those beyond it only the number is told. None for all.
    """
    shown = np.linspace(0, result.steps, COLUMNS).round().astype(int)
    head = "".join(f"{f'step {step}':>12}" for step in shown)
    runs = result.runs[:most]
    width = max(10, *(len(run.name) for run in runs))
    axes = result.surface.axes
    point = f" ({', '.join(axes)})" if axes != DEFAULT_AXES else ""
    lines = [f"{'loss at':{width}}{head}   ended at{point}"]
    for run in runs:
        losses = "".join(f"{run.loss[step]:12.4g}" for step in shown)
        lines.append(f"{run.name:{width}}{losses}   {ending(run)}")
    if len(runs) < len(result):
        lines.append(f"and {len(result) - len(runs)} more")
    return "\n".join(lines)


def ending(entry: Trajectory) -> str:
    """Where a run ended, and whether it did so early."""
    x, y = entry.x[entry.last]
    where = f"({x:.4g}, {y:.4g})"
    return f"{where}, {entry.ending.words}" if entry.ending else where
