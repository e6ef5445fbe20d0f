"""The monkey saddle: three valleys lead down from it, and rules differ in which one they take."""

from optviz.entrants import CHOSEN, Entrant
from optviz.optimizers import NAG, SGD, AdaDelta, AdaGrad, Adam, Momentum, RMSProp
from optviz.race import Race, race
from optviz.scenes.scene import Scene
from optviz.stories.findings import Finding, Numbers, Runs
from optviz.stories.measures import first, path
from surfaces import SURFACES

OUT = 0.5  # so far from the line y = 0, or behind the saddle, is on the way down


def leaves(done: Race) -> Numbers:
    """The first step at which everybody is in the leg's valley, and under `tail` in the tail's.

    Infinity for never.
    """
    numbers: dict[str, float] = {}
    for name, run in Runs(done).items():
        leg, tail = (first(run, lambda at: at[:, 1] > OUT), first(run, lambda at: at[:, 0] < -OUT))
        numbers[name] = float("inf") if leg is None else leg
        numbers[f"{name}_tail"] = float("inf") if tail is None else tail
    return numbers


def symmetric(done: Race) -> Numbers:
    """How far anybody gets from the line y = 0 from a start on it."""
    rules = [run.optimizer for run in done]
    runs = race(done.surface, rules, (done.start[0], 0.0), done.steps, done.seed)
    return {"most": max(float(abs(path(run)[:, 1]).max()) for run in runs), "at": 0}


STORY = (
    Finding(
        says="Three valleys lead down. Those who divide turn into a leg's, AdaGrad at step "
        "{AdaGrad:.0f}, RMSProp at {RMSProp:.0f}, AdaDelta at {AdaDelta:.0f}, Adam at {Adam:.0f}, "
        "and SGD follows at {SGD:.0f}.",
        measure=leaves,
        holds=lambda n: (
            max(n["AdaGrad"], n["RMSProp"], n["AdaDelta"], n["Adam"]) < 30 < n["SGD"] < 1e9
        ),
        shows=("space", "glyph-rate"),
    ),
    Finding(
        says="Momentum and NAG come with speed, run straight through the saddle and go down "
        "the tail's, at steps {Momentum_tail:.0f} and {NAG_tail:.0f}.",
        measure=leaves,
        holds=lambda n: (
            max(n["Momentum_tail"], n["NAG_tail"]) < 1e9
            and min(n[f"{name}_tail"] for name in ("SGD", "AdaGrad", "RMSProp", "Adam")) > 1e9
        ),
        shows=("space", "glyph-memory"),
    ),
    Finding(
        says="From y = 0 exactly nobody leaves that line, a ridge up to the saddle (the farthest "
        "gets {most:g}).",
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
        "learning rates chosen by hand so that everybody leaves the saddle within these steps: the "
        "loss has no lowest value, so none is best"
    ),
    views=("space",),
)
