"""Jumping minimum: the two weights follow a swarm of points that halfway is somewhere else.

The loss of a weight w and a point p is log(1 + |w - p|^2), the robust fit of a place to points
(Cauchy's distribution): a far point pulls, but no harder than a near one. The first steps see
points of the first swarm, five at a time, the later ones points of the second, which is the first
mirrored at the origin.

The picture is the mean over all points. It has two basins, one for each swarm, though at any time
only one of them is there: the left one until the jump, from then on the right one. Its minima lie
a little towards each other, since each is drawn by the other swarm too; `TARGETS` are where a stage
alone has its minimum.
"""

from functools import cache, partial

import autograd.numpy as np

from surfaces.minibatches import Indices, Minibatches
from surfaces.stages import Stages
from surfaces.surface import Array, Surface

COUNT = 200  # points in a swarm
RADIUS = 0.8
CENTRE = (-3.0, -1.5)  # of the first swarm
POINTS_SEED = 0
LASTS = 200  # steps until the minimum jumps


@cache
def swarm(stage: int) -> Array:
    """(200, 2) the points that a stage shows, evenly over a square round its centre."""
    draws = np.random.Generator(np.random.PCG64(POINTS_SEED)).random((COUNT, 2))
    points: Array = np.asarray(CENTRE) + RADIUS * (2 * draws - 1)
    mirrored: Array = -points
    return mirrored if stage else points


def away(w1: Array, w2: Array, points: Array) -> tuple[Array, Array]:
    """From every point to every weight, along each axis, (..., points)."""
    return w1[..., None] - points[..., 0], w2[..., None] - points[..., 1]


def mean_loss(w1: Array, w2: Array, points: Array) -> Array:
    """Mean over these points of log(1 + |w - p|^2)."""
    dx, dy = away(w1, w2, points)
    mean: Array = np.mean(np.log1p(dx * dx + dy * dy), axis=-1)
    return mean


def mean_gradient(w1: Array, w2: Array, points: Array) -> tuple[Array, Array]:
    """Its derivative: mean(2 (w - p) / (1 + |w - p|^2))."""
    dx, dy = away(w1, w2, points)
    pull = 2 / (1 + dx * dx + dy * dy)
    return np.mean(pull * dx, axis=-1), np.mean(pull * dy, axis=-1)


def every_point() -> Array:
    """(400, 2) the points of both swarms."""
    both: Array = np.concatenate([swarm(0), swarm(1)])
    return both


def loss(w1: Array, w2: Array) -> Array:
    """Mean over the points of both swarms."""
    return mean_loss(w1, w2, every_point())


def gradient(w1: Array, w2: Array) -> tuple[Array, Array]:
    """The same, differentiated by hand."""
    return mean_gradient(w1, w2, every_point())


def stage_loss(stage: int, w1: Array, w2: Array, chosen: Indices) -> Array:
    """Mean over the chosen points of a stage."""
    return mean_loss(w1, w2, swarm(stage)[chosen])


def stage_gradient(stage: int, w1: Array, w2: Array, chosen: Indices) -> tuple[Array, Array]:
    """The gradient over the chosen points of a stage."""
    return mean_gradient(w1, w2, swarm(stage)[chosen])


def stage_labels(stage: int) -> Array:
    """(COUNT,) the number of the stage, for every point."""
    labels: Array = np.full(COUNT, stage, dtype=float)
    return labels


def part(stage: int) -> Minibatches:
    """What the steps of a stage see."""
    return Minibatches(
        COUNT,
        5,
        partial(stage_gradient, stage),
        partial(swarm, stage),
        partial(stage_labels, stage),
        partial(stage_loss, stage),
        rowwise=True,
    )


# Where each stage alone has its minimum.
TARGETS = ((-2.9164433849, -1.4707475783), (2.9164433849, 1.4707475783))

JUMPING_MINIMUM = Surface(
    name="Jumping minimum",
    loss=loss,
    gradient=gradient,
    stages=Stages((part(0), part(1)), LASTS),
    xlim=(-5.0, 5.0),
    ylim=(-4.0, 5.5),
    start=(0.0, 4.5),
    minima=((-2.6595801899, -1.3433893475), (2.6595801899, 1.3433893475)),
    source=(
        "a robust fit (Cauchy's) of a place to points, which come from one swarm in the first 200 "
        "steps and from another afterwards; made for this project"
    ),
    axes=("w1", "w2"),
)
