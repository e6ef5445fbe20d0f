"""What is written along the axes and above the pictures of sweeps, over one or two settings."""

from optviz.pictures.sweep.composition import SweepComposition
from optviz.studies.sweep import Sweep
from optviz.style import SYMBOLS
from optviz.words import Words


def named_setting(name: str, say: Words) -> str:
    """A hyper-parameter along an axis: its symbol, and of a learning rate that it is one."""
    symbol = SYMBOLS.get(name, name)
    return say("sweep.rate_axis", symbol=symbol) if name == "lr" else symbol


def outcome_name(composition: SweepComposition) -> str:
    """What is shown of each trial."""
    sweep, say = composition.sweep, composition.options.say
    if composition.options.measure == "steps":
        return say("sweep.until", loss=say.short(sweep.threshold))
    return say("sweep.final", steps=sweep.steps)


def tried(sweep: Sweep, say: Words) -> str:
    """How many of the trials were made, where that is not all."""
    return say("sweep.tried", share=say.percent(sweep.done)) if sweep.done < 1 else ""
