"""What was set in a picture, as its message has it, brought into the fields."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import streamlit as st

from optviz.pages.form.filling import fill_entrants, put_settings, put_start
from optviz.pages.form.form_entrants import entrants, settings_of
from optviz.pages.form.keys import MOST_ENTRANTS, entrant_field, field
from optviz.pages.form.reading import read_entrants, read_preset
from optviz.pages.messages import complain
from optviz.pages.number_field import put_value
from optviz.scenes import Scene
from optviz.schedules import from_content
from optviz.spec.parsing import check_one_of
from optviz.spec.race_spec import TUNED, EntrantSpec, Preset, preset_optimizer


def put_wish(scene: Scene, wish: Mapping[str, Any]) -> None:
    """Race so from now on.

    Args:
        scene: the one that is shown, unchanged.
        wish: of a message "chosen" or "picked"; what it does not say stays. What is impossible is
            told.
    """
    if "entrants" in wish:
        try:
            put_entrants(scene, wish["entrants"])
        except ValueError as error:
            complain(f"entrants: {error}")
    try:
        put_settings(scene, wish.get("settings", {}))
    except ValueError as error:
        complain(f"settings: {error}")
    if "start" in wish:
        put_start(*wish["start"])
    has = {"batch": scene.surface.minibatches, "parameter": scene.surface.parameter}
    for name in ("steps", "seed", "batch", "parameter"):
        if name in wish and has.get(name, True):
            put_value(field(name), wish[name])


def put_entrants(scene: Scene, said: Sequence[Mapping[str, Any]]) -> None:
    """These entrants race; what they were changed by hand stays so, and the rest the preset's.

    Raises:
        ValueError: that cannot be; nothing is changed.
    """
    if not 1 <= len(said) <= MOST_ENTRANTS:
        raise ValueError(f"{len(said)} optimizers cannot race; give 1 to {MOST_ENTRANTS}")
    preset = read_preset()
    specs = tuple(specs_of(scene, preset, said))
    fill_entrants(scene, preset, specs)


def specs_of(
    scene: Scene, preset: Preset, said: Sequence[Mapping[str, Any]]
) -> Iterator[EntrantSpec]:
    """Each entrant with the settings that are not the preset's."""
    held = st.session_state
    base = scene if preset.kind == TUNED else scene.preset(preset.kind, preset.rate)
    racing = list(zip(entrants(scene), read_entrants(scene, preset), strict=True))
    for place, each in enumerate(said):
        check_one_of("optimizer", each["rule"], scene.rules)
        rule, name = each["rule"], each["name"]
        given = {key: from_content(value) for key, value in each["settings"].items()}
        alike = [one for one in racing if (one[1].rule, one[1].name) == (rule, name)]
        if not alike and len(said) == len(racing) and racing[place][1].rule == rule:
            alike = [racing[place]]  # it has another name now
        own = preset_optimizer(base, rule, name).settings()
        by_hand: dict[str, Any] = {}
        if alike:
            own |= {key: held[entrant_field(alike[0][0].id, key)] for key in own}
            by_hand = dict(alike[0][1].settings)
        for key in settings_of(scene.rules[rule]):
            if key in given and (key in by_hand or given[key] != own[key]):
                by_hand[key] = given[key]
        yield EntrantSpec(rule, name, tuple(by_hand.items()))
