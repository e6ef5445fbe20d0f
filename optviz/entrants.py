"""Entrants: the optimizers of a race, each under a name, and where its settings come from."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

import numpy as np

from optviz.optimizers import OPTIMIZERS, Optimizer
from optviz.schedules import Piecewise, in_digits, in_words
from optviz.spellings import brief

RECOVERED = "recovered"
ROUGHLY = "roughly recovered"
RECONSTRUCTED = "reconstructed"
ADDED = "added"
CHOSEN = "chosen"
DEFAULT = "library default"
SAME = "same rate for all"
TUNED = "tuned"
ELSEWHERE = "tuned on another race"
ALIKE = "rate of its like"
PLAIN = "plain default"
OWN = "default of its file"
YOURS = "yours"

ORIGINS = {
    RECOVERED: "inferred from Radford's picture: simulated with it, the balls keep to his tracks",
    ROUGHLY: "inferred from Radford's picture, which leaves some room",
    RECONSTRUCTED: "ours, because Radford's picture does not tell it",
    ADDED: "ours, because Radford's picture has no Adam",
    CHOSEN: "ours, chosen for what this scene is to show; its source line says how",
    DEFAULT: "what torch.optim takes if nothing is said, or the library that has the rule",
    PLAIN: "ours, as in the rule's docstring: no library has just this rule with defaults",
    ALIKE: "the learning rate of the optimizer in this race that it is most like, for Lion a tenth "
    "of it, so that it moves as the others do; for the rest the library's defaults",
    OWN: "the defaults in the file that defines the rule",
    SAME: "the scene's own, but for the learning rate, which is the same for all optimizers",
    TUNED: "the best of equally many trials for each optimizer on exactly this race",
    ELSEWHERE: "the best of equally many trials on this scene as it was; the race is another now",
    YOURS: "changed by you",
}

LONGEST_NAME = 40  # characters


@dataclass(frozen=True)
class Entrant:
    """One optimizer in a race.

    Attributes:
        name: tells it from the others in the race, and stands in legends, tables and charts.
        optimizer: the rule with its settings. The same rule may race under several names.
        origin: where the settings come from: a key of `ORIGINS`, or words of your own; "" where
            that is not said.

    Raises:
        ValueError: the name is empty, too long or not printable, or there is no optimizer.
    """

    name: str
    optimizer: Optimizer
    origin: str = ""

    def __post_init__(self) -> None:
        check_name(self.name)
        if not isinstance(self.optimizer, Optimizer):
            raise ValueError(no_optimizer(self.optimizer, "optimizer", "Adam()"))


One = Optimizer | type[Optimizer]  # a class stands for the rule with its defaults
Entrants = One | Entrant | Iterable[One | Entrant] | Mapping[str, One]


def entrants(given: Entrants | None) -> tuple[Entrant, ...]:
    """The entrants of a race.

    Args:
        given: optimizers, which are named after their class, and where that leaves two alike after
            the settings in which they differ ("SGD 0.0001", "SGD 0.01"); entrants, which have
            their names; or a mapping from names of your own to optimizers. A class stands for the
            rule with its defaults, and a single one need not be in a list.

    Raises:
        ValueError: none is given, something else than an optimizer is, or two have one name.
    """
    if given is None:
        raise ValueError("no optimizers are given: add them, as in race(surface, [SGD(), Adam()])")
    if isinstance(given, Mapping):
        found = [Entrant(name, made(optimizer)) for name, optimizer in given.items()]
    elif isinstance(given, Optimizer | Entrant | type):
        found = list(from_list([given]))
    elif isinstance(given, Iterable) and not isinstance(given, str | bytes | AbstractSet):
        found = list(from_list(list(given)))
    else:
        raise ValueError(no_optimizer(given, "list of optimizers", "[SGD(), Adam()]"))
    if not found:
        raise ValueError("no optimizer is chosen: choose at least one optimizer")
    (name, count), *_ = Counter(each.name for each in found).most_common(1)
    if count > 1:
        raise ValueError(f"{count} entrants are called {name!r}: give each a name of its own")
    return tuple(found)


def from_list(given: Sequence[One | Entrant]) -> Iterator[Entrant]:
    """Entrants as they are; optimizers with names that tell them apart."""
    found = [each if isinstance(each, Entrant) else made(each) for each in given]
    bare = iter(names_for([each for each in found if isinstance(each, Optimizer)]))
    for each in found:
        yield each if isinstance(each, Entrant) else Entrant(next(bare), each)


def made(given: One) -> Optimizer:
    """An optimizer as it is, or with the defaults of its class.

    Raises:
        ValueError: it is neither.
    """
    if isinstance(given, Optimizer):
        return given
    if isinstance(given, type) and issubclass(given, Optimizer):
        try:
            return given()
        except TypeError as error:  # a setting without a default, or no rule
            raise ValueError(
                f"{given.__name__} cannot be made with its defaults: {error}"
            ) from None
    raise ValueError(no_optimizer(given, "optimizer", "Adam()"))


def no_optimizer(given: object, what: str, example: str) -> str:
    """A sentence on what is no optimizer, with what was perhaps meant."""
    kind = OPTIMIZERS.get(given.lower()) if isinstance(given, str) else None
    meant = f"{kind.__name__}()" if kind else example
    return f"{brief(given)} is no {what}: give one with its settings, as in {meant}"


def names_for(optimizers: Sequence[Optimizer]) -> list[str]:
    """A name for each: its class's, with the settings that differ where a class comes again."""
    names = [name_of(each, optimizers) for each in optimizers]
    count, seen = Counter(names), Counter[str]()
    for k, name in enumerate(names):
        seen[name] += 1
        if count[name] > 1:  # alike in all settings, or told apart by none that can be written
            names[k] = f"{name} ({seen[name]})"
    return names


def name_of(optimizer: Optimizer, among: Sequence[Optimizer]) -> str:
    """The name of one of these optimizers: "Adam", "SGD 0.01", "Momentum 0.01, mu 0.5"."""
    kind = type(optimizer)
    alike = [each.settings() for each in among if type(each) is kind]
    differing = {
        name: value
        for name, value in optimizer.settings().items()
        if np.ndim(value) == 0 and any(differ(each[name], value) for each in alike)
    }
    said = ", ".join(
        said_of(value) if name == "lr" else f"{name} {said_of(value)}"
        for name, value in differing.items()
    )
    return f"{kind.__name__} {said}"[:LONGEST_NAME].rstrip(" ,") if said else kind.__name__


def said_of(value: Any) -> str:
    """A setting in a name, which may have to be typed."""
    return in_words(value) if isinstance(value, Piecewise) else in_digits(value)


def differ(one: Any, other: Any) -> bool:
    """Whether two settings, numbers or arrays of them, differ."""
    return not np.array_equal(one, other)


def next_name(kind: type[Optimizer], taken: Sequence[str]) -> str:
    """A name for one more entrant of a rule: "Adam", then "Adam 2", "Adam 3", ..."""
    name, count = kind.__name__, 1
    while name in taken:
        count += 1
        name = f"{kind.__name__} {count}"
    return name


def check_name(name: object) -> None:
    """Raise ValueError, with a sentence, unless an entrant can be called so."""
    if not isinstance(name, str) or not name.strip() or name != name.strip():
        raise ValueError(f"{brief(name)} is no name for an entrant: give one that is not empty")
    if len(name) > LONGEST_NAME or not name.isprintable():
        raise ValueError(
            f"{name[:LONGEST_NAME]!r} is no name for an entrant: give at most {LONGEST_NAME} "
            "printable characters"
        )
