"""The entrants in an address and on the command line: "adam:lr=0.05,nag,nag~gentle:mu=0.5"."""

import re
from collections.abc import Sequence
from functools import reduce
from urllib.parse import unquote

from optviz.entrants import check_name, next_name
from optviz.scenes import Scene
from optviz.spec.parsing import one_of, shown
from optviz.spec.race_spec import EntrantSpec
from optviz.spec.settings import setting
from optviz.wrappers import JOINT, WRAPPERS, wrapped

MOST_ENTRANTS = 40
ENTRIES = re.compile(r",(?![0-9])(?![^()]*\))")  # before a digit stands a decimal comma

# Rules that were another rule with other defaults, and what they are now.
FORMER = {
    "adamepstenth": "adam~Adam ε 0.1:eps=0.1",
    "adamepsone": "adam~Adam ε 1:eps=1",
    "adadeltakeras": "adadelta~AdaDelta in Keras:lr=0.001:rho=0.95:eps=1e-7",
}


def entrants(text: str, scene: Scene) -> tuple[EntrantSpec, ...]:
    """The entrants and the settings that differ: "adam:lr=0.05:beta1=0.8,nag,nag~gentle"."""
    entries = ENTRIES.split(text)
    if len(entries) > MOST_ENTRANTS:
        raise ValueError(f"{len(entries)} optimizers are too many; the limit is {MOST_ENTRANTS}")
    found: list[EntrantSpec] = []
    for entry in entries:
        found.append(entrant(entry, scene, [each.name for each in found]))
    return tuple(found)


def entrant(text: str, scene: Scene, taken: Sequence[str]) -> EntrantSpec:
    """One entrant; without a name of its own it is called after its rule."""
    head, *rest = text.split(":")
    head, *before = FORMER.get(head, head).split(":")
    rule, named, name = head.partition("~")
    if len(re.split(r"[\s;|+&]+", rule.strip())) > 1:
        raise ValueError(f"{shown(rule)} is no optimizer: write commas between several")
    rule = rule_in(rule.strip(), scene)
    kind = scene.rules[rule]
    name = unquote(name) if named else next_name(kind, taken)
    check_name(name)
    known = kind().settings()
    pairs = [
        (one_of(f"setting of {rule}", key, known), setting(value)) for key, value in parted(rest)
    ]
    given = dict(pairs)
    if len(given) < len(pairs):
        raise ValueError(f"a setting of {shown(name)} is there twice: give it once")
    settings = {key: setting(value) for key, value in parted(before)} | given
    return EntrantSpec(rule, name, tuple(settings.items()))


def rule_in(text: str, scene: Scene) -> str:
    """The key of a rule, perhaps with wrappers before it: adam-clipnorm."""
    name, *wrappers = text.split(JOINT)
    rule = one_of("optimizer", name, scene.rules)
    if not wrappers:
        return rule
    chosen = [one_of("wrapper", each, WRAPPERS) for each in wrappers]
    reduce(wrapped, [WRAPPERS[each] for each in chosen], scene.rules[rule])  # refuses by name
    return JOINT.join([rule, *chosen])


def parted(settings: Sequence[str]) -> list[tuple[str, str]]:
    """Names and values: "lr=0.05" is ("lr", "0.05")."""
    return [(name, value) for name, _, value in (each.partition("=") for each in settings)]
