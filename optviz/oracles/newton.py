"""Steps that divide by curvature: Newton's, Gauss's, and the one that turns away from saddles."""

from abc import abstractmethod
from dataclasses import dataclass
from typing import Any

import numpy as np

from optviz.optimizers import Array, State
from optviz.oracles.oracle import Asking, Hessian, Oracle, of_runs


def solved(hessian: Hessian, g: Array) -> Array:
    """(..., 2) H^-1 g by Cramer's rule; infinite or nan where H is singular."""
    xx, xy, yy = hessian
    size = xx * yy - xy * xy
    dx = (yy * g[..., 0] - xy * g[..., 1]) / size
    dy = (xx * g[..., 1] - xy * g[..., 0]) / size
    return np.stack([dx, dy], axis=-1)


def damped(hessian: Hessian, damping: Any) -> Hessian:
    """H + damping I."""
    xx, xy, yy = hessian
    return xx + damping, xy, yy + damping


def modulus(hessian: Hessian) -> Hessian:
    """|H|: the matrix with the same eigenvectors and the eigenvalues' absolute values.

    With trace t and determinant D: H or -H where D >= 0, else (t H - 2 D I) / sqrt(t^2 - 4 D).
    """
    xx, xy, yy = hessian
    trace, size = xx + yy, xx * yy - xy * xy
    apart = np.sqrt(np.where(size < 0, trace * trace - 4 * size, 1.0))
    sign = np.where(trace < 0, -1.0, 1.0)

    def part(value: Array, shift: Any) -> Array:
        return np.where(size < 0, (trace * value - shift) / apart, sign * value)

    return part(xx, 2 * size), part(xy, 0.0), part(yy, 2 * size)


@dataclass(frozen=True)
class Curved(Asking):
    """A step that divides the gradient by a damped matrix of curvatures."""

    lr: float = 1.0
    damping: float = 0.0

    @abstractmethod
    def curvature(self, x: Array, oracle: Oracle) -> Hessian:
        """The matrix at x: xx, xy and yy, each (...)."""

    def asked(self, x: Array, g: Array, s: State, oracle: Oracle) -> Array:
        s.n = solved(damped(self.curvature(x, oracle), of_runs("damping", self.damping)), g)
        return x - self.lr * s.n


@dataclass(frozen=True)
class Newton(Curved):
    """Newton's method: to where the quadratic with the same value, slope and curvature is flat.

        x <- x - lr n

    n solves (H + damping I) n = g with the Hessian H at x. It runs to saddles and maxima as it does
    to minima. lr below 1 and damping above 0 shorten the step.

    Source: J. Nocedal, S. Wright, Numerical optimization, 2nd edition, 2006, 3.3; damping
    K. Levenberg, Quarterly of Applied Mathematics 2(2), 1944.
    Frameworks: none of torch, optax and Keras has it.
    """

    def curvature(self, x: Array, oracle: Oracle) -> Hessian:
        return oracle.hessian(x)


@dataclass(frozen=True)
class GaussNewton(Curved):
    """Gauss-Newton's method: to where the squares of the linearized residuals are least.

        x <- x - lr n

    For a loss that is the sum of squares of residuals r with the Jacobian J, and so has the
    gradient g = 2 J^T r, n solves (2 J^T J + damping I) n = g: Newton's system without the
    residuals' own curvature. With damping it is Levenberg's.

    Source: J. Nocedal, S. Wright, Numerical optimization, 2nd edition, 2006, 10.3; damping
    K. Levenberg, Quarterly of Applied Mathematics 2(2), 1944.
    Frameworks: none of torch, optax and Keras has it.
    """

    def curvature(self, x: Array, oracle: Oracle) -> Hessian:
        return oracle.gauss_newton(x)


@dataclass(frozen=True)
class SaddleFreeNewton(Curved):
    """Newton's method with the modulus of the Hessian: it leaves a saddle instead of seeking it.

        x <- x - lr n

    n solves (|H| + damping I) n = g, where |H| has the eigenvectors of the Hessian H and the
    absolute values of its eigenvalues.

    Source: Y. Dauphin, R. Pascanu, C. Gulcehre, K. Cho, S. Ganguli, Y. Bengio, Identifying and
    attacking the saddle point problem in high-dimensional non-convex optimization, NeurIPS 2014,
    arXiv:1406.2572.
    Frameworks: none of torch, optax and Keras has it.
    """

    def curvature(self, x: Array, oracle: Oracle) -> Hessian:
        return modulus(oracle.hessian(x))
