"""Everything the player can show: Radford's scenes, functions, claims, definitions that part."""

from optviz.scenes import SCENES, Scene
from optviz.scenes.claims import CLAIMS
from optviz.scenes.definitions import DIFFERENCES
from optviz.scenes.functions import FUNCTIONS

CATALOG: dict[str, Scene] = (
    SCENES | FUNCTIONS | {key: claim.scene for key, claim in CLAIMS.items()} | DIFFERENCES
)


def label(key: str) -> str:
    """A scene's name, and what kind of scene it is if it is none of Radford's."""
    if key in CLAIMS:
        return f"Claim: {CLAIMS[key].name}"
    kinds = {"Function": FUNCTIONS, "Definition": DIFFERENCES}
    kind = next((kind for kind, scenes in kinds.items() if key in scenes), None)
    return f"{kind}: {CATALOG[key].name}" if kind else CATALOG[key].name
