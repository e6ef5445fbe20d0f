"""Logistic regression on noisy moons: every step sees five samples of 400."""

from collections.abc import Callable

import numpy as np

from optviz.entrants import ADDED, RECONSTRUCTED, RECOVERED, ROUGHLY, Entrant
from optviz.optimizers import NAG, SGD, AdaDelta, AdaGrad, Adam, Momentum, RMSProp
from optviz.race import Race
from optviz.scenes.scene import RADFORD, Scene
from optviz.stories.findings import (
    MINIBATCH_SEEDS,
    Array,
    Conditions,
    Finding,
    Numbers,
    Runs,
    other_minibatch_seeds,
)
from optviz.stories.measures import distances, overshoot, turning_angle
from surfaces import SURFACES

REMEMBERING = ("Momentum", "NAG", "Adam")
OTHERS = ("SGD", "AdaGrad", "AdaDelta", "RMSProp")


def medians(done: Race, measure: Callable[[Array], float]) -> dict[str, float]:
    """The median of a measure of each optimizer's path over the minibatch seeds, by name."""
    paths = other_minibatch_seeds(Conditions.of(done))
    return {name: float(np.median([measure(each[name]) for each in paths])) for name in paths[0]}


def samples(done: Race) -> Numbers:
    """What a step sees, and the angle between its gradient and that over all samples."""
    batches = done.surface.minibatches
    if batches is None:
        raise KeyError("minibatches")
    run = Runs(done)["SGD"]
    whole = np.stack(
        (done.surface.gradient or done.surface.autograd_gradient)(*run.grad_at.T), axis=-1
    )
    ends = [np.hypot(each[:, 0], each[:, 1]) for each in (whole, run.grad)]
    cosine = np.clip((whole * run.grad).sum(axis=-1) / (ends[0] * ends[1]), -1, 1)
    off = float(np.nanmedian(np.degrees(np.arccos(cosine))))
    return {"count": batches.count, "size": batches.size, "off": off, "at": 40}


def turning(done: Race) -> Numbers:
    """By how much each path turns from step to step, degrees, median over the seeds."""
    angles = medians(done, turning_angle)
    smooth, rough = (
        [angles[name] for name in REMEMBERING],
        [angles[name] for name in OTHERS],
    )
    return angles | {"least": min(smooth), "most": max(smooth), "rough": min(rough), "at": 60}


def past(done: Race) -> Numbers:
    """How far each optimizer overshoots the minimum, and where it ends; medians over the seeds."""
    beyond = medians(done, lambda x: overshoot(done.surface, x))
    ends = medians(done, lambda x: float(distances(done.surface, x)[-20:].mean()))
    start = float(distances(done.surface, done.start[None])[0])
    back = {f"{name}_back": away / start for name, away in ends.items()}
    return beyond | back | {"others": max(beyond[name] for name in OTHERS), "at": 50}


def accuracies(done: Race) -> Numbers:
    """Each optimizer's accuracy over all samples: at the start, after 20 steps and at the end."""
    accuracy = done.surface.accuracy
    if accuracy is None:
        raise KeyError("accuracy")
    shares = {name: accuracy(*run.x.T) for name, run in Runs(done).items()}
    numbers = {f"{name}_20": float(each[min(20, done.steps)]) for name, each in shares.items()}
    numbers |= {name: float(each[-1]) for name, each in shares.items()}
    best = max(numbers[name] for name in shares)
    least = min(numbers[name] for name in shares)
    return numbers | {"start": float(shares["SGD"][0]), "best": best, "least": least, "at": 20}


STORY = (
    Finding(
        says="The contours show the loss over all {count:.0f} samples, but a step sees only "
        "{size:.0f} of them, the same ones for every optimizer: in half of SGD's steps the "
        "minibatch gradient points more than {off:.0f} degrees away from the gradient over all "
        "samples.",
        measure=samples,
        holds=lambda n: n["size"] < n["count"] and n["off"] > 10,
        caption="the surface is the mean over the whole data set, the trajectories follow noisy "
        "minibatches",
        shows=("samples", "glyph-gradient"),
    ),
    Finding(
        says="Averaging past gradients smooths the noise: Momentum, NAG and Adam turn by "
        "{least:.0f} to {most:.0f} degrees per step, each other optimizer by {rough:.0f} or more "
        f"(medians over {MINIBATCH_SEEDS} minibatch seeds).",
        measure=turning,
        holds=lambda n: n["most"] < n["rough"] / 2,
        caption="rules with momentum smooth",
        shows=("glyph-memory", "above"),
        slow=True,
    ),
    Finding(
        says="Memory also causes overshooting: Momentum passes the minimum by {Momentum:.0%} of "
        "its distance from the start, NAG by {NAG:.0%}, Adam by {Adam:.0%}, the others by at "
        "most {others:.0%}. At the end, Momentum's distance from the minimum is "
        f"{{Momentum_back:.0%}} of that at the start (medians over {MINIBATCH_SEEDS} minibatch "
        "seeds).",
        measure=past,
        holds=lambda n: (
            n["Momentum"] > n["NAG"] > n["Adam"] > n["others"]
            and n["Momentum_back"] < n["Momentum"]
        ),
        caption="which leads to overshooting and correction",
        shows=("distance", "glyph-memory"),
        slow=True,
    ),
    Finding(
        says="The accuracy over all samples is {start:.0%} at the start. After 20 steps it is "
        "{Momentum_20:.0%} with Momentum, {Adam_20:.0%} with Adam and {SGD_20:.0%} with SGD; at "
        "the end it is between {least:.0%} and {best:.0%} with every optimizer.",
        measure=accuracies,
        holds=lambda n: n["SGD_20"] < min(n["Momentum_20"], n["Adam_20"]) and n["least"] > 0.8,
        caption="the chart below is the accuracy",
        shows=("accuracy",),
    ),
)

NOISY_MOONS = Scene(
    name="Noisy moons",
    surface=SURFACES["noisy_moons"],
    entrants=(
        Entrant("SGD", SGD(lr=0.2), ROUGHLY),
        Entrant("Momentum", Momentum(lr=0.2, mu=0.9), RECONSTRUCTED),
        Entrant("NAG", NAG(lr=0.2, mu=0.9), ROUGHLY),
        Entrant("AdaGrad", AdaGrad(lr=1.0), RECOVERED),
        Entrant("AdaDelta", AdaDelta(lr=1.0, rho=0.9, eps=1e-3), RECONSTRUCTED),
        Entrant("RMSProp", RMSProp(lr=0.07, rho=0.95), ROUGHLY),
        Entrant("Adam", Adam(lr=0.2), ADDED),
    ),
    start=(-0.36, 1.27),
    steps=118,
    story=STORY,
    source=RADFORD,
    camera=(62.0, 300.0),
)
