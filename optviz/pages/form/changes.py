"""What the sidebar's buttons and choices change in the fields."""

import streamlit as st

from optviz.entrants import next_name
from optviz.pages.form.filling import for_preset
from optviz.pages.form.form_entrants import FormEntrant, entrants, numbered, settings_of
from optviz.pages.form.keys import entrant_field, field
from optviz.pages.form.reading import read_preset, tuned_before
from optviz.scenes import Scene
from optviz.spec.race_spec import TUNED, RaceSpec


def take_preset(scene: Scene) -> None:
    """Bring the chosen settings into the fields; the entrants and the start stay."""
    held = st.session_state
    if held[field("preset")] == TUNED:
        held.pop(field("tuned"), None)  # all settings follow the race from now on
        return
    try:
        preset = read_preset()
        base = scene.preset(preset.kind, preset.rate)
    except ValueError:
        return  # the page says what is wrong
    for_preset(scene, base)


def refresh_tuned(scene: Scene, spec: RaceSpec, raced: Scene) -> None:
    """Bring tuned settings up to date with the race; those changed by hand stay.

    Args:
        scene: as the fields have it, unchanged.
        spec: as `read_form` gave it.
        raced: its race.
    """
    held = st.session_state
    if spec.preset.kind != TUNED:
        held.pop(field("tuned"), None)
        return
    now: dict[str, float] = {}
    for each, said, entrant in zip(
        entrants(scene), spec.entrants or (), raced.entrants, strict=True
    ):
        by_hand = dict(said.settings)
        now |= {
            entrant_field(each.id, name): value
            for name, value in entrant.optimizer.settings().items()
            if name not in by_hand
        }
    held.update(now)
    held[field("tuned")] = tuned_before() | now


def duplicate(scene: Scene, entrant: FormEntrant) -> None:
    """One more entrant of the same rule with the same settings, right after this one."""
    held = st.session_state
    further: list[str] = held[field("further")]
    new = next(each for each in numbered(entrant.rule) if each not in further)
    at = further.index(entrant.id) + 1 if entrant.id in further else 0
    taken = [entrant.kind.__name__, *(each.name for each in entrants(scene))]
    held[field("further")] = [*further[:at], new, *further[at:]]
    before = tuned_before()
    for name in settings_of(entrant.kind):
        old, key = entrant_field(entrant.id, name), entrant_field(new, name)
        held[key] = held[old]
        if old in before:
            before[key] = before[old]
    held[entrant_field(new, "name")] = next_name(entrant.kind, taken)
    held[entrant_field(new, "open")] = True


def open_box(entrant: FormEntrant) -> None:
    """Open its box; Streamlit takes a box with another title for another box, which is closed."""
    st.session_state[entrant_field(entrant.id, "open")] = True


def remove(entrant: FormEntrant) -> None:
    """It does not race any more."""
    held = st.session_state
    for name in ("optimizers", "variants", "further"):
        held[field(name)] = [each for each in held[field(name)] if each != entrant.id]
    held.pop(entrant_field(entrant.id, "name"), None)
