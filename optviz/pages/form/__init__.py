"""What is raced, in the fields of the page: a RaceSpec from the session's state, and back.

Only this folder knows under which keys the session's state holds what is raced. A field's value is
in the state before the field is drawn, and also while it is not drawn, so that the race can be run
first.
"""

from optviz.pages.form.changes import duplicate, open_box, refresh_tuned, remove, take_preset
from optviz.pages.form.filling import (
    fill_form,
    own_scene,
    reset,
    show_data,
    show_formula,
    show_scene,
)
from optviz.pages.form.form_entrants import FormEntrant, entrants, front, settings_of, variants
from optviz.pages.form.keys import (
    DATA,
    DATA_SHOWN,
    EXAMPLE,
    FORMULA,
    FORMULA_LIMITS,
    FORMULA_SHOWN,
    FORMULA_TEXT,
    MOST_ENTRANTS,
    SCENE,
    WAYS,
    entrant_field,
    field,
    scene_key,
    scene_name,
)
from optviz.pages.form.reading import read_form, surface_of_form
from optviz.pages.form.wishes import put_wish

__all__ = [
    "DATA",
    "DATA_SHOWN",
    "EXAMPLE",
    "FORMULA",
    "FORMULA_LIMITS",
    "FORMULA_SHOWN",
    "FORMULA_TEXT",
    "MOST_ENTRANTS",
    "SCENE",
    "WAYS",
    "FormEntrant",
    "duplicate",
    "entrant_field",
    "entrants",
    "field",
    "fill_form",
    "front",
    "open_box",
    "own_scene",
    "put_wish",
    "read_form",
    "refresh_tuned",
    "remove",
    "reset",
    "scene_key",
    "scene_name",
    "settings_of",
    "show_data",
    "show_formula",
    "show_scene",
    "surface_of_form",
    "take_preset",
    "variants",
]
