"""The monkey saddle: three valleys lead down, and optimizers differ in which one they take."""

import numpy as np

from optviz.entrants import CHOSEN, Entrant
from optviz.optimizers import NAG, SGD, AdaDelta, AdaGrad, Adam, Momentum, RMSProp
from optviz.race import Race, race
from optviz.scenes.scene import Scene
from optviz.stories.findings import Finding, Numbers, Runs
from optviz.stories.measures import first, path
from surfaces import SURFACES

OUT = 0.5  # so far from the line y = 0, or behind the saddle, is on the way down


def steps_out(done: Race) -> Numbers:
    """For each optimizer, the first step in the leg's valley, and as name_tail in the tail's.

    Infinity for never.
    """
    numbers: dict[str, float] = {}
    for name, run in Runs(done).items():
        leg, tail = (first(run, lambda at: at[:, 1] > OUT), first(run, lambda at: at[:, 0] < -OUT))
        numbers[name] = float("inf") if leg is None else leg
        numbers[f"{name}_tail"] = float("inf") if tail is None else tail
    return numbers


def symmetric(done: Race) -> Numbers:
    """The largest |y| of any optimizer from a start on the line y = 0."""
    rules = [run.optimizer for run in done]
    runs = race(done.surface, rules, (done.start[0], 0.0), done.steps, done.seed)
    return {"most": max(float(abs(path(run)[:, 1]).max()) for run in runs), "at": 0}


STORY = (
    Finding(
        says="Three valleys lead down. AdaGrad, RMSProp, AdaDelta and Adam, which divide by past "
        "gradients, turn into a leg's valley at steps {AdaGrad:.0f}, {RMSProp:.0f}, "
        "{AdaDelta:.0f} and {Adam:.0f}, and SGD follows at step {SGD:.0f}.",
        measure=steps_out,
        holds=lambda n: (
            max(n["AdaGrad"], n["RMSProp"], n["AdaDelta"], n["Adam"]) < 30 < n["SGD"] < np.inf
        ),
        shows=("space", "glyph-rate"),
    ),
    Finding(
        says="Momentum and NAG arrive with speed, run straight through the saddle point and go "
        "down the tail's valley, at steps {Momentum_tail:.0f} and {NAG_tail:.0f}.",
        measure=steps_out,
        holds=lambda n: (
            max(n["Momentum_tail"], n["NAG_tail"]) < np.inf
            and all(n[f"{name}_tail"] == np.inf for name in ("SGD", "AdaGrad", "RMSProp", "Adam"))
        ),
        unsaid={"_tail": "{name} goes down that valley at step {value:.0f}."},
        shows=("space", "glyph-memory"),
    ),
    Finding(
        says="From y = 0 exactly, no optimizer leaves that line, along which a ridge leads to "
        "the saddle point (largest |y|: {most:g}).",
        measure=symmetric,
        holds=lambda n: n["most"] == 0,
        shows=("glyph-gradient",),
        slow=True,
    ),
)

MONKEY_SADDLE = Scene(
    name="Monkey saddle",
    surface=SURFACES["monkey_saddle"],
    entrants=(
        Entrant("SGD", SGD(lr=0.025), CHOSEN),
        Entrant("Momentum", Momentum(lr=0.005, mu=0.9), CHOSEN),
        Entrant("NAG", NAG(lr=0.006, mu=0.9), CHOSEN),
        Entrant("AdaGrad", AdaGrad(lr=0.1), CHOSEN),
        Entrant("AdaDelta", AdaDelta(lr=1.0, rho=0.9, eps=1e-5), CHOSEN),
        Entrant("RMSProp", RMSProp(lr=0.02, rho=0.9), CHOSEN),
        Entrant("Adam", Adam(lr=0.03), CHOSEN),
    ),
    start=(1.2, 0.01),
    steps=72,
    story=STORY,
    source=(
        "learning rates chosen by hand so that each optimizer leaves the saddle point within "
        "these steps: the loss has no lowest value, so no rate is best"
    ),
    views=("space",),
)
