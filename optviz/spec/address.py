"""The address: what is raced and where on the pages one stands, as a query that people can read.

    ?scene=beale&opt=adam:lr=0.05,nag,nag~gentle:mu=0.5&start=1,1.6&steps=200&t=80

Only what differs from the scene's own is written. What comes in is text from a stranger: each part
is checked by itself, what can be read is used, and the rest is named in a sentence.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import quote, unquote

from optviz.entrants import check_name, next_name
from optviz.race import check_start, whole
from optviz.scenes import PRESETS, Scene
from optviz.scenes.catalog import CATALOG
from optviz.spec.parsing import (
    flag,
    integer,
    learning_rate,
    nearest,
    number,
    number_text,
    one_of,
    pair,
    shown,
)
from optviz.spec.race_spec import (
    TUNED,
    EntrantSpec,
    Formula,
    Preset,
    RaceSpec,
)
from optviz.studies.tuning import OBJECTIVES, threshold_for

LONGEST = 4_000  # characters of one part; a formula has at most 400
MOST_ENTRANTS = 40
MOST_STEPS = 1_000  # as in the page
PAGES = ("race", "sweep", "basins", "definitions", "digits", "lessons")
VIEWS = ("above", "space", "samples")
UNRESERVED = ",:;*()/!~' "  # of what needs no escape in a query, what addresses use; " " becomes +
SEPARATORS = ",:~=%"  # are escaped inside an entrant's name
ENTRIES = re.compile(r",(?![0-9])")  # before a digit stands a decimal comma

# Rules that were another rule with other defaults, and what they are now.
FORMER = {
    "adamepstenth": "adam~Adam ε 0.1:eps=0.1",
    "adamepsone": "adam~Adam ε 1:eps=1",
    "adadeltakeras": "adadelta~AdaDelta in Keras:lr=0.001:rho=0.95:eps=1e-7",
}

# What sites and mailers add to links; it says nothing of a race, and nothing is said of it.
CAMPAIGN = re.compile(r"(?:utm|mtm|pk|hsa)_\w+", re.IGNORECASE)
TRACKING = frozenset(
    [
        "fbclid",
        "gclid",
        "gclsrc",
        "gbraid",
        "wbraid",
        "dclid",
        "msclkid",
        "yclid",
        "ysclid",
        "twclid",
        "ttclid",
        "igsh",
        "igshid",
        "li_fat_id",
        "mc_cid",
        "mc_eid",
        "mkt_tok",
        "_ga",
        "_gl",
        "_hsenc",
        "_hsmi",
        "srsltid",
        "ref",
        "ref_src",
        "ref_url",
    ]
)

# A blank with operators neither before nor behind it. A + that was typed into an address comes in
# as a blank, too, so that one that is meant is written as a tab.
OPERATORS = r"\s\-+*/^,;=<>\u00b7\u00d7\u2212\u2217"
APART = re.compile(rf"(?<![{OPERATORS}(\[{{]) +(?![{OPERATORS})\]}}])(?!$)")

# What is said of where settings come from, and the preset of which it is said.
PRESET_PARTS = {"rate": "rate", "best": TUNED, "below": TUNED, "second": TUNED}

# The parts in the order in which they are written. `room` and `page` are called so since the first
# version: they are the page and the slide.
PARTS = (
    *("scene", "formula", "x", "y", "room", "preset", "rate", "best", "below", "second", "opt"),
    *("start", "steps", "seed", "batch", "parameter", "view", "t", "lesson", "page"),
)


@dataclass(frozen=True)
class Place:
    """Where on the pages one stands; None and "" for what is not said.

    Attributes:
        page: of `PAGES`.
        view: of `VIEWS`, open to begin with.
        t: the step at which the race stands.
        lesson: key of a lesson.
        slide: of the lesson, from 1.
    """

    page: str = ""
    view: tuple[str, ...] = ()
    t: int | None = None
    lesson: str = ""
    slide: int | None = None


def write(spec: RaceSpec | None, place: Place) -> str:
    """The query, without its question mark; "" if nothing is said."""
    said = {} if spec is None else dict(race_parts(spec.differences()))
    said |= {
        "room": place.page,
        "view": ",".join(place.view),
        "t": "" if place.t is None else number_text(place.t),
        "lesson": place.lesson,
        "page": "" if place.slide is None else number_text(place.slide),
    }
    return "&".join(
        f"{name}={quote(said[name], safe=UNRESERVED).replace(' ', '+')}"
        for name in PARTS
        if said.get(name)
    )


def race_parts(spec: RaceSpec) -> Iterator[tuple[str, str]]:
    """The parts of a race that differ from its scene's own."""
    if spec.formula is None:
        yield "scene", spec.scene
    else:
        yield "formula", APART.sub("\t", spec.formula.text)
        for axis in ("x", "y"):
            if (limits := getattr(spec.formula, axis)) is not None:
                yield axis, numbers_text(limits)
    yield from preset_parts(spec.preset)
    if spec.entrants is not None:
        yield "opt", ",".join(entrant_texts(spec.entrants, spec.own_scene()))
    if spec.start is not None:
        yield "start", numbers_text(spec.start)
    for name in ("steps", "seed", "batch", "parameter"):
        if (value := getattr(spec, name)) is not None:
            yield name, number_text(value)


def preset_parts(preset: Preset) -> Iterator[tuple[str, str]]:
    """Where the settings come from."""
    if preset.kind != PRESETS[0]:
        yield "preset", preset.kind
    if preset.rate is not None:
        yield "rate", number_text(preset.rate)
    if preset.kind == TUNED:
        yield "best", preset.objective
        if preset.threshold is not None:
            yield "below", number_text(preset.threshold)
        if preset.second:
            yield "second", "1"


def entrant_texts(entrants: Sequence[EntrantSpec], scene: Scene) -> Iterator[str]:
    """Each entrant: its rule, its name where reading would give it another, and its settings."""
    taken: list[str] = []
    for each in entrants:
        named = each.name != next_name(scene.rules[each.rule], taken)
        taken.append(each.name)
        name = f"~{escaped(each.name)}" if named else ""
        settings = [f"{key}={number_text(value)}" for key, value in each.settings]
        yield ":".join([each.rule + name, *settings])


def escaped(name: str) -> str:
    """A name without the characters that separate entrants and settings."""
    return "".join(f"%{ord(each):02X}" if each in SEPARATORS else each for each in name)


def numbers_text(values: Sequence[float]) -> str:
    """Numbers with commas between them."""
    return ",".join(map(number_text, values))


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
        return self.together(own, said) if surface or said else None

    def together(self, own: RaceSpec, said: Mapping[str, Any]) -> RaceSpec:
        """The race with all its parts; each is possible, but not with all others perhaps.

        One that is not possible with those before it is left out and named.
        """
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
            return {"formula": found["formula"]}
        for axis in ("x", "y"):
            if axis in found:
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
        return Place(
            page=found.get("room", ""),
            view=found.get("view", ()),
            t=found.get("t"),
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
    """How each part of a race is read on this scene."""
    batches, parameter = scene.surface.minibatches, scene.surface.parameter
    reads: dict[str, Callable[[str], Any]] = {
        "preset": lambda text: one_of("preset", text, (*PRESETS, TUNED)),
        "rate": learning_rate,
        "best": lambda text: one_of("objective", text, OBJECTIVES),
        "below": number,
        "second": flag,
        "opt": lambda text: entrants(text, scene),
        "start": lambda text: start(text, scene),
        "steps": lambda text: whole("steps", integer(text), 1, MOST_STEPS),
        "seed": lambda text: whole("seed", integer(text), 0, 2**32 - 1),
        "batch": lambda text: absent("minibatches", scene),
        "parameter": lambda text: absent("number to change", scene),
    }
    if batches:
        reads["batch"] = lambda text: whole("batch", integer(text), 1, batches.count)
    if parameter:
        reads["parameter"] = lambda text: in_range(parameter, number(text))
    return reads


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


def entrants(text: str, scene: Scene) -> tuple[EntrantSpec, ...]:
    """The entrants and the settings that differ: "adam:lr=0.05:beta1=0.8,nag,nag~gentle"."""
    entries = ENTRIES.split(text)
    if len(entries) > MOST_ENTRANTS:
        raise ValueError(f"{len(entries)} optimizers are too many; the limit is {MOST_ENTRANTS}")
    found: list[EntrantSpec] = []
    for entry in entries:
        found.append(entrant(entry, scene, [each.name for each in found]))
    return tuple(found)


def entrant(text: str, scene: Scene, taken: Sequence[str]) -> EntrantSpec:
    """One entrant; without a name of its own it is called after its rule."""
    head, *rest = text.split(":")
    head, *before = FORMER.get(head, head).split(":")
    rule, named, name = head.partition("~")
    rule = one_of("optimizer", rule.strip(), scene.rules)
    kind = scene.rules[rule]
    name = unquote(name) if named else next_name(kind, taken)
    check_name(name)
    if name in taken:
        raise ValueError(f"two entrants are called {shown(name)}: give each a name of its own")
    settings: dict[str, float] = {}
    for each in [*before, *rest]:
        setting, _, value = each.partition("=")
        setting = one_of(f"setting of {rule}", setting, kind().settings())
        settings[setting] = number(value)
        kind(**settings)  # says what is out of range
    return EntrantSpec(rule, name, tuple(settings.items()))


def start(text: str, scene: Scene) -> tuple[float, float]:
    """Two numbers at which the loss is finite."""
    point = pair(text)
    check_start(scene.surface, point)
    return point


def in_range(parameter: Any, value: float) -> float:
    """The value, if the surface can have it."""
    parameter.surface(value)
    return value


def absent(what: str, scene: Scene) -> None:
    """Say that the scene has no such thing."""
    raise ValueError(f"{scene.name} has no {what}")


def lesson_key(text: str) -> str:
    """A name as lessons have it."""
    if not (len(text) <= 40 and text.isascii() and text.replace("_", "").isalnum()):
        raise ValueError(f"there is no lesson {shown(text)}")
    return text


PLACE_READERS: dict[str, Callable[[str], Any]] = {
    "room": lambda text: one_of("room", text, PAGES),
    "view": lambda text: tuple(one_of("view", each, VIEWS) for each in text.split(",")),
    "t": lambda text: whole("t", integer(text), 0, MOST_STEPS),
    "lesson": lesson_key,
    "page": lambda text: whole("page", integer(text), 1, 1_000),
}
