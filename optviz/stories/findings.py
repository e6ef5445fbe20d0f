"""Sentences about a race that are measurements: what is said, the numbers, and when it is true."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from optviz.entrants import Entrant
from optviz.numbers import spoken, tidy
from optviz.optimizers import Optimizer
from optviz.race import Race, Trajectory, march, race
from optviz.stories.shortfalls import Shortfall, shortfalls
from surfaces import Surface
from surfaces.keeping import Keeper, kept

Array = NDArray[np.float64]

Numbers = Mapping[str, float]

MINIBATCH_SEEDS = 20  # how many, over which medians are taken


@dataclass(frozen=True)
class Finding:
    """A sentence about a race, and the measurement behind it.

    Attributes:
        says: the sentence, a format string over the numbers: "Adam ends {Adam:.2f} away".
        measure: the numbers, mostly one for each optimizer under its name. It raises KeyError
            where an optimizer it speaks of does not race, and may give the step to look at as "at".
        holds: whether the sentence is true of the numbers: comparisons of them, all of which must
            be true, so that it can be said which are not.
        caption: what Alec Radford's caption of 2014 says of it, in our words; "" if nothing.
        agrees: whether the caption is true as it stands; where not, `says` tells what is.
        shows: what in the player shows it, of `SHOWN`.
        slow: whether measuring takes longer than a visitor who drags a start should wait.
        unsaid: what is said of numbers that the sentence does not tell, where they are what fails:
            format strings over `name` and `value`. For a number a, SGD or SGD_rises it is that
            under its own name, under its ending, "_rises", or under "*".
    """

    says: str
    measure: Callable[[Race], Numbers]
    holds: Callable[[Numbers], bool]
    caption: str = ""
    agrees: bool = True
    shows: tuple[str, ...] = ()
    slow: bool = False
    unsaid: Mapping[str, str] = field(default_factory=dict, hash=False)

    def of(self, done: Race) -> "Measurement | None":
        """Measure a race; None if it cannot be measured in this one.

        An optimizer that the sentence speaks of may not race, or may have diverged at once.
        """
        try:
            with np.errstate(all="ignore"):
                numbers = self.measure(done)
            holds = bool(self.holds(numbers))
            missing = () if holds else tuple(shortfalls(self.holds, numbers))
            words, fails = sentence(self.says, self.unsaid, numbers, missing)
            step = int(min(done.steps, max(0, numbers.get("at", done.steps))))
            return Measurement(words, holds, step, fails)
        except (LookupError, ValueError, ArithmeticError):
            return None


@dataclass(frozen=True)
class Measurement:
    """What came of measuring.

    Attributes:
        words: the sentence with its numbers.
        holds: whether it is true of this race.
        step: at which it can be seen.
        fails: the passages of the words that tell what is not as it should be, and by how much.
    """

    words: str
    holds: bool
    step: int
    fails: tuple[str, ...] = ()


@dataclass(frozen=True)
class Statement:
    """A sentence as it is shown: what was measured, and what belongs to it.

    Attributes:
        words, holds, step, fails: as `Measurement` has them.
        shows, caption, agrees: as `Finding` has them.
        own: whether it was measured under the story's own conditions instead of those shown.
        place: of the finding in its story, from 0.
    """

    words: str
    holds: bool
    step: int
    shows: tuple[str, ...]
    caption: str
    agrees: bool
    own: bool
    fails: tuple[str, ...] = ()
    place: int = 0


class Worded:
    """A number that a sentence is filled with, and what it lacks."""

    def __init__(self, value: float, missing: Sequence[Shortfall], passages: list[str]) -> None:
        self.value, self.missing, self.passages = value, list(missing), passages

    def __format__(self, spec: str) -> str:
        words = spoken(self.value, spec)
        if not self.missing:
            return words
        words = f"{words} {self.missing[0].words(self.value, spec)}".rstrip()
        self.missing.clear()  # it is told once
        self.passages.append(words)
        return words


def sentence(
    says: str,
    unsaid: Mapping[str, str],
    numbers: Numbers,
    missing: Sequence[Shortfall] = (),
) -> tuple[str, tuple[str, ...]]:
    """A finding's sentence with its numbers, and the passages in it that tell what is missing.

    Raises:
        LookupError: the sentence names a number that is not there.
    """
    passages: list[str] = []
    lacks = {name: [each for each in missing if each.key == name] for name in numbers}
    worded = {name: Worded(value, lacks[name], passages) for name, value in numbers.items()}
    words = says.format(**worded)
    for key, value in worded.items():
        name, _, ending = key.partition("_")
        clause = unsaid.get(key, unsaid.get(f"_{ending}", unsaid.get("*", "")))
        if value.missing and clause:
            told: list[str] = []
            filled = Worded(value.value, value.missing, told)
            passages.append(clause.format(name=name, value=filled))
            words += f" {passages[-1]}"
    return tidy(words), tuple(map(tidy, passages))


# Parts of the player that a finding can switch on: a view, a chart, or a glyph.
SHOWN = {
    *("above", "space", "samples"),
    *("accuracy", "log", "linear", "distance", "gradient", "sharpness", "rate-x", "rate-y"),
    *("glyph-gradient", "glyph-memory", "glyph-rate", "glyph-look", "glyph-curvature"),
}


class Runs(dict[str, Trajectory]):
    """The runs of a race by their names; KeyError for one that does not race."""

    def __init__(self, done: Race) -> None:
        super().__init__({run.name: run for run in done})


class Conditions(NamedTuple):
    """Everything that makes a race what it is: equal for the same race run again."""

    surface: Surface
    entrants: tuple[Entrant, ...]
    start: tuple[float, ...]
    steps: int
    seed: int

    @classmethod
    def of(cls, done: Race) -> "Conditions":
        """Those of a race of a single start."""
        start = tuple(done.start.tolist())
        return cls(done.surface, done.entrants, start, done.steps, done.seed)

    @property
    def keeper(self) -> Keeper | None:
        """The surface's."""
        return self.surface.keeper

    @property
    def optimizers(self) -> tuple[Optimizer, ...]:
        """The entrants' optimizers."""
        return tuple(each.optimizer for each in self.entrants)

    def same_race(self, other: "Conditions") -> bool:
        """Whether the two give the same race, wherever the settings come from."""
        surface, entrants, *rest = other
        return [self.surface, *self[2:]] == [surface, *rest] and [
            (each.name, each.optimizer) for each in self.entrants
        ] == [(each.name, each.optimizer) for each in entrants]

    def named_in(self, words: str) -> set[str]:
        """The entrants of whom a sentence speaks, by name; of "Adam 2" it does not as of "Adam"."""
        names = sorted((re.escape(each.name) for each in self.entrants), key=len, reverse=True)
        return {*re.findall(rf"(?<!\w)(?:{'|'.join(names)})(?!\w)", words)}

    def own_runs(self, done: Race) -> Race:
        """A race without the entrants that these conditions do not have.

        A sentence about "Adam" means the Adam of its story: not one more Adam that was added, nor
        another rule that was given the name.
        """
        own = {(each.name, type(each.optimizer)) for each in self.entrants}
        runs = tuple(run for run in done if (run.name, type(run.optimizer)) in own)
        return done if len(runs) == len(done) else replace(done, runs=runs)


def evaluate_story(
    story: Sequence[Finding], done: Race, own: Conditions, patient: bool = True
) -> list[Statement]:
    """A story, measured.

    Args:
        story: what is to be said.
        done: the race that is shown.
        own: the conditions that the story was written for. Findings that are slow to measure are
            measured under these, once.
        patient: whether to wait for those; else they are left out until they have been measured.

    Returns:
        A sentence for every finding whose optimizers race: those that are measured, and those
        that the sentence names. A caption that names another one is left out.
    """
    sentences = []
    told = own.own_runs(done)
    elsewhere = not Conditions.of(told).same_race(own)
    racing = {run.name for run in told}
    for place, finding in enumerate(story):
        if finding.slow and not patient and (finding, own) not in MEASURED:
            continue
        measured = measured_under(finding, own) if finding.slow else finding.of(told)
        if measured and own.named_in(measured.words) <= racing:
            own_only = finding.slow and elsewhere
            sentences.append(
                Statement(
                    measured.words,
                    measured.holds,
                    min(measured.step, done.steps),
                    finding.shows,
                    finding.caption if own.named_in(finding.caption) <= racing else "",
                    finding.agrees,
                    own_only,
                    measured.fails,
                    place,
                )
            )
    return sentences


def waiting(story: Sequence[Finding], own: Conditions) -> list[Finding]:
    """Findings that are slow to measure and have not been measured yet."""
    return [each for each in story if each.slow and (each, own) not in MEASURED]


# What was measured under a story's own conditions; there are as many as stories have sentences.
MEASURED: dict[tuple[Finding, Conditions], Measurement | None] = {}


def measured_under(finding: Finding, conditions: Conditions) -> Measurement | None:
    """Measure the race under these conditions; remembered, for findings that are slow."""
    if (finding, conditions) not in MEASURED:
        remember(finding, conditions, finding.of(race(*conditions)))
    return MEASURED[finding, conditions]


def remember(finding: Finding, conditions: Conditions, measured: Measurement | None) -> None:
    """What came of measuring a slow finding, here or elsewhere."""
    MEASURED[finding, conditions] = measured


@kept(8)
def other_minibatch_seeds(conditions: Conditions) -> tuple[dict[str, Array], ...]:
    """Each optimizer's path, (steps + 1, 2), by name, for each of `MINIBATCH_SEEDS` seeds.

    The seeds are those from 0, whatever the seed of the conditions.
    """
    surface, entrants, begin, steps, _ = conditions
    start = np.array(begin)
    optimizers = conditions.optimizers
    names = [each.name for each in entrants]
    paths = []
    for seed in range(MINIBATCH_SEEDS):
        with np.errstate(all="ignore"):
            moments = march(surface, optimizers, start, steps, seed)
            x = np.array([np.tile(start, (len(names), 1)), *(moment.x for moment in moments)])
        paths.append({name: x[:, k] for k, name in enumerate(names)})
    return tuple(paths)
