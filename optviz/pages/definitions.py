"""What exactly is Adam here? Each rule with its source, and how libraries' definitions differ."""

import inspect
import json
import re
from pathlib import Path
from typing import Any

import streamlit as st

from optviz.numbers import short, with_power
from optviz.optimizers import Optimizer
from optviz.pages import form, link, place
from optviz.pages.rule_latex import rule_latex
from optviz.scenes import catalog
from optviz.scenes.definitions import DIFFERENCES
from optviz.spec.address import Place
from optviz.stories.findings import measured_under
from optviz.style import SYMBOLS
from optviz.variants import RULES

AGREEMENT = Path(catalog.__file__).with_name("agreement.json")
ARROW, HEADED = "<-", ("Source:", "Frameworks:")
NOTE = re.compile(r" {2,}\((.*)\)\s*$")  # behind an equation
NAME = re.compile(rf"\b({'|'.join(each for each in SYMBOLS if each != 'decay')})\b")  # a word, too
POWER = re.compile(r"\b1e-\d+\b")
PRINTED = {
    "<-": "←",
    "sqrt(v)": "√v",
    "sqrt(": "√(",
    "^2": "²",
    "^t": "ᵗ",
    "m_hat": "m\u0302",
    "v_hat": "v\u0302",
    ">=": "≥",
}
LIBRARIES = {"torch": "torch.optim", "optax": "optax", "keras": "Keras"}


def page() -> None:
    """The whole page."""
    st.markdown("# What exactly is Adam here?")
    st.markdown(
        "The same name does not always mean the same rule. Here is what each rule does in optviz, "
        "where it comes from, and what libraries make of it."
    )
    left, right = st.columns([1, 1], gap="large")
    with left:
        rule()
    with right:
        differences()
    agreement()
    link.offer(lambda: link.address(None, Place(page="definitions")))


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
    values = RULES[name]().settings().items()
    defaults = ", ".join(f"{SYMBOLS.get(each, each)} = {short(value)}" for each, value in values)
    said = "".join(f"{note[0].upper()}{note[1:]}. " for note in notes)
    st.caption(f"{said}Default: {defaults}.")
    for remark in remarks:
        st.markdown(remark)


def parts(kind: type[Optimizer]) -> tuple[str, list[str], list[str]]:
    """Summary, notes behind equations, and remarks of a rule's docstring."""
    summary, *rest = (inspect.getdoc(kind) or "").split("\n\n")
    lines = [line for each in rest if ARROW in each for line in each.splitlines() if ARROW in line]
    notes = [printed(found[1]) for line in lines if (found := NOTE.search(line))]
    remarks = [each for block in rest for each in remarks_of(block)]
    return printed(" ".join(summary.split())), notes, remarks


def remarks_of(block: str) -> list[str]:
    """A paragraph each for source and frameworks; nothing of a block of equations."""
    if ARROW in block and not any(word in block for word in HEADED):
        return []
    text = " ".join(block.split()).replace("*", "\\*")
    for word in HEADED:
        text = text.replace(word, f"\n**{word}**")
    return [printed(each) for each in text.split("\n") if each]


def printed(text: str) -> str:
    """A sentence of a docstring with the signs that papers have: beta1^t is β₁ᵗ."""
    text = NAME.sub(lambda found: SYMBOLS[found[0]], text)
    for plain, sign in PRINTED.items():
        text = text.replace(plain, sign)
    return POWER.sub(lambda found: with_power(found[0]), text)


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
    table = json.loads(AGREEMENT.read_text(encoding="utf-8"))
    st.markdown("## How far this is from the libraries")
    versions = ", ".join(f"{LIBRARIES[each]} {table['versions'][each][each]}" for each in LIBRARIES)
    st.markdown(
        f"The largest difference of x over {table['steps']['torch']} steps on "
        f"{len(table['surfaces']['torch'])} losses, in double precision, when both are given the "
        f"same gradients. With {versions}. A star: compared with settings under which the "
        "definitions are the same; otherwise they differ as measured above."
    )
    st.table(rows(table))


def rows(table: dict[str, Any]) -> dict[str, list[str]]:
    """The table by columns."""
    columns: dict[str, list[str]] = {"": list(table["differences"])}
    for key, name in LIBRARIES.items():
        columns[name] = [
            shown(each.get(key), rule in table["otherwise"][key])
            for rule, each in table["differences"].items()
        ]
    return columns


def shown(difference: float | None, otherwise: bool) -> str:
    """A cell."""
    return (
        "not there" if difference is None else f"{short(difference, 2)}{' *' if otherwise else ''}"
    )
