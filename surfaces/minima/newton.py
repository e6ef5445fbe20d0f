"""Newton's method from many points at once, and which of them it proves to be minima."""

import numpy as np

from surfaces.minima.picture import EPSILON, SAFETY, Array, Flags, Picture

STEPS = 40
WIDTH = 1e-6  # of the differences of the gradient
LONGEST = 0.1  # step
ARRIVED = 1e-11  # a step so short is the last one
STUCK = 1e9  # damping with which a point is given up
SHORT = 1e-7  # the next step at a minimum at most
STIFFEST = 1e-8  # least curvature of a minimum as a share of the largest
OFFSETS = np.array([[0, 0], [1, 0], [-1, 0], [0, 1], [0, -1]]) * WIDTH


def newton(picture: Picture, points: Array, longest: float = LONGEST) -> tuple[Array, Flags]:
    """Damped Newton steps that only go down: damped more after each failure, less after success.

    Where the loss is level to its last digits, a step counts as down if the gradient falls: so a
    minimum is found to all digits even under a large constant.

    Returns:
        (n, 2) where they end, and (n,) whether that is a minimum: the next step would be short, and
        the curvature is positive in all directions.
    """
    points, here = points.copy(), picture.height(points)
    proven = np.zeros(len(points), dtype=bool)
    active = np.arange(len(points))
    damping = np.full(len(points), 1e-4)
    for _ in range(STEPS):
        if not len(active):
            break
        gradient, values, vectors = curvature(picture, points[active])
        step = step_of(gradient, values, vectors, damping[active], longest)
        proven[active] = is_minimum(gradient, values, vectors)
        tried = points[active] + step
        there = picture.height(tried)
        length = np.abs(step).max(axis=-1)
        better = there < here[active]
        level = ~better & (there <= here[active] + SAFETY * EPSILON * np.abs(here[active]))
        if level.any():
            steep = np.linalg.norm(picture.slope(tried[level]), axis=-1)
            better[level] = steep < np.linalg.norm(gradient[level], axis=-1)
        moved = active[better]
        points[moved], here[moved] = tried[better], there[better]
        damping[active] = np.where(better, damping[active] / 10, damping[active] * 8)
        inside = ((points[active] > 0) & (points[active] < 1)).all(axis=-1)
        going = np.isfinite(length) & (length > ARRIVED) & (damping[active] < STUCK) & inside
        active = active[going]
    return points, proven


def curvature(picture: Picture, points: Array) -> tuple[Array, Array, Array]:
    """(n, 2) gradients, (n, 2) eigenvalues and (n, 2, 2) eigenvectors of the second derivatives."""
    slopes = picture.slope(points[:, None] + OFFSETS)
    matrix = np.stack([slopes[:, 1] - slopes[:, 2], slopes[:, 3] - slopes[:, 4]], axis=-1) / (
        2 * WIDTH
    )
    matrix = np.nan_to_num((matrix + matrix.swapaxes(-1, -2)) / 2, posinf=0, neginf=0)
    values, vectors = np.linalg.eigh(matrix)
    return slopes[:, 0], values, vectors


def step_of(
    gradient: Array, values: Array, vectors: Array, damping: Array, longest: float
) -> Array:
    """(n, 2) the damped steps. Up a ridge the size of the curvature turns Newton's step round."""
    along = np.einsum("nji,nj->ni", vectors, gradient)
    sizes = np.abs(values) + damping[:, None] * np.abs(values).max(axis=-1, keepdims=True)
    step = -np.einsum("nij,nj->ni", vectors, along / np.where(sizes > 0, sizes, np.inf))
    return np.asarray(step / np.maximum(1, np.linalg.norm(step, axis=-1, keepdims=True) / longest))


def is_minimum(gradient: Array, values: Array, vectors: Array) -> Flags:
    """(n,) whether the loss curves up in all directions and Newton's next step is short."""
    bowl = values[:, 0] > STIFFEST * np.abs(values[:, 1])
    along = np.einsum("nji,nj->ni", vectors, gradient)
    step = np.abs(along / np.where(values != 0, values, np.inf)).max(axis=-1)
    return np.asarray(bowl & (step < SHORT))
