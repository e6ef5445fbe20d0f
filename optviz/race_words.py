"""A race in words: its conditions in a line, its losses and ends in a table."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from optviz.numbers import short
from optviz.race import Race, Trajectory
from surfaces.minibatches import Seed
from surfaces.own.gradients import differences_note
from surfaces.surface import Surface

DEFAULT_AXES = ("x", "y")
NAMED = 6  # seeds that are told one by one
COLUMNS = 5  # losses shown of each run, from the start to the last step


def conditions(surface: Surface, start: ArrayLike, steps: int, seed: Seed) -> str:
    """The conditions under which all run, in a line; under several seeds if there are."""
    x, y = surface.axes
    place = ", ".join(short(float(value), 6) for value in np.asarray(start))
    return f"start {x}, {y} = {place}; {steps} steps{seen(surface, seed)}"


def seen(surface: Surface, seed: Seed) -> str:
    """The loss's own number, and what a step sees where that is not its exact gradient."""
    own, batches = surface.parameter, surface.minibatches
    words = f"; {own.name} {own.value:,g}" if own else ""
    words += f"; {note}" if (note := differences_note(surface)) else ""
    under = seeds_text(seed) if isinstance(seed, tuple) else f"seed {seed}"
    if batches is None:
        return f"{words}; {under}" if isinstance(seed, tuple) else words
    return f"{words}; minibatches of {batches.size}, {under}"


def seeds_text(seeds: Sequence[int]) -> str:
    """Which seeds: "seeds 0 to 19", "seeds 4, 0 and 9", or how many between which."""
    low, high = min(seeds), max(seeds)
    if len(seeds) == 1:
        return f"one seed, {low}"
    if tuple(seeds) == tuple(range(low, low + len(seeds))):
        return f"seeds {low} to {high}"
    if len(seeds) > NAMED:
        return f"{len(seeds)} seeds between {low} and {high}"
    return f"seeds {', '.join(map(str, seeds[:-1]))} and {seeds[-1]}"


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
