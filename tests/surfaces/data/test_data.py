"""Models of data: their losses, minima and minibatches are those of scikit-learn and scipy."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from scipy.optimize import least_squares as least_squares_of
from scipy.optimize import minimize
from scipy.special import huber as huber_of
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.metrics import log_loss, mean_squared_error
from sklearn.preprocessing import StandardScaler

from optviz import SGD, Adam, huber, least_squares, logistic, race, softplus
from optviz.player.payload import samples
from optviz.program.tracing import gradient_program
from surfaces import Surface
from surfaces.surface import Array

RNG = np.random.default_rng(3)
X: Array = RNG.normal(size=(120, 2)) * [1.0, 6.0] + [0.5, 2.0]
Y: Array = X @ [1.5, -0.4] + RNG.standard_t(2, size=120)
LABELS = (Y > 0).astype(int)
POSITIVE: Array = np.logaddexp(0, X @ [0.8, -0.3]) + 0.2 * RNG.random(120)
MODELS: dict[str, Callable[..., Surface]] = {
    "least squares": lambda x, **k: least_squares(x, Y, **k),
    "huber": lambda x, **k: huber(x, Y, **k),
    "softplus": lambda x, **k: softplus(x, POSITIVE, **k),
    "logistic": lambda x, **k: logistic(x, LABELS, **k),
}
every_model = pytest.mark.parametrize("model", MODELS)
COLUMNS = pytest.mark.parametrize("inputs", [X, X[:, 1]], ids=["two columns", "an intercept"])


def matrix(inputs: Array) -> Array:
    return inputs if inputs.ndim == 2 else np.column_stack([inputs, np.ones(len(inputs))])


def minimum(surface: Surface) -> Array:
    (found,) = surface.minima
    return np.array(found)


@COLUMNS
@pytest.mark.parametrize("standardize", [False, True])
def test_the_minimum_of_least_squares_is_scikit_learns(inputs: Array, standardize: bool) -> None:
    surface = least_squares(inputs, Y, standardize=standardize)
    columns = inputs.reshape(len(Y), -1)
    columns = StandardScaler().fit_transform(columns) if standardize else columns
    fitted = LinearRegression(fit_intercept=inputs.ndim == 1).fit(columns, Y)
    expected = [*fitted.coef_, fitted.intercept_][:2]
    np.testing.assert_allclose(minimum(surface), expected, rtol=1e-9, atol=1e-12)
    error = mean_squared_error(Y, fitted.predict(columns)) / 2
    assert surface.loss(*minimum(surface)) == pytest.approx(error, rel=1e-12)


@COLUMNS
def test_the_minimum_of_logistic_regression_is_scikit_learns(inputs: Array) -> None:
    surface = logistic(inputs, LABELS)
    columns = inputs.reshape(len(Y), -1)
    fitted = LogisticRegression(
        C=np.inf, fit_intercept=inputs.ndim == 1, tol=1e-10, solver="newton-cholesky"
    ).fit(columns, LABELS)
    expected = [*fitted.coef_[0], *fitted.intercept_][:2]
    np.testing.assert_allclose(minimum(surface), expected, rtol=1e-6, atol=1e-8)
    loss = log_loss(LABELS, fitted.predict_proba(columns))
    assert surface.loss(*minimum(surface)) == pytest.approx(loss, rel=1e-10)
    assert surface.accuracy
    assert surface.accuracy(*minimum(surface)) == fitted.score(columns, LABELS)


@COLUMNS
@pytest.mark.parametrize("delta", [0.1, 1.0, 50.0])
def test_hubers_loss_and_minimum_are_scipys(inputs: Array, delta: float) -> None:
    surface = huber(inputs, Y, delta)

    def loss(w: Array) -> float:
        return float(huber_of(delta, matrix(inputs) @ w - Y).mean())

    here = minimum(surface)
    assert surface.loss(*here) == pytest.approx(loss(here), rel=1e-12)
    found = minimize(loss, here + 0.3, method="BFGS", options={"gtol": 1e-9})
    np.testing.assert_allclose(here, found.x, atol=1e-5)
    assert loss(here) <= found.fun * (1 + 1e-12)


@COLUMNS
@pytest.mark.parametrize("standardize", [False, True])
def test_the_lowest_minimum_of_softplus_regression_is_scipys(
    inputs: Array, standardize: bool
) -> None:
    surface = softplus(inputs, POSITIVE, standardize=standardize)
    columns = inputs.reshape(len(Y), -1)
    columns = StandardScaler().fit_transform(columns) if standardize else columns
    columns = matrix(columns if inputs.ndim == 2 else columns[:, 0])

    def off(w: Array) -> Array:
        p = columns @ w
        return np.maximum(p, 0) + np.log1p(np.exp(-np.abs(p))) - POSITIVE

    found = [least_squares_of(off, w, xtol=1e-14, ftol=1e-14) for w in RNG.normal(size=(20, 2))]
    best = min(found, key=lambda each: each.cost)
    here = np.array(surface.minima[0])
    np.testing.assert_allclose(here, best.x, atol=1e-6)
    assert surface.loss(*here) == pytest.approx(best.cost / len(Y), rel=1e-9)
    slopes = columns / (1 + np.exp(-(columns @ here)))[:, None]
    curved = off(here) * np.exp(columns @ here) / (1 + np.exp(columns @ here)) ** 2
    hessian = slopes.T @ slopes + (curved[:, None] * columns).T @ columns
    said = f"condition number {np.linalg.cond(hessian):,.4g} at the lowest minimum in the picture"
    assert said in surface.source


def test_where_softplus_never_gets_to_there_is_no_minimum() -> None:
    surface = softplus(X[:, 0], -np.ones(120))
    assert surface.minima == ()
    assert surface.source.endswith("no minimum in the picture")


@every_model
@COLUMNS
def test_gradients_are_autograds_also_of_minibatches(model: str, inputs: Array) -> None:
    surface = MODELS[model](inputs, batch=7)
    x, y = RNG.normal(size=(2, 5))
    assert surface.gradient
    for own, by_autograd in zip(
        surface.gradient(x, y), surface.autograd_gradient(x, y), strict=True
    ):
        np.testing.assert_allclose(own, by_autograd, rtol=1e-9, atol=1e-12)
    batches = surface.minibatches
    assert batches
    assert batches.loss
    parts = np.array_split(np.arange(len(Y)), 12)  # of ten samples each
    whole = np.mean([batches.loss(x, y, each) for each in parts], axis=0)
    np.testing.assert_allclose(whole, surface.loss(x, y), rtol=1e-12)
    race(surface, [Adam()], steps=2)  # holds minibatches' gradient to the loss


@every_model
def test_the_browser_has_its_program(model: str) -> None:
    assert gradient_program(MODELS[model](X, batch=7)).sampled


def test_a_step_sees_its_minibatch() -> None:
    surface = least_squares(X, Y, batch=1)
    done = race(surface, [SGD(lr=1e-3)], steps=3, seed=5)
    assert surface.minibatches
    for step in range(3):
        (k,) = surface.minibatches.at(step, 5)
        expected = (X[k] @ done[0].x[step] - Y[k]) * X[k]
        np.testing.assert_allclose(done[0].grad[step], expected, rtol=1e-12)


def test_scaling_changes_the_condition_and_it_is_said() -> None:
    for standardize in (False, True):
        surface = least_squares(X, Y, standardize=standardize)
        columns = StandardScaler().fit_transform(X) if standardize else X
        expected = np.linalg.cond(columns) ** 2
        assert f"condition number {expected:,.4g} at the minimum" in repr(surface)
        assert ("standardized" in surface.source) == standardize


def test_classes_that_a_line_parts_have_no_minimum() -> None:
    surface = logistic(X, X[:, 0] > 0)
    assert surface.minima == ()
    assert "a line parts the classes, so that there is no minimum" in surface.source
    nearly = logistic([-2.0, -1.0, 1.0, 2.0, -1.5], [0, 0, 1, 1, 1])
    assert len(nearly.minima) == 1


def test_columns_that_are_multiples_have_a_valley() -> None:
    surface = least_squares(np.column_stack([X[:, 0], 2 * X[:, 0]]), Y)
    (floor,) = surface.floors
    place = np.array(floor.place)
    assert floor.loss == pytest.approx(surface.loss(*place), rel=1e-9)
    np.testing.assert_allclose(surface.step_gradient(place), 0, atol=1e-6)
    assert "no single minimum" in surface.source


def test_samples_are_shown_where_lines_part_them_in_their_plane() -> None:
    shown = samples(logistic(X, LABELS, batch=5))
    assert shown is not None
    np.testing.assert_array_equal(shown["points"], X)
    assert shown["kind"] == "side"
    assert samples(least_squares(X, Y, batch=5)) is None
    assert samples(logistic(X, LABELS)) is None  # without minibatches there are none to be seen


@pytest.mark.parametrize(
    ("model", "kind"), [("least squares", "line"), ("softplus", "softplus"), ("logistic", "chance")]
)
def test_with_an_intercept_samples_are_shown_over_their_column(model: str, kind: str) -> None:
    shown = samples(MODELS[model](X[:, 0], batch=5))
    assert shown is not None
    targets = {"line": Y, "softplus": POSITIVE, "chance": LABELS}[kind]
    np.testing.assert_array_equal(shown["points"], np.column_stack([X[:, 0], targets]))
    assert shown["kind"] == kind
    assert bool(shown["classes"]) == bool(shown["labels"].any()) == (kind == "chance")


@every_model
def test_start_and_minimum_are_in_the_picture(model: str) -> None:
    surface = MODELS[model](X, start=(4.0, -7.0))
    for point in ((4.0, -7.0), *surface.minima):
        for value, (low, high) in zip(point, (surface.xlim, surface.ylim), strict=True):
            assert low < value < high
    assert surface.minima
    outside = MODELS[model](X, xlim=(40, 41), ylim=(0, 1))
    assert outside.minima == ()


REFUSED: list[tuple[Callable[[], Any], str]] = [
    (lambda: least_squares(np.ones((4, 3)), np.ones(4)), "X has 3 columns and no intercept, 3 wei"),
    (lambda: least_squares(X, Y, intercept=True), "X has 2 columns and an intercept, 3 weights"),
    (lambda: least_squares(X[:, 0], Y, intercept=False), "X has 1 column and no intercept, 1 wei"),
    (lambda: least_squares(X, Y[:-1]), r"X has shape \(120, 2\) and y \(119,\)"),
    (lambda: least_squares(X[:0], Y[:0]), "at least one"),
    (lambda: least_squares([[1, 2], [3]], [1, 2]), "X is no array: its rows have different len"),
    (lambda: least_squares([["a", "b"]], [1]), "X is an array of <U1: give numbers"),
    (lambda: least_squares([[1, np.nan]], [1]), r"X\[0, 1\] is nan: give finite numbers"),
    (lambda: least_squares(X * [0, 1], Y, standardize=True), "column 0 of X is constant"),
    (lambda: least_squares(X, Y, batch=0), "minibatch size = 0"),
    (lambda: least_squares(X, Y, penalty=1), "penalty is no choice of a model: there are inter"),  # type: ignore[call-arg]
    (lambda: logistic(X, Y), "give two classes, 0 and 1 or -1 and 1"),
    (lambda: logistic(X, np.ones(120)), "y has the labels 1: give two classes"),
    (lambda: huber(X, Y, delta=0.0), "delta = 0.0 is not possible: give a number above 0"),
    (
        lambda: softplus(np.arange(5_001), np.ones(5_001)),
        "of 5,001 samples may have several minima, which are looked for among at most 5,000",
    ),
    (
        lambda: least_squares(np.ones(70_000), np.ones(70_000)),
        "70,000 samples are too many: give at most 65,536, such as each tenth",
    ),
]


@pytest.mark.parametrize(("make", "sentence"), REFUSED)
def test_what_makes_no_model_is_refused_in_a_sentence(
    make: Callable[[], Any], sentence: str
) -> None:
    with pytest.raises(ValueError, match=sentence):
        make()
