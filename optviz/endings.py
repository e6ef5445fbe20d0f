"""How a run ends before its last step: it overflows, leaves the domain, or finds nothing defined.

A run goes on while its point, its loss and what its rule remembers are finite. Three different
things can end it, each with its own remedy, and they are told apart by how floating-point numbers
(IEEE 754) say what happened: arithmetic raises the flag "overflow" where a result exceeds the
largest float64, 1.8e308, and "invalid" or "divide by zero" where there is no result at all.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from optviz.words import ENGLISH, Words
from surfaces.surface import Surface

Array = NDArray[np.float64]

OVERFLOW = "overflow"
DOMAIN = "domain"  # the loss has no value where the run went
GRADIENT = "gradient"  # the loss has a value where the run is, and no gradient
UPDATE = "update"  # the rule's own arithmetic has no result, as 0/0
MINIMUM = "minimum"  # GRADIENT, and the point is a minimum: a kink like that of |x| at 0

ARRIVED = 1e-9  # of the picture's larger side: how near a minimum a run has arrived


@dataclass(frozen=True)
class Sentence:
    """How an ending is told, for web/engine/ending.js, too.

    Attributes:
        words: the end of a sentence that begins with the run's name.
        told: what happened and what may help. In both {step} is the first step without finite
            numbers, {before} the one before it, {where} the point.
        rate: in the place of {rate} for rules with a learning rate; else nothing is.
        no_eps: in the place of {help} where eps is 0, if it says anything.
    """

    words: str
    told: str
    rate: str = ""
    no_eps: str = ""


HELP = "another start may help"
SENTENCES = {
    OVERFLOW: Sentence(
        ENGLISH.texts["ending.overflow"],
        "its numbers exceed 1.8e308, the largest there are. It is drawn up to step {before}{rate}",
        rate="; a smaller lr may help",
    ),
    DOMAIN: Sentence(
        ENGLISH.texts["ending.domain"],
        "the loss has no finite value at {where}. It is drawn up to step {before}; {rate}{help}",
        rate="a smaller lr or ",
    ),
    GRADIENT: Sentence(
        ENGLISH.texts["ending.gradient"],
        "the loss has no gradient at {where}, so that there is no further step; {help}",
    ),
    UPDATE: Sentence(
        ENGLISH.texts["ending.update"],
        "its rule has no finite result there, as of 0/0; {help}",
        no_eps="an eps above 0 helps",
    ),
    MINIMUM: Sentence(
        ENGLISH.texts["ending.minimum"],
        "it stands on {where}, where the loss has a kink and no gradient, so that there is no "
        "further step",
    ),
}


@dataclass(frozen=True)
class Ending:
    """What ended a run.

    Attributes:
        kind: OVERFLOW, DOMAIN, GRADIENT, UPDATE or MINIMUM.
        step: the first step without finite numbers.
        point: where it happened: where there is no value, or no gradient; else the last point.
    """

    kind: str
    step: int
    point: tuple[float, float]

    @property
    def words(self) -> str:
        """The end of a sentence that begins with the run's name."""
        return self.told(ENGLISH)

    def told(self, say: Words) -> str:
        """The same in a language."""
        return say(f"ending.{self.kind}", step=self.step, before=self.step - 1)

    def explained(self, name: str, settings: Mapping[str, Any]) -> str:
        """What happened, and what may help.

        Args:
            name: of the run, with its settings if the reader should see them.
            settings: the optimizer's hyper-parameters.
        """
        sentence = SENTENCES[self.kind]
        told = sentence.told.format(
            before=self.step - 1,
            where=f"({self.point[0]:.4g}, {self.point[1]:.4g})",
            rate=sentence.rate if "lr" in settings else "",
            help=(settings.get("eps") == 0 and sentence.no_eps) or HELP,
        )
        return f"{name} {self.words}: {told}."


def early_word(surface: Surface, say: Words = ENGLISH) -> str:
    """What is said of trials that ended early, whose endings are not told apart one by one.

    Where a loss has a value everywhere they have diverged; elsewhere some may have left its domain.
    """
    return say("ending.early" if surface.partial else "ending.diverged")


def ending(
    surface: Surface,
    step: int,
    seed: int,
    grad_at: Array,
    grad: Array,
    x: tuple[Array, Array],
    loss: float,
    memory: Array,
) -> Ending:
    """What ended a run at this step.

    Args:
        surface: what is descended.
        step: the first one after which not everything is finite.
        seed: of the minibatches.
        grad_at: (2,) where the step measured its gradient.
        grad: (2,) what that was.
        x: the iterates before and after the step, (2,) each.
        loss: after the step.
        memory: (names, 2) what the rule remembers after the step.
    """
    before, after = x

    def loss_at(point: Array) -> object:
        return surface.loss(point[0], point[1])

    def told(kind: str, point: Array) -> Ending:
        return Ending(kind, step, (float(point[0]), float(point[1])))

    if not np.isfinite(grad).all():
        if overflows(lambda: surface.step_gradient(grad_at, step - 1, seed)):
            return told(OVERFLOW, before)
        if not np.isfinite(np.asarray(loss_at(grad_at), dtype=float)):
            return told(DOMAIN, grad_at)
        return told(MINIMUM if at_minimum(surface, grad_at) else GRADIENT, grad_at)
    computed = np.vstack([after, memory])
    if not np.isfinite(computed).all():
        return told(OVERFLOW if np.isinf(computed).any() else UPDATE, before)
    assert not np.isfinite(loss)
    return told(OVERFLOW if overflows(lambda: loss_at(after)) else DOMAIN, after)


def overflows(compute: Callable[[], object]) -> bool:
    """Whether a result on the way exceeds the largest float64."""
    flags: set[str] = set()
    with np.errstate(all="call", call=lambda flag, _: flags.add(flag)):
        compute()
    return "overflow" in flags


def at_minimum(surface: Surface, point: Array) -> bool:
    """Whether a point is one of the surface's known minima, to rounding."""
    side = max(high - low for low, high in (surface.xlim, surface.ylim))
    return any(
        bool(np.hypot(*(point - np.array(minimum))) <= ARRIVED * side) for minimum in surface.minima
    )
