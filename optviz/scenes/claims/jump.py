"""RMSProp and a loss that changes: the minimum jumps to another place halfway."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from optviz.entrants import CHOSEN, Entrant
from optviz.optimizers import SGD, AdaDelta, AdaGrad, Adam, Momentum, RMSProp
from optviz.race import Race
from optviz.scenes.claims.claim import HOLDS, Claim
from optviz.scenes.claims.measuring import RATES, SEEDS, by_name, excess, medians
from optviz.scenes.scene import Scene
from optviz.stories.findings import MINIBATCH_SEEDS, Array, Conditions, Finding, Numbers, Runs
from optviz.stories.measures import distances
from surfaces import SURFACES, Surface
from surfaces.jumping_minimum import TARGETS, mean_loss, swarm

NEAR = 0.3  # of a stage's minimum; the noise of each optimizer stays below it
REST = 50  # steps, the last of a stage
LATER = 800  # steps until the minimum jumps, in the longer race
AFTER = 400  # steps from there to its end


def jump_of(done: Race) -> int:
    """The step at which the minimum jumps; KeyError where none does with `REST` steps after it."""
    stages = done.surface.stages
    if stages is None or not REST <= stages.lasts <= done.steps - REST:
        raise KeyError("stages")
    return stages.lasts


def from_target(x: Array, stage: int) -> Array:
    """(n,) how far points (n, 2) are from where a stage has its minimum."""
    return np.asarray(np.hypot(*(x - TARGETS[stage]).T))


def steps_to(x: Array, stage: int) -> float:
    """How many steps a path takes until it is near a stage's minimum; inf if it does not get there.

    Args:
        x: (n + 1, 2) the iterates of the stage, its first being where it begins.
        stage: 0 or 1.
    """
    near = np.flatnonzero(from_target(x, stage) < NEAR)
    return float(near[0]) if len(near) else np.inf


def out_and_back(conditions: Conditions) -> dict[str, float]:
    """Each optimizer's steps to the first minimum, by name, and to the second, as name_back."""
    jump = conditions.surface.stages.lasts if conditions.surface.stages else 0
    out = medians(conditions, lambda x: steps_to(x[: jump + 1], 0))
    back = medians(conditions, lambda x: steps_to(x[jump:], 1))
    return out | {f"{name}_back": each for name, each in back.items()}


def stages(done: Race) -> Numbers:
    """Where the picture's minima are, where the stages', and when the minimum jumps."""
    jump = jump_of(done)
    offsets = distances(done.surface, np.array(TARGETS))
    run = Runs(done)["SGD"]
    numbers = {"jump": jump, "offset": float(offsets.max()), "at": jump}
    numbers["first"] = float(from_target(run.x[jump - REST : jump + 1], 0).max())
    numbers["second"] = float(from_target(run.x[-REST:], 1).max())
    return numbers


def returns(done: Race) -> Numbers:
    """Each optimizer's steps to the first minimum and to the second, medians over the seeds."""
    jump = jump_of(done)
    numbers = out_and_back(Conditions.of(done))
    names = Runs(done).keys()
    out = [numbers[name] for name in names]
    most = max(numbers[f"{name}_back"] for name in names if name != "AdaGrad")
    return numbers | {"low": min(out), "high": max(out), "most": most, "at": jump}


def jumping_at(step: int, surface: Surface) -> Surface:
    """The same surface, but that its minimum jumps at this step."""
    assert surface.stages is not None
    return replace(surface, stages=replace(surface.stages, lasts=step))


def above_target(surface: Surface, x: Array, step: int) -> Array:
    """(...) how much more the loss of the time is at points (..., 2) than at its minimum."""
    assert surface.stages is not None
    stage = int(step > surface.stages.lasts)
    target = np.array(TARGETS[stage])
    lowest = mean_loss(target[0], target[1], swarm(stage))
    return np.asarray(mean_loss(x[..., 0], x[..., 1], swarm(stage)) - lowest)


def tuned(done: Race, seeds: tuple[int, ...] = SEEDS) -> Numbers:
    """The mean loss above the minimum's of the time, with the best of many rates for each."""
    jump_of(done)
    conditions = Conditions.of(done)
    optimizers, (x, y), steps = conditions.optimizers, conditions.start, conditions.steps
    numbers = by_name(excess(done.surface, optimizers, (x, y), steps, seeds, above_target))
    return numbers | {"least": min(numbers.values())}


def later(done: Race) -> Numbers:
    """The same in a race whose minimum jumps later."""
    jump_of(done)
    conditions = Conditions.of(done)
    longer = conditions._replace(surface=jumping_at(LATER, done.surface), steps=LATER + AFTER)
    numbers = out_and_back(longer)
    before = out_and_back(conditions)
    change = {
        name: numbers[f"{name}_back"] / before[f"{name}_back"]
        for name in before
        if f"{name}_back" in before
    }
    others = max(each for name, each in change.items() if name != "AdaGrad")
    return numbers | {"later": LATER, "ratio": change["AdaGrad"], "others": others}


def rates(done: Race) -> Numbers:
    """By what share rates change from step 10 to the jump, and then until `REST` steps after it."""
    runs, jump = Runs(done), jump_of(done)
    numbers: dict[str, float] = {"at": jump}
    for name in ("AdaGrad", "RMSProp"):
        rate = runs[name].state["rate"].mean(axis=-1)
        numbers[name] = float(rate[jump] / rate[10])
        numbers[f"{name}_after"] = float(rate[jump + REST] / rate[jump])
    return numbers


def rest(done: Race) -> Numbers:
    """Each optimizer's distance from the minimum in the last steps before it jumps, medians."""
    jump = jump_of(done)

    def away(x: Array) -> float:
        return float(from_target(x[jump - REST : jump + 1], 0).mean())

    numbers = medians(Conditions.of(done), away)
    others = min(each for name, each in numbers.items() if name != "AdaGrad")
    return numbers | {"others": others, "at": jump}


def follows(most: float) -> Callable[[Numbers], bool]:
    """Whether all but AdaGrad need at most this multiple of the steps out, and AdaGrad more."""

    def holds(n: Numbers) -> bool:
        names = [name for name in n if f"{name}_back" in n]
        ratios = {name: n[f"{name}_back"] / n[name] for name in names}
        slow = ratios.pop("AdaGrad")
        return max(ratios.values()) < most < slow / 1.5

    return holds


STORY = (
    Finding(
        says="At step {jump:.0f} the minimum jumps. The contours show the mean of the loss before "
        "and after the jump, so they have two basins, but at any time there is only one; its "
        "minimum is at most {offset:.2f} from a star. SGD is within {first:.1f} of the first "
        "minimum before the jump and within {second:.1f} of the second at the end.",
        measure=stages,
        holds=lambda n: n["offset"] < NEAR and max(n["first"], n["second"]) < 3 * NEAR,
        shows=("above", "distance"),
    ),
    Finding(
        says="With these learning rates all optimizers find the first minimum equally fast: they "
        f"are within {NEAR} of it after {{low:.0f}} to {{high:.0f}} steps. After the "
        "jump, RMSProp is as near to the second one in {RMSProp_back:.0f} steps, Adam in "
        "{Adam_back:.0f}, AdaDelta in {AdaDelta_back:.0f}, Momentum in {Momentum_back:.0f} "
        "and SGD in {SGD_back:.0f}, but AdaGrad in {AdaGrad_back:.0f} (medians over "
        f"{MINIBATCH_SEEDS} minibatch seeds).",
        measure=returns,
        holds=lambda n: n["high"] < 1.3 * n["low"] and follows(1.6)(n),
        shows=("distance",),
        slow=True,
    ),
    Finding(
        says="Why? AdaGrad's learning rate can only fall. From step 10 to the jump it falls to "
        "{AdaGrad:.0%}, and 50 steps after the jump it is {AdaGrad_after:.0%} of what it was "
        "at the jump. RMSProp's falls to {RMSProp:.0%} until the jump, and 50 steps later it "
        "is {RMSProp_after:.0%} of that.",
        measure=rates,
        holds=lambda n: n["AdaGrad_after"] <= 1 and n["AdaGrad"] < n["RMSProp"] / 2,
        shows=("rate-x", "rate-y", "glyph-rate"),
    ),
    Finding(
        says="If the minimum jumps later, at step {later:.0f}, AdaGrad needs {AdaGrad_back:.0f} "
        "steps to reach the second one, {ratio:.1f} times as many as after the early jump. "
        "RMSProp needs {RMSProp_back:.0f}, SGD {SGD_back:.0f}, and no optimizer but AdaGrad "
        "needs more than {others:.1f} times as many.",
        measure=later,
        holds=lambda n: 1.5 < n["ratio"] < np.inf and n["others"] < 1.3,
        shows=("rate-x",),
        slow=True,
    ),
    Finding(
        says=f"With the best of {len(RATES)} learning rates for each, the loss lies above that "
        "of the current minimum, on average over the run, by {RMSProp:.2f} with RMSProp, "
        "{AdaGrad:.2f} with AdaGrad, {AdaDelta:.2f} with AdaDelta, {SGD:.2f} with SGD, "
        f"{{Adam:.2f}} with Adam, {{Momentum:.2f}} with Momentum (means over {len(SEEDS)} "
        "minibatch seeds).",
        measure=tuned,
        holds=lambda n: n["RMSProp"] < 1.05 * n["least"] and n["RMSProp"] < 0.9 * n["SGD"],
        shows=("log",),
        slow=True,
    ),
    Finding(
        says="What AdaGrad gains is that it comes to rest: in the 50 steps before the jump its "
        "mean distance from the minimum is {AdaGrad:.2f}. RMSProp's is {RMSProp:.2f}, SGD's "
        "{SGD:.2f}, and no other optimizer's is below {others:.2f} (medians over "
        f"{MINIBATCH_SEEDS} minibatch seeds).",
        measure=rest,
        holds=lambda n: n["AdaGrad"] < 0.7 * n["others"],
        shows=("distance", "log"),
        slow=True,
    ),
)

JUMP = Claim(
    name="RMSProp follows a changing loss",
    says="RMSProp does well where the loss changes during the descent: it forgets old gradients, "
    "which AdaGrad never does.",
    source="T. Tieleman, G. Hinton, Lecture 6.5, Coursera, 2012; D. P. Kingma, J. Ba, Adam, ICLR "
    "2015, section 1",
    scene=Scene(
        name="A minimum that jumps",
        surface=SURFACES["jumping_minimum"],
        entrants=(
            Entrant("SGD", SGD(lr=0.5), CHOSEN),
            Entrant("Momentum", Momentum(lr=0.085, mu=0.9), CHOSEN),
            Entrant("AdaGrad", AdaGrad(lr=0.55), CHOSEN),
            Entrant("AdaDelta", AdaDelta(lr=1.0, rho=0.9, eps=0.0035), CHOSEN),
            Entrant("RMSProp", RMSProp(lr=0.15, rho=0.9), CHOSEN),
            Entrant("Adam", Adam(lr=0.2), CHOSEN),
        ),
        start=(0.0, 4.5),
        steps=400,
        story=STORY,
        source="made for the claim; with these learning rates all find the first minimum equally "
        "fast",
        camera=(62.0, 225.0),
    ),
    verdict=HOLDS,
    condition="",
    lesson="What hurts after a change is a memory that only grows. An optimizer that forgets "
    "avoids that, and so does one without memory: SGD is back as soon. The price is that their "
    "steps do not become smaller by themselves.",
)
