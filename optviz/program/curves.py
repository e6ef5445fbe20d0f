"""Schedules traced: from their formulas in Python to programs, which the player runs.

Each goes along with a run that has it. Where the player lets one choose, it has all of them in
`web/player/curves.json`, which `python -m optviz.program.curves` writes anew.
"""

import json
from dataclasses import fields
from functools import lru_cache
from pathlib import Path
from typing import Any

from optviz.program.encoding import encoded
from optviz.program.program import Program
from optviz.program.symbols import Symbol
from optviz.program.trace import Trace, UntraceableError
from optviz.program.tracing import attempt, places
from optviz.schedules import CURVES, Curve, Own, content

FILE = Path(__file__).parents[1] / "web" / "player" / "curves.json"
STEP = "k"


def curve_program(kind: type[Curve]) -> Program:
    """A curve: from `k`, a step from 0, and the numbers of its formula to `value`."""
    trace = Trace()
    step = Symbol(trace, trace.input(STEP))
    numbers = {each.name: Symbol(trace, trace.input(each.name)) for each in fields(kind)}
    curve = object.__new__(kind)
    vars(curve).update(numbers)  # symbols are no numbers that its own check would take
    return trace.program({"value": places(attempt(curve.value, step), trace)})


@lru_cache(maxsize=256)
def own_program(own: Own) -> Program:
    """A function of the user's: from `k` to `value`.

    Raises:
        UntraceableError: it is no straight-line arithmetic, or no single number.
    """
    trace = Trace()
    found = places(attempt(own.function, Symbol(trace, trace.input(STEP))), trace)
    if len(found) != 1:
        raise UntraceableError("it returns several numbers")
    return trace.program({"value": found})


def scalar(program: Program) -> dict[str, Any]:
    """A program that has no columns, as JSON."""
    return {name: part for name, part in encoded(program).items() if name != "columns"}


def curve_content(curve: Curve, steps: int) -> dict[str, Any]:
    """A curve as the player has it, with what runs it there.

    Args:
        curve: whichever.
        steps: of the race; so many values go along where there is no program.
    """
    try:
        known = with_program(type(curve)) if not isinstance(curve, Own) else own_content(curve)
    except UntraceableError:
        known = {"words": curve.words, "values": [curve.at(k) for k in range(steps)]}
    return {**content(curve), **known}


def own_content(own: Own) -> dict[str, Any]:
    """What runs a function of the user's.

    Raises:
        UntraceableError: nothing but Python does.
    """
    return {"words": own.words, "program": scalar(own_program(own))}


@lru_cache(maxsize=64)
def with_program(kind: type[Curve]) -> dict[str, Any]:
    """What runs a curve, and how it is said."""
    return {"words": kind.words, "program": scalar(curve_program(kind))}


def table() -> dict[str, Any]:
    """All curves for the page where one is chosen: which numbers are whole, and what runs them."""
    return {
        name: {
            "whole": [each.name for each in fields(kind) if each.type is int],
            **with_program(kind),
        }
        for name, kind in CURVES.items()
    }


if __name__ == "__main__":
    FILE.write_text(json.dumps(table(), separators=(",", ":")) + "\n", encoding="utf-8")
