"""Logistic regression on noisy moons: the picture is the loss over all samples, a step sees few.

The samples are scikit-learn's
`make_moons`; its seed is one whose minimum, (1.41, -3.27), and accuracies, 14 % at the start and
85 % at the minimum, lie where Alec Radford's animation of 2014 has them.
"""

from functools import cache

from surfaces.logistic import (
    gradient_of_all,
    loss_of_all,
    mean_gradient,
    mean_loss,
    share_right,
    signed,
)
from surfaces.minibatches import Indices, Minibatches
from surfaces.surface import Array, Surface

COUNT = 400
NOISE = 0.3
MOONS_SEED = 26


@cache
def moons() -> tuple[Array, Array]:
    """The samples: (400, 2) points and (400,) labels, 0 or 1.

    scikit-learn takes a second to import, so it is imported when the moons are first needed.
    """
    from sklearn.datasets import make_moons  # noqa: PLC0415

    points, labels = make_moons(COUNT, noise=NOISE, random_state=MOONS_SEED)
    return points, labels.astype(float)


def points() -> Array:
    """The samples' inputs, (400, 2)."""
    return moons()[0]


def labels() -> Array:
    """The samples' labels, (400,), 0 or 1."""
    return moons()[1]


def loss(w1: Array, w2: Array) -> Array:
    """Mean over all samples, in nats."""
    return loss_of_all(w1, w2, signed(*moons()))


def gradient(w1: Array, w2: Array) -> tuple[Array, Array]:
    """The loss over all samples, differentiated by hand."""
    return gradient_of_all(w1, w2, signed(*moons()))


def minibatch_loss(w1: Array, w2: Array, chosen: Indices) -> Array:
    """Mean over the chosen samples."""
    return mean_loss(w1, w2, signed(*moons())[chosen])


def minibatch_gradient(w1: Array, w2: Array, chosen: Indices) -> tuple[Array, Array]:
    """The gradient over the chosen samples."""
    return mean_gradient(w1, w2, signed(*moons())[chosen])


def accuracy(w1: Array, w2: Array) -> Array:
    """Share of all samples on the right side of the line w . point = 0, from 0 to 1."""
    return share_right(w1, w2, signed(*moons()))


NOISY_MOONS = Surface(
    name="Noisy moons",
    loss=loss,
    gradient=gradient,
    minibatches=Minibatches(
        COUNT, 5, minibatch_gradient, points, labels, minibatch_loss, rowwise=True
    ),
    accuracy=accuracy,
    xlim=(-2.0, 5.0),
    ylim=(-5.0, 2.0),
    start=(-0.36, 1.27),
    minima=((1.41396064, -3.27406336),),
    source=(
        "logistic regression without bias on scikit-learn's make_moons(400, noise=0.3, "
        "random_state=26), after Alec Radford's animation of 2014"
    ),
    axes=("w1", "w2"),
)
