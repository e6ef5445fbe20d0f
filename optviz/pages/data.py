"""The visitor's own data: a table that is pasted or opened, its columns, and the model of them.

The table is taken apart as text, see `surfaces.data.table`. It stays in the session. While what is
chosen makes no loss, the last race that could be run stays.
"""

import binascii
from base64 import b64decode
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import streamlit as st

from optviz.pages import form
from optviz.pages.form import DATA_SHOWN
from optviz.pages.markdown import plain
from optviz.pages.messages import heard
from optviz.pages.number_field import number_field, put_value
from optviz.pages.ready import ready
from optviz.server.memory import forget_at_the_end
from optviz.spec.data import DELTA, MODELS, Data, drawn, first_choice
from optviz.web.scripts import loader
from surfaces.data.examples import EXAMPLES
from surfaces.data.table import MOST_BYTES, Table, table

KEPT: Any = {"persist_state": "session"}
BOX = "data/box"  # the component in which a table is given
INPUTS, TARGET, MODEL = "data/inputs", "data/target", "data/model"
STANDARDIZE, DELTA_FIELD = "data/standardize", "data/delta"
WANTED = "data/wanted"  # the Data that are to be shown
MISTAKE = "data/mistake"  # a sentence, or None
LOOKS = "size,price\n61,190\n84.5,255"  # of a table, in the empty field
STAYS = (
    "It stays in this session: it is in no link, goes to nothing but the server of this page, and "
    "is forgotten there when the session ends. At most 5,000 rows and 1 MB."
)
SCALING = (
    "Each input gets mean 0 and standard deviation 1. Watch the condition number, the picture and "
    "how far the optimizers come."
)


@st.cache_resource
def renderer() -> Callable[..., Any]:
    """The component, registered once for each version of the built script."""
    return st.components.v2.component("optviz_table", js=loader("table"))


def ask() -> None:
    """Where a table is given, what is made of it, and how ill-conditioned that is."""
    shown: Data = st.session_state[DATA_SHOWN]
    if MODEL not in st.session_state:
        show_choices(shown)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        with st.popover("Table", icon=":material/table:"):
            ask_for_table(shown.table)
        with st.popover("Model", icon=":material/tune:"):
            ask_for_choices(shown)
        st.toggle(
            "Standardize",
            key=STANDARDIZE,
            on_change=take_choices,
            help=SCALING,
            width="content",
            **KEPT,
        )
        st.markdown(f"**{shown.conditioning}**", width="content")
    tell_mistake()


def tell_mistake() -> None:
    """One sentence on what was given or chosen and makes no race."""
    if mistake := st.session_state.get(MISTAKE):
        st.warning(f"{plain(mistake)}. Until then the race stays as it was.")


def ask_for_table(shown: Table) -> None:
    """The field, the button for a file, the examples."""
    data = {"most": MOST_BYTES, "example": LOOKS}
    renderer()(data=data, key=BOX, on_table_change=take_given, height="content")
    tell_mistake()
    st.caption(f"Read: {shown.words}. {STAYS}")
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown("Or take", width="content")
        for key, example in EXAMPLES.items():
            name = f"data/example/{key}"
            st.button(
                example.name, key=name, help=example.source, on_click=take_example, args=[key]
            )


def ask_for_choices(shown: Data) -> None:
    """Which columns, and which model."""
    columns = list(shown.table.names)
    changed: Any = {"on_change": take_choices, **KEPT}
    st.selectbox("Predict", columns, key=TARGET, **changed)
    st.multiselect(
        "from one column and an intercept, or from two",
        columns,
        key=INPUTS,
        max_selections=2,
        **changed,
    )
    st.selectbox(
        "with", list(MODELS), format_func=lambda each: MODELS[each].name, key=MODEL, **changed
    )
    if st.session_state[MODEL] == "huber":
        number_field("δ, up to which a residual is squared", DELTA_FIELD, then=take_choices)
    st.caption(f"{plain(shown.words)}.")
    tell_mistake()


def take_given() -> None:
    """The table that was just pasted or opened."""
    given = heard(BOX, "table", anew=True)
    if given:
        take_table(lambda: table(given["text"] if "text" in given else decoded(given["file"])))


def decoded(file: str) -> bytes:
    """The bytes of a file, as the browser sends them.

    Raises:
        ValueError: they are no base64.
    """
    try:
        return b64decode(file, validate=True)
    except binascii.Error:
        raise ValueError("the file did not arrive whole: open it again") from None


def take_example(key: str) -> None:
    """One of the project's own tables."""
    take_table(lambda: table(EXAMPLES[key].text))


def take_table(read: Callable[[], Table]) -> None:
    """Race on another table, with the columns of the last where it has them as well."""
    held = st.session_state
    try:
        found = read()
        shown: Data = held[DATA_SHOWN]
        same = {*shown.inputs, shown.target} <= {*found.names}
        attempt(replace(shown, table=found) if same else first_choice(found))
    except ValueError as error:
        held[MISTAKE] = str(error)


def take_choices() -> None:
    """Race on what is chosen; or remember what is wrong with it."""
    held = st.session_state
    shown: Data = held[DATA_SHOWN]
    model = held[MODEL]
    try:
        attempt(
            Data(
                shown.table,
                tuple(held[INPUTS]),
                held[TARGET],
                model,
                held[STANDARDIZE],
                held.get(DELTA_FIELD, DELTA) if model == "huber" else DELTA,
            )
        )
    except ValueError as error:
        held[MISTAKE] = str(error)


def attempt(data: Data) -> None:
    """Race on them as soon as the page is drawn."""
    st.session_state[WANTED], st.session_state[MISTAKE] = data, None


def take_wanted() -> None:
    """Race on what is wanted once its loss is drawn; meanwhile the race stays as it was."""
    held = st.session_state
    forget_at_the_end()
    wanted: Data | None = held.get(WANTED)
    if wanted is None:
        return
    try:
        if ready("data", lambda: drawn(wanted)) is None:
            return  # a worker draws it
        form.show_data(wanted)
        show_choices(wanted)
    except ValueError as error:
        held[MISTAKE] = str(error)
    del held[WANTED]


def show_choices(data: Data) -> None:
    """The fields as the data have them."""
    held = st.session_state
    held[INPUTS], held[TARGET], held[MODEL] = list(data.inputs), data.target, data.model
    held[STANDARDIZE] = data.standardize
    put_value(DELTA_FIELD, data.delta)
