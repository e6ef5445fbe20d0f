"""What the sidebar's fields hold: which settings, under which conditions, who races and how.

What a field holds is in the session's state under `scene/name`, before the field is drawn and also
where it is not drawn, so that the race can be run first.
"""

from dataclasses import fields
from typing import Any

import streamlit as st

from optviz.optimizers import OPTIMIZERS, Optimizer
from optviz.pages import tuning
from optviz.scenes import PRESETS, Scene
from optviz.user_rules import loaded_rules

RATE = 0.01  # for all, to begin with
TUNED = "tuned"
WAYS = (*PRESETS, TUNED)  # where settings can come from


def chosen_preset(key: str, scene: Scene) -> Scene:
    """The scene with the settings from which changes are counted.

    Raises:
        ValueError: the one learning rate for all is not possible.
    """
    held = st.session_state
    if held[f"{key}/preset"] == TUNED:
        return tuning.tuned_for(key, untuned(key, scene))
    return scene.preset(held[f"{key}/preset"], held.get(f"{key}/rate"))


def untuned(key: str, scene: Scene) -> Scene:
    """The race as the fields have it, but for its hyper-parameters, which are the scene's own."""
    own = hyper_parameters(key, scene)
    settings = {
        name: {each: own[f"{key}/{name}/{each}"] for each in values}
        for name, values in settings_in(key, scene).items()
    }
    return scene.changed(**(wishes_for(key, scene) | {"optimizers": scene.built(settings)}))


def follow(key: str, scene: Scene) -> None:
    """Bring tuned settings up to date with the race; those changed by hand stay.

    Raises:
        ValueError: the race or what is to be best is not possible.
    """
    held = st.session_state
    if held[f"{key}/preset"] != TUNED:
        held.pop(f"{key}/tuned", None)
        return
    race = chosen_preset(key, scene)
    held[f"{key}/tuned-says"] = race.source
    before: dict[str, float] = held.get(f"{key}/tuned", {})
    found = hyper_parameters(key, race)
    for name in settings_in(key, scene):
        mine = [field for field in found if field.startswith(f"{key}/{name}/")]
        if all(held[field] == before.get(field, held[field]) for field in mine):
            now = {field: found[field] for field in mine}
            held.update(now)
            before = before | now
    held[f"{key}/tuned"] = before


def fill(key: str, scene: Scene) -> None:
    """Give every field that holds nothing yet the scene's own value."""
    st.session_state.setdefault(f"{key}/preset", PRESETS[0])
    st.session_state.setdefault(f"{key}/rate", RATE)
    tuning.fill(key, scene)
    for field, value in own_settings(key, scene).items():
        st.session_state.setdefault(field, value)


def reset(key: str, scene: Scene) -> None:
    """Back to the scene's own settings."""
    st.session_state[f"{key}/preset"] = PRESETS[0]
    st.session_state.update(own_settings(key, scene))


def take_preset(key: str, scene: Scene) -> None:
    """Bring the chosen settings into the fields; who races and from where stays."""
    if st.session_state[f"{key}/preset"] == TUNED:
        st.session_state.pop(f"{key}/tuned", None)  # everybody follows from now on
        return
    try:
        base = chosen_preset(key, scene)
    except ValueError:
        return  # the page says what is wrong
    st.session_state.update(hyper_parameters(key, base))


def own_settings(key: str, scene: Scene) -> dict[str, Any]:
    """What the sidebar's fields hold as long as nobody has changed them, by the fields' keys."""
    own_fields: dict[str, Any] = {
        f"{key}/x": scene.start[0],
        f"{key}/y": scene.start[1],
        f"{key}/steps": scene.steps,
        f"{key}/seed": scene.seed,
        f"{key}/optimizers": [name for name in scene.racing if name in front()],
        f"{key}/variants": [name for name in variants(scene) if name in scene.racing],
    }
    if scene.surface.minibatches:
        own_fields[f"{key}/batch"] = scene.surface.minibatches.size
    if scene.surface.parameter:
        own_fields[f"{key}/parameter"] = scene.surface.parameter.value
    return own_fields | hyper_parameters(key, scene)


def hyper_parameters(key: str, scene: Scene) -> dict[str, float]:
    """Those of everybody who can race, by the fields' keys."""
    own = {type(entry.optimizer): entry.optimizer for entry in scene.entrants}
    return {
        f"{key}/{name}/{each}": value
        for name, kind in scene.rules.items()
        for each, value in (own.get(kind) or scene.newcomer(kind)).settings().items()
    }


def wishes_for(key: str, scene: Scene) -> dict[str, Any]:
    """What the sidebar's fields hold, as `Scene.changed` takes it."""
    held = st.session_state
    return {
        "optimizers": scene.built(settings_in(key, scene)),
        "start": (held[f"{key}/x"], held[f"{key}/y"]),
        "steps": held[f"{key}/steps"],
        "seed": held[f"{key}/seed"],
        "batch": held[f"{key}/batch"] if scene.surface.minibatches else None,
        "parameter": held[f"{key}/parameter"] if scene.surface.parameter else None,
    }


def settings_in(key: str, scene: Scene) -> dict[str, dict[str, Any]]:
    """The chosen rules and what their fields hold."""
    held = st.session_state
    return {
        name: {each.name: held[f"{key}/{name}/{each.name}"] for each in fields(kind)}
        for name, kind in scene.rules.items()
        if name in held[f"{key}/optimizers"] or name in held[f"{key}/variants"]
    }


def front() -> dict[str, type[Optimizer]]:
    """Who stands in front: the seven, and who was brought along."""
    return OPTIMIZERS | loaded_rules()


def variants(scene: Scene) -> list[str]:
    """Everybody else."""
    return [name for name in scene.rules if name not in front()]
