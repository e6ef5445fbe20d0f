"""A batch of starts and of hyper-parameters is nothing but many races at once."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest

from optviz.optimizers import OPTIMIZERS, Optimizer
from optviz.race import race
from optviz.variants import VARIANTS
from surfaces import SURFACES, Surface
from tests.support.optimizers import racing_on
from tests.support.trajectories import assert_same, member

RULES = OPTIMIZERS | VARIANTS


def resized(surface: Surface) -> list[Surface]:
    """The surface, and if it has minibatches, the same with smaller and larger ones."""
    if surface.minibatches is None:
        return [surface]
    sizes = {1, 3, surface.minibatches.size, surface.minibatches.count}
    parts = [replace(surface.minibatches, size=size) for size in sorted(sizes)]
    return [replace(surface, minibatches=part) for part in parts]


RESIZED = [each for surface in SURFACES.values() for each in resized(surface)]


def titled(value: object) -> str | None:
    """How a test's parameter is called in reports; None leaves it to pytest."""
    if not isinstance(value, Surface):
        return None
    return value.name + (f" by {value.minibatches.size}" if value.minibatches else "")


@pytest.mark.parametrize("batch", [(), (4,), (2, 3), (1,)])
def test_shapes(batch: tuple[int, ...]) -> None:
    for surface, most in product(SURFACES.values(), (None, 1)):
        optimizers = [kind() for kind in racing_on(surface).values()][:most]
        start = np.broadcast_to(surface.start, (*batch, 2))
        for run in race(surface, optimizers, start, steps=5):
            assert run.x.shape == (6, *batch, 2)
            assert run.loss.shape == (6, *batch)
            assert run.grad_at.shape == run.grad.shape == (5, *batch, 2)
            assert {values.shape for values in run.state.values()} <= {(6, *batch, 2)}
            assert np.shape(run.last) == batch


@pytest.mark.parametrize("surface", RESIZED, ids=titled)
@pytest.mark.parametrize("kind", RULES.values(), ids=RULES.keys())
def test_a_batch_equals_its_members_to_the_last_bit(
    kind: type[Optimizer], surface: Surface
) -> None:
    if kind not in racing_on(surface).values():
        surface = SURFACES["beale"]
    starts = surface.start + 0.05 * np.random.default_rng(5).normal(size=(3, 1, 2))
    shares = np.array([[1.0], [0.93], [0.71], [0.5]])
    hyper = {name: value * shares for name, value in kind().settings().items()}
    batch = race(surface, [kind(**hyper)], starts, steps=40, seed=3)[0]
    for i, j in product(range(3), range(4)):
        alone = kind(**{name: float(values[j, 0]) for name, values in hyper.items()})
        single = race(surface, [alone], starts[i, 0], steps=40, seed=3)[0]
        assert_same(member(batch, i, j), single)


@pytest.mark.parametrize("surface", SURFACES.values(), ids=SURFACES.keys())
def test_who_else_runs_makes_no_difference(surface: Surface) -> None:
    starts = surface.start + 0.05 * np.random.default_rng(6).normal(size=(5, 2))
    together = race(surface, [kind() for kind in racing_on(surface).values()], starts, steps=40)
    for run in together:
        assert_same(run, race(surface, [run.optimizer], starts, steps=40)[0])
