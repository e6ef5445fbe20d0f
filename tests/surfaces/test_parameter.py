"""A surface's one parameter: what it makes, what it refuses, and how it travels."""

import pickle
from typing import Any

import numpy as np
import pytest

from optviz.optimizers import SGD
from optviz.race import race
from optviz.race_words import conditions
from surfaces import SURFACES, Surface
from surfaces.ill_conditioned import Quadratic, QuadraticGradient, ill_conditioned

ADJUSTABLE = {name: each for name, each in SURFACES.items() if each.parameter}
every_adjustable = pytest.mark.parametrize("surface", ADJUSTABLE.values(), ids=ADJUSTABLE.keys())


@every_adjustable
def test_a_surface_of_the_same_value_is_the_same(surface: Surface) -> None:
    assert surface.parameter
    again = surface.parameter.surface(surface.parameter.value)
    carried = pickle.loads(pickle.dumps(again))
    assert surface == again == carried
    assert hash(surface) == hash(again) == hash(carried)


@every_adjustable
def test_another_value_makes_another_surface(surface: Surface) -> None:
    assert surface.parameter
    for value in (surface.parameter.low, surface.parameter.high):
        other = surface.parameter.surface(value)
        assert other.parameter
        assert other.parameter.value == value
        assert other.name != surface.name
        assert other != surface


@every_adjustable
@pytest.mark.parametrize("value", [0.0, -1.0, 1e5, np.nan, np.inf, None, "5", True])
def test_an_impossible_value_is_refused_in_a_sentence(surface: Surface, value: Any) -> None:
    assert surface.parameter
    with pytest.raises(ValueError, match=rf"{surface.parameter.name} = .*give a number from"):
        surface.parameter.surface(value)


@pytest.mark.parametrize("condition", [1.0, 30.0, 10_000.0])
@pytest.mark.parametrize("angle", [0.0, 30.0, 45.0])
def test_the_curvatures_have_the_condition(condition: float, angle: float) -> None:
    """The matrix of second derivatives: a quadratic's gradient at the unit vectors."""
    gradient = QuadraticGradient(Quadratic(condition, angle))
    curvature = np.stack([gradient(*unit) for unit in np.eye(2)])
    np.testing.assert_allclose(curvature, curvature.T, atol=1e-9)
    np.testing.assert_allclose(np.linalg.eigvalsh(curvature), [1, condition], rtol=1e-9)
    flat = np.array([np.cos(np.radians(angle)), np.sin(np.radians(angle))])
    np.testing.assert_allclose(curvature @ flat, flat, atol=1e-9)
    height = np.array([[Quadratic(condition, angle)(*where)] for where in (flat, np.zeros(2))])
    np.testing.assert_allclose(height[:, 0], [0.5, 0], atol=1e-9)


def test_descent_needs_a_learning_rate_below_two_over_the_condition() -> None:
    for condition in (10.0, 1000.0):
        surface = ill_conditioned(condition)
        ends = {}
        for share in (0.99, 1.01):
            point = np.array(surface.start)
            for _ in range(500):
                point = point - share * 2 / condition * surface.step_gradient(point)
            ends[share] = abs(float(point[1]))
        assert ends[0.99] < 1e-3
        assert ends[1.01] > 1e3


def test_a_picture_tells_the_value() -> None:
    done = race(ill_conditioned(3), [SGD(lr=0.1)], steps=5)
    assert "condition 3" in conditions(done.surface, done.start, done.steps, done.seed)
