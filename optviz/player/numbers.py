"""The numbers of a race that can be others in the player."""

from typing import Any

from optviz.program.tracing import free
from optviz.race import MAX_SEED, Race
from surfaces.minibatches import Minibatches
from surfaces.surface import Surface

# Seven trails of so many steps are still drawn at over 50 frames a second without a graphics card;
# of 2,000, at 30.
MAX_STEPS = 1000


def numbers_content(race: Race) -> dict[str, Any]:
    """The race's own numbers, and from where to where those can go that it has.

    A race that is longer than `MAX_STEPS` can become shorter.
    """
    seen = minibatches_seen(race.surface)
    ranges: dict[str, tuple[float, float]] = {"steps": (1, max(MAX_STEPS, race.steps))}
    if seen:
        ranges["seed"] = (0, MAX_SEED)
    if race.surface.minibatches:  # stages have a size of their own
        ranges["batch"] = (1, race.surface.minibatches.count)
    own = race.surface.parameter
    if own and free(race.surface) is not None:
        ranges["parameter"] = (own.low, own.high)
    return {
        "steps": race.steps,
        "seed": race.seed,
        "batch": seen.size if seen else None,
        "parameter": own.value if own else None,
        "ranges": ranges,
    }


def minibatches_seen(surface: Surface) -> Minibatches | None:
    """What the first step draws its samples from; None where every step sees the whole loss."""
    return surface.stages.parts[0] if surface.stages else surface.minibatches
