"""A long valley: whoever does not break its symmetry stays where the walls cancel out."""

from optviz.entrants import ADDED, RECONSTRUCTED, Entrant
from optviz.optimizers import NAG, SGD, AdaDelta, AdaGrad, Adam, Momentum, RMSProp
from optviz.race import Race, race
from optviz.scenes.scene import Scene
from optviz.stories.findings import Finding, Numbers, Runs
from optviz.stories.measures import first, path, sign_changes
from surfaces import SURFACES


def leaves(done: Race) -> Numbers:
    """The first step at which everybody is one unit down the valley; infinity for never."""
    steps = {name: first(run, lambda at: abs(at[:, 1]) > 1) for name, run in Runs(done).items()}
    return {name: float("inf") if step is None else step for name, step in steps.items()}


def stuck(done: Race) -> Numbers:
    """How far down the valley SGD is at the end, and how far off its floor."""
    across, along = (float(abs(part)) for part in path(Runs(done)["SGD"])[-1])
    return {"across": across, "along": along, "steps": done.steps}


def swings(done: Race) -> Numbers:
    """How often everybody changes sides before being one unit down, and when that is."""
    numbers = dict(leaves(done))
    for name, run in Runs(done).items():
        before = path(run)[: int(min(numbers[name], done.steps)) + 1, 0]
        numbers[f"{name}_swings"] = sign_changes(before)
    return numbers | {"at": numbers["Momentum"] / 2}


def symmetric(done: Race) -> Numbers:
    """How far anybody gets down the valley from a start that is on its line of symmetry."""
    runs = race(
        done.surface, [run.optimizer for run in done], (done.start[0], 0.0), done.steps, done.seed
    )
    return {"most": max(float(abs(path(run)[:, 1]).max()) for run in runs), "at": 0}


def scaled(done: Race) -> Numbers:
    """When everybody is one unit down, and the last of those that divide."""
    numbers = leaves(done)
    return {**numbers, "at": max(numbers[name] for name in DIVIDING)}


DIVIDING = ("AdaGrad", "RMSProp", "AdaDelta", "Adam")

STORY = (
    Finding(
        says="SGD comes to rest on the valley's floor: after {steps:.0f} steps it is {across:.0e} "
        "off the floor and {along:.3f} down the valley.",
        measure=stuck,
        holds=lambda n: n["across"] < 1e-6 and n["along"] < 0.01,
        caption="rules that do not scale struggle to break the symmetry; SGD gets nowhere",
        shows=("gradient", "glyph-gradient"),
    ),
    Finding(
        says="Momentum and NAG swing across the valley {Momentum_swings:.0f} and "
        "{NAG_swings:.0f} times before their speed along it takes them one unit down, at steps "
        "{Momentum:.0f} and {NAG:.0f}.",
        measure=swings,
        holds=lambda n: (
            min(n["Momentum_swings"], n["NAG_swings"]) >= 4
            and max(n["Momentum"], n["NAG"]) < n["SGD"]
        ),
        caption="NAG and Momentum oscillate until they have velocity in the right direction",
        shows=("glyph-memory", "log"),
    ),
    Finding(
        says="Whoever divides by the size of past gradients sees a small slope as well as a large "
        "one and is one unit down soon: AdaGrad at step {AdaGrad:.0f}, RMSProp at {RMSProp:.0f}, "
        "AdaDelta at {AdaDelta:.0f}.",
        measure=scaled,
        holds=lambda n: max(n[name] for name in DIVIDING) < min(n["Momentum"], n["NAG"]),
        caption="rules that scale by the gradient break the symmetry quickly and descend",
        shows=("rate-y", "glyph-rate"),
    ),
    Finding(
        says="Adam divides as well and is one unit down at step {Adam:.0f}, the last of the four; "
        "on the way it changes sides {Adam_swings:.0f} time, the other three never.",
        measure=swings,
        holds=lambda n: (
            n["Adam"] == max(n[name] for name in DIVIDING)
            and n["Adam_swings"] == 1
            and sum(n[f"{name}_swings"] for name in DIVIDING) == 1
        ),
        shows=("glyph-rate", "log"),
    ),
    Finding(
        says="Symmetry is broken by the start, not by any rule: from y = 0 exactly, nobody ever "
        "leaves it (the farthest gets {most:g}).",
        measure=symmetric,
        holds=lambda n: n["most"] == 0,
        shows=("glyph-gradient",),
        slow=True,
    ),
)

LONG_VALLEY = Scene(
    name="Long valley",
    surface=SURFACES["long_valley"],
    entrants=(
        Entrant("SGD", SGD(lr=0.01), RECONSTRUCTED),
        Entrant("Momentum", Momentum(lr=0.01, mu=0.9), RECONSTRUCTED),
        Entrant("NAG", NAG(lr=0.01, mu=0.9), RECONSTRUCTED),
        Entrant("AdaGrad", AdaGrad(lr=0.1), RECONSTRUCTED),
        Entrant("AdaDelta", AdaDelta(lr=1.0, rho=0.9, eps=1e-6), RECONSTRUCTED),
        Entrant("RMSProp", RMSProp(lr=0.02, rho=0.9), RECONSTRUCTED),
        Entrant("Adam", Adam(lr=0.02), ADDED),
    ),
    start=(-0.5, 0.001),
    steps=200,
    story=STORY,
    source=(
        "a reconstruction: no copy of Alec Radford's animation of 2014 is known, so function and "
        "settings are ours, chosen so that what his caption says can be seen"
    ),
    camera=(60.0, 300.0),
)
