"""Sums of logarithms by products have all digits, held to sixty decimals."""

from decimal import Decimal, localcontext

import numpy as np
import pytest

from surfaces import SURFACES
from surfaces.data import logistic
from surfaces.log_products import mean_softplus
from surfaces.logistic import mean_loss, signed
from surfaces.noisy_moons import moons
from surfaces.surface import Array

ULP = float(np.finfo(float).eps)
RNG = np.random.default_rng(11)
MARGINS: dict[str, Array] = {
    "usual": RNG.normal(size=(4, 400)) * 3,
    "parted far": 27.6 + RNG.random((4, 400)),  # every term is some 1e-12
    "parted farther than numbers go": 800 + RNG.random((4, 400)),
    "wrong, in products of 1e300": -43 - RNG.random((4, 400)),
    "wrong, in products beyond all numbers": -45 - RNG.random((4, 400)),
    "wrong by far": -RNG.random((4, 400)) * 1e5,
    "at the border": RNG.normal(size=(4, 400)) * 1e-9,
    "terms of all sizes": RNG.normal(size=(4, 1001)) * 10.0 ** RNG.integers(-6, 3, (4, 1001)),
    "an odd number": RNG.normal(size=(4, 67)),
    "five": RNG.normal(size=(4, 5)) * 9,
    "one": RNG.normal(size=(4, 1)),
}


def exact(margins: Array) -> list[float]:
    """The mean of log(1 + exp(-m)) of each row, rounded once."""
    with localcontext() as digits:
        digits.prec = 60
        sums = [sum((1 + (-Decimal(m)).exp()).ln() for m in row) for row in margins.tolist()]
        return [float(each / margins.shape[1]) for each in sums]


@pytest.mark.parametrize("kind", MARGINS)
def test_the_mean_has_all_its_digits(kind: str) -> None:
    expected = exact(MARGINS[kind])
    found = mean_softplus(-MARGINS[kind])
    np.testing.assert_allclose(found, expected, rtol=12 * ULP, atol=5e-324)


def test_what_is_no_finite_number_stays_none() -> None:
    p = np.array([[np.inf, 1.0, -3.0], [-np.inf, -np.inf, -np.inf], [np.nan, 2.0, 1.0]])
    np.testing.assert_array_equal(mean_softplus(p), [np.inf, 0.0, np.nan])
    largest = np.full((1, 400), 1e305)
    np.testing.assert_allclose(mean_softplus(largest), 1e305, rtol=1e-14)


@pytest.mark.parametrize("name", ["noisy_moons", "rare_feature", "faint_feature"])
def test_the_full_loss_is_the_mean_of_the_samples_losses(name: str) -> None:
    """A minibatch of all samples is the definition; 1,000 times the weights are huge margins."""
    surface = SURFACES[name]
    assert surface.minibatches
    assert surface.minibatches.loss
    w = RNG.normal(size=(300, 2)) * np.array([0.1, 3, 1000])[np.arange(300) % 3, None]
    w1, w2 = w.T
    defined = surface.minibatches.loss(w1, w2, np.arange(surface.minibatches.count))
    np.testing.assert_allclose(surface.loss(w1, w2), defined, rtol=20 * ULP)


def test_data_of_ones_own_have_the_same_loss_alone_and_among_many() -> None:
    points, labels = moons()
    w1, w2 = RNG.normal(size=(2, 23, 17)) * 5
    w1[22], w2[22] = w1[22] * 100, w2[22] * 100  # where products overflow
    surface, samples = logistic(points, labels), signed(points, labels)
    found = surface.loss(w1, w2)
    defined = mean_loss(w1, w2, samples)
    np.testing.assert_allclose(found, defined, rtol=20 * ULP)
    for j, k in ((0, 0), (22, 16), (9, 3)):
        assert surface.loss(w1[j, k], w2[j, k]) == found[j, k]
        np.testing.assert_array_equal(surface.loss(w1[j], w2[j]), found[j])
