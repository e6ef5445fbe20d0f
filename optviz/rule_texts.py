"""An optimizer's docstring as people read it: what the rule is, and where it comes from."""

import inspect
import re

from optviz.numbers import short, with_power
from optviz.optimizers import Optimizer
from optviz.style import SYMBOLS

ARROW, HEADED = "<-", ("Source:", "Frameworks:")
TITLE = "What exactly is Adam here?"
INTRO = (
    "The same name does not always mean the same rule. Here is what each rule does in optviz, "
    "where it comes from, and what libraries make of it."
)
NOTE = re.compile(r" {2,}\((.*)\)\s*$")  # behind an equation
NAME = re.compile(rf"\b({'|'.join(each for each in SYMBOLS if each != 'decay')})\b")  # a word, too
POWER = re.compile(r"\b1e-\d+\b")
PRINTED = {
    "<-": "←",
    "sqrt(v)": "√v",
    "sqrt(": "√(",
    "^2": "²",
    "^t": "ᵗ",
    "m_hat": "m\u0302",
    "v_hat": "v\u0302",
    ">=": "≥",
}


def parts(kind: type[Optimizer]) -> tuple[str, list[str], list[str]]:
    """Summary, notes behind equations, and remarks of a rule's docstring."""
    summary, *rest = (inspect.getdoc(kind) or "").split("\n\n")
    lines = [line for each in rest if ARROW in each for line in each.splitlines() if ARROW in line]
    notes = [printed(found[1]) for line in lines if (found := NOTE.search(line))]
    remarks = [each for block in rest for each in remarks_of(block)]
    return printed(" ".join(summary.split())), notes, remarks


def remarks_of(block: str) -> list[str]:
    """A paragraph each for source and frameworks; nothing of a block of equations."""
    if ARROW in block and not any(word in block for word in HEADED):
        return []
    text = " ".join(block.split()).replace("*", "\\*")
    for word in HEADED:
        text = text.replace(word, f"\n**{word}**")
    return [printed(each) for each in text.split("\n") if each]


def printed(text: str) -> str:
    """A sentence of a docstring with the signs that papers have: beta1^t is β₁ᵗ."""
    text = NAME.sub(lambda found: SYMBOLS[found[0]], text)
    for plain, sign in PRINTED.items():
        text = text.replace(plain, sign)
    return POWER.sub(lambda found: with_power(found[0]), text)


def defaults(kind: type[Optimizer]) -> str:
    """The hyper-parameters as the rule has them by itself: "lr = 0.001, μ = 0.9"."""
    settings = kind().settings().items()
    return ", ".join(f"{SYMBOLS.get(name, name)} = {short(value)}" for name, value in settings)
