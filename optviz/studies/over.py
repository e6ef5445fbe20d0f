"""A race over one of its hyper-parameters: the whole race anew at each of many values."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from optviz.batch import with_settings
from optviz.entrants import Entrant
from optviz.race import MAX_STEPS, Race, Trajectory, race, whole
from optviz.race.bundles import members
from optviz.scenes import Scene
from optviz.studies.sweep import axis_for
from surfaces.surface import Surface

Array = NDArray[np.float64]

COUNT = 120  # values, if nothing is said
MOST = 2000
AT_ONCE = 16  # values whose whole histories are in memory


@dataclass(frozen=True, eq=False)
class RaceOver:
    """Races that differ in one hyper-parameter of some of their optimizers.

    Attributes:
        race: with everyone's own settings; the others ran as here.
        name: of the hyper-parameter.
        values: (n,) ascending.
        varied: for each entrant whether it has this hyper-parameter.
        runs: for each value one run of each entrant, of which points and losses are kept.
    """

    race: Race
    name: str
    values: Array
    varied: tuple[bool, ...]
    runs: tuple[tuple[Trajectory, ...], ...]

    @property
    def surface(self) -> Surface:
        """What is descended."""
        return self.race.surface

    @property
    def entrants(self) -> tuple[Entrant, ...]:
        """Who races, with their own settings."""
        return self.race.entrants


def race_over(
    subject: Race | Scene,
    name: str = "lr",
    between: tuple[float, float] | None = None,
    count: int = COUNT,
    tell: Callable[[float], object] | None = None,
) -> RaceOver:
    """Run a race anew at each of many values of a hyper-parameter; nothing is interpolated.

        export(race_over(SCENES["beale"], "lr", (0.001, 1)), "lr.gif")

    Args:
        subject: a race of a single start, or a scene.
        name: of the hyper-parameter. Optimizers that do not have it run as they are.
        between: the lowest and the highest value; all that matters of it if this is None.
        count: how many values, 2 to 2,000: in equal ratios where the hyper-parameter is above 0, of
            shares such as beta1 in equal ratios of 1 - share.
        tell: called with the share that is done; what it raises ends the work.

    Raises:
        ValueError: no optimizer has it, it cannot have these values, or these are too many.
        RuleFailed: a user's rule raised, or returned what is no step.
    """
    own = subject if isinstance(subject, Race) else subject.race()
    if own.start.ndim != 1:
        raise ValueError("a race over a hyper-parameter has one start: this is a batch")
    settings = [entrant.optimizer.settings() for entrant in own.entrants]
    varied = tuple(name in each for each in settings)
    if not any(varied):
        known = ", ".join(dict.fromkeys(key for each in settings for key in each))
        raise ValueError(f"none of these optimizers has {name!r}: they have {known}")
    whole("count", count, 2, MOST)
    if count * own.steps > MAX_STEPS:
        most = MAX_STEPS // own.steps
        raise ValueError(f"{count} values of {own.steps:,} steps are too many: give {most} values")
    first = own.entrants[varied.index(True)].optimizer
    values = axis_for(first, name, count, between)
    runs: list[tuple[Trajectory, ...]] = []
    for begin in range(0, count, AT_ONCE):
        runs += at_values(own, name, values[begin : begin + AT_ONCE], varied)
        if tell:
            tell(len(runs) / count)
    return RaceOver(own, name, values, varied, tuple(runs))


def at_values(
    own: Race, name: str, values: Array, varied: tuple[bool, ...]
) -> list[tuple[Trajectory, ...]]:
    """For each value one run of each entrant; those without it have their own run everywhere."""
    others = [
        replace(entrant, optimizer=with_settings(entrant.optimizer, {name: values}))
        for entrant, varies in zip(own.entrants, varied, strict=True)
        if varies
    ]
    batch = race(own.surface, others, own.start, own.steps, own.seed)
    found = iter(batch)
    columns = [
        [kept(each, run.entrant) for each in members(next(found))]
        if varies
        else [run] * len(values)
        for run, varies in zip(own, varied, strict=True)
    ]
    return list(zip(*columns, strict=True))


def kept(run: Trajectory, entrant: Entrant) -> Trajectory:
    """A run without what no picture shows of it."""
    nothing = np.broadcast_to(np.nan, run.grad.shape)
    state = {key: each.copy() for key, each in run.state.items() if key == "average"}
    return replace(
        run,
        entrant=entrant,
        x=run.x.copy(),
        loss=run.loss.copy(),
        grad_at=nothing,
        grad=nothing,
        state=state,
    )
