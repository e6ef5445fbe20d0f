"""The sidebar's fields: which optimizers race, how, from where. `form` reads and fills them."""

from typing import Any

import numpy as np
import streamlit as st

from optviz.entrants import LONGEST_NAME
from optviz.optimizers import Optimizer
from optviz.pages import form, tuning
from optviz.pages.form import FormEntrant, entrant_field, field
from optviz.pages.markdown import plain
from optviz.pages.number_field import number_field, put_value
from optviz.player.numbers import MAX_STEPS
from optviz.scenes import Scene
from optviz.schedules import Piecewise
from optviz.spec.parsing import integer
from optviz.spec.race_spec import TUNED
from optviz.spec.settings import setting
from optviz.style import SYMBOLS
from surfaces.parameter import Parameter

DIGITS = (1, 1.5, 2, 3, 5, 7)  # where a logarithmic slider stops in each power of ten
LEARNING_RATES = [float(f"{digit}e{power}") for power in range(-5, 2) for digit in DIGITS]
HOW_TO_CHANGE = (
    "0.1@40=0.05 is 0.1, and 0.05 from step 40 on; warmup(10)|cosine(0.3,190) a schedule, also "
    "with linear, exponential, staircase, polynomial, cosine_restarts, one_cycle, inverse_sqrt"
)
KEPT: Any = {"persist_state": "session"}  # what was set stays set while another scene is shown


def sidebar(scene: Scene, raced: Scene) -> None:
    """Everything that can be set in a scene.

    Args:
        scene: the one that is shown, unchanged.
        raced: as the fields have it.
    """
    ask_for_preset(scene, raced)
    ask_for_optimizers(scene)
    with st.expander("Start, steps" + ", seed" * has_seed(scene)):
        ask_for_conditions(scene)
    st.button(
        "Reset",
        icon=":material/restart_alt:",
        help="Back to the scene's own settings",
        on_click=form.reset,
        args=[scene],
        width="stretch",
    )


def has_seed(scene: Scene) -> bool:
    """Whether chance has a part in the race."""
    return bool(scene.surface.minibatches or scene.surface.stages)


def ask_for_conditions(scene: Scene) -> None:
    """Start, steps and, where there are minibatches, their size, if it can change, and seed."""
    left, right = st.columns(2)
    x, y = scene.surface.axes
    number_field(f"Start {x}", field("x"), place=left)
    number_field(f"Start {y}", field("y"), place=right)
    number_field("Steps", field("steps"), integer, help=f"1 to {MAX_STEPS:,}")
    if scene.surface.minibatches:
        left, right = st.columns(2)
        number_field("Minibatch size", field("batch"), integer, place=left)
        number_field("Seed", field("seed"), integer, place=right)
    elif scene.surface.stages:
        number_field("Seed", field("seed"), integer)
    if scene.surface.parameter:
        ask_for_parameter(scene.surface.parameter)


def ask_for_preset(scene: Scene, raced: Scene) -> None:
    """Where the settings come from."""
    names = {
        "own": "Radford's" if "Radford" in scene.source else "the scene's own",
        "defaults": "library defaults",
        "rate": "one learning rate for all",
        TUNED: "tuned on this scene",
    }
    preset = st.selectbox(
        "Settings",
        form.WAYS,
        format_func=lambda each: names[each],
        key=field("preset"),
        on_change=form.take_preset,
        args=[scene],
        **KEPT,
    )
    if preset == "rate":
        number_field("Learning rate", field("rate"), then=form.take_preset, arguments=[scene])
    if preset == TUNED:
        tuning.ask(raced)


def ask_for_optimizers(scene: Scene) -> None:
    """Which rules race, and a box for each entrant."""
    pick("Optimizers", form.front(), field("optimizers"))
    with st.expander("Variants"):  # under another title it would be another box, which is closed
        pick(
            "Variants",
            {name: scene.rules[name] for name in form.variants(scene)},
            field("variants"),
        )
    entrants = form.entrants(scene)
    full = len(entrants) >= form.MOST_ENTRANTS
    for entrant in entrants:
        ask_for_entrant(scene, entrant, full)


def pick(label: str, rules: dict[str, type[Optimizer]], key: str) -> None:
    """Any of these rules."""
    st.pills(
        label,
        list(rules),
        format_func=lambda name: rules[name].__name__,
        selection_mode="multi",
        key=key,
        label_visibility="collapsed" if label == "Variants" else "visible",
        **KEPT,
    )


def ask_for_entrant(scene: Scene, entrant: FormEntrant, full: bool) -> None:
    """An entrant's box: its hyper-parameters, its name, and its copies.

    Only an open box has its fields: each of them would cost every click a millisecond.

    Args:
        scene: the one that is shown, unchanged.
        entrant: whose box it is.
        full: whether no more can race.
    """
    box = st.expander(
        plain(title_of(entrant)), key=entrant_field(entrant.id, "open"), on_change="rerun"
    )
    if not box.open:
        return
    with box:
        for name in form.settings_of(entrant.kind):
            ask_for_setting(name, entrant_field(entrant.id, name))
        name = entrant_field(entrant.id, "name")
        st.session_state.setdefault(name, entrant.name)
        keep_open: Any = {"on_change": form.open_box, "args": [entrant]}  # under its new title
        st.text_input("Name", key=name, max_chars=LONGEST_NAME, **keep_open, **KEPT)
        left, right = st.columns(2)
        left.button(
            "Duplicate",
            key=entrant_field(entrant.id, "duplicate"),
            help=f"Race {entrant.kind.__name__} once more, with other settings",
            on_click=form.duplicate,
            args=[scene, entrant],
            disabled=full,
            width="stretch",
        )
        right.button(
            "Remove",
            key=entrant_field(entrant.id, "remove"),
            on_click=form.remove,
            args=[entrant],
            width="stretch",
        )


def title_of(entrant: FormEntrant) -> str:
    """The name, with the rule where that does not begin the name."""
    rule = entrant.kind.__name__
    return entrant.name if entrant.name.startswith(rule) else f"{entrant.name} ({rule})".strip()


def ask_for_setting(name: str, key: str) -> None:
    """A hyper-parameter's field, with a slider for a learning rate."""
    number_field(SYMBOLS.get(name, name), key, setting, help=HOW_TO_CHANGE)
    if name == "lr" and not isinstance(st.session_state[key], Piecewise):
        drag("learning rate", key, LEARNING_RATES)


def ask_for_parameter(parameter: Parameter) -> None:
    """The one number about the loss itself that can be changed."""
    key = field("parameter")
    number_field(parameter.name.capitalize(), key)
    drag(parameter.name, key, steps_between(parameter.low, parameter.high))


def steps_between(low: float, high: float) -> list[float]:
    """The stops of a logarithmic slider."""
    powers = range(int(np.floor(np.log10(low))), int(np.ceil(np.log10(high))) + 1)
    stops = [float(f"{digit}e{power}") for power in powers for digit in DIGITS]
    return [each for each in stops if low <= each <= high]


def drag(label: str, key: str, stops: list[float]) -> None:
    """A slider over powers of ten that moves the number field and is moved by it."""
    slider = f"{key}/slider"
    value = st.session_state[key]
    if value > 0:
        distance = np.abs(np.log(np.array(stops) / value))
        st.session_state[slider] = stops[int(distance.argmin())]

    def moved() -> None:
        put_value(key, st.session_state[slider])

    st.select_slider(
        label,
        stops,
        key=slider,
        format_func=lambda each: f"{each:g}",
        on_change=moved,
        label_visibility="collapsed",
    )
