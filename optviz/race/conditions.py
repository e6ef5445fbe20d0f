"""Under which conditions a race can be run: surface, start, steps and seed are checked."""

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from optviz.optimizers import Optimizer
from optviz.scene_names import no_surface
from optviz.spellings import brief
from surfaces.surface import Surface, empty_points
from surfaces.validate import validate_surface

Array = NDArray[np.float64]

# Every step is kept: 7 optimizers take about 3 KB a step.
MAX_STEPS = 1_000_000
MAX_SEED = 2**32 - 1
STEPS = 200  # unless told
FAR_OUT = 1e30  # of a start at which any loss may overflow


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


def check_seeds(surface: Surface, start: Array, steps: int, seeds: object) -> tuple[int, ...]:
    """The seeds of a race that can be run under each of them.

    Raises:
        ValueError: it cannot; see `race`.
    """
    if isinstance(seeds, str) or not isinstance(seeds, Iterable):
        raise ValueError(f"seeds = {brief(seeds)} is not possible: give several, as range(20)")
    found = tuple(whole("a seed", each, 0, MAX_SEED) for each in seeds)
    if not found:
        raise ValueError("seeds has none: give at least one, as in seeds=range(20)")
    if len(set(found)) < len(found):
        again = next(each for k, each in enumerate(found) if each in found[:k])
        raise ValueError(f"seed {again} is given twice: leave one of them out")
    if surface.minibatches is None and surface.stages is None:
        raise ValueError(f"{surface.name} has no minibatches, so seeds change nothing: leave them")
    if start.ndim != 1:
        raise ValueError("seeds are for one start, not for a batch of starts or settings")
    if len(found) * steps > MAX_STEPS:
        raise ValueError(
            f"{len(found):,} seeds of {steps:,} steps are more than {MAX_STEPS:,} steps, "
            "all of which are kept: give fewer seeds or steps"
        )
    return found


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
