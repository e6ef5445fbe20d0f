"""What adapted optimizers have in common: steps, and settings that are numbers."""

import inspect
import sys
from abc import abstractmethod
from collections.abc import Callable, Iterator, Mapping
from dataclasses import field, make_dataclass
from importlib import import_module
from typing import Any, ClassVar

import numpy as np

from optviz.optimizers import Array, Optimizer, State

# Names that mean the same here and there: what is tuned is called lr, and legends have symbols.
OURS = {"learning_rate": "lr", "b1": "beta1", "b2": "beta2"}
Kept = dict[str, Any]


class Adapted(Optimizer):
    """Another library's rule behind our interface.

    Attributes:
        make: the library's constructor; called with its settings by name.
        settings_for: our hyper-parameters -> the library's settings.
    """

    make: ClassVar[Callable[..., Any]]
    settings_for: ClassVar[Callable[[Mapping[str, float]], dict[str, Any]]]

    def rule(self, x: Array, g: Array, s: State) -> Array:
        before = {name: value for name, value in vars(s).items() if name != "t"}
        after = np.empty(x.shape)
        history: dict[str, Array] = {}
        for where, settings in self.groups(x.shape):
            kept = {name: value[where] for name, value in before.items()}
            own = type(self).settings_for(settings)
            after[where], state = self.advance(x[where], g[where], kept, s.t, own)
            for name, value in state.items():
                history.setdefault(name, np.zeros(x.shape))[where] = value
        vars(s).update(history)
        return after

    def groups(self, shape: tuple[int, ...]) -> Iterator[tuple[Any, dict[str, float]]]:
        """The points that have the same settings, and these: libraries take one number for each."""
        names, values = zip(*self.settings().items(), strict=True) if self.settings() else ((), ())
        if not any(np.ndim(each) for each in values):
            yield ..., dict(zip(names, values, strict=True))
            return
        rows = np.stack([np.broadcast_to(each, shape)[..., 0] for each in values])
        for each in np.unique(rows.reshape(len(names), -1), axis=1).T:
            same = (rows == each.reshape(-1, *[1] * (rows.ndim - 1))).all(axis=0)
            yield same, dict(zip(names, each.tolist(), strict=True))

    @abstractmethod
    def advance(
        self, x: Array, g: Array, kept: Kept, t: int, settings: dict[str, Any]
    ) -> tuple[Array, Kept]:
        """One of the library's steps.

        Args:
            x: (..., 2) the points.
            g: (..., 2) the gradients there.
            kept: what the step before left, by name; without meaning where t is 1.
            t: the number of the step, from 1.
            settings: the library's.

        Returns:
            The next points and what is to be kept, numbers or arrays of x's shape.
        """


def adapted(
    base: type[Adapted],
    name: str,
    make: Callable[..., Any],
    source: str,
    given: Mapping[str, Any],
    skip: int = 0,
) -> Any:
    """The class of one of the library's rules, its fields the settings that are numbers."""
    if not callable(make):
        raise ValueError(
            f"{make!r} does not make an optimizer: give a class or a function that does"
        )
    if not name.isidentifier():
        raise ValueError(f"name = {name!r} is not a valid name: use letters and digits")
    known = list(inspect.signature(make).parameters.values())[skip:]
    plain = {each.name: each.default for each in known if each.kind != each.VAR_KEYWORD}
    unknown = given.keys() - plain.keys()
    if unknown and len(plain) == len(known):
        raise ValueError(f"{name} has no setting {min(unknown)}; it has {', '.join(plain)}")
    numbers, words, fixed = {}, {}, {}
    for word, value in (plain | dict(given)).items():
        if value is inspect.Parameter.empty:
            raise ValueError(f"{name} needs a setting {word}: give one, as in {word}=0.01")
        if is_number(value):
            numbers[OURS.get(word, word)] = float(value)
            words[OURS.get(word, word)] = word, type(plain.get(word, value)) is int
        elif word == "betas":
            numbers |= {f"beta{k}": float(each) for k, each in enumerate(value, 1)}
        elif word in given:
            fixed[word] = value

    def settings_for(settings: Mapping[str, float]) -> dict[str, Any]:
        found = dict(fixed)
        for own, value in settings.items():
            word, whole = words.get(own, ("betas", False))
            if own in words:
                found[word] = int(value) if whole and value == int(value) else float(value)
            else:
                found[word] = (*found.get(word, ()), float(value))
        return found

    made = make_dataclass(
        name,
        [(own, float, field(default=value)) for own, value in numbers.items()],
        bases=(base,),
        frozen=True,
        namespace={
            "make": staticmethod(make),
            "settings_for": staticmethod(settings_for),
            "__doc__": f"What the library does, step by step.\n\nSource: {source}.\n",
        },
    )
    made.__module__ = sys._getframe(2).f_globals["__name__"]  # where it was asked for
    return made


def tried(made: Any) -> Optimizer:
    """One of the class, after a step on a parameter of two numbers."""
    optimizer: Optimizer = made()
    x = np.array([1.0, 1.6])
    try:
        optimizer.step(x, np.array([0.5, -2.0]), optimizer.init(x))
    except Exception as error:  # whatever the library says
        raise ValueError(
            f"{made.__name__} takes no step on two numbers and their gradients: {first_line(error)}"
        ) from None
    return optimizer


def checked_shape(name: str, value: Any, shape: tuple[int, ...]) -> Any:
    """The value, if it belongs to no point or to each."""
    if np.shape(value) not in ((), shape):
        raise ValueError(
            f"its state {name} has shape {np.shape(value)} where the points have {shape}, so it "
            "does not work coordinate by coordinate"
        )
    return value


def library(name: str) -> Any:
    """An optional library, or a sentence on how to come by it."""
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        if error.name != name:
            raise
        raise ValueError(
            f"{name} is not installed: python -m pip install {name}, and try again"
        ) from None


def called(kind: Any) -> str:
    """The name of a class or function."""
    return str(getattr(kind, "__name__", type(kind).__name__))


def is_number(value: Any) -> bool:
    """Whether it can be a hyper-parameter."""
    return isinstance(value, int | float | np.number) and not isinstance(value, bool)


def first_line(error: Exception) -> str:
    """What an exception says, in a line."""
    return (str(error).strip().splitlines() or [type(error).__name__])[0].rstrip(".")
