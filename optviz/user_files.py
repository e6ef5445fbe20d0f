"""The users' files that a command line names, all of them: loaded here, and in other processes."""

import argparse
from collections.abc import Sequence
from contextlib import suppress
from typing import NamedTuple

from optviz import user_rules, user_surfaces


class UserFile(NamedTuple):
    """A file that was loaded.

    Attributes:
        option: with which the command line names it: what it brings.
        path: of the file.
        text: its content, as it was run.
    """

    option: str
    path: str
    text: str


LOADERS = {
    user_rules.OPTION: user_rules.load_rules,
    user_surfaces.OPTION: user_surfaces.load_surfaces,
}


def load_all(arguments: Sequence[str]) -> list[str]:
    """Load the files that a command line names with `--optimizer` and `--surface`, in their order.

    Returns:
        A sentence on each problem; files without one are loaded.
    """
    reader = argparse.ArgumentParser(add_help=False, exit_on_error=False, allow_abbrev=False)
    for option in LOADERS:
        reader.add_argument(option, action="append", default=[])
    try:
        options, unknown = reader.parse_known_args(arguments)
    except argparse.ArgumentError as error:
        option = str(error.argument_name)
        return [f"{option} needs a file after it, as in {option} mine.py"]
    problems = []
    if unknown:
        known = " and ".join(f"{option} mine.py" for option in LOADERS)
        problems.append(f"Unknown argument {' '.join(unknown)}: the app takes {known} only")
    for option, load in LOADERS.items():
        for each in getattr(options, option.lstrip("-")):
            try:
                load(each)
            except ValueError as error:
                problems.append(str(error))
    return problems


def loaded() -> list[UserFile]:
    """All files that were loaded, for another process to load them too."""
    files = [
        UserFile(user_rules.OPTION, str(path), each.text)
        for path, each in user_rules.FILES.items()
        if not each.problem
    ]
    files += [
        UserFile(user_surfaces.OPTION, str(path), each.text)
        for path, each in user_surfaces.FILES.items()
        if not each.problem
    ]
    return files


def load_again(files: Sequence[UserFile]) -> None:
    """Load what another process has loaded, which has told already what is wrong with it."""
    for option, path, text in files:
        with suppress(ValueError):
            LOADERS[option](path, text)
