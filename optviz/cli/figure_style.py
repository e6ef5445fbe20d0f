"""How figures look, out of a command's arguments."""

import argparse
from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any

from optviz.pictures.figure_style import LEGENDS, NONE, NOTES, PARTS, TRAILS, USUAL, Style
from optviz.spec.parsing import integer, pair
from optviz.words import COMING

STYLE = tuple(each.name for each in fields(Style))
EACH = {
    "label": "what is written for it, as in adam='Adam (ours)'",
    "colour": "its colour, as in adam=#cc0000 or adam=crimson",
    "dash": "its line, as in adam=dashed, or strokes and gaps, adam=6,2",
    "marker": "its head, as in adam=star",
}


def add_style(command: argparse.ArgumentParser) -> None:
    """The options that make a `Style`."""
    style = command.add_argument_group("how the figure looks")
    style.add_argument(
        "--style", metavar="FILE", dest="style_file", help="all of these out of a TOML file"
    )
    words = f"of all that is written: {', '.join(COMING)}, or a file of words, as in fr.toml"
    style.add_argument("--language", metavar="L", help=words)
    style.add_argument("--legend", help=" or ".join(LEGENDS))
    style.add_argument("--notes", help=f"on optimizers' settings: {' or '.join(NOTES)}")
    for name, help_text in EACH.items():
        style.add_argument(f"--{name}", metavar="A=...", action="append", help=help_text)
    style.add_argument("--levels", metavar="N", help=f"contours at most, or {NONE}")
    style.add_argument("--colours", metavar="MAP", help=f"matplotlib's name of them, or {NONE}")
    hidden = "without marks on minima and valleys"
    style.add_argument("--no-minima", action="store_const", const=False, dest="minima", help=hidden)
    style.add_argument("--trails", help=" or ".join(TRAILS))
    equal = "a unit of x as long as one of y, seen from above"
    style.add_argument("--equal", action="store_const", const=True, help=equal)


def style_of(options: argparse.Namespace) -> Style:
    """The style that was given, in a file or by itself, which counts more."""
    file = getattr(options, "style_file", None)
    read = Style.read(file) if file else USUAL
    given: dict[str, Any] = {name: getattr(options, name, None) for name in STYLE}
    given = {name: value for name, value in given.items() if value is not None}
    for name in given.keys() & PARTS.keys():
        given[name] = {**getattr(read, name), **assigned(name, given[name])}
    if "levels" in given:
        given["levels"] = 0 if given["levels"] == NONE else integer(given["levels"])
    for name in given.keys() & {"xlim", "ylim"}:
        given[name] = ends_of(given[name], f"--{name}")
    return replace(read, **given)


def ends_of(text: str, option: str) -> tuple[float, float]:
    """Lowest and highest out of an argument."""
    try:
        return pair(text)
    except ValueError as error:
        raise ValueError(f"{option} takes a lowest and a highest value: {error}") from None


def assigned(option: str, texts: Sequence[str]) -> dict[str, str]:
    """What is given for each entrant, out of texts such as "adam=dashed"."""
    found: dict[str, str] = {}
    for text in texts:
        name, equals, value = text.partition("=")
        if not equals or not name.strip():
            raise ValueError(f"--{option} {text!r} has no optimizer: {EACH[option]}")
        if name.strip() in found:
            raise ValueError(f"--{option} is given twice for {name.strip()}: give it once")
        found[name.strip()] = value.strip()
    return found
