"""The claims: what people repeat about optimizers, each with a race and measurements behind it."""

from optviz.claims.claim import VERDICTS, Claim
from optviz.claims.sparse import SPARSE

__all__ = ["CLAIMS", "VERDICTS", "Claim"]

CLAIMS: dict[str, Claim] = {
    "sparse": SPARSE,
}
