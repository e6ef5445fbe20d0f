"""The minimum of a model: by linear algebra, by Newton's method, or none at all."""

import numpy as np

from surfaces.data.models import Huber, Logistic, Model, Softplus
from surfaces.surface import Array

LEAST = 0.05  # of the mean size of targets: below it softplus has hardly a slope
ROUNDS = 200  # at most, of Newton's method
SLOPE = 1e-13  # relative: a slope that is as good as 0
ROUNDED = 1e-10  # relative: a slope at which rounding may have ended the way
SHARE = 1e-12  # of the larger curvature: a smaller one is none


def minimum_of(model: Model) -> Array | None:
    """(2,) the weights of the only minimum; None where there is none, or more than one.

    Of a loss that is not convex, one that is near. Least squares by numpy's lstsq; the others by
    Newton's method with halved steps, from the least squares' weights or, logistic regression,
    from 0.
    """
    begin: Array = np.zeros(2)
    if isinstance(model, Logistic):
        if separable(model.rows):
            return None
    else:
        targets = model.design.targets
        if isinstance(model, Softplus):
            targets = before_softplus(targets)
        found = np.linalg.lstsq(model.design.columns, targets, rcond=None)
        begin = np.asarray(found[0], dtype=float)
        if not isinstance(model, Huber | Softplus):
            return begin if sharp(model.hessian(begin)) else None
    return newton(model, begin)


def before_softplus(targets: Array) -> Array:
    """(samples,) p with softplus(p) = y, of targets y far below the others' size as of larger ones.

    p = y + log(1 - exp(-y)).
    """
    least = LEAST * float(np.abs(targets).mean()) or LEAST
    y = np.maximum(targets, least)
    found: Array = y + np.log(-np.expm1(-y))
    return found


def separable(rows: Array) -> bool:
    """Whether a line has all signed samples on its right side or on itself.

    Then the loss falls for ever along its normal. In the plane that is so if the directions of the
    samples leave a gap of half a turn.
    """
    rows = rows[(rows != 0).any(axis=1)]
    angles = np.sort(np.arctan2(rows[:, 1], rows[:, 0]))
    if not len(angles):
        return True
    gaps = np.diff([*angles, angles[0] + 2 * np.pi])
    return bool(gaps.max() >= np.pi - 1e-12)


def newton(model: Model, weights: Array) -> Array | None:
    """The minimum by Newton's method; None where it does not get there, or it is not sharp."""
    size = float(np.abs(model.rows).max()) or 1.0
    for _ in range(ROUNDS):
        slope = np.array([float(each) for each in model.gradient(*map(np.asarray, weights))])
        hessian = model.hessian(weights)
        if np.abs(slope).max() <= SLOPE * size:
            return weights if sharp(hessian) else None
        damping = 0.0 if sharp(hessian) else 1e-3 * float(np.trace(hessian) or size * size)
        step = np.linalg.solve(hessian + damping * np.eye(2), slope)
        here, length = float(model.loss(*map(np.asarray, weights))), 1.0
        while length > 1e-9:
            there = float(model.loss(*map(np.asarray, weights - length * step)))
            if there <= here:
                break
            length /= 2
        weights = weights - length * step
    return weights if np.abs(slope).max() <= ROUNDED * size and sharp(hessian) else None


def sharp(hessian: Array) -> bool:
    """Whether the loss curves up in all directions."""
    low, high = np.linalg.eigvalsh(hessian)
    return bool(low > SHARE * high > 0)


def condition_of(model: Model, weights: Array) -> float:
    """The largest curvature over the smallest at these weights."""
    low, high = np.linalg.eigvalsh(model.hessian(weights))
    return float(high / low)
