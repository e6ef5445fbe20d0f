"""Noise and a cliff: what a learning rate that is right elsewhere does there."""

from dataclasses import replace

import numpy as np

from optviz.entrants import entrants
from optviz.optimizers import SGD, Momentum
from optviz.race import Race
from optviz.scenes.tuned import tuned_scene
from optviz.stories.findings import Array, Conditions, Finding, Numbers, Runs, other_minibatch_seeds
from optviz.stories.measures import distances, first, path

SLOWER = 4.0  # times smaller than SGD's learning rate on the noisy quadratic


def jitter(paths: tuple[dict[str, Array], ...], name: str) -> float:
    """How far somebody is from (0, 0) in the second half, rms, median over the orders."""
    halves = [each[name][len(each[name]) // 2 :] for each in paths]
    return float(np.median([np.sqrt((half**2).sum(axis=-1).mean()) for half in halves]))


def noise(done: Race) -> Numbers:
    """The jitter of SGD, of SGD with a quarter of its learning rate, and of Momentum.

    From the minimum itself, so that nothing but noise moves anybody.
    """
    runs = Runs(done)
    conditions = Conditions.of(done)._replace(start=done.surface.minima[0])
    sgd, momentum = runs["SGD"].optimizer, runs["Momentum"].optimizer
    if not isinstance(sgd, SGD) or not isinstance(momentum, Momentum):
        raise KeyError("SGD and Momentum")
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
    """NAG: its longest step, the x whose slope makes it, and how far away it gets."""
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
    """The first step at which everybody is beyond the cliff; infinity for never."""
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
            says="SGD does not settle: started in the minimum itself, it is {SGD:.2f} from it over "
            "the second half (root mean square, median of 20 orders); with a quarter of the "
            "learning rate {slower:.2f}. Momentum, at the rate of SGD, is {Momentum:.2f} from it.",
            measure=noise,
            holds=lambda n: (
                n["same"] == 1
                and 0.05 < 1.5 * n["slower"] < n["SGD"]
                and 1.2 * n["SGD"] < n["Momentum"] < 10
            ),
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
            says="The cliff throws NAG off: the slope at x = {where:.2f} makes a step "
            "{longest:.1f} long, {times:.0f} times its median one, and carries it {most:.0f} from "
            "the minimum, from which it began {begin:.1f}.",
            measure=thrown,
            holds=lambda n: (
                n["most"] > 5 * n["begin"] and n["times"] > 10 and abs(n["where"] - 1) < 0.5
            ),
            shows=("distance", "gradient"),
        ),
        Finding(
            says="AdaGrad and RMSProp are over it at step {AdaGrad:.0f}: their first step does not "
            "depend on the slope. SGD is at step {SGD:.0f}, AdaDelta at {AdaDelta:.0f}.",
            measure=over,
            holds=lambda n: n["AdaGrad"] == n["RMSProp"] == 1 < n["SGD"] < n["AdaDelta"],
            shows=("above", "linear"),
        ),
    ),
)
