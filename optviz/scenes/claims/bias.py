"""Bias correction: Adam without it, and what its first steps are then."""

import numpy as np

from optviz.entrants import CHOSEN, Entrant
from optviz.optimizers import Adam, Array, Optimizer
from optviz.race import Race, race
from optviz.scenes.claims.claim import ONLY_IF, Claim
from optviz.scenes.scene import Scene
from optviz.stories.findings import Finding, Numbers, Runs
from optviz.stories.measures import check_settled, distances, first_step, path
from optviz.variants import AdamUncorrected
from surfaces import SURFACES, Surface

NEAR = 0.3  # of the minimum
LONG = 5000  # steps with a constant gradient
SHORT_MEMORIES = {"two": 0.99, "one": 0.9}


def tilted(x: Array, y: Array) -> Array:
    """A loss whose gradient is the same everywhere, (1, 1)."""
    return x + y


TILTED = Surface(
    name="Tilted plane",
    loss=tilted,
    gradient=lambda x, y: (np.ones_like(x), np.ones_like(y)),
    xlim=(-1.0, 1.0),
    ylim=(-1.0, 1.0),
    start=(0.0, 0.0),
    minima=(),
    source="a plane, made for this project",
)


def lengths(optimizer: Optimizer, steps: int) -> Array:
    """(steps,) how long a rule's steps are on the tilted plane, along each axis."""
    run = race(TILTED, [optimizer], None, steps)[0]
    return np.asarray(np.abs(np.diff(run.x[:, 0])))


def first_steps(done: Race) -> Numbers:
    """The length of both first steps, and of those of Adam and its variant over them."""
    runs = Runs(done)
    corrected, raw = first_step(runs["Adam"]), first_step(runs["AdamUncorrected"])
    check_settled(runs["Adam"].optimizer)
    adam = runs["Adam"].optimizer.settings()
    expected = (1 - adam["beta1"]) / np.sqrt(1 - adam["beta2"])
    return {
        "Adam": corrected,
        "AdamUncorrected": raw,
        "ratio": raw / corrected,
        "expected": float(expected),
        "at": 1,
    }


def constant_gradient(done: Race) -> Numbers:
    """With a constant gradient: how many times too long the steps are, and for how long."""
    ratios = lengths(AdamUncorrected(lr=0.01), LONG) / lengths(Adam(lr=0.01), LONG)
    peak = int(ratios.argmax())
    return {
        "most": float(ratios[peak]),
        "peak": peak + 1,
        "double": int(np.flatnonzero(ratios > 2)[-1]) + 1,
        "tenth": int(np.flatnonzero(ratios > 1.1)[-1]) + 1,
        "at": min(peak + 1, done.steps),
    }


def memories(done: Race) -> Numbers:
    """What is wrong in the first estimates: m and v after a step, as shares of g and g^2."""
    run = Runs(done)["AdamUncorrected"]
    axis = int(np.abs(run.grad[0]).argmax())
    g, m, v = run.grad[0, axis], run.state["m"][1, axis], run.state["v"][1, axis]
    if g == 0:
        raise KeyError("gradient")
    return {
        "m": float(m / g),
        "v": float(v / (g * g)),
        "root": float(np.sqrt(v) / abs(g)),
        "at": 1,
    }


def consequences(done: Race) -> Numbers:
    """How far both get from the minimum, as a multiple of the start's distance, and when they stay.

    name_there is the step from which on a run is within `NEAR` of the minimum; its length + 1 where
    it never is.
    """
    numbers: dict[str, float] = {}
    for name, run in Runs(done).items():
        away = distances(done.surface, path(run))
        numbers[name] = float(away.max() / away[0])
        numbers[f"{name}_there"] = int(np.flatnonzero(np.append(np.inf, away) > NEAR)[-1])
    return numbers | {"at": 10}


def shorter_memory(done: Race) -> Numbers:
    """The first step without correction over that with it, where v remembers less."""
    surface, start = done.surface, done.start
    numbers = {}
    for name, beta2 in SHORT_MEMORIES.items():
        rules = [Adam(lr=0.3, beta2=beta2), AdamUncorrected(lr=0.3, beta2=beta2)]
        corrected, raw = race(surface, rules, start, 1)
        numbers[name] = first_step(raw) / first_step(corrected)
    return numbers | {"at": 1}


STORY = (
    Finding(
        says="After one step m, the mean of the gradient, is {m:.1f} times the gradient, and v, "
        "the mean of its square, {v:.3f} times the square: both are too small, because both "
        "start at 0. But Adam divides by the root of v, which is {root:.3f} times the "
        "gradient's size, and so takes too long a step, not too short a one.",
        measure=memories,
        holds=lambda n: n["v"] < n["root"] < n["m"] < 1,
        shows=("glyph-memory",),
    ),
    Finding(
        says="Adam's first step is {Adam:.2f} long. Without the correction it is "
        "{AdamUncorrected:.2f} long, {ratio:.2f} times as much; in theory it is (1 - β₁) / "
        "√(1 - β₂) = {expected:.2f} times.",
        measure=first_steps,
        holds=lambda n: n["ratio"] > 2 and abs(n["ratio"] / n["expected"] - 1) < 1e-3,
        shows=("rate-x",),
    ),
    Finding(
        says="The error grows before it shrinks. Where the gradient is always the same, steps "
        "without correction are {most:.1f} times as long as they should be at step "
        "{peak:.0f}, still more than twice as long at step {double:.0f}, and more than a "
        "tenth too long until step {tenth:.0f}.",
        measure=constant_gradient,
        holds=lambda n: n["most"] > 5 and n["peak"] < 50 and n["double"] > 200,
        shows=("rate-x", "rate-y"),
    ),
    Finding(
        says="So Adam without correction gets {AdamUncorrected:.1f} times as far from the minimum "
        "as it started, with correction {Adam:.1f} times. Here that does no harm: without "
        f"correction it stays within {NEAR} of the minimum from step "
        "{AdamUncorrected_there:.0f} on, with correction from step {Adam_there:.0f}.",
        measure=consequences,
        holds=lambda n: (
            n["AdamUncorrected"] > 1.2 * n["Adam"] and n["AdamUncorrected_there"] <= n["Adam_there"]
        ),
        shows=("distance", "log"),
    ),
    Finding(
        says="It depends on the two memories. Where v remembers fewer steps, the first step "
        "without correction is {two:.2f} times as long as Adam's (β₂ = 0.99), or even "
        "{one:.2f} times as long (β₂ = 0.9).",
        measure=shorter_memory,
        holds=lambda n: abs(n["two"] - 1) < 0.01 and n["one"] < 0.5,
    ),
)

BIAS = Claim(
    name="Adam needs its bias correction",
    says="Without the bias correction of its two means, Adam's first steps are far too long.",
    source="D. P. Kingma, J. Ba, Adam, ICLR 2015, sections 3 and 6.4",
    scene=Scene(
        name="Adam without correction",
        surface=SURFACES["beale"],
        entrants=(
            Entrant("Adam", Adam(lr=0.3), CHOSEN),
            Entrant("AdamUncorrected", AdamUncorrected(lr=0.3), CHOSEN),
        ),
        start=(1.0, 1.6),
        steps=198,
        story=STORY,
        source="made for the claim; the learning rate is that of Adam on Beale's function",
        camera=(62.0, 225.0),
    ),
    verdict=ONLY_IF,
    condition="v remembers much longer than m (1 - β₂ is below the square of 1 - β₁), as by "
    "default",
    lesson="At first m and v are both too small. A small m makes the step shorter, a small v makes "
    "it longer; which one wins depends on β₁ and β₂. With the usual ones v wins, for "
    "hundreds of steps. Longer steps are not always worse: it is as if the learning rate "
    "began high.",
)
