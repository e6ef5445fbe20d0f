"""What can be exported, and which wishes each kind of it knows."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from optviz.film.render import Timing
from optviz.pictures import BasinComposition, Composition, Shown, SweepComposition
from optviz.race import Race
from optviz.scenes import Scene
from optviz.studies.basins import Basins
from optviz.studies.sweep import Sweep

What = Race | Scene | Sweep | Basins

# Of an order itself, by the kind of picture; a sweep has no steps that could move.
OWN: dict[type[Shown], set[str]] = {
    Composition: {"loop", "turn", "step"},
    SweepComposition: set(),
    BasinComposition: {"loop", "step"},
}
SUBJECTS = {"race", "sweep", "basins"}

# A film of basins changes whole areas with each frame: so it has fewer frames than a race's.
BASIN_FPS = 10
BASIN_SECONDS = 6


def kind_of(what: What) -> type[Shown]:
    """The kind of composition that shows something.

    Raises:
        ValueError: nothing shows it.
    """
    if isinstance(what, Race | Scene):
        return Composition
    if isinstance(what, Sweep):
        return SweepComposition
    if isinstance(what, Basins):
        return BasinComposition
    given = type(what).__name__
    raise ValueError(f"a {given} is no file: give a race, a scene, a sweep or a basin map")


def composition_of(what: What, wishes: Mapping[str, Any]) -> Shown:
    """What shows a race, a sweep or a basin map, as wished for."""
    if isinstance(what, Sweep):
        return SweepComposition(sweep=what, **wishes)
    if isinstance(what, Basins):
        return BasinComposition(basins=what, **wishes)
    return Composition.of(what, **wishes)


def timing_of(what: What, wishes: Mapping[str, Any]) -> Timing:
    """When a film of it shows which step; one of basins takes six seconds if nobody says more."""
    if isinstance(what, Basins):
        speed = max(BASIN_FPS, what.steps / BASIN_SECONDS)
        return Timing(**{"fps": BASIN_FPS, "speed": speed} | dict(wishes))
    return Timing(**wishes)


def sorted_wishes(what: What, wishes: Mapping[str, Any]) -> tuple[dict[str, Any], ...]:
    """Those that concern the composition, the timing, and the order itself.

    Raises:
        ValueError: a wish concerns none of them.
    """
    kind = kind_of(what)
    own = OWN[kind]
    timing = {each.name for each in fields(Timing)} if "loop" in own else set()
    shown = {each.name for each in fields(kind)} - SUBJECTS
    unknown = wishes.keys() - shown - timing - own
    if unknown:
        raise ValueError(f"nothing is known of {', '.join(sorted(unknown))}")
    parts = (shown, timing, own)
    return tuple({name: wishes[name] for name in wishes if name in part} for part in parts)
