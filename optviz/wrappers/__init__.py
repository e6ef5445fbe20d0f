"""Wrappers: what stands before the rule of any optimizer, as clipping and averaging do.

    ClipNorm(1.0)(Adam(lr=0.1))             the gradient is no longer than 1
    EMA(0.9)(ClipNorm(1.0)(Adam(lr=0.1)))   and an average of the iterates beside them

A wrapped optimizer is an optimizer, whose hyper-parameters are the rule's and the wrapper's. The
outermost wrapper gets the gradient first. In links and commands it is `adam-clipnorm-ema`.
"""

from optviz.wrappers.gradients import L2, ClipNorm, ClipValue, Noise
from optviz.wrappers.iterates import EMA, SWA, Decay, Lookahead
from optviz.wrappers.names import WRAPPERS, Rules
from optviz.wrappers.wrapper import JOINT, Wrapper, inner, wrapped

__all__ = [
    "EMA",
    "JOINT",
    "L2",
    "SWA",
    "WRAPPERS",
    "ClipNorm",
    "ClipValue",
    "Decay",
    "Lookahead",
    "Noise",
    "Rules",
    "Wrapper",
    "inner",
    "wrapped",
]
