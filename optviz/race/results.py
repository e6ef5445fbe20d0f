"""What a race leaves: a Trajectory for each optimizer, and all of them as a Race."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from optviz.endings import OVERFLOW, Ending
from optviz.entrants import Entrant
from optviz.optimizers import Optimizer
from surfaces.notebook_views import Shown, view
from surfaces.surface import Surface

Array = NDArray[np.float64]


@dataclass(frozen=True, repr=False)
class Trajectory(Shown):
    """What one optimizer did. For a batch of starts, `...` stands for the batch's axes.

    Rows after `last` are nan: what overflows is not drawn, and nothing before it is altered.

    Attributes:
        entrant: which optimizer ran, under which name, and where its settings come from.
        x: (steps + 1, ..., 2) the iterates; row 0 is the start.
        loss: (steps + 1, ...) the full loss there, on minibatch surfaces too.
        grad_at: (steps, ..., 2) where each step measured its gradient (for NAG not at x).
        grad: (steps, ..., 2) the gradient each step was given.
        state: every quantity the rule names -> (steps + 1, ..., 2). Row k is its value after k
            steps; what is not remembered between steps is nan in row 0.
        last: (...) the last step at which point, loss and memory were all finite.
        ending: for a single start: what ended the run before its last step, or None.
    """

    entrant: Entrant
    x: Array
    loss: Array
    grad_at: Array
    grad: Array
    state: dict[str, Array]
    last: NDArray[np.intp]
    ending: Ending | None = None

    @property
    def name(self) -> str:
        """The entrant's name."""
        return self.entrant.name

    @property
    def optimizer(self) -> Optimizer:
        """The entrant's rule with its settings."""
        return self.entrant.optimizer

    @property
    def ended(self) -> int | None:
        """For a single start: the first step that was not finite any more, or None."""
        self.check_single("ended")
        return None if self.last == len(self.grad) else int(self.last) + 1

    @property
    def diverged(self) -> int | None:
        """For a single start: the step at which its numbers grew out of float64, or None."""
        self.check_single("diverged")
        return self.ended if self.ending and self.ending.kind == OVERFLOW else None

    def check_single(self, name: str) -> None:
        """Raise ValueError for a batch, of which an attribute cannot speak."""
        if np.ndim(self.last):
            raise ValueError(
                f"{name} is for a single start, and this is a batch of shape "
                f"{np.shape(self.last)}: `last` has the last finite step of each"
            )


@dataclass(frozen=True, repr=False)
class Race(Shown):
    """One race: its conditions, and in `runs` what each optimizer did. Iterates over the runs."""

    surface: Surface
    start: Array
    steps: int
    seed: int
    runs: tuple[Trajectory, ...]

    @property
    def entrants(self) -> tuple[Entrant, ...]:
        """The entrants, in the order of the runs."""
        return tuple(run.entrant for run in self.runs)

    def __iter__(self) -> Iterator[Trajectory]:
        return iter(self.runs)

    def __len__(self) -> int:
        return len(self.runs)

    def __getitem__(self, place: int | str) -> Trajectory:
        """A run by its place or its name."""
        return self.runs[placed(self.entrants, place)]

    def _repr_html_(self) -> Any:
        """The race in the player, for programs that show HTML alone; None of many starts."""
        return view("bundle", self).get("text/html")


@dataclass(frozen=True, repr=False)
class SeedsRace(Shown):
    """One race under many minibatch seeds. Iterates over the runs, in which seeds are the batch.

    `seeds_race["Adam"].loss` is (steps + 1, seeds), and `seeds_race.races[3]` the `Race` that
    `race(..., seed=seeds[3])` is, to the last bit.

    Attributes:
        surface: with minibatches.
        start: (2,) the same for all.
        steps: of each optimizer.
        seeds: which minibatches were seen, in the order of the races.
        races: one for each seed.
    """

    surface: Surface
    start: Array
    steps: int
    seeds: tuple[int, ...]
    races: tuple[Race, ...]

    @property
    def entrants(self) -> tuple[Entrant, ...]:
        """The entrants, in the order of the runs."""
        return self.races[0].entrants

    @cached_property
    def runs(self) -> tuple[Trajectory, ...]:
        """For each entrant the runs of all seeds: x is (steps + 1, seeds, 2), and so on."""
        return tuple(map(batch_of, zip(*self.races, strict=True)))

    def __iter__(self) -> Iterator[Trajectory]:
        return iter(self.runs)

    def __len__(self) -> int:
        return len(self.races[0])

    def __getitem__(self, place: int | str) -> Trajectory:
        """The runs of an entrant, by its place or its name."""
        return self.runs[placed(self.entrants, place)]


def batch_of(runs: Sequence[Trajectory]) -> Trajectory:
    """One Trajectory of runs of the same optimizer, which become the members of a batch."""
    return Trajectory(
        runs[0].entrant,
        x=np.stack([run.x for run in runs], axis=1),
        loss=np.stack([run.loss for run in runs], axis=1),
        grad_at=np.stack([run.grad_at for run in runs], axis=1),
        grad=np.stack([run.grad for run in runs], axis=1),
        state={name: np.stack([run.state[name] for run in runs], axis=1) for name in runs[0].state},
        last=np.array([run.last for run in runs]),
    )


def placed(entrants: Sequence[Entrant], place: int | str) -> int:
    """The place of a run, given that or its name.

    Raises:
        KeyError: none is called so.
    """
    if not isinstance(place, str):
        return place
    names = [each.name for each in entrants]
    if place not in names:
        raise KeyError(f"no run is called {place!r}; there are {', '.join(names)}")
    return names.index(place)
