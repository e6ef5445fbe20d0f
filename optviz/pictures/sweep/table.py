"""A sweep as a table: a row for every optimizer and setting."""

import numpy as np

from optviz.pictures.settings import minibatch_settings, rule_settings, surface_settings
from optviz.pictures.sweep.composition import SweepComposition
from optviz.pictures.table import Table, known, whole_steps

MEANING = {
    "optimizer": "who ran, as in `optimizers`; its own values of what was swept had no effect",
    "loss": "the full loss after the last step; empty where the trial diverged",
    "reached": "the first step with a loss of at most `threshold`; empty where there was none",
    "diverged": "the first step that was not finite any more; empty where all were",
    "others": "hyper-parameters that were swept, and their values in this trial",
}


def sweep_table(composition: SweepComposition) -> Table:
    """A row for every optimizer and setting."""
    sweep = composition.sweep
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
    return Table("optviz sweep", settings, MEANING, runs)
