"""Rules that learn more of the loss than its gradient at x: line searches, curvature, two points.

    Backtracking, ExactLineSearch, ConjugateGradient    losses or gradients along a direction
    Newton, SaddleFreeNewton                            the Hessian
    GaussNewton                                         the Jacobian of residuals that are squared
    LBFGS                                               curvature from the gradients so far
    SAM                                                 the gradient of a second point

What a step asks for is counted (`Oracle`), so that the rules can be compared by their cost.
"""

from optviz.optimizers import Optimizer
from optviz.oracles.lbfgs import LBFGS
from optviz.oracles.line_search import Backtracking, ConjugateGradient, ExactLineSearch
from optviz.oracles.newton import GaussNewton, Newton, SaddleFreeNewton
from optviz.oracles.oracle import COUNTS, Asking, LossOracle, Oracle
from optviz.oracles.sharpness import SAM

__all__ = [
    "COUNTS",
    "LBFGS",
    "ORACLE_RULES",
    "SAM",
    "Asking",
    "Backtracking",
    "ConjugateGradient",
    "ExactLineSearch",
    "GaussNewton",
    "LossOracle",
    "Newton",
    "Oracle",
    "SaddleFreeNewton",
]

ORACLE_RULES: dict[str, type[Optimizer]] = {
    kind.__name__.lower(): kind
    for kind in (
        *(Backtracking, ExactLineSearch, ConjugateGradient),
        *(Newton, SaddleFreeNewton, GaussNewton, LBFGS, SAM),
    )
}
