"""A long valley: steep across (x), nearly flat along (y), and symmetric about y = 0."""

from optviz.entrants import ADDED, RECONSTRUCTED, Entrant
from optviz.optimizers import NAG, SGD, AdaDelta, AdaGrad, Adam, Momentum, RMSProp
from optviz.race import Race, race
from optviz.scenes.scene import Scene
from optviz.stories.findings import Finding, Numbers, Runs
from optviz.stories.measures import first, path, sign_changes
from surfaces import SURFACES


def steps_down(done: Race) -> Numbers:
    """For each optimizer, the first step at which |y| > 1; infinity for never."""
    steps = {name: first(run, lambda at: abs(at[:, 1]) > 1) for name, run in Runs(done).items()}
    return {name: float("inf") if step is None else step for name, step in steps.items()}


def stuck(done: Race) -> Numbers:
    """How far along the valley SGD is at the end, and how far from its floor."""
    across, along = (float(abs(part)) for part in path(Runs(done)["SGD"])[-1])
    return {"across": across, "along": along, "steps": done.steps}


def swings(done: Race) -> Numbers:
    """How often each optimizer crosses the floor before |y| > 1, and when that is."""
    numbers = dict(steps_down(done))
    for name, run in Runs(done).items():
        before = path(run)[: int(min(numbers[name], done.steps)) + 1, 0]
        numbers[f"{name}_swings"] = sign_changes(before)
    return numbers | {"at": numbers["Momentum"] / 2}


def symmetric(done: Race) -> Numbers:
    """The largest |y| of any optimizer from a start on the line of symmetry, y = 0."""
    runs = race(
        done.surface, [run.optimizer for run in done], (done.start[0], 0.0), done.steps, done.seed
    )
    return {"most": max(float(abs(path(run)[:, 1]).max()) for run in runs), "at": 0}


def scaled(done: Race) -> Numbers:
    """When each optimizer has |y| > 1, and the last of those in `DIVIDING`."""
    numbers = steps_down(done)
    return {**numbers, "at": max(numbers[name] for name in DIVIDING)}


DIVIDING = ("AdaGrad", "RMSProp", "AdaDelta", "Adam")

STORY = (
    Finding(
        says="SGD stalls on the valley floor: after {steps:.0f} steps it is {across:.0e} "
        "from the floor and {along:.3f} along it.",
        measure=stuck,
        holds=lambda n: n["across"] < 1e-6 and n["along"] < 0.01,
        caption="rules that do not scale by the gradient struggle to break the symmetry; SGD "
        "gets nowhere",
        shows=("gradient", "glyph-gradient"),
    ),
    Finding(
        says="Momentum and NAG oscillate across the valley: they cross its floor "
        "{Momentum_swings:.0f} and {NAG_swings:.0f} times before they are one unit along it (|y| "
        "> 1), at steps {Momentum:.0f} and {NAG:.0f}.",
        measure=swings,
        holds=lambda n: (
            min(n["Momentum_swings"], n["NAG_swings"]) >= 4
            and max(n["Momentum"], n["NAG"]) < n["SGD"]
        ),
        unsaid={"SGD": "SGD is there at step {value:.0f}."},
        caption="NAG and Momentum oscillate until they have built up velocity in the right "
        "direction",
        shows=("glyph-memory", "log"),
    ),
    Finding(
        says="AdaGrad, RMSProp and AdaDelta divide by the size of past gradients, so a small "
        "gradient moves them as well as a large one: they are one unit along the valley (|y| > "
        "1) at steps {AdaGrad:.0f}, {RMSProp:.0f} and {AdaDelta:.0f}, before Momentum and NAG.",
        measure=scaled,
        holds=lambda n: max(n[name] for name in DIVIDING) < min(n["Momentum"], n["NAG"]),
        unsaid={"*": "{name} is there at step {value:.0f}."},
        caption="rules that scale the step size by the gradient break the symmetry quickly and "
        "descend",
        shows=("rate-y", "glyph-rate"),
    ),
    Finding(
        says="Adam divides as well and is one unit along the valley (|y| > 1) at step "
        "{Adam:.0f}, the last of the four; on the way it crosses the floor {Adam_swings:.0f} "
        "time, the other three never.",
        measure=swings,
        holds=lambda n: (
            n["Adam"] >= max(n[name] for name in DIVIDING)
            and n["Adam_swings"] == 1
            and all(n[f"{name}_swings"] == 0 for name in DIVIDING[:-1])
        ),
        unsaid={
            "_swings": "{name} crosses it {value:.0f} times.",
            "*": "{name} is there at step {value:.0f}.",
        },
        shows=("glyph-rate", "log"),
    ),
    Finding(
        says="It is the start that breaks the symmetry, not an optimizer: from y = 0 exactly, "
        "all of them stay on that line (largest |y|: {most:g}).",
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
