"""A field for a number: text that is read as it is written, or named beside the field.

A browser's own field for numbers drops the characters that it does not know: 0,05 would be 5. This
one holds text. The number is in the session's state under the field's key, also while the field is
not drawn; while the text is none, the number stays what it was.
"""

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from optviz.pages.markdown import plain
from optviz.schedules import in_digits, in_words
from optviz.spec.parsing import number
from optviz.spec.race_spec import Setting
from optviz.spec.settings import setting_text

KEPT: Any = {"persist_state": "session"}  # what was typed stays while another scene is shown

Reader = Callable[[str], Setting]


def typed(key: str) -> str:
    """The key of the text in the field of a number."""
    return f"{key}/typed"


def unread(key: str) -> str:
    """The key of the sentence on a text that is no number; nothing while it is one."""
    return f"{key}/unread"


def put_value(key: str, value: Any) -> None:
    """Let a field hold this, whatever is typed in it."""
    st.session_state[key] = value
    st.session_state.pop(unread(key), None)


def number_field(
    label: str,
    key: str,
    reads: Reader = number,
    then: Callable[..., None] | None = None,
    arguments: Sequence[Any] = (),
    place: Any = st,
    **how: Any,
) -> None:
    """Draw the field.

    Args:
        label: above it.
        key: of its number, which is in the session's state already.
        reads: the text into the number, with a ValueError where it is none.
        then: called with `arguments` after another number was typed.
        arguments: for `then`.
        place: where it is drawn; what is wrong with it is said below, in the full width.
        how: what else `st.text_input` takes, such as help.
    """
    held = st.session_state
    value, wrong = held[key], held.get(unread(key))
    if wrong is None and not stands_for(held.get(typed(key)), value, reads):
        held[typed(key)] = in_short(value)
    place.text_input(
        label,
        key=typed(key),
        on_change=take_text,
        args=[key, reads, then, arguments],
        **KEPT,
        **how,
    )
    if wrong is not None:
        st.warning(f"{plain(label)}: {plain(wrong)}. Until then it stays {plain(in_words(value))}.")


def in_short(value: Setting) -> str:
    """What a field shows of it, which can be typed again."""
    return in_digits(value) if isinstance(value, float) else setting_text(value)


def stands_for(text: str | None, value: Setting, reads: Reader) -> bool:
    """Whether a field need not be written anew: its text is the number, in full or in short."""
    if text is None:
        return False
    if text in {setting_text(value), in_short(value)}:
        return True
    try:
        return reads(text) == value
    except ValueError:
        return False


def take_text(
    key: str, reads: Reader, then: Callable[..., None] | None, arguments: Sequence[Any]
) -> None:
    """What was typed, as a number; or remember what is wrong with it."""
    held = st.session_state
    try:
        value = reads(held[typed(key)] or "")
    except ValueError as error:
        held[unread(key)] = str(error)
        return
    put_value(key, value)
    held[typed(key)] = setting_text(value)
    if then:
        then(*arguments)
