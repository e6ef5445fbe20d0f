"""The words of a formula: its variables, constants and functions, and nothing else."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import autograd.numpy as np

VARIABLES = ("x", "y")
CONSTANTS = {"pi": np.pi, "e": np.e}


@dataclass(frozen=True)
class Function:
    """What a name followed by a bracket stands for.

    Attributes:
        apply: arrays in, array out, elementwise; differentiable by autograd.
        latex: its typeset form; `#1` and `#2` stand for the arguments.
        arguments: how many it takes.
    """

    apply: Callable[..., Any]
    latex: str
    arguments: int = 1


def upright(name: str) -> str:
    """A function's name in front of its bracket."""
    return rf"{name}\left(#1\right)"


LN = Function(np.log, upright(r"\ln"))
ARCSIN = Function(np.arcsin, upright(r"\arcsin"))
ARCCOS = Function(np.arccos, upright(r"\arccos"))
ARCTAN = Function(np.arctan, upright(r"\arctan"))
MINIMUM = Function(np.minimum, r"\min\left(#1, #2\right)", 2)
MAXIMUM = Function(np.maximum, r"\max\left(#1, #2\right)", 2)

FUNCTIONS = {
    "sin": Function(np.sin, upright(r"\sin")),
    "cos": Function(np.cos, upright(r"\cos")),
    "tan": Function(np.tan, upright(r"\tan")),
    "exp": Function(np.exp, "e^{#1}"),
    "log": LN,
    "sqrt": Function(np.sqrt, r"\sqrt{#1}"),
    "abs": Function(np.abs, r"\left|#1\right|"),
    "sinh": Function(np.sinh, upright(r"\sinh")),
    "cosh": Function(np.cosh, upright(r"\cosh")),
    "tanh": Function(np.tanh, upright(r"\tanh")),
    "arcsin": ARCSIN,
    "arccos": ARCCOS,
    "arctan": ARCTAN,
    "arctan2": Function(np.arctan2, r"\operatorname{arctan2}\left(#1, #2\right)", 2),
    "minimum": MINIMUM,
    "maximum": MAXIMUM,
    "log2": Function(np.log2, upright(r"\log_{2}")),
    "log10": Function(np.log10, upright(r"\log_{10}")),
    "log1p": Function(np.log1p, r"\ln\left(1 + \left(#1\right)\right)"),
    "expm1": Function(np.expm1, r"\left(e^{#1} - 1\right)"),
    # The same under the names that calculators and Python's math module use.
    "ln": LN,
    "asin": ARCSIN,
    "acos": ARCCOS,
    "atan": ARCTAN,
    "min": MINIMUM,
    "max": MAXIMUM,
}
