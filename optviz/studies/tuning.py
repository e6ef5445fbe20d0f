"""Tuning: each optimizer's best learning rate on a scene, with equally many trials for each.

A trial is a run over exactly the steps that the scene shows, with its start and its minibatches.
What is found is the best of these trials for this race; it says nothing about longer ones.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike, NDArray

from optviz.batch import (
    Array,
    Outcomes,
    check_rates,
    numbers,
    run_trials,
    same_start,
    with_settings,
)
from optviz.entrants import TUNED, Entrant
from optviz.heightmap import heightmap
from optviz.optimizers import Optimizer
from optviz.race import MAX_STEPS, check_start, whole
from optviz.scene_names import scene_named
from optviz.scenes import Scene
from optviz.spellings import brief
from optviz.studies.field import Field
from surfaces import Surface

# What is best -> how it is said.
OBJECTIVES = {
    "final": "the lowest loss after the last step",
    "mean": "the lowest loss as a mean over all steps",
    "steps": "the fewest steps until the loss is at most the threshold",
}

# Four learning rates in every power of ten, 0.00001 to 10.
RATES: Array = 10.0 ** (np.arange(-20, 5) / 4)

# The hyper-parameter that is tuned with the learning rate: the first of these that a rule has.
SECOND = ("mu", "rho", "beta1")
SHARES = (0.0, 0.5, 0.8, 0.9, 0.95, 0.99)


@dataclass(frozen=True, eq=False)
class Trials:
    """All trials of one optimizer, in the order of its settings.

    Attributes:
        entrant: what was tuned; settings that were not tuned are as they were.
        values: hyper-parameter -> (trials,) what was tried.
        score: (trials,) the objective; infinite where it was missed or the trial diverged.
        final: (trials,) the loss after the last step; infinite where the trial diverged.
        last: (trials,) the last finite step.
    """

    entrant: Entrant
    values: dict[str, Array]
    score: Array
    final: Array
    last: NDArray[np.intp]

    @property
    def optimizer(self) -> Optimizer:
        """The entrant's optimizer."""
        return self.entrant.optimizer

    @property
    def best(self) -> int | None:
        """Which trial is best; None if none has a finite score.

        Of equal scores the lower final loss wins, of those the trial that comes first.
        """
        order = np.lexsort((self.final, self.score))
        return int(order[0]) if np.isfinite(self.score[order[0]]) else None

    @property
    def chosen(self) -> Optimizer | None:
        """The rule with the best settings; None if there are none."""
        best = self.best
        if best is None:
            return None
        settings = {name: float(tried[best]) for name, tried in self.values.items()}
        return replace(self.optimizer, **settings)

    @property
    def at_edge(self) -> bool:
        """Whether the best learning rate is the lowest or highest tried: look further there."""
        best, rates = self.best, self.values.get("lr", np.empty(0))
        return len(rates) > 0 and best is not None and rates[best] in (rates.min(), rates.max())


@dataclass(frozen=True, eq=False)
class Tuning:
    """What was asked, with which budget, and what came of it.

    Attributes:
        objective: of `OBJECTIVES`.
        threshold: the loss to be reached, if that is the objective.
        steps: of every trial.
        budget: trials, the same number for every optimizer.
        trials: one entry for each optimizer of the scene, in its order, but for those that failed.
        notes: sentences on users' optimizers that failed, or are stepped run by run.
    """

    objective: str
    threshold: float | None
    steps: int
    budget: int
    trials: tuple[Trials, ...]
    notes: tuple[str, ...] = ()

    def says(self) -> str:
        """What was done, in half a sentence."""
        goal = OBJECTIVES[self.objective]
        if self.threshold is not None and self.objective == "steps":
            goal = f"{goal}, {self.threshold:g}"
        return (
            f"for each the best of {self.budget} trials on exactly these {self.steps} steps: {goal}"
        )


def tune(
    scene: Scene | str,
    objective: str = "final",
    threshold: float | None = None,
    steps: int | None = None,
    rates: ArrayLike = RATES,
    second: Sequence[float] = (),
) -> Tuning:
    """Try the same number of settings for each optimizer of a scene.

    Args:
        scene: surface, start, minibatches and optimizers; or its name.
        objective: of `OBJECTIVES`.
        threshold: the loss to be reached; for "steps" only.
        steps: updates per trial; the scene's own number if None.
        rates: learning rates, ascending, two or more, all above 0.
        second: what the second hyper-parameter (see `SECOND`) is tried at, each with every rate,
            `SHARES` for example. A rule without one spends the same number of trials on a
            finer grid between the same rates. Without values only the learning rate is tuned.

    Raises:
        ValueError: no such objective, no threshold, steps or values out of range.
    """
    check_objective(objective, threshold)
    check_second(second)
    scene = scene_named(scene) if isinstance(scene, str) else scene
    if not isinstance(scene, Scene):
        raise ValueError(f"{brief(scene)} is no scene: give one, as SCENES['beale']")
    surface, entrants, start, own_steps, seed = scene.conditions
    steps = whole("steps", own_steps if steps is None else steps, 1, MAX_STEPS)
    grid = check_rates(rates)
    values = {each.name: candidates(each.optimizer, grid, second) for each in entrants}
    begin = same_start(check_start(surface, start), len(grid) * max(1, len(second)))
    limit = -np.inf if threshold is None else threshold
    field = Field(entrants)
    outcomes, _ = field.run(
        lambda tried: run_trials(surface, tried, begin, steps, seed, limit, objective == "mean"),
        lambda each: with_settings(each.optimizer, values[each.name]),
        begin.shape,
    )
    score = score_of(objective, outcomes)
    trials = tuple(
        Trials(entrant, values[entrant.name], score[i], outcomes.final[i], outcomes.last[i])
        for i, entrant in enumerate(field.entrants)
    )
    return Tuning(objective, threshold, steps, len(begin), trials, field.notes)


def tuned(
    scene: Scene,
    objective: str = "final",
    threshold: float | None = None,
    second: Sequence[float] = (),
) -> Scene:
    """The same race with each optimizer's best settings; arguments and errors as in `tune`.

    An optimizer without a finite score in any trial stays as it is.
    """
    found = tune(scene, objective, threshold, second=second)
    best = {each.entrant.name: each.chosen for each in found.trials}
    chosen = ((each, best.get(each.name)) for each in scene.entrants)
    entrants = tuple(
        entrant if optimizer is None else Entrant(entrant.name, optimizer, TUNED)
        for entrant, optimizer in chosen
    )
    return replace(scene, entrants=entrants, source=found.says())


def threshold_for(surface: Surface, start: Sequence[float]) -> float:
    """A loss that is low: a hundredth of the way from the lowest one known to that at the start."""
    points = np.reshape(surface.minima, (-1, 2))
    known = [*surface.loss(points[:, 0], points[:, 1]), *(each.loss for each in surface.floors)]
    lowest = float(min(known) if known else np.nanmin(heightmap(surface).loss))
    begin = float(surface.loss(np.array(start[0]), np.array(start[1])))
    return float(f"{lowest + 0.01 * (begin - lowest):.3g}")


def candidates(optimizer: Optimizer, rates: Array, second: Sequence[float]) -> dict[str, Array]:
    """Hyper-parameter -> (trials,) what to try; nothing for a rule without a learning rate."""
    if "lr" not in optimizer.settings():
        return {}
    if not second:
        return {"lr": rates}
    name = second_of(optimizer)
    if name is None:
        return {"lr": np.geomspace(rates[0], rates[-1], len(rates) * len(second))}
    return {
        "lr": np.tile(rates, len(second)),
        name: np.repeat(np.asarray(second, dtype=float), len(rates)),
    }


def second_of(optimizer: Optimizer) -> str | None:
    """The hyper-parameter that is tuned with the learning rate, or None."""
    return next((name for name in SECOND if name in optimizer.settings()), None)


def check_second(second: Sequence[float]) -> None:
    """Raise ValueError unless a second hyper-parameter can be tried at these."""
    if isinstance(second, str) or not isinstance(second, Sequence | np.ndarray):
        raise ValueError(f"second = {brief(second)}: give what to try, as in (0, 0.5, 0.9)")
    values = numbers("second", second if len(second) else (0.0,))
    if values.ndim != 1 or not ((values >= 0) & (values < 1)).all():
        raise ValueError(f"second = {brief(second)}: give numbers from 0 to below 1")


def score_of(objective: str, outcomes: Outcomes) -> Array:
    """(optimizers, trials) what is to be low."""
    return {"final": outcomes.final, "mean": outcomes.mean, "steps": outcomes.reached}[objective]


def check_objective(objective: str, threshold: float | None) -> None:
    """Raise ValueError unless there is such an objective, with the threshold it needs."""
    if objective not in OBJECTIVES:
        known = ", ".join(OBJECTIVES)
        raise ValueError(f"objective = {objective!r} is not possible; there are {known}")
    number = threshold if isinstance(threshold, int | float | np.number) else np.nan
    if objective == "steps" and not np.isfinite(number):
        raise ValueError(
            f"threshold = {brief(threshold)}: give the loss to be reached, a finite number"
        )
