"""What exactly is Adam here? Each rule with its source, and how libraries' definitions differ."""

import streamlit as st

from optviz.pages import form, link, place
from optviz.pages.rule_latex import rule_latex
from optviz.rule_texts import INTRO, TITLE, defaults, parts
from optviz.scenes.agreement import agreement_in_words, measured, rows
from optviz.scenes.definitions import DIFFERENCES
from optviz.spec.address import Place, on_site
from optviz.stories.findings import measured_under
from optviz.variants import RULES


def page() -> None:
    """The whole page."""
    st.markdown(f"# {TITLE}")
    st.markdown(INTRO)
    left, right = st.columns([1, 1], gap="large")
    with left:
        rule()
    with right:
        differences()
    agreement()
    at = Place(page="definitions")
    link.offer(lambda: link.address(None, at), lambda: on_site(None, at))


def race_them(key: str) -> None:
    """Go to the race of a scene."""
    form.show_scene(key)
    place.go(place.FIRST)


def rule() -> None:
    """One optimizer as it is here: its docstring is the definition."""
    name = st.selectbox(
        "Optimizer",
        list(RULES),
        index=list(RULES).index("adam"),
        format_func=lambda each: RULES[each].__name__,
        key="definitions/rule",
        persist_state="session",
    )
    summary, notes, remarks = parts(RULES[name])
    st.markdown(summary)
    if equations := rule_latex(RULES[name]):
        st.latex(equations)
    said = "".join(f"{note[0].upper()}{note[1:]}. " for note in notes)
    st.caption(f"{said}Default: {defaults(RULES[name])}.")
    for remark in remarks:
        st.markdown(remark)


def differences() -> None:
    """Where definitions part, with the measured distance and a way to see it."""
    st.markdown("## Where definitions part")
    for key, scene in DIFFERENCES.items():
        (finding,) = scene.story
        measured = measured_under(finding, scene.conditions)
        with st.container(border=True):
            st.markdown(f"**{scene.name}**")
            if measured:
                st.markdown(f"{'✓' if measured.holds else '✗'} {measured.words}")
            st.button("Race them", key=f"definitions/{key}", on_click=race_them, args=[key])


def agreement() -> None:
    """How far every rule is from every library that has it."""
    table = measured()
    st.markdown("## How far this is from the libraries")
    st.markdown(agreement_in_words(table))
    st.table(rows(table))
