"""Everything the player can show: Radford's scenes, functions, claims, definitions that part."""

from optviz.scenes import SCENES, Scene
from optviz.scenes.claims import CLAIMS
from optviz.scenes.definitions import DIFFERENCES
from optviz.scenes.functions import FUNCTIONS

CATALOG: dict[str, Scene] = (
    SCENES | FUNCTIONS | {key: claim.scene for key, claim in CLAIMS.items()} | DIFFERENCES
)
