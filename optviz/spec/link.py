"""Links: the state of the page as a short query that people can read, and back.

    ?scene=beale&opt=adam:lr=0.05,nag&start=1,1.6&steps=200&t=80

Only what differs from the scene's own is written. What comes in is text from a stranger: every part
is checked by itself, what can be read is used, and the rest is named in a sentence.
"""

import difflib
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Any
from urllib.parse import quote

from optviz.race import check_start, whole
from optviz.scenes import PRESETS, Scene
from optviz.scenes.catalog import CATALOG
from optviz.scenes.typed import typed_scene
from optviz.studies.tuning import OBJECTIVES, SHARES, tuned

LONGEST = 4_000  # characters of one part; a formula has at most 400
MOST_OPTIMIZERS = 40
MOST_STEPS = 1_000  # as in the page
ROOMS = ("race", "sweep", "basins", "definitions", "digits", "lessons")
VIEWS = ("above", "space", "samples")
BEST = "tuned"
UNRESERVED = ",:;*()/!' "  # of what needs no escape in a query, what links use; spaces become +

Settings = dict[str, dict[str, float]]


@dataclass(frozen=True)
class Link:
    """What a link says; None and "" stand for what it does not say.

    Attributes:
        scene: key of `CATALOG`.
        formula: a typed loss, in place of a scene.
        x: (low, high) of the formula's picture; y the same.
        room: of `ROOMS`.
        preset: where settings come from that `opt` does not name: of `PRESETS`, or "tuned".
        rate: the one learning rate of the preset "rate".
        best: of `OBJECTIVES`, for "tuned".
        below: the loss that is low enough, for "steps".
        second: whether a second hyper-parameter is tuned as well.
        opt: who races, as names of `Scene.rules`, and the settings that differ.
        start: (x, y).
        steps: updates per optimizer.
        seed: which minibatches are seen.
        batch: samples in a minibatch.
        parameter: the surface's own number, such as a condition.
        view: of `VIEWS`.
        t: the step at which the race stands.
        lesson: key of a lesson.
        page: its step, from 1.
    """

    scene: str = ""
    formula: str = ""
    x: tuple[float, float] | None = None
    y: tuple[float, float] | None = None
    room: str = ""
    preset: str = ""
    rate: float | None = None
    best: str = ""
    below: float | None = None
    second: bool = False
    opt: Settings | None = None
    start: tuple[float, float] | None = None
    steps: int | None = None
    seed: int | None = None
    batch: int | None = None
    parameter: float | None = None
    view: tuple[str, ...] = ()
    t: int | None = None
    lesson: str = ""
    page: int | None = None

    def own_scene(self) -> Scene:
        """The scene or formula that is meant, as nobody has changed it."""
        if self.formula:
            return scene_of(self.formula, self.x, self.y)
        return CATALOG[self.scene or next(iter(CATALOG))]

    def shown_scene(self) -> Scene:
        """The race that the link shows."""
        own = self.own_scene()
        base = own if self.preset in ("", BEST) else own.preset(self.preset, self.rate)
        race = base.changed(
            base.built(self.settings(base)),
            start=self.start or own.start,
            steps=self.steps or own.steps,
            seed=own.seed if self.seed is None else self.seed,
            batch=self.batch,
            parameter=self.parameter,
        )
        if self.preset != BEST:
            return race
        second = SHARES if self.second else ()
        return tuned(race, self.best or "final", self.below, second)

    def settings(self, base: Scene) -> Settings:
        """Who races, with all settings: those of `opt`, and else those of the base."""
        entries = {type(each.optimizer): each.optimizer for each in base.entrants}
        if self.opt is None:
            names = [name for name, kind in base.rules.items() if kind in entries]
            return {name: entries[base.rules[name]].settings() for name in names}
        return {
            name: (entries.get(base.rules[name]) or base.newcomer(base.rules[name])).settings()
            | said
            for name, said in self.opt.items()
        }


def write(link: Link) -> str:
    """The query, without its question mark; "" if nothing is said."""
    parts = []
    for each in fields(Link):
        value = getattr(link, each.name)
        if value is not None and value is not False and value not in ("", ()):
            parts.append(f"{each.name}={quote(text_of(value), safe=UNRESERVED).replace(' ', '+')}")
    return "&".join(parts)


def text_of(value: Any) -> str:
    """A value as links have it."""
    match value:
        case True:
            return "1"
        case str():
            return value
        case float() | int():
            return number_text(value)
        case tuple():
            return ",".join(map(text_of, value))
    return ",".join(
        ":".join([name, *(f"{key}={number_text(each)}" for key, each in settings.items())])
        for name, settings in value.items()
    )


def number_text(value: float) -> str:
    """The shortest text that reads back to the same bits."""
    return str(int(value)) if float(value).is_integer() and abs(value) < 1e15 else repr(value)


def read(query: Mapping[str, Sequence[str]]) -> tuple[Link, list[str]]:
    """A link, and a sentence on everything in it that could not be read.

    Args:
        query: every name with all its values, unescaped.

    Returns:
        A Link that can be opened: its scene exists, its numbers are in range for it.
    """
    reader = Reader(query)
    return reader.link(), reader.problems


class Reader:
    """Reads one query, part by part.

    Attributes:
        problems: what could not be read.
    """

    def __init__(self, query: Mapping[str, Sequence[str]]) -> None:
        self.problems: list[str] = []
        self.given: dict[str, str] = {}
        known = {each.name for each in fields(Link)}
        for name, values in query.items():
            if name not in known:
                near = nearest(name, known)
                self.problems.append(f"{shown(name)} is nothing that a link says{near}")
            elif len(values) > 1:
                self.problems.append(f"{name} is there {len(values)} times; the last one counts")
            if name in known and values:
                self.given[name] = values[-1]

    def link(self) -> Link:
        """All that can be read; the scene first, because the rest depends on it."""
        found: dict[str, Any] = {}
        self.take(found, "scene", lambda text: one_of("scene", text, CATALOG))
        for axis in ("x", "y"):
            self.take(found, axis, pair)
        self.take(found, "formula", lambda text: formula(text, found.get("x"), found.get("y")))
        if not found.get("formula"):
            for axis in {"x", "y"} & found.keys():
                self.problems.append(f"{axis} is without meaning where there is no formula")
                del found[axis]
        else:
            found.pop("scene", None)
        scene = Link(**found).own_scene()
        for name, reads in readers(scene).items():
            self.take(found, name, reads)
        last = found.get("steps", scene.steps)
        if "t" in found and "lesson" not in found and found["t"] > last:
            self.problems.append(f"t = {found['t']} is after the last step")
            del found["t"]
        if found.get("preset") == "rate" and "rate" not in found:
            self.problems.append("preset=rate needs a learning rate, as in rate=0.01")
            del found["preset"]
        return Link(**found)

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
    """How each part is read on this scene."""
    batches, parameter = scene.surface.minibatches, scene.surface.parameter
    reads: dict[str, Callable[[str], Any]] = {
        "room": lambda text: one_of("room", text, ROOMS),
        "preset": lambda text: one_of("preset", text, (*PRESETS, BEST)),
        "rate": rate,
        "best": lambda text: one_of("objective", text, OBJECTIVES),
        "below": number,
        "second": flag,
        "opt": lambda text: optimizers(text, scene),
        "start": lambda text: start(text, scene),
        "steps": lambda text: whole("steps", integer(text), 1, MOST_STEPS),
        "seed": lambda text: whole("seed", integer(text), 0, 2**32 - 1),
        "batch": lambda text: absent("minibatches", scene),
        "parameter": lambda text: absent("number to change", scene),
        "view": lambda text: tuple(one_of("view", each, VIEWS) for each in text.split(",")),
        "t": lambda text: whole("t", integer(text), 0, MOST_STEPS),
        "lesson": key,
        "page": lambda text: whole("page", integer(text), 1, 1_000),
    }
    if batches:
        reads["batch"] = lambda text: whole("batch", integer(text), 1, batches.count)
    if parameter:
        reads["parameter"] = lambda text: in_range(parameter, number(text))
    return reads


def formula(text: str, x: Any, y: Any) -> str:
    """The formula, if it can be raced on in its limits."""
    scene_of(text, x, y)
    return text


@lru_cache(maxsize=64)
def scene_of(text: str, x: tuple[float, float] | None, y: tuple[float, float] | None) -> Scene:
    """A formula's scene; looking for its minima takes a while."""
    return typed_scene(text, x, y)


def optimizers(text: str, scene: Scene) -> Settings:
    """Who races, and the settings that differ: "adam:lr=0.05:beta1=0.8,nag"."""
    entries = text.split(",")
    if len(entries) > MOST_OPTIMIZERS:
        raise ValueError(f"{len(entries)} optimizers are too many; the limit is {MOST_OPTIMIZERS}")
    found: Settings = {}
    for entry in entries:
        name, *rest = entry.split(":")
        name = one_of("optimizer", name, scene.rules)
        kind, chosen = scene.rules[name], found.setdefault(name, {})
        for each in rest:
            setting, _, value = each.partition("=")
            setting = one_of(f"setting of {name}", setting, kind().settings())
            chosen[setting] = number(value)
            kind(**chosen)  # says what is out of range
    return found


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


def rate(text: str) -> float:
    """A learning rate that everybody can have."""
    value = number(text)
    if value < 0:
        raise ValueError(f"{shown(text)} is no learning rate: give 0 or more")
    return value


def one_of(kind: str, text: str, names: Iterable[str]) -> str:
    """The name, if there is such a thing."""
    if text not in (names := list(names)):
        raise ValueError(f"there is no {kind} {shown(text)}{nearest(text, names)}")
    return text


def nearest(text: str, names: Iterable[str]) -> str:
    """What was perhaps meant."""
    close = difflib.get_close_matches(text[:40].lower(), list(names), n=1)
    return f"; did you mean {close[0]}?" if close else ""


def pair(text: str) -> tuple[float, float]:
    """Two finite numbers with a comma between them."""
    parts = text.split(",")
    if len(parts) != 2:
        raise ValueError(f"{shown(text)} is no pair of numbers, as in 1,1.6")
    return number(parts[0]), number(parts[1])


def number(text: str) -> float:
    """A finite number in plain digits."""
    try:
        value = float(text) if text.isascii() and "_" not in text else math.nan
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise ValueError(f"{shown(text)} is no finite number")
    return value


def integer(text: str) -> int:
    """A whole number in plain digits."""
    digits = text.removeprefix("-")
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 12):
        raise ValueError(f"{shown(text)} is no whole number of at most 12 digits")
    return int(text)


def flag(text: str) -> bool:
    """Yes or no."""
    if text not in {"0", "1"}:
        raise ValueError(f"{shown(text)} is neither 0 nor 1")
    return text == "1"


def key(text: str) -> str:
    """A name as lessons have it."""
    if not (len(text) <= 40 and text.isascii() and text.replace("_", "").isalnum()):
        raise ValueError(f"there is no lesson {shown(text)}")
    return text


def shown(text: str) -> str:
    """A stranger's text, short and printable, between quotes."""
    printable = "".join(each if each.isprintable() else "?" for each in text[:40])
    return f"'{printable}{'...' if len(text) > 40 else ''}'"
