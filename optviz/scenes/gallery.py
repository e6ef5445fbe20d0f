"""The scenes as they are offered: in groups, each with a sentence on what it is."""

from dataclasses import dataclass

from optviz.scenes import SCENES
from optviz.scenes.catalog import CATALOG
from optviz.scenes.claims import CLAIMS
from optviz.scenes.definitions import DIFFERENCES
from optviz.scenes.functions import FUNCTIONS

ABOUT = {
    "beale": "A flat, curved valley between steep walls, with one minimum.",
    "long_valley": "A valley with steep walls, and a minimum at each of its far ends.",
    "saddle_point": "Up along y, down along x, and flat where the two meet: there is no minimum.",
    "noisy_moons": "Two weights of a classifier, trained on a few samples at a time.",
    "rosenbrock": "A narrow valley in the shape of a banana, with one minimum in it.",
    "booth": "A smooth bowl, nine times as curved in one direction as in the other.",
    "himmelblau": "Four minima of the same loss: which one is found?",
    "six_hump_camel": "Six minima, and two of them are the lowest.",
    "styblinski_tang": "Four minima, and one of them is the lowest.",
    "goldstein_price": "Four minima, among losses of up to a million.",
    "ackley": "One deep minimum among ripples, each with a minimum of its own.",
    "rastrigin": "A bowl of ripples: 121 minima, and one of them is the lowest.",
    "ill_conditioned": "A bowl 100 times as curved in one direction; you set how many times.",
    "noisy_quadratic": "A bowl of which each step sees a noisy gradient.",
    "cliff": "A plateau with hardly a slope, which ends at a cliff.",
    "monkey_saddle": "A saddle with three ways down, one of them for the tail.",
    "adam-eps": "Adam adds ε to the corrected root, TensorFlow before the correction.",
    "adam-eps-small": "The same two with the ε that people use, 0.00000001.",
    "adam-uncorrected": "Adam, and Adam that leaves the bias correction out.",
    "nag-look-ahead": "Nesterov's iterate, and the parameter that libraries keep instead.",
    "rmsprop-eps": "RMSProp with ε outside of the square root, and inside.",
    "adagrad-initial": "AdaGrad's sum of squares from 0, and from 0.1.",
    "adadelta-rate": "AdaDelta without a learning rate, and with the one that Keras has.",
}


@dataclass(frozen=True)
class Group:
    """Scenes of one kind.

    Attributes:
        title: above them.
        scenes: their keys.
    """

    title: str
    scenes: tuple[str, ...]


GROUPS = (
    Group("Alec Radford's four races", tuple(SCENES)),
    Group("Test functions", tuple(FUNCTIONS)),
    Group("What people say, measured", tuple(CLAIMS)),
    Group("Definitions that differ", tuple(DIFFERENCES)),
)


def about(key: str) -> str:
    """A sentence on the scene of this key; of a claim, what people say."""
    return CLAIMS[key].says if key in CLAIMS else ABOUT[key]


def title_of(key: str) -> str:
    """What stands on its picture."""
    return CLAIMS[key].name if key in CLAIMS else CATALOG[key].name
