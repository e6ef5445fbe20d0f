"""An optimizer whose hyper-parameters change on the way, stepped with those of each step."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from optviz.optimizers import Array, Optimizer, State, StepLoss
from optviz.schedules import change_steps, changing
from optviz.stepping.failures import RuleFailed
from optviz.stepping.watched import Rule


def phases_of(optimizer: Optimizer) -> list[tuple[int, Optimizer]]:
    """From which step on it has which constant settings; one pair where nothing changes."""
    settings = optimizer.settings()
    later = changing(settings)
    if not later:
        return [(0, optimizer)]
    return [
        (step, replace(optimizer, **{name: each.at(step) for name, each in later.items()}))
        for step in (0, *change_steps(settings))
    ]


@dataclass(frozen=True, eq=False)
class Changing(Optimizer):
    """Steps as the optimizer of each phase does; what is remembered goes from one to the next.

    Attributes:
        optimizer: as it races.
        begins: the first step of each phase, from 0.
        phases: what steps in each of them, all of one rule.
    """

    optimizer: Optimizer
    begins: Sequence[int]
    phases: Sequence[Optimizer]

    def __post_init__(self) -> None:
        object.__setattr__(self, "memory", self.optimizer.memory)
        object.__setattr__(self, "batch_may_shrink", self.phases[0].batch_may_shrink)

    def settings(self) -> dict[str, Any]:
        return self.optimizer.settings()

    def place(self, step: int) -> int:
        """In which phase a step is, counted from 0."""
        return bisect_right(self.begins, step) - 1

    def init(self, x: Array) -> State:
        with self.blamed():
            return self.phases[0].init(x)

    def lookahead(self, x: Array, state: State) -> Array:
        with self.blamed():
            return self.phases[self.place(state.t)].lookahead(x, state)

    def rule(self, x: Array, g: Array, s: State) -> Array:
        with self.blamed():
            return self.phases[self.place(s.t - 1)].rule(x, g, s)

    def rule_on(self, surface: StepLoss, seed: int) -> Rule:
        rules = [each.rule_on(surface, seed) for each in self.phases]

        def rule(x: Array, g: Array, s: State) -> Array:
            with self.blamed():
                return rules[self.place(s.t - 1)](x, g, s)

        return rule

    @contextmanager
    def blamed(self) -> Iterator[None]:
        """What fails is the optimizer that races, not one of its phases."""
        try:
            yield
        except RuleFailed as failure:
            failure.optimizer = self.optimizer
            raise
