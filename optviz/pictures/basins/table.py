"""A basin map as a table: a row for every optimizer and start."""

import numpy as np

from optviz.basin_colors import letter
from optviz.pictures.basins.composition import BasinComposition
from optviz.pictures.settings import minibatch_settings, rule_settings, surface_settings
from optviz.pictures.table import Field, Table, known, whole_steps
from optviz.studies.basins import UNKNOWN, Basins
from optviz.studies.targets import DIVERGED, NOT_THERE

MEANING = {
    "optimizer": "who ran, as in `optimizers`",
    "x, y": "the start, its coordinates in the order of `axes`",
    "ending": "the minimum of `minima` within whose radius the run is after the last step, or the "
    "valley of `valleys`, each with a point of it, within that radius of whose floor it is; "
    "`diverged` where it is finite no more; `not there` where it is neither",
    "since": "the step since which it has been there without a break, or at which it was not "
    "finite any more; empty for `not there`",
}


def places(basins: Basins, *, valleys: bool) -> dict[str, list[float]]:
    """The places of minima or of valleys by letter."""
    return {
        letter(k): point.tolist()
        for k, point in enumerate(basins.minima)
        if basins.is_valley(k) == valleys
    }


def basin_table(composition: BasinComposition) -> Table:
    """A row for every optimizer and start."""
    basins = composition.basins
    surface = basins.surface
    settings = surface_settings(surface) | {
        "steps": basins.steps,
        "seed": basins.seed,
        "minibatch": minibatch_settings(surface),
        "starts": {"columns": len(basins.x), "rows": len(basins.y)},
        "minima": places(basins, valleys=False),
        "valleys": places(basins, valleys=True),
        "radius": basins.radius,
        "optimizers": {each.name: rule_settings(each.optimizer) for each in basins.entrants},
    }
    words = {DIVERGED: "diverged", NOT_THERE: "not there"}
    words |= {kind: letter(kind) for kind in range(len(basins.minima))}
    x, y = np.meshgrid(basins.x, basins.y)
    runs: list[dict[str, list[Field]]] = []
    for minimum, since in zip(basins.minimum, basins.since, strict=True):
        there = minimum != UNKNOWN
        steps = np.where(minimum == NOT_THERE, np.inf, since)
        runs.append(
            {
                "x": known(x[there]),
                "y": known(y[there]),
                "ending": [words[kind] for kind in minimum[there].tolist()],
                "since": whole_steps(steps[there]),
            }
        )
    return Table("optviz basin map", settings, MEANING, runs)
