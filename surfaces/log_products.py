"""Sums of log(1 + e) over samples, with one logarithm for 16 of them.

sum(log(1 + e_i)) = log(product(1 + e_i)). Kept as 1 + q, a product has all digits of q however
small that is, because (1 + a)(1 + b) = 1 + (a + b + a b) has no difference of anything: q has a
relative error of some units in the last place, and log1p(q) has as well.
"""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

FOLDS = 4  # halvings: 2^4 factors in a product


def mean_softplus(p: Array) -> Array:
    """(...) the mean of log(1 + exp(p)) over the last axis of p (..., samples).

    Nothing overflows: sums of which a product did are computed again, with other products.
    """
    with np.errstate(over="ignore", invalid="ignore"):
        total = sum_of_logarithms(np.exp(p))
    finite = np.isfinite(total)
    if not finite.all():
        total = np.where(finite, total, sum_softplus(p))
    return np.asarray(total / p.shape[-1])


def sum_softplus(p: Array) -> Array:
    """(...) the sum where products overflow: log(1 + e^p) is max(p, 0) + log(1 + e^-abs(p))."""
    above = np.sum(np.maximum(p, 0.0), axis=-1)
    return np.asarray(above + sum_of_logarithms(np.exp(-np.abs(p))))


def sum_of_logarithms(e: Array) -> Array:
    """(...) the sum of log(1 + e) over the last axis of e (..., samples), which is overwritten.

    Halves are laid upon each other; where their number is odd, one sample stays as it is.
    """
    for _ in range(FOLDS):
        half = e.shape[-1] // 2
        first, second = e[..., :half], e[..., e.shape[-1] - half :]
        more = first + 1.0
        more *= second
        first += more
        e = e[..., : e.shape[-1] - half]
    return np.asarray(np.sum(np.log1p(e), axis=-1))
