"""Schedules: hyper-parameters that have other values at other steps.

    lr=Piecewise(0.1, {40: 0.05})            0.05 from step 40 on
    lr=Cosine(0.3, 200)                      a curve of `curves`
    lr=Warmup(10) | Cosine(0.3, 190)         one after the other
    lr=lambda k: 0.1 / (1 + k / 10)          a function of one's own

An optimizer keeps any of them as a `Piecewise`; what steps it asks for the value of each step.
"""

from optviz.schedules.content import content, curve, from_content, value_in
from optviz.schedules.curves import (
    CURVES,
    Constant,
    Cosine,
    CosineRestarts,
    Exponential,
    InverseSqrt,
    Linear,
    OneCycle,
    Own,
    Polynomial,
    Staircase,
    Warmup,
    as_piecewise,
)
from optviz.schedules.piecewise import (
    Curve,
    Piecewise,
    change_steps,
    changing,
    constant,
)
from optviz.schedules.words import in_digits, in_words

__all__ = [
    "CURVES",
    "Constant",
    "Cosine",
    "CosineRestarts",
    "Curve",
    "Exponential",
    "InverseSqrt",
    "Linear",
    "OneCycle",
    "Own",
    "Piecewise",
    "Polynomial",
    "Staircase",
    "Warmup",
    "as_piecewise",
    "change_steps",
    "changing",
    "constant",
    "content",
    "curve",
    "from_content",
    "in_digits",
    "in_words",
    "value_in",
]
