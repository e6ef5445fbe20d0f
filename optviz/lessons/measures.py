"""The measures that decide the questions of lessons: a number for each run of a race."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from optviz.numbers import filled
from optviz.race import Race, Trajectory
from optviz.stories.measures import distances, first, first_step, path, turning_angle, turns_back
from surfaces import Surface


@dataclass(frozen=True)
class Measure:
    """A number for each run, and which run wins by it.

    Attributes:
        of: (surface, run) -> the number; infinite where it never happens.
        says: what the number is, a format string over `value`.
        never: what is said where it is infinite.
        highest: whether the highest number wins, else the lowest.
    """

    of: Callable[[Surface, Trajectory], float]
    says: str
    never: str = "never"
    highest: bool = False

    def words(self, value: float) -> str:
        """A number in words."""
        return filled(self.says, {"value": value}) if np.isfinite(value) else self.never

    def ranking(self, done: Race) -> list[tuple[str, float]]:
        """(name, number) of every run, the winner first; of equal ones in the race's order."""
        found = [(run.name, self.of(done.surface, run)) for run in done]
        return sorted(found, key=lambda each: -each[1] if self.highest else each[1])


def one_unit_out(axis: int) -> Callable[[Surface, Trajectory], float]:
    """The first step at which x (axis 0) or y (axis 1) is more than 1 from 0; infinite for none."""

    def out(_: Surface, run: Trajectory) -> float:
        step = first(run, lambda points: np.abs(points[:, axis]) > 1)
        return np.inf if step is None else float(step)

    return out


def farthest(surface: Surface, run: Trajectory) -> float:
    """The greatest distance from a minimum, as a multiple of that at the start."""
    away = distances(surface, path(run))
    return float(away.max() / away[0])


def end_distance(surface: Surface, run: Trajectory) -> float:
    """The distance from a minimum at the end; infinite for a run that ended before."""
    return float(distances(surface, path(run))[-1]) if run.ended is None else np.inf


def end_loss(surface: Surface, run: Trajectory) -> float:
    """The loss at the end; infinite for a run that ended before."""
    return float(run.loss[-1]) if run.ended is None else np.inf


def half_way(surface: Surface, run: Trajectory) -> float:
    """The first step at half the distance from a minimum that there is at the start."""
    away = distances(surface, path(run))
    near = np.flatnonzero(away <= away[0] / 2)
    return float(near[0]) if len(near) else np.inf


MEASURES = {
    "first step": Measure(
        lambda _, run: first_step(run), "a first step {value:.2g} long", highest=True
    ),
    "shortest first step": Measure(lambda _, run: first_step(run), "a first step {value:.2g} long"),
    "down along x": Measure(one_unit_out(0), "one unit away at step {value:.0f}"),
    "down along y": Measure(one_unit_out(1), "one unit away at step {value:.0f}"),
    "turning": Measure(
        lambda _, run: turning_angle(path(run)), "{value:.0f} degrees a step", highest=True
    ),
    "farthest": Measure(farthest, "{value:.2f} times as far as at the start", highest=True),
    "end distance": Measure(end_distance, "{value:.2g} from the minimum at the end"),
    "end loss": Measure(end_loss, "a loss of {value:.2g} at the end"),
    "half way": Measure(half_way, "half way at step {value:.0f}"),
    "turns": Measure(lambda _, run: float(turns_back(run, 1)), "{value:.0f} turns", highest=True),
}
