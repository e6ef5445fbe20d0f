"""A batch whose members are stepped by themselves, for rules that would mix them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, ClassVar

import numpy as np

from optviz.optimizers import Array, Optimizer, Seed, State, StepLoss
from optviz.stepping.failures import failed
from optviz.stepping.members import member, place_of
from optviz.stepping.watched import Rule, Watched


class Members(State):
    """What a batch remembers, read from the states of its members.

    Attributes:
        own: one state for each member.
    """

    __slots__ = ("own",)

    own: list[State]

    def __init__(self, own: list[State], shape: tuple[int, ...]) -> None:
        super().__init__({"t": 0})
        object.__setattr__(self, "own", own)
        self.read(shape)

    def read(self, shape: tuple[int, ...]) -> None:
        """Take over what the members have; nan where one has not computed a quantity yet."""
        names = dict.fromkeys(name for each in self.own for name in vars(each) if name != "t")
        for name in names:
            rows = np.full((len(self.own), shape[-1]), np.nan)
            for k, each in enumerate(self.own):
                if name in vars(each):
                    rows[k] = vars(each)[name]
            setattr(self, name, rows.reshape(shape))


@dataclass(frozen=True, eq=False)
class RunByRun(Optimizer):
    """Steps each member of a batch as if there were no others.

    Attributes:
        optimizer: a user's; its settings may be arrays that broadcast against the batch.
        shape: (..., 2) of the batch.
        members: the optimizers of its members, watched.
    """

    batch_may_shrink: ClassVar[bool] = False

    optimizer: Optimizer
    shape: tuple[int, ...]
    members: list[Watched] = field(default_factory=list)

    def __post_init__(self) -> None:
        object.__setattr__(self, "memory", self.optimizer.memory)
        for k in range(int(np.prod(self.shape[:-1]))):
            try:
                own = member(self.optimizer, self.shape, place_of(k, self.shape))
            except (Exception, SystemExit) as error:  # a user's class may raise anything
                raise failed(self.optimizer, 0, error) from None
            self.members.append(Watched(own, batch=self.optimizer))

    def settings(self) -> dict[str, Any]:
        return self.optimizer.settings()

    def init(self, x: Array) -> State:
        points = np.broadcast_to(x, self.shape).reshape(-1, self.shape[-1])
        own = [each.init(point) for each, point in zip(self.members, points, strict=True)]
        return Members(own, self.shape)

    def lookahead(self, x: Array, state: State) -> Array:
        assert isinstance(state, Members)
        if type(self.optimizer).lookahead == Optimizer.lookahead:
            return x
        points = x.reshape(-1, x.shape[-1])
        runs = zip(self.members, points, state.own, strict=True)
        found = [each.lookahead(point, own) for each, point, own in runs]
        return np.stack(found).reshape(x.shape)

    def rule(self, x: Array, g: Array, s: State) -> Array:
        return self.stepped([each.rule for each in self.members], x, g, s)

    def rule_on(self, surface: StepLoss, seed: Seed) -> Rule:
        return partial(self.stepped, [each.rule_on(surface, seed) for each in self.members])

    def stepped(self, rules: Sequence[Rule], x: Array, g: Array, s: State) -> Array:
        """The next points, each by the rule of its member."""
        assert isinstance(s, Members)
        points, gradients = (each.reshape(-1, x.shape[-1]) for each in (x, g))
        after = np.full(points.shape, np.nan)
        # A run that has left the finite numbers has ended.
        for k in np.flatnonzero(np.isfinite(points).all(axis=-1)).tolist():
            own = s.own[k]
            own.t = s.t
            after[k] = rules[k](points[k], gradients[k], own)
        s.read(x.shape)
        return after.reshape(x.shape)
