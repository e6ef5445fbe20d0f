"""The race: every optimizer on one surface, all gradients of a step in one call, all of it kept."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from optviz.endings import OVERFLOW, Ending, ending
from optviz.entrants import Entrant, Entrants
from optviz.entrants import entrants as entrants_of
from optviz.optimizers import Optimizer, State
from optviz.scene_names import HasConditions, conditions_of, is_function, no_surface
from optviz.spellings import brief
from optviz.stepping import RuleFailed, watched
from surfaces.notebook_views import Shown, view
from surfaces.own import surface_from
from surfaces.surface import Surface, empty_points
from surfaces.validate import validate_surface

Array = NDArray[np.float64]

# Every step is kept: 7 optimizers take about 3 KB a step.
MAX_STEPS = 1_000_000
MAX_SEED = 2**32 - 1
STEPS = 200  # unless told
FAR_OUT = 1e30  # of a start at which any loss may overflow


@dataclass(frozen=True, repr=False)
class Trajectory(Shown):
    """What one optimizer did. For a batch of starts, `...` stands for the batch's axes.

    Rows after `last` are nan: what overflows is not drawn, and nothing before it is altered.

    Attributes:
        entrant: which optimizer ran, under which name, and where its settings come from.
        x: (steps + 1, ..., 2) the iterates; row 0 is the start.
        loss: (steps + 1, ...) the full loss there, on minibatch surfaces too.
        grad_at: (steps, ..., 2) where each step measured its gradient (for NAG not at x).
        grad: (steps, ..., 2) the gradient each step was given.
        state: every quantity the rule names -> (steps + 1, ..., 2). Row k is its value after k
            steps; what is not remembered between steps is nan in row 0.
        last: (...) the last step at which point, loss and memory were all finite.
        ending: for a single start: what ended the run before its last step, or None.
    """

    entrant: Entrant
    x: Array
    loss: Array
    grad_at: Array
    grad: Array
    state: dict[str, Array]
    last: NDArray[np.intp]
    ending: Ending | None = None

    @property
    def name(self) -> str:
        """The entrant's name."""
        return self.entrant.name

    @property
    def optimizer(self) -> Optimizer:
        """The entrant's rule with its settings."""
        return self.entrant.optimizer

    @property
    def ended(self) -> int | None:
        """For a single start: the first step that was not finite any more, or None."""
        self.check_single("ended")
        return None if self.last == len(self.grad) else int(self.last) + 1

    @property
    def diverged(self) -> int | None:
        """For a single start: the step at which its numbers grew out of float64, or None."""
        self.check_single("diverged")
        return self.ended if self.ending and self.ending.kind == OVERFLOW else None

    def check_single(self, name: str) -> None:
        """Raise ValueError for a batch, of which an attribute cannot speak."""
        if np.ndim(self.last):
            raise ValueError(
                f"{name} is for a single start, and this is a batch of shape "
                f"{np.shape(self.last)}: `last` has the last finite step of each"
            )


@dataclass(frozen=True, repr=False)
class Race(Shown):
    """One race: its conditions, and in `runs` what each optimizer did. Iterates over the runs."""

    surface: Surface
    start: Array
    steps: int
    seed: int
    runs: tuple[Trajectory, ...]

    @property
    def entrants(self) -> tuple[Entrant, ...]:
        """The entrants, in the order of the runs."""
        return tuple(run.entrant for run in self.runs)

    def __iter__(self) -> Iterator[Trajectory]:
        return iter(self.runs)

    def __len__(self) -> int:
        return len(self.runs)

    def __getitem__(self, place: int | str) -> Trajectory:
        """A run by its place or its name."""
        if not isinstance(place, str):
            return self.runs[place]
        names = [run.name for run in self.runs]
        if place not in names:
            raise KeyError(f"no run is called {place!r}; there are {', '.join(names)}")
        return self.runs[names.index(place)]

    def _repr_html_(self) -> str:
        """The race in the player, for programs that show HTML alone."""
        return str(view("bundle", self)["text/html"])


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


def race(
    surface: Surface | HasConditions | str | Callable[..., Any],
    optimizers: Entrants | None = None,
    start: ArrayLike | None = None,
    steps: int | None = None,
    seed: int | None = None,
) -> Race:
    """Run every optimizer from the same start and keep everything.

    Args:
        surface: what is descended; or a scene, or its name, which brings along what else is not
            given: `race("beale")` is the race of that scene. A function of one's own, too:
            `surfaces.own.function_surface` says which; it needs a start.
        optimizers: optimizers, entrants, or a mapping from names to optimizers; the same rule may
            run several times with different settings. `optviz.entrants.entrants` says how bare
            optimizers are named. They may be left out for a scene alone.
        start: (..., 2); the surface's own start if None. Leading axes are a batch of starts, which
            broadcasts with hyper-parameters that are arrays.
        steps: updates per optimizer, 1 to `MAX_STEPS`; 200 if None.
        seed: which minibatches are seen; the same ones by every optimizer; 0 if None.

    Returns:
        A Race, one Trajectory for each optimizer in the order given.

    Raises:
        RuleFailed: a user's rule raised, or returned what is no step. A ValueError with file, line
            and step.
        ValueError: no optimizer, a start that is no finite point or where the loss is not finite,
            steps or seed out of range, or a surface of one's own whose gradient is not that of its
            loss (`surfaces.validate`). The sentence says what is possible.
    """
    if is_function(surface):
        surface = surface_from(surface, start)
    own: tuple[Any, ...] = (surface, None, None, STEPS, 0)
    if not isinstance(surface, Surface):
        own = conditions_of(surface)
    descended: Surface = own[0]
    entrants = entrants_of(own[1] if optimizers is None else optimizers)
    origin, steps, seed = check(
        descended,
        own[2] if start is None else start,
        own[3] if steps is None else steps,
        own[4] if seed is None else seed,
    )
    origin = spread(origin, [each.optimizer for each in entrants])
    with np.errstate(all="ignore"):
        runs = watched(
            lambda rules: record(descended, entrants, rules, origin, steps, seed),
            [each.optimizer for each in entrants],
            origin.shape,
        )
    return Race(descended, origin, steps, seed, runs)


def race_again(
    before: Race,
    surface: Surface,
    optimizers: Entrants,
    start: ArrayLike | None = None,
    steps: int = 200,
    seed: int = 0,
) -> Race:
    """`race`, bit for bit, but what ran just so in the race before does not run again.

    Optimizers do not see each other, and a change of one setting leaves the others' runs as they
    were. For a single start, and hyper-parameters that are numbers.

    Args:
        before: any race; of use where surface, start, steps and seed are the same.
        surface: as `race` has it, like all that follow.
        optimizers: optimizers, entrants, or a mapping.
        start: one point; the surface's own start if None.
        steps: updates per optimizer.
        seed: which minibatches are seen.

    Raises:
        ValueError: as in `race`.
    """
    entrants = entrants_of(optimizers)
    origin, steps, seed = check(surface, start, steps, seed)
    ran = runs_again(before, surface, origin, steps, seed)
    missing = [each for each in entrants if each.optimizer not in ran]
    if missing:
        ran |= {run.optimizer: run for run in race(surface, missing, origin, steps, seed)}
    runs = tuple(replace(ran[each.optimizer], entrant=each) for each in entrants)
    return Race(surface, origin, steps, seed, runs)


def runs_again(
    before: Race, surface: Surface, origin: Array, steps: int, seed: int
) -> dict[Optimizer, Trajectory]:
    """The runs of a race before, by their optimizers, if they would be the same again."""
    same = (before.surface, before.steps, before.seed) == (surface, steps, seed)
    same = same and np.array_equal(before.start, origin)
    return {run.optimizer: run for run in before} if same else {}


class Raced(NamedTuple):
    """A race as far as its optimizers can race.

    Attributes:
        race: of those that can.
        notes: a sentence on each of the others.
    """

    race: Race
    notes: tuple[str, ...]


def race_that_runs(
    surface: Surface,
    optimizers: Entrants,
    start: ArrayLike | None = None,
    steps: int = 200,
    seed: int = 0,
    before: Race | None = None,
) -> Raced:
    """The race without the users' optimizers whose rules fail in it.

    Args:
        surface: as `race` has it, like all that follow.
        optimizers: optimizers, entrants, or a mapping.
        start: (..., 2); with a race before, one point.
        steps: updates per optimizer.
        seed: which minibatches are seen.
        before: a race of which what is the same is taken over, as `race_again` does.

    Raises:
        ValueError: all of them fail, or as in `race`.
    """
    left, notes = list(entrants_of(optimizers)), list[str]()
    while left:
        try:
            if before is None:
                return Raced(race(surface, left, start, steps, seed), tuple(notes))
            return Raced(race_again(before, surface, left, start, steps, seed), tuple(notes))
        except RuleFailed as failure:
            notes.append(str(failure))
            left = [each for each in left if each.optimizer is not failure.optimizer]
    raise ValueError("; ".join(notes))


def march(
    surface: Surface, optimizers: Sequence[Optimizer], start: Array, steps: int, seed: int
) -> Iterator[Moment]:
    """Step all optimizers together, forgetting what was; one gradient call serves them all."""
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
    seed: int,
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


def record(
    surface: Surface,
    entrants: Sequence[Entrant],
    optimizers: Sequence[Optimizer],
    start: Array,
    steps: int,
    seed: int,
) -> tuple[Trajectory, ...]:
    """March, and keep every quantity of every step; the optimizers are the entrants', watched."""
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
    loss = np.asarray(surface.loss(x[..., 0], x[..., 1]))
    return tuple(
        finish(
            surface,
            seed,
            entrant=entrants[i],
            x=x[:, i],
            loss=loss[:, i],
            grad_at=grad_at[:, i],
            grad=grad[:, i],
            state=states[i],
        )
        for i in range(many)
    )


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


def check(
    surface: Surface, start: ArrayLike | None, steps: int, seed: int
) -> tuple[Array, int, int]:
    """(start, steps, seed) of a race that can be run.

    Raises:
        ValueError: it cannot; see `race`.
    """
    surface = checked_surface(surface)
    steps = whole("steps", steps, 1, MAX_STEPS)
    seed = whole("seed", seed, 0, MAX_SEED)
    return check_start(surface, surface.start if start is None else start), steps, seed


def checked_surface(given: Any) -> Surface:
    """A surface as it is.

    Raises:
        ValueError: it is something else; a scene's start and steps would be lost without a word.
    """
    if isinstance(given, Surface):
        return given
    if isinstance(given, str):
        raise ValueError(f"{brief(given)} is a name: give a surface, as SURFACES['beale']")
    if hasattr(given, "conditions"):
        raise ValueError("a scene is more than a surface: give its surface, as scene.surface")
    raise ValueError(no_surface(given))


def check_start(surface: Surface, start: ArrayLike) -> Array:
    """The start as an array of points, or a ValueError that says what is wrong with it.

    A surface of one's own is looked at here, too, the first time that it is raced.
    """
    validate_surface(surface)
    try:
        given = np.asarray(start)
        points = given.astype(float) if given.dtype.kind in "fiu" else np.empty(0)
    except ValueError:  # lists of unequal lengths
        points = np.empty(0)
    if points.shape[-1:] != (2,) or not np.isfinite(points).all():
        raise ValueError(f"start = {brief(start)} is no point: give two finite numbers, x and y")
    with np.errstate(all="ignore"):
        if not np.isfinite(surface.loss(points[..., 0], points[..., 1])).all():
            far = np.abs(points).max() > FAR_OUT
            out = "is too far out: the loss there is not finite; start nearer"
            lacks = "is no place to start: the loss has no finite value there; start elsewhere"
            raise ValueError(f"start = {brief(start)} {out if far else lacks}")
    return points


def spread(points: Array, optimizers: Sequence[Optimizer]) -> Array:
    """The start for every member of the batch that starts and hyper-parameters span together."""
    shapes = [np.shape(value) for each in optimizers for value in each.settings().values()]
    try:
        shape = np.broadcast_shapes(points.shape, *shapes)
    except ValueError:
        raise ValueError(
            f"shapes {[points.shape, *filter(None, shapes)]} of start and hyper-parameters do not "
            "go together: an array of k settings has shape (k, 1)"
        ) from None
    start = empty_points(shape[:-1])
    start[...] = points
    return start


def whole(name: str, value: object, low: int, high: int) -> int:
    """`value` as an int if it is a whole number from low to high, else a ValueError saying so."""
    if (
        isinstance(value, (int, np.integer))
        and not isinstance(value, bool)
        and low <= value <= high
    ):
        return int(value)
    raise ValueError(
        f"{name} = {brief(value)} is not possible: give a whole number from {low} to {high:,}"
    )
