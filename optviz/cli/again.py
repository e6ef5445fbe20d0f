"""`python -m optviz export --from picture.png new.pdf`: what a picture shows, made again.

The picture's recipe is turned into the command that made it. What is given beside it stands behind
it, where it wins; so all checks are those of the command itself, and nothing of a file is run.
"""

import argparse
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from optviz.export.formats import followed, suffix_for
from optviz.export.recipe.command import arguments
from optviz.export.recipe.content import KIND_OF
from optviz.export.recipe.metadata import recipe_in
from optviz.export.recipe.recipe import Recipe, fitted
from optviz.user_rules import OPTION as RULES
from optviz.user_rules import load_rules
from optviz.user_surfaces import OPTION as SURFACES
from optviz.user_surfaces import load_surfaces

OPTION = "--from"
UNKNOWN = ("there is no optimizer", "there is no scene")  # as they may be in files of the user's


def without_from(given: list[str], parser: argparse.ArgumentParser) -> list[str]:
    """The arguments, `export --from picture.png` replaced by the command that made the picture.

    Raises:
        ValueError: no picture is named, or it holds no recipe that can be read.
    """
    if given[:1] != ["export"] or not any(each.partition("=")[0] == OPTION for each in given):
        return given
    command = subparser(parser, ["export", "beale", "beale.png"])
    picture = last(value for name, value in pairs(given[1:], command) if name == OPTION)
    recipe = recipe_of_picture(Path(picture), given[1:], command)
    wholly = arguments(recipe, picture)
    own = subparser(parser, wholly)
    rest = list(without(given[1:], OPTION))
    file = last([picture, *(value for name, value in pairs(rest, own) if not name)])
    suffix = suffix_for(Path(file), KIND_OF[recipe.made.name])
    names = followed(KIND_OF[recipe.made.name], suffix)
    made = arguments(fitted(recipe, names), file)
    return [*made, *(each for each in rest if each != file)]


def recipe_of_picture(path: Path, given: Sequence[str], command: argparse.ArgumentParser) -> Recipe:
    """The recipe in a picture, once the files are loaded that are named beside it."""
    for name, value in pairs(given, command):
        if name == RULES:
            load_rules(value)
        if name == SURFACES:
            load_surfaces(value)
    try:
        return recipe_in(path)
    except ValueError as error:
        if not any(each in str(error) for each in UNKNOWN):
            raise
        raise ValueError(
            f"{error}; if it is in a file of yours, add {RULES} or {SURFACES} and its name"
        ) from None


def subparser(parser: argparse.ArgumentParser, given: Sequence[str]) -> argparse.ArgumentParser:
    """The parser of the command that these arguments call."""
    found: argparse.ArgumentParser = parser.parse_known_args(given)[0].parser
    return found


def pairs(given: Sequence[str], command: argparse.ArgumentParser) -> Iterator[tuple[str, str]]:
    """Each option and its value, "" for none; what stands alone has "" before it."""
    places = iter(given)
    for each in places:
        name, joined, value = each.partition("=")
        if not name.startswith("--"):
            yield "", each
        elif joined or not takes_value(name, command):
            yield name, value
        else:
            yield name, next(places, "")


def without(given: Sequence[str], option: str) -> Iterator[str]:
    """The arguments without an option and its value."""
    places = iter(given)
    for each in places:
        if each == option:
            next(places, None)
        elif not each.startswith(f"{option}="):
            yield each


def takes_value(name: str, command: argparse.ArgumentParser) -> bool:
    """Whether a value stands behind an option of a command."""
    actions = (each for each in command._actions if name in each.option_strings)
    return any(each.nargs != 0 for each in actions)


def last(values: Iterable[str]) -> str:
    """The last of some arguments.

    Raises:
        ValueError: the picture is not named.
    """
    *_, found = ["", *values]
    if not found:
        raise ValueError(f"{OPTION} takes the name of a picture, as in {OPTION} beale.png")
    return found
