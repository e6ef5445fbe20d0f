"""Everything that is measured on digits, once: the training shown, its plane, splits and rates."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from optviz.optimizers import Optimizer
from optviz.race import whole
from optviz.studies.digits.plane import Plane, plane_of
from optviz.studies.digits.rates import Rates, compare_rates
from optviz.studies.digits.training import BATCH, EPOCHS, FIELD, Run, Training, train

SPLITS, MOST_SPLITS = 5, 20
# About how the time goes: a training, the plane, the rates on one split.
TRAINING, PLANE, RATES = 1.0, 2.0, 3.0


@dataclass(frozen=True)
class Conditions:
    """The conditions of a study.

    Attributes:
        optimizers, epochs, batch, seed: as `train` has them.
        splits: how many ways of parting the digits are tried; the first one is shown.
    """

    optimizers: tuple[Optimizer, ...] = FIELD
    epochs: int = EPOCHS
    batch: int = BATCH
    seed: int = 0
    splits: int = SPLITS


@dataclass(frozen=True, eq=False)
class Study:
    """The results of a study.

    Attributes:
        conditions: under which it was made.
        trainings: one for each split. The first one is shown; of the others, only the last weights
            are kept.
        plane: of the first one.
        rates: every rule with every learning rate.
    """

    conditions: Conditions
    trainings: tuple[Training, ...]
    plane: Plane
    rates: Rates

    @property
    def shown(self) -> Training:
        """The training that is drawn."""
        return self.trainings[0]

    def runs(self, kind: type[Optimizer], **settings: float) -> list[Run]:
        """The runs of one entry on all splits.

        Raises:
            KeyError: no run of that kind with these settings was trained.
        """
        for k, run in enumerate(self.shown):
            own = run.optimizer.settings()
            if type(run.optimizer) is kind and settings.items() <= own.items():
                return [training.runs[k] for training in self.trainings]
        raise KeyError(kind.__name__)


def study(
    conditions: Conditions | None = None,
    progress: Callable[[float], object] = lambda share: None,
    stop: Callable[[], bool] = lambda: False,
) -> Study:
    """Measure everything; `progress` and `stop` as `train` has them.

    Raises:
        ValueError: a condition is out of range.
        Stopped: `stop` said so.
    """
    wish = conditions or Conditions()
    whole("splits", wish.splits, 1, MOST_SPLITS)
    work = wish.splits * (TRAINING + RATES) + PLANE
    done = 0.0

    def part(size: float) -> Callable[[float], object]:
        nonlocal done
        begin, done = done, done + size
        return lambda share: progress(min(1.0, (begin + share * size) / work))

    trainings = []
    for split in range(wish.splits):
        training = train(
            wish.optimizers, wish.epochs, wish.batch, wish.seed, split, part(TRAINING), stop
        )
        trainings.append(without_ways(training) if split else training)
    plane = plane_of(trainings[0], part(PLANE), stop)
    rates = compare_rates(
        wish.epochs, wish.batch, wish.seed, wish.splits, part(wish.splits * RATES), stop
    )
    return Study(wish, tuple(trainings), plane, rates)


def without_ways(training: Training) -> Training:
    """The same with the last weights only: all records are megabytes."""
    runs = tuple(replace(run, weights=run.weights[-1:]) for run in training)
    return replace(training, runs=runs, recorded=training.recorded[-1:])


def final(runs: list[Run]) -> float:
    """The mean accuracy after the last epoch; runs that diverged count as 0."""
    return float(np.mean([np.nan_to_num(run.accuracy[-1]) for run in runs]))
