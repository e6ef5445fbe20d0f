"""The claims: what people repeat about optimizers, each with a race and measurements behind it."""

from optviz.scenes.claims.bias import BIAS
from optviz.scenes.claims.both import BOTH
from optviz.scenes.claims.claim import VERDICTS, Claim
from optviz.scenes.claims.epsilon import EPSILON
from optviz.scenes.claims.jump import JUMP
from optviz.scenes.claims.sparse import SPARSE

__all__ = ["CLAIMS", "VERDICTS", "Claim"]

CLAIMS: dict[str, Claim] = {
    "sparse": SPARSE,
    "jump": JUMP,
    "both": BOTH,
    "epsilon": EPSILON,
    "bias": BIAS,
}
