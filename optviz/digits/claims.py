"""What is said of Adam and SGD on classifiers, and what comes of it on digits.

As in `optviz.findings`, a sentence is a measurement: its numbers are computed from the study, and
whether it holds is computed from the numbers.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from optviz.digits.data import COUNT, TRAINED, digits
from optviz.digits.rates import RATES
from optviz.digits.study import Study, final
from optviz.findings import Numbers
from optviz.optimizers import NAG, SGD, AdaDelta, Adam, Momentum

SOON = 0.9  # of the test digits
GOOD = 0.95
DEFAULT = 0.001  # Adam's learning rate where nobody sets it


@dataclass(frozen=True)
class Claim:
    """A sentence about a study, and the measurement behind it.

    Attributes:
        says: the sentence, a format string over the numbers.
        measure: the numbers; KeyError where somebody it speaks of did not train.
        holds: whether the sentence is true of the numbers.
        folklore: what is commonly said of it; "" if nothing.
        agrees: whether that is true as it stands; where not, `says` tells what is.
    """

    says: str
    measure: Callable[[Study], Numbers]
    holds: Callable[[Numbers], bool]
    folklore: str = ""
    agrees: bool = True

    def of(self, study: Study) -> "Verdict | None":
        """Measure a study; None if somebody whom the sentence speaks of is not in it."""
        try:
            numbers = self.measure(study)
        except KeyError:
            return None
        words = self.says.format(**numbers).replace("inf", "never")
        return Verdict(words, bool(self.holds(numbers)), self.folklore, self.agrees)


@dataclass(frozen=True)
class Verdict:
    """What came of measuring.

    Attributes:
        words: the sentence with its numbers.
        holds: whether it is true of this study.
        folklore, agrees: as `Claim` has them.
    """

    words: str
    holds: bool
    folklore: str
    agrees: bool


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
    """The median over splits of the epoch in which nine of ten are told right."""
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
    """Everybody's best over the rates, in percent, and how far one rule's splits lie apart."""
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


def tolerant(study: Study) -> Numbers:
    """For everybody how many of the rates tell at least `GOOD` right."""
    numbers: dict[str, float] = {"rates": len(RATES), "good": 100 * GOOD}
    for name in study.rates.names:
        fine = study.rates.mean(name) >= GOOD
        numbers[name] = int(fine.sum())
        numbers[f"{name}_from"] = min(np.array(RATES)[fine], default=float("nan"))
        numbers[f"{name}_to"] = max(np.array(RATES)[fine], default=float("nan"))
    return numbers


def shadows(study: Study) -> Numbers:
    """What the plane holds, and how far it is from the truth at the ends of the trails."""
    plane, shown = study.plane, study.shown
    below = [
        float(plane.under(path[-1], digits(shown.split))) - float(run.loss[-1])
        for path, run in zip(plane.paths, shown, strict=True)
        if run.diverged is None
    ]
    if not below:
        raise KeyError("everybody diverged")
    return {
        "share": 100 * plane.share,
        "least": 100 * float(np.nanmin(plane.shares)),
        "most": 100 * float(np.nanmax(plane.shares)),
        "off": max(map(abs, below)),
    }


CLAIMS: tuple[Claim, ...] = (
    Claim(
        says="After {epochs:.0f} epochs SGD with learning rate 0.01 tells {slow:.1f} % of the test "
        "digits right and Adam, also with 0.01, {adam:.1f} % (means over {splits:.0f} splits).",
        measure=ends,
        holds=lambda n: n["adam"] - n["slow"] > 5,
        folklore="changing the optimizer to Adam takes a softmax classifier from 91 to 96 %",
    ),
    Claim(
        says="SGD with learning rate 1 tells {fast:.1f} % right, Adam {adam:.1f} %: the learning "
        "rate makes the difference, not the rule.",
        measure=ends,
        holds=lambda n: n["fast"] - n["slow"] > 5 and n["fast"] > n["adam"] - 0.5,
        folklore="the rule made that difference",
        agrees=False,
    ),
    Claim(
        says="SGD with learning rate 1 is at 90 % after epoch {fast:.0f}, as early as Momentum "
        "({momentum:.0f}) and NAG ({nag:.0f}); Adam takes {adam:.0f}, AdaDelta {adadelta:.0f}. SGD "
        "with 0.01 has not got there after {epochs:.0f} epochs on {missed:.0f} of {splits:.0f} "
        "splits.",
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
        says="A rate that is too small slows Adam as well: with its default, {default:g}, it "
        "ends at {adam:.1f} %, SGD with its best of those tried, {rate:g}, at {sgd:.1f} %.",
        measure=untuned,
        holds=lambda n: n["sgd"] - n["adam"] > 4,
        folklore="Adam needs no tuning",
        agrees=False,
    ),
    Claim(
        says="Each with the best of {rates:.0f} rates, all seven end between {low:.1f} and "
        "{high:.1f} %; one rule alone, SGD, spreads over {splits_apart:.1f} points from split to "
        "split. But the best rates run from {first:g} to {last:g}. They were picked on the digits "
        "that judge them, which flatters everybody alike.",
        measure=tuned,
        holds=lambda n: n["apart"] < 1 and n["apart"] < n["splits_apart"] and n["low"] > 95,
    ),
    Claim(
        says="Of {rates:.0f} rates from 0.001 to 100, SGD tells {good:.0f} % right or more with "
        "{SGD:.0f} ({SGD_from:g} to {SGD_to:g}), Adam with {Adam:.0f}, AdaGrad with {AdaGrad:.0f}, "
        "RMSProp with {RMSProp:.0f}: Adam is not less choosy here, its good rates are smaller.",
        measure=tolerant,
        holds=lambda n: n["Adam"] <= n["SGD"] and n["Adam_from"] < n["SGD_from"],
        folklore="Adam forgives a badly chosen learning rate",
        agrees=False,
    ),
    Claim(
        says="The plane holds {share:.1f} % of the variance of all trails, of each one between "
        "{least:.0f} and {most:.0f} %. Trails are shadows on it: at their ends the loss drawn "
        "differs from the loss reached by up to {off:.2f}.",
        measure=shadows,
        holds=lambda n: n["share"] > 90 and n["least"] > 75 and n["off"] < 0.15,
    ),
)


def verdicts(study: Study, claims: Sequence[Claim] = CLAIMS) -> list[Verdict]:
    """Every claim about whom it speaks of trained, measured."""
    return [verdict for claim in claims if (verdict := claim.of(study))]
