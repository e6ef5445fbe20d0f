"""The measures that decide the questions of lessons: a number for each run of a race."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from optviz.numbers import short
from optviz.race import Race, Trajectory
from optviz.stories.measures import distances, first, first_step, path, turning_angle, turns_back
from surfaces import Surface


@dataclass(frozen=True)
class Answer:
    """What one run did, as a table shows it.

    Attributes:
        name: of the run.
        number: in words; where it is infinite `Measure.never`, or what ended the run.
        share: how long its bar is, from 0 to 1; 0 where the number is infinite.
    """

    name: str
    number: str
    share: float


@dataclass(frozen=True)
class Measure:
    """A number for each run, and which run wins by it.

    Attributes:
        of: (surface, run) -> the number, at least 0; infinite where it never happens, or where the
            run ended before it could be measured.
        head: what the number is, as a table's column has it above.
        digits: how many significant ones a number is written with.
        never: what is said where it is infinite; "" for what ended the run.
        highest: whether the highest number wins, else the lowest.
        powers: whether bars grow with the numbers' powers of ten, else with the numbers.
    """

    of: Callable[[Surface, Trajectory], float]
    head: str
    digits: int = 4
    never: str = "never"
    highest: bool = False
    powers: bool = False

    @property
    def title(self) -> str:
        """What stands above the numbers where bars are drawn beside them."""
        return f"{self.head}; bars by powers of ten" if self.powers else self.head

    def words(self, value: float, run: Trajectory) -> str:
        """A run's number in words."""
        if np.isfinite(value):
            return short(value, self.digits)
        return self.never or (run.ending.words if run.ending else "never")

    def ranking(self, done: Race) -> list[tuple[Trajectory, float]]:
        """(run, number) of every run, the winner first; of equal ones in the race's order."""
        found = [(run, self.of(done.surface, run)) for run in done]
        return sorted(found, key=lambda each: -each[1] if self.highest else each[1])

    def table(self, done: Race) -> list[Answer]:
        """A row for every run, the winner first."""
        ranking = self.ranking(done)
        shares = self.shares(np.array([value for _, value in ranking]))
        return [
            Answer(run.name, self.words(value, run), share)
            for (run, value), share in zip(ranking, shares, strict=True)
        ]

    def shares(self, values: NDArray[np.float64]) -> list[float]:
        """How long the bars are: the longest 1, none where a number is 0 or infinite."""
        shown = np.isfinite(values) & (values > 0)
        if self.powers:
            sizes = np.log10(values, where=shown, out=np.zeros_like(values))
            sizes = sizes - sizes[shown].min(initial=0) + 1
        else:
            sizes = values
        sizes = np.where(shown, sizes, 0)
        longest = max(float(sizes.max()), np.finfo(float).tiny)
        return [round(float(size) / longest, 4) for size in sizes]


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


def later_distance(surface: Surface, run: Trajectory) -> float:
    """The mean distance from a minimum in the second half; infinite for a run that ended before."""
    if run.ended is not None:
        return np.inf
    return float(distances(surface, path(run))[len(run.x) // 2 :].mean())


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
        lambda _, run: first_step(run), "length of the first step", 2, highest=True
    ),
    "shortest first step": Measure(lambda _, run: first_step(run), "length of the first step", 2),
    "down along x": Measure(one_unit_out(0), "step at which |x| is above 1"),
    "down along y": Measure(one_unit_out(1), "step at which |y| is above 1"),
    "turning": Measure(
        lambda _, run: turning_angle(path(run)),
        "turn from step to step, in degrees",
        2,
        highest=True,
    ),
    "straightest": Measure(
        lambda _, run: turning_angle(path(run)), "turn from step to step, in degrees", 2
    ),
    "farthest": Measure(
        farthest,
        "greatest distance from the minimum; 1 is that of the start",
        3,
        highest=True,
    ),
    "end distance": Measure(end_distance, "distance from the minimum at the end", 2, never=""),
    "end loss": Measure(end_loss, "loss at the end", 2, never="", powers=True),
    "later distance": Measure(
        later_distance, "mean distance from the minimum in the second half", 2, never=""
    ),
    "half way": Measure(half_way, "step at half the distance from the minimum"),
    "turns": Measure(lambda _, run: float(turns_back(run, 1)), "turns along y", highest=True),
}
