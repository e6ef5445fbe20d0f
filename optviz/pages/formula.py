"""The visitor's own loss: a formula that is typed, seen typeset, and raced on.

What is typed is parsed and never executed. While it is no formula, the last one that was stays.
"""

from itertools import cycle
from typing import Any

import streamlit as st

from optviz.pages import form
from optviz.pages.form import FORMULA_LIMITS, FORMULA_SHOWN, FORMULA_TEXT
from optviz.pages.markdown import plain
from optviz.pages.number_field import number_field
from optviz.pages.ready import ready
from optviz.spec.race_spec import Formula, formula_scene
from surfaces.described import minima_text
from surfaces.formula import FormulaError, axes_of, latex_equation, letters_of, with_letters
from surfaces.surface import Surface

KEPT: Any = {"persist_state": "session"}
TYPED = "formula-typed"  # the Formula that is to be shown
STAYS = "formula-stays"  # whether the start stays, as a letter alone is another number
MISTAKE = "formula-mistake"  # (sentence, column or None)
ABREAST = 3  # sliders beside each other
SMALLEST_REACH = 5.0  # of a slider, to both sides
STOPS = 100  # of a slider on each side of 0
HELP = (
    "As in papers, chats, code or LaTeX: `3xy`, `sin(x)^2`, `|x|`, `max(0, x - y)`, "
    "`(w - 1)**2 + b**2`, `\\frac{1}{2}x^2`. Any two names become the axes; a third letter, "
    "such as the a of `a x^2 + y^2`, gets a slider. Below it stands how it was read. It is never "
    "run as a program."
)


def ask(surface: Surface) -> None:
    """The field, what is typed in it as it is printed, where to look, and what is known there."""
    field, domain = st.columns([4, 1], vertical_alignment="bottom")
    field.text_input(
        "Loss of two parameters",
        key=FORMULA_TEXT,
        help=HELP,
        on_change=take_text,
        max_chars=2000,
        **KEPT,
    )
    tell_mistake()
    shown: Formula = st.session_state[FORMULA_SHOWN]
    axes, letters = axes_of(shown.text), letters_of(shown.text)
    with domain.popover("Domain", width="stretch"):
        ask_for_limits(axes)
    left, right = st.columns([3, 2], vertical_alignment="center")
    left.latex(latex_equation(shown.text))
    right.caption(plain(" ".join([minima_text(surface), *parameters_in_words(axes, letters)])))
    ask_for_letters(letters)


def parameters_in_words(axes: tuple[str, str], letters: dict[str, float]) -> list[str]:
    """Which letters are the parameters, where others might have been meant."""
    first, second = axes
    if letters or set(axes) in ({"x", "y"}, {"w1", "w2"}):
        return []
    return [
        f"{first} and {second} are its parameters; for a slider of one of them write "
        f"f(x, y) = and behind it the formula."
    ]


def ask_for_limits(axes: tuple[str, str]) -> None:
    """From where to where the picture reaches on each axis."""
    columns = [*st.columns(2), *st.columns(2)]
    names = [f"{axis} {end}" for axis in axes for end in ("from", "to")]
    for column, field, name in zip(columns, FORMULA_LIMITS, names, strict=True):
        number_field(name, field, then=take_limits, place=column)
    st.button("Suggest", on_click=take_text, help="The part of the plane that shows the minima")


def ask_for_letters(letters: dict[str, float]) -> None:
    """A slider for each letter that stands for a number."""
    held = st.session_state
    columns = st.columns(min(len(letters), ABREAST)) if letters else []
    for place, (label, value) in enumerate(letters.items()):
        key, reach = letter_key(label), f"{letter_key(label)}/reach"
        held[reach] = max(reach_of(value), held.get(reach, 0.0))
        held[key] = value
        columns[place % ABREAST].slider(
            label,
            -held[reach],
            held[reach],
            step=held[reach] / STOPS,
            key=key,
            on_change=take_letter,
            args=[label],
        )


def letter_key(label: str) -> str:
    """Where a letter's slider keeps its number."""
    return f"formula/letter/{label}/number"


def reach_of(value: float) -> float:
    """How far a slider goes to both sides so that it has this value: 5, 10, 20, 50, ..."""
    reach, factors = SMALLEST_REACH, cycle([2.0, 2.0, 2.5])
    while reach < abs(value):
        reach *= next(factors)
    return reach


def take_letter(label: str) -> None:
    """Another number for a letter; the picture's limits and the start stay."""
    held = st.session_state
    shown: Formula = held[FORMULA_SHOWN]
    low_x, high_x, low_y, high_y = (held[field] for field in FORMULA_LIMITS)
    number = float(f"{held[letter_key(label)]:.10g}")
    try:
        text = with_letters(shown.text, {label: number})
    except ValueError as error:
        held[MISTAKE] = str(error), None
        return
    held[FORMULA_TEXT] = text
    attempt(Formula(text, (low_x, high_x), (low_y, high_y)))
    held[STAYS] = True


def take_text() -> None:
    """What was typed, in the limits that suit it; or remember what is wrong with it."""
    attempt(Formula(st.session_state[FORMULA_TEXT] or ""))


def take_limits() -> None:
    """Other limits for the formula that is shown."""
    held = st.session_state
    low_x, high_x, low_y, high_y = (held[field] for field in FORMULA_LIMITS)
    attempt(Formula(held[FORMULA_SHOWN].text, (low_x, high_x), (low_y, high_y)))


def attempt(typed: Formula) -> None:
    """Race on it as soon as the page is drawn."""
    held = st.session_state
    held[TYPED], held[MISTAKE] = typed, None
    held.pop(STAYS, None)


def take_typed() -> None:
    """Race on what was typed, or remember what is wrong; meanwhile the race stays as it was."""
    held = st.session_state
    typed: Formula | None = held.get(TYPED)
    if typed is None:
        return
    try:
        if ready("formula", lambda: formula_scene(typed)) is None:
            return  # a worker looks for its minima
        form.show_formula(typed, held.get(STAYS, False))
    except FormulaError as error:
        held[MISTAKE] = str(error), error.column
    except ValueError as error:
        held[MISTAKE] = str(error), None
    del held[TYPED]


def tell_mistake() -> None:
    """One sentence, and the place marked."""
    mistake = st.session_state.get(MISTAKE)
    if not mistake:
        return
    sentence, column = mistake
    st.warning(f"{plain(sentence)}. Until then the race stays as it was.")
    text = st.session_state[FORMULA_TEXT]
    if text and column is not None:
        st.code(f"{text}\n{' ' * (column - 1)}^", language=None)
