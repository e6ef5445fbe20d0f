"""Sweeps as a recipe says them: of learning rates, and of two hyper-parameters."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from optviz.scenes import Scene
from optviz.spec.parsing import number_text
from optviz.studies.sweep import (
    FINE,
    PER_DECADE,
    Sweep,
    axis_for,
    learning_rate_sweep,
    pair_sweep,
    rates_between,
)

Ends = tuple[float, float]
MOST = 1_000_000  # cells, as on the command line


@dataclass(frozen=True, kw_only=True)
class RateSweep:
    """Each optimizer's outcome against the learning rate.

    Attributes:
        rates: the lowest and the highest, eight in every power of ten; None for seven decades.
        threshold: the loss to be reached, or None.
    """

    name: ClassVar[str] = "sweep"
    command: ClassVar[str] = "sweep"
    rates: Ends | None = None
    threshold: float | None = None

    def __post_init__(self) -> None:
        """Raise ValueError where these are no rates."""
        if self.rates is not None:
            rates_between(*self.rates)

    @classmethod
    def of(cls, subject: Sweep) -> "RateSweep":
        """As a sweep was made.

        Raises:
            ValueError: of other learning rates than a command tries.
        """
        tried, threshold = subject.swept["lr"], threshold_in(subject)
        if np.array_equal(tried, FINE):
            return cls(threshold=threshold)
        ends = float(tried[0]), float(tried[-1])
        even = len(tried) > 1 and 0 < ends[0] < ends[1] < np.inf
        if not even or not np.array_equal(tried, rates_between(*ends, PER_DECADE)):
            raise ValueError(
                "a sweep of learning rates of your own has no recipe: a command tries "
                f"{PER_DECADE} in every power of ten"
            )
        return cls(rates=ends, threshold=threshold)

    def subject(self, scene: Scene) -> Sweep:
        """The whole sweep."""
        rates = FINE if self.rates is None else rates_between(*self.rates, PER_DECADE)
        *_, found = learning_rate_sweep(*scene.conditions, rates, waited(self.threshold))
        return found

    def flags(self) -> Iterator[tuple[str, str]]:
        """Rates and threshold, where they are chosen."""
        yield from span_flag("rates", self.rates)
        yield from threshold_flag(self.threshold)

    def python(self) -> tuple[str, str]:
        """The whole sweep."""
        names, given = ["learning_rate_sweep"], "*scene.conditions"
        if self.rates is not None:
            names.append("rates_between")
            given += f", rates=rates_between({self.rates[0]}, {self.rates[1]}, {PER_DECADE})"
        if self.threshold is not None:
            given += f", threshold={self.threshold!r}"
        imported = f"from optviz.studies.sweep import {', '.join(names)}"
        return imported, f"[*learning_rate_sweep({given})][-1]"


@dataclass(frozen=True, kw_only=True)
class PairSweep:
    """One optimizer's outcome over two hyper-parameters.

    Attributes:
        x: the one along.
        y: the one that stands upright.
        cells: how many values of both, along first.
        x_range: the lowest and the highest; None for all of the range in which it matters.
        y_range: the same.
        threshold: the loss to be reached, or None.
    """

    name: ClassVar[str] = "heatmap"
    command: ClassVar[str] = "heatmap"
    x: str
    y: str
    cells: tuple[int, int]
    x_range: Ends | None = None
    y_range: Ends | None = None
    threshold: float | None = None

    def __post_init__(self) -> None:
        """Raise ValueError where there are too many cells."""
        check_cells("cells", self.cells)

    @classmethod
    def of(cls, subject: Sweep) -> "PairSweep":
        """As a heat map was made.

        Raises:
            ValueError: of other values than a command tries.
        """
        y, x = subject.swept
        ranges = {name: range_of(subject, name) for name in (x, y)}
        cells = len(subject.swept[x]), len(subject.swept[y])
        threshold = threshold_in(subject)
        return cls(x=x, y=y, cells=cells, x_range=ranges[x], y_range=ranges[y], threshold=threshold)

    def subject(self, scene: Scene) -> Sweep:
        """The whole map."""
        entrant, origin = scene.entrants[0], (scene.start, scene.steps, scene.seed)
        axes = {
            self.y: axis_for(entrant.optimizer, self.y, self.cells[1], self.y_range),
            self.x: axis_for(entrant.optimizer, self.x, self.cells[0], self.x_range),
        }
        *_, found = pair_sweep(scene.surface, entrant, axes, *origin, waited(self.threshold))
        return found

    def flags(self) -> Iterator[tuple[str, str]]:
        """Both hyper-parameters and their values."""
        yield from (("x", self.x), ("y", self.y))
        yield from span_flag("x-range", self.x_range)
        yield from span_flag("y-range", self.y_range)
        yield "cells", "{}x{}".format(*self.cells)
        yield from threshold_flag(self.threshold)

    def python(self) -> tuple[str, str]:
        """The whole map."""
        columns, rows = self.cells
        axes = ", ".join(
            f'"{name}": axis_for(entrant.optimizer, "{name}", {count}, {ends!r})'
            for name, count, ends in ((self.y, rows, self.y_range), (self.x, columns, self.x_range))
        )
        waits = "" if self.threshold is None else f", {self.threshold!r}"
        code = f"[*pair_sweep(surface, entrant, {{{axes}}}, *rest{waits})][-1]"
        return "from optviz.studies.sweep import axis_for, pair_sweep", code


def check_cells(name: str, cells: tuple[int, int]) -> None:
    """Raise ValueError unless these are two counts that a command takes."""
    if min(cells) < 2 or cells[0] * cells[1] > MOST:
        raise ValueError(f"{name} = {cells}: give 2 or more of each, a million in all at most")


def threshold_in(sweep: Sweep) -> float | None:
    """The loss that a sweep waits for; None for none."""
    return sweep.threshold if np.isfinite(sweep.threshold) else None


def waited(threshold: float | None) -> float:
    """The same as sweeps take it."""
    return -np.inf if threshold is None else threshold


def range_of(sweep: Sweep, name: str) -> Ends | None:
    """The range of a heat map's axis; None for the usual one.

    Raises:
        ValueError: its values are not spaced as a command spaces them.
    """
    values, optimizer = sweep.swept[name], sweep.optimizers[0]
    ends = float(values[0]), float(values[-1])
    for given in (None, ends):
        try:
            if np.array_equal(axis_for(optimizer, name, len(values), given), values):
                return given
        except ValueError:
            break
    raise ValueError(
        f"a heat map of values of {name} of your own has no recipe: a command spaces them itself"
    )


def span_flag(name: str, ends: Ends | None) -> Iterator[tuple[str, str]]:
    """A lowest and a highest value, if they are chosen."""
    if ends is not None:
        yield name, ",".join(map(number_text, ends))


def threshold_flag(threshold: float | None) -> Iterator[tuple[str, str]]:
    """The loss to be reached, if there is one."""
    if threshold is not None:
        yield "threshold", number_text(threshold)
