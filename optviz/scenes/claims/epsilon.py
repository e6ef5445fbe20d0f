"""Adam's epsilon: 1e-8, the usual one, against 0.1 and 1.0."""

import numpy as np

from optviz.entrants import CHOSEN, Entrant
from optviz.optimizers import Adam, Momentum
from optviz.race import Race, race
from optviz.scenes.claims.claim import ONLY_IF, Claim
from optviz.scenes.claims.measuring import RATES, SEEDS, excess, medians
from optviz.scenes.scene import Scene
from optviz.stories.findings import (
    MINIBATCH_SEEDS,
    Array,
    Conditions,
    Finding,
    Numbers,
    Runs,
    other_minibatch_seeds,
)
from optviz.stories.measures import first
from surfaces import SURFACES

FAINT = 1  # the axis of the weight whose gradient is nothing but noise
THERE = 0.85  # of the way to the minimum
VALLEY_RATE = 0.02
VALLEY_STEPS = 500
EPSILONS = {"Adam": 1e-8, "Adam ε 0.1": 0.1, "Adam ε 1": 1.0}  # of the entrants, by name
# An entrant's name -> what stands for it in a sentence that is to be filled in.
KEYS = dict(zip(EPSILONS, ("Adam", "Adam_tenth", "Adam_one"), strict=True))


def adams(lr: float) -> dict[str, Adam]:
    """The three entrants' rules with this learning rate."""
    return {name: Adam(lr=lr, eps=eps) for name, eps in EPSILONS.items()}


def keyed(numbers: Numbers) -> dict[str, float]:
    """Numbers by entrants' names as sentences take them."""
    return {KEYS.get(name, name): value for name, value in numbers.items()}


def drift(done: Race) -> Numbers:
    """How far the faint weight strays from its minimum, at most, median over the seeds."""

    def farthest(x: Array) -> float:
        return float(np.abs(x[:, FAINT] - done.surface.minima[0][FAINT]).max())

    numbers = keyed(medians(Conditions.of(done), farthest))
    run = Runs(done)["Adam"]
    return numbers | {"noise": float(np.abs(run.grad[:, FAINT]).max())}


def rates(done: Race) -> Numbers:
    """At the end, the faint weight's rate as a multiple of the other's."""
    runs = Runs(done)
    ends = {name: runs[name].state["rate"][-1] for name in EPSILONS}
    return keyed({name: float(rate[FAINT] / rate[0]) for name, rate in ends.items()})


def like_momentum(done: Race) -> Numbers:
    """Each Adam's largest distance from Momentum at the same step, median over the seeds."""
    paths = other_minibatch_seeds(Conditions.of(done))
    return {
        key: float(
            np.median([np.hypot(*(each[name] - each["Momentum"]).T).max() for each in paths])
        )
        for name, key in KEYS.items()
    }


def speed(done: Race) -> Numbers:
    """Steps until the first weight has gone most of its way, median over the seeds."""
    way = done.surface.minima[0][0] - float(done.start[0])

    def steps(x: Array) -> float:
        there = np.flatnonzero((x[:, 0] - x[0, 0]) / way > THERE)
        return float(there[0]) if len(there) else np.inf

    return keyed(medians(Conditions.of(done), steps)) | {"at": 20}


def valley(done: Race) -> Numbers:
    """Steps until each Adam is one unit along the long valley, with the same learning rate."""
    runs = race(SURFACES["long_valley"], adams(VALLEY_RATE), None, VALLEY_STEPS)
    steps = {run.name: first(run, lambda x: np.abs(x[:, 1]) > 1) for run in runs}
    return keyed({name: np.inf if step is None else step for name, step in steps.items()})


def tuned(done: Race, seeds: tuple[int, ...] = SEEDS) -> Numbers:
    """The mean loss above the minimum's on two surfaces, with the best of many rates for each."""
    rules = adams(1.0)  # `excess` has learning rates of its own
    down, moons = SURFACES["long_valley"], SURFACES["noisy_moons"]
    valley_excess = excess(down, tuple(rules.values()), down.start, 200, (0,))
    moons_excess = excess(moons, tuple(rules.values()), moons.start, 120, seeds)
    numbers = {KEYS[name]: valley_excess[rule] for name, rule in rules.items()}
    return numbers | {f"{KEYS[name]}_moons": moons_excess[rule] for name, rule in rules.items()}


STORY = (
    Finding(
        says="The second weight starts where it should be, so its gradient is nothing but noise, "
        "at most {noise:.4f}. With ε = 10⁻⁸ Adam follows the noise and strays by {Adam:.2f}; "
        "with 0.1 it strays by {Adam_tenth:.4f}, with 1 by {Adam_one:.4f} (medians over "
        f"{MINIBATCH_SEEDS} minibatch seeds).",
        measure=drift,
        holds=lambda n: n["Adam"] > 100 * n["Adam_tenth"] > 300 * n["Adam_one"],
        shows=("above", "glyph-gradient"),
        slow=True,
    ),
    Finding(
        says="Why? Adam divides by the size of past gradients, so a small one counts as much as a "
        "large one. With ε = 10⁻⁸ the second weight's learning rate is {Adam:.0f} times the "
        "first one's, with 0.1 {Adam_tenth:.1f} times, with 1 {Adam_one:.2f} times. Momentum "
        "has one learning rate for both.",
        measure=rates,
        holds=lambda n: n["Adam"] > 100 and n["Adam_tenth"] < 20 and n["Adam_one"] < 2,
        shows=("rate-y", "glyph-rate"),
    ),
    Finding(
        says="With ε = 1 Adam is nearly Momentum with a tenth of its learning rate: they are "
        "never more than {Adam_one:.2f} apart. With ε = 0.1 they are {Adam_tenth:.2f} apart, "
        f"with 10⁻⁸ {{Adam:.2f}} (medians over {MINIBATCH_SEEDS} minibatch seeds).",
        measure=like_momentum,
        holds=lambda n: n["Adam_one"] < 0.2 * n["Adam_tenth"] < 0.2 * n["Adam"],
        shows=("glyph-memory",),
        slow=True,
    ),
    Finding(
        says="A large ε costs speed if the learning rate stays as it is: for most of its way the "
        "first weight takes {Adam:.0f} steps with ε = 10⁻⁸, {Adam_tenth:.0f} with 0.1, "
        f"{{Adam_one:.0f}} with 1 (medians over {MINIBATCH_SEEDS} minibatch seeds).",
        measure=speed,
        holds=lambda n: n["Adam"] <= n["Adam_tenth"] < 0.5 * n["Adam_one"],
        shows=("linear",),
        slow=True,
    ),
    Finding(
        says="A small gradient may also be the only one there is. In the long valley, with "
        f"learning rate {VALLEY_RATE} for all, Adam with ε = 10⁻⁸ is one unit along the "
        "valley after {Adam:.0f} steps, with 0.1 after {Adam_tenth:.0f}, with 1 after "
        "{Adam_one:.0f}.",
        measure=valley,
        holds=lambda n: 1.5 * n["Adam"] < n["Adam_tenth"] < 0.5 * n["Adam_one"],
        slow=True,
    ),
    Finding(
        says=f"With the best of {len(RATES)} learning rates for each, the loss lies above the "
        "minimum's, on average over the run, by {Adam:.3f} with ε = 10⁻⁸, {Adam_tenth:.3f} "
        "with 0.1 and {Adam_one:.3f} with 1 in the long valley: there a small ε is better. "
        "On the noisy moons it is {Adam_moons:.3f}, {Adam_tenth_moons:.3f} and "
        f"{{Adam_one_moons:.3f}}: there a large one is (means over {len(SEEDS)} minibatch "
        "seeds).",
        measure=tuned,
        holds=lambda n: (
            1.3 * n["Adam"] < n["Adam_tenth"] < 0.8 * n["Adam_one"]
            and max(n["Adam_tenth_moons"], n["Adam_one_moons"]) < 0.95 * n["Adam_moons"]
        ),
        slow=True,
    ),
)

EPSILON = Claim(
    name="Epsilon is more than a safeguard",
    says="The usual ε of 10⁻⁸ may be a bad choice for Adam; in some problems 0.1 or 1 is better.",
    source="documentation of TensorFlow's AdamOptimizer, from 2015 (on Inception and ImageNet)",
    scene=Scene(
        name="Three epsilons",
        surface=SURFACES["faint_feature"],
        entrants=(
            Entrant("Momentum", Momentum(lr=0.01, mu=0.9), CHOSEN),
            *(Entrant(name, rule, CHOSEN) for name, rule in adams(0.1).items()),
        ),
        start=(0.0, 0.0),
        steps=200,
        story=STORY,
        source="made for the claim; the same learning rate for all Adams, and (1 - β₁) times it "
        "for Momentum",
        camera=(62.0, 225.0),
    ),
    verdict=ONLY_IF,
    condition="small gradients are mostly noise, and the learning rate is raised together with ε",
    lesson="Gradients that are smaller than ε are damped. A large ε turns Adam into momentum; a "
    "small one makes noise as large as any other gradient. What ε does depends on the "
    "learning rate: change both together.",
)
