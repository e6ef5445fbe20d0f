"""The rules that can race in a player: how they are written, and how one more entrant begins."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any

from optviz.entrants import ORIGINS, YOURS, Entrant
from optviz.equations import equations, source
from optviz.optimizers import ANY_NUMBER, RANGES, Optimizer
from optviz.program.curves import curve_content
from optviz.scenes.beginnings import newcomer
from optviz.schedules import Curve, Piecewise, changing
from optviz.style import SPARE_STYLES, STYLES, SYMBOLS, RunStyle, shades
from optviz.variants import RULES

Rules = Mapping[str, type[Optimizer]]  # by keys as in `RULES`


def rules_of(entrants: Sequence[Entrant]) -> dict[str, type[Optimizer]]:
    """`RULES`, and those that only these entrants have."""
    rules = dict(RULES)
    for kind in (type(each.optimizer) for each in entrants):
        if kind in rules.values():
            continue
        key = kind.__name__.lower()
        while key in rules:  # another rule of the same name
            key += "_"
        rules[key] = kind
    return rules


def rule_words(kind: type[Optimizer]) -> dict[str, Any]:
    """How a rule is written: its hyper-parameters, its equations and where it comes from."""
    names = [each.name for each in fields(kind)]
    return {
        "symbols": {name: (SYMBOLS.get(name, name), spread(name)) for name in names},
        "equations": equations(kind),
        "source": source(kind),
    }


def spread(name: str) -> str:
    """How values of a hyper-parameter are spread: as sizes, as shares of 1, or as any numbers."""
    low, high, _ = RANGES.get(name, ANY_NUMBER)
    return "share" if high == 1 else "size" if low == 0 else "number"


def newcomers_content(rules: Rules, entrants: Sequence[Entrant], steps: int) -> dict[str, Any]:
    """How one more entrant of each rule begins: as the first of that rule, or as `newcomer` has it.

    Args:
        rules: that can race.
        entrants: of the scene before anything was changed.
        steps: of the race.
    """
    found = {}
    for key, kind in rules.items():
        first = next((each for each in entrants if type(each.optimizer) is kind), None)
        begins = first or newcomer(entrants, kind)
        found[key] = {
            "name": kind.__name__,
            **settings_content(begins.optimizer, steps),
            **origin_content(begins),
        }
    return found


def settings_content(optimizer: Optimizer, steps: int) -> dict[str, Any]:
    """Hyper-parameters at the first step, and from which step on those that change are what.

    Args:
        optimizer: whose.
        steps: of the race.
    """
    settings = optimizer.settings()
    later = changing(settings)
    return {
        "hyper": settings | {name: each.at(0) for name, each in later.items()},
        "changes": {name: pieces_content(each, steps) for name, each in later.items()},
    }


def is_recorded(settings: dict[str, Any]) -> bool:
    """Whether one of the settings is a curve of which a player knows no more than its values."""
    pieces = (value for changes in settings["changes"].values() for _, value in changes)
    return any(isinstance(value, dict) and "values" in value for value in pieces)


def pieces_content(schedule: Piecewise, steps: int) -> list[tuple[int, Any]]:
    """From which step on, from 0, it is which curve; or another number, which is no news at 0."""
    return [
        (begin, curve_content(value, steps) if isinstance(value, Curve) else value)
        for begin, value in schedule.pieces
        if begin or isinstance(value, Curve)
    ]


def origin_content(entrant: Entrant) -> dict[str, str]:
    """Where an entrant's settings come from, in a word and in a sentence."""
    origin = entrant.origin or YOURS
    return {"origin": origin, "origin_means": ORIGINS.get(origin, origin)}


def styles_content() -> dict[str, Any]:
    """What web/player/styles.js chooses from: styles of rules by their names, and spare ones."""
    return {
        "own": {name: shades_content(style) for name, style in STYLES.items()},
        "spare": [shades_content(style) for style in SPARE_STYLES],
    }


def shades_content(style: RunStyle) -> dict[str, Any]:
    """A style with all shades of its colour."""
    return {"shades": shades(style), "dash": style.dash, "marker": style.marker}
