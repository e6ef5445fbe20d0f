"""What `race` takes in place of a surface: a scene, or the name of one.

Scenes are made of races, so that a race knows only that a scene has conditions. Where the scenes
are the package's face says, which is imported before any of its modules; they are imported when a
name is asked for.
"""

from collections.abc import Mapping
from difflib import get_close_matches
from pkgutil import resolve_name
from typing import Any, Protocol

from optviz.spellings import brief

CATALOGS: list[str] = []  # "module:name" of a mapping from names to scenes

EXAMPLE = (
    "Surface(name='mine', loss=..., xlim=(-2, 2), ylim=(-2, 2), start=(1, 1), minima=(), "
    "source='mine')"
)


class HasConditions(Protocol):
    """A scene, as far as a race knows of it."""

    @property
    def conditions(self) -> tuple[Any, ...]:
        """Surface, entrants, start, steps and seed."""


def scene_named(name: str) -> Any:
    """The scene of a name.

    Raises:
        ValueError: there is none.
    """
    known: dict[str, Any] = {}
    for each in CATALOGS:
        catalog: Mapping[str, Any] = resolve_name(each)
        known |= catalog
    if name in known:
        return known[name]
    near = get_close_matches(name, known, n=1)
    if name and not name.replace("_", "").isalnum() and not near:
        given = brief(name.removeprefix("formula:").strip())
        made = f"formula_surface({given}), which is in surfaces.formula"
        raise ValueError(f"there is no scene {brief(name)}; for a formula give {made}")
    raise ValueError(
        f"there is no scene {brief(name)}"
        + (f"; did you mean {near[0]!r}?" if near else f"; there are {', '.join(known)}")
    )


def conditions_of(given: Any) -> tuple[Any, ...]:
    """Surface, entrants, start, steps and seed of a scene or of the name of one.

    Raises:
        ValueError: it is neither.
    """
    scene = scene_named(given) if isinstance(given, str) else given
    conditions: tuple[Any, ...] | None = getattr(scene, "conditions", None)
    if conditions is None:
        raise ValueError(no_surface(given))
    return conditions


def no_surface(given: object) -> str:
    """A sentence on what is neither a surface nor a scene."""
    if callable(given):
        return f"a function alone is no surface: give it limits and a start, as in {EXAMPLE}"
    return f"{brief(given)} is no surface: give one, as SURFACES['beale']"
