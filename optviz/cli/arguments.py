"""Arguments in words: numbers that are read strictly, and one sentence for what is refused."""

import argparse
import codecs
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from optviz.spec.parsing import nearest, shown

Value = TypeVar("Value")

BAD_ARGUMENT = 2
NUMBERED = re.compile(r"-\s*(?:[\d.,\u00bc-\u00be]|pi|\u03c0)")
FORMULA = re.compile(r"-(?!-)[^=]*[\^*()|\u00b2\u00b3\u00b7]")
CHOICE = re.compile(r"argument command: invalid choice: '(.*)' \(choose from (.*)\)", re.DOTALL)

# What other programs call these options, and what it is here.
ELSEWHERE = {
    "--learning-rate": "; did you mean --lr?",
    "--learning_rate": "; did you mean --lr?",
    "--iterations": "; did you mean --steps?",
    "--iters": "; did you mean --steps?",
    "--epochs": "; did you mean --steps?",
    "--batch-size": "; did you mean --batch?",
    "--batch_size": "; did you mean --batch?",
    "--overwrite": "; did you mean --force?",
    "--output": ": the file stands behind the scene",
    "-o": ": the file stands behind the scene",
}

# For terminals and pipes that have only ASCII, or only western letters.
SPELT = {
    "\u03bc": "mu",
    "\u03c1": "rho",
    "\u03b5": "eps",
    "\u0302": "_hat",
    "\u03b2": "beta",
    "\u2081": "1",
    "\u2082": "2",
    "\u03bb": "decay",
    "\u03c8": "psi",
    "\u2013": "-",
    "\u2212": "-",
    "\u00d7": "x",
    "\u00b2": "^2",
    "\u00b3": "^3",
    "\u2588": "#",
    "\u2591": ".",
}


class Parser(argparse.ArgumentParser):
    """A parser that refuses in one sentence, as the commands themselves do."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        # An abbreviation would be guessed at: --step is an option of stills, --steps of races.
        super().__init__(*arguments, **(named | {"allow_abbrev": False}))

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and leave."""
        self.exit(BAD_ARGUMENT, f"optviz: {self.sentence(message)}\n")

    def sentence(self, message: str) -> str:
        """Argparse's message in a sentence that says what to do."""
        if found := CHOICE.fullmatch(message):
            commands = re.findall(r"'([^']+)'", found[2]) or found[2].split(", ")
            near = nearest(found[1], commands) or f"; there are {', '.join(commands)}"
            return f"there is no command {shown(found[1])}{near}"
        return f"{message.removeprefix('argument ')}; see {self.prog} --help"

    def refuse(self, extra: Sequence[str]) -> NoReturn:
        """Say which argument there is not, and leave."""
        option = next((each for each in extra if each.startswith("-")), extra[0])
        name = option.partition("=")[0]
        if not name.startswith("-"):
            self.error(f"{shown(name)} is one argument too many")
        options = [name for action in self._actions for name in action.option_strings]
        words = {each.lstrip("-"): each for each in options}
        near = ELSEWHERE.get(name) or nearest(name.lstrip("-"), words).replace("mean ", "mean --")
        said = f"there is no option {shown(name)}{near.replace(' or ', ' or --')}"
        self.exit(BAD_ARGUMENT, f"optviz: {said if near else self.sentence(said)}\n")


def reads(read: Callable[[str], Value]) -> Callable[[str], Value]:
    """A reader as argparse takes it: with its sentence where the text cannot be read."""

    def argument(text: str) -> Value:
        try:
            return read(text)
        except ValueError as error:
            raise argparse.ArgumentTypeError(str(error)) from None

    return argument


def joined(arguments: Iterable[str]) -> list[str]:
    """The arguments, numbers that begin with a minus joined to the option before them.

    argparse takes -0.5,1 for an option, but --start=-0.5,1 for what it is; and -x^2 for one, too,
    unless a blank, which says nothing in a formula, stands somewhere in it.
    """
    found: list[str] = []
    for each in arguments:
        last = found[-1] if found else ""
        if last.startswith("--") and "=" not in last and NUMBERED.match(each):
            found[-1] += f"={each}"
        elif FORMULA.match(each):
            found.append(f" {each}")
        else:
            found.append(each)
    return found


def called() -> str:
    """How the command line was started, for its help: as a command or as a module."""
    return "optviz" if Path(sys.argv[0]).stem == "optviz" else "python -m optviz"


def spell_what_streams_lack() -> None:
    """Print what the output's encoding does not have by another spelling, never fail on it."""
    codecs.register_error("optviz.spelt", spelt)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="optviz.spelt")


def spelt(error: UnicodeError) -> tuple[str, int]:
    """Another spelling of what cannot be encoded, as `codecs` asks for it."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    missing = error.object[error.start : error.end]
    return "".join(SPELT.get(each, "?") for each in missing), error.end
