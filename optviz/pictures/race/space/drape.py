"""Trails that lie on the ground in space: bent over its hills, and hidden behind them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from optviz.pictures.lines import Line, cut, divided, joined
from optviz.pictures.race.space.camera import Camera
from optviz.pictures.race.space.terrain import Horizon, Terrain
from optviz.pictures.strand import Strand, held
from optviz.race import Trajectory
from optviz.schedules import change_steps
from optviz.style import RunStyle

Array = NDArray[np.float64]

PIECE = 1.0  # cells; longer pieces would cut through the hills' curves


@dataclass(frozen=True, eq=False)
class Draped:
    """One run on the ground.

    Attributes:
        name: the run's.
        style: its colours, dash and marker.
        line: its trail over the ground, in sides.
        heads: (steps + 1, 2) its head, in sides; nan where it has left the box.
        changes: the steps at which its settings change.
    """

    name: str
    style: RunStyle
    line: Line
    heads: Array
    changes: Sequence[int] = ()

    def seen(self, terrain: Terrain, camera: Camera, horizon: Horizon) -> Strand:
        """As the camera sees it."""
        x, y = self.heads.T
        z = terrain.ground(x, y)
        trail = self.line
        ends = np.flatnonzero(~trail.begins)
        u, v = (trail.points[ends - 1] + trail.points[ends]).T / 2
        clear = horizon.clearance(u, v, terrain.ground(u, v)) >= 0
        u, v = trail.points.T
        ground = terrain.ground(u, v)
        flat = camera.see(u, v, ground)
        there = np.isfinite(ground[ends]) & np.isfinite(ground[ends - 1])

        def line(wanted: NDArray[np.bool_]) -> Line:
            to = ends[wanted & there]
            return joined(flat[to - 1], flat[to], trail.times[to - 1], trail.times[to])

        return Strand(
            style=self.style,
            name=self.name,
            seen=line(clear),
            hidden=line(~clear),
            heads=camera.see(x, y, z),
            away=camera.distance(x, y),
            ghost=horizon.clearance(x, y, z) < 0,
            changes=self.changes,
        )


def drape(run: Trajectory, style: RunStyle, terrain: Terrain) -> Draped:
    """Lay a run on the ground, as far as it stays on it."""
    last = int(run.last)
    corner = np.array([0.5, 0.5])
    line = cut(terrain.place(run.x[: last + 1]), -corner, corner)
    cell = 1 / (len(terrain.z) - 1)
    changes = change_steps(run.optimizer.settings())
    return Draped(
        run.name, style, divided(line, PIECE * cell), terrain.place(held(run.x, last)), changes
    )
