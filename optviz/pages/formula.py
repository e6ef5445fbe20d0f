"""The visitor's own loss: a formula that is typed, seen typeset, and raced on.

What is typed is parsed and never executed. While it is no formula, the last one that was stays.
"""

from functools import lru_cache
from typing import Any

import streamlit as st

from optviz.pages.markdown import plain
from optviz.scenes import Scene
from optviz.scenes.typed import typed_scene
from surfaces.formula import FormulaError, latex

KEY = "formula"  # of the scene
EXAMPLE = "(1 - x)**2 + 100*(y - x**2)**2"
KEPT: Any = {"persist_state": "session"}
TEXT = f"{KEY}/text"
LIMITS = (f"{KEY}/x-low", f"{KEY}/x-high", f"{KEY}/y-low", f"{KEY}/y-high")
HELP = (
    "Numbers, x, y, pi, e, the operators + - * / ** and brackets; sin, cos, tan, exp, log, sqrt, "
    "abs, tanh, min, max and more. It is read, never run as a program."
)


@lru_cache(maxsize=64)
def scene_for(text: str, limits: tuple[float, ...] | None) -> Scene:
    """The scene of a formula, in these limits or in those that show its minima.

    Raises:
        ValueError: it is no formula, or has no value there.
    """
    if limits is None:
        return typed_scene(text)
    return typed_scene(text, xlim=(limits[0], limits[1]), ylim=(limits[2], limits[3]))


def current() -> Scene:
    """The scene of the last formula that was one."""
    held = st.session_state
    if f"{KEY}/shown" not in held:
        held.setdefault(f"{KEY}/preset", "tuned")  # no settings are known to suit it
        take(held.setdefault(TEXT, EXAMPLE), None)
    text, limits = held[f"{KEY}/shown"]
    return scene_for(text, limits)


def take(text: str, limits: tuple[float, ...] | None) -> None:
    """Race on this formula from now on, from its own start.

    Raises:
        ValueError: it is no formula, or has no value there.
    """
    scene = scene_for(text, limits)
    held = st.session_state
    held[f"{KEY}/shown"] = text, limits
    held[f"{KEY}/x"], held[f"{KEY}/y"] = scene.start
    held.pop(f"{KEY}/threshold", None)
    held.update(zip(LIMITS, (*scene.surface.xlim, *scene.surface.ylim), strict=True))


def ask() -> None:
    """The field, what is typed in it as people write it, and where to look."""
    st.text_input(
        "Loss of x and y", key=TEXT, help=HELP, on_change=take_text, max_chars=2000, **KEPT
    )
    tell_mistake()
    text, _ = st.session_state[f"{KEY}/shown"]
    left, right = st.columns([3, 2], vertical_alignment="center")
    left.latex(rf"L(x, y) = {latex(text)}")
    with right.popover("Domain", width="stretch"):
        ask_for_limits()


def ask_for_limits() -> None:
    """From where to where the picture reaches."""
    columns = [*st.columns(2), *st.columns(2)]
    for column, field, name in zip(
        columns, LIMITS, ("x from", "x to", "y from", "y to"), strict=True
    ):
        column.number_input(name, key=field, format="%g", value=None, on_change=take_limits, **KEPT)
    st.button("Suggest", on_click=take_text, help="The part of the plane that shows the minima")


def take_text() -> None:
    """What was typed, in the limits that suit it; or remember what is wrong with it."""
    attempt(st.session_state[TEXT] or "", None)


def take_limits() -> None:
    """Other limits for the formula that is shown."""
    limits = tuple(st.session_state[field] for field in LIMITS)
    text, _ = st.session_state[f"{KEY}/shown"]
    if None in limits:
        st.session_state[f"{KEY}/mistake"] = "a limit is missing: give a number", None
        return
    attempt(text, limits)


def attempt(text: str, limits: tuple[float, ...] | None) -> None:
    """Race on it, or remember what is wrong."""
    held = st.session_state
    held[f"{KEY}/mistake"] = None
    try:
        take(text, limits)
    except FormulaError as error:
        held[f"{KEY}/mistake"] = str(error), error.column
    except ValueError as error:
        held[f"{KEY}/mistake"] = str(error), None


def tell_mistake() -> None:
    """One sentence, and the place marked."""
    mistake = st.session_state.get(f"{KEY}/mistake")
    if not mistake:
        return
    sentence, column = mistake
    st.warning(f"{plain(sentence)}. Until then the race stays as it was.")
    text = st.session_state[TEXT]
    if text and column is not None:
        st.code(f"{text}\n{' ' * (column - 1)}^", language=None)
