"""Lessons for a class: content as data, in `content/`; what they say about a rule is measured."""

from optviz.lessons.lesson import Lesson, load

ORDER = (
    "beale",
    "long_valley",
    "saddle_point",
    "noisy_moons",
    "bias_correction",
    "epsilon",
    "learning_rates",
    "noise",
)

LESSONS: dict[str, Lesson] = {key: load(key) for key in ORDER}

__all__ = ["LESSONS", "Lesson"]
