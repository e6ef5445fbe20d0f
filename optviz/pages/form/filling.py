"""The fields filled: with a scene's own values, with those of a RaceSpec, with what was clicked."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from optviz.pages.form.form_entrants import (
    entrants,
    form_entrant,
    front,
    further_of,
    ids_of,
    rule_of,
    variants,
)
from optviz.pages.form.keys import (
    DATA,
    DATA_SHOWN,
    EXAMPLE,
    FORMULA,
    FORMULA_LIMITS,
    FORMULA_SHOWN,
    FORMULA_TEXT,
    RATE,
    SCENE,
    entrant_field,
    field,
    scene_key,
)
from optviz.pages.messages import complain
from optviz.pages.number_field import put_value
from optviz.scenes import PRESETS, Scene
from optviz.scenes.catalog import CATALOG
from optviz.schedules import from_content
from optviz.spec.data import Data, drawn, first_choice, own_batch
from optviz.spec.race_spec import (
    TUNED,
    EntrantSpec,
    Formula,
    Preset,
    RaceSpec,
    formula_scene,
    preset_optimizer,
)
from optviz.studies.tuning import threshold_for
from surfaces.data import table
from surfaces.data.examples import EXAMPLES


def own_scene() -> Scene:
    """What is shown, unchanged: a scene, formula or data; its fields hold something from now on."""
    held, key = st.session_state, scene_key()
    if key == FORMULA:
        if FORMULA_SHOWN not in held:
            held.setdefault(field("preset"), TUNED)  # no settings are known to suit it
            show_first_formula()
        scene = formula_scene(held[FORMULA_SHOWN])
    elif key == DATA:
        if DATA_SHOWN not in held:
            held.setdefault(field("preset"), TUNED)
            show_data(first_choice(table(next(iter(EXAMPLES.values())).text)))
        scene = drawn(held[DATA_SHOWN])
    else:
        scene = CATALOG[key]
    fill_empty(scene)
    return scene


def show_first_formula() -> None:
    """The formula in its field, or the example."""
    held = st.session_state
    try:
        show_formula(Formula(held.setdefault(FORMULA_TEXT, EXAMPLE)))
    except ValueError as error:
        complain(f"formula: {error}")
        held[FORMULA_TEXT] = EXAMPLE
        show_formula(Formula(EXAMPLE))


def fill_empty(scene: Scene) -> None:
    """Give every field that holds nothing yet the scene's own value."""
    held = st.session_state
    if field("further") in held:
        return
    held.setdefault(field("preset"), PRESETS[0])
    held.setdefault(field("rate"), RATE)
    held.setdefault(field("objective"), "final")
    held.setdefault(field("second"), False)
    if field("threshold") not in held:
        held[field("threshold")] = threshold_for(scene.surface, scene.start)
    for key, value in own_fields(scene).items():
        held.setdefault(key, value)


def own_fields(scene: Scene) -> dict[str, Any]:
    """What the fields hold as long as they are unchanged, by their keys."""
    rules = {kind: rule for rule, kind in scene.rules.items()}
    ids = ids_of(rules[type(each.optimizer)] for each in scene.entrants)
    found: dict[str, Any] = {
        field("x"): scene.start[0],
        field("y"): scene.start[1],
        field("steps"): scene.steps,
        field("seed"): scene.seed,
        field("optimizers"): [rule for rule in scene.racing if rule in front()],
        field("variants"): [rule for rule in scene.racing if rule not in front()],
        field("further"): further_of(ids, scene),
    }
    if scene.surface.minibatches:
        found[field("batch")] = scene.surface.minibatches.size
    if scene.surface.parameter:
        found[field("parameter")] = scene.surface.parameter.value
    found |= {
        entrant_field(each, name): value
        for each, kind in scene.rules.items()
        for name, value in preset_optimizer(scene, each, kind.__name__).settings().items()
    }
    for each, entrant in zip(ids, scene.entrants, strict=True):
        found[entrant_field(each, "name")] = entrant.name
        for name, value in entrant.optimizer.settings().items():
            found[entrant_field(each, name)] = value
    return found


def fill_form(spec: RaceSpec) -> None:
    """Show a race: its scene, with everything that the spec says in the fields."""
    held = st.session_state
    if spec.data:
        held[SCENE] = DATA
        show_data(spec.data)
    elif spec.formula:
        held[SCENE], held[FORMULA_TEXT] = FORMULA, spec.formula.text
        show_formula(spec.formula)
    else:
        held[SCENE] = spec.scene
    scene = spec.own_scene()
    fill_empty(scene)
    reset(scene)
    if spec.start is not None:
        put_start(*spec.start)
    for name in ("steps", "seed", "batch", "parameter"):
        if (value := getattr(spec, name)) is not None:
            put_value(field(name), value)
    fill_preset(spec.preset)
    fill_entrants(scene, spec.preset, spec.entrants)


def reset(scene: Scene) -> None:
    """Back to the scene's own settings."""
    held = st.session_state
    for each in [*scene.rules, *held[field("further")]]:
        held.pop(entrant_field(each, "name"), None)
    held[field("preset")] = PRESETS[0]
    for key, value in own_fields(scene).items():
        put_value(key, value)


def fill_preset(preset: Preset) -> None:
    """Where settings come from."""
    held = st.session_state
    held[field("preset")] = preset.kind
    for name in ("rate", "threshold"):
        if (value := getattr(preset, name)) is not None:
            put_value(field(name), value)
    held[field("objective")], held[field("second")] = preset.objective, preset.second


def fill_entrants(scene: Scene, preset: Preset, specs: tuple[EntrantSpec, ...] | None) -> None:
    """The entrants of a spec with their names, and their settings after its preset."""
    held = st.session_state
    if specs is not None:
        ids = ids_of(each.rule for each in specs)
        held[field("optimizers")] = [each for each in ids if each in front()]
        held[field("variants")] = [each for each in variants(scene) if each in ids]
        held[field("further")] = further_of(ids, scene)
        for each, entrant in zip(ids, specs, strict=True):
            held[entrant_field(each, "name")] = entrant.name
    base = scene if preset.kind == TUNED else scene.preset(preset.kind, preset.rate)
    for_preset(scene, base)
    if specs is not None:
        by_hand = {
            entrant_field(each, name): value
            for each, entrant in zip(ids, specs, strict=True)
            for name, value in entrant.settings
        }
        for key, value in by_hand.items():
            put_value(key, value)
        held[field("tuned")] = dict.fromkeys(by_hand)  # tuning does not change what the spec says


def for_preset(scene: Scene, base: Scene) -> None:
    """The settings of a preset for all rules and for all further entrants."""
    held = st.session_state
    for each in [*scene.rules, *held[field("further")]]:
        entrant = form_entrant(scene, rule_of(each), each)
        optimizer = preset_optimizer(base, entrant.rule, entrant.name)
        for name, value in optimizer.settings().items():
            put_value(entrant_field(each, name), value)


def show_formula(formula: Formula, stays: bool = False) -> None:
    """Race on this formula from now on, from its own start unless the one that is set stays.

    Raises:
        ValueError: it is no formula, or has no value there.
    """
    scene = RaceSpec(formula=formula).own_scene()  # checked as a whole before anything is set
    held = st.session_state
    held[FORMULA_SHOWN] = formula
    if not stays:
        put_start(*scene.start)
    put_value(field("threshold"), threshold_for(scene.surface, scene.start))
    limits = (*scene.surface.xlim, *scene.surface.ylim)
    for key, limit in zip(FORMULA_LIMITS, limits, strict=True):
        put_value(key, limit)


def show_data(data: Data) -> None:
    """Race on these data from now on, from their loss's own start.

    Raises:
        ValueError: they cannot be raced.
    """
    scene = RaceSpec(data=data).own_scene()  # checked as a whole before anything is set
    held = st.session_state
    before: Data | None = held.get(DATA_SHOWN)
    held[DATA_SHOWN] = data
    put_start(*scene.start)
    put_value(field("threshold"), threshold_for(scene.surface, scene.start))
    if before is None or before.table is not data.table:
        put_value(field("batch"), own_batch(data.table))


def put_start(x: float, y: float) -> None:
    """Start there from now on."""
    put_value(field("x"), float(x))
    put_value(field("y"), float(y))


def put_settings(scene: Scene, settings: Mapping[str, Mapping[str, Any]]) -> None:
    """Settings of some entrants, by their names, each as `from_content` reads it."""
    for each in entrants(scene):
        for name, value in settings.get(each.name, {}).items():
            put_value(entrant_field(each.id, name), from_content(value))


def show_scene(key: str) -> None:
    """The scene of this key, with what its fields hold."""
    st.session_state[SCENE] = key
