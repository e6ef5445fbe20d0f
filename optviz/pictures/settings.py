"""What a race was made with: as words for people, and as values that tables keep."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from optviz.entrants import ORIGINS, YOURS, Entrant
from optviz.equations import source
from optviz.optimizers import Optimizer
from optviz.race import Race, SeedsRace, Trajectory
from optviz.race.bundles import is_bundle
from optviz.race_words import seeds_text
from optviz.schedules import Piecewise, content
from optviz.style import settings_text
from surfaces.surface import Surface

VERSION = 1  # of what `settings_of` returns and of the tables' columns
MADE = f"Made with optviz, settings version {VERSION}. This file is complete: it needs no network."


def check_rows(race: Race | SeedsRace) -> None:
    """Raise ValueError unless the race is of one start, or a row of them with the same settings."""
    if race.start.shape != (2,) and not is_bundle(race):
        raise ValueError(
            f"a race of a batch of shape {race.start.shape[:-1]}, of starts or settings: give one "
            "start, or a row of starts with the same settings"
        )


def settings_of(race: Race | SeedsRace) -> dict[str, Any]:
    """The conditions of a race of a single start, or of many, all of them JSON values."""
    many = is_bundle(race)
    seeds = {"seeds": list(race.seeds)} if isinstance(race, SeedsRace) else {"seed": race.seed}
    return {
        **surface_settings(race.surface),
        "start" if race.start.ndim == 1 else "starts": race.start.tolist(),
        "steps": race.steps,
        **seeds,
        "minibatch": minibatch_settings(race.surface),
        "optimizers": {
            run.name: entrant_settings(run.entrant) if many else run_settings(run) for run in race
        },
    }


def surface_settings(surface: Surface) -> dict[str, Any]:
    """What is descended."""
    return {
        "version": VERSION,
        "surface": surface.name,
        "surface_source": surface.source,
        "axes": list(surface.axes),
        "minima": [list(each) for each in surface.minima],
        "floors": [
            {"kind": each.kind, "loss": each.loss, "place": list(each.place)}
            for each in surface.floors
        ],
        "unlisted_minima": int(surface.unlisted) if np.isfinite(surface.unlisted) else None,
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
        "hyperparameters": {name: plain(value) for name, value in values},
    }


def plain(value: Any) -> Any:
    """A hyper-parameter as JSON has it: numbers, lists, or its first value and its changes."""
    return content(value) if isinstance(value, Piecewise) else np.asarray(value).tolist()


def run_settings(run: Trajectory) -> dict[str, Any]:
    """One optimizer: its rule, hyper-parameters, where they come from, and how it ended."""
    return {
        **entrant_settings(run.entrant),
        "ended": run.ended,
        "ending": run.ending.kind if run.ending else None,
    }


def entrant_settings(entrant: Entrant) -> dict[str, Any]:
    """An optimizer's rule and hyper-parameters, and where these come from."""
    return {
        **rule_settings(entrant.optimizer),
        "origin": entrant.origin or None,
        "origin_means": ORIGINS.get(entrant.origin),
    }


def about(race: Race, scene_source: str = "", seeds: Sequence[int] = ()) -> list[tuple[str, str]]:
    """The same for people: terms and texts, each a line of a page.

    Args:
        race: of a single start.
        scene_source: where the scene comes from, if it is one.
        seeds: under which it is run, too.
    """
    x, y = race.surface.axes
    lines = [
        ("Loss", f"{race.surface.name}: {race.surface.source}"),
        ("Start", f"{x} = {race.start[0]:g}, {y} = {race.start[1]:g}"),
        ("Steps", f"{race.steps:,}{minibatch_text(race)}"),
    ]
    if seeds:
        lines.append(("Seeds", f"{seeds_text(seeds)}: the race under each, run by this page"))
    for run in race:
        lines.append((run.name, optimizer_text(run.optimizer, run.entrant.origin or YOURS)))
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
