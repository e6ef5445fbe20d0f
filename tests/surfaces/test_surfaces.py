"""The losses: their slopes, their minima, and the minibatches of those that have samples."""

import pickle
from dataclasses import replace
from typing import Any

import autograd.numpy as anp
import numpy as np
import pytest
from autograd import elementwise_grad
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import log_loss

from surfaces import SURFACES, Minibatches, Surface
from surfaces.minibatches import Indices
from surfaces.noisy_moons import NOISY_MOONS, labels, points
from surfaces.surface import Array

every_surface = pytest.mark.parametrize("surface", SURFACES.values(), ids=SURFACES.keys())
SAMPLED = {name: each for name, each in SURFACES.items() if each.minibatches}
every_sampled = pytest.mark.parametrize("surface", SAMPLED.values(), ids=SAMPLED.keys())


def scattered(surface: Surface, many: int = 500) -> Array:
    """Random points all over the picture."""
    low, high = np.transpose([surface.xlim, surface.ylim])
    return np.random.default_rng(7).uniform(low, high, (many, 2))


def height(surface: Surface, where: Array) -> Array:
    return np.asarray(surface.loss(where[..., 0], where[..., 1]))


def whole(surface: Surface) -> Surface:
    """The same without minibatches: its gradient is that of the loss in the picture."""
    return replace(surface, minibatches=None, stages=None)


def taped(surface: Surface) -> Surface:
    """The same, differentiated by autograd."""
    return replace(surface, minibatches=None, stages=None, gradient=None)


def batches(surface: Surface, size: int) -> Minibatches:
    assert surface.minibatches is not None
    return replace(surface.minibatches, size=size)


def assert_same_gradients(ours: Array, theirs: Array, within: float) -> None:
    """Compare to the longer coordinate: the other one may be the difference of large terms."""
    scale = np.abs(theirs).max(axis=-1, keepdims=True)
    assert (np.abs(ours - theirs) <= within * scale).all()


@every_surface
def test_a_surface_says_where_it_comes_from_and_where_to_begin(surface: Surface) -> None:
    assert surface.name
    assert len(surface.source) > 20
    assert len(set(surface.axes)) == 2
    for x, y in (surface.start, *surface.minima):
        assert surface.xlim[0] < x < surface.xlim[1]
        assert surface.ylim[0] < y < surface.ylim[1]


def test_no_two_surfaces_share_a_name() -> None:
    assert len({surface.name for surface in SURFACES.values()}) == len(SURFACES)


@every_surface
def test_the_slope_is_autograds(surface: Surface) -> None:
    where = scattered(surface)
    assert_same_gradients(
        whole(surface).step_gradient(where), taped(surface).step_gradient(where), 1e-10
    )


@every_surface
def test_the_slope_is_that_of_small_differences(surface: Surface) -> None:
    where, h = scattered(surface, 100), 1e-5
    steps = h * np.eye(2)
    rises = [height(surface, where + step) - height(surface, where - step) for step in steps]
    assert_same_gradients(
        whole(surface).step_gradient(where), np.stack(rises, axis=-1) / (2 * h), 1e-5
    )


@every_surface
def test_a_batch_of_points_has_the_slopes_of_its_points(surface: Surface) -> None:
    where = scattered(surface, 12).reshape(3, 4, 2)
    for each in (surface, taped(surface)):
        batch = each.step_gradient(where, step=5, seed=2)
        single = [[each.step_gradient(point, step=5, seed=2) for point in row] for row in where]
        # Autograd takes roots as powers, which numpy rounds otherwise in batches.
        assert_same_gradients(batch, np.array(single), 0 if each is surface else 1e-14)
        assert batch.dtype == float


@every_surface
def test_the_listed_minima_are_minima(surface: Surface) -> None:
    angles = np.linspace(0, 2 * np.pi, 64, endpoint=False)
    around = np.stack([np.cos(angles), np.sin(angles)], axis=-1)
    for minimum in surface.minima:
        assert np.abs(whole(surface).step_gradient(np.array(minimum))).max() < 1e-8
        for radius in (1e-3, 1e-2, 1e-1):
            ring = height(surface, minimum + radius * around)
            assert (ring > height(surface, np.array(minimum))).all()


@every_surface
def test_only_minibatches_make_a_gradient_depend_on_step_and_seed(surface: Surface) -> None:
    start = np.array(surface.start)
    seen = {
        surface.step_gradient(start, step, seed).tobytes() for step in (0, 1) for seed in (0, 1)
    }
    assert len(seen) == (4 if surface.minibatches or surface.stages else 1)


@every_surface
def test_a_steps_gradient_is_that_of_its_loss(surface: Surface) -> None:
    """Of the minibatch that the step sees."""
    start, size = np.array(surface.start) + 0.01, 1e-6
    for step, seed in [(0, 0), (3, 1), (250, 0)]:
        up, down = (
            surface.step_loss(start + sign * size * np.eye(2), step, seed) for sign in (1, -1)
        )
        gradient = surface.step_gradient(start, step, seed)
        assert (up - down) / (2 * size) == pytest.approx(gradient, rel=1e-5, abs=1e-5)


def test_the_surfaces_have_the_values_one_computes_by_hand() -> None:
    by_hand = [
        ("beale", (0, 0), 1.5**2 + 2.25**2 + 2.625**2),
        ("beale", (3, 0.5), 0),
        ("beale", (2, -1), 2.5**2 + 2.25**2 + 1.375**2),
        ("long_valley", (0, 0), 1),
        ("long_valley", (1, -2), 5),
        ("saddle_point", (1, 0), -1),
        ("saddle_point", (3, 2), 11),
        ("noisy_moons", (0, 0), np.log(2)),
    ]
    for name, point, value in by_hand:
        assert height(SURFACES[name], np.array(point)) == pytest.approx(value, rel=1e-15), name


# The moons.


def test_the_moons_loss_is_scikit_learns_log_loss() -> None:
    for w in scattered(NOISY_MOONS, 20):
        chance = 1 / (1 + np.exp(-points() @ w))
        assert height(NOISY_MOONS, w) == pytest.approx(log_loss(labels(), chance), rel=1e-12)


def test_the_moons_accuracy_is_the_share_a_classifier_gets_right() -> None:
    assert NOISY_MOONS.accuracy is not None
    model = LogisticRegression(fit_intercept=False, C=np.inf, tol=1e-10).fit(points(), labels())
    np.testing.assert_allclose(model.coef_[0], NOISY_MOONS.minima[0], atol=1e-5)
    for w in (*scattered(NOISY_MOONS, 20), np.array(NOISY_MOONS.start)):
        model.coef_ = w[None]
        right = int((model.predict(points()) == labels()).sum())
        assert NOISY_MOONS.accuracy(*w) == right / 400
    assert NOISY_MOONS.accuracy(*np.array(NOISY_MOONS.start)) == pytest.approx(0.14, abs=0.005)
    assert NOISY_MOONS.accuracy(*np.array(NOISY_MOONS.minima[0])) == pytest.approx(0.85, abs=0.005)


def test_the_moons_loss_does_not_overflow_far_out() -> None:
    far = np.array([[1e6, -1e6], [-1e300, 1e300]])
    assert np.isfinite(height(NOISY_MOONS, far)).all()
    assert np.isfinite(whole(NOISY_MOONS).step_gradient(far)).all()


def cross_entropy(w1: Array, w2: Array, chosen: Indices) -> Array:
    """The mean over the chosen samples, from their labels: -log p where 1, -log(1 - p) where 0."""
    (x, y), label = points()[chosen].T, labels()[chosen]
    z = w1[:, None] * x + w2[:, None] * y
    one, zero = anp.log1p(anp.exp(-z)), anp.log1p(anp.exp(z))
    mean: Array = anp.mean(label * one + (1 - label) * zero, axis=-1)
    return mean


@pytest.mark.parametrize("size", [1, 5, 7, 400])
def test_a_minibatch_gradient_is_autograds_over_its_samples(size: int) -> None:
    part, where = batches(NOISY_MOONS, size), scattered(NOISY_MOONS, 50)
    for step in (0, 1, 57):
        ours = replace(NOISY_MOONS, minibatches=part).step_gradient(where, step, seed=4)
        theirs = elementwise_grad(cross_entropy, (0, 1))(*where.T, part.at(step, seed=4))
        assert_same_gradients(ours, np.stack(theirs, axis=-1), 1e-10)


# Minibatches, of the moons and of whatever else will have samples.


@every_sampled
@pytest.mark.parametrize("size", [1, 3, 5, 32])
def test_every_epoch_shows_every_sample_once(surface: Surface, size: int) -> None:
    part = batches(surface, size)
    slots = -(-part.count // size)
    orders = []
    for epoch in range(3):
        seen = [part.at(step, seed=1) for step in range(epoch * slots, (epoch + 1) * slots)]
        assert {len(each) for each in seen[:-1]} == {size}
        orders.append(np.concatenate(seen))
        np.testing.assert_array_equal(np.sort(orders[-1]), np.arange(part.count))
    assert not np.array_equal(orders[0], orders[1])
    assert not np.array_equal(orders[1], orders[2])


@every_sampled
def test_a_minibatch_depends_on_seed_and_step_alone(surface: Surface) -> None:
    part = batches(surface, 5)
    later, first = part.at(100, seed=9), part.at(0, seed=9)
    np.testing.assert_array_equal(part.at(0, seed=9), first)
    np.testing.assert_array_equal(batches(surface, 5).at(100, seed=9), later)
    assert len({tuple(part.at(0, seed)) for seed in range(50)}) == 50


@every_sampled
@pytest.mark.parametrize("size", [1, 4, 80])
def test_the_minibatches_of_an_epoch_average_to_the_full_slope(surface: Surface, size: int) -> None:
    part, where = batches(surface, size), scattered(surface, 10)
    assert part.count % size == 0
    noisy = replace(surface, minibatches=part)
    mean = np.mean([noisy.step_gradient(where, step) for step in range(part.count // size)], axis=0)
    assert_same_gradients(mean, whole(surface).step_gradient(where), 1e-12)


@every_sampled
@pytest.mark.parametrize("size", [0, -1, 10**6, 1.5, 5.0, True, "5", None, np.nan])
def test_an_impossible_size_is_refused_in_a_sentence(surface: Surface, size: Any) -> None:
    assert surface.minibatches is not None
    with pytest.raises(ValueError, match=r"minibatch size = .*whole number from 1 to") as caught:
        replace(surface.minibatches, size=size)
    assert str(surface.minibatches.count) in str(caught.value)


def test_the_first_minibatches_are_the_same_on_every_platform() -> None:
    part = batches(NOISY_MOONS, 5)
    assert [part.at(step, seed=0).tolist() for step in (0, 1, 80)] == [
        [269, 11, 196, 150, 340],
        [92, 113, 3, 365, 333],
        [7, 259, 289, 130, 10],
    ]
    assert part.at(3, seed=2**32 - 1).tolist() == [21, 12, 93, 387, 383]


@pytest.mark.parametrize("key", SURFACES)
def test_surfaces_travel_to_other_processes(key: str) -> None:
    """As exports, sweeps and basin maps need it."""
    surface = SURFACES[key]
    there = pickle.loads(pickle.dumps(surface))
    points = np.random.default_rng(1).uniform(-1, 1, (20, 2))
    for step in (0, 250):
        np.testing.assert_array_equal(
            there.step_gradient(points, step, seed=3), surface.step_gradient(points, step, seed=3)
        )
    np.testing.assert_array_equal(
        there.loss(points[:, 0], points[:, 1]), surface.loss(points[:, 0], points[:, 1])
    )
