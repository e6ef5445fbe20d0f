"""Why a player cannot run a race itself: the sentence of `whyNot` in web/player/live.js."""

from collections.abc import Sequence

from optviz.entrants import Entrant
from optviz.player.payload import ground_content
from optviz.player.rules import is_recorded, rules_of, settings_content
from surfaces.surface import Surface


def why_only_python(surface: Surface, entrants: Sequence[Entrant], steps: int) -> str:
    """Why Python alone can run a race, without a stop; "" where a player can, too.

    Args:
        surface: what is descended.
        entrants: who race.
        steps: of the race.
    """
    rules = rules_of(entrants)
    engine = ground_content(surface, tuple(rules.items()))["engine"]
    if "why" in engine:
        return str(engine["why"])
    keys = {kind: key for key, kind in rules.items()}
    for each in entrants:
        rule = engine["rules"][keys[type(each.optimizer)]]
        if "why" in rule:
            return str(rule["why"])
        if is_recorded(settings_content(each.optimizer, steps)):
            how = "a setting of it is a function that decides by the step"
            return f"{each.name} is run by Python: {how}"
    return ""
