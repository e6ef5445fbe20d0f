"""The race: every optimizer on one surface, all gradients of a step in one call, all of it kept."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, overload

from numpy.typing import ArrayLike

from optviz.elsewhere import elsewhere
from optviz.entrants import Entrants
from optviz.entrants import entrants as entrants_of
from optviz.race.conditions import STEPS, check, check_seeds, spread
from optviz.race.march import raced
from optviz.race.results import Race, SeedsRace
from optviz.race.seeds import Conditions, races_of_seeds
from optviz.scene_names import HasConditions, conditions_of, is_function
from surfaces.own import surface_from
from surfaces.surface import Surface

Descended = Surface | HasConditions | str | Callable[..., Any]


@overload
def race(
    surface: Descended,
    optimizers: Entrants | None = None,
    start: ArrayLike | None = None,
    steps: int | None = None,
    seed: int | None = None,
    seeds: None = None,
) -> Race: ...
@overload
def race(
    surface: Descended,
    optimizers: Entrants | None = None,
    start: ArrayLike | None = None,
    steps: int | None = None,
    seed: None = None,
    *,
    seeds: Iterable[int],
) -> SeedsRace: ...
def race(
    surface: Descended,
    optimizers: Entrants | None = None,
    start: ArrayLike | None = None,
    steps: int | None = None,
    seed: int | None = None,
    seeds: Iterable[int] | None = None,
) -> Race | SeedsRace:
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
        seeds: several of them, all different, as range(20): the race is run under each. Its steps
            times theirs are at most `MAX_STEPS`. For surfaces with minibatches, and one start; the
            noise of the wrapper Noise is the same under each, as it has a seed of its own. Other
            processes run them under a `joblib.parallel_config`.

    Returns:
        A Race, one Trajectory for each optimizer in the order given; with seeds a SeedsRace.

    Raises:
        RuleFailed: a user's rule raised, or returned what is no step, or one asks for what the
            surface does not know, as second derivatives. A ValueError, where it can with file, line
            and step.
        ValueError: no optimizer, a start that is no finite point or where the loss is not finite,
            steps or seed out of range, both seed and seeds, seeds where they are not possible, or a
            surface of one's own whose gradient is not that of its loss (`surfaces.validate`). The
            sentence says what is possible.
    """
    if seed is not None and seeds is not None:
        raise ValueError("seed and seeds are both given: leave one of them out")
    if seeds is not None:
        *_, whole = race_by_seeds(surface, optimizers, start, steps, seeds)
        return whole
    (descended, entrants, origin, steps), seed = checked(surface, optimizers, start, steps, seed)
    kept = raced(descended, entrants, origin, steps, seed)
    return Race(descended, origin, steps, seed, kept.trajectories(descended, entrants, seed))


def race_by_seeds(
    surface: Descended,
    optimizers: Entrants | None,
    start: ArrayLike | None,
    steps: int | None,
    seeds: Iterable[int],
) -> Iterator[SeedsRace]:
    """The race under ever more of the seeds, in their order, as blocks of them are run.

    Args:
        surface: what is descended.
        optimizers: who race.
        start: one, (2,).
        steps: updates per optimizer.
        seeds: several of them, all different. All of these are as `race` has them.

    Returns:
        An iterator, whose last is `race(..., seeds=seeds)`. A caller that has seen enough stops
        iterating, or closes it.

    Raises:
        ValueError: as `race` has it; at once, not at the first `next`.
    """
    raced_are, _ = checked(surface, optimizers, start, steps, None)
    chosen = check_seeds(raced_are.surface, raced_are.start, raced_are.steps, seeds)
    return races_of_seeds(raced_are, chosen, elsewhere())


def checked(
    surface: Descended,
    optimizers: Entrants | None,
    start: ArrayLike | None,
    steps: int | None,
    seed: int | None,
) -> tuple[Conditions, int]:
    """What is raced, and under which seed, with what a scene brings along.

    Raises:
        ValueError: it cannot be raced; see `race`.
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
    return Conditions(descended, entrants, origin, steps), seed
