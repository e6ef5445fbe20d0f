"""The fields as a RaceSpec."""

from collections.abc import Iterator, Mapping
from typing import Any

import streamlit as st

from optviz.pages.form.form_entrants import FormEntrant, entrants, settings_of
from optviz.pages.form.keys import (
    DATA,
    DATA_SHOWN,
    FORMULA,
    FORMULA_SHOWN,
    entrant_field,
    field,
    scene_key,
)
from optviz.player.numbers import MAX_STEPS
from optviz.race import whole
from optviz.scenes import Scene
from optviz.spec.race_spec import TUNED, EntrantSpec, Preset, RaceSpec, preset_optimizer


def read_form(scene: Scene) -> RaceSpec:
    """What the fields say is to be raced.

    Args:
        scene: that of the fields, unchanged.

    Raises:
        ValueError: that cannot be raced; the sentence says why.
    """
    held = st.session_state
    preset = read_preset()
    return RaceSpec(
        **surface_of_form(),
        parameter=held[field("parameter")] if scene.surface.parameter else None,
        batch=held[field("batch")] if scene.surface.minibatches else None,
        preset=preset,
        entrants=tuple(read_entrants(scene, preset)),
        start=(held[field("x")], held[field("y")]),
        steps=whole("steps", held[field("steps")], 1, MAX_STEPS),
        seed=held[field("seed")],
    )


def surface_of_form() -> dict[str, Any]:
    """The scene, the formula or the data, as RaceSpec takes it."""
    held, key = st.session_state, scene_key()
    if key == DATA:
        return {"data": held[DATA_SHOWN]}
    return {"formula": held[FORMULA_SHOWN]} if key == FORMULA else {"scene": key}


def read_preset() -> Preset:
    """Where settings come from that no entrant has of its own."""
    held = st.session_state
    kind = held[field("preset")]
    if kind == "rate":
        return Preset(kind, rate=held[field("rate")])
    if kind != TUNED:
        return Preset(kind)
    objective = held[field("objective")]
    return Preset(
        kind,
        objective=objective,
        threshold=held[field("threshold")] if objective == "steps" else None,
        second=held[field("second")],
    )


def read_entrants(scene: Scene, preset: Preset) -> Iterator[EntrantSpec]:
    """Those that race, with the settings that are not the preset's."""
    held = st.session_state
    own = tuned_before() if preset.kind == TUNED else None
    base = scene if own is not None else scene.preset(preset.kind, preset.rate)
    for each in entrants(scene):
        before = settings_before(base, each, own)
        values = {name: held[entrant_field(each.id, name)] for name in settings_of(each.kind)}
        differing = [(name, v) for name, v in values.items() if v != before.get(name, v)]
        yield EntrantSpec(each.rule, each.name, tuple(differing))


def settings_before(
    base: Scene, entrant: FormEntrant, tuned: Mapping[str, float] | None
) -> Mapping[str, Any]:
    """An entrant's settings as long as they are not changed by hand: the preset's, or as tuned.

    Those that were not tuned yet are left out.
    """
    if tuned is None:
        return preset_optimizer(base, entrant.rule, entrant.name).settings()
    keys = {name: entrant_field(entrant.id, name) for name in settings_of(entrant.kind)}
    return {name: tuned[key] for name, key in keys.items() if key in tuned}


def tuned_before() -> dict[str, float]:
    """Field -> its value as it was last tuned; the field is changed by hand if it has another."""
    found: dict[str, float] = st.session_state.get(field("tuned"), {})
    return found
