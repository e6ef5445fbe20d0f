"""The Python that makes a recipe's file again."""

from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from typing import Any

from optviz.export.recipe.command import files_of
from optviz.export.recipe.recipe import Recipe
from optviz.export.recipe.values import chosen
from optviz.scenes import SCENES
from optviz.spec.race_spec import RaceSpec, own_entrants, scene_entrants

# What `optviz` itself has of these, and what is imported from where it is defined.
FACE = (
    *("PictureOptions", "RaceOptions", "SweepOptions", "FilmOptions", "StillOptions"),
    *("Style", "Piecewise"),
)


def python(recipe: Recipe, file: str) -> str:
    """Lines of Python.

    Args:
        recipe: of the file.
        file: where to; its suffix names the format.
    """
    scene = scene_code(recipe.race)
    imported, made = recipe.made.python()
    options = [each for each in recipe.options if chosen(each)]
    given = [made, repr(file), *map(code, options)]
    lines = [*loads(recipe.race), f"scene = {scene}"]
    if recipe.made.name == "heatmap":
        lines.append("surface, (entrant,), *rest = scene.conditions")
    lines.append(f"export({', '.join(given)})")
    shown = [*options, *([] if scene.startswith("SCENES") else [spelled(recipe.race)])]
    kinds = [kind for each in shown for kind in kinds_in(each)]
    names = ["export", *(["SCENES"] if scene.startswith("SCENES") else [])]
    head = sorted({*imports(kinds, names), *loaders(recipe.race), *filter(None, [imported])})
    return "\n".join([*head, "", *lines, ""])


def scene_code(race: RaceSpec) -> str:
    """The scene that is raced."""
    own = race.own_scene()
    alone = own_entrants(own) == scene_entrants(own)  # no file of the user's adds any
    if race.scene in SCENES and alone and spelled(race) == RaceSpec(scene=race.scene):
        return f'SCENES["{race.scene}"]'
    return f"{code(spelled(race))}.race_scene()"


def spelled(race: RaceSpec) -> RaceSpec:
    """A race that says no more than it must."""
    return race.differences()


def loads(race: RaceSpec) -> Iterator[str]:
    """The lines that load files of the user's."""
    rules, surfaces = files_of(race)
    yield from (f"load_rules({path!r})" for path in rules)
    yield from (f"load_surfaces({path!r})" for path in surfaces)


def loaders(race: RaceSpec) -> Iterator[str]:
    """What these lines import."""
    rules, surfaces = files_of(race)
    if rules:
        yield "from optviz.user_rules import load_rules"
    if surfaces:
        yield "from optviz.user_surfaces import load_surfaces"


def code(value: Any) -> str:
    """A value as Python writes it: of a dataclass, what is not as it is by default."""
    if isinstance(value, RaceSpec) and value.formula is not None:
        return called(value, {k: v for k, v in chosen(value).items() if k != "scene"})
    if is_dataclass(value):
        return called(value, chosen(value))
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{code(k)}: {code(v)}' for k, v in value.items())}}}"
    if isinstance(value, tuple):
        return f"({', '.join(map(code, value))}{',' * (len(value) == 1)})"
    if isinstance(value, float):
        return repr(float(value))  # and of numpy's no other
    return repr(value)


def called(value: Any, given: Mapping[str, Any]) -> str:
    """A dataclass with some of its fields."""
    said = ", ".join(f"{name}={code(each)}" for name, each in given.items())
    return f"{type(value).__name__}({said})"


def kinds_in(value: Any) -> Iterator[type]:
    """The dataclasses of which a value is made."""
    if is_dataclass(value) and not isinstance(value, type):
        yield type(value)
        inner = list(chosen(value).values())
    else:
        inner = list(value.values()) if isinstance(value, Mapping) else []
        inner += value if isinstance(value, list | tuple) else []
    for each in inner:
        yield from kinds_in(each)


def imports(kinds: list[type], names: list[str]) -> Iterator[str]:
    """Lines that import these classes, and these names of `optviz`."""
    homes: dict[str, set[str]] = {"optviz": set(names)}
    for kind in kinds:
        home = "optviz" if kind.__name__ in FACE else kind.__module__
        homes.setdefault(home, set()).add(kind.__name__)
    for home, found in homes.items():
        yield f"from {home} import {', '.join(sorted(found))}"
