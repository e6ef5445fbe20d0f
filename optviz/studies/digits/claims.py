"""Common statements about Adam and SGD on classifiers, measured on digits.

As in `optviz.stories.findings`, a sentence is a measurement: its numbers are computed from the
study, and whether it holds is computed from the numbers.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from optviz.optimizers import NAG, SGD, AdaDelta, AdaGrad, Adam, Momentum, RMSProp
from optviz.stories.findings import Numbers, sentence
from optviz.stories.shortfalls import shortfalls
from optviz.studies.digits.data import COUNT, TRAINED, digits
from optviz.studies.digits.rates import RATES
from optviz.studies.digits.study import Study, final

SOON = 0.9  # of the test digits
DEFAULT = 0.001  # Adam's learning rate unless it is set


@dataclass(frozen=True)
class Claim:
    """A sentence about a study, and the measurement behind it.

    Attributes:
        says: the sentence, a format string over the numbers.
        measure: the numbers; KeyError where an optimizer it speaks of did not train.
        holds: whether the sentence is true of the numbers.
        folklore: what is commonly said about it; "" if nothing.
        agrees: whether that is true as it stands; where not, `says` tells what is.
    """

    says: str
    measure: Callable[[Study], Numbers]
    holds: Callable[[Numbers], bool]
    folklore: str = ""
    agrees: bool = True

    def of(self, study: Study) -> "Verdict | None":
        """Measure a study; None if an optimizer that the sentence speaks of is not in it."""
        try:
            numbers = self.measure(study)
        except KeyError:
            return None
        holds = bool(self.holds(numbers))
        missing = () if holds else shortfalls(self.holds, numbers)
        words, fails = sentence(self.says, {}, numbers, missing)
        return Verdict(words, holds, self.folklore, self.agrees, fails)


@dataclass(frozen=True)
class Verdict:
    """What came of measuring.

    Attributes:
        words: the sentence with its numbers.
        holds: whether it is true of this study.
        folklore, agrees: as `Claim` has them.
        fails: the passages of the words that tell what is not so, and by how much.
    """

    words: str
    holds: bool
    folklore: str
    agrees: bool
    fails: tuple[str, ...] = ()


def ends(study: Study) -> Numbers:
    """Mean accuracy at the end, in percent: SGD with its two rates, and Adam."""
    return {
        "slow": 100 * final(study.runs(SGD, lr=0.01)),
        "fast": 100 * final(study.runs(SGD, lr=1.0)),
        "adam": 100 * final(study.runs(Adam, lr=0.01)),
        "epochs": study.conditions.epochs,
        "splits": study.conditions.splits,
    }


def soon(study: Study) -> Numbers:
    """The median over splits of the epoch in which nine of ten are classified correctly."""
    entries = {
        "slow": study.runs(SGD, lr=0.01),
        "fast": study.runs(SGD, lr=1.0),
        "momentum": study.runs(Momentum),
        "nag": study.runs(NAG),
        "adadelta": study.runs(AdaDelta),
        "adam": study.runs(Adam, lr=0.01),
    }
    epochs = {
        name: float(np.median([run.reaches(SOON) for run in runs]))
        for name, runs in entries.items()
    }
    missed = sum(not np.isfinite(run.reaches(SOON)) for run in entries["slow"])
    splits, last = study.conditions.splits, study.conditions.epochs
    return epochs | {"missed": missed, "splits": splits, "epochs": last}


def untuned(study: Study) -> Numbers:
    """Adam with the rate it has by default, and SGD with its best, in percent."""
    rate, best = study.rates.best("SGD")
    own = study.rates.at("Adam", DEFAULT)
    return {"adam": 100 * own, "sgd": 100 * best, "rate": rate, "default": DEFAULT}


def tuned(study: Study) -> Numbers:
    """Each rule's best over the rates, in percent, and the spread of one rule over the splits."""
    rates = study.rates
    best = {name: rates.best(name) for name in rates.names}
    scores = {name: 100 * score for name, (_, score) in best.items()}
    own = 100 * rates.accuracy[:, rates.names.index("SGD"), RATES.index(best["SGD"][0])]
    return {
        "low": min(scores.values()),
        "high": max(scores.values()),
        "apart": max(scores.values()) - min(scores.values()),
        "first": min(rate for rate, _ in best.values()),
        "last": max(rate for rate, _ in best.values()),
        "splits_apart": float(np.nanmax(own) - np.nanmin(own)),
        "rates": len(RATES),
        "digit": 100 / (COUNT - TRAINED),
    }


def random_rate(study: Study) -> Numbers:
    """What Adam and SGD reach, in percent, with a rate drawn uniformly from those tried."""
    numbers: dict[str, float] = {"rates": len(RATES), "first": RATES[0], "last": RATES[-1]}
    for name in ("SGD", "Adam"):
        mean = 100 * study.rates.mean(name)
        numbers[name] = float(mean.mean())
        numbers[f"{name}_least"] = float(mean.min())
        numbers[f"{name}_large"] = float(mean[np.array(RATES) >= 1].mean())
    return numbers


def directions(study: Study) -> Numbers:
    """Angles, in degrees, between the straight lines from start to end in all 650 weights."""
    ways = {
        "sgd": study.runs(SGD, lr=1.0)[0],
        "momentum": study.runs(Momentum)[0],
        "nag": study.runs(NAG)[0],
        "adam": study.runs(Adam)[0],
        "adagrad": study.runs(AdaGrad)[0],
        "rmsprop": study.runs(RMSProp)[0],
    }
    if any(run.diverged for run in ways.values()):
        raise KeyError("a run diverged")
    ends = {name: run.weights[-1] - run.weights[0] for name, run in ways.items()}

    def angle(one: str, other: str) -> float:
        a, b = ends[one], ends[other]
        cosine = a @ b / (np.linalg.norm(a) * np.linalg.norm(b))
        return float(np.degrees(np.arccos(np.clip(cosine, -1, 1))))

    apart = [angle("sgd", name) for name in ("adam", "adagrad", "rmsprop")]
    return {
        "momentum": angle("sgd", "momentum"),
        "nag": angle("sgd", "nag"),
        "near": min(apart),
        "far": max(apart),
    }


def projection(study: Study) -> Numbers:
    """The plane's share of the variance, and its error in the loss at the ends of the trails."""
    plane, shown = study.plane, study.shown
    below = [
        float(plane.under(path[-1], digits(shown.split))) - float(run.loss[-1])
        for path, run in zip(plane.paths, shown, strict=True)
        if run.diverged is None
    ]
    if not below:
        raise KeyError("all runs diverged")
    return {
        "share": 100 * plane.share,
        "least": 100 * float(np.nanmin(plane.shares)),
        "most": 100 * float(np.nanmax(plane.shares)),
        "off": max(map(abs, below)),
    }


CLAIMS: tuple[Claim, ...] = (
    Claim(
        says="After {epochs:.0f} epochs with learning rate 0.01, SGD gets {slow:.1f} % of the "
        "test digits right and Adam {adam:.1f} % (means over {splits:.0f} ways to divide the "
        "digits into training and test).",
        measure=ends,
        holds=lambda n: n["adam"] - n["slow"] > 5,
        folklore="changing the optimizer to Adam takes a softmax classifier from 91 to 96 %",
    ),
    Claim(
        says="But SGD with learning rate 1 gets {fast:.1f} % right, as against Adam's {adam:.1f} "
        "%. It is the learning rate that makes the difference, not the optimizer.",
        measure=ends,
        holds=lambda n: n["fast"] - n["slow"] > 5 and n["fast"] > n["adam"] - 0.5,
        folklore="the rule made that difference",
        agrees=False,
    ),
    Claim(
        says="SGD with learning rate 1 first gets 90 % right in epoch {fast:.0f}, Momentum in "
        "{momentum:.0f}, NAG in {nag:.0f}, Adam in {adam:.0f}, AdaDelta in {adadelta:.0f} "
        "(medians). SGD with 0.01 has not got there after {epochs:.0f} epochs in "
        "{missed:.0f} of {splits:.0f} cases.",
        measure=soon,
        holds=lambda n: (
            n["fast"] <= min(n["momentum"], n["nag"])
            and n["fast"] < n["adam"] < n["adadelta"]
            and n["missed"] > n["splits"] / 2
        ),
        folklore="SGD is slower than Adam",
        agrees=False,
    ),
    Claim(
        says="Adam, too, is slow if its learning rate is too small. With its default, "
        "{default:g}, it ends at {adam:.1f} %; SGD with the best rate that was tried, "
        "{rate:g}, ends at {sgd:.1f} %.",
        measure=untuned,
        holds=lambda n: n["sgd"] - n["adam"] > 4,
        folklore="Adam needs no tuning",
        agrees=False,
    ),
    Claim(
        says="With the best of {rates:.0f} learning rates for each, all seven optimizers end "
        "between {low:.1f} and {high:.1f} %. That is less than what chance does to one of "
        "them: SGD changes by {splits_apart:.1f} points when the digits are divided "
        "otherwise. But their best learning rates range from {first:g} to {last:g}. (The "
        "best were picked on the test digits themselves, which helps all alike.)",
        measure=tuned,
        holds=lambda n: n["apart"] < 1 and n["apart"] < n["splits_apart"] and n["low"] > 95,
    ),
    Claim(
        says="Draw one of {rates:.0f} learning rates from {first:g} to {last:g} by lot: Adam gets "
        "{Adam:.1f} % right on average and {Adam_least:.1f} % at worst, SGD {SGD:.1f} % and "
        "{SGD_least:.1f} %. Adam gains where the rate is too small; with rates of 1 and more "
        "SGD is ahead, with {SGD_large:.1f} % to {Adam_large:.1f} %.",
        measure=random_rate,
        holds=lambda n: (
            n["Adam"] > n["SGD"] + 1
            and n["Adam_least"] > n["SGD_least"]
            and n["SGD_large"] > n["Adam_large"]
        ),
        folklore="Adam forgives a badly chosen learning rate",
    ),
    Claim(
        says="Optimizers do differ in where they lead. Momentum and NAG with learning rate 0.1 "
        "and μ = 0.9 end in the direction in which SGD with 0.1 / (1 - 0.9) = 1 ends, "
        "{momentum:.1f} and {nag:.1f} degrees off. Adam, AdaGrad and RMSProp end {near:.0f} "
        "to {far:.0f} degrees off.",
        measure=directions,
        holds=lambda n: max(n["momentum"], n["nag"]) < 5 and n["near"] > 30,
    ),
    Claim(
        says="The picture is a shadow: 650 weights are shown on a plane. It holds {share:.1f} % "
        "of the variance of all trails, and of each between {least:.0f} and {most:.0f} %. At "
        "the trails' ends the loss in the picture differs by up to {off:.2f} from the loss "
        "that was reached.",
        measure=projection,
        holds=lambda n: n["share"] > 50 and n["least"] > 50,
    ),
)


def verdicts(study: Study, claims: Sequence[Claim] = CLAIMS) -> list[Verdict]:
    """All claims whose optimizers were trained, measured."""
    return [verdict for claim in claims if (verdict := claim.of(study))]
