"""A recipe as JSON: what is written into pictures, and read from them again.

    {"version": 1, "kind": "race", "race": {"scene": "beale", "steps": 300},
     "picture": {"theme": "dark"}, "still": {"step": 60}}

Only what was chosen is written. What is read comes from a stranger's file: it is parsed, never
executed, its size is bounded, and what is not known is refused by name.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Any, get_args

from optviz.export.options import Options
from optviz.export.recipe.made import MADE
from optviz.export.recipe.recipe import Recipe
from optviz.export.recipe.values import chosen, plain, read
from optviz.pictures.basins.kind import BASINS
from optviz.pictures.bundle.kind import SEEDS
from optviz.pictures.heatmap.kind import HEATMAP
from optviz.pictures.race.kind import RACE
from optviz.pictures.sweep.kind import SWEEP
from optviz.spec.json import entrants_content, once
from optviz.spec.json import from_json as race_in
from optviz.spec.json import to_json as race_text
from optviz.spec.parsing import nearest, number, shown
from optviz.spec.race_spec import RaceSpec, own_entrants, scene_entrants

VERSION = 1
LONGEST = 100_000  # characters
MOST_ENTRANTS = 40

KIND_OF = {"race": RACE, "seeds": SEEDS, "sweep": SWEEP, "heatmap": HEATMAP, "basins": BASINS}
GROUPS: dict[str, type[Any]] = {
    each.__name__.removesuffix("Options").lower(): each for each in get_args(Options)
}
MEMBERS = ("version", "kind", "race", "values", *GROUPS)


def to_json(recipe: Recipe) -> str:
    """A recipe as one JSON object of ASCII characters.

    Raises:
        ValueError: what is raced cannot be written.
    """
    said = {
        "version": VERSION,
        "kind": recipe.made.name,
        "race": race_content(recipe.race),
        "values": plain(recipe.made),
        **dict(groups_content(recipe)),
    }
    said = {name: each for name, each in said.items() if each not in ({}, None)}
    return json.dumps(said, allow_nan=False, separators=(",", ":"))


def race_content(spec: RaceSpec) -> Any:
    """A race as JSON has it; its entrants are named where files of the user's add some."""
    said = json.loads(race_text(spec))
    own = spec.own_scene()
    raced = own_entrants(own) if spec.entrants is None else spec.entrants
    if "entrants" not in said and raced != scene_entrants(own):
        said["entrants"] = entrants_content(raced)
    return said


def groups_content(recipe: Recipe) -> Iterator[tuple[str, Any]]:
    """What was chosen of each group of options."""
    followed = {each.name for each in fields(KIND_OF[recipe.made.name].options)}
    for given in recipe.options:
        name = next(name for name, kind in GROUPS.items() if isinstance(given, kind))
        values = {each: plain(value) for each, value in chosen(given).items()}
        if name == "picture":
            values = {each: value for each, value in values.items() if each in followed}
        yield name, values


def from_json(text: str) -> Recipe:
    """The recipe that a JSON object describes.

    Raises:
        ValueError: it describes none; one sentence says why.
    """
    said = members(text)
    kind = said.get("kind")
    if kind not in MADE:
        raise ValueError(f"{shown(str(kind))} is no kind of recipe: there are {', '.join(MADE)}")
    options = []
    for name, group in GROUPS.items():
        if name in said:
            options.append(
                read(KIND_OF[kind].options if name == "picture" else group, said[name], name)
            )
    race = said.get("race", {})
    entrants = race.get("entrants") if isinstance(race, Mapping) else None
    if isinstance(entrants, list) and len(entrants) > MOST_ENTRANTS:
        raise ValueError(f"{len(entrants)} optimizers are too many; the limit is {MOST_ENTRANTS}")
    made = made_in(kind, said.get("values", {}))
    return Recipe(race=race_in(json.dumps(race)), made=made, options=tuple(options))


def made_in(kind: str, said: object) -> Any:
    """What is made of the race."""
    try:
        return read(MADE[kind], said, f"a recipe of the kind {kind}")
    except TypeError as error:  # a member is missing
        raise ValueError(f"this is no recipe of the kind {kind}: {error}") from None


def members(text: str) -> dict[str, Any]:
    """The members of a recipe's object, of a version that this program reads."""
    if len(text) > LONGEST:
        raise ValueError(f"the recipe has {len(text):,} characters, more than {LONGEST:,}")
    try:
        said = json.loads(text, object_pairs_hook=once, parse_float=number, parse_constant=number)
    except (ValueError, RecursionError) as error:
        raise ValueError(f"the recipe is no JSON: {error}") from None
    if not isinstance(said, dict) or type(said.get("version")) is not int:
        raise ValueError("the recipe says no version, so it is none of optviz's")
    if said["version"] != VERSION:
        raise ValueError(
            f"the recipe is of version {said['version']}, and this optviz reads {VERSION}: "
            "install a newer one"
        )
    for name in said:
        if name not in MEMBERS:
            raise ValueError(f"a recipe has no {shown(name)}{nearest(name, MEMBERS)}")
    return said
