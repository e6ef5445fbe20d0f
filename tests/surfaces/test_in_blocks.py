"""Points in blocks: the same numbers, of the same shapes, and nothing larger than a block."""

import numpy as np
import pytest
from autograd import elementwise_grad

from surfaces.in_blocks import BLOCK, in_blocks
from surfaces.surface import Array

SAMPLES: Array = np.random.default_rng(5).normal(size=700)


@pytest.mark.parametrize("shape", [(), (1,), (71,), (72,), (9, 50), (3, 0)])
def test_blocks_do_not_change_a_bit(shape: tuple[int, ...]) -> None:
    x, y = np.random.default_rng(6).normal(size=(2, *shape))
    largest = 0

    def mean(x: Array, y: Array) -> Array:
        nonlocal largest
        off = x[..., None] * SAMPLES - y[..., None]
        largest = max(largest, off.size)
        return np.asarray(np.mean(off * off, axis=-1))

    def pair(x: Array, y: Array) -> tuple[Array, Array]:
        return mean(x, y), mean(y, x)

    np.testing.assert_array_equal(in_blocks(mean, x, y, 700), mean(x, y))
    np.testing.assert_array_equal(in_blocks(pair, x, y, 700), pair(x, y))
    largest = 0
    in_blocks(pair, x, y, 700)
    assert largest <= BLOCK


def test_a_row_and_a_column_are_a_grid() -> None:
    x, y = np.linspace(0, 1, 30), np.linspace(2, 3, 40)[:, None]

    def mean(x: Array, y: Array) -> Array:
        return np.asarray(np.mean(x[..., None] * SAMPLES - y[..., None], axis=-1))

    np.testing.assert_array_equal(in_blocks(mean, x, y, 700), mean(*np.meshgrid(x, y)))


def test_more_samples_than_a_block_holds_are_one_point_at_a_time() -> None:
    x = np.arange(5.0)
    seen = in_blocks(lambda x, y: np.full(x.shape, x.size), x, x, BLOCK + 1)
    assert (seen == 1).all()


def test_autograd_sees_through() -> None:
    x = np.linspace(0, 1, BLOCK)
    slope = elementwise_grad(lambda x: in_blocks(lambda x, y: x * x * y, x, 3 * x, 2))(x)
    np.testing.assert_allclose(slope, 9 * x * x)  # of 3 x^3
