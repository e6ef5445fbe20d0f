"""What a browser sends back, by name, type and range: it can be anything, so nothing is believed.

`MESSAGES` says what a component may say, `WIDGETS` in which of Streamlit's forms a widget's value
comes, `CHOICES` what a field can hold that offers a choice. Reading keeps what is possible, names
what is not and never raises; a page goes on as if the rest had not been sent.
"""

import json
import math
import sys
import time
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import lru_cache
from typing import Any, Protocol

import streamlit as st

from optviz.lessons import LESSONS
from optviz.scenes import PRESETS
from optviz.scenes.catalog import CATALOG
from optviz.schedules import content, value_in
from optviz.spec.address import PAGES
from optviz.spec.data import MODELS
from optviz.spec.parsing import printable, shown
from optviz.spec.race_spec import TUNED
from optviz.studies.tuning import OBJECTIVES
from optviz.variants import RULES
from surfaces.data.table import MOST_BYTES

LONGEST = 2_000  # characters of a text; a formula has fewer
LARGEST = 100_000  # characters of a message as JSON; the largest of ours has some 5,000
TABLES = 3_000_000  # as JSON characters: a table of `MOST_BYTES`, each second one escaped
SAFE = 2**53 - 1  # whole numbers beyond are not exact in JavaScript
PROBLEMS = "messages/problems"  # sentence on what could not be used -> when it was sent, in s
TOLD = 20  # s for which that is told
UNREADABLE = "unreadable"  # in the place of a component's state that is no JSON object

Tell = Callable[[str], None]


class Reader(Protocol):
    """Reads one value: returns what is possible of it, else None, and tells what is wrong."""

    def read(self, value: object, name: str, tell: Tell) -> Any:
        """The value, or None; `name` is what it is called in a sentence."""


@dataclass(frozen=True)
class Number:
    """A finite number."""

    def read(self, value: object, name: str, tell: Tell) -> float | None:
        """As float64."""
        number = math.nan
        if isinstance(value, int | float) and not isinstance(value, bool):
            number = float(value) if abs(value) <= sys.float_info.max else math.nan
        if not math.isfinite(number):
            tell(f"{name}: {said(value)} is no finite number")
            return None
        return number


@dataclass(frozen=True)
class Whole:
    """A whole number in a range."""

    low: int = 0
    high: int = SAFE

    def read(self, value: object, name: str, tell: Tell) -> int | None:
        """As it is."""
        if type(value) is int and self.low <= value <= self.high:
            return value
        tell(f"{name}: {said(value)} is no whole number from {self.low} to {self.high}")
        return None


@dataclass(frozen=True)
class Text:
    """A text."""

    longest: int = LONGEST

    def read(self, value: object, name: str, tell: Tell) -> str | None:
        """As it is."""
        if isinstance(value, str) and len(value) <= self.longest:
            return value
        tell(f"{name}: {said(value)} is no text of at most {self.longest} characters")
        return None


@dataclass(frozen=True)
class Point:
    """Two finite numbers."""

    def read(self, value: object, name: str, tell: Tell) -> tuple[float, float] | None:
        """As (x, y)."""
        if not isinstance(value, list | tuple) or len(value) != 2:
            tell(f"{name}: {said(value)} is no pair of numbers")
            return None
        x, y = (Number().read(each, name, tell) for each in value)
        return None if x is None or y is None else (x, y)


@dataclass(frozen=True)
class Record:
    """An object of which only these members are known."""

    members: Mapping[str, Reader]
    needed: Collection[str] = ()

    def read(self, value: object, name: str, tell: Tell) -> dict[str, Any] | None:
        """Its members that are possible; the others are named."""
        if not isinstance(value, Mapping):
            tell(f"{name}: {said(value)} is no object")
            return None
        found = {}
        for key, each in value.items():
            if key not in self.members:
                tell(f"{name} has no {said(key)}")
            elif (read := self.members[key].read(each, f"{name}: {key}", tell)) is not None:
                found[key] = read
        if missing := [key for key in self.needed if key not in found]:
            tell(f"{name} lacks {' and '.join(missing)}")
            return None
        return found


@dataclass(frozen=True)
class List:
    """Several of one kind; one that is not possible as a whole makes the list impossible."""

    member: Reader
    most: int = 100

    def read(self, value: object, name: str, tell: Tell) -> list[Any] | None:
        """All of them."""
        if not isinstance(value, list | tuple) or len(value) > self.most:
            tell(f"{name}: {said(value)} is no list of at most {self.most} members")
            return None
        found = [self.member.read(each, f"{name} {k}", tell) for k, each in enumerate(value, 1)]
        return None if None in found else found


@dataclass(frozen=True)
class Table:
    """An object with names of its own, all members alike."""

    member: Reader
    most: int = 100

    def read(self, value: object, name: str, tell: Tell) -> dict[str, Any] | None:
        """Its members that are possible; the others are named."""
        if not isinstance(value, Mapping) or len(value) > self.most:
            tell(f"{name}: {said(value)} is no object of at most {self.most} members")
            return None
        found = {}
        for key, each in value.items():
            called = f"{name}: {printable(key) if isinstance(key, str) else said(key)}"
            if (read := self.member.read(each, called, tell)) is not None:
                found[key] = read
        return found


@dataclass(frozen=True)
class Change:
    """From which step on a hyper-parameter has which value."""

    def read(self, value: object, name: str, tell: Tell) -> list[Any] | None:
        """As [step, value]."""
        if not isinstance(value, list | tuple) or len(value) != 2:
            tell(f"{name}: {said(value)} is no step with a value")
            return None
        step, piece = Whole(1).read(value[0], name, tell), Piece().read(value[1], name, tell)
        return None if step is None or piece is None else [step, piece]


@dataclass(frozen=True)
class Piece:
    """A number, or a curve with its numbers; the player's program of it is not looked at."""

    def read(self, value: object, name: str, tell: Tell) -> Any:
        """As `schedules.content` has it."""
        if not isinstance(value, Mapping):
            return Number().read(value, name, tell)
        try:
            return content(value_in(value))
        except ValueError as error:
            tell(f"{name}: {error}")
            return None


CHANGING: dict[str, Reader] = {"first": Piece(), "changes": List(Change())}


@dataclass(frozen=True)
class Setting:
    """A hyper-parameter: a number, or as `spec.json` has it one that changes on the way."""

    def read(self, value: object, name: str, tell: Tell) -> Any:
        """As it is."""
        reader = Record(CHANGING, needed=CHANGING) if isinstance(value, Mapping) else Number()
        return reader.read(value, name, tell)


def said(value: object) -> str:
    """A value in a sentence, whatever it is: short, and without looking into it."""
    if isinstance(value, str):
        return shown(value)
    if value is None or isinstance(value, bool | float):
        return str(value)
    if isinstance(value, int):
        return str(value) if abs(value) <= SAFE else "a number that is too large"
    if isinstance(value, list | tuple):
        return "a list"
    return "an object" if isinstance(value, Mapping) else "something else"


# What components say.

ENTRANT: dict[str, Reader] = {"rule": Text(), "name": Text(), "settings": Table(Setting())}

ROOM: dict[str, Reader] = {name: Text(64) for name in ("code", "teacher", "invite")}

MESSAGES: dict[str, Reader] = {
    "chosen": Record(
        {
            "start": Point(),
            "steps": Whole(),
            "seed": Whole(),
            "batch": Whole(),
            "parameter": Number(),
            "settings": Table(Table(Setting())),
            "entrants": List(Record(ENTRANT, needed=ENTRANT)),
            "serial": Whole(),
            "surface": Text(),
        }
    ),
    "scene": Record({"key": Text()}),
    "table": Record({"text": Text(MOST_BYTES), "file": Text(4 * (MOST_BYTES // 3 + 1))}),
    "lesson": Record({"turn": Whole(-1, 1), "answer": Text()}),
    "room": Record({"again": Record(ROOM, needed=ROOM)}),
    "picked": Record({"start": Point(), "settings": Table(Table(Setting()))}),
    "told": Record({"settings": Table(Table(Setting()))}),
}


def read(name: str, value: object) -> tuple[dict[str, Any], list[str]]:
    """A component's message.

    Args:
        name: of `MESSAGES`.
        value: what was sent.

    Returns:
        What of it is possible, and a sentence, without its full stop, on everything else.
    """
    problems: list[str] = []
    found = MESSAGES[name].read(value, name, problems.append)
    return found or {}, problems


def heard(component: str, name: str, anew: bool = False) -> dict[str, Any]:
    """What of a component's last message is possible; {} where nothing is.

    Args:
        component: its key.
        name: of `MESSAGES`.
        anew: whether it has just been sent: then the page tells what is wrong with it.
    """
    state = st.session_state.get(component)
    if not isinstance(state, Mapping):
        return {}
    if UNREADABLE in state:
        complain(f"{component}: this is no JSON object of at most {LARGEST:,} characters")
    value = state.get(name)
    if value is None:
        return {}
    found, problems = read(name, value)
    if anew:
        for each in problems:
            complain(each)
    return found


def complain(problem: str) -> None:
    """Have the page tell what was sent and cannot be used."""
    st.session_state.setdefault(PROBLEMS, {})[problem] = time.monotonic()


def complaints() -> list[str]:
    """What is told: a page may run again by itself before anyone has read it."""
    held = st.session_state
    since = time.monotonic() - TOLD
    held[PROBLEMS] = {each: at for each, at in held.get(PROBLEMS, {}).items() if at > since}
    return [*held[PROBLEMS]]


# What fields hold that offer a choice: Streamlit lets through what is not offered.

CHOICES: dict[str, Collection[Any]] = {
    "page": PAGES,
    "data/model": MODELS,
    "lesson/key": list(LESSONS),
    "definitions/rule": RULES,  # those of users' files, too, once they are loaded
    "digits/epochs": (5, 10, 20, 50),
    "*/preset": [*PRESETS, TUNED],
    "*/objective": list(OBJECTIVES),
}


def restore_choices(scene: str) -> None:
    """Put fields back to their first choice that hold none of theirs.

    Args:
        scene: the key of the one that is shown.
    """
    held = st.session_state
    scenes = [*CATALOG, "formula", "data"]  # those of users' files, too
    for pattern, options in (CHOICES | {"scene": scenes}).items():
        key = pattern.replace("*", scene)
        value = held.get(key)
        if value is not None and value not in options:
            complain(f"{key}: there is no {said(value)}")
            held[key] = next(iter(options))


def offered(value: Any, options: Collection[Any]) -> Any:
    """What was chosen in a field whose choices only its page knows, or else the first of them."""
    if value in options:
        return value
    complain(f"there is no {said(value)}")
    return next(iter(options))


# In which of Streamlit's forms a widget's value comes, by the widget's key.

TEXT, LIST, FLAG, JSON = "string_value", "string_array_value", "bool_value", "json_value"
NUMBER = "double_array_value"  # of a slider: one number
CLICK = "trigger_value"  # of a button, as every widget is that has no line here
WIDGETS = {
    "page": LIST,
    "gallery": JSON,
    "formula/letter/*/number": NUMBER,
    "player": JSON,
    "*/player": JSON,
    "*/explorer": JSON,
    "*/open": FLAG,
    "*/typed": TEXT,
    "*/name": TEXT,
    "*/slider": LIST,
    "*/preset": TEXT,
    "*/objective": TEXT,
    "*/second": FLAG,
    "*/optimizers": LIST,
    "*/variants": LIST,
    "*/stop": CLICK,
    "*/go-on": CLICK,
    "formula/text": TEXT,
    "data/box": JSON,
    "data/inputs": LIST,
    "data/target": TEXT,
    "data/model": TEXT,
    "data/standardize": FLAG,
    "link/others": FLAG,
    "lesson/key": TEXT,
    "lesson/presenter": FLAG,
    "definitions/rule": TEXT,
    "digits/epochs": TEXT,
    "basins/side": LIST,
    "sweep/kind": LIST,
    "sweep/outcome": LIST,
    "sweep/*": TEXT,
    "export/purpose": LIST,
    "export/turn": FLAG,
    "export/*/step": NUMBER,
    "export/*/views": LIST,
    "export/*": TEXT,
}


@lru_cache(maxsize=4096)
def form_of(key: str) -> str:
    """In which form the value of the widget with this key comes."""
    return next((form for each, form in WIDGETS.items() if fnmatchcase(key, each)), CLICK)


def readable(text: str, kind: type = dict, largest: int = LARGEST) -> bool:
    """Whether this is JSON of that kind, which Streamlit reads without trouble."""
    try:
        return len(text) <= largest and isinstance(json.loads(text), kind)
    except (ValueError, RecursionError):
        return False
