"""Where numbers end: a race stops drawing there, without a warning (warnings are errors here)."""

import numpy as np
import pytest

from optviz.endings import DOMAIN, GRADIENT, MINIMUM, OVERFLOW, UPDATE
from optviz.optimizers import NAG, OPTIMIZERS, SGD, AdaGrad, Adam, Optimizer, RMSProp
from optviz.race import Trajectory, race
from optviz.spec.race_spec import Formula, formula_scene
from surfaces import SURFACES, Surface
from tests.support.trajectories import assert_same, member, quantities

BEALE, SADDLE = SURFACES["beale"], SURFACES["saddle_point"]


def everyone() -> list[Optimizer]:
    return [kind() for kind in OPTIMIZERS.values()]


def assert_ends(run: Trajectory, last: int) -> None:
    """All is kept up to the last finite step, and nothing after it."""
    assert (int(run.last), run.ended) == (last, last + 1)
    assert np.isfinite(run.x[: last + 1]).all()
    assert np.isfinite(run.loss[: last + 1]).all()
    for name, values in quantities(run).items():
        assert np.isnan(values[last + 1 :]).all(), name
        assert not np.isnan(values[1 : last + 1]).any(), name


def test_divergence_stops_at_the_last_finite_point_and_disturbs_no_other_run() -> None:
    done = race(BEALE, [SGD(lr=1.0), *everyone()], steps=40)
    x, last = np.array(BEALE.start), -1
    with np.errstate(all="ignore"):
        while np.isfinite(x).all() and np.isfinite(BEALE.loss(x[0], x[1])):
            last += 1
            np.testing.assert_array_equal(done[0].x[last], x)
            x = x - BEALE.step_gradient(x)
    assert last == 2
    assert_ends(done[0], last)
    for run, alone in zip(done.runs[1:], race(BEALE, everyone(), steps=40), strict=True):
        assert_same(run, alone)


@pytest.mark.parametrize("optimizer", [AdaGrad(), Adam()], ids=repr)
def test_a_memory_that_overflows_is_divergence(optimizer: Optimizer) -> None:
    # The loss, 1e307, is finite and so is every point; only the squared gradient is not.
    run = race(SADDLE, [optimizer], start=(0.0, 1.5e153), steps=5)[0]
    assert np.isfinite(run.grad[0]).all()
    assert_ends(run, last=0)


def test_a_loss_that_overflows_is_divergence() -> None:
    run = race(SADDLE, [SGD(lr=10.0)], start=(0.0, 1e153), steps=5)[0]
    assert_ends(run, last=0)


def test_what_comes_back_from_infinity_has_ended_all_the_same() -> None:
    # A pole on the way: the loss is -1/2, infinite, and then 0.
    pole = Surface(
        name="pole",
        loss=lambda x, y: 1 / x + 0 * y,
        gradient=lambda x, y: (-1 / (x * x), np.zeros_like(y)),
        xlim=(-3, 3),
        ylim=(-1, 1),
        start=(-2, 0),
        minima=(),
        source="made for this test",
    )
    run = race(pole, [SGD(lr=8.0)], steps=5)[0]
    assert_ends(run, last=0)


def test_divergence_at_the_very_end_is_not_divergence() -> None:
    run = race(BEALE, [SGD(lr=1.0)], steps=2)[0]
    assert (int(run.last), run.ended, run.ending) == (2, None, None)


def test_in_a_batch_each_start_diverges_by_itself() -> None:
    starts = np.array([[1.0, 1.6], [4.0, 4.0], [0.0, 0.0], [-4.0, -4.0]])
    batch = race(BEALE, [SGD(lr=0.02)], starts, steps=60)[0]
    assert (batch.last == 60).tolist() == [True, False, True, False]
    for i, start in enumerate(starts):
        assert_same(member(batch, i), race(BEALE, [SGD(lr=0.02)], start, steps=60)[0])


ROOT_OF_SUM = "sqrt(x**2 + y**2)"


@pytest.mark.parametrize(
    ("formula", "start", "optimizer", "kind", "step"),
    [
        ("x**4 - y**4", (1, 2), SGD(lr=1), OVERFLOW, 5),  # inf - inf is nan, and still overflow
        ("x**2 + y**2", (1, 1), Adam(lr=1e308), OVERFLOW, 1),
        ("log(x) + y**2", (1, 1), SGD(lr=0.3), DOMAIN, 3),
        ("x**1.5 + y**2", (1, 1), SGD(lr=1), DOMAIN, 1),
        ("sqrt(x) + y**2", (1, 1), NAG(lr=0.1), DOMAIN, 6),  # where it looks ahead
        ("sqrt(x) + y**2", (1, 1), SGD(lr=2), GRADIENT, 2),  # at 0 its slope is infinite
        ("sqrt(x**2) + sqrt(y**2)", (0, 1), SGD(lr=0.1), GRADIENT, 1),
        (ROOT_OF_SUM, (1, 0), SGD(lr=0.125), MINIMUM, 9),
        ("x**2 + 0*y", (0, 1), RMSProp(lr=0.1, eps=0), UPDATE, 1),
        ("x**2 + 0*y", (1, 1), SGD(lr=0.5), None, None),
    ],
)
def test_what_ends_a_run_is_told_apart(
    formula: str,
    start: tuple[float, float],
    optimizer: Optimizer,
    kind: str | None,
    step: int | None,
) -> None:
    surface = formula_scene(Formula(formula)).surface
    run = race(surface, [optimizer], start, steps=20)[0]
    assert (run.ending and run.ending.kind, run.ended) == (kind, step)
    assert run.diverged == (step if kind == OVERFLOW else None)


def test_the_words_name_the_point_and_what_may_help() -> None:
    arrived = race(formula_scene(Formula(ROOT_OF_SUM)).surface, [SGD(lr=0.125)], (1, 0))[0]
    assert arrived.ending is not None
    told = arrived.ending.explained("SGD", arrived.optimizer.settings())
    assert told.startswith("SGD reached the minimum at step 8: it stands on (0, 0), ")
    assert "lr" not in told  # a smaller one would not change it
    lost = race(BEALE, [SGD(lr=1.0)], steps=40)[0]
    assert lost.ending is not None
    assert lost.ending.words == "diverged at step 3"
    assert "a smaller lr may help" in lost.ending.explained("SGD", lost.optimizer.settings())
    divided = race(formula_scene(Formula("x**2 + 0*y")).surface, [RMSProp(eps=0)], (0, 1))[0]
    assert divided.ending is not None
    assert "an eps above 0 helps" in divided.ending.explained("", divided.optimizer.settings())
