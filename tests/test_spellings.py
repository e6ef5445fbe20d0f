"""Calls with other libraries' words are answered with the call that is meant."""

import pickle
import re
from dataclasses import replace
from typing import Any

import pytest

from optviz.optimizers import NAG, OPTIMIZERS, SGD, Adam, Momentum, Optimizer, RMSProp
from optviz.spellings import SPELLINGS, brief
from optviz.variants import RULES

CALLS: list[tuple[type[Optimizer], tuple[Any, ...], dict[str, Any], str]] = [
    (Adam, (), {"learning_rate": 0.1}, "which is Keras's and optax's word: write Adam(lr=0.1)"),
    (Adam, (), {"betas": (0.9, 0.99)}, "torch's word: write Adam(beta1=0.9, beta2=0.99)"),
    (Adam, (), {"betas": 0.9}, "Adam has no betas; it has lr, beta1, beta2, eps"),
    (Adam, (), {"beta_1": 0.9, "epsilon": 1e-7}, "write Adam(beta1=0.9, eps=1e-07)"),
    (Adam, (0.1,), {"b1": 0.5}, "optax's word: write Adam(lr=0.1, beta1=0.5)"),
    (Adam, (), {"LR": 1}, "write Adam(lr=1)"),
    (Adam, (), {"amsgrad": True}, "that is AMSGrad of optviz.variants"),
    (Adam, (), {"weight_decay": 0.1}, "that is AdamW of optviz.variants"),
    (Adam, (), {"foo": 1}, "Adam has no foo; it has lr, beta1, beta2, eps"),
    (Adam, (0.1,), {"lr": 0.2}, "given lr twice: 0.1, 0.2"),
    (Adam, (1, 2, 3, 4, 5), {}, "given 5 numbers without a name; it has lr"),
    (SGD, (), {"momentum": 0.9}, "that is Momentum(mu=0.9)"),
    (SGD, (0.1,), {"momentum": 0.9, "nesterov": True}, "that is NAG(lr=0.1, mu=0.9)"),
    (Momentum, (), {"momentum": 0.9}, "write Momentum(mu=0.9)"),
    (RMSProp, (), {"alpha": 0.99}, "write RMSProp(rho=0.99)"),
    (RMSProp, (), {"momentum": 0.9}, "RMSProp has no momentum; it has lr, rho, eps"),
    (RULES["adamw"], (), {"weight_decay": 0.1}, "write AdamW(decay=0.1)"),
    (RULES["nadam"], (), {"momentum_decay": 0.1}, "write Nadam(psi=0.1)"),
]


@pytest.mark.parametrize(("kind", "given", "named", "says"), CALLS)
def test_what_a_rule_does_not_have_is_named_with_what_it_has(
    kind: type[Optimizer], given: tuple[Any, ...], named: dict[str, Any], says: str
) -> None:
    with pytest.raises(ValueError, match=re.escape(says)):
        kind(*given, **named)


@pytest.mark.parametrize("kind", RULES.values())
def test_what_is_told_can_be_written(kind: type[Optimizer]) -> None:
    """Every word that is translated leads to a call that works, with the value in its place."""
    own = kind().settings()
    for word, spelling in SPELLINGS.items():
        known = [name for name in spelling.ours if name in own]
        if not known or word in own:
            continue
        with pytest.raises(ValueError, match="write ") as told:
            kind(**{word: 0.25})
        call = str(told.value).partition("write ")[2]
        assert eval(call, {kind.__name__: kind}) == replace(kind(), **{known[0]: 0.25})


@pytest.mark.parametrize("kind", OPTIMIZERS.values())
def test_optimizers_are_copied_and_pickled_as_before(kind: type[Optimizer]) -> None:
    made = kind(lr=0.5)  # type: ignore[call-arg]
    assert pickle.loads(pickle.dumps(made)) == made
    assert replace(made, lr=0.25) == kind(0.25)  # type: ignore[call-arg]


def test_a_class_with_an_init_of_its_own_is_made_as_it_says() -> None:
    class Fixed(NAG):
        def __init__(self, *, tempo: str) -> None:
            super().__init__(lr={"slow": 0.01}[tempo])

    assert Fixed(tempo="slow").lr == 0.01


def test_what_is_long_is_cut_in_sentences() -> None:
    assert brief("x" * 500).endswith("...")
    assert brief(10**5000) == "int too long to be shown"
