"""Wrapped rules beside torch's and optax's, as recorded by tests/references/wrappers.py."""

from typing import Any

import numpy as np
import pytest

from optviz.optimizers import NAG, SGD, AdaGrad, Adam, Array, Optimizer, RMSProp
from optviz.wrappers import EMA, L2, SWA, ClipNorm, ClipValue, Decay, Lookahead
from tests.references.wrappers import FILE, START

RECORDS = dict(np.load(FILE))
GIVEN = RECORDS.pop("given")
AGREEMENT = 1e-12

SAME: dict[str, Optimizer] = {
    "torch/sgd-l2": L2(0.05)(SGD(lr=0.1)),
    "torch/nag-l2": L2(0.05)(NAG(lr=0.05, mu=0.9)),
    "torch/adagrad-l2": L2(0.05)(AdaGrad(lr=0.1, eps=1e-10)),
    "torch/rmsprop-l2": L2(0.05)(RMSProp(lr=0.02, rho=0.9, eps=1e-8)),
    "torch/adam-l2": L2(0.05)(Adam(lr=0.1)),
    "torch/adam-decay": Decay(0.05)(Adam(lr=0.1)),
    "torch/adam-clipvalue": ClipValue(0.8)(Adam(lr=0.1)),
    "torch/sgd-ema": EMA(0.9)(SGD(lr=0.1)),
    "torch/adam-swa": SWA(30)(Adam(lr=0.1)),
    "optax/sgd-clipnorm": ClipNorm(1.0)(SGD(lr=0.1)),
    "optax/adam-clipnorm": ClipNorm(1.0)(Adam(lr=0.1)),
    "optax/sgd-clipvalue": ClipValue(0.8)(SGD(lr=0.1)),
    "optax/adam-l2": L2(0.05)(Adam(lr=0.1)),
    "optax/adam-l2-clipnorm": ClipNorm(1.0)(L2(0.05)(Adam(lr=0.1))),
    "optax/adam-decay": Decay(0.05)(Adam(lr=0.1)),
    "optax/sgd-decay": Decay(0.05)(SGD(lr=0.1)),
    "optax/sgd-lookahead": Lookahead(4, 0.6)(SGD(lr=0.1)),
    "optax/adam-lookahead": Lookahead(4, 0.6)(Adam(lr=0.1)),
}


def path(optimizer: Optimizer, shows: str) -> Array:
    """What the library's parameter stands for, after every step with the given gradients."""
    x = np.array(START)
    state = optimizer.init(x)
    rows = []
    for g in GIVEN:
        x, state = optimizer.step(x, g, state)
        rows.append(
            optimizer.lookahead(x, state) if shows == "ahead" else vars(state).get(shows, x)
        )
    return np.array(rows)


def test_every_record_has_an_optimizer_of_ours() -> None:
    assert SAME.keys() == RECORDS.keys()


@pytest.mark.parametrize("key", SAME)
def test_every_step_is_the_library_s(key: str) -> None:
    shows: Any = "average" if key.endswith(("ema", "swa")) else "ahead" if "nag" in key else "x"
    np.testing.assert_allclose(path(SAME[key], shows), RECORDS[key], rtol=0, atol=AGREEMENT)
