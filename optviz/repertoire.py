"""Everything that the player can show: Radford's scenes, claims, and definitions that part."""

from optviz.claims import CLAIMS
from optviz.definitions import DIFFERENCES
from optviz.scenes import SCENES, Scene

REPERTOIRE: dict[str, Scene] = (
    SCENES | {key: claim.scene for key, claim in CLAIMS.items()} | DIFFERENCES
)


def label(key: str) -> str:
    """A scene's name, and what kind of scene it is if it is none of Radford's."""
    if key in CLAIMS:
        return f"Claim: {CLAIMS[key].name}"
    return f"Definition: {REPERTOIRE[key].name}" if key in DIFFERENCES else REPERTOIRE[key].name
