"""What is raced, in the fields of the page: a RaceSpec from the session's state, and back.

Only this file knows under which keys the session's state holds what is raced: `scene/field`, and
`scene/entrant/setting` for hyper-parameters. A field's value is in the state before the field is
drawn, and also while it is not drawn, so that the race can be run first.

An entrant's id is its rule ("adam"), which the pills switch on and off; further entrants of the
rule are "adam~2", "adam~3". Ids stay what they are when an entrant gets another name.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from itertools import count
from typing import Any

import streamlit as st

from optviz.entrants import next_name
from optviz.optimizers import OPTIMIZERS, Optimizer
from optviz.pages.player_view import MAX_STEPS
from optviz.race import whole
from optviz.scenes import PRESETS, Scene
from optviz.scenes.catalog import CATALOG
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
from optviz.user_rules import loaded_rules

WAYS = (*PRESETS, TUNED)  # where settings can come from
RATE = 0.01  # the one learning rate for all, to begin with
MOST_ENTRANTS = 40

SCENE = "scene"
FORMULA = "formula"  # in the place of a scene's key
EXAMPLE = "(1 - x)**2 + 100*(y - x**2)**2"
FORMULA_TEXT = f"{FORMULA}/text"
FORMULA_SHOWN = f"{FORMULA}/shown"  # the last Formula that was one
FORMULA_LIMITS = tuple(f"{FORMULA}/{axis}-{end}" for axis in "xy" for end in ("low", "high"))


@dataclass(frozen=True)
class FormEntrant:
    """An entrant as the sidebar has it.

    Attributes:
        id: names its fields.
        rule: key of `Scene.rules`.
        kind: the rule.
        name: as it is typed, which may be no possible name.
    """

    id: str
    rule: str
    kind: type[Optimizer]
    name: str


# The keys.


def field(name: str) -> str:
    """The key of a field of the scene that is shown: "x", "y", "steps", "preset", ..."""
    return f"{scene_key()}/{name}"


def entrant_field(entrant: str, name: str) -> str:
    """The key of an entrant's field: a hyper-parameter, "name", or "open" for its box."""
    return f"{scene_key()}/{entrant}/{name}"


def scene_key() -> str:
    """The key of the scene that is shown, or FORMULA."""
    key: str = st.session_state.setdefault(SCENE, next(iter(CATALOG)))
    return key


# Reading.


def own_scene() -> Scene:
    """The scene or formula that is shown, unchanged; its fields hold something from now on."""
    held, key = st.session_state, scene_key()
    if key == FORMULA:
        if FORMULA_SHOWN not in held:
            held.setdefault(field("preset"), TUNED)  # no settings are known to suit it
            show_formula(Formula(held.setdefault(FORMULA_TEXT, EXAMPLE)))
        scene = formula_scene(held[FORMULA_SHOWN])
    else:
        scene = CATALOG[key]
    fill_empty(scene)
    return scene


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
        parameter=given("parameter") if scene.surface.parameter else None,
        batch=given("batch", "minibatch size") if scene.surface.minibatches else None,
        preset=preset,
        entrants=tuple(read_entrants(scene, preset)),
        start=(given("x", "start"), given("y", "start")),
        steps=whole("steps", held[field("steps")], 1, MAX_STEPS),
        seed=given("seed"),
    )


def surface_of_form() -> dict[str, Any]:
    """The scene or the formula, as RaceSpec takes it."""
    key = scene_key()
    return {"formula": st.session_state[FORMULA_SHOWN]} if key == FORMULA else {"scene": key}


def given(name: str, shown: str = "") -> Any:
    """What a field holds that may not be empty."""
    value = st.session_state[field(name)]
    if value is None:
        raise ValueError(f"the {shown or name} is missing: give a number")
    return value


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


def entrants(scene: Scene) -> list[FormEntrant]:
    """Those that race, in order: by rule, and of each rule the first before the further ones."""
    held = st.session_state
    on = {*held[field("optimizers")], *held[field("variants")]}
    further: list[str] = held[field("further")]
    return [
        form_entrant(scene, rule, each)
        for rule in scene.rules
        for each in [*([rule] if rule in on else []), *further]
        if rule_of(each) == rule
    ]


def form_entrant(scene: Scene, rule: str, entrant: str) -> FormEntrant:
    """The entrant of this id."""
    kind = scene.rules[rule]
    name = st.session_state.get(entrant_field(entrant, "name"), kind.__name__)
    return FormEntrant(entrant, rule, kind, name)


def rule_of(entrant: str) -> str:
    """The rule of the entrant with this id."""
    return entrant.partition("~")[0]


def ids_of(rules: Iterable[str]) -> list[str]:
    """An id for each of these entrants, by their rules: "adam", then "adam~2"."""
    seen = Counter[str]()
    ids = []
    for rule in rules:
        seen[rule] += 1
        ids.append(rule if seen[rule] == 1 else f"{rule}~{seen[rule]}")
    return ids


def settings_of(kind: type[Optimizer]) -> list[str]:
    """The names of a rule's hyper-parameters."""
    return [each.name for each in fields(kind)]


def tuned_before() -> dict[str, float]:
    """Field -> its value as it was last tuned; the field is changed by hand if it has another."""
    found: dict[str, float] = st.session_state.get(field("tuned"), {})
    return found


# Filling.


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
        field("further"): [each for each in ids if each not in scene.rules],
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
    if spec.formula:
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
            held[field(name)] = value
    fill_preset(spec.preset)
    fill_entrants(scene, spec)


def fill_preset(preset: Preset) -> None:
    """Where settings come from."""
    held = st.session_state
    held[field("preset")] = preset.kind
    for name in ("rate", "threshold"):
        if (value := getattr(preset, name)) is not None:
            held[field(name)] = value
    held[field("objective")], held[field("second")] = preset.objective, preset.second


def fill_entrants(scene: Scene, spec: RaceSpec) -> None:
    """The entrants of a spec with their names, and their settings after its preset."""
    held = st.session_state
    if spec.entrants is not None:
        ids = ids_of(each.rule for each in spec.entrants)
        held[field("optimizers")] = [each for each in ids if each in front()]
        held[field("variants")] = [each for each in variants(scene) if each in ids]
        held[field("further")] = [each for each in ids if each not in scene.rules]
        for each, entrant in zip(ids, spec.entrants, strict=True):
            held[entrant_field(each, "name")] = entrant.name
    base = scene if spec.preset.kind == TUNED else scene.preset(spec.preset.kind, spec.preset.rate)
    for_preset(scene, base)
    if spec.entrants is not None:
        by_hand = {
            entrant_field(each, name): value
            for each, entrant in zip(ids, spec.entrants, strict=True)
            for name, value in entrant.settings
        }
        held.update(by_hand)
        held[field("tuned")] = dict.fromkeys(by_hand)  # tuning does not change what the spec says


def for_preset(scene: Scene, base: Scene) -> None:
    """The settings of a preset for all rules and for all further entrants."""
    held = st.session_state
    for each in [*scene.rules, *held[field("further")]]:
        entrant = form_entrant(scene, rule_of(each), each)
        optimizer = preset_optimizer(base, entrant.rule, entrant.name)
        for name, value in optimizer.settings().items():
            held[entrant_field(each, name)] = value


def show_formula(formula: Formula) -> None:
    """Race on this formula from now on, from its own start.

    Raises:
        ValueError: it is no formula, or has no value there.
    """
    scene = formula_scene(formula)
    held = st.session_state
    held[FORMULA_SHOWN] = formula
    put_start(*scene.start)
    held[field("threshold")] = threshold_for(scene.surface, scene.start)
    limits = (*scene.surface.xlim, *scene.surface.ylim)
    held.update(zip(FORMULA_LIMITS, limits, strict=True))


def put_start(x: float, y: float) -> None:
    """Start there from now on."""
    st.session_state[field("x")], st.session_state[field("y")] = float(x), float(y)


def put_settings(scene: Scene, settings: Mapping[str, Mapping[str, float]]) -> None:
    """Settings of some entrants, by their names."""
    for each in entrants(scene):
        for name, value in settings.get(each.name, {}).items():
            st.session_state[entrant_field(each.id, name)] = float(value)


def show_scene(key: str) -> None:
    """The scene of this key, with what its fields hold."""
    st.session_state[SCENE] = key


# What the sidebar's buttons and choices do.


def reset(scene: Scene) -> None:
    """Back to the scene's own settings."""
    held = st.session_state
    for each in [*scene.rules, *held[field("further")]]:
        held.pop(entrant_field(each, "name"), None)
    held[field("preset")] = PRESETS[0]
    held.update(own_fields(scene))


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


def numbered(rule: str) -> Iterator[str]:
    """Ids for further entrants of a rule."""
    return (f"{rule}~{number}" for number in count(2))


def remove(entrant: FormEntrant) -> None:
    """It does not race any more."""
    held = st.session_state
    for name in ("optimizers", "variants", "further"):
        held[field(name)] = [each for each in held[field(name)] if each != entrant.id]
    held.pop(entrant_field(entrant.id, "name"), None)


def front() -> dict[str, type[Optimizer]]:
    """The rules whose pills are always in sight: the seven, and those of the user's own files."""
    return OPTIMIZERS | loaded_rules()


def variants(scene: Scene) -> list[str]:
    """All other rules."""
    return [name for name in scene.rules if name not in front()]
