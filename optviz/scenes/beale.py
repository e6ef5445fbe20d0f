"""Beale's function: a steep wall, a curved valley, a minimum at its end."""

from dataclasses import replace

import numpy as np

from optviz.entrants import ADDED, RECONSTRUCTED, RECOVERED, ROUGHLY, Entrant
from optviz.optimizers import NAG, SGD, AdaDelta, AdaGrad, Adam, Momentum, RMSProp
from optviz.race import Race, race
from optviz.scenes.scene import RADFORD, Scene
from optviz.stories.findings import Finding, Numbers, Runs
from optviz.stories.measures import distances, first_step, path, rises, turns_back
from surfaces import SURFACES

EARLY = 3  # steps


def farthest(done: Race) -> Numbers:
    """How far everybody gets from the minimum, as a multiple of where they start."""
    away = {name: distances(done.surface, path(run)) for name, run in Runs(done).items()}
    shares = {name: float(each.max() / each[0]) for name, each in away.items()}
    return shares | {"at": float(away["Momentum"].argmax())}


def bounces(done: Race) -> Numbers:
    """How often everybody turns back along y, and in how many steps the loss rises."""
    runs = Runs(done)
    turns = {name: float(turns_back(run, 1)) for name, run in runs.items()}
    ups = {f"{name}_rises": float(rises(run)) for name, run in runs.items()}
    return turns | ups | {"at": 60.0}


def leaps(done: Race) -> Numbers:
    """Everybody's first step."""
    return {name: first_step(run) for name, run in Runs(done).items()} | {"at": 1.0}


def adagrad_scaled(done: Race) -> Numbers:
    """AdaGrad on a hundredth of the loss: how far its path parts from the path on all of it."""
    run = Runs(done)["AdaGrad"]
    whole = done.surface

    def loss(x, y):  # type: ignore[no-untyped-def]
        return whole.loss(x, y) / 100

    def gradient(x, y):  # type: ignore[no-untyped-def]
        return tuple(part / 100 for part in (whole.gradient or whole.autograd_gradient)(x, y))

    small = replace(whole, loss=loss, gradient=gradient)
    other = race(small, [run.optimizer], done.start, done.steps)[0]
    gathered = run.state["G"].sum(axis=-1)
    return {
        "apart": float(np.nanmax(np.abs(run.x - other.x))),
        "leap": first_step(run),
        "early": float(gathered[EARLY] / gathered[int(run.last)]),
        "at": 1.0,
    }


def ends(done: Race) -> Numbers:
    """How far everybody is from the minimum at the end, and was at most, as `farthest` has it."""
    runs = Runs(done).items()
    last = {name: float(distances(done.surface, path(run))[-1]) for name, run in runs}
    most = {f"{name}_most": share for name, share in farthest(done).items()}
    return last | most


def steady(done: Race) -> Numbers:
    """In how many steps everybody's loss rises, and where RMSProp's is when it first does."""
    runs = Runs(done)
    ups = {name: float(rises(run)) for name, run in runs.items()}
    loss = runs["RMSProp"].loss
    begin = int(np.argmax(np.diff(loss) > 0))
    ends_at = {f"{name}_end": float(run.loss[int(run.last)]) for name, run in runs.items()}
    return ups | ends_at | {"share": float(loss[begin] / loss[0]), "begin": begin, "at": begin}


STORY = (
    Finding(
        says="Momentum and NAG run down the wall, through the valley and up the other side: they "
        "get {Momentum:.1f} and {NAG:.1f} times as far from the minimum as they started. SGD "
        "never gets farther away.",
        measure=farthest,
        holds=lambda n: n["Momentum"] > 1.2 and n["NAG"] > 1.2 and n["SGD"] == 1,
        caption="with a large first gradient, rules with a velocity shoot off",
        shows=("distance", "glyph-memory"),
    ),
    Finding(
        says="They bounce: Momentum turns back along y {Momentum:.0f} times, NAG {NAG:.0f}, SGD "
        "{SGD:.0f}; the loss rises in {Momentum_rises:.0f} and {NAG_rises:.0f} of the steps, with "
        "SGD in {SGD_rises:.0f}.",
        measure=bounces,
        holds=lambda n: min(n["Momentum"], n["NAG"]) > 5 and n["SGD"] == n["SGD_rises"] == 0,
        caption="and bounce around",
        shows=("log", "glyph-memory"),
    ),
    Finding(
        says="AdaGrad's leap of {leap:.2f} is set by its learning rate, not by the gradient: on a "
        "hundredth of the loss its path is the same to {apart:.0e}. What the large gradients do is "
        "slow it down for good: the first three steps make up {early:.0%} of all it ever gathers.",
        measure=adagrad_scaled,
        holds=lambda n: n["apart"] < 1e-6 and n["early"] > 0.9,
        caption="AdaGrad almost becomes unstable for the same reason",
        agrees=False,
        shows=("rate-y", "glyph-rate"),
        slow=True,
    ),
    Finding(
        says="Their first step has the length of the settings, not of the slope: AdaGrad and "
        "AdaDelta leap by {AdaGrad:.1f} and {AdaDelta:.1f}, RMSProp and Adam by {RMSProp:.2f} and "
        "{Adam:.2f}; SGD's is {SGD:.2f} long.",
        measure=leaps,
        holds=lambda n: min(n["AdaGrad"], n["AdaDelta"]) > 1 and n["SGD"] < n["Adam"],
        shows=("rate-x", "glyph-rate"),
    ),
    Finding(
        says="AdaDelta lowers the loss at every single step, as SGD does, down to "
        "{AdaDelta_end:.0e} instead of {SGD_end:.1f}. RMSProp does so down to {share:.0e} of the "
        "first loss, at step {begin:.0f}; then it rises in {RMSProp:.0f} steps, Momentum in "
        "{Momentum:.0f}.",
        measure=steady,
        holds=lambda n: (
            n["AdaDelta"] == n["SGD"] == 0
            and n["AdaDelta_end"] < n["SGD_end"]
            and n["share"] < 0.001
            and n["RMSProp"] < n["Momentum"] / 3
        ),
        caption="rules that scale by gradients, as AdaDelta and RMSProp, go like an accelerated "
        "SGD and bear large gradients with more stability",
        shows=("log",),
    ),
    Finding(
        says="Adam gets {Adam_most:.1f} times as far from the minimum as it started, Momentum "
        "{Momentum_most:.1f} times; Adam ends {Adam:.3f} from it, Momentum {Momentum:.3f}, "
        "AdaDelta {AdaDelta:.3f}. SGD is still {SGD:.1f} away.",
        measure=ends,
        holds=lambda n: (
            1 < n["Adam_most"] < n["Momentum_most"]
            and n["AdaDelta"] < n["Adam"] < n["Momentum"] < n["SGD"]
        ),
        shows=("distance",),
    ),
)

BEALE = Scene(
    name="Beale's function",
    surface=SURFACES["beale"],
    entrants=(
        Entrant("SGD", SGD(lr=0.001), RECOVERED),
        Entrant("Momentum", Momentum(lr=0.001, mu=0.95), RECOVERED),
        Entrant("NAG", NAG(lr=0.001, mu=0.95), RECOVERED),
        Entrant("AdaGrad", AdaGrad(lr=1.0), RECOVERED),
        Entrant("AdaDelta", AdaDelta(lr=1.0, rho=0.98, eps=0.0225), RECONSTRUCTED),
        Entrant("RMSProp", RMSProp(lr=0.07, rho=0.95), ROUGHLY),
        Entrant("Adam", Adam(lr=0.3), ADDED),
    ),
    start=(1.0, 1.6),
    steps=198,
    story=STORY,
    source=RADFORD,
    camera=(62.0, 225.0),
)
