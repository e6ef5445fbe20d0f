"""How sharp a quadratic may be before a rule's steps on it grow: what is known of each rule.

On a quadratic with Hessian H every eigenvector goes its own way. With sharpness the largest
eigenvalue of H, or where a rule has a step size for each coordinate, D = diag(rates), that of
D^(1/2) H D^(1/2), which has the eigenvalues of D H, steps die out if 0 < eigenvalue < limit for
all, and grow if one is outside. The limits are where a root of the recursion leaves the unit circle
at -1, with h the eigenvalue and a = 1 - lr h:

    gradient descent       z = a                            lr h < 2
    heavy ball             z^2 - (a + mu) z + mu = 0        lr h < 2 (1 + mu)
    Nesterov's             z^2 - (1 + mu) a z + mu a = 0    lr h < 2 (1 + mu) / (1 + 2 mu)
    scaled by D            z = 1 - h                        h < 2
    and m a running mean   z^2 - (1 + beta1 - (1 - beta1) h) z + beta1 = 0
                                                            h < 2 (1 + beta1) / (1 - beta1)

Where the rates change from step to step, this is said of the rule with this step's rates held.
Minibatches, decay of x, schedules and signs obey other laws: those rules have no limit here.

Source: B. T. Polyak, USSR Computational Mathematics and Mathematical Physics 4(5), 1964, for the
heavy ball; J. Cohen, S. Kaur, Y. Li, J. Z. Kolter, A. Talwalkar, Gradient descent on neural
networks typically occurs at the edge of stability, ICLR 2021, arXiv:2103.00065, for both momenta;
J. Cohen and others, Adaptive gradient methods at the edge of stability, arXiv:2207.14484, 2022, for
D and Adam.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from optviz.optimizers import (
    NAG,
    SGD,
    AdaDelta,
    AdaGrad,
    Adam,
    Momentum,
    Optimizer,
    RMSProp,
    State,
)
from optviz.variants import (
    AdaBelief,
    AdaGradInitial,
    AdaMax,
    AdamEpsHat,
    AdamUncorrected,
    AMSGrad,
    NAGLookAhead,
    RMSPropEpsInside,
)


@dataclass(frozen=True)
class Limit:
    """The sharpness above which steps grow.

    Attributes:
        words: its formula, in the symbols of hyper-parameters.
        value: optimizer -> the limit.
        rates: (optimizer, state after the step) -> (..., 2) D, by which the Hessian is scaled
            before it is compared; None where the Hessian itself is.
    """

    words: str
    value: Callable[[Any], Any]
    rates: Callable[[Any, State], Any] | None = None


DESCENT = Limit("2 / lr", lambda own: 2 / own.lr)
HEAVY_BALL = Limit("2 (1 + μ) / lr", lambda own: 2 * (1 + own.mu) / own.lr)
NESTEROV = Limit(
    "2 (1 + μ) / ((1 + 2μ) lr)", lambda own: 2 * (1 + own.mu) / ((1 + 2 * own.mu) * own.lr)
)


def scaled(rates: Callable[[Any, State], Any]) -> Limit:
    """That of rules that multiply the gradient by rates."""
    return Limit("2", lambda own: 2.0, rates)


def averaged(rates: Callable[[Any, State], Any]) -> Limit:
    """That of rules that multiply a running mean of gradients by rates."""
    return Limit("2 (1 + β₁) / (1 - β₁)", lambda own: 2 * (1 + own.beta1) / (1 - own.beta1), rates)


SCALED = scaled(lambda own, s: s.rate)
AVERAGED = averaged(lambda own, s: s.rate)
CORRECTED = averaged(lambda own, s: s.rate / (1 - np.power(own.beta1, s.t)))

LIMITS: dict[type[Optimizer], Limit] = {
    SGD: DESCENT,
    Momentum: HEAVY_BALL,
    NAG: NESTEROV,
    NAGLookAhead: NESTEROV,
    AdaGrad: SCALED,
    AdaGradInitial: SCALED,
    RMSProp: SCALED,
    RMSPropEpsInside: SCALED,
    AdaDelta: scaled(lambda own, s: own.lr * s.rate),
    Adam: CORRECTED,
    AMSGrad: CORRECTED,
    AdaMax: CORRECTED,
    AdaBelief: CORRECTED,
    AdamEpsHat: AVERAGED,
    AdamUncorrected: AVERAGED,
}
