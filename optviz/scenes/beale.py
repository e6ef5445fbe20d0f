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
    """Each optimizer's largest distance from the minimum, as a multiple of that at the start."""
    away = {name: distances(done.surface, path(run)) for name, run in Runs(done).items()}
    shares = {name: float(each.max() / each[0]) for name, each in away.items()}
    return shares | {"at": float(away["Momentum"].argmax())}


def reversals(done: Race) -> Numbers:
    """How often each optimizer reverses along y, and in how many steps its loss rises."""
    runs = Runs(done)
    turns = {name: float(turns_back(run, 1)) for name, run in runs.items()}
    ups = {f"{name}_rises": float(rises(run)) for name, run in runs.items()}
    return turns | ups | {"at": 60.0}


def first_steps(done: Race) -> Numbers:
    """The length of each optimizer's first step."""
    return {name: first_step(run) for name, run in Runs(done).items()} | {"at": 1.0}


def adagrad_scaled(done: Race) -> Numbers:
    """AdaGrad on a hundredth of the loss: how far its trajectory differs from that on the loss."""
    run = Runs(done)["AdaGrad"]
    whole = done.surface

    def loss(x, y):  # type: ignore[no-untyped-def]
        return whole.loss(x, y) / 100

    def gradient(x, y):  # type: ignore[no-untyped-def]
        return tuple(part / 100 for part in (whole.gradient or whole.autograd_gradient)(x, y))

    small = replace(whole, loss=loss, gradient=gradient, residuals=None)
    other = race(small, [run.optimizer], done.start, done.steps)[0]
    squares = run.state["G"].sum(axis=-1)
    return {
        "difference": float(np.nanmax(np.abs(run.x - other.x))),
        "first": first_step(run),
        "early": float(squares[EARLY] / squares[int(run.last)]),
        "at": 1.0,
    }


def ends(done: Race) -> Numbers:
    """Each optimizer's distance from the minimum at the end, and its largest, as in `farthest`."""
    runs = Runs(done).items()
    last = {name: float(distances(done.surface, path(run))[-1]) for name, run in runs}
    most = {f"{name}_most": share for name, share in farthest(done).items()}
    return last | most


def steady(done: Race) -> Numbers:
    """In how many steps each loss rises, and how low RMSProp's is when it first does."""
    runs = Runs(done)
    ups = {name: float(rises(run)) for name, run in runs.items()}
    loss = runs["RMSProp"].loss
    begin = int(np.argmax(np.diff(loss) > 0))
    ends_at = {f"{name}_end": float(run.loss[int(run.last)]) for name, run in runs.items()}
    return ups | ends_at | {"share": float(loss[begin] / loss[0]), "begin": begin, "at": begin}


STORY = (
    Finding(
        says="Momentum and NAG run down the wall, through the valley and up the other side: at "
        "their farthest they are {Momentum:.1f} and {NAG:.1f} times as far from the minimum as "
        "at the start. SGD is never farther from it than at the start.",
        measure=farthest,
        holds=lambda n: n["Momentum"] > 1.2 and n["NAG"] > 1.2 and n["SGD"] == 1,
        unsaid={"SGD": "SGD gets {value:.2f} times as far."},
        caption="with a large initial gradient, velocity-based methods shoot off",
        shows=("distance", "glyph-memory"),
    ),
    Finding(
        says="They oscillate: Momentum reverses its direction along y {Momentum:.0f} times, NAG "
        "{NAG:.0f} times and SGD {SGD:.0f} times; the loss rises in {Momentum_rises:.0f}, "
        "{NAG_rises:.0f} and {SGD_rises:.0f} of the steps.",
        measure=reversals,
        holds=lambda n: min(n["Momentum"], n["NAG"]) > 5 and n["SGD"] == 0 and n["SGD_rises"] == 0,
        caption="and bounce around",
        shows=("log", "glyph-memory"),
    ),
    Finding(
        says="The length of AdaGrad's first step, {first:.2f}, is set by its learning rate, not "
        "by the gradient: on a hundredth of the loss its trajectory is the same to "
        "{difference:.0e}. What the large gradients do is shorten all later steps: the first "
        "three contribute {early:.0%} of the final sum of squared gradients.",
        measure=adagrad_scaled,
        holds=lambda n: n["difference"] < 1e-6 and n["early"] > 0.9,
        caption="AdaGrad almost becomes unstable for the same reason",
        agrees=False,
        shows=("rate-y", "glyph-rate"),
        slow=True,
    ),
    Finding(
        says="Rules that divide by past gradients take a first step whose length comes from the "
        "hyper-parameters, not from the gradient: {AdaGrad:.1f} with AdaGrad, {AdaDelta:.1f} "
        "with AdaDelta, {RMSProp:.2f} with RMSProp and {Adam:.2f} with Adam. SGD's first step is "
        "{SGD:.2f} long.",
        measure=first_steps,
        holds=lambda n: min(n["AdaGrad"], n["AdaDelta"]) > 1 and n["SGD"] < n["Adam"],
        shows=("rate-x", "glyph-rate"),
    ),
    Finding(
        says="AdaDelta lowers the loss in every step, as SGD does, and ends at "
        "{AdaDelta_end:.0e} instead of {SGD_end:.1f}. RMSProp lowers it in every step up to step "
        "{begin:.0f}, to {share:.0e} of its initial value; after that it rises in {RMSProp:.0f} "
        "steps. Momentum's loss rises in {Momentum:.0f} steps.",
        measure=steady,
        holds=lambda n: (
            n["AdaDelta"] == 0
            and n["SGD"] == 0
            and n["AdaDelta_end"] < n["SGD_end"]
            and n["share"] < 0.001
            and n["RMSProp"] < n["Momentum"] / 3
        ),
        unsaid={"*": "The loss of {name} rises in {value:.0f} steps."},
        caption="rules that scale the gradient or the step size, such as AdaDelta and RMSProp, "
        "behave like accelerated SGD and handle large gradients with more stability",
        shows=("log",),
    ),
    Finding(
        says="At its farthest, Adam is {Adam_most:.1f} times as far from the minimum as at the "
        "start, Momentum {Momentum_most:.1f} times. At the end AdaDelta is {AdaDelta:.3f} from "
        "the minimum, Adam {Adam:.3f}, Momentum {Momentum:.3f} and SGD {SGD:.1f}.",
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
