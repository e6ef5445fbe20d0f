"""Train the classifier by several optimizers at once, on the same minibatches in the same order."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from optviz.entrants import Entrant, Entrants
from optviz.entrants import entrants as entrants_of
from optviz.optimizers import NAG, SGD, AdaDelta, AdaGrad, Adam, Momentum, Optimizer, RMSProp, State
from optviz.race import whole
from optviz.stepping import prepared
from optviz.studies.digits.data import TRAINED, Digits, digits
from optviz.studies.digits.softmax import WEIGHTS, accuracy, gradient, loss

Array = NDArray[np.float64]

# Who trains: SGD with the two learning rates of the story, the others with rates at which they
# are usually tried; AdaDelta has none of its own.
FIELD: tuple[Optimizer, ...] = (
    SGD(lr=0.01),
    SGD(lr=1.0),
    Momentum(lr=0.1, mu=0.9),
    NAG(lr=0.1, mu=0.9),
    AdaGrad(lr=0.1),
    AdaDelta(lr=1.0, rho=0.9),
    RMSProp(lr=0.01, rho=0.99),
    Adam(lr=0.01),
)
EPOCHS, BATCH = 20, 64
MOST_EPOCHS = 200
RECORDS = 7  # times an epoch that the weights are written down


class Stopped(Exception):  # noqa: N818 - it is no error
    """Training was asked to stop, and has stopped."""


@dataclass(frozen=True, eq=False)
class Run:
    """What one optimizer did; nan from the step on that was not finite any more.

    Attributes:
        entrant: the optimizer with its settings, under its name.
        accuracy: (epochs + 1,) share of test digits told right; entry 0 is before the first step.
        loss: (epochs + 1,) over all training digits, in nats.
        weights: (records, 650) at the training's `recorded` steps.
        diverged: the first step after which weights, memory or loss were not finite, or None.
    """

    entrant: Entrant
    accuracy: Array
    loss: Array
    weights: Array
    diverged: int | None

    @property
    def optimizer(self) -> Optimizer:
        """The entrant's rule with its settings."""
        return self.entrant.optimizer

    def reaches(self, share: float) -> float:
        """The first epoch at whose end this share is classified correctly; infinity for never."""
        there = np.flatnonzero(self.accuracy >= share)
        return float(there[0]) if len(there) else np.inf


@dataclass(frozen=True, eq=False)
class Training:
    """The runs of all entries under the same conditions; iterates over the runs.

    Attributes:
        runs: one for each optimizer, in the order given.
        epochs, batch, seed, split: the conditions; see `train`.
        recorded: (records,) the steps at which weights were written down, from 0.
    """

    runs: tuple[Run, ...]
    epochs: int
    batch: int
    seed: int
    split: int
    recorded: NDArray[np.intp]

    def __iter__(self) -> Iterator[Run]:
        return iter(self.runs)

    def __len__(self) -> int:
        return len(self.runs)

    @property
    def names(self) -> list[str]:
        """The names of the runs."""
        return [run.entrant.name for run in self.runs]


def train(
    optimizers: Entrants = FIELD,
    epochs: int = EPOCHS,
    batch: int = BATCH,
    seed: int = 0,
    split: int = 0,
    progress: Callable[[float], object] = lambda share: None,
    stop: Callable[[], bool] = lambda: False,
) -> Training:
    """Train from weights that are all 0.

    Args:
        optimizers: as `race` takes them; a rule may come several times.
        epochs: how often every training digit is seen.
        batch: digits a step. What an epoch leaves over, being less than that, sits it out.
        seed: of the order of the minibatches, which is the same for every optimizer.
        split: which digits train and which test; see `digits`.
        progress: told the share that is done, 0 to 1, after every epoch.
        stop: asked after every epoch.

    Raises:
        ValueError: something is out of range; the sentence says what is possible.
        RuleFailed: a user's rule raised, or returned what is no step.
        Stopped: `stop` said so.
    """
    entrants = entrants_of(optimizers)
    start = np.zeros(WEIGHTS)
    rules = [prepared(each.optimizer, start.shape) for each in entrants]
    check(epochs, batch, seed)
    data = digits(split)
    per_epoch = TRAINED // batch
    steps = epochs * per_epoch
    recorded = np.unique(np.linspace(0, steps, 1 + epochs * min(RECORDS, per_epoch)).astype(int))
    place = {int(step): k for k, step in enumerate(recorded)}
    many = len(rules)
    weights = np.full((many, len(recorded), WEIGHTS), np.nan)
    share, cost = np.full((2, many, epochs + 1), np.nan)
    weights[:, 0] = start
    share[:, 0], cost[:, 0] = judged(start, data)
    last = np.full(many, steps)
    with np.errstate(all="ignore"):
        moments = descend(data, rules, start, epochs, batch, seed)
        for step, (x, states) in enumerate(moments, 1):
            fine = (last == steps) & finite(x, rules, states)
            if step in place:
                weights[fine, place[step]] = x[fine]
            epoch, rest = divmod(step, per_epoch)
            if rest == 0:
                share[:, epoch], cost[:, epoch] = judged(x, data)
                fine &= np.isfinite(cost[:, epoch])
                share[~fine, epoch] = cost[~fine, epoch] = np.nan
                tell(epoch / epochs, progress, stop)
            last[~fine & (last == steps)] = step - 1
    runs = tuple(
        Run(each, share[k], cost[k], weights[k], None if last[k] == steps else int(last[k]) + 1)
        for k, each in enumerate(entrants)
    )
    return Training(runs, epochs, batch, seed, split, recorded)


def descend(
    data: Digits,
    optimizers: Sequence[Optimizer],
    start: Array,
    epochs: int,
    batch: int,
    seed: int,
) -> Iterator[tuple[Array, list[State]]]:
    """Step all optimizers together through `lookahead` and `step`, as on two weights.

    Args:
        data: what is learnt.
        optimizers: their hyper-parameters may be arrays that broadcast against `start`.
        start: (..., 650).
        epochs: as `train` has them.
        batch: likewise.
        seed: likewise.

    Yields:
        After each step the weights, (optimizers, ..., 650), and each optimizer's state.
    """
    x = np.tile(start, (len(optimizers), *[1] * start.ndim))
    states = [each.init(start) for each in optimizers]
    per_epoch = len(data.labels) // batch
    for epoch in range(epochs):
        order = np.random.default_rng([seed, epoch]).permutation(len(data.labels))
        for chosen in order[: per_epoch * batch].reshape(per_epoch, batch):
            look = np.stack(
                [each.lookahead(*at) for each, *at in zip(optimizers, x, states, strict=True)]
            )
            grad = gradient(look, data.pixels[chosen], data.labels[chosen])
            stepped = [
                each.step(*at) for each, *at in zip(optimizers, x, grad, states, strict=True)
            ]
            x = np.stack([after for after, _ in stepped])
            states = [state for _, state in stepped]
            yield x, states


def judged(x: Array, data: Digits) -> tuple[Array, Array]:
    """Share of the test digits classified correctly, and loss over the training digits."""
    return (
        accuracy(x, data.test_pixels, data.test_labels),
        loss(x, data.pixels, data.labels),
    )


def finite(x: Array, optimizers: Sequence[Optimizer], states: Sequence[State]) -> NDArray[np.bool_]:
    """(optimizers,) whether all weights and memory are finite."""
    return np.array(
        [
            all(np.isfinite(part).all() for part in (at, *(getattr(s, name) for name in o.memory)))
            for at, o, s in zip(x, optimizers, states, strict=True)
        ]
    )


def tell(share: float, progress: Callable[[float], object], stop: Callable[[], bool]) -> None:
    """Report the share that is done, and raise Stopped if it is to stop."""
    if stop():
        raise Stopped
    progress(share)


def check(epochs: int, batch: int, seed: int) -> None:
    """Raise ValueError, with a sentence, where one of them is out of range."""
    whole("epochs", epochs, 1, MOST_EPOCHS)
    whole("batch", batch, 1, TRAINED)
    whole("seed", seed, 0, 2**32 - 1)
