"""The sidebar's fields: who races, how, from where. What they hold is settled in `settings`."""

from dataclasses import fields
from typing import Any

import numpy as np
import streamlit as st

from optviz.optimizers import Optimizer
from optviz.pages import tuning
from optviz.pages.player_view import MAX_STEPS
from optviz.pages.settings import TUNED, WAYS, front, reset, take_preset, variants
from optviz.scenes import Scene
from optviz.style import SYMBOLS
from surfaces.parameter import Parameter

DIGITS = (1, 1.5, 2, 3, 5, 7)  # where a logarithmic slider stops in each power of ten
LEARNING_RATES = [float(f"{digit}e{power}") for power in range(-5, 2) for digit in DIGITS]
KEPT: Any = {"persist_state": "session"}  # what was set stays set while another scene is shown
NUMBER: Any = KEPT | {"value": None}  # a field may be empty; then a sentence says what is missing


def sidebar(key: str, scene: Scene) -> None:
    """Everything that can be set in a scene."""
    ask_for_conditions(key, scene)
    ask_for_preset(key, scene)
    ask_for_optimizers(key, scene)


def ask_for_conditions(key: str, scene: Scene) -> None:
    """Start, steps and, where there are minibatches, their size and seed."""
    left, right = st.columns(2)
    x, y = scene.surface.axes
    left.number_input(f"Start {x}", format="%g", key=f"{key}/x", **NUMBER)
    right.number_input(f"Start {y}", format="%g", key=f"{key}/y", **NUMBER)
    left, right = st.columns(2, vertical_alignment="bottom")  # below the start, on a phone too
    left.number_input("Steps", step=1, key=f"{key}/steps", help=f"1 to {MAX_STEPS:,}", **NUMBER)
    right.button(
        "Reset",
        help="Back to the scene's own settings",
        on_click=reset,
        args=[key, scene],
    )
    if scene.surface.minibatches:
        left, right = st.columns(2)
        left.number_input("Minibatch size", step=1, key=f"{key}/batch", **NUMBER)
        right.number_input("Seed", step=1, key=f"{key}/seed", **NUMBER)
    if scene.surface.parameter:
        ask_for_parameter(f"{key}/parameter", scene.surface.parameter)


def ask_for_preset(key: str, scene: Scene) -> None:
    """Where the settings come from."""
    names = {
        "own": "Radford's" if "Radford" in scene.source else "the scene's own",
        "defaults": "library defaults",
        "rate": "one learning rate for all",
        TUNED: "tuned on this scene",
    }
    taking: Any = {"on_change": take_preset, "args": [key, scene]}
    st.selectbox(
        "Settings",
        WAYS,
        format_func=lambda each: names[each],
        key=f"{key}/preset",
        **taking,
        **KEPT,
    )
    if st.session_state[f"{key}/preset"] == "rate":
        st.number_input("Learning rate", format="%g", key=f"{key}/rate", **taking, **NUMBER)
    if st.session_state[f"{key}/preset"] == TUNED:
        tuning.ask(key, scene)


def ask_for_optimizers(key: str, scene: Scene) -> None:
    """Who races, and everyone's hyper-parameters."""
    names = pick("Optimizers", front(), f"{key}/optimizers")
    held = st.session_state[f"{key}/variants"]
    with st.expander(f"Variants ({len(held)})" if held else "Variants"):
        rules = {name: scene.rules[name] for name in variants(scene)}
        names += pick("Variants", rules, f"{key}/variants")
    for name, kind in scene.rules.items():
        if name in names:
            ask_for_settings(f"{key}/{name}", kind)


def pick(label: str, rules: dict[str, type[Optimizer]], key: str) -> list[str]:
    """Any of these optimizers."""
    chosen: list[str] = st.pills(
        label,
        list(rules),
        format_func=lambda name: rules[name].__name__,
        selection_mode="multi",
        key=key,
        label_visibility="collapsed" if label == "Variants" else "visible",
        **KEPT,
    )
    return chosen


def ask_for_settings(key: str, kind: type[Optimizer]) -> None:
    """One optimizer's hyper-parameters: a field for each, and a slider for the learning rate.

    Only an open box has its fields: each of them would cost every click a millisecond.
    """
    box = st.expander(kind.__name__, key=f"{key}/open", on_change="rerun")
    if not box.open:
        return
    with box:
        for parameter in fields(kind):
            field = f"{key}/{parameter.name}"
            st.number_input(
                SYMBOLS.get(parameter.name, parameter.name),
                step=(st.session_state[field] or 0.1) / 10,
                format="%g",
                key=field,
                **NUMBER,
            )
            if parameter.name == "lr":
                drag("learning rate", field, LEARNING_RATES)


def ask_for_parameter(field: str, parameter: Parameter) -> None:
    """The one number about the loss itself that can be changed."""
    st.number_input(parameter.name.capitalize(), format="%g", key=field, **NUMBER)
    drag(parameter.name, field, steps_between(parameter.low, parameter.high))


def steps_between(low: float, high: float) -> list[float]:
    """The stops of a logarithmic slider."""
    powers = range(int(np.floor(np.log10(low))), int(np.ceil(np.log10(high))) + 1)
    stops = [float(f"{digit}e{power}") for power in powers for digit in DIGITS]
    return [each for each in stops if low <= each <= high]


def drag(label: str, field: str, stops: list[float]) -> None:
    """A slider over powers of ten that moves the number field and is moved by it."""
    slider = f"{field}/slider"
    value = st.session_state[field]
    if value is not None and value > 0:
        distance = np.abs(np.log(np.array(stops) / value))
        st.session_state[slider] = stops[int(distance.argmin())]

    def moved() -> None:
        st.session_state[field] = st.session_state[slider]

    st.select_slider(
        label,
        stops,
        key=slider,
        format_func=lambda each: f"{each:g}",
        on_change=moved,
        label_visibility="collapsed",
    )
