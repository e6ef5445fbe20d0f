"""Where definitions of the same name differ: each paper's rule against a library's version of it.

Each is a scene of two optimizers, so it is seen, inspected and exported as any race is.
"""

from collections.abc import Callable

import numpy as np

from optviz.entrants import CHOSEN, DEFAULT, Entrant
from optviz.optimizers import NAG, AdaDelta, AdaGrad, Adam, Optimizer, RMSProp
from optviz.race import Race
from optviz.scenes.scene import Scene
from optviz.stories.findings import Finding, Numbers, Runs
from optviz.stories.measures import first_step
from optviz.variants import (
    AdaGradInitial,
    AdamEpsHat,
    AdamUncorrected,
    NAGLookAhead,
    RMSPropEpsInside,
)
from surfaces import SURFACES

START = (1.0, 1.6)
STEPS = 200


def separation(done: Race) -> dict[str, float]:
    """The distance between the two iterates: the largest, its step, and that after one step."""
    one, other = done.runs
    away = np.hypot(*(one.x - other.x).T)
    return {"most": float(np.nanmax(away)), "first": float(away[1]), "at": int(np.nanargmax(away))}


def first_steps(done: Race) -> Numbers:
    """The same, and how long the first step is."""
    lengths = {name: first_step(run) for name, run in Runs(done).items()}
    return separation(done) | lengths


def look_ahead(done: Race) -> Numbers:
    """The same, and how far the other is from the first one's lookahead point."""
    one, other = done.runs
    off = float(np.nanmax(np.abs(one.grad_at[1:] - other.x[1 : len(one.grad_at)])))
    return separation(done) | {"off": off}


def difference(
    name: str,
    pair: tuple[Optimizer, Optimizer | Entrant],
    says: str,
    holds: Callable[[Numbers], bool],
    measure: Callable[[Race], Numbers] = separation,
) -> Scene:
    """Two definitions from the same start on Beale's function."""
    return Scene(
        name=name,
        surface=SURFACES["beale"],
        entrants=tuple(each if isinstance(each, Entrant) else named(each) for each in pair),
        start=START,
        steps=STEPS,
        story=(Finding(says, measure, holds, shows=("above", "log")),),
        source="ours, chosen so that the two definitions differ visibly, or hardly",
    )


def named(optimizer: Optimizer) -> Entrant:
    """An entrant that has the name of its class."""
    kind = type(optimizer)
    return Entrant(kind.__name__, optimizer, DEFAULT if optimizer == kind() else CHOSEN)


# As keras.optimizers.Adadelta of Keras 3 has it (F. Chollet et al.), though the rule was made to
# need no learning rate.
ADADELTA_IN_KERAS = Entrant("AdaDelta in Keras", AdaDelta(lr=1e-3, rho=0.95, eps=1e-7), DEFAULT)

DIFFERENCES: dict[str, Scene] = {
    "adam-eps": difference(
        "Adam: ε of the paper against ε\u0302 of TensorFlow",
        (Adam(lr=0.3, eps=0.1), AdamEpsHat(lr=0.3, eps_hat=0.1)),
        "The paper adds ε after v is corrected. TensorFlow and Keras add it before, where it "
        "weighs more in the first steps. With ε = 0.1 the trajectories are up to {most:.3f} "
        "apart, and {first:.3f} after the first step alone.",
        lambda n: n["most"] > 0.03,
    ),
    "adam-eps-small": difference(
        "Adam: the same with the usual ε",
        (Adam(lr=0.3), AdamEpsHat(lr=0.3, eps_hat=1e-8)),
        "With the usual ε, which is tiny, the trajectories are never more than {most:.0e} apart: "
        "only a large ε tells the two definitions apart.",
        lambda n: n["most"] < 1e-6,
    ),
    "adam-uncorrected": difference(
        "Adam: without bias correction",
        (Adam(lr=0.3), AdamUncorrected(lr=0.3)),
        "Without bias correction Adam's first step is {AdamUncorrected:.2f} long instead of "
        "{Adam:.2f}, and the trajectories are up to {most:.1f} apart. Some animations leave the "
        "correction out.",
        lambda n: n["AdamUncorrected"] > 3 * n["Adam"] and n["most"] > 1,
        first_steps,
    ),
    "nag-look-ahead": difference(
        "NAG: the iterate against the parameter that libraries keep",
        (NAG(lr=0.001, mu=0.95), NAGLookAhead(lr=0.001, mu=0.95)),
        "The paper's x is where the optimizer stands. torch, optax and Keras store the point "
        "where it looks ahead instead, which is up to {most:.2f} away. It is the same path: "
        "their point is never more than {off:.0e} from the paper's lookahead point.",
        lambda n: n["most"] > 0.1 and n["off"] < 1e-10,
        look_ahead,
    ),
    "rmsprop-eps": difference(
        "RMSProp: ε outside the root against inside",
        (
            RMSProp(lr=0.07, rho=0.95, eps=0.1),
            RMSPropEpsInside(lr=0.07, rho=0.95, eps=0.1),
        ),
        "torch adds ε to the root, optax and Keras add it under the root. With ε = 0.1 the "
        "trajectories are up to {most:.2f} apart.",
        lambda n: n["most"] > 0.05,
    ),
    "adagrad-initial": difference(
        "AdaGrad: sum of squares from 0 against from 0.1",
        (AdaGrad(lr=0.5), AdaGradInitial(lr=0.5)),
        "torch starts the sum of squared gradients at 0, optax and Keras at 0.1. Gradients here "
        "are so large that the trajectories are never more than {most:.0e} apart.",
        lambda n: 0 < n["most"] < 0.01,
    ),
    "adadelta-rate": difference(
        "AdaDelta: as published, without a learning rate, against Keras's",
        (AdaDelta(), ADADELTA_IN_KERAS),
        "Zeiler's rule has no learning rate, which is the same as a learning rate of 1, as in "
        "torch. Keras multiplies each step by 0.001 and hardly moves: the trajectories are up to "
        "{most:.2f} apart.",
        lambda n: n["most"] > 0.1,
    ),
}
