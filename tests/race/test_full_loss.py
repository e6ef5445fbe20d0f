"""The full loss in blocks and threads is the full loss, to the last bit."""

import warnings

import numpy as np
import pytest

from optviz.race.full_loss import WORTH_THREADS, full_loss
from surfaces import SURFACES
from surfaces.in_blocks import BLOCK

SAMPLED = [key for key, each in SURFACES.items() if each.minibatches or each.stages]


@pytest.mark.parametrize("name", SAMPLED)
@pytest.mark.parametrize("points", [WORTH_THREADS // 400 + 3, BLOCK // 400 + 1, 5])
def test_it_is_the_loss_of_each_point(name: str, points: int) -> None:
    surface = SURFACES[name]
    x = np.random.Generator(np.random.PCG64(points)).normal(size=(points, 1, 2)) * 3
    whole = surface.loss(x[..., 0], x[..., 1])
    np.testing.assert_array_equal(full_loss(surface, x), whole)
    np.testing.assert_array_equal(full_loss(surface, x[:1])[0, 0], surface.loss(*x[0, 0]))


def test_numpy_warns_in_threads_as_it_would_outside() -> None:
    x = np.full((WORTH_THREADS // 400 + 1, 2), 1e200)
    with np.errstate(all="ignore"), warnings.catch_warnings():
        warnings.simplefilter("error")
        assert np.isinf(full_loss(SURFACES["noisy_quadratic"], x)).all()
