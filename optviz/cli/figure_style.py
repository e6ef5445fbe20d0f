"""How figures look, out of a command's arguments."""

import argparse
from dataclasses import fields
from typing import Any

from optviz.pictures.figure_style import Style
from optviz.words import COMING

STYLE = tuple(each.name for each in fields(Style))


def add_style(command: argparse.ArgumentParser) -> None:
    """The options that make a `Style`."""
    style = command.add_argument_group("how the figure looks")
    words = f"of all that is written: {', '.join(COMING)}, or a file of words, as in fr.toml"
    style.add_argument("--language", metavar="L", help=words)


def style_of(options: argparse.Namespace) -> Style:
    """The style that was given."""
    given: dict[str, Any] = {name: getattr(options, name, None) for name in STYLE}
    return Style(**{name: value for name, value in given.items() if value is not None})
