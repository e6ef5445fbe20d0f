"""The shell command that makes a recipe's file again."""

import shlex
from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from pathlib import Path
from typing import Any

from optviz.export.recipe.recipe import Recipe
from optviz.export.recipe.values import chosen
from optviz.spec.address.writing import entrant_texts, numbers_text
from optviz.spec.parsing import number_text
from optviz.spec.race_spec import Preset, RaceSpec, own_entrants
from optviz.user_rules import FILES as RULE_FILES
from optviz.user_rules import OPTION as RULES_OPTION
from optviz.user_surfaces import FILES as SURFACE_FILES
from optviz.user_surfaces import OPTION as SURFACES_OPTION
from optviz.wrappers import JOINT


def command(recipe: Recipe, file: str) -> str:
    """A line for a shell.

    Args:
        recipe: of the file.
        file: where to; its suffix names the format.

    Raises:
        ValueError: the command line has no words for it; one sentence says which.
    """
    return shlex.join(["optviz", *arguments(recipe, file)])


def arguments(recipe: Recipe, file: str) -> list[str]:
    """The same as a list, without the program's name."""
    race, made = recipe.race.differences(), recipe.made
    scene = race.scene if race.formula is None else f"formula:{race.formula.text}"
    flags = [*file_flags(recipe.race), *race_flags(race), *made.flags(), *option_flags(recipe)]
    entrants = entrants_text(recipe.race)
    one = [entrants] if made.command == "heatmap" else []
    if entrants and not one:
        flags.insert(0, ("optimizers", entrants))
    where = f"./{file}" if file.startswith("-") else file
    return [made.command, scene, *one, where, *(written(*flag) for flag in flags)]


def written(name: str, text: str | None) -> str:
    """An option as one argument, so that no value is taken for another option."""
    return f"--{name}" if text is None else f"--{name}={text}"


def entrants_text(race: RaceSpec) -> str:
    """Who races, with the settings that are not the scene's; "" for a scene's own."""
    own = race.own_scene()
    raced = own_entrants(own) if race.entrants is None else race.entrants
    return "" if raced == own_entrants(own) else ",".join(entrant_texts(raced, own))


def file_flags(race: RaceSpec) -> Iterator[tuple[str, str]]:
    """The files of the user's that have what is raced."""
    rules, surfaces = files_of(race)
    yield from ((RULES_OPTION.lstrip("-"), path) for path in rules)
    yield from ((SURFACES_OPTION.lstrip("-"), path) for path in surfaces)


def files_of(race: RaceSpec) -> tuple[list[str], list[str]]:
    """The paths of the files whose optimizers race, and of those that have the surface."""
    raced = own_entrants(race.own_scene()) if race.entrants is None else race.entrants
    rules = {each.rule.partition(JOINT)[0] for each in raced}
    return (
        [near(path) for path, file in RULE_FILES.items() if rules & file.kinds.keys()],
        [near(path) for path, file in SURFACE_FILES.items() if race.scene in file.scenes],
    )


def near(path: Path) -> str:
    """A file's path as seen from the working folder, if it is in it."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def race_flags(race: RaceSpec) -> Iterator[tuple[str, str]]:
    """What is not the scene's own, but for its entrants."""
    if race.formula is not None:
        for axis in ("x", "y"):
            if (limits := getattr(race.formula, axis)) is not None:
                yield f"{axis}lim", numbers_text(limits)
    if race.preset != Preset():
        yield "preset", preset_text(race.preset)
    if race.start is not None:
        yield "start", numbers_text(race.start)
    for name in ("steps", "seed", "batch"):
        if (value := getattr(race, name)) is not None:
            yield name, number_text(value)
    own = race.own_scene().surface.parameter
    if race.parameter is not None and own is not None:
        yield own.name, number_text(race.parameter)


def preset_text(preset: Preset) -> str:
    """Where the settings come from, as --preset takes it.

    Raises:
        ValueError: it does not.
    """
    if preset not in (Preset(preset.kind, rate=preset.rate), Preset(preset.kind)):
        raise ValueError("settings tuned for another goal than the final loss have no command")
    return preset.kind if preset.rate is None else f"{preset.kind}={number_text(preset.rate)}"


def option_flags(recipe: Recipe) -> Iterator[tuple[str, str | None]]:
    """What was chosen of picture, film and still."""
    for given in recipe.options:
        yield from flags_in(given)


def flags_in(given: Any) -> Iterator[tuple[str, str | None]]:
    """What was chosen of a group of options, and of those within it."""
    for name, value in chosen(given).items():
        if is_dataclass(value):
            yield from flags_in(value)
        elif isinstance(value, Mapping):
            yield from ((name, f"{who}={value_text(name, each)}") for who, each in value.items())
        else:
            yield flag(name, value)


def flag(name: str, value: Any) -> tuple[str, str | None]:
    """An option of the command line; each is called as its field.

    Raises:
        ValueError: it cannot be written.
    """
    name = name.replace("_", "-")
    if isinstance(value, bool):
        return (name if value else f"no-{name}"), None
    if name == "size" and isinstance(value, tuple | list):
        return name, "{}x{}".format(*value)
    return name, value_text(name, value)


def value_text(name: str, value: Any) -> str:
    """A value as one argument."""
    if isinstance(value, tuple | list):
        return ",".join(value_text(name, each) for each in value)
    if isinstance(value, int | float):
        return number_text(value)
    if isinstance(value, str):
        return value
    raise ValueError(f"{name} has no words on the command line")
