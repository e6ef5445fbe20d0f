"""How much the learning rate matters: every rule with every rate, all else equal."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from optviz.optimizers import OPTIMIZERS
from optviz.studies.digits.data import TRAINED, digits
from optviz.studies.digits.softmax import WEIGHTS, accuracy
from optviz.studies.digits.training import descend, tell

Array = NDArray[np.float64]

RATES = (0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0, 30.0, 100.0)


@dataclass(frozen=True, eq=False)
class Rates:
    """Test accuracies after the last epoch.

    Attributes:
        names: (rules,) who.
        rates: (rates,) with which learning rates; all other settings are the defaults.
        accuracy: (splits, rules, rates), 0 to 1; nan where a run diverged.
    """

    names: tuple[str, ...]
    rates: tuple[float, ...]
    accuracy: Array

    def mean(self, name: str) -> Array:
        """(rates,) the mean over splits; 0 where a run diverged."""
        rows = self.accuracy[:, self.names.index(name)]
        return np.asarray(np.nan_to_num(rows).mean(axis=0))

    def at(self, name: str, rate: float) -> float:
        """The mean over splits with one rate."""
        return float(self.mean(name)[self.rates.index(rate)])

    def best(self, name: str) -> tuple[float, float]:
        """The rate with the best mean, and that mean.

        It is picked by the same test digits that judge it, which favours all rules alike.
        """
        mean = self.mean(name)
        return self.rates[int(mean.argmax())], float(mean.max())


def compare_rates(
    epochs: int,
    batch: int,
    seed: int,
    splits: int,
    progress: Callable[[float], object] = lambda share: None,
    stop: Callable[[], bool] = lambda: False,
) -> Rates:
    """Train all seven with all rates on each split; arguments as `train` has them.

    A learning rate may be an array: each rule runs once, on (rates, 650) weights.
    """
    column = np.array(RATES)[:, None]
    optimizers = [kind(lr=column) for kind in OPTIMIZERS.values()]  # type: ignore[call-arg]
    start = np.zeros((len(RATES), WEIGHTS))
    per_epoch = TRAINED // batch
    found = np.empty((splits, len(optimizers), len(RATES)))
    with np.errstate(all="ignore"):
        for split in range(splits):
            data = digits(split)
            moments = descend(data, optimizers, start, epochs, batch, seed)
            for step, (after, _) in enumerate(moments, 1):
                if step % per_epoch == 0:
                    done = split + step / (per_epoch * epochs)
                    tell(done / splits, progress, stop)
                x = after
            found[split] = accuracy(x, data.test_pixels, data.test_labels)
    return Rates(tuple(kind.__name__ for kind in OPTIMIZERS.values()), RATES, found)
