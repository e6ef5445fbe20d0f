"""Losses of models with two weights, each a mean over samples.

A sample has two columns a and b; its prediction is p = w1 a + w2 b. Shapes: weights of any one
shape (...), rows of samples (samples, 3): a, b and the target y.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar

import autograd.numpy as np

from surfaces.data.design import Design
from surfaces.in_blocks import in_blocks
from surfaces.logistic import loss_of_all, mean_gradient, mean_loss, share_right, signed
from surfaces.minibatches import Fit, Indices
from surfaces.surface import Array


@dataclass(frozen=True, eq=False)
class Model:
    """A loss of data: what a `Surface` and its minibatches ask for.

    Attributes:
        design: the data.
        rows: (samples, 2 or 3) what the loss knows of each sample.
    """

    design: Design
    rows: Array
    title: ClassVar[str]
    formula: ClassVar[str]
    convex: ClassVar[bool] = True

    def of(self, w1: Array, w2: Array, rows: Array) -> Array:
        """The mean loss over rows."""
        raise NotImplementedError

    def slope_of(self, w1: Array, w2: Array, rows: Array) -> tuple[Array, Array]:
        """Its derivative."""
        raise NotImplementedError

    def curvatures(self, weights: Array) -> Array:
        """(samples,) the second derivative of each sample's loss by its prediction."""
        raise NotImplementedError

    def loss(self, w1: Array, w2: Array) -> Array:
        """Mean over all samples."""
        found: Array = in_blocks(lambda x, y: self.of(x, y, self.rows), w1, w2, len(self.rows))
        return found

    def gradient(self, w1: Array, w2: Array) -> tuple[Array, Array]:
        """Its derivative, in closed form."""
        found: Any = in_blocks(lambda x, y: self.slope_of(x, y, self.rows), w1, w2, len(self.rows))
        return found[0], found[1]

    def batch_loss(self, w1: Array, w2: Array, chosen: Indices) -> Array:
        """Mean over the chosen samples."""
        return self.of(w1, w2, self.rows[chosen])

    def batch_gradient(self, w1: Array, w2: Array, chosen: Indices) -> tuple[Array, Array]:
        """Its derivative."""
        return self.slope_of(w1, w2, self.rows[chosen])

    def hessian(self, weights: Array) -> Array:
        """(2, 2) the second derivatives of the mean loss at weights (2,): mean(c x x^T)."""
        columns = self.design.columns
        weighted = self.curvatures(weights)[:, None] * columns
        found: Array = weighted.T @ columns / len(columns)
        return found

    def points(self) -> Array:
        """(samples, 2) the columns; with an intercept the one column and the target."""
        columns, targets = self.design.columns, self.design.targets
        return np.column_stack([columns[:, 0], targets]) if self.design.has_intercept else columns

    def labels(self) -> Array:
        """(samples,) the classes, 0 or 1; all 0 where there are none."""
        return 0 * self.design.targets

    def fit(self) -> Fit | None:
        """What weights draw through the points; two columns and a target have no plane."""
        return Fit("line", ("x", "y"), ()) if self.design.has_intercept else None


def predictions(w1: Array, w2: Array, rows: Array) -> Array:
    """(..., samples) p."""
    found: Array = w1[..., None] * rows[..., 0] + w2[..., None] * rows[..., 1]
    return found


def residuals(w1: Array, w2: Array, rows: Array) -> Array:
    """(..., samples) p - y."""
    return predictions(w1, w2, rows) - rows[..., 2]


@dataclass(frozen=True, eq=False)
class LeastSquares(Model):
    """mean((p - y)^2) / 2."""

    title: ClassVar[str] = "Least squares"
    formula: ClassVar[str] = "mean((w . x - y)^2) / 2"

    def of(self, w1: Array, w2: Array, rows: Array) -> Array:
        """The mean loss over rows."""
        off = residuals(w1, w2, rows)
        mean: Array = np.mean(off * off, axis=-1) / 2
        return mean

    def slope_of(self, w1: Array, w2: Array, rows: Array) -> tuple[Array, Array]:
        """mean((p - y) x)."""
        off = residuals(w1, w2, rows)
        return np.mean(off * rows[..., 0], axis=-1), np.mean(off * rows[..., 1], axis=-1)

    def curvatures(self, weights: Array) -> Array:
        """1 for each sample."""
        return 0 * self.design.targets + 1

    @cached_property
    def short(self) -> Array:
        """(at most 3, 3) rows with the same mean loss, by a QR factorization.

        mean((A w - y)^2) = (n' / n) mean((R w - z)^2), n' being the rows of (R, z) = R of (A, y).
        """
        reduced = np.linalg.qr(self.rows, mode="r")
        found: Array = reduced * np.sqrt(len(reduced) / len(self.rows))
        return found

    def loss(self, w1: Array, w2: Array) -> Array:
        """Mean over all samples, of whose number the time does not depend."""
        return self.of(w1, w2, self.short)

    def gradient(self, w1: Array, w2: Array) -> tuple[Array, Array]:
        """Its derivative."""
        return self.slope_of(w1, w2, self.short)


@dataclass(frozen=True, eq=False)
class Huber(Model):
    """mean(h(p - y)), h(r) = r^2 / 2 up to delta and delta (abs(r) - delta / 2) beyond.

    Source: P. Huber, Robust estimation of a location parameter, Ann. Math. Statist. 35(1), 1964.
    """

    delta: float = 1.0
    title: ClassVar[str] = "Huber loss"
    formula: ClassVar[str] = "mean(huber(w . x - y)), P. Huber 1964"

    def of(self, w1: Array, w2: Array, rows: Array) -> Array:
        """The mean loss over rows."""
        size = np.abs(residuals(w1, w2, rows))
        near = np.minimum(size, self.delta)
        mean: Array = np.mean(near * near / 2 + self.delta * (size - near), axis=-1)
        return mean

    def slope_of(self, w1: Array, w2: Array, rows: Array) -> tuple[Array, Array]:
        """mean(r x), r being within delta on both sides."""
        off = residuals(w1, w2, rows)
        off = np.minimum(np.maximum(off, -self.delta), self.delta)
        return np.mean(off * rows[..., 0], axis=-1), np.mean(off * rows[..., 1], axis=-1)

    def curvatures(self, weights: Array) -> Array:
        """1 within delta, 0 beyond."""
        inside: Array = np.abs(self.rows[:, :2] @ weights - self.rows[:, 2]) <= self.delta
        return inside.astype(float)


@dataclass(frozen=True, eq=False)
class Softplus(Model):
    """mean((softplus(p) - y)^2) / 2, softplus(p) = log(1 + exp(p)): one neuron of a network.

    It is not convex: there may be no minimum, or several.

    Source: C. Dugas, Y. Bengio, F. Belisle, C. Nadeau, R. Garcia, Incorporating second-order
    functional knowledge for better option pricing, NeurIPS 2000, section 2.
    """

    title: ClassVar[str] = "Softplus regression"
    formula: ClassVar[str] = "mean((softplus(w . x) - y)^2) / 2"
    convex: ClassVar[bool] = False

    def of(self, w1: Array, w2: Array, rows: Array) -> Array:
        """The mean loss over rows."""
        off = np.logaddexp(0.0, predictions(w1, w2, rows)) - rows[..., 2]
        mean: Array = np.mean(off * off, axis=-1) / 2
        return mean

    def slope_of(self, w1: Array, w2: Array, rows: Array) -> tuple[Array, Array]:
        """mean((softplus(p) - y) sigmoid(p) x)."""
        p = predictions(w1, w2, rows)
        slope = (np.logaddexp(0.0, p) - rows[..., 2]) * np.exp(-np.logaddexp(0.0, -p))
        return np.mean(slope * rows[..., 0], axis=-1), np.mean(slope * rows[..., 1], axis=-1)

    def curvatures(self, weights: Array) -> Array:
        """Q^2 + (softplus(p) - y) q (1 - q), q = sigmoid(p)."""
        p = self.rows[:, :2] @ weights
        q = np.exp(-np.logaddexp(0.0, -p))
        found: Array = q * q + (np.logaddexp(0.0, p) - self.rows[:, 2]) * q * (1 - q)
        return found

    def fit(self) -> Fit | None:
        """The curve through samples of one column."""
        return Fit("softplus", ("x", "y"), ()) if self.design.has_intercept else None


@dataclass(frozen=True, eq=False)
class Logistic(Model):
    """mean(log(1 + exp(-s p))), s = 1 for the second class and -1 for the first; rows are s x."""

    title: ClassVar[str] = "Logistic regression"
    formula: ClassVar[str] = "mean(log(1 + exp(-s w . x))), s = 1 or -1"

    def of(self, w1: Array, w2: Array, rows: Array) -> Array:
        """The mean loss over rows."""
        return mean_loss(w1, w2, rows)

    def slope_of(self, w1: Array, w2: Array, rows: Array) -> tuple[Array, Array]:
        """Its derivative."""
        return mean_gradient(w1, w2, rows)

    def loss(self, w1: Array, w2: Array) -> Array:
        """Mean over all samples."""
        return loss_of_all(w1, w2, self.rows)

    def curvatures(self, weights: Array) -> Array:
        """Q (1 - q), q = sigmoid(s p)."""
        margin = self.rows @ weights
        found: Array = np.exp(-np.logaddexp(0, margin) - np.logaddexp(0, -margin))
        return found

    def accuracy(self, w1: Array, w2: Array) -> Array:
        """Share of samples on the right side."""
        return share_right(w1, w2, self.rows)

    def labels(self) -> Array:
        """The classes."""
        return self.design.targets

    def fit(self) -> Fit:
        """The line that parts the classes, or the chance of label 1."""
        return Fit("chance", ("x", "label")) if self.design.has_intercept else Fit()


def logistic_model(design: Design) -> Logistic:
    """The model of labels, which are 0 and 1 in the design."""
    return Logistic(design, signed(design.columns, design.targets))


def with_targets(design: Design) -> Array:
    """(samples, 3) columns and targets."""
    rows: Array = np.column_stack([design.columns, design.targets])
    return rows
