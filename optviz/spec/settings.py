"""Hyper-parameters as text: numbers, and schedules of several values and curves."""

import re
from dataclasses import fields

from optviz.schedules import CURVES, Curve, Piecewise, Warmup, as_piecewise, content, curve
from optviz.spec.parsing import integer, number, number_text, one_of, shown

CALL = re.compile(r"\s*([A-Za-z_]+)\s*\(([^()]*)\)\s*")
WARMUP = "warmup"


def setting(text: str) -> float | Piecewise:
    """A hyper-parameter: a number, or one that changes on the way.

    0.1@40=0.05 is 0.05 from step 40 on; cosine(0.3,190) is a curve of `CURVES` with its numbers,
    and warmup(10)|cosine(0.3,190) one after the other.
    """
    first, *later = text.split("@")
    if not later:
        return sequence(text)
    changes = []
    for each in later:
        step, equals, value = each.partition("=")
        if not equals:
            raise ValueError(
                f"{shown(text)} does not say what changes: write 0.1@40=0.05 for 0.05 from step 40"
            )
        changes.append((integer(step), piece(value)))
    return Piecewise(piece(first), tuple(changes))


def sequence(text: str) -> float | Piecewise:
    """Pieces one after the other, or a single one."""
    *before, last = text.split("|")
    found: float | Piecewise = as_piecewise(piece(last))
    for each in reversed(before):
        found = beginning(each) | found
    return found


def beginning(text: str) -> Curve | Warmup:
    """What something follows: a curve, or a warm-up."""
    call = CALL.fullmatch(text)
    if call and call[1].lower() == WARMUP:
        given = arguments(call[2])
        if not 1 <= len(given) <= 2:
            raise ValueError(f"{shown(text)}: {WARMUP} takes steps, and perhaps a first value")
        return Warmup(integer(given[0]), *map(number, given[1:]))
    found = piece(text)
    if not isinstance(found, Curve):
        raise ValueError(
            f"{shown(text)} never ends: write how long it holds, as in constant(0.1,50)"
        )
    return found


def piece(text: str) -> float | Curve:
    """A number or a curve: 0.05, cosine(0.3,190), cosine(0,3;190) with decimal commas."""
    call = CALL.fullmatch(text)
    if call is None:
        return number(text)
    if call[1].lower() == WARMUP:
        raise ValueError(f"{shown(text)} leads to nothing: write what follows, as in {text}|0.1")
    name = one_of("schedule", call[1], CURVES)
    kinds = {each.name: integer if each.type is int else number for each in fields(CURVES[name])}
    given = arguments(call[2])
    if len(given) > len(kinds):
        raise ValueError(f"{shown(text)}: {name} takes {', '.join(kinds)}")
    read = zip(kinds.items(), given, strict=False)
    return curve(name, {each: kind(value) for (each, kind), value in read})


def arguments(text: str) -> list[str]:
    """Texts with commas between them; with semicolons where there are decimal commas."""
    return text.split(";" if ";" in text else ",") if text.strip() else []


def setting_text(value: float | Piecewise | Curve) -> str:
    """A hyper-parameter as `setting` reads it back to the same bits.

    Raises:
        ValueError: it is a function of the user's own, which cannot be written.
    """
    if isinstance(value, Piecewise):
        later = [f"@{step}={setting_text(each)}" for step, each in value.changes]
        return "".join([setting_text(value.first), *later])
    if not isinstance(value, Curve):
        return number_text(value)
    name, *numbers = content(value).values()
    if name not in CURVES:
        raise ValueError("a function of the step cannot be written in a link or a command")
    return f"{name}({','.join(number_text(each) for each in numbers)})"
