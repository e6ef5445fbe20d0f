"""A saddle point: at the start, the gradient along x is a millionth of that along y."""

from optviz.entrants import ADDED, RECONSTRUCTED, RECOVERED, ROUGHLY, Entrant
from optviz.optimizers import NAG, SGD, AdaDelta, AdaGrad, Adam, Momentum, RMSProp
from optviz.race import Race
from optviz.scenes.scene import RADFORD, Scene
from optviz.stories.findings import Finding, Numbers, Runs
from optviz.stories.measures import first, monotone, opposite, path, sign_changes
from surfaces import SURFACES

SCALING = ("AdaDelta", "RMSProp", "AdaGrad")


def steps_away(done: Race) -> Numbers:
    """For each optimizer, the first step at which |x| > 1; infinity for never."""
    steps = {name: first(run, lambda at: abs(at[:, 0]) > 1) for name, run in Runs(done).items()}
    return {name: float("inf") if step is None else step for name, step in steps.items()}


def stuck(done: Race) -> Numbers:
    """How far SGD moves along x, and how far from the ridge's line it ends."""
    way = path(Runs(done)["SGD"])
    return {
        "along": float(abs(way[:, 0] - way[0, 0]).max()),
        "off": float(abs(way[-1, 1])),
        "steps": done.steps,
    }


def flanks(done: Race) -> Numbers:
    """How far each optimizer gets to the other side of y = 0, as a share of where it started.

    Under `monotone`, whether every optimizer moves along x in one direction only.
    """
    runs = Runs(done)
    numbers = {name: opposite(run, 1) for name, run in runs.items()}
    only = all(monotone(path(run)[:, 0]) for run in runs.values())
    crossing = first(runs["Momentum"], lambda at: at[:, 1] < -0.15)
    return numbers | {"monotone": float(only), "at": crossing or 0}


def swings(done: Race) -> Numbers:
    """How often Momentum and NAG cross y = 0 before |x| > 1, and when that is."""
    numbers = dict(steps_away(done))
    for name in ("Momentum", "NAG"):
        before = path(Runs(done)[name])[: int(min(numbers[name], done.steps)) + 1, 1]
        numbers[f"{name}_swings"] = sign_changes(before)
    return numbers | {"at": numbers["Momentum"]}


def scaled(done: Race) -> Numbers:
    """When each optimizer has |x| > 1, and how far those of `SCALING` get beyond y = 0 at most."""
    numbers = steps_away(done)
    runs = Runs(done)
    across = max(opposite(runs[name], 1) for name in SCALING)
    return {**numbers, "across": across, "at": max(numbers[name] for name in SCALING)}


STORY = (
    Finding(
        says="SGD converges to the saddle point and stays there: after {steps:.0f} steps it is "
        "{off:.0e} from it along y and has moved by {along:.0e} along x.",
        measure=stuck,
        holds=lambda n: n["along"] < 0.001 and n["off"] < 1e-6,
        caption="how optimizers behave around a saddle point",
        shows=("gradient", "glyph-gradient"),
    ),
    Finding(
        says="No optimizer takes a different path: along x, each moves in one direction only. "
        "What Momentum and NAG do is overshoot the saddle point along y, by {Momentum:.0%} and "
        "{NAG:.0%} of their initial distance.",
        measure=flanks,
        holds=lambda n: n["monotone"] == 1 and min(n["Momentum"], n["NAG"]) > 0.3,
        unsaid={"monotone": "Along x, an optimizer turns back."},
        caption="NAG and Momentum like to explore and almost take a different path",
        agrees=False,
        shows=("glyph-memory", "space"),
    ),
    Finding(
        says="Momentum and NAG oscillate: y changes its sign {Momentum_swings:.0f} and "
        "{NAG_swings:.0f} times before they have left the saddle point (|x| > 1), at steps "
        "{Momentum:.0f} and {NAG:.0f}.",
        measure=swings,
        holds=lambda n: min(n["Momentum_swings"], n["NAG_swings"]) > 5,
        shows=("glyph-memory",),
    ),
    Finding(
        says="AdaDelta, RMSProp and AdaGrad leave the saddle point (|x| > 1) at steps "
        "{AdaDelta:.0f}, {RMSProp:.0f} and {AdaGrad:.0f}, before Momentum and NAG, although the "
        "gradient along x is tiny. Along y they overshoot it by at most {across:.0%}.",
        measure=scaled,
        holds=lambda n: max(n[name] for name in SCALING) < min(n["Momentum"], n["NAG"]),
        unsaid={"*": "{name} leaves it at step {value:.0f}."},
        caption="AdaDelta, AdaGrad and RMSProp behave like accelerated SGD",
        shows=("rate-x", "glyph-rate"),
    ),
    Finding(
        says="Adam leaves the saddle point (|x| > 1) at step {Adam:.0f}: after AdaDelta, RMSProp "
        "and AdaGrad, and before Momentum and NAG.",
        measure=steps_away,
        holds=lambda n: max(n[name] for name in SCALING) < n["Adam"] < min(n["Momentum"], n["NAG"]),
        unsaid={"*": "{name} leaves it at step {value:.0f}."},
        shows=("rate-x", "glyph-rate"),
    ),
)

SADDLE_POINT = Scene(
    name="Saddle point",
    surface=SURFACES["saddle_point"],
    entrants=(
        Entrant("SGD", SGD(lr=0.01), RECOVERED),
        Entrant("Momentum", Momentum(lr=0.01, mu=0.95), RECOVERED),
        Entrant("NAG", NAG(lr=0.01, mu=0.95), RECOVERED),
        Entrant("AdaGrad", AdaGrad(lr=0.05), ROUGHLY),
        Entrant("AdaDelta", AdaDelta(lr=1.0, rho=0.9, eps=1e-6), RECONSTRUCTED),
        Entrant("RMSProp", RMSProp(lr=0.01, rho=0.95), ROUGHLY),
        Entrant("Adam", Adam(lr=0.01), ADDED),
    ),
    start=(-1e-6, 0.25),
    steps=198,
    story=STORY,
    source=RADFORD,
    views=("space",),
)
