"""Wrappers that look at what a rule made of x: decoupled decay, lookahead, averages."""

from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np

from optviz.optimizers import Array, State
from optviz.wrappers.wrapper import Wrapper


@dataclass(frozen=True)
class Decay(Wrapper):
    """x itself decays by the share lr * `shrink` a step: not through the gradient, as `L2` has it.

        x <- STEP - lr shrink x

    Source: I. Loshchilov, F. Hutter, Decoupled weight decay regularization, ICLR 2019.
    Frameworks: torch.optim.AdamW for Adam; optax.add_decayed_weights behind a rule, before its
    learning rate.
    """

    key: ClassVar[str] = "decay"
    needs: ClassVar[str] = "lr"

    shrink: float = 0.01

    def rule(self, x: Array, g: Array, s: State) -> Array:
        lr: Any = vars(self)["lr"]  # of the rule
        after: Array = super().rule(x, g, s) - lr * self.shrink * x
        return after


@dataclass(frozen=True)
class Lookahead(Wrapper):
    """Every so many steps, slow weights go part of the way to where the rule is, and x to them.

        base <- x if t == 1 else slow
        count <- 1 if count == every else count + 1
        fast <- STEP
        slow <- base + pull (fast - base) if count == every else base
        x <- slow if count == every else fast

    Source: M. R. Zhang, J. Lucas, G. Hinton, J. Ba, Lookahead optimizer: k steps forward, 1 step
    back, NeurIPS 2019, Algorithm 1; the rule keeps what it remembers.
    Frameworks: optax.lookahead as here.
    """

    key: ClassVar[str] = "lookahead"
    keeps: ClassVar[tuple[str, ...]] = ("slow", "count")

    every: float = 5.0
    pull: float = 0.5

    def rule(self, x: Array, g: Array, s: State) -> Array:
        s.base = np.where(np.equal(s.t, 1), x, s.slow)
        s.count = np.where(np.equal(s.count, self.every), 1.0, s.count + 1)
        s.fast = super().rule(x, g, s)
        turn = np.equal(s.count, self.every)
        s.slow = np.where(turn, s.base + self.pull * (s.fast - s.base), s.base)
        return np.where(turn, s.slow, s.fast)


@dataclass(frozen=True)
class EMA(Wrapper):
    """Beside the iterates, their average with weights that fall by the share `ema` a step.

        x <- STEP
        average <- x if t == 1 else ema average + (1 - ema) x

    The average changes no step.

    Source: B. T. Polyak, A. B. Juditsky, Acceleration of stochastic approximation by averaging,
    SIAM J. Control and Optimization 30(4), 1992, for averages with equal weights.
    Frameworks: torch.optim.swa_utils.AveragedModel with get_ema_multi_avg_fn.
    """

    key: ClassVar[str] = "ema"
    keeps: ClassVar[tuple[str, ...]] = ("average",)

    ema: float = 0.9

    def rule(self, x: Array, g: Array, s: State) -> Array:
        after = super().rule(x, g, s)
        mean = self.ema * s.average + (1 - self.ema) * after
        s.average = np.where(np.equal(s.t, 1), after, mean)
        return after


@dataclass(frozen=True)
class SWA(Wrapper):
    """Beside the iterates, their plain average from step `since` on.

        x <- STEP
        average <- x if t < since + 2 else average + (x - average) / (t - since)

    The average changes no step.

    Source: P. Izmailov et al., Averaging weights leads to wider optima and better generalization,
    UAI 2018, Algorithm 1.
    Frameworks: torch.optim.swa_utils.AveragedModel, updated after each step from `since` on.
    """

    key: ClassVar[str] = "swa"
    keeps: ClassVar[tuple[str, ...]] = ("average",)

    since: float = 0.0

    def rule(self, x: Array, g: Array, s: State) -> Array:
        after = super().rule(x, g, s)
        many = s.t - self.since
        begun = np.less(many, 2)
        mean = s.average + (after - s.average) / np.where(begun, 1.0, many)
        s.average = np.where(begun, after, mean)
        return after
