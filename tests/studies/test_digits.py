"""650 weights: the classifier, its training, the plane, and what is said of them."""

import itertools
import pickle
import re
from collections.abc import Callable
from typing import Any

import autograd.numpy as anp
import numpy as np
import pytest
from autograd import grad
from numpy.typing import NDArray

from optviz.entrants import entrants
from optviz.optimizers import OPTIMIZERS, SGD, Adam, Momentum, Optimizer
from optviz.studies.digits import (
    CLAIMS,
    FIELD,
    Claim,
    Conditions,
    Stopped,
    Study,
    Training,
    digits,
    plane_of,
    study,
    train,
    verdicts,
)
from optviz.studies.digits.data import COUNT, TRAINED
from optviz.studies.digits.plane import GRID, components, held
from optviz.studies.digits.rates import RATES, compare_rates
from optviz.studies.digits.softmax import MATRIX, WEIGHTS, accuracy, gradient, loss
from optviz.studies.digits.study import final
from optviz.studies.digits.training import descend

Array = NDArray[np.float64]


@pytest.fixture(scope="module")
def done() -> Study:
    return study()


@pytest.fixture(scope="module")
def shown(done: Study) -> Training:
    return done.shown


def some_weights(*shape: int) -> Array:
    return np.random.default_rng(1).normal(size=(*shape, WEIGHTS))


def plain_loss(w: Any, pixels: Array, labels: NDArray[np.intp]) -> Any:
    """As textbooks write it, for autograd."""
    z = anp.dot(pixels, anp.reshape(w[:MATRIX], (10, 64)).T) + w[MATRIX:]
    top = anp.max(z, axis=1, keepdims=True)
    total = anp.log(anp.sum(anp.exp(z - top), axis=1)) + top[:, 0]
    return anp.mean(total - z[np.arange(len(labels)), labels])


def test_the_digits_are_scikit_learns_each_once() -> None:
    from sklearn.datasets import load_digits  # noqa: PLC0415

    data = digits(3)
    assert len(data.labels) == TRAINED
    assert len(data.labels) + len(data.test_labels) == COUNT
    pixels = 16 * np.concatenate([data.pixels, data.test_pixels])
    labels = np.concatenate([data.labels, data.test_labels])
    theirs, names = load_digits(return_X_y=True)
    ours = np.column_stack([pixels, labels])
    order, other = (np.lexsort(each.T) for each in (ours, np.column_stack([theirs, names])))
    assert np.array_equal(ours[order], np.column_stack([theirs, names])[other])


def test_a_split_is_the_same_every_time_and_unlike_others() -> None:
    one = digits(1)
    digits.cache_clear()
    assert np.array_equal(one.pixels, digits(1).pixels)
    assert not np.array_equal(one.labels, digits(2).labels)


def test_the_loss_is_the_textbooks() -> None:
    data, weights = digits(), some_weights(2, 3)
    losses = loss(weights, data.pixels, data.labels)
    assert losses.shape == (2, 3)
    for at in np.ndindex(2, 3):
        assert losses[at] == pytest.approx(plain_loss(weights[at], data.pixels, data.labels))
    assert loss(np.zeros(WEIGHTS), data.pixels, data.labels) == pytest.approx(np.log(10))


def test_the_gradient_is_autograds() -> None:
    data, weights = digits(), some_weights(2, 2)
    pixels, labels = data.pixels[:64], data.labels[:64]
    slopes = gradient(weights, pixels, labels)
    for at in np.ndindex(2, 2):
        theirs = grad(plain_loss)(weights[at], pixels, labels)
        assert np.allclose(slopes[at], theirs, rtol=1e-9, atol=1e-14)


def test_great_scores_do_not_overflow() -> None:
    data = digits()
    weights = 1e150 * some_weights()
    assert np.isfinite(loss(weights, data.pixels, data.labels))
    assert np.isfinite(gradient(weights, data.pixels, data.labels)).all()


def test_accuracy_counts_and_nan_stays_nan() -> None:
    data = digits()
    weights = np.zeros((2, WEIGHTS))
    weights[0, MATRIX + 3] = 1  # says three to everything
    weights[1, 0] = np.nan
    threes, nothing = accuracy(weights, data.test_pixels, data.test_labels)
    assert threes == np.mean(data.test_labels == 3)
    assert np.isnan(nothing)


@pytest.mark.parametrize("optimizer", [kind() for kind in OPTIMIZERS.values()], ids=repr)
def test_any_two_weights_move_as_a_point_of_two_weights_would(optimizer: Optimizer) -> None:
    data, pair = digits(), [30, 645]
    rng = np.random.default_rng([0, 0])
    batches = rng.permutation(TRAINED)[:640].reshape(10, 64)
    small, wide = np.zeros(2), np.zeros(WEIGHTS)
    state, all_state = optimizer.init(small), optimizer.init(wide)
    for chosen, (x, _) in zip(
        batches, descend(data, [optimizer], wide * 0, 1, 64, 0), strict=False
    ):
        look = optimizer.lookahead(wide, all_state)
        slope = gradient(look, data.pixels[chosen], data.labels[chosen])
        small, state = optimizer.step(small, slope[pair], state)
        wide, all_state = optimizer.step(wide, slope, all_state)
        assert np.array_equal(small, wide[pair])
        assert np.allclose(x[0], wide, rtol=1e-9, atol=1e-15)


def test_the_field_is_all_seven_and_sgd_twice() -> None:
    assert {type(each) for each in FIELD} == set(OPTIMIZERS.values())
    assert [each.name for each in entrants(FIELD)][:3] == ["SGD 0.01", "SGD 1", "Momentum"]


def test_the_same_training_is_the_same_to_the_bit() -> None:
    one, other, third = train(epochs=2), train(epochs=2), train(epochs=2, seed=1)
    for a, b, c in zip(one, other, third, strict=True):
        assert np.array_equal(a.weights, b.weights)
        assert np.array_equal(a.accuracy, b.accuracy)
        assert not np.array_equal(a.weights, c.weights)


def test_no_run_depends_on_what_else_trains(shown: Training) -> None:
    alone = train([FIELD[-1]])
    assert np.allclose(alone.runs[0].weights, shown.runs[-1].weights, atol=1e-9)


def test_what_is_kept_fits_together(shown: Training) -> None:
    data = digits(shown.split)
    assert shown.recorded[0] == 0
    assert shown.recorded[-1] == 20 * (TRAINED // 64)
    for run in shown:
        assert run.accuracy.shape == run.loss.shape == (21,)
        assert run.weights.shape == (len(shown.recorded), WEIGHTS)
        last = run.weights[-1]
        assert run.loss[-1] == pytest.approx(float(loss(last, data.pixels, data.labels)))
        assert run.accuracy[-1] == accuracy(last, data.test_pixels, data.test_labels)
        assert run.loss[-1] < run.loss[0] == pytest.approx(np.log(10))


@pytest.mark.parametrize(
    ("wishes", "words"),
    [
        ({"optimizers": []}, "no optimizer is chosen"),
        ({"epochs": 0}, "epochs = 0"),
        ({"batch": TRAINED + 1}, "batch"),
        ({"seed": -1}, "seed"),
        ({"split": 0.5}, "split"),
    ],
)
def test_what_is_not_possible_is_said(wishes: dict[str, Any], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        train(**wishes)


def test_odd_conditions_work() -> None:
    whole = train([SGD(0.1)], epochs=2, batch=TRAINED)
    assert list(whole.recorded) == [0, 1, 2]
    plane = plane_of(train([SGD(0.0)], epochs=1))
    assert np.isnan(plane.shares[0])
    assert np.isfinite(plane.ground.loss).all()


def works(seconds: int) -> list[Callable[..., object]]:
    short = train([SGD(0.1)], epochs=1)
    return [
        lambda **how: train(epochs=seconds, **how),
        lambda **how: plane_of(short, **how),
        lambda **how: compare_rates(1, 64, 0, 2, **how),
        lambda **how: study(Conditions(epochs=1, splits=2), **how),
    ]


@pytest.mark.parametrize("k", range(4))
def test_progress_rises_to_one(k: int) -> None:
    shares: list[float] = []
    works(3)[k](progress=shares.append)
    assert all(a <= b for a, b in itertools.pairwise(shares))
    assert 0 < shares[0] <= shares[-1] == pytest.approx(1)


@pytest.mark.parametrize("k", range(4))
def test_it_stops_when_asked(k: int) -> None:
    shares: list[float] = []
    with pytest.raises(Stopped):
        works(200)[k](progress=shares.append, stop=lambda: len(shares) >= 1)
    assert len(shares) == 1


def test_a_diverged_run_is_marked_and_leaves_others_alone() -> None:
    wild = [SGD(1e308), Momentum(1e200, 0.99), Adam(1e308), SGD(0.1)]
    training = train(wild, epochs=3)
    calm = train([SGD(0.1)], epochs=3)
    assert training.runs[0].diverged is not None
    assert np.isnan(training.runs[0].accuracy[-1])
    assert np.isnan(training.runs[0].weights[-1]).all()
    assert training.runs[3].diverged is None
    assert np.array_equal(training.runs[3].accuracy, calm.runs[0].accuracy)
    plane = plane_of(training)
    assert np.isfinite(plane.ground.levels).all()
    assert 0 <= plane.share <= 1


def test_all_may_diverge_at_once() -> None:
    training = train([SGD(1e308)], epochs=1)
    plane = plane_of(training)
    assert np.isfinite(plane.ground.loss).all()


def test_the_plane_is_that_of_the_singular_values(done: Study) -> None:
    records = np.concatenate([run.weights for run in done.shown])
    offsets = records - records.mean(axis=0)
    _, sizes, turns = np.linalg.svd(offsets, full_matrices=False)
    plane = done.plane
    assert np.allclose(plane.axes @ plane.axes.T, np.eye(2), atol=1e-12)
    assert np.allclose(np.abs(plane.axes @ turns[:2].T), np.eye(2), atol=1e-7)
    assert plane.share == pytest.approx(float((sizes[:2] ** 2).sum() / (sizes**2).sum()))
    for path, run in zip(plane.paths, done.shown, strict=True):
        assert np.allclose(path, (run.weights - plane.middle) @ plane.axes.T)


def test_components_of_what_lies_in_a_plane_hold_all_of_it() -> None:
    rng = np.random.default_rng(0)
    offsets = rng.normal(size=(50, 2)) @ rng.normal(size=(2, 20))
    assert held(offsets, components(offsets)) == pytest.approx(1)
    assert np.isnan(held(np.zeros((3, 20)), np.eye(2, 20)))


def test_shares_are_shares(done: Study) -> None:
    assert 0 < done.plane.share < 1
    assert all(0 < share < 1 for share in done.plane.shares)


def test_the_ground_is_the_loss_there(done: Study) -> None:
    plane, data = done.plane, digits(done.shown.split)
    ground = plane.ground
    assert ground.loss.shape == (GRID, GRID)
    for i, j in [(0, 0), (3, 50), (60, 12)]:
        there = plane.under(np.array([ground.x[i], ground.y[j]]), data)
        assert ground.loss[j, i] == pytest.approx(float(there), rel=1e-9)
    for path in plane.paths:
        assert (path >= [ground.x[0], ground.y[0]]).all()
        assert (path <= [ground.x[-1], ground.y[-1]]).all()


def test_on_the_plane_the_loss_is_convex(done: Study) -> None:
    for axis in (0, 1):
        assert (np.diff(done.plane.ground.loss, 2, axis=axis) > -1e-12).all()


def test_the_rates_are_those_of_single_trainings(done: Study) -> None:
    rates = done.rates
    assert rates.accuracy.shape == (5, 7, len(RATES))
    both = train([SGD(0.1), Adam(0.01)], split=1)
    for run, name, rate in zip(both, ("SGD", "Adam"), (0.1, 0.01), strict=True):
        found = rates.accuracy[1, rates.names.index(name), RATES.index(rate)]
        assert found == pytest.approx(run.accuracy[-1], abs=0.01)


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.says[:30])
def test_every_claim_is_true(claim: Claim, done: Study) -> None:
    verdict = claim.of(done)
    assert verdict is not None
    assert verdict.holds, verdict.words
    assert not re.search(r"\bnan\b", verdict.words)


def test_a_claim_needs_those_it_speaks_of() -> None:
    alone = study(Conditions((SGD(0.01), SGD(1e308)), epochs=1, splits=1))
    said = verdicts(alone)
    assert 0 < len(said) < len(CLAIMS)
    assert all(verdict.words for verdict in said)
    with pytest.raises(KeyError):
        alone.runs(Adam)
    assert final(alone.runs(SGD, lr=1e308)) == 0


def test_a_study_is_small_enough_to_keep(done: Study) -> None:
    assert len(pickle.dumps(done)) < 10e6
