"""Optimizers of torch.optim, and whatever is made and stepped like them."""

import inspect
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from typing import Any, ClassVar

import numpy as np

from optviz.adapters.adapted import Adapted
from optviz.adapters.making import adapted, called, library
from optviz.adapters.running import Given, Stepper
from optviz.adapters.trial import BOWL, START, STEPS
from optviz.optimizers import Array, Optimizer

switching = threading.Lock()
SEED = 0  # of the random numbers that a run draws from torch

# What wrappers call the optimizer that they are given in place of parameters.
WRAPPED = {"optimizer", "base_optimizer", "inner_optimizer"}
# What schedulers call the loss that they have to be given.
LOSSES = {"metric", "metrics", "loss", "val_loss"}


def torch_optimizer(
    kind: Any,
    *,
    name: str | None = None,
    scheduler: Callable[[Any], Any] | None = None,
    **settings: Any,
) -> Optimizer:
    """An optimizer of torch, or any class or function that makes what is stepped like one.

    Args:
        kind: its class, as torch.optim.NAdam; or a function that is given the parameters and
            makes an optimizer, as lambda points: Lookahead(torch.optim.Adam(points)).
        name: for legends; the class's own with Torch behind it, if None.
        scheduler: given the optimizer, it makes a scheduler, or a list of them, to be stepped after
            each of its steps: lambda o: CosineAnnealingLR(o, 200).
        settings: as the class takes them, by name. Numbers, given or not, become hyper-parameters
            (betas two of them); everything else stays as it is given.

    Raises:
        ValueError: torch is not installed, or the class is none, knows no such setting, takes no
            step on two numbers and their gradients, or moves otherwise than when it is stepped by
            itself.
    """
    torch = library("torch")
    if scheduler is not None and not callable(scheduler):
        raise ValueError(
            f"scheduler = {scheduler!r} is not possible: give a function of the optimizer, as in "
            "scheduler=lambda o: CosineAnnealingLR(o, 200)"
        )
    if first_parameter(kind) in WRAPPED:
        raise ValueError(
            f"{called(kind)} wraps an optimizer: give a function of the parameters that makes "
            f"both, as in lambda points: {called(kind)}(torch.optim.Adam(points)), and a name="
        )
    own = name or f"{called(kind)}Torch"
    source = f"PyTorch {torch.__version__}, {getattr(kind, '__module__', '')}.{called(kind)}"
    scheduled = staticmethod(scheduler or no_scheduler)
    made = adapted(TorchRule, own, kind, source, settings, skip=1, scheduled=scheduled)
    optimizer: Optimizer = made()
    optimizer.init(START)
    return optimizer


def first_parameter(kind: Any) -> str:
    """The name of the first parameter of a class or function; "" where there is none to be seen."""
    try:
        return next(iter(inspect.signature(kind).parameters), "")
    except (TypeError, ValueError):
        return ""


def no_scheduler(optimizer: Any) -> tuple[()]:
    """For an optimizer whose settings stay."""
    return ()


class TorchRule(Adapted):
    """An optimizer of torch with its schedulers.

    Attributes:
        scheduled: an optimizer -> its scheduler, or several.
    """

    scheduled: ClassVar[Callable[[Any], Any]]
    ways: ClassVar[tuple[str, ...]] = ("", "closure")

    @classmethod
    def stepper(cls, settings: Mapping[str, float], x: Array, asks: str) -> Stepper:
        return TorchStepper(cls, settings, x, asks)

    @classmethod
    def alone(cls, settings: Mapping[str, float], asks: str) -> Iterator[Array]:
        """The loop of torch's own documentation; its steps are given a closure if asked for."""
        torch, dice = library("torch"), Dice()
        with dice.thrown():
            point = torch.tensor(START, requires_grad=True)
            optimizer = cls.make([point], **cls.settings_for(settings))
            schedulers = listed(cls.scheduled(optimizer))

        def measure(step: int) -> Any:
            """The loss, after a backward pass."""
            x = point.detach().numpy().copy()
            clear_gradients(optimizer)
            with torch.enable_grad():
                (point * torch.tensor(BOWL.step_gradient(x, step, 0))).sum().backward()
            return torch.tensor(BOWL.step_loss(x, step, 0))

        for step in range(STEPS):
            with dice.thrown():
                loss = measure(step)
                optimizer.step(*[partial(measure, step)] if asks else [])
                for each in schedulers:
                    each.step(*[loss] if wants_loss(each) else [])
            yield point.detach().numpy()


class TorchStepper:
    """An optimizer of torch, its parameter and its schedulers, as long as a run."""

    def __init__(
        self, rule: type[TorchRule], settings: Mapping[str, float], x: Array, asks: str
    ) -> None:
        torch, self.dice, self.asks = library("torch"), Dice(), asks
        with self.dice.thrown():
            self.point = torch.tensor(x, requires_grad=True)
            self.optimizer = rule.make([self.point], **rule.settings_for(settings))
            self.schedulers = listed(rule.scheduled(self.optimizer))
        self.groups = [numbers_in(group) for group in getattr(self.optimizer, "param_groups", [])]

    def step(self, given: Given) -> Array:
        torch = library("torch")
        with self.dice.thrown():
            self.point.data.copy_(torch.tensor(given.x))
            self.give(given.g)
            self.optimizer.step(*[self.closure_of(given)] if self.asks else [])
            for each in self.schedulers:
                each.step(*[loss_for(each, given)] if wants_loss(each) else [])
            after: Array = self.point.detach().numpy().copy()
        return after

    def give(self, gradient: Array) -> None:
        """Have the gradient in place, as after a backward pass."""
        clear_gradients(self.optimizer)
        self.point.grad = library("torch").tensor(gradient)

    def closure_of(self, given: Given) -> Callable[[], Any]:
        """What measures loss and gradient where the parameter is, as torch's optimizers ask it."""
        objective = given.objective
        if objective is None:
            raise ValueError("it asks for the loss, and here only gradients are known")

        def closure() -> Any:
            x = self.point.detach().numpy().copy()
            self.give(given.g if np.array_equal(x, given.x) else objective.gradient(x))
            return library("torch").tensor(objective.loss(x))

        return closure

    def quantities(self) -> Mapping[str, Any]:
        """The state of the parameter, and the numbers of its group that do not stay."""
        found: dict[str, Any] = {}
        for state in states_of(self.optimizer, self.point):
            for name, value in state.items():
                # t is the number of the step here.
                found.setdefault("t_own" if name == "t" else name, as_array(value))
        groups = getattr(self.optimizer, "param_groups", [])
        for before, group in zip(self.groups, groups, strict=False):
            for name, value in numbers_in(group).items():
                if (self.schedulers and name == "lr") or value != before.get(name, value):
                    found[f"group_{name}"] = value
        return found


class Dice:
    """The random numbers of one run, which no other draws from.

    So a run of an optimizer that moves by chance can be had again, and is the one that a program
    gets that begins with torch.manual_seed(0).
    """

    def __init__(self) -> None:
        self.state: Any = None

    @contextmanager
    def thrown(self) -> Iterator[None]:
        """Within, torch draws from them, and its own numbers, as a step's count, are doubles.

        torch has both settings for the process only, so whatever else it does meanwhile is under
        them too.
        """
        torch = library("torch")
        with switching:
            kind, others = torch.get_default_dtype(), torch.get_rng_state()
            torch.set_default_dtype(torch.float64)
            if self.state is None:
                torch.manual_seed(SEED)
            else:
                torch.set_rng_state(self.state)
            try:
                yield
            finally:
                self.state = torch.get_rng_state()
                torch.set_rng_state(others)
                torch.set_default_dtype(kind)


def clear_gradients(optimizer: Any) -> None:
    """`zero_grad`, in which some wrappers count; not all that is stepped like torch's has it."""
    if hasattr(optimizer, "zero_grad"):
        optimizer.zero_grad()


def listed(schedulers: Any) -> list[Any]:
    """One scheduler or several, each of which can be stepped."""
    found = list(schedulers) if isinstance(schedulers, list | tuple) else [schedulers]
    for each in found:
        if not callable(getattr(each, "step", None)):
            raise ValueError(f"scheduler made {each!r}, which has no step")
        asked = required(each)
        if len(asked) > 1 or not asked <= LOSSES:
            raise ValueError(
                f"the steps of {called(type(each))} need {', '.join(sorted(asked))}, which a race "
                "does not give; it gives a loss, once in each step"
            )
    return found


def required(scheduler: Any) -> set[str]:
    """The arguments that its step must have."""
    return {
        each.name
        for each in inspect.signature(scheduler.step).parameters.values()
        if each.default is each.empty and each.kind not in (each.VAR_KEYWORD, each.VAR_POSITIONAL)
    }


def wants_loss(scheduler: Any) -> bool:
    """Whether its step must be given the loss."""
    return bool(required(scheduler))


def loss_for(scheduler: Any, given: Given) -> float:
    """The loss of the step, at the point where its gradient was measured."""
    if given.objective is None:
        raise ValueError(
            f"{called(type(scheduler))} needs the loss, and here only gradients are known"
        )
    return float(given.objective.loss(given.x))


def states_of(optimizer: Any, point: Any) -> Iterator[Mapping[str, Any]]:
    """The states of a parameter, in an optimizer and in those that it wraps."""
    seen, waiting = set(), [optimizer]
    while waiting:
        each = waiting.pop(0)
        if id(each) in seen:
            continue
        seen.add(id(each))
        state = getattr(each, "state", {})
        if isinstance(state, Mapping) and point in state:
            yield state[point]
        waiting += [one for one in vars(each).values() if hasattr(one, "param_groups")]


def numbers_in(group: Mapping[str, Any]) -> dict[str, float]:
    """The numbers among a group's settings."""
    return {
        name: value
        for name, value in group.items()
        if isinstance(value, int | float) and not isinstance(value, bool)
    }


def as_array(value: Any) -> Any:
    """A tensor as an array of doubles, anything else as it is."""
    if not hasattr(value, "detach") or value.is_complex():
        return value
    return value.detach().double().numpy().copy()
