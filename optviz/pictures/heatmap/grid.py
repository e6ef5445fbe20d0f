"""A sweep of two hyper-parameters in one axes: a heat map of what came of it."""

from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import QuadMesh
from matplotlib.colors import AsinhNorm, LogNorm, Normalize
from numpy.typing import NDArray

from optviz.endings import early_word
from optviz.pictures.hatching import hatched, outline
from optviz.pictures.spacing import Spacing, edges_of, spacing_of
from optviz.pictures.sweep.composition import SweepComposition
from optviz.pictures.sweep.losses import OutcomeAxis, outcome_axis
from optviz.pictures.sweep.naming import named_setting, outcome_name
from optviz.pictures.theme import Pen
from optviz.pictures.top_view import draw_ring, draw_star
from optviz.schedules import constant
from optviz.words import Words

Array = NDArray[np.float64]

COLOURS = "viridis_r"  # even steps to the eye, and in grey as well; what is low is bright
GREYS = "Greys"  # for print
NORMS = {"linear": Normalize, "log": LogNorm, "asinh": AsinhNorm}


@dataclass(frozen=True, eq=False)
class Grid:
    """A sweep of two as it lies on the picture: learning rates along, the other one upright.

    Attributes:
        names: of what lies along, and of what is upright.
        values: of both, ascending.
        spacings: of both.
        outcome: (upright, along) infinite for none, nan where nothing was tried.
        lost: (upright, along) where trials diverged.
        axis: of the outcomes' colours.
        composition: what is shown.
    """

    names: tuple[str, str]
    values: tuple[Array, Array]
    spacings: tuple[Spacing, Spacing]
    outcome: Array
    lost: NDArray[np.bool_]
    axis: OutcomeAxis
    composition: SweepComposition

    @classmethod
    def of(cls, composition: SweepComposition) -> "Grid":
        """The grid of a sweep of two hyper-parameters."""
        sweep = composition.sweep
        upright, along = sweep.swept
        outcome, lost = composition.values[0], np.isfinite(sweep.diverged[0])
        if upright == "lr":
            upright, along, outcome, lost = along, upright, outcome.T, lost.T
        rows, columns = np.argsort(sweep.swept[upright]), np.argsort(sweep.swept[along])
        values = sweep.swept[along][columns], sweep.swept[upright][rows]
        return cls(
            (along, upright),
            values,
            (spacing_of(values[0]), spacing_of(values[1])),
            outcome[np.ix_(rows, columns)],
            lost[np.ix_(rows, columns)],
            outcome_axis(composition),
            composition,
        )

    @property
    def edges(self) -> tuple[Array, Array]:
        """The cells' borders, one more than there are values, along and upright."""
        x, y = (
            spacing.number(edges_of(spacing.place(values)))
            for spacing, values in zip(self.spacings, self.values, strict=True)
        )
        return x, y

    @property
    def words(self) -> tuple[str, str]:
        """What is along and what is upright."""
        x, y = (named_setting(name, self.say) for name in self.names)
        return x, y

    @property
    def say(self) -> Words:
        """What is written."""
        return self.composition.options.say

    @property
    def colours(self) -> str:
        """From the best outcome to the worst."""
        options = self.composition.options
        return options.style.colours or (GREYS if options.theme == "print" else COLOURS)

    @property
    def colours_mean(self) -> str:
        """What the colours are."""
        say, axis = self.say, self.axis
        words = outcome_name(self.composition)
        words += say("heatmap.all_below", loss=say.short(axis.low)) * axis.below
        return words + say("heatmap.all_above", loss=say.short(axis.high)) * axis.above

    @property
    def hatched(self) -> list[tuple[str, NDArray[np.bool_], str]]:
        """Each kind of cells without a colour that there is: where, and what it is called."""
        early = early_word(self.composition.sweep.surface, self.say)
        kinds = ("diverged", self.lost, early), ("missed", self.missed, self.say("sweep.missed"))
        return [each for each in kinds if each[1].any()]

    @property
    def missed(self) -> NDArray[np.bool_]:
        """(upright, along) where nothing was reached, and no trial diverged."""
        return np.isinf(self.outcome) & ~self.lost

    @property
    def own(self) -> tuple[float, float] | None:
        """The optimizer's own values, if they are to be marked and lie on the map."""
        settings = self.composition.sweep.optimizers[0].settings()
        x, y = (constant(settings[name]) for name in self.names)
        pairs = zip((x, y), self.values, strict=True)
        inside = all(values[0] <= own <= values[-1] for own, values in pairs)
        return (x, y) if inside and self.composition.options.current else None

    @property
    def best(self) -> tuple[tuple[float, float], float] | None:
        """The best pair of values and what came of it; None if nothing did."""
        fine = np.where(np.isfinite(self.outcome), self.outcome, np.inf)
        row, column = np.unravel_index(fine.argmin(), fine.shape)
        if not np.isfinite(fine.min()):
            return None
        pair = float(self.values[0][column]), float(self.values[1][row])
        return pair, float(fine.min())


def draw_map(axes: Axes, grid: Grid, pen: Pen) -> QuadMesh:
    """Cells, hatched where they have no colour; the best one and one's own setting."""
    x, y = grid.edges
    for spacing, along in zip(grid.spacings, "xy", strict=True):
        spacing.lay(axes, along)
    axes.set(xlim=(x[0], x[-1]), ylim=(y[0], y[-1]))
    mesh = draw_cells(axes, grid, x, y)
    for kind, there, label in grid.hatched:
        axes.add_patch(hatched(kind, outline(there, x, y), pen)).set_label(label)
    if grid.best:
        draw_star(axes, grid.best[0], pen, label=grid.say("heatmap.best"))
    if grid.own:
        draw_ring(axes, grid.own, pen, label=grid.say("heatmap.own"))
    return mesh


def draw_cells(axes: Axes, grid: Grid, x: Array, y: Array) -> QuadMesh:
    """A colour for each number; what lies beyond an end of the colours has that of the end."""
    seen, norm = np.ma.masked_invalid(grid.outcome), norm_of(grid.axis)
    mesh = axes.pcolormesh(x, y, seen, cmap=grid.colours, norm=norm, rasterized=True, zorder=1)
    mesh.set_label("_cells")
    return mesh


def norm_of(axis: OutcomeAxis) -> Normalize:
    """From numbers to colours."""
    made: Normalize = NORMS[axis.spacing.scale](vmin=axis.low, vmax=axis.high, **axis.spacing.how)
    return made
