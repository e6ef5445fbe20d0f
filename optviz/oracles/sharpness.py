"""Sharpness-aware minimization: the gradient from where the loss near x is highest."""

from dataclasses import dataclass

import numpy as np

from optviz.optimizers import Array, State
from optviz.oracles.oracle import Asking, Oracle, inner


@dataclass(frozen=True)
class SAM(Asking):
    """Gradient descent with the gradient of a point uphill, so that it prefers flat minima.

        x_hat <- x + e
        x <- x - lr g_hat

    e is radius g / |g|, 0 where g is 0; the second line has the gradient of where the first leads.

    Source: P. Foret, A. Kleiner, H. Mobahi, B. Neyshabur, Sharpness-aware minimization for
    efficiently improving generalization, ICLR 2021, arXiv:2010.01412, Algorithm 1.
    Frameworks: optax.contrib.sam, as here with SGD around it; torch and Keras have none.
    """

    lr: float = 1e-3
    radius: float = 0.05

    def asked(self, x: Array, g: Array, s: State, oracle: Oracle) -> Array:
        size = np.sqrt(inner(g, g))[..., np.newaxis]
        s.e = np.where(size > 0, self.radius * g / np.where(size > 0, size, 1.0), 0.0)
        s.x_hat = x + s.e
        s.g_hat = oracle.gradient(s.x_hat)
        return x - self.lr * s.g_hat
