"""An optimizer whose hyper-parameters change on the way, stepped with those of each step."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

from optviz.optimizers import Array, Optimizer, Seed, State, StepLoss
from optviz.rule_failed import RuleFailed
from optviz.schedules import change_steps, changing
from optviz.stepping.watched import Rule


def changes(optimizer: Optimizer) -> bool:
    """Whether any of its settings changes on the way."""
    return bool(changing(optimizer.settings()))


def at_step(optimizer: Optimizer, step: int) -> Optimizer:
    """It with the constant settings that it has at a step, counted from 0; as it is without any."""
    now = {name: each.at(step) for name, each in changing(optimizer.settings()).items()}
    return replace(optimizer, **now) if now else optimizer


def phases_of(optimizer: Optimizer) -> list[Optimizer]:
    """It as it is in the first step and after each change; where nothing changes, as it is."""
    return [at_step(optimizer, step) for step in (0, *change_steps(optimizer.settings()))]


@dataclass(frozen=True, eq=False)
class Changing(Optimizer):
    """Steps as the optimizer of each step does; what is remembered goes from one to the next.

    Attributes:
        optimizer: as it races.
        prepare: makes of it with the settings of a step what is stepped.
        shape: (..., 2) of the points.
    """

    optimizer: Optimizer
    prepare: Callable[[Optimizer, tuple[int, ...]], Optimizer]
    shape: tuple[int, ...]
    known: dict[tuple[float, ...], Optimizer] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        first = self.prepare(at_step(self.optimizer, 0), self.shape)
        object.__setattr__(self, "memory", self.optimizer.memory)
        object.__setattr__(self, "batch_may_shrink", first.batch_may_shrink)

    def settings(self) -> dict[str, Any]:
        return self.optimizer.settings()

    def at(self, step: int) -> Optimizer:
        """What steps at a step, counted from 0; made once for the same settings."""
        key = tuple(each.at(step) for each in changing(self.settings()).values())
        if key not in self.known:
            self.known[key] = self.prepare(at_step(self.optimizer, step), self.shape)
        return self.known[key]

    def init(self, x: Array) -> State:
        with self.blamed():
            return self.at(0).init(x)

    def lookahead(self, x: Array, state: State) -> Array:
        with self.blamed():
            return self.at(state.t).lookahead(x, state)

    def rule(self, x: Array, g: Array, s: State) -> Array:
        with self.blamed():
            return self.at(s.t - 1).rule(x, g, s)

    def rule_on(self, surface: StepLoss, seed: Seed) -> Rule:
        rules: dict[int, Rule] = {}

        def rule(x: Array, g: Array, s: State) -> Array:
            with self.blamed():
                now = self.at(s.t - 1)
                on = rules.setdefault(id(now), now.rule_on(surface, seed))
                return on(x, g, s)

        return rule

    @contextmanager
    def blamed(self) -> Iterator[None]:
        """What fails is the optimizer that races, not one of its phases."""
        try:
            yield
        except RuleFailed as failure:
            failure.optimizer = self.optimizer
            raise
