"""The tables to begin with are those that were published, by the figures that were."""

import numpy as np
import pytest

from surfaces.data import huber, least_squares, logistic, table
from surfaces.data.examples import EXAMPLES


def test_anscombes_third_has_the_figures_of_his_paper() -> None:
    """Mean 9 and 7.5, line y = 3 + 0.5 x, r = .816; ten points lie on y = 4 + 0.345 x."""
    x, y = table(EXAMPLES["anscombe"].text).numbers("x", "y").T
    assert (len(x), x.mean(), x.var(ddof=1)) == (11, 9, 11)
    assert y.mean() == pytest.approx(7.50, abs=0.005)
    assert np.corrcoef(x, y)[0, 1] == pytest.approx(0.816, abs=0.001)
    ((w, b),) = least_squares(x, y).minima
    np.testing.assert_allclose((w, b), (0.5, 3.0), atol=0.005)
    ((w, b),) = huber(x, y, delta=0.01).minima
    np.testing.assert_allclose((w, b), (0.345, 4.0), atol=0.02)
    assert w == pytest.approx(0.345, abs=0.002)


def test_the_o_rings_have_the_fit_of_the_paper() -> None:
    """log(p / (1 - p)) = 15.0429 - 0.2322 t; seven of 23 flights were damaged."""
    rings = table(EXAMPLES["o-rings"].text)
    labels, names = rings.classes("damaged")
    assert (names, labels.sum(), len(rings)) == (("no", "yes"), 7, 23)
    minima = logistic(rings.numbers("temperature"), labels).minima
    np.testing.assert_allclose(minima, [(-0.2322, 15.0429)], atol=1e-4)
