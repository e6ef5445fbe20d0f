"""Sweeps and basin maps as tables: a row for each trial, with the settings behind them.

A CSV file begins with the settings, each line a `#`, a name, a colon and a JSON value, as those of
races do. Trials that have not been made have no row.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from optviz.basin_colors import letter
from optviz.export.settings import (
    minibatch_settings,
    rule_settings,
    surface_settings,
)
from optviz.export.table import comments
from optviz.film.ticks import Progress
from optviz.pictures import BasinComposition, SweepComposition
from optviz.studies.basins import UNKNOWN, Basins
from optviz.studies.endpoints import DIVERGED, NOT_THERE
from optviz.studies.sweep import Sweep

SWEEP_MEANING = {
    "optimizer": "who ran, as in `optimizers`; its own values of what was swept had no effect",
    "loss": "the full loss after the last step; empty where the trial diverged",
    "reached": "the first step with a loss of at most `threshold`; empty where there was none",
    "diverged": "the first step that was not finite any more; empty where all were",
    "others": "hyper-parameters that were swept, and their values in this trial",
}
BASIN_MEANING = {
    "optimizer": "who ran, as in `optimizers`",
    "x, y": "the start, its coordinates in the order of `axes`",
    "ending": "the minimum of `minima` within whose radius the run is after the last step; "
    "`diverged` where it is finite no more; `not there` where it is neither",
    "since": "the step since which it has been there without a break, or at which it was not "
    "finite any more; empty for `not there`",
}

Field = str | float | int | None


@dataclass(frozen=True, eq=False)
class Table:
    """What a file holds.

    Attributes:
        kind: of table, for whoever reads the file.
        settings: how it came about; JSON values, `optimizers` among them.
        meaning: of the columns.
        runs: for each optimizer its columns, all equally long.
    """

    kind: str
    settings: dict[str, Any]
    meaning: dict[str, str]
    runs: list[dict[str, list[Field]]]


def table_of(shown: SweepComposition | BasinComposition) -> Table:
    """A sweep or a basin map as a table."""
    if isinstance(shown, SweepComposition):
        return sweep_table(shown.sweep)
    return basin_table(shown.basins)


def sweep_table(sweep: Sweep) -> Table:
    """A row for every optimizer and setting."""
    settings = surface_settings(sweep.surface) | {
        "start": sweep.start.tolist(),
        "steps": sweep.steps,
        "seed": sweep.seed,
        "minibatch": minibatch_settings(sweep.surface),
        "threshold": sweep.threshold if np.isfinite(sweep.threshold) else None,
        "swept": {name: values.tolist() for name, values in sweep.swept.items()},
        "optimizers": {each.name: rule_settings(each.optimizer) for each in sweep.entrants},
    }
    mesh = np.meshgrid(*sweep.swept.values(), indexing="ij")
    runs = []
    for place in range(len(sweep.entrants)):
        there = ~np.isnan(sweep.final[place])
        columns = dict(zip(sweep.swept, mesh, strict=True)) | {"loss": sweep.final[place]}
        run = {name: known(each[there]) for name, each in columns.items()}
        for name, steps in (("reached", sweep.reached), ("diverged", sweep.diverged)):
            run[name] = whole_steps(steps[place][there])
        runs.append(run)
    return Table("optviz sweep", settings, SWEEP_MEANING, runs)


def basin_table(basins: Basins) -> Table:
    """A row for every optimizer and start."""
    surface = basins.surface
    settings = surface_settings(surface) | {
        "steps": basins.steps,
        "seed": basins.seed,
        "minibatch": minibatch_settings(surface),
        "starts": {"columns": len(basins.x), "rows": len(basins.y)},
        "minima": {letter(k): point.tolist() for k, point in enumerate(basins.minima)},
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
    return Table("optviz basin map", settings, BASIN_MEANING, runs)


def known(values: NDArray[np.float64]) -> list[Field]:
    """Numbers, and None for those that are none."""
    return [each if np.isfinite(each) else None for each in values.tolist()]


def whole_steps(values: NDArray[np.float64]) -> list[Field]:
    """Numbers of steps, and None for never."""
    return [int(each) if np.isfinite(each) else None for each in values.tolist()]


def write_table_csv(table: Table, path: Path, progress: Progress) -> None:
    """Write it as CSV in UTF-8; numbers read back to the same bits, a field is empty for none."""
    names = list(table.runs[0])
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(comments(table.settings, table.kind, table.meaning))
        file.write(",".join(["optimizer", *names]) + "\n")
        runs = zip(table.settings["optimizers"], table.runs, strict=True)
        for done, (optimizer, run) in enumerate(runs, 1):
            file.writelines(lines(optimizer, run))
            progress(done, len(table.runs))


def lines(optimizer: str, run: dict[str, list[Field]]) -> Iterator[str]:
    """One optimizer's rows."""
    for fields in zip(*run.values(), strict=True):
        texts = ("" if each is None else str(each) for each in fields)
        yield f"{optimizer},{','.join(texts)}\n"


def write_table_json(table: Table, path: Path, progress: Progress) -> None:
    """Write it as one JSON object: settings, meaning, and under "runs" everyone's columns."""
    runs = [
        {"optimizer": optimizer, "columns": run}
        for optimizer, run in zip(table.settings["optimizers"], table.runs, strict=True)
    ]
    whole = {"format": table.kind, "settings": table.settings, "meaning": table.meaning}
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(json.dumps(whole | {"runs": runs}, allow_nan=False) + "\n")
    progress(1, 1)
