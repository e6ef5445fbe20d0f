"""Basins: which minimum a run ends in, from every start on a grid, for each optimizer.

A generator goes over the grid coarse first, so that there is a picture at once, and then finer.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from optviz.batch import Array, coarse_to_fine
from optviz.elsewhere import Elsewhere, elsewhere
from optviz.entrants import Entrant, Entrants, entrants
from optviz.optimizers import Optimizer
from optviz.race import MAX_STEPS, checked_surface, whole
from optviz.spellings import brief
from optviz.studies.blocks import Cells, Found, computed
from optviz.studies.endpoints import Steps, endpoints
from optviz.studies.field import Field
from optviz.studies.targets import NOT_THERE, Minima, Targets, targets_of
from surfaces.described import picture_of
from surfaces.in_blocks import keep_room
from surfaces.notebook_views import Shown
from surfaces.surface import Surface, empty_points
from surfaces.validate import validate_surface

UNKNOWN = -3  # in place of a minimum's index, besides NOT_THERE and DIVERGED

STRIDES = (4, 1)
BLOCK = 10_000  # points at once, optimizers times starts: their arrays stay in the cache
# autograd takes longer to follow a call than to compute a few thousand points.
TRACED_BLOCK = 24_000


@dataclass(frozen=True, eq=False, repr=False)
class Basins(Shown):
    """Where runs end, and from which step on they are there: five bytes a run.

    Attributes:
        surface: what was descended.
        entrants: which optimizers ran.
        seed: which minibatches were seen.
        minima: (minima, 2) where a run may end: minima, and after them a point of each valley.
        valleys: how many of them are valleys, to whose floors runs may come anywhere.
        radius: how near a minimum, or a point of a valley's floor, counts as there.
        steps: of every run.
        x: (columns,) the starts' first coordinates; y: (rows,) the second ones.
        minimum: (optimizers, rows, columns) which minimum a run is at after its last step;
            `NOT_THERE`, `DIVERGED`, or `UNKNOWN` where none has run yet.
        since: (optimizers, rows, columns) the step since which it has been there without a break,
            or at which it was not finite any more; steps + 1 for neither.
        stride: rows and columns that are multiples of it are all known; more than both for none.
        done: which share of the starts is known, 0 to 1.
        notes: sentences on users' optimizers that failed, or are stepped run by run.
    """

    surface: Surface
    entrants: tuple[Entrant, ...]
    seed: int
    minima: Array
    valleys: int
    radius: float
    steps: int
    x: Array
    y: Array
    minimum: Minima
    since: Steps
    stride: int
    done: float
    notes: tuple[str, ...] = ()

    @property
    def optimizers(self) -> tuple[Optimizer, ...]:
        """The entrants' optimizers."""
        return tuple(each.optimizer for each in self.entrants)

    @cached_property
    def lowest(self) -> list[bool]:
        """Of each minimum and valley whether none is lower."""
        picture = picture_of(self.surface)
        levels = picture.equal_levels(self.surface.loss(self.minima[:, 0], self.minima[:, 1]))
        return [bool(each == 0) for each in levels]

    def is_valley(self, kind: int) -> bool:
        """Whether this one of `minima` stands for a valley."""
        return kind >= len(self.minima) - self.valleys

    def at(self, step: int) -> Minima:
        """(optimizers, rows, columns) the basins as far as they have grown after so many steps.

        A run that is near a minimum and will leave it again does not count as there.
        """
        later = (self.since > step) & (self.minimum != UNKNOWN)
        return np.where(later, np.int8(NOT_THERE), self.minimum)

    def filled(self, values: NDArray[np.generic]) -> NDArray[np.generic]:
        """(..., rows, columns) a result's values, each unknown start showing a known neighbour's.

        A neighbour is the start up to `stride` - 1 rows and columns before it.
        """
        rows, columns = (np.arange(len(each)) for each in (self.y, self.x))
        if self.stride > max(len(rows), len(columns)):
            return values
        coarse = values[..., rows // self.stride * self.stride, :]
        coarse = coarse[..., columns // self.stride * self.stride]
        known = self.minimum != UNKNOWN
        return np.where(known, values, coarse)


def basins(
    surface: Surface,
    optimizers: Entrants,
    shape: tuple[int, int] = (100, 100),
    steps: int = 200,
    seed: int = 0,
    radius: float | None = None,
    minima: Sequence[tuple[float, float]] | None = None,
) -> Iterator[Basins]:
    """Run each optimizer from every start of a grid over the picture.

    Args:
        surface: what is descended.
        optimizers: who runs.
        shape: rows and columns of starts, from edge to edge of the picture.
        steps: updates per run.
        seed: which minibatches are seen; the same by every run.
        radius: how near a minimum is there; a fiftieth of the picture's diagonal if None, or less
            where two minima are near each other.
        minima: where runs may end; the surface's known minima and valleys if None.

    Returns:
        An iterator over Basins, ever more complete. A start whose loss is not finite has diverged
        at step 0.

    Raises:
        ValueError: no minimum or valley is known, a radius lets two overlap, or something is out of
            range, or the surface's gradient is not its loss's; at once, not at the first `next`.
    """
    blank, targets = blank_map(surface, optimizers, shape, steps, seed, radius, minima)
    return blocks(blank, targets, elsewhere())


def blank_map(
    surface: Surface,
    optimizers: Entrants,
    shape: tuple[int, int] = (100, 100),
    steps: int = 200,
    seed: int = 0,
    radius: float | None = None,
    minima: Sequence[tuple[float, float]] | None = None,
) -> tuple[Basins, Targets]:
    """The map before any run, and where runs may end; arguments and errors as of `basins`."""
    validate_surface(checked_surface(surface))
    given = entrants(optimizers)
    if any(np.ndim(value) for each in given for value in each.optimizer.settings().values()):
        raise ValueError("a basin map has one setting for each optimizer, no arrays of them")
    steps = whole("steps", steps, 1, MAX_STEPS)
    seed = whole("seed", seed, 0, 2**32 - 1)
    if not isinstance(shape, Sequence) or len(shape) != 2:
        raise ValueError(
            f"shape = {brief(shape)}: give rows and columns of starts, as in (100, 100)"
        )
    rows, columns = (whole("shape", each, 1, 10_000) for each in shape)
    targets = targets_of(surface, minima, radius)
    blank = Basins(
        surface=surface,
        seed=seed,
        entrants=given,
        minima=targets.minima,
        valleys=targets.valleys,
        radius=targets.radius,
        steps=steps,
        x=np.linspace(*surface.xlim, columns),
        y=np.linspace(*surface.ylim, rows),
        minimum=np.full((len(given), rows, columns), UNKNOWN, dtype=np.int8),
        since=np.full((len(given), rows, columns), steps + 1, dtype=np.int32),
        stride=max(rows, columns) + 1,
        done=0.0,
    )
    return blank, targets


@dataclass(frozen=True, eq=False)
class Starts:
    """The runs of a basin map, as `optviz.studies.blocks` asks for them.

    Attributes:
        surface: what is descended.
        x: (columns,) the starts' first coordinates; y: (rows,) the second ones.
        steps: of every run.
        seed: which minibatches are seen.
        targets: where runs may end.
    """

    surface: Surface
    x: Array
    y: Array
    steps: int
    seed: int
    targets: Targets

    def optimizer(self, entrant: Entrant, cells: Cells) -> Optimizer:
        """The same for all starts."""
        return entrant.optimizer

    def outcome(self, optimizers: Sequence[Optimizer], cells: Cells) -> Found:
        """At which minimum each run ends, and since when: `Basins.minimum` and `since`."""
        keep_room()
        start = empty_points(cells.shape)
        columns = len(self.x)
        start[:, 0], start[:, 1] = self.x[cells % columns], self.y[cells // columns]
        return endpoints(self.surface, optimizers, start, self.steps, self.seed, self.targets)


def blocks(blank: Basins, targets: Targets, where: Elsewhere | None = None) -> Iterator[Basins]:
    """Run one block of starts after the other, and yield what is known after each."""
    rows, columns = blank.minimum.shape[1:]
    field = Field(blank.entrants)
    minimum = blank.minimum.reshape(-1, rows * columns)
    since = blank.since.reshape(-1, rows * columns)
    done = 0
    traced = blank.surface.gradient is None or blank.surface.partial
    most = TRACED_BLOCK if traced else BLOCK
    work = Starts(blank.surface, blank.x, blank.y, blank.steps, blank.seed, targets)
    passes = list(coarse_to_fine((rows, columns), STRIDES, most))
    strides = [stride for _, stride in passes]
    found = computed(work, field, [cells for cells, _ in passes], most, where)
    for block, stride in zip(found, strides, strict=True):
        minimum, since = np.delete(minimum, block.out, 0), np.delete(since, block.out, 0)
        minimum[:, block.cells], since[:, block.cells] = block.found
        done += len(block.cells)
        yield replace(
            blank,
            entrants=tuple(field.entrants),
            minimum=minimum.reshape(-1, rows, columns).copy(),
            since=since.reshape(-1, rows, columns).copy(),
            stride=stride,
            done=done / (rows * columns),
            notes=field.notes,
        )
