"""What torch's optimizers remember: held to the plain loop of torch's documentation, to the bit.

The classes here stand in for those of libraries: they keep what they know where those keep it.
`python -m tests.references.adapters` does the same with the libraries themselves.
"""

import copy
import math
import sys
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import count
from typing import Any, ClassVar

import numpy as np
import pytest

from optviz.adapters import torch_optimizer
from optviz.optimizers import Array, Momentum, Optimizer
from optviz.race import race
from optviz.studies.basins import basins
from optviz.studies.sweep import learning_rate_sweep
from surfaces import SURFACES
from tests.references.loops import KEPT, recorded
from tests.support.libraries import FakeTorch, Tensor, stand_ins

BEALE = SURFACES["beale"]
NOISY = SURFACES["noisy_quadratic"]
STEPS = 60


@pytest.fixture(autouse=True)
def libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, module in stand_ins().items():
        monkeypatch.setitem(sys.modules, name, module)


class Base:
    """What optimizers of torch have in common."""

    def __init__(self, params: Any, **settings: Any) -> None:
        self.param_groups = [{"params": list(params), **settings}]
        self.state: dict[Any, dict[str, Any]] = defaultdict(dict)

    @property
    def point(self) -> Any:
        return self.param_groups[0]["params"][0]

    def zero_grad(self) -> None:
        self.point.grad = None


class OnSelf(Base):
    """Velocity and count on the object itself."""

    def __init__(self, params: Any, lr: float = 0.001, mu: float = 0.9) -> None:
        super().__init__(params, lr=lr, mu=mu)
        self.velocity, self.count = 0.0, 0

    def step(self) -> None:
        self.count += 1
        self.velocity = self.param_groups[0]["mu"] * self.velocity + self.point.grad.data
        self.point.data -= self.param_groups[0]["lr"] / math.sqrt(self.count) * self.velocity


class InGroup(Base):
    """Everything in the parameter group, as RAdam has its buffer and its count."""

    def __init__(self, params: Any, lr: float = 0.05, warm: int = 5) -> None:
        super().__init__(params, lr=lr, warm=warm, steps=0, memory=0.0)

    def step(self) -> None:
        group = self.param_groups[0]
        group["steps"] += 1
        group["memory"] = 0.9 * group["memory"] + 0.1 * self.point.grad.data**2
        if group["steps"] > group["warm"]:
            self.point.data -= group["lr"] * self.point.grad.data / (1 + np.sqrt(group["memory"]))


class Plain(Base):
    """SGD, whose rate schedulers set."""

    def __init__(self, params: Any, lr: float = 0.001) -> None:
        super().__init__(params, lr=lr)

    def step(self) -> None:
        self.point.data -= self.param_groups[0]["lr"] * self.point.grad.data


class Adaptive(Base):
    """Adam, its moments in the parameter's state and its rate in the group, as torch's has them."""

    def __init__(self, params: Any, lr: float = 0.001) -> None:
        super().__init__(params, lr=lr)

    def step(self) -> None:
        g, state = self.point.grad.data, self.state[self.point]
        t = state["step"] = state.get("step", 0) + 1
        state["m"] = state.get("m", 0.0) + 0.1 * (g - state.get("m", 0.0))
        state["v"] = 0.999 * state.get("v", 0.0) + 0.001 * g * g
        root = np.sqrt(state["v"] / (1 - 0.999**t)) + 1e-8
        self.point.data -= self.param_groups[0]["lr"] / (1 - 0.9**t) * state["m"] / root


class Slow:
    """Wraps another optimizer and goes back half of the way in every third step."""

    def __init__(self, optimizer: Any) -> None:
        self.optimizer = optimizer
        self.param_groups = optimizer.param_groups
        self.state: dict[Any, dict[str, Any]] = {}
        self.calls = count(1)
        self.slow = optimizer.point.data.copy()

    def zero_grad(self) -> None:
        self.optimizer.zero_grad()

    def step(self) -> None:
        self.optimizer.step()
        if next(self.calls) % 3 == 0:
            point = self.optimizer.point
            self.slow = self.slow + 0.5 * (point.data - self.slow)
            point.data.copy_(Tensor(self.slow))


class Sharp(Base):
    """Goes by the gradient a little way uphill, as SAM does: a second one in each step."""

    def __init__(self, params: Any, lr: float = 0.001, rho: float = 0.05) -> None:
        super().__init__(params, lr=lr, rho=rho)

    def step(self, closure: Any) -> None:
        here, g = self.point.data.copy(), self.point.grad.data
        self.point.data += self.param_groups[0]["rho"] * g / np.sqrt((g * g).sum())
        closure()
        self.point.data.copy_(Tensor(here - self.param_groups[0]["lr"] * self.point.grad.data))


class Halving(Base):
    """Halves its step until the loss is lower: asks for it as often as it likes."""

    def __init__(self, params: Any, lr: float = 1.0) -> None:
        super().__init__(params, lr=lr)

    def step(self, closure: Any = None) -> None:
        if closure is None:
            raise RuntimeError("Halving requires a closure")
        before = float(closure())
        here, g, rate = self.point.data.copy(), self.point.grad.data, self.param_groups[0]["lr"]
        for _ in range(40):
            self.point.data.copy_(Tensor(here - rate * g))
            if float(closure()) < before:
                return
            rate /= 2


class Clipped(Base):
    """Shortens the gradient of the whole parameter, so it mixes the points of a batch."""

    def __init__(self, params: Any, lr: float = 0.05) -> None:
        super().__init__(params, lr=lr)

    def step(self) -> None:
        g = self.point.grad.data
        self.point.data -= self.param_groups[0]["lr"] * g / max(1.0, np.sqrt((g * g).sum()))


class Drawing(Base):
    """Adds noise that torch draws."""

    def __init__(self, params: Any, lr: float = 0.001) -> None:
        super().__init__(params, lr=lr)

    def step(self) -> None:
        noise = FakeTorch.dice.normal(size=self.point.data.shape)
        self.point.data -= self.param_groups[0]["lr"] * (self.point.grad.data + noise)


class Unseeded(Plain):
    """Adds noise of which no seed is known."""

    def step(self) -> None:
        super().step()
        self.point.data += 1e-3 * np.random.default_rng().normal(size=2)


class Shared(Plain):
    """All its objects count together."""

    steps: ClassVar[list[int]] = []

    def step(self) -> None:
        self.steps.append(1)
        self.point.data -= self.param_groups[0]["lr"] / len(self.steps) * self.point.grad.data


class Latecomer(Base):
    """Has its memory in some steps only."""

    def __init__(self, params: Any, lr: float = 0.001) -> None:
        super().__init__(params, lr=lr)
        self.steps = 0

    def step(self) -> None:
        self.steps += 1
        self.state[self.point] = {"third": Tensor(self.point.data)} if self.steps % 3 == 0 else {}
        self.state[self.point]["ragged"] = [Tensor([1.0]), Tensor([1.0, 2.0])]
        self.state[self.point]["matrix"] = Tensor(np.eye(2))
        self.point.data -= self.param_groups[0]["lr"] * self.point.grad.data


class Quitter(Plain):
    """Takes so many steps only."""

    def __init__(self, params: Any, lr: float = 0.001, last: int = 20) -> None:
        super().__init__(params, lr)
        self.left = last

    def step(self) -> None:
        self.left -= 1
        if self.left < 0:
            raise ValueError("no step is left.")
        super().step()


class Cosine:
    """A scheduler; as torch's do, it puts itself before the optimizer's own step."""

    def __init__(self, optimizer: Any, steps: int) -> None:
        self.optimizer, self.steps, self.done, self.counted = optimizer, steps, 0, 0
        self.first = optimizer.param_groups[0]["lr"]
        original = optimizer.step

        def counting(*given: Any) -> Any:
            self.counted += 1
            return original(*given)

        optimizer.step = counting

    def step(self) -> None:
        self.done += 1
        assert self.done == self.counted
        share = (1 + math.cos(math.pi * self.done / self.steps)) / 2
        self.optimizer.param_groups[0]["lr"] = self.first * share


class Plateau:
    """A scheduler that halves the rate when the loss rises."""

    def __init__(self, optimizer: Any) -> None:
        self.optimizer, self.best = optimizer, math.inf

    def step(self, metrics: Any, epoch: Any = None) -> None:
        if float(metrics) > self.best:
            self.optimizer.param_groups[0]["lr"] /= 2
        self.best = min(self.best, float(metrics))


class ByEpoch:
    """A scheduler that is told the epoch."""

    def __init__(self, optimizer: Any) -> None:
        self.optimizer = optimizer

    def step(self, epoch: int, metric: Any = None) -> None:
        raise AssertionError(epoch)


def plain_loop(
    make: Callable[[Any], Any],
    surface: Any = BEALE,
    scheduler: Callable[[Any], Any] | None = None,
    asks: bool = False,
    steps: int = STEPS,
    start: Any = None,
) -> Array:
    """The points of an optimizer that is stepped as torch's documentation says."""
    FakeTorch.manual_seed(0)
    point = Tensor(np.array(surface.start if start is None else start))
    optimizer = make([point])
    scheduled = scheduler(optimizer) if scheduler else None
    rows = [np.array(point.data)]
    for k in range(steps):

        def closure(step: int = k) -> Tensor:
            optimizer.zero_grad()
            x = np.array(point.data)
            point.grad = Tensor(surface.step_gradient(x, step, 0))
            return Tensor(surface.step_loss(x, step, 0), np.float64)

        loss = closure()
        optimizer.step(*[closure] if asks else [])
        if isinstance(scheduled, Plateau):
            scheduled.step(loss)
        elif scheduled is not None:
            scheduled.step()
        rows.append(np.array(point.data))
    return np.array(rows)


def scheduled_by(scheduler: Any) -> Optimizer:
    return torch_optimizer(Plain, lr=0.002, scheduler=scheduler)


CASES: dict[str, tuple[Callable[[], Optimizer], Callable[[Any], Any], dict[str, Any]]] = {
    "on itself": (lambda: torch_optimizer(OnSelf), OnSelf, {}),
    "in the group": (lambda: torch_optimizer(InGroup, lr=0.1), lambda p: InGroup(p, 0.1), {}),
    "in a wrapper": (
        lambda: torch_optimizer(lambda p: Slow(OnSelf(p)), name="Slow"),
        lambda p: Slow(OnSelf(p)),
        {},
    ),
    "in a scheduler": (
        lambda: scheduled_by(lambda o: Cosine(o, STEPS)),
        lambda p: Plain(p, 0.002),
        {"scheduler": lambda o: Cosine(o, STEPS)},
    ),
    "in a scheduler that is given the loss": (
        lambda: scheduled_by(Plateau),
        lambda p: Plain(p, 0.002),
        {"scheduler": Plateau},
    ),
    "a second gradient": (lambda: torch_optimizer(Sharp), Sharp, {"asks": True}),
    "a line search": (lambda: torch_optimizer(Halving), Halving, {"asks": True}),
    "noise that torch draws": (lambda: torch_optimizer(Drawing), Drawing, {}),
    "a norm": (lambda: torch_optimizer(Clipped), Clipped, {}),
}
ASK_FOR_THE_LOSS = {
    "in a scheduler that is given the loss",
    "a second gradient",
    "a line search",
}
every_case = pytest.mark.parametrize("case", CASES)


@every_case
@pytest.mark.parametrize("surface", [BEALE, NOISY], ids=["beale", "noisy"])
def test_a_race_ends_where_the_librarys_own_loop_ends(case: str, surface: Any) -> None:
    adapt, make, how = CASES[case]
    expected = plain_loop(make, surface, **how)
    (run,) = race(surface, [adapt()], steps=STEPS)
    assert np.ptp(expected[:, 0]) > 1e-3
    np.testing.assert_array_equal(run.x, expected)


@every_case
def test_runs_do_not_see_each_other_and_batches_are_their_members(case: str) -> None:
    adapt, make, how = CASES[case]
    starts = np.array([[[1.0, 1.6], [0.5, 0.5]], [[-1.0, 1.0], [1.0, 1.6]]])
    optimizer = adapt()
    together, again = race(BEALE, {"one": optimizer, "two": optimizer}, starts, steps=STEPS)
    np.testing.assert_array_equal(together.x, again.x)
    for place in np.ndindex(2, 2):
        expected = plain_loop(make, start=starts[place], **how)
        np.testing.assert_array_equal(together.x[(slice(None), *place)], expected)


@pytest.mark.parametrize("case", sorted(CASES.keys() - ASK_FOR_THE_LOSS))
def test_steps_can_be_taken_again_from_any_state(case: str) -> None:
    adapt, make, how = CASES[case]
    optimizer = adapt()
    x, state = np.array(BEALE.start), optimizer.init(np.array(BEALE.start))
    path, kept = [x], [state]
    for _ in range(12):
        x, state = optimizer.step(x, BEALE.step_gradient(x), state)
        path.append(x)
        kept.append(state)
    np.testing.assert_array_equal(path, plain_loop(make, steps=12, **how))
    for k in (11, 3, 0, 7):
        before = copy.copy(vars(kept[k]))
        x, state = optimizer.step(path[k], BEALE.step_gradient(path[k]), kept[k])
        np.testing.assert_array_equal(x, path[k + 1])
        assert state.t == k + 1
        for name, value in vars(kept[k]).items():
            np.testing.assert_array_equal(value, before[name])


RECORDED: dict[str, Callable[[], Optimizer]] = {
    "cosine": lambda: torch_optimizer(Adaptive, lr=0.3, scheduler=lambda o: Cosine(o, 200)),
    "plateau": lambda: torch_optimizer(Plain, lr=0.005, scheduler=Plateau),
    "lookahead": lambda: torch_optimizer(lambda p: Slow(Plain(p, 0.002)), name="Slow"),
    "sam": lambda: torch_optimizer(Sharp, lr=0.001, rho=0.05),
}


@pytest.mark.parametrize("name", RECORDED)
def test_a_race_ends_where_torch_and_pytorch_optimizer_ended_when_recorded(name: str) -> None:
    """Their own loops, of which every tenth step was written down."""
    (run,) = race(BEALE, [RECORDED[name]()], steps=200)
    limit = 1e-8 if name == "sam" else 1e-10  # pytorch_optimizer's SAM has its norm in float32
    np.testing.assert_allclose(run.x[KEPT], recorded()[f"recorded {name}"], rtol=0, atol=limit)
    if name == "cosine":
        assert run.loss[-1] == pytest.approx(3.836e-3, rel=1e-3)  # 2.7e-5 without its scheduler


def test_sweeps_and_basin_maps_are_those_of_the_loop() -> None:
    rates = [1e-4, 1e-3, 2e-3]
    optimizer = torch_optimizer(OnSelf)
    swept = list(learning_rate_sweep(BEALE, [optimizer], steps=STEPS, rates=rates))[-1]
    for k, rate in enumerate(rates):
        x, y = plain_loop(partial(OnSelf, lr=rate))[-1]
        assert swept.final[0, k] == BEALE.loss(x, y)


@pytest.mark.parametrize(("kind", "rate"), [(Plain, 0.002), (Clipped, 0.1)])
def test_a_basin_map_is_that_of_the_loop(kind: Any, rate: float) -> None:
    """Many starts diverge, which the others do not notice."""
    given = [torch_optimizer(kind, lr=rate)]
    found = list(basins(BEALE, given, shape=(6, 6), steps=40, radius=1.5))[-1]
    with np.errstate(all="ignore"):
        ends = [
            plain_loop(partial(kind, lr=rate), start=(x, y), steps=40)[-1]
            for y in found.y
            for x in found.x
        ]
    near = np.hypot(*(np.array(ends) - found.minima[0]).T) <= found.radius
    assert 0 < near.sum() < len(near)
    np.testing.assert_array_equal(found.minimum[0].ravel() == 0, near)


def test_the_rate_that_a_scheduler_sets_is_in_the_history() -> None:
    (run,) = race(BEALE, [scheduled_by(lambda o: Cosine(o, STEPS))], steps=STEPS)
    rates = 0.002 * (1 + np.cos(np.pi * np.arange(STEPS + 1) / STEPS)) / 2
    np.testing.assert_allclose(run.state["group_lr"][:, 0], rates, atol=1e-18)
    (run,) = race(BEALE, [torch_optimizer(InGroup)], steps=9)
    np.testing.assert_array_equal(run.state["group_steps"][1:, 0], range(1, 10))


def test_what_is_remembered_in_some_steps_only_is_nan_in_the_others() -> None:
    (run,) = race(BEALE, [torch_optimizer(Latecomer)], steps=9)
    known = np.isfinite(run.state["third"][:, 0])
    np.testing.assert_array_equal(known, [k > 0 and k % 3 == 0 for k in range(10)])
    assert list(run.state) == ["third"]  # a matrix has no number for each coordinate
    assert run.diverged is None


def test_a_run_ends_where_its_numbers_do() -> None:
    fast = torch_optimizer(OnSelf, lr=10.0)
    (run,) = race(BEALE, [fast], steps=STEPS)
    (ours,) = race(BEALE, [Momentum(lr=10.0)], steps=STEPS)
    assert run.diverged is not None
    assert ours.diverged is not None
    expected = plain_loop(partial(OnSelf, lr=10.0), steps=int(run.last))
    np.testing.assert_array_equal(run.x[: run.last + 1], expected)


def test_noise_is_that_of_a_seed_and_of_one_run_alone() -> None:
    before = FakeTorch.get_rng_state()
    one, other = race(BEALE, {"one": torch_optimizer(Drawing), "other": torch_optimizer(Drawing)})
    np.testing.assert_array_equal(one.x, other.x)
    assert FakeTorch.get_rng_state() == before


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda: torch_optimizer(Unseeded), "UnseededTorch cannot race: after step 1 it is not"),
        (lambda: torch_optimizer(Shared), "SharedTorch cannot race: after step 1 .* share what"),
        (lambda: scheduled_by(ByEpoch), "the steps of ByEpoch need epoch, which a race does not"),
        (lambda: scheduled_by(3), "scheduler = 3 is not possible: give a function of the optim"),
        (lambda: scheduled_by(lambda o: 3), "scheduler made 3, which has no step"),
        (lambda: torch_optimizer(Slow), "Slow wraps an optimizer: give a function of the param"),
        (lambda: torch_optimizer(lambda p: Plain(p, 0.1)), "a lambda has no name: give name="),
        (
            lambda: race(BEALE, [torch_optimizer(Quitter)], steps=30),
            "QuitterTorch takes no step 21: no step is left$",
        ),
        (
            lambda: torch_optimizer(Halving).step(
                np.ones(2), np.ones(2), torch_optimizer(Halving).init(np.ones(2))
            ),
            "HalvingTorch takes no step 1: it asks for the loss, and here only gradients are known",
        ),
        (
            lambda: race(replace(NOISY, minibatches=silent(NOISY)), [torch_optimizer(Halving)]),
            "has no loss of a minibatch, only its gradient",
        ),
    ],
)
def test_what_cannot_be_exact_is_a_sentence(make: Any, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        make()


def silent(surface: Any) -> Any:
    """Its minibatches without their loss."""
    return replace(surface.minibatches, loss=None)


def test_a_class_that_ends_early_ends_no_batch_in_silence() -> None:
    """Though one of its runs has left the finite numbers before."""
    starts = np.array([[1.0, 1.6], [1e20, -1e20]])
    with pytest.raises(ValueError, match="QuitterTorch takes no step 21"):
        race(BEALE, [torch_optimizer(Quitter, lr=0.01)], starts, steps=30)


def test_a_class_that_ends_early_races_as_far() -> None:
    (run,) = race(BEALE, [torch_optimizer(Quitter)], steps=20)
    np.testing.assert_array_equal(run.x, plain_loop(Quitter, steps=20))
