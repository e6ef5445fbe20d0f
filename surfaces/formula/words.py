"""The words of a formula: its constants and functions, under all the names that people use."""

import keyword
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import autograd.numpy as np

from surfaces.formula import elementary

CONSTANTS = {"pi": np.pi, "e": np.e}


@dataclass(frozen=True)
class Function:
    """What a name followed by a bracket stands for.

    Attributes:
        apply: arrays in, array out, elementwise; differentiable by autograd.
        latex: its typeset form; `#1` and `#2` stand for the arguments, `#*` for all of them.
        least: how many arguments it takes at least.
        most: and at most.
    """

    apply: Callable[..., Any]
    latex: str
    least: int = 1
    most: int = 1


def upright(name: str) -> str:
    """A function's name in front of its bracket."""
    return rf"{name}\left(#*\right)"


def operator(name: str) -> str:
    """The same for a name that LaTeX does not know."""
    return upright(rf"\operatorname{{{name}}}")


MANY = 50  # arguments of min and max

FUNCTIONS = {
    "sin": Function(np.sin, upright(r"\sin")),
    "cos": Function(np.cos, upright(r"\cos")),
    "tan": Function(np.tan, upright(r"\tan")),
    "cot": Function(lambda value: 1 / np.tan(value), upright(r"\cot")),
    "sec": Function(lambda value: 1 / np.cos(value), upright(r"\sec")),
    "csc": Function(lambda value: 1 / np.sin(value), upright(r"\csc")),
    "exp": Function(np.exp, "e^{#1}"),
    "log": Function(np.log, upright(r"\ln")),
    "sqrt": Function(np.sqrt, r"\sqrt{#1}"),
    "cbrt": Function(elementary.cbrt, r"\sqrt[3]{#1}"),
    "abs": Function(np.abs, r"\left|#1\right|"),
    "sinh": Function(np.sinh, upright(r"\sinh")),
    "cosh": Function(np.cosh, upright(r"\cosh")),
    "tanh": Function(np.tanh, upright(r"\tanh")),
    "arcsin": Function(np.arcsin, upright(r"\arcsin")),
    "arccos": Function(np.arccos, upright(r"\arccos")),
    "arctan": Function(np.arctan, upright(r"\arctan")),
    "arcsinh": Function(np.arcsinh, operator("arsinh")),
    "arccosh": Function(np.arccosh, operator("arcosh")),
    "arctanh": Function(np.arctanh, operator("artanh")),
    "arctan2": Function(np.arctan2, operator("arctan2"), 2, 2),
    "hypot": Function(elementary.hypot, operator("hypot"), 2, 2),
    "min": Function(elementary.smallest, upright(r"\min"), 2, MANY),
    "max": Function(elementary.largest, upright(r"\max"), 2, MANY),
    "log2": Function(np.log2, upright(r"\log_{2}")),
    "log10": Function(np.log10, upright(r"\log_{10}")),
    "log1p": Function(np.log1p, r"\ln\left(1 + \left(#1\right)\right)"),
    "expm1": Function(np.expm1, r"\left(e^{#1} - 1\right)"),
    "sign": Function(elementary.sign, operator("sign")),
    "heaviside": Function(elementary.heaviside, operator("H"), 1, 2),
    "relu": Function(elementary.relu, operator("ReLU")),
    "softplus": Function(elementary.softplus, operator("softplus")),
    "sigmoid": Function(elementary.sigmoid, r"\sigma\left(#1\right)"),
    "where": Function(
        np.where, r"\begin{cases} #2 & \text{if } #1 \\ #3 & \text{otherwise} \end{cases}", 3, 3
    ),
}

# The same under the names of calculators, languages and libraries.
ALIASES = {
    "ln": "log",
    "asin": "arcsin",
    "acos": "arccos",
    "atan": "arctan",
    "asinh": "arcsinh",
    "acosh": "arccosh",
    "atanh": "arctanh",
    "arsinh": "arcsinh",
    "arcosh": "arccosh",
    "artanh": "arctanh",
    "atan2": "arctan2",
    "minimum": "min",
    "maximum": "max",
    "absolute": "abs",
    "fabs": "abs",
    "sgn": "sign",
    "signum": "sign",
    "step": "heaviside",
    "logistic": "sigmoid",
    "expit": "sigmoid",
}
# These become operators: a power, a square.
POWERS = {"pow": 2, "power": 2, "square": 1}

# In front of a function's name, as in np.sin or Math.pow.
MODULES = frozenset(
    [
        "np",
        "numpy",
        "jnp",
        "jax",
        "math",
        "Math",
        "torch",
        "tf",
        "anp",
        "nn",
        "functional",
        "F",
        "special",
        "scipy",
        "sp",
        "sympy",
    ]
)
# In numpy the second argument of these is an axis.
AXIS = frozenset({"max", "min"})
NUMPY = frozenset({"np", "numpy", "jnp", "anp"})

# Words that stand for no parameter, and what to write.
REMEDIES = {
    "i": "would be the imaginary unit; a loss is real, so give the parameter another name",
    "j": "would be the imaginary unit; a loss is real, so give the parameter another name",
    "inf": "is no number that can be computed with; write a large one, such as 1e6",
    "infinity": "is no number that can be computed with; write a large one, such as 1e6",
    "nan": "is no number that can be computed with",
    "null": "is no number",
    "undefined": "is no number",
    "true": "is no number; write 1",
    "false": "is no number; write 0",
    "lg": "can be log10 or log2; write the one that is meant",
    "sqr": "can be a square or a square root; write x^2 or sqrt(x)",
    "tg": "is written tan",
    "ctg": "is written cot",
    "arctg": "is written arctan",
    "sh": "is written sinh",
    "ch": "is written cosh",
    "th": "is written tanh",
    "clip": "is written min(max(x, low), high)",
    "clamp": "is written min(max(x, low), high)",
    "mod": "is not among the functions; a remainder has no gradient at its jumps",
    "floor": "is not among the functions; its gradient is 0 almost everywhere",
    "ceil": "is not among the functions; its gradient is 0 almost everywhere",
    "round": "is not among the functions; its gradient is 0 almost everywhere",
    "sum": "is not among the functions; write the terms with + between them",
    "prod": "is not among the functions; write the factors with * between them",
    "mean": "is not among the functions; write the terms with + between them",
    "norm": "is not among the functions; write sqrt(x^2 + y^2)",
    "dot": "is not among the functions; write the sum of the products",
    "matrix": "is not among the functions; write the entries' formula",
    "exp2": "is written 2^x",
    "return": "belongs to a program; write only the formula after it",
    "def": "belongs to a program; write only the formula after its return",
    "lambda": "belongs to a program; write only the formula, and λ for the letter",
}


def remedy(word: str) -> str | None:
    """Why a word stands for no parameter, and what to write; None where it may."""
    if (found := REMEDIES.get(word.lower())) is not None:
        return found
    if keyword.iskeyword(word) or keyword.issoftkeyword(word):
        return "belongs to a program; write only the formula"
    return None


def function_named(word: str) -> str | None:
    """The name in `FUNCTIONS` or `POWERS` of a function under any of its names, or None."""
    name = ALIASES.get(word.lower(), word.lower())
    return name if name in FUNCTIONS or name in POWERS else None


def constant_named(word: str) -> str | None:
    """Pi or e under any of their names, or None."""
    name = word.lower() if len(word) > 1 else word
    return name if name in CONSTANTS else None
