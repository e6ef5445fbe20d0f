"""What `repr` says: a few lines, and no arrays."""

from functools import singledispatch

import numpy as np

from optviz.race import Race, SeedsRace, Trajectory
from optviz.race.bundles import Bundled, is_bundle
from optviz.race_words import conditions, ending, race_table, seen
from optviz.scenes import Scene
from optviz.stories.bundles import ahead_sentence, bundle_conditions, bundle_table
from optviz.studies.basins import UNKNOWN, Basins
from optviz.studies.sweep import Sweep
from optviz.studies.targets import DIVERGED, NOT_THERE
from optviz.style import settings_text
from surfaces.described import minima_text
from surfaces.surface import Surface

MOST = 12  # optimizers that have a line


@singledispatch
def words(value: object) -> str:
    """A few lines of text that say what a value is."""
    return f"<{type(value).__name__}>"


@words.register
def _(race: Race) -> str:
    if is_bundle(race):
        return bundle_words(race)
    if race.start.ndim != 1:
        names = ", ".join(run.name for run in race)
        return (
            f"Race on {race.surface.name}: a batch of shape {race.start.shape[:-1]}, "
            f"{race.steps} steps: {names}"
        )
    said = conditions(race.surface, race.start, race.steps, race.seed)
    return f"Race on {race.surface.name}: {said}\n{race_table(race, MOST)}"


@words.register
def _(race: SeedsRace) -> str:
    return bundle_words(race)


def bundle_words(race: Bundled) -> str:
    """The same of many seeds or starts."""
    said = f"{type(race).__name__} on {race.surface.name}: {bundle_conditions(race)}"
    return f"{said}\n{bundle_table(race, MOST)}\n{ahead_sentence(race)}"


@words.register
def _(run: Trajectory) -> str:
    said = f"Trajectory of {run.name}: {run.optimizer}"
    if np.ndim(run.last):
        return f"{said}; {len(run.grad)} steps, a batch of shape {run.last.shape}"
    first, last = run.loss[0], run.loss[run.last]
    return f"{said}; {len(run.grad)} steps, loss {first:.4g} to {last:.4g}, ended at {ending(run)}"


@words.register
def _(scene: Scene) -> str:
    said = conditions(scene.surface, scene.start, scene.steps, scene.seed)
    lines = [f"Scene {scene.name}: {said}"]
    width = max(len(each.name) for each in scene.entrants)
    for each in scene.entrants[:MOST]:
        lines.append(f"{each.name:{width}}   {settings_text(each.optimizer)}")
    return "\n".join(lines + more(len(scene.entrants)))


@words.register
def _(surface: Surface) -> str:
    limits = [
        f"{name} from {low:g} to {high:g}"
        for name, (low, high) in zip(surface.axes, (surface.xlim, surface.ylim), strict=True)
    ]
    return (
        f"Surface {surface.name}: {', '.join(limits)}; start ({surface.start[0]:g}, "
        f"{surface.start[1]:g})\n{minima_text(surface)}\nSource: {surface.source}"
    )


@words.register
def _(sweep: Sweep) -> str:
    said = conditions(sweep.surface, sweep.start, sweep.steps, sweep.seed)
    axes = ", ".join(
        f"{len(values)} values of {name} from {values.min():g} to {values.max():g}"
        for name, values in sweep.swept.items()
    )
    lines = [f"Sweep on {sweep.surface.name}: {said}; {axes}{tried(sweep.done)}"]
    width = max(len(each.name) for each in sweep.entrants)
    for each, final, diverged in zip(
        sweep.entrants[:MOST], sweep.final, sweep.diverged, strict=False
    ):
        lines.append(f"{each.name:{width}}   {best(sweep, final, diverged)}")
    return "\n".join(lines + more(len(sweep.entrants)) + list(sweep.notes))


def best(sweep: Sweep, final: np.ndarray, diverged: np.ndarray) -> str:
    """The best of one optimizer's trials, and how many diverged."""
    finite = np.where(np.isfinite(final), final, np.inf)
    lost = f"{np.isfinite(diverged).sum()} of {np.isfinite(diverged).size} diverged"
    if not np.isfinite(finite).any():
        return f"no finite loss; {lost}"
    place = np.unravel_index(finite.argmin(), finite.shape)
    at = ", ".join(
        f"{name} {values[k]:.4g}"
        for (name, values), k in zip(sweep.swept.items(), place, strict=True)
    )
    return f"lowest final loss {finite[place]:.4g} at {at}; {lost}"


@words.register
def _(basins: Basins) -> str:
    rows, columns = basins.minimum.shape[1:]
    surface = basins.surface
    lines = [
        f"Basins of {surface.name}: {columns} x {rows} starts; {basins.steps} steps"
        f"{seen(surface, basins.seed)}{tried(basins.done)}"
    ]
    width = max(len(each.name) for each in basins.entrants)
    for each, ends in zip(basins.entrants[:MOST], basins.minimum, strict=False):
        known = max(1, int((ends != UNKNOWN).sum()))
        arrived, lost = ((ends >= 0).sum() / known, (ends == DIVERGED).sum() / known)
        missed = (ends == NOT_THERE).sum() / known
        lines.append(
            f"{each.name:{width}}   {arrived:.1%} at a minimum or valley, "
            f"{missed:.1%} at none, {lost:.1%} diverged"
        )
    return "\n".join(lines + more(len(basins.entrants)) + list(basins.notes))


def tried(done: float) -> str:
    """Which share of a study is known, where that is not all."""
    return f"; {done:.0%} known so far" * (done < 1)


def more(count: int) -> list[str]:
    """How many optimizers have no line."""
    return [f"and {count - MOST} more"] * (count > MOST)
