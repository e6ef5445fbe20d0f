"""A study of the digits as a table: a row for every optimizer, split and epoch."""

import numpy as np

from optviz.pictures.digits.composition import DigitsComposition
from optviz.pictures.settings import VERSION, rule_settings
from optviz.pictures.table import Field, Table, known
from optviz.studies.digits.data import COUNT, TRAINED
from optviz.studies.digits.rates import Rates
from optviz.studies.digits.study import Study

MEANING = {
    "optimizer": "which trained, as in `optimizers`",
    "split": "which digits train and which test",
    "epoch": "how often every training digit was seen; 0 is the start",
    "accuracy": "the share of test digits told right, 0 to 1; empty once diverged",
    "loss": "the mean loss over all training digits, in nats; empty once diverged",
    "diverged": "the first step that was not finite any more; empty where all were",
    "plane": "setting: the shares, 0 to 1, of the variance of all weights, and of each "
    "optimizer's, that lie in the plane of the picture",
    "rates": "setting: the test accuracy after the last epoch of every rule with every learning "
    "rate, a row for each split; null where it diverged",
}
COLUMNS = ("split", "epoch", "accuracy", "loss", "diverged")


def digits_table(composition: DigitsComposition) -> Table:
    """A row for every optimizer, split and epoch."""
    study = composition.study
    return Table("optviz digits", settings_of(study), MEANING, runs_of(study))


def settings_of(study: Study) -> dict[str, object]:
    """The conditions, what the plane holds, and the learning rates' comparison."""
    shown, names = study.shown, study.shown.names
    return {
        "version": VERSION,
        "data": "scikit-learn's handwritten digits",
        "trained_on": TRAINED,
        "tested_on": COUNT - TRAINED,
        "weights": int(study.plane.axes.shape[1]),
        "epochs": shown.epochs,
        "minibatch": shown.batch,
        "seed": shown.seed,
        "splits": len(study.trainings),
        "plane": {
            "all": share(study.plane.share),
            "each": {
                name: share(held) for name, held in zip(names, study.plane.shares, strict=True)
            },
        },
        "rates": rates_settings(study.rates),
        "optimizers": {
            name: rule_settings(run.optimizer) for name, run in zip(names, shown, strict=True)
        },
    }


def rates_settings(rates: Rates) -> dict[str, object]:
    """The comparison of learning rates."""
    return {
        "learning_rates": list(rates.rates),
        "accuracy": {
            name: [known(split) for split in rates.accuracy[:, k]]
            for k, name in enumerate(rates.names)
        },
    }


def share(value: float) -> float | None:
    """A share, or None where there is none."""
    return value if np.isfinite(value) else None


def runs_of(study: Study) -> list[dict[str, list[Field]]]:
    """Each optimizer's columns, split by split."""
    runs = []
    for k in range(len(study.shown)):
        rows: dict[str, list[Field]] = {name: [] for name in COLUMNS}
        for training in study.trainings:
            run = training.runs[k]
            epochs = training.epochs + 1
            rows["split"] += [training.split] * epochs
            rows["epoch"] += range(epochs)
            rows["accuracy"] += known(run.accuracy)
            rows["loss"] += known(run.loss)
            rows["diverged"] += [run.diverged] * epochs
        runs.append(rows)
    return runs
