"""The march: all optimizers step together, and what was is forgotten or kept."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from optviz.endings import ending
from optviz.entrants import Entrant
from optviz.optimizers import Optimizer, Seed, State
from optviz.race.full_loss import full_loss
from optviz.race.results import Trajectory
from optviz.stepping import watched
from surfaces.surface import Surface, empty_points

Array = NDArray[np.float64]


class Moment(NamedTuple):
    """What happened in one step of a march; the first axis is that of the optimizers.

    Attributes:
        grad_at: (optimizers, ..., 2) where the gradient was measured.
        grad: (optimizers, ..., 2) what it was.
        x: (optimizers, ..., 2) the iterates after the step.
        state: one State for each optimizer, after the step and until the next.
    """

    grad_at: Array
    grad: Array
    x: Array
    state: list[State]


def march(
    surface: Surface, optimizers: Sequence[Optimizer], start: Array, steps: int, seed: Seed
) -> Iterator[Moment]:
    """Step all optimizers together, forgetting what was; one gradient call serves them all.

    Several seeds go with a start of shape (seeds, 2).
    """
    x = empty_points((len(optimizers), *start.shape[:-1]))
    x[...] = start
    state = [optimizer.init(start) for optimizer in optimizers]
    return march_on(surface, optimizers, x, state, range(steps), seed)


def march_on(
    surface: Surface,
    optimizers: Sequence[Optimizer],
    x: Array,
    state: list[State],
    steps: range,
    seed: Seed,
) -> Iterator[Moment]:
    """The steps of these numbers, from the current points; the march takes over the states."""
    rules = [optimizer.rule_on(surface, seed) for optimizer in optimizers]
    looking_ahead = [
        i for i, each in enumerate(optimizers) if type(each).lookahead != Optimizer.lookahead
    ]
    for step in steps:
        grad_at = x.copy(order="K") if looking_ahead else x
        for i in looking_ahead:
            grad_at[i] = optimizers[i].lookahead(x[i], state[i])
        grad = surface.step_gradient(grad_at, step, seed)
        for s in state:
            s.t += 1  # as in Optimizer.step, but the states are ours: no copies
        if len(rules) == 1:
            x = rules[0](x[0], grad[0], state[0])[np.newaxis]
        else:
            after = empty_points(x.shape[:-1])
            for i, (rule, s) in enumerate(zip(rules, state, strict=True)):
                after[i] = rule(x[i], grad[i], s)
            x = after
        yield Moment(grad_at, grad, x, state)


class Record(NamedTuple):
    """Every quantity of every step of a march, unfinished: what overflowed is still there.

    Attributes:
        x: (steps + 1, optimizers, ..., 2)
        loss: (steps + 1, optimizers, ...)
        grad_at: (steps, optimizers, ..., 2)
        grad: (steps, optimizers, ..., 2)
        states: for each optimizer, quantity -> (steps + 1, ..., 2).
    """

    x: Array
    loss: Array
    grad_at: Array
    grad: Array
    states: list[dict[str, Array]]

    def trajectories(
        self, surface: Surface, entrants: Sequence[Entrant], seed: int, member: Any = ...
    ) -> tuple[Trajectory, ...]:
        """A Trajectory for each optimizer: of all of a batch, or of a member of it."""
        with np.errstate(all="ignore"):
            return tuple(
                finish(
                    surface,
                    seed,
                    entrant=entrant,
                    x=self.x[:, i, member],
                    loss=self.loss[:, i, member],
                    grad_at=self.grad_at[:, i, member],
                    grad=self.grad[:, i, member],
                    state={name: kept[:, member] for name, kept in self.states[i].items()},
                )
                for i, entrant in enumerate(entrants)
            )


def raced(
    surface: Surface, entrants: Sequence[Entrant], start: Array, steps: int, seed: Seed
) -> Record:
    """The march of the entrants, users' own being watched.

    Raises:
        RuleFailed: a user's rule raised, or returned what is no step.
    """
    with np.errstate(all="ignore"):
        return watched(
            lambda rules: record(surface, rules, start, steps, seed),
            [each.optimizer for each in entrants],
            start.shape,
        )


def record(
    surface: Surface, optimizers: Sequence[Optimizer], start: Array, steps: int, seed: Seed
) -> Record:
    """March, and keep every quantity of every step; the optimizers are watched."""
    many = len(optimizers)
    x = np.empty((steps + 1, many, *start.shape))
    x[0] = start
    grad_at = np.empty((steps, many, *start.shape))
    grad = np.empty_like(grad_at)
    states: list[dict[str, Array]] = []
    for k, moment in enumerate(march(surface, optimizers, start, steps, seed), 1):
        grad_at[k - 1], grad[k - 1], x[k] = moment.grad_at, moment.grad, moment.x
        if k == 1:
            states = [histories(state, steps, start.shape) for state in moment.state]
        for history, state in zip(states, moment.state, strict=True):
            named = vars(state)
            for name, kept in history.items():
                kept[k] = named[name]
    for history, optimizer in zip(states, optimizers, strict=True):
        first = vars(optimizer.init(start))
        for name in history.keys() & first.keys():
            history[name][0] = first[name]
    return Record(x, full_loss(surface, x), grad_at, grad, states)


def histories(state: State, steps: int, shape: tuple[int, ...]) -> dict[str, Array]:
    """Room for every quantity a rule names, row 0 empty: it has not been computed at the start."""
    names = [name for name in vars(state) if name != "t"]
    return {name: np.full((steps + 1, *shape), np.nan) for name in names}


def finish(
    surface: Surface,
    seed: int,
    *,
    entrant: Entrant,
    x: Array,
    loss: Array,
    grad_at: Array,
    grad: Array,
    state: dict[str, Array],
) -> Trajectory:
    """Find the last finite step and what ended the run, and turn what came after it into nan."""
    fine = np.isfinite(loss) & np.isfinite(x).all(axis=-1)
    for name in entrant.optimizer.memory:
        fine &= np.isfinite(state[name]).all(axis=-1)
    fine = np.logical_and.accumulate(fine, axis=0)
    last = np.count_nonzero(fine, axis=0) - 1
    end = None
    if fine.ndim == 1 and last < len(grad):
        memory = [state[name][last + 1] for name in entrant.optimizer.memory]
        end = ending(
            surface,
            int(last) + 1,
            seed,
            grad_at=grad_at[last],
            grad=grad[last],
            x=(x[last], x[last + 1]),
            loss=float(loss[last + 1]),
            memory=np.array(memory).reshape(-1, 2),
        )
    for quantity in (x, loss, *state.values()):
        quantity[~fine] = np.nan
    for quantity in (grad_at, grad):
        quantity[~fine[:-1]] = np.nan
    return Trajectory(entrant, x, loss, grad_at, grad, state, last, end)
