"""What a page of its own leaves out of a race, because the programs in it compute that there.

Kept are the points where IEEE 754 does not fix every operation: a power or an exponential may
differ in the last digit from browser to browser, and a chaotic path would make another one of that.
So every point that is drawn is Python's, bit for bit. What is measured at these points (loss,
gradient, memory, accuracy, distance) is computed there, bit for bit as well where only + - * / and
roots occur, else to a few units in the last place. What a rule without a program did is kept whole,
and so is a long race of a loss of many samples, which takes longer to compute than to load. Rules
that only Python runs are not offered there, unless they race already.
"""

from typing import Any

from optviz.optimizers import Optimizer
from optviz.player.engine import step_programs, traced
from optviz.player.rules import Rules
from optviz.program.program import all_exact
from optviz.program.tracing import memory_program
from optviz.race import Race
from surfaces.surface import Surface

MOST_TERMS = 3_000_000  # steps x runs x samples: half a second in a browser
MEASURED = ("loss", "grad", "accuracy", "distance")


def without_histories(race: Race, content: dict[str, Any], engine: dict[str, Any]) -> None:
    """Take out of a race's content what `web/player/completion.js` computes again.

    Args:
        race: whose content it is.
        content: as `payload.race_content` makes it; its runs lose their histories, and have their
            names as `computed` instead.
        engine: as `engine.engine_content` makes it.
    """
    if "why" in engine or takes_long(race):
        return
    for run, each in zip(race, content["runs"], strict=True):
        if "why" in engine["rules"][each["key"]]:
            continue
        names = [name for name in MEASURED if each[name] is not None]
        if path_is_exact(type(run.optimizer), race.surface):
            names.append("x")
        each.update(dict.fromkeys((*names, "grad_at", "state")), computed=names)


def rules_that_run(engine: dict[str, Any], rules: Rules, race: Race) -> Rules:
    """The rules with which a page of its own may go on: those that race or could.

    Args:
        engine: as `engine.engine_content` makes it of all of them.
        rules: all.
        race: whose rules stay.
    """
    if "why" in engine:
        return rules
    racing = {type(run.optimizer) for run in race}
    return {
        key: kind
        for key, kind in rules.items()
        if kind in racing or "why" not in engine["rules"][key]
    }


def takes_long(race: Race) -> bool:
    """Whether a browser would need more than a moment to run it, so that it is kept whole."""
    surface = race.surface
    parts = surface.stages.parts if surface.stages else (surface.minibatches,)
    samples = max(part.count if part else 1 for part in parts)
    return race.steps * len(race) * samples > MOST_TERMS


def path_is_exact(kind: type[Optimizer], surface: Surface) -> bool:
    """Whether IEEE 754 fixes every operation of a rule that has programs on a surface."""
    programs = [*step_programs(kind, surface), traced(kind.__name__, memory_program, kind)]
    return all(all_exact(each) for each in programs)
