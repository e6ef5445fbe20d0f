"""Formulas that several tests read, and what each refusal must be."""

from typing import Any

import numpy as np

from surfaces.formula import FormulaError, loss_and_gradient
from surfaces.surface import Array

ROSENBROCK = "(1 - x)**2 + 100*(y - x**2)**2"
HIMMELBLAU = "(x^2 + y - 11)^2 + (x + y^2 - 7)^2"
RASTRIGIN = "20 + x**2 - 10*cos(2*pi*x) + y**2 - 10*cos(2*pi*y)"
X, Y = np.random.default_rng(3).uniform(0.1, 0.9, (2, 40))  # most functions have a value here


def refusal(text: Any) -> FormulaError | None:
    """The error that the text is refused with, or None; anything but a FormulaError gets out."""
    try:
        loss_and_gradient(text)
    except FormulaError as error:
        return error
    return None


def assert_a_good_refusal(error: FormulaError, text: str) -> None:
    sentence = str(error)
    assert f"column {error.column}" in sentence
    assert 1 <= error.column <= len(text) + 1
    assert sentence.isprintable()
    assert len(sentence) < 300


def assert_small_differences(loss: Any, gradient: Any, x: Array, y: Array) -> None:
    h = 1e-6
    dx = (loss(x + h, y) - loss(x - h, y)) / (2 * h)
    dy = (loss(x, y + h) - loss(x, y - h)) / (2 * h)
    np.testing.assert_allclose(np.stack(gradient(x, y)), [dx, dy], rtol=1e-5, atol=1e-6)
