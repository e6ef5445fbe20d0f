"""Hyper-parameters in words and digits, those that change on the way too."""

from typing import Any

from optviz.numbers import with_power
from optviz.schedules.piecewise import Curve, Piecewise
from optviz.words import ENGLISH, Words


def in_words(value: Any, say: Words = ENGLISH) -> str:
    """A hyper-parameter for people: "0.05", "0.1 (0.05 from step 40)", "cosine from 0.3 to 0 ...".

    What Python would write as 1e-08 is 10⁻⁸.
    """
    if isinstance(value, Piecewise):
        if value.curved:
            return sequence(value, say)
        later = (
            say("setting.from", value=in_words(each, say), step=step)
            for step, each in value.changes
        )
        return say("setting.later", first=in_words(value.first, say), later=say.listed(later))
    if isinstance(value, Curve):
        words = say.texts.get(f"curve.{type(value).__name__}", value.words)
        return words.format(**{k: in_words(each, say) for k, each in value.numbers().items()})
    return say.digits(with_power(in_digits(value)))


def sequence(value: Piecewise, say: Words = ENGLISH) -> str:
    """The pieces of a schedule one after the other: "... in 10 steps, then cosine from ..."."""
    said, ends = in_words(value.first, say), getattr(value.first, "length", None)
    for step, each in value.changes:
        then = in_words(each, say)
        if step == ends:
            said += say("setting.then", value=then)
        else:
            said += say("setting.from_on", step=step, value=then)
        ends = step + each.length if isinstance(each, Curve) and each.length else None
    return said


def in_digits(value: float) -> str:
    """A number that can be typed again: in six digits, "0.05" or "1e-08".

    In all digits where six would say 1, which a share like mu cannot be.
    """
    said = f"{value:g}"
    return repr(float(value)) if said == "1" and value != 1 else said
