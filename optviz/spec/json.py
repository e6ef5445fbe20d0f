"""RaceSpec as JSON: for files, and for what other programs hand in.

    {"scene": "beale", "entrants": [{"rule": "adam", "name": "Adam", "settings": {"lr": 0.05}}],
     "start": [1, 1.6], "steps": 200}

Only what differs from the scene's own is written. Reading refuses what it does not know by name.
"""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields
from typing import Any

from optviz.schedules import content, from_content
from optviz.spec.parsing import nearest, number, shown
from optviz.spec.race_spec import EntrantSpec, Formula, Preset, RaceSpec

NO_DATA = (
    "JSON holds no data of your own: give the table to least_squares, huber, softplus or logistic"
)


def to_json(spec: RaceSpec) -> str:
    """A race as one JSON object; numbers read back to the same bits.

    Raises:
        ValueError: what is raced are private data.
    """
    if spec.data is not None:
        raise ValueError(NO_DATA)
    differing = spec.differences()
    said = {name: value for name, value in asdict(differing).items() if value is not None}
    said["preset"] = {k: v for k, v in said["preset"].items() if v != getattr(Preset(), k)}
    if differing.entrants is not None:
        said["entrants"] = entrants_content(differing.entrants)
    return json.dumps({name: v for name, v in said.items() if v not in ("", {})}, allow_nan=False)


def entrants_content(entrants: Sequence[EntrantSpec]) -> list[dict[str, Any]]:
    """Entrants as JSON has them."""
    return [
        {
            "rule": each.rule,
            "name": each.name,
            "settings": {name: content(value) for name, value in each.settings},
        }
        for each in entrants
    ]


def from_json(text: str) -> RaceSpec:
    """The race that a JSON object describes.

    Raises:
        ValueError: it is no such object, or cannot be raced; one sentence says why.
    """
    try:
        said = json.loads(text, object_pairs_hook=once, parse_float=number, parse_constant=number)
    except (ValueError, RecursionError) as error:
        raise ValueError(f"this is no JSON: {error}") from None
    said = known(said, RaceSpec, "a race")
    if "data" in said:
        raise ValueError(NO_DATA)
    if "formula" in said:
        formula = known(said["formula"], Formula, "a formula")
        if not isinstance(formula.get("text"), str):
            raise ValueError("a formula needs its text, as in x**2 + 3*y**2")
        said["formula"] = Formula(**formula | {axis: pair_in(formula, axis) for axis in ("x", "y")})
    if "preset" in said:
        said["preset"] = Preset(**known(said["preset"], Preset, "a preset"))
    if "entrants" in said:
        if not isinstance(said["entrants"], list):
            raise ValueError("entrants is no list: give one, of objects with rule and name")
        said["entrants"] = tuple(map(entrant_in, said["entrants"]))
    if "start" in said:
        said["start"] = pair_in(said, "start")
    try:
        return RaceSpec(**said)
    except TypeError as error:
        raise ValueError(f"this is no race: {error}") from None


def once(members: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    """An object's members, none of which may come again."""
    for name, count in Counter(name for name, _ in members).items():
        if count > 1:
            raise ValueError(f"{shown(name)} is there {count} times; give it once")
    return dict(members)


def known(said: object, kind: type, what: str) -> dict[str, Any]:
    """An object's members, all of which the type has.

    Raises:
        ValueError: it is no object, or has a member that the type does not have.
    """
    if not isinstance(said, Mapping):
        raise ValueError(f"{what} is a JSON object, not {shown(json.dumps(said))}")
    names = [each.name for each in fields(kind)]
    for name in said:
        if name not in names:
            raise ValueError(f"{what} has no {shown(name)}{nearest(name, names)}")
    return dict(said)


def entrant_in(said: object) -> EntrantSpec:
    """An entrant."""
    entrant = known(said, EntrantSpec, "an entrant")
    if not {"rule", "name"} <= entrant.keys():
        raise ValueError("an entrant needs a rule and a name")
    settings = entrant.get("settings", {})
    if not isinstance(settings, Mapping):
        raise ValueError("the settings of an entrant are a JSON object of numbers")
    read = {name: from_content(value) for name, value in settings.items()}
    return EntrantSpec(entrant["rule"], entrant["name"], tuple(read.items()))


def pair_in(said: Mapping[str, Any], name: str) -> tuple[float, float] | None:
    """Two numbers, or None where they are not given."""
    value = said.get(name)
    if value is None:
        return None
    numbers = value if isinstance(value, list) else []
    if len(numbers) != 2 or not all(type(each) in (int, float) for each in numbers):
        raise ValueError(f"{name} is {shown(json.dumps(value))}: give two numbers, as in [1, 1.6]")
    return numbers[0], numbers[1]
