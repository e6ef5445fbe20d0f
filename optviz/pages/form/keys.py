"""Under which keys the session's state holds what is raced, and what its fields begin with.

`scene/field`, and `scene/entrant/setting` for hyper-parameters.
"""

import streamlit as st

from optviz.scenes import PRESETS
from optviz.scenes.catalog import CATALOG
from optviz.spec.race_spec import TUNED

WAYS = (*PRESETS, TUNED)  # where settings can come from
RATE = 0.01  # the one learning rate for all, to begin with
MOST_ENTRANTS = 40

SCENE = "scene"
FORMULA = "formula"  # in the place of a scene's key
EXAMPLE = "(1 - x)**2 + 100*(y - x**2)**2"
DATA = "data"  # in the place of a scene's key
DATA_SHOWN = f"{DATA}/shown"  # the last Data of which a race can be made
FORMULA_TEXT = f"{FORMULA}/text"
FORMULA_SHOWN = f"{FORMULA}/shown"  # the last Formula that was one
OWN_NAMES = {FORMULA: "Your formula", DATA: "Your data"}
FORMULA_LIMITS = tuple(f"{FORMULA}/{axis}-{end}" for axis in "xy" for end in ("low", "high"))


def field(name: str) -> str:
    """The key of a field of the scene that is shown: "x", "y", "steps", "preset", ..."""
    return f"{scene_key()}/{name}"


def entrant_field(entrant: str, name: str) -> str:
    """The key of an entrant's field: a hyper-parameter, "name", or "open" for its box."""
    return f"{scene_key()}/{entrant}/{name}"


def scene_key() -> str:
    """The key of the scene that is shown, or FORMULA or DATA."""
    key: str = st.session_state.setdefault(SCENE, next(iter(CATALOG)))
    return key


def scene_name(key: str) -> str:
    """What the scene of this key is called on the pages."""
    return OWN_NAMES[key] if key in OWN_NAMES else CATALOG[key].name
