"""An address as a race and a place: what can be read is used, and the rest is named."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from optviz.race import whole
from optviz.scenes import PRESETS, Scene
from optviz.scenes.catalog import CATALOG
from optviz.spec.address.entries import entrants
from optviz.spec.address.parts import (
    APART,
    MOST_STEPS,
    MOST_STOPS,
    PAGES,
    PARTS,
    VIEWS,
    Place,
)
from optviz.spec.parsing import cloud_of, flag, integer, nearest, number, one_of, pair, shown
from optviz.spec.race_spec import TUNED, Formula, Preset, RaceSpec
from optviz.spec.seeds import seeds_in
from optviz.studies.tuning import OBJECTIVES, threshold_for

LONGEST = 4_000  # characters of one part; a formula has at most 400

# What sites and mailers add to links; it says nothing of a race, and nothing is said of it.
CAMPAIGN = re.compile(r"(?:utm|mtm|pk|hsa)_\w+", re.IGNORECASE)
TRACKING = {
    *("fbclid", "gclid", "gclsrc", "gbraid", "wbraid", "dclid", "msclkid", "yclid", "ysclid"),
    *("twclid", "ttclid", "igsh", "igshid", "li_fat_id", "mc_cid", "mc_eid", "mkt_tok", "_ga"),
    *("_gl", "_hsenc", "_hsmi", "srsltid", "ref", "ref_src", "ref_url"),
}

# What is said of where settings come from, and the preset of which it is said.
PRESET_PARTS = {"rate": "rate", "best": TUNED, "below": TUNED, "second": TUNED}


def read(query: Mapping[str, Sequence[str]]) -> tuple[RaceSpec | None, Place, list[str]]:
    """What an address says.

    Args:
        query: each name with all its values, unescaped.

    Returns:
        What is raced, None where nothing is said of it; where one stands; and a sentence on
        everything that could not be read.
    """
    reader = Reader(query)
    spec = reader.race()
    return spec, reader.place(spec), reader.problems


class Reader:
    """Reads one query, part by part.

    Attributes:
        problems: what could not be read.
    """

    def __init__(self, query: Mapping[str, Sequence[str]]) -> None:
        self.problems: list[str] = []
        self.given: dict[str, str] = {}
        for name, values in query.items():
            if name.lower() in TRACKING or CAMPAIGN.fullmatch(name):
                continue
            if name not in PARTS:
                near = nearest(name, PARTS)
                self.problems.append(f"{shown(name)} is nothing that a link says{near}")
            elif len(values) > 1:
                self.problems.append(f"{name} is there {len(values)} times; the last one counts")
            if name in PARTS and values:
                self.given[name] = values[-1]

    def race(self) -> RaceSpec | None:
        """What is raced; the scene first, because the rest depends on it."""
        surface = self.surface()
        own = RaceSpec(**surface)
        scene = own.own_scene()
        found: dict[str, Any] = {}
        for name, reads in readers(scene).items():
            self.take(found, name, reads)
        preset = self.preset(found, scene)
        said: dict[str, Any] = {"preset": preset} if preset != Preset() else {}
        for name in ("parameter", "batch", "start", "steps", "seed"):
            if name in found:
                said[name] = found[name]
        if "opt" in found:
            said["entrants"] = found["opt"]
        spec = self.together(own, said)
        return spec if surface or spec != own else None

    def together(self, own: RaceSpec, said: Mapping[str, Any]) -> RaceSpec:
        """The race with all its parts; one that is not possible is left out and named."""
        try:
            return replace(own, **said)
        except ValueError:
            spec = own
        for name, value in said.items():
            try:
                spec = replace(spec, **{name: value})
            except ValueError as error:
                self.problems.append(f"{'opt' if name == 'entrants' else name}: {error}")
        return spec

    def surface(self) -> dict[str, Any]:
        """The scene or the formula, as RaceSpec takes it; nothing where nothing is said."""
        found: dict[str, Any] = {}
        self.take(found, "scene", lambda text: one_of("scene", text, CATALOG))
        for axis in ("x", "y"):
            self.take(found, axis, pair)
        limits = found.get("x"), found.get("y")
        self.take(found, "formula", lambda text: formula(text, *limits))
        if "formula" in found:
            if "scene" in found:
                self.problems.append("scene is without meaning where there is a formula")
            return {"formula": found["formula"]}
        for axis in ("x", "y"):
            if axis in found and not self.given.get("formula"):
                self.problems.append(f"{axis} is without meaning where there is no formula")
        return {"scene": found["scene"]} if "scene" in found else {}

    def preset(self, found: Mapping[str, Any], scene: Scene) -> Preset:
        """Where settings come from that no entrant has of its own."""
        kind = found.get("preset", PRESETS[0])
        for name, needed in PRESET_PARTS.items():
            if name in found and kind != needed:
                self.problems.append(f"{name} is without meaning without preset={needed}")
        if kind == "rate" and "rate" not in found:
            self.problems.append("preset=rate needs a learning rate, as in rate=0.01")
            return Preset()
        if kind == "rate":
            return Preset(kind, rate=found["rate"])
        if kind != TUNED:
            return Preset(kind)
        objective, below = found.get("best", "final"), None
        if objective == "steps":
            below = found.get("below", threshold_for(scene.surface, scene.start))
        elif "below" in found:
            self.problems.append("below is without meaning without best=steps")
        return Preset(kind, None, objective, below, found.get("second", False))

    def place(self, spec: RaceSpec | None) -> Place:
        """Where one stands."""
        found: dict[str, Any] = {}
        for name, reads in PLACE_READERS.items():
            self.take(found, name, reads)
        race = spec or RaceSpec()
        last = race.own_scene().steps if race.steps is None else race.steps
        if "t" in found and "lesson" not in found and found["t"] > last:
            self.problems.append(f"t = {found['t']} is after the last step")
            del found["t"]
        if "lesson" not in found and any(step > last for step in found.get("stops", ())):
            self.problems.append(f"stops: {max(found['stops'])} is after the last step")
            found["stops"] = tuple(step for step in found["stops"] if step <= last)
        if "seeds" in found and (why := no_seeds(race.own_scene(), "lesson" in found)):
            self.problems.append(f"seeds: {why}")
            del found["seeds"]
        return Place(
            page=found.get("room", ""),
            view=found.get("view", ()),
            t=found.get("t"),
            stops=found.get("stops", ()),
            cloud=found.get("cloud", ""),
            seeds=found.get("seeds", ()),
            lesson=found.get("lesson", ""),
            slide=found.get("page"),
        )

    def take(self, found: dict[str, Any], name: str, reads: Callable[[str], Any]) -> None:
        """Read one part, if it is there; or say what is wrong with it."""
        text = self.given.get(name)
        if not text:
            return
        try:
            if len(text) > LONGEST:
                raise ValueError(f"it has {len(text):,} characters, more than {LONGEST:,}")
            found[name] = reads(text)
        except ValueError as error:
            self.problems.append(f"{name}: {error}")


def readers(scene: Scene) -> dict[str, Callable[[str], Any]]:
    """How each part of a race is read on this scene; whether it can be raced RaceSpec says."""
    return {
        "preset": lambda text: one_of("preset", text, (*PRESETS, TUNED)),
        "rate": number,
        "best": lambda text: one_of("objective", text, OBJECTIVES),
        "below": number,
        "second": flag,
        "opt": lambda text: entrants(text, scene),
        "start": pair,
        "steps": lambda text: whole("steps", integer(text), 1, MOST_STEPS),
        "seed": integer,
        "batch": integer,
        "parameter": number,
    }


def formula(text: str, x: Any, y: Any) -> Formula:
    """The formula, if it can be raced on in its limits."""
    if lost := APART.search(text.strip()):
        around = shown(text.strip()[max(0, lost.start() - 15) : lost.end() + 15])
        raise ValueError(
            f"a + in an address is a blank, so that one may be lost in {around}: write %2B for +, "
            "or * for a product"
        )
    found = Formula(text.replace("\t", " "), x, y)
    RaceSpec(formula=found)
    return found


def stops(text: str) -> tuple[int, ...]:
    """Steps at which playback stops, each once and in order."""
    steps = {whole("a stop", integer(each), 0, MOST_STEPS) for each in text.split(",")}
    if len(steps) > MOST_STOPS:
        raise ValueError(f"there are {len(steps)} stops, more than {MOST_STOPS}")
    return tuple(sorted(steps))


def cloud(text: str) -> str:
    """A cloud's shape and how many trials it has."""
    return cloud_of(text).told


def no_seeds(scene: Scene, lesson: bool) -> str:
    """Why a race is not shown under many seeds; "" where it is."""
    if lesson:
        return "a lesson has no room for the races of many seeds"
    sampled = scene.surface.minibatches or scene.surface.stages
    return "" if sampled else f"{scene.name} has no minibatches, so seeds change nothing"


def lesson_key(text: str) -> str:
    """A name as lessons have it."""
    if not (len(text) <= 40 and text.isascii() and text.replace("_", "").isalnum()):
        raise ValueError(f"there is no lesson {shown(text)}")
    return text


PLACE_READERS: dict[str, Callable[[str], Any]] = {
    "room": lambda text: one_of("room", text, PAGES),
    "view": lambda text: tuple(one_of("view", each, VIEWS) for each in text.split(",")),
    "t": lambda text: whole("t", integer(text), 0, MOST_STEPS),
    "stops": stops,
    "cloud": cloud,
    "seeds": seeds_in,
    "lesson": lesson_key,
    "page": lambda text: whole("page", integer(text), 1, 1_000),
}
