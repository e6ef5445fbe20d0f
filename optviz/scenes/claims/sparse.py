"""AdaGrad and sparse gradients: a weight whose feature is seen in one step of twenty."""

import numpy as np
from numpy.typing import NDArray

from optviz.entrants import CHOSEN, Entrant
from optviz.optimizers import SGD, AdaDelta, AdaGrad, Adam, RMSProp
from optviz.race import Race, Trajectory
from optviz.scenes.claims.claim import HOLDS, Claim
from optviz.scenes.claims.measuring import RATES, SEEDS, by_name, excess, medians
from optviz.scenes.scene import Scene
from optviz.stories.findings import MINIBATCH_SEEDS, Array, Conditions, Finding, Numbers, Runs
from optviz.variants import LazyAdam
from surfaces import SURFACES

RARE = 1  # the axis of the rare weight
EARLY = 200  # steps


def seen_by(run: Trajectory) -> NDArray[np.intp]:
    """The steps (from 0) in which the rare weight has a gradient; KeyError if fewer than two."""
    seen = np.flatnonzero(run.grad[:, RARE])
    if len(seen) < 2:
        raise KeyError("sightings")
    return seen


def sightings(done: Race) -> Numbers:
    """What a step sees, and in how many steps the rare weight has a gradient."""
    seen, batches = len(seen_by(Runs(done)["SGD"])), done.surface.minibatches
    if batches is None:
        raise KeyError("minibatches")
    numbers = {"size": batches.size, "count": batches.count, "at": 40}
    return numbers | {"seen": seen, "steps": done.steps, "share": seen / done.steps}


def progress(done: Race) -> Numbers:
    """How much of the way to the minimum both weights have gone, median over the seeds."""
    early = min(EARLY, done.steps)
    way = np.array(done.surface.minima[0]) - done.start

    def gone(axis: int) -> dict[str, float]:
        def share(x: Array) -> float:
            return float((x[early, axis] - x[0, axis]) / way[axis])

        return medians(Conditions.of(done), share)

    frequent = {f"{name}_frequent": each for name, each in gone(0).items()}
    return gone(RARE) | frequent | {"least": min(frequent.values()), "early": early, "at": early}


def rates(done: Race) -> Numbers:
    """At the end, the rare weight's rate as a multiple of the frequent weight's."""
    runs = Runs(done)
    numbers = {}
    for name in ("AdaGrad", "RMSProp", "AdaDelta"):
        rate = runs[name].state["rate"][-1]
        numbers[name] = float(rate[RARE] / rate[0])
    return numbers


def unseen(done: Race) -> Numbers:
    """The share of the rare weight's total movement in steps in which its gradient is 0."""
    numbers = {}
    for name, run in Runs(done).items():
        seen_by(run)
        moved = np.abs(np.diff(run.x[:, RARE]))
        blind = run.grad[:, RARE] == 0
        numbers[name] = float(moved[blind].sum() / moved.sum())
    others = [numbers[name] for name in ("SGD", "AdaGrad", "AdaDelta", "RMSProp", "LazyAdam")]
    return numbers | {"others": max(others), "Adam": numbers["Adam"], "at": 60}


def memories(done: Race) -> Numbers:
    """What becomes of m and v of the rare weight in the longest time without its feature."""
    runs = Runs(done)
    seen = seen_by(runs["Adam"])
    gap = int(np.diff(seen).argmax())
    first, last = int(seen[gap]) + 1, int(seen[gap + 1])  # iterates between which nothing is seen
    numbers: dict[str, float] = {"gap": last - first, "at": last}
    for name in ("Adam", "LazyAdam"):
        for memory in ("m", "v"):
            kept = runs[name].state[memory][:, RARE]
            numbers[f"{name}_{memory}"] = float(kept[last] / kept[first])
        numbers[f"{name}_moved"] = float(abs(runs[name].x[last, RARE] - runs[name].x[first, RARE]))
    return numbers


def tuned(done: Race, seeds: tuple[int, ...] = SEEDS) -> Numbers:
    """The mean loss above the minimum's with the best of many learning rates for each."""
    conditions = Conditions.of(done)
    start = (float(done.start[0]), float(done.start[1]))
    least = excess(done.surface, conditions.optimizers, start, done.steps, seeds)
    numbers = by_name(least)
    others = {name: each for name, each in numbers.items() if name not in ("AdaGrad", "RMSProp")}
    return numbers | {"others": min(others.values()), "steps": done.steps}


STORY = (
    Finding(
        says="A step sees {size:.0f} of {count:.0f} samples. Only in {seen:.0f} of {steps:.0f} "
        "steps ({share:.0%}) does that sample have the second feature; in all others the "
        "gradient of its weight, the vertical axis, is exactly 0.",
        measure=sightings,
        holds=lambda n: 0.02 < n["share"] < 0.1,
        shows=("samples", "glyph-gradient"),
    ),
    Finding(
        says="After {early:.0f} steps every optimizer has brought the frequent weight at least "
        "{least:.0%} of its way to the minimum. The rare weight has gone {AdaGrad:.0%} of "
        "its way with AdaGrad, {RMSProp:.0%} with RMSProp, {Adam:.0%} with Adam, "
        "{LazyAdam:.0%} with LazyAdam, {AdaDelta:.0%} with AdaDelta, {SGD:.0%} with SGD "
        f"(medians over {MINIBATCH_SEEDS} minibatch seeds).",
        measure=progress,
        holds=lambda n: (
            n["least"] > 0.8 and n["SGD"] < 0.8 * min(n["AdaGrad"], n["RMSProp"], n["Adam"])
        ),
        shows=("above",),
        slow=True,
    ),
    Finding(
        says="Why? At the end AdaGrad's learning rate for the rare weight is {AdaGrad:.1f} times "
        "that for the frequent one, because the sum of its squared gradients is smaller. "
        "With RMSProp it is {RMSProp:.1f} times, with AdaDelta {AdaDelta:.1f} times as "
        "large. SGD has one learning rate for both.",
        measure=rates,
        holds=lambda n: min(n["AdaGrad"], n["RMSProp"]) > 1.5,
        shows=("rate-x", "rate-y", "glyph-rate"),
    ),
    Finding(
        says="Adam moves a weight also while its gradient is 0: {Adam:.0%} of all the rare "
        "weight's movement happens in such steps. With every other optimizer it is "
        "{others:.0%}.",
        measure=unseen,
        holds=lambda n: n["Adam"] > 0.5 and n["others"] == 0,
        shows=("glyph-memory",),
    ),
    Finding(
        says="For {gap:.0f} steps in a row the rare feature does not occur. In this time Adam's "
        "mean of the gradient, m, falls to {Adam_m:.1%} and its mean of the square, v, to "
        "{Adam_v:.0%}, and the weight moves on by {Adam_moved:.2f}. LazyAdam keeps "
        "{LazyAdam_m:.0%} of m and {LazyAdam_v:.0%} of v, and moves it by "
        "{LazyAdam_moved:.0f}.",
        measure=memories,
        holds=lambda n: (
            abs(n["Adam_m"] / 0.9 ** n["gap"] - 1) < 1e-6
            and abs(n["Adam_v"] / 0.999 ** n["gap"] - 1) < 1e-6
            and n["Adam_moved"] > 0
            and n["LazyAdam_m"] == 1
            and n["LazyAdam_v"] == 1
            and n["LazyAdam_moved"] == 0
        ),
        shows=("glyph-memory", "glyph-rate"),
    ),
    Finding(
        says=f"With the best of {len(RATES)} learning rates for each, the loss lies above the "
        "minimum's, on average over the run, by {AdaGrad:.3f} with AdaGrad, {RMSProp:.3f} "
        "with RMSProp, {Adam:.3f} with Adam, {LazyAdam:.3f} with LazyAdam, {SGD:.3f} with "
        "SGD, {AdaDelta:.3f} with AdaDelta (means over {steps:.0f} steps and "
        f"{len(SEEDS)} minibatch seeds).",
        measure=tuned,
        holds=lambda n: n["AdaGrad"] < n["RMSProp"] and n["AdaGrad"] < 0.8 * n["others"],
        shows=("log",),
        slow=True,
    ),
)

SPARSE = Claim(
    name="AdaGrad likes sparse gradients",
    says="AdaGrad does well where gradients are sparse, that is, where most of them are 0: "
    "weights that rarely have a gradient get a larger learning rate.",
    source="J. Duchi, E. Hazan, Y. Singer, JMLR 12, 2011; repeated in D. P. Kingma, J. Ba, Adam, "
    "ICLR 2015, section 1",
    scene=Scene(
        name="A rare feature",
        surface=SURFACES["rare_feature"],
        entrants=(
            Entrant("SGD", SGD(lr=0.3), CHOSEN),
            Entrant("AdaGrad", AdaGrad(lr=0.55), CHOSEN),
            Entrant("AdaDelta", AdaDelta(lr=1.0, rho=0.9, eps=0.003), CHOSEN),
            Entrant("RMSProp", RMSProp(lr=0.055, rho=0.99), CHOSEN),
            Entrant("Adam", Adam(lr=0.1), CHOSEN),
            Entrant("LazyAdam", LazyAdam(lr=0.1), CHOSEN),
        ),
        start=(0.0, 0.0),
        steps=400,
        story=STORY,
        source="made for the claim; learning rates near the best for each",
        camera=(62.0, 225.0),
        views=("above", "samples"),
    ),
    verdict=HOLDS,
    condition="",
    lesson="A learning rate for each weight pays off where some weights get gradients more rarely "
    "than others. Note, too, that Adam as it is usually run moves a weight also in steps in "
    "which its gradient is 0.",
)
