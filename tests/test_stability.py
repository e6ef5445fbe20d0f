"""Each rule's limit on quadratics: just below it steps die out, just above it they grow."""

import numpy as np
import pytest
from numpy.typing import NDArray

from optviz.optimizers import NAG, SGD, Momentum, Optimizer, State
from optviz.race import race
from optviz.stability import LIMITS, Limit
from optviz.variants import NAGLookAhead
from surfaces.surface import Surface

Array = NDArray[np.float64]
TURNED = np.array([[0.8, -0.6], [0.6, 0.8]])  # eigenvectors along no axis
STEPS = 1500
PLAIN = (SGD(lr=0.01), Momentum(lr=0.01, mu=0.8), NAG(lr=0.01, mu=0.8), NAGLookAhead(0.01, 0.8))
LINEAR = ("m",)  # memories that are linear in the gradient; the others make the rates


def growth(sizes: Array) -> float:
    """By what the largest of the last steps exceeds the largest of the first."""
    return float(sizes[-50:].max() / sizes[:50].max())


@pytest.mark.parametrize("optimizer", PLAIN, ids=lambda each: type(each).__name__)
@pytest.mark.parametrize(("share", "grows"), [(0.98, False), (1.02, True)])
def test_a_race_beyond_the_limit_grows(optimizer: Optimizer, share: float, grows: bool) -> None:
    limit = LIMITS[type(optimizer)].value(optimizer)
    hessian = TURNED @ np.diag([share * limit, 0.3 * limit]) @ TURNED.T
    (xx, xy), (_, yy) = hessian
    bowl = Surface(
        name="Quadratic",
        loss=lambda x, y: (xx * x * x + 2 * xy * x * y + yy * y * y) / 2,
        xlim=(-1, 1),
        ylim=(-1, 1),
        start=(0.5, 0.25),
        minima=((0.0, 0.0),),
        source="",
    )
    (run,) = race(bowl, [optimizer], steps=STEPS // 2)
    sizes = np.hypot(*run.x.T)
    assert (growth(sizes) > 10) if grows else (growth(sizes) < 0.1)


SCALED = [kind for kind, limit in LIMITS.items() if limit.rates is not None]


@pytest.mark.parametrize("kind", SCALED, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize(("share", "grows"), [(0.98, False), (1.02, True)])
@pytest.mark.parametrize("t", [0, 30])
def test_with_its_rates_held_a_rule_beyond_the_limit_grows(
    kind: type[Optimizer], share: float, grows: bool, t: int
) -> None:
    """What the rule makes of a gradient of some size is held; it goes on with its linear memory."""
    optimizer, limit = kind(), LIMITS[kind]
    assert limit.rates is not None
    x = 1e-120 * np.array([0.5, 0.25])  # squares of such gradients are no part of any rate
    begin = optimizer.init(x)
    for name in optimizer.memory:
        if name not in LINEAR:
            setattr(begin, name, np.array([3.0, 0.02]))
    begin.t = t
    _, after = optimizer.step(x, np.zeros(2), begin)
    d = np.broadcast_to(limit.rates(optimizer, after), (2,))
    curved = TURNED @ np.diag([1.0, 0.3]) @ TURNED.T
    root = np.diag(np.sqrt(d))
    high = np.linalg.eigvalsh(root @ curved @ root)[-1]
    hessian = curved * share * limit.value(optimizer) / high
    sizes, state = [], begin
    for _ in range(STEPS):
        x, after = optimizer.step(x, hessian @ x, state)
        kept = {name: getattr(after, name) for name in optimizer.memory if name in LINEAR}
        state = State(vars(begin) | kept)
        sizes.append(float(np.hypot(*x)))
    assert (growth(np.array(sizes)) > 10) if grows else (growth(np.array(sizes)) < 0.1)


def test_every_limit_says_the_formula_that_it_computes() -> None:
    """In numbers: its words, read as arithmetic."""
    for kind, limit in LIMITS.items():
        optimizer = kind(**{"lr": 0.3})
        assert limit.value(optimizer) == pytest.approx(by_words(limit, optimizer))


def by_words(limit: Limit, optimizer: Optimizer) -> float:
    own = optimizer.settings()
    lr, mu, beta1 = own["lr"], own.get("mu", 0.0), own.get("beta1", 0.0)
    known: dict[str, float] = {
        "2 / lr": 2 / lr,
        "2 (1 + μ) / lr": 2 * (1 + mu) / lr,
        "2 (1 + μ) / ((1 + 2μ) lr)": 2 * (1 + mu) / ((1 + 2 * mu) * lr),
        "2": 2.0,
        "2 (1 + β₁) / (1 - β₁)": 2 * (1 + beta1) / (1 - beta1),
    }
    return known[limit.words]
