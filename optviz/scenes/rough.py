"""Noise and a cliff: what a learning rate that is right elsewhere does there."""

from dataclasses import replace

import numpy as np

from optviz.entrants import entrants
from optviz.optimizers import SGD, Momentum
from optviz.race import Race
from optviz.scenes.tuned import tuned_scene
from optviz.stories.findings import (
    MINIBATCH_SEEDS,
    Array,
    Conditions,
    Finding,
    Numbers,
    Runs,
    other_minibatch_seeds,
)
from optviz.stories.measures import check_settled, distances, first, path

SLOWER = 4.0  # times smaller than SGD's learning rate on the noisy quadratic


def jitter(paths: tuple[dict[str, Array], ...], name: str) -> float:
    """An optimizer's rms distance from (0, 0) in the second half, median over the seeds."""
    halves = [each[name][len(each[name]) // 2 :] for each in paths]
    return float(np.median([np.sqrt((half**2).sum(axis=-1).mean()) for half in halves]))


def noise(done: Race) -> Numbers:
    """The jitter of SGD, of SGD with a quarter of its learning rate, and of Momentum.

    They start in the minimum itself, so that nothing but noise moves them.
    """
    runs = Runs(done)
    conditions = Conditions.of(done)._replace(start=done.surface.minima[0])
    sgd, momentum = runs["SGD"].optimizer, runs["Momentum"].optimizer
    if not isinstance(sgd, SGD) or not isinstance(momentum, Momentum):
        raise KeyError("SGD and Momentum")
    check_settled(sgd, momentum)
    slower = replace(sgd, lr=sgd.lr / SLOWER)
    both = other_minibatch_seeds(conditions._replace(entrants=entrants([sgd, momentum])))
    alone = other_minibatch_seeds(conditions._replace(entrants=entrants([slower])))
    return {
        "SGD": jitter(both, "SGD"),
        "Momentum": jitter(both, "Momentum"),
        "slower": jitter(alone, "SGD"),
        "same": float(sgd.lr == momentum.lr),
    }


def thrown(done: Race) -> Numbers:
    """NAG: its longest step, the x whose gradient causes it, and how far away it gets."""
    run = Runs(done)["NAG"]
    way = path(run)
    lengths, away = np.hypot(*np.diff(way, axis=0).T), distances(done.surface, way)
    return {
        "longest": float(lengths.max()),
        "where": float(run.grad_at[int(lengths.argmax()), 0]),
        "times": float(lengths.max() / np.median(lengths)),
        "begin": float(away[0]),
        "most": float(away.max()),
        "at": int(away.argmax()),
    }


def over(done: Race) -> Numbers:
    """For each optimizer, the first step beyond the cliff; infinity for never."""
    steps = {name: first(run, lambda at: at[:, 0] < 1) for name, run in Runs(done).items()}
    return {name: float("inf") if step is None else step for name, step in steps.items()}


NOISY_QUADRATIC = tuned_scene(
    "noisy_quadratic",
    steps=200,
    rates=(
        *(0.01778279410038923, 0.01778279410038923, 0.01778279410038923),
        *(0.5623413251903491, 10.0, 0.03162277660168379, 0.03162277660168379),
    ),
    story=(
        Finding(
            says="SGD does not settle: started in the minimum itself, its root mean square "
            "distance from it over the second half of the run is {SGD:.2f}, and {slower:.2f} "
            "with a quarter of the learning rate. Momentum's, at the learning rate of SGD, is "
            f"{{Momentum:.2f}} (medians over {MINIBATCH_SEEDS} minibatch seeds).",
            measure=noise,
            holds=lambda n: (
                n["same"] == 1
                and 0.05 < 1.5 * n["slower"] < n["SGD"]
                and 1.2 * n["SGD"] < n["Momentum"] < 10
            ),
            unsaid={"same": "Here their learning rates differ."},
            shows=("distance", "gradient"),
            slow=True,
        ),
    ),
)

CLIFF = tuned_scene(
    "cliff",
    steps=100,
    rates=(
        *(5.623413251903491, 3.1622776601683795, 3.1622776601683795),
        *(3.1622776601683795, 10.0, 0.31622776601683794, 1.7782794100389228),
    ),
    story=(
        Finding(
            says="The cliff throws NAG off: the gradient at x = {where:.2f} causes a step "
            "{longest:.1f} long, {times:.0f} times its median step, and NAG gets as far as "
            "{most:.0f} from the minimum, after a start at a distance of {begin:.1f}.",
            measure=thrown,
            holds=lambda n: (
                n["most"] > 5 * n["begin"] and n["times"] > 10 and abs(n["where"] - 1) < 0.5
            ),
            shows=("distance", "gradient"),
        ),
        Finding(
            says="AdaGrad and RMSProp are past the cliff at step {AdaGrad:.0f}, because the "
            "length of their first step does not depend on the gradient. SGD is past it at step "
            "{SGD:.0f}, AdaDelta at step {AdaDelta:.0f}.",
            measure=over,
            holds=lambda n: (
                n["AdaGrad"] == 1 and n["RMSProp"] == 1 and 1 < n["SGD"] < n["AdaDelta"]
            ),
            unsaid={"*": "{name} is past it at step {value:.0f}."},
            shows=("above", "linear"),
        ),
    ),
)
