"""What adapted optimizers have in common: how a race's points and states reach the library."""

from abc import abstractmethod
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache, partial
from typing import Any, ClassVar

import numpy as np

from optviz.adapters.running import Given, Objective, Run, Running, Stepper, shown
from optviz.adapters.trial import Findings, examine, first_line, mixes
from optviz.optimizers import Array, Optimizer, Seed, State, StepLoss
from optviz.schedules import changing

KNOWN = 1024  # classes with their settings of which is remembered what was found out


class Adapted(Optimizer):
    """Another library's rule behind our interface.

    The library's object lives as long as the run and is never made anew in the middle of it: the
    state holds it, beside the quantities that are shown.

    Attributes:
        make: the library's constructor; called with its settings by name.
        settings_for: our hyper-parameters -> the library's settings.
        ways: what steps may ask for besides a gradient, as the library calls it; "" for nothing.
    """

    make: ClassVar[Callable[..., Any]]
    settings_for: ClassVar[Callable[[Mapping[str, float]], dict[str, Any]]]
    ways: ClassVar[tuple[str, ...]] = ("",)
    batch_may_shrink: ClassVar[bool] = False

    @classmethod
    @abstractmethod
    def stepper(cls, settings: Mapping[str, float], x: Array, asks: str) -> Stepper:
        """One of the library's objects with its parameter at x.

        Args:
            settings: our hyper-parameters.
            x: (2,) a point, or (n, 2) several.
            asks: what its steps ask for, one of `ways`.
        """

    @classmethod
    @abstractmethod
    def alone(cls, settings: Mapping[str, float], asks: str) -> Iterator[Array]:
        """The points after each step of a trial (`trial.examine`), in a loop of the library's."""

    def __post_init__(self) -> None:
        super().__post_init__()
        for name in changing(self.settings()):
            raise ValueError(
                f"{type(self).__name__}: {name} cannot change on the way, as the library "
                "keeps its settings itself: give it a scheduler of the library's"
            )

    def init(self, x: Array) -> State:
        x = np.asarray(x, dtype=float)
        parameters = list(self.parameters(x.shape))
        for _, settings in parameters[:1] + parameters[-1:]:  # of a sweep the ends of the range
            known = examined(type(self), tuple(settings.items()))
        runs = [
            (where, Run(partial(self.stepper, settings, x[where], known.asks)))
            for where, settings in parameters
        ]
        quantities = {name: np.full(x.shape, np.nan) for name in known.names}
        for where, run in runs:
            for name, value in shown(run.stepper, x[where].shape).items():
                quantities.setdefault(name, np.full(x.shape, np.nan))[where] = value
        return Running({"t": 0} | quantities, runs)

    def step(self, x: Array, g: Array, state: State) -> tuple[Array, State]:
        if not isinstance(state, Running):
            raise ValueError(f"{type(self).__name__} starts from its own `init` only")
        s = Running(vars(state), [(where, run.at(state.t)) for where, run in state.runs])
        for where, run in s.runs:
            run.keep(Given(x[where], g[where], None))
        s.t += 1
        return self.rule(x, g, s), s

    def rule(self, x: Array, g: Array, s: State) -> Array:
        return self.advance(None, x, g, s)

    def rule_on(self, surface: StepLoss, seed: Seed) -> Callable[[Array, Array, State], Array]:
        return partial(self.advance, lambda step: Objective(surface, step, seed))

    def advance(self, on: Callable[[int], Objective] | None, x: Array, g: Array, s: State) -> Array:
        """`rule`, where it is known what the steps descend, or is not."""
        assert isinstance(s, Running)
        after = np.empty(x.shape)
        quantities = {name: np.full(x.shape, np.nan) for name in vars(s) if name != "t"}
        for where, run in s.runs:
            given = Given(x[where], g[where], on(s.t - 1) if on else None)
            try:
                after[where] = run.step(given)
            except Exception as error:  # a library may raise anything
                name = type(self).__name__
                raise ValueError(f"{name} takes no step {s.t}: {first_line(error)}") from None
            for name, value in shown(run.stepper, given.x.shape).items():
                quantities.setdefault(name, np.full(x.shape, np.nan))[where] = value
        vars(s).update(quantities)
        return after

    def parameters(self, shape: tuple[int, ...]) -> Iterator[tuple[Any, dict[str, float]]]:
        """The library's parameters: an index of points for each, and its settings.

        Points with the same settings are one parameter, which is quicker, unless the rule mixes
        them; then each is one of its own.
        """
        names = list(self.settings())
        columns = [
            np.broadcast_to(each, shape)[..., 0].ravel() for each in self.settings().values()
        ]
        places = np.arange(int(np.prod(shape[:-1])))
        rows = np.stack(columns, axis=-1) if columns else np.empty((len(places), 0))
        kinds, which = np.unique(rows, axis=0, return_inverse=True)
        for k, row in enumerate(kinds):
            settings = dict(zip(names, row.tolist(), strict=True))
            same = places[which.ravel() == k]
            together = len(same) > 1 and not mixed(type(self), tuple(settings.items()))
            for chosen in [same] if together else same:
                yield np.unravel_index(chosen, shape[:-1]) if len(shape) > 1 else ..., settings


@lru_cache(KNOWN)
def examined(kind: type[Adapted], settings: tuple[tuple[str, float], ...]) -> Findings:
    """What `examine` finds; of each class and its settings once."""
    own = dict(settings)
    return examine(kind.__name__, partial(kind.stepper, own), partial(kind.alone, own), kind.ways)


@lru_cache(KNOWN)
def mixed(kind: type[Adapted], settings: tuple[tuple[str, float], ...]) -> bool:
    """Whether the points of a batch have to be parameters of their own; found out once."""
    return examined(kind, settings).asks != "" or mixes(partial(kind.stepper, dict(settings)))
