"""The claims: what people repeat about optimizers, each with a race and measurements behind it."""

from optviz.claims.bias import BIAS
from optviz.claims.both import BOTH
from optviz.claims.claim import VERDICTS, Claim
from optviz.claims.epsilon import EPSILON
from optviz.claims.jump import JUMP
from optviz.claims.sparse import SPARSE

__all__ = ["CLAIMS", "VERDICTS", "Claim"]

CLAIMS: dict[str, Claim] = {
    "sparse": SPARSE,
    "jump": JUMP,
    "both": BOTH,
    "epsilon": EPSILON,
    "bias": BIAS,
}
