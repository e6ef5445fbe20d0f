"""A plateau with a cliff: hardly any gradient for a long way, and then a very large one.

Along x the gradient is at most 0.04 on the plateau and 5 on the cliff, over 100 times as much: a
learning rate that crosses the plateau in time throws a rule without normalisation far off there.
"""

import autograd.numpy as np

from surfaces.surface import Array, Surface

STEEP = 10.0
EDGE = 1.0


def loss(x: Array, y: Array) -> Array:
    """(1 + tanh(10 (x - 1))) / 2 + x^2 / 200 + y^2 / 20."""
    total: Array = (1 + np.tanh(STEEP * (x - EDGE))) / 2 + x * x / 200 + y * y / 20
    return total


def gradient(x: Array, y: Array) -> tuple[Array, Array]:
    """The same, differentiated by hand."""
    step = np.tanh(STEEP * (x - EDGE))
    return STEEP / 2 * (1 - step) * (1 + step) + x / 100, y / 10


CLIFF = Surface(
    name="Plateau with a cliff",
    loss=loss,
    gradient=gradient,
    xlim=(-2.0, 4.0),
    ylim=(-2.0, 2.0),
    start=(3.5, 1.2),
    minima=((-4.121967426e-06, 0.0),),
    source=(
        "made for this project, after the cliffs in R. Pascanu, T. Mikolov and Y. Bengio, On the "
        "difficulty of training recurrent neural networks, ICML 2013, arXiv:1211.5063"
    ),
)
