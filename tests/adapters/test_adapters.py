"""Adapted optimizers: the library's own steps behind our interface, without the libraries.

What stands in for torch and optax here speaks their interface and keeps its numbers as they do;
`python -m tests.references.adapters` compares with the libraries themselves where they are.
"""

import importlib.util
import math
import pickle
import sys
from collections import defaultdict
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple

import numpy as np
import pytest

from optviz import user_rules as own
from optviz.adapters import optax_optimizer, torch_optimizer
from optviz.equations import equations, source
from optviz.optimizers import Adam, Optimizer
from optviz.player.payload import message
from optviz.race import race
from optviz.studies.sweep import learning_rate_sweep
from optviz.style import settings_text
from optviz.variants import RULES
from surfaces import SURFACES
from tests.support.libraries import FakeJax, FakeTorch, Tensor, stand_ins

BEALE = SURFACES["beale"]


class LazyAdam:
    """Adam as torch writes it: state made in the first step, counted in a tensor without axes."""

    def __init__(
        self,
        params: Any,
        lr: float = 1e-3,
        betas: tuple[float, float] = (0.9, 0.999),
        eps: float = 1e-8,
        delay: int = 0,
        maximize: bool = False,
        foreach: bool | None = None,
    ) -> None:
        assert isinstance(delay, int)
        self.settings = lr, betas, eps, maximize
        self.param_groups = [{"params": list(params)}]
        self.state: dict[Any, dict[str, Any]] = defaultdict(dict)

    def step(self) -> None:
        lr, (beta1, beta2), eps, maximize = self.settings
        for point in self.param_groups[0]["params"]:
            state = self.state[point]
            if not state:
                state.update(step=Tensor(0.0), t=0, nothing=None)
                state.update(exp_avg=Tensor(0 * point.data), exp_avg_sq=Tensor(0 * point.data))
            g = -point.grad.data if maximize else point.grad.data
            state["t"] += 1
            state["step"].data += 1
            assert isinstance(state["t"], int)
            assert state["step"].dtype == np.float64
            t = state["step"].data.item()
            state["exp_avg"].data += (1 - beta1) * (g - state["exp_avg"].data)
            state["exp_avg_sq"].data *= beta2
            state["exp_avg_sq"].data += (1 - beta2) * g * g
            root = np.sqrt(state["exp_avg_sq"].data) / math.sqrt(1 - beta2**t) + eps
            point.data -= lr / (1 - beta1**t) * state["exp_avg"].data / root


class Newton:
    """Asks for what a race does not give."""

    def __init__(self, params: Any, lr: float = 1.0) -> None:
        self.params = params

    def step(self, closure: Any) -> None:
        raise AssertionError(closure)


class Moments(NamedTuple):
    count: Any
    mu: Any
    nu: Any


class Trace(NamedTuple):
    mu: Any
    t: Any


def adam(
    learning_rate: float, b1: float = 0.9, b2: float = 0.999, eps: float = 1e-8, mask: Any = None
) -> Any:
    """Adam as optax writes it: a tuple of states, made before the first step."""

    def init(point: Any) -> Any:
        assert FakeJax.doubles
        return Moments(np.zeros((), np.int32), 0 * point, 0 * point), Trace(0 * point, np.int32(0))

    def update(g: Any, state: Any, point: Any) -> Any:
        (count, mu, nu), trace = state
        assert count.dtype == np.int32
        count = count + np.int32(1)
        mu, nu = b1 * mu + (1 - b1) * g, b2 * nu + (1 - b2) * g * g
        step = mu / (1 - b1 ** float(count)) / (np.sqrt(nu / (1 - b2 ** float(count))) + eps)
        return -learning_rate * step, (Moments(count, mu, nu), Trace(g, trace.t + np.int32(2)))

    return SimpleNamespace(init=init, update=update)


@pytest.fixture(autouse=True)
def libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    """Modules that stand in for the libraries, also where these are installed."""
    for name, module in stand_ins().items():
        monkeypatch.setitem(sys.modules, name, module)


def torch_adam(**settings: Any) -> Optimizer:
    return torch_optimizer(LazyAdam, **settings)


def optax_adam(**settings: Any) -> Optimizer:
    settings["learning_rate"] = settings.pop("lr", 0.01)
    return optax_optimizer(adam, **settings)


both = pytest.mark.parametrize("make", [torch_adam, optax_adam])


@both
def test_it_is_adam(make: Any) -> None:
    ours, theirs = race(BEALE, [Adam(lr=0.3), make(lr=0.3)], steps=200)
    np.testing.assert_allclose(theirs.x, ours.x, rtol=0, atol=1e-12)
    assert theirs.ended is None


def test_the_librarys_state_is_the_history() -> None:
    ours, torchs, optaxs = race(
        BEALE, [Adam(lr=0.3), torch_adam(lr=0.3), optax_adam(lr=0.3)], steps=9
    )
    assert list(torchs.state) == ["step", "t_own", "exp_avg", "exp_avg_sq"]
    assert list(optaxs.state) == ["count", "mu", "nu", "mu_2", "count_2"]
    np.testing.assert_allclose(torchs.state["exp_avg"][1:], ours.state["m"][1:], rtol=1e-12)
    np.testing.assert_allclose(optaxs.state["nu"], ours.state["v"], rtol=1e-12)
    np.testing.assert_array_equal(torchs.state["step"][1:, 0], range(1, 10))
    assert np.isnan(torchs.state["step"][0]).all()  # torch has none before its first step
    np.testing.assert_array_equal(optaxs.state["count_2"][:, 1], range(0, 20, 2))
    np.testing.assert_array_equal(optaxs.state["mu_2"][1:], optaxs.grad)


@both
def test_steps_are_pure(make: Any) -> None:
    optimizer, x = make(lr=0.1), np.array([1.0, 1.6])
    g = np.array([3.0, -4.0])
    first, state = optimizer.step(x, g, optimizer.init(x))
    before = {name: np.copy(value) for name, value in vars(state).items()}
    one, _ = optimizer.step(first, g, state)
    again, _ = optimizer.step(first, g, state)
    np.testing.assert_array_equal(one, again)
    assert x.tolist() == [1.0, 1.6]
    assert g.tolist() == [3.0, -4.0]
    for name, value in vars(state).items():
        np.testing.assert_array_equal(value, before[name])


@both
def test_a_batch_is_its_members(make: Any) -> None:
    starts = np.random.default_rng(0).normal(size=(2, 3, 2))
    together = race(BEALE, [make(lr=0.1)], starts, steps=20)[0]
    for place in np.ndindex(2, 3):
        alone = race(BEALE, [make(lr=0.1)], starts[place], steps=20)[0]
        np.testing.assert_array_equal(together.x[(slice(None), *place)], alone.x)


@both
def test_a_row_of_settings_is_one_after_the_other(make: Any) -> None:
    many = replace(
        make(), lr=np.array([[0.1], [0.3], [0.1]]), beta1=np.array([[0.9], [0.9], [0.0]])
    )
    together = race(BEALE, [many], steps=20)[0]
    for k, (rate, beta) in enumerate([(0.1, 0.9), (0.3, 0.9), (0.1, 0.0)]):
        alone = race(BEALE, [replace(make(), lr=rate, beta1=beta)], steps=20)[0]
        np.testing.assert_array_equal(together.x[:, k], alone.x)
        for name in ("exp_avg", "step") if make is torch_adam else ("mu", "count"):
            np.testing.assert_array_equal(together.state[name][:, k], alone.state[name])
    swept = list(learning_rate_sweep(BEALE, [make()], steps=20, rates=[0.1, 0.3]))[-1]
    np.testing.assert_array_equal(swept.final[0], together.loss[-1, :2])


def test_settings_are_the_numbers_and_the_rest_stays() -> None:
    torchs = torch_adam(lr=0.2, betas=(0.5, 0.9), maximize=True)
    wanted = {"lr": 0.2, "beta1": 0.5, "beta2": 0.9, "eps": 1e-8, "delay": 0.0}
    assert torchs.settings() == wanted
    assert type(torchs)().settings() == wanted
    assert type(torchs).__name__ == "LazyAdamTorch"
    assert settings_text(torchs) == "lr 0.2, β₁ 0.5, β₂ 0.9, ε 10⁻⁸, delay 0"
    up, down = race(BEALE, [torchs, torch_adam(lr=0.2, betas=(0.5, 0.9))], steps=1)
    np.testing.assert_allclose(up.x[1] - up.x[0], down.x[0] - down.x[1], rtol=1e-12)
    optaxs = optax_optimizer(adam, learning_rate=0.1, b1=0.8, name="Mine")
    assert optaxs.settings() == {"lr": 0.1, "beta1": 0.8, "beta2": 0.999, "eps": 1e-8}
    assert type(optaxs).__name__ == "Mine"
    assert type(optax_adam()).__name__ == "AdamOptax"


def test_what_optax_has_made_already_races_under_its_name() -> None:
    finished = optax_optimizer(adam(0.3), name="Chain")
    ours, theirs = race(BEALE, [Adam(lr=0.3), finished], steps=50)
    assert finished.settings() == {}
    np.testing.assert_allclose(theirs.x, ours.x, rtol=0, atol=1e-12)


@both
def test_it_is_shown_without_equations_and_says_whose_it_is(make: Any) -> None:
    kind = type(make())
    assert equations(kind) == []
    assert ("PyTorch 0" in source(kind)) == (make is torch_adam)
    assert message(race(BEALE, [make(), Adam()], steps=5))


def test_the_process_keeps_its_kind_of_numbers() -> None:
    race(BEALE, [torch_adam(), optax_adam()], steps=2)
    assert FakeTorch.kind is np.float32
    assert not FakeJax.doubles
    with pytest.raises(ValueError, match="takes no step"):
        torch_optimizer(Newton)
    assert FakeTorch.kind is np.float32


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda: torch_optimizer(Newton), "NewtonTorch takes no step on two numbers"),
        (lambda: torch_adam(rate=3), "LazyAdamTorch has no setting rate; it has lr, betas, eps"),
        (lambda: torch_adam(lr=-1.0), "LazyAdamTorch: lr = -1.0 is not possible"),
        (lambda: torch_optimizer(LazyAdam, name="my own"), "name = 'my own' is not a valid name"),
        (lambda: torch_optimizer(3), "3 does not make an optimizer: give a class or a function"),
        (lambda: optax_optimizer(adam), "AdamOptax needs a setting learning_rate: give one"),
        (lambda: optax_optimizer(adam, learning_rate="a"), "unsupported operand|bad operand"),
        (lambda: optax_optimizer(adam(0.1)), "needs a name= and takes no settings"),
    ],
)
def test_what_cannot_be_is_a_sentence(make: Any, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        make()


@pytest.mark.parametrize("name", ["torch", "optax"])
def test_a_missing_library_is_a_sentence(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, name)
    if importlib.util.find_spec(name):  # installed here after all: as if it were not
        monkeypatch.setitem(sys.modules, name, None)
    make = {"torch": torch_adam, "optax": optax_adam}[name]
    with pytest.raises(ValueError, match=f"^{name} is not installed: python -m pip install {name}"):
        make()


FILE = """
import sys
from optviz.adapters import torch_optimizer
from tests.adapters.test_adapters import LazyAdam

{called} = torch_optimizer(LazyAdam, name="Theirs", lr=0.05)
"""


@pytest.mark.parametrize("called", ["mine", "Theirs"])
def test_a_file_may_bring_one(called: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for kept in ("FILES", "RAN"):
        monkeypatch.setattr(own, kept, {})
    (tmp_path / "theirs.py").write_text(FILE.format(called=called), encoding="utf-8")
    try:
        (kind,) = own.load_rules(tmp_path / "theirs.py").values()
        assert RULES["theirs"] is kind
        assert kind().settings()["lr"] == 0.05
        assert pickle.loads(pickle.dumps(kind(lr=0.1))) == kind(lr=0.1)  # type: ignore[call-arg]
    finally:
        RULES.pop("theirs", None)
