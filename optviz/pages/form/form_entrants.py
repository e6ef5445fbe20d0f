"""The entrants that the fields name, and the rules that can be chosen.

An entrant's id is its rule ("adam"), which the pills switch on and off; further entrants of the
rule are "adam~2", "adam~3", and those behind wrappers "adam-clipnorm". Ids stay what they are when
an entrant gets another name.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from itertools import count

import streamlit as st

from optviz.optimizers import OPTIMIZERS, Optimizer
from optviz.pages.form.keys import entrant_field, field
from optviz.scenes import Scene
from optviz.user_rules import loaded_rules
from optviz.wrappers import JOINT


@dataclass(frozen=True)
class FormEntrant:
    """An entrant as the sidebar has it.

    Attributes:
        id: names its fields.
        rule: key of `Scene.rules`.
        kind: the rule.
        name: as it is typed, which may be no possible name.
    """

    id: str
    rule: str
    kind: type[Optimizer]
    name: str


def entrants(scene: Scene) -> list[FormEntrant]:
    """Those that race, in order: by rule, and of each the first before further and wrapped ones."""
    held = st.session_state
    on = {*held[field("optimizers")], *held[field("variants")]}
    further: list[str] = held[field("further")]
    return [
        form_entrant(scene, rule_of(each), each)
        for rule in scene.rules
        for each in [*([rule] if rule in on else []), *further]
        if rule_of(each).partition(JOINT)[0] == rule
    ]


def form_entrant(scene: Scene, rule: str, entrant: str) -> FormEntrant:
    """The entrant of this id."""
    kind = scene.rules[rule]
    name = st.session_state.get(entrant_field(entrant, "name"), kind.__name__)
    return FormEntrant(entrant, rule, kind, name)


def further_of(ids: Iterable[str], scene: Scene) -> list[str]:
    """Those of these ids that no pill switches."""
    pills = list(scene.rules)
    return [each for each in ids if each not in pills]


def rule_of(entrant: str) -> str:
    """The rule of the entrant with this id."""
    return entrant.partition("~")[0]


def ids_of(rules: Iterable[str]) -> list[str]:
    """An id for each of these entrants, by their rules: "adam", then "adam~2"."""
    seen = Counter[str]()
    ids = []
    for rule in rules:
        seen[rule] += 1
        ids.append(rule if seen[rule] == 1 else f"{rule}~{seen[rule]}")
    return ids


def numbered(rule: str) -> Iterator[str]:
    """Ids for further entrants of a rule."""
    return (f"{rule}~{number}" for number in count(2))


def settings_of(kind: type[Optimizer]) -> list[str]:
    """The names of a rule's hyper-parameters."""
    return [each.name for each in fields(kind)]


def front() -> dict[str, type[Optimizer]]:
    """The rules whose pills are always in sight: the seven, and those of the user's own files."""
    return OPTIMIZERS | loaded_rules()


def variants(scene: Scene) -> list[str]:
    """All other rules."""
    return [name for name in scene.rules if name not in front()]
