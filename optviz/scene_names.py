"""What `race` takes in place of a surface: a scene, the name of one, or a function.

Scenes are made of races, so that a race knows only that a scene has conditions. Where the scenes
are the package's face says, which is imported before any of its modules; they are imported when a
name is asked for.
"""

from collections.abc import Callable, Mapping
from difflib import get_close_matches
from pkgutil import resolve_name
from typing import Any, Protocol, TypeGuard

from optviz.spellings import brief

CATALOGS: list[str] = []  # "module:name" of a mapping from names to scenes


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


def is_function(given: object) -> TypeGuard[Callable[..., Any]]:
    """Whether it is a loss alone; classes and optimizers, which can be called, are none."""
    return callable(given) and not isinstance(given, type) and not hasattr(given, "rule")


def no_surface(given: object) -> str:
    """A sentence on what is neither a surface nor a scene."""
    if callable(given):
        made = "function_surface(f, xlim=(-2, 2), ylim=(-2, 2))"
        return f"a function alone is no surface: give it limits, as in {made}"
    return f"{brief(given)} is no surface: give one, as SURFACES['beale']"
