"""Hyper-parameters as JSON has them, those that change on the way too."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from optviz.schedules.curves import CURVES, Own
from optviz.schedules.piecewise import Curve, Piecewise
from optviz.spellings import brief

NAMES = {kind: name for name, kind in CURVES.items()} | {Own: "own"}
KIND = "curve"  # the member that says which curve it is
BESIDE = {KIND, "words", "program"}  # which the player has besides a curve's numbers
EXAMPLE = '{"first": 0.1, "changes": [[40, 0.05]]}'


def content(value: Any) -> Any:
    """A number as it is; {"first": ..., "changes": [[40, ...]]} of one that changes on the way.

    Values in it are numbers, or of a curve {"curve": "cosine", "first": 0.3, ...}.
    """
    if isinstance(value, Piecewise):
        changes = [[step, content(each)] for step, each in value.changes]
        return {"first": content(value.first), "changes": changes}
    if isinstance(value, Curve):
        return {KIND: NAMES[type(value)]} | value.numbers()
    return value


def from_content(said: Any) -> Any:
    """What `content` made; what is no object is left as it is.

    Raises:
        ValueError: it is no such object, or its numbers are not possible.
    """
    if not isinstance(said, Mapping):
        return said
    if set(said) != {"first", "changes"} or not isinstance(said["changes"], list):
        raise ValueError(f"a setting that changes is written as in {EXAMPLE}")
    try:
        changes = [(step, value_in(each)) for step, each in said["changes"]]
    except TypeError:
        raise ValueError(f"a setting that changes is written as in {EXAMPLE}") from None
    return Piecewise(value_in(said["first"]), changes)


def value_in(said: Any) -> Any:
    """One value of several: a number as it is, or a curve."""
    if not isinstance(said, Mapping):
        return said
    name, numbers = said.get(KIND), {k: v for k, v in said.items() if k not in BESIDE}
    if not isinstance(name, str) or name not in CURVES:
        raise ValueError(f"{brief(name)} is no curve: there are {', '.join(CURVES)}")
    return curve(name, numbers)


def curve(name: str, numbers: Mapping[str, Any]) -> Curve:
    """A curve by its name, with its numbers.

    Raises:
        ValueError: it has no such numbers, or they are not possible.
    """
    try:
        return CURVES[name](**numbers)
    except TypeError:
        known = ", ".join(each.name for each in fields(CURVES[name]))
        raise ValueError(f"{name} takes {known}, not {', '.join(numbers) or 'nothing'}") from None
