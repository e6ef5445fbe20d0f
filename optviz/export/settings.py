"""What a race was made with: as words for people, and as values that tables keep."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from optviz.equations import source
from optviz.optimizers import Optimizer
from optviz.race import Race, Trajectory
from optviz.scenes import ORIGINS
from optviz.style import settings_text
from surfaces.surface import Surface

VERSION = 1  # of what `settings_of` returns and of the tables' columns
MADE = f"Made with optviz, settings version {VERSION}. This file is complete: it needs no network."


def check_single(race: Race) -> None:
    """Raise ValueError unless the race has one start: a batch of them has no rows."""
    if race.start.shape != (2,):
        raise ValueError(
            f"a race from a batch of starts, shape {race.start.shape}: give a race of one start"
        )


def settings_of(race: Race, origins: Sequence[str] | None = None) -> dict[str, Any]:
    """The conditions of a race, all of them JSON values.

    Args:
        race: of a single start.
        origins: for each run, where its settings come from, as a key of `ORIGINS`; None where
            nobody said.

    Raises:
        ValueError: origins are not as many as runs.
    """
    given = [None] * len(race) if origins is None else list(origins)
    if len(given) != len(race):
        raise ValueError(f"{len(given)} origins for {len(race)} runs: give one for each run")
    names = names_of([run.optimizer for run in race])
    runs = zip(names, race, given, strict=True)
    return {
        **surface_settings(race.surface),
        "start": race.start.tolist(),
        "steps": race.steps,
        "seed": race.seed,
        "minibatch": minibatch_settings(race.surface),
        "optimizers": {name: run_settings(run, origin) for name, run, origin in runs},
    }


def surface_settings(surface: Surface) -> dict[str, Any]:
    """What is descended."""
    return {
        "version": VERSION,
        "surface": surface.name,
        "surface_source": surface.source,
        "axes": list(surface.axes),
    }


def minibatch_settings(surface: Surface) -> dict[str, int] | None:
    """What a step sees of it; None where that is everything."""
    batches = surface.minibatches
    return None if batches is None else {"size": batches.size, "samples": batches.count}


def rule_settings(optimizer: Optimizer) -> dict[str, Any]:
    """An optimizer's rule and hyper-parameters."""
    values = optimizer.settings().items()
    return {
        "rule": type(optimizer).__name__,
        "hyperparameters": {name: np.asarray(value).tolist() for name, value in values},
    }


def run_settings(run: Trajectory, origin: str | None) -> dict[str, Any]:
    """One optimizer: its rule, hyper-parameters, where they come from, and how it ended."""
    return {
        **rule_settings(run.optimizer),
        "origin": origin,
        "origin_means": ORIGINS.get(origin or ""),
        "diverged": run.diverged,
    }


def names_of(optimizers: Sequence[Optimizer]) -> list[str]:
    """A name for each that no other has: a rule's second run is called "SGD 2"."""
    rules = [type(each).__name__ for each in optimizers]
    before = [rules[:place].count(rule) for place, rule in enumerate(rules)]
    return [f"{r} {n + 1}" if n else r for r, n in zip(rules, before, strict=True)]


def about(race: Race, origins: Sequence[str], scene_source: str = "") -> list[tuple[str, str]]:
    """The same for people: terms and texts, each a line of a page.

    Args:
        race: of a single start.
        origins: for each run, where its settings come from, as a key of `ORIGINS`.
        scene_source: where the scene comes from, if it is one.
    """
    x, y = race.surface.axes
    lines = [
        ("Loss", f"{race.surface.name}: {race.surface.source}"),
        ("Start", f"{x} = {race.start[0]:g}, {y} = {race.start[1]:g}"),
        ("Steps", f"{race.steps:,}{minibatch_text(race)}"),
    ]
    names = names_of([run.optimizer for run in race])
    for name, run, origin in zip(names, race, origins, strict=True):
        lines.append((name, optimizer_text(run.optimizer, origin)))
    if scene_source:
        lines.append(("Scene", scene_source))
    return lines


def optimizer_text(optimizer: Optimizer, origin: str) -> str:
    """Hyper-parameters, their origin, and the paper."""
    paper = source(type(optimizer))
    means = f": {ORIGINS[origin]}" if origin in ORIGINS else ""
    said = f"{settings_text(optimizer)}; {origin}{means}."
    return f"{said} Rule: {paper}" if paper else said


def minibatch_text(race: Race) -> str:
    """What a step sees, where that is not everything."""
    batches = race.surface.minibatches
    if batches is None:
        return ""
    return f", each on {batches.size} of {batches.count} samples, order of seed {race.seed}"
