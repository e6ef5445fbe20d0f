"""Classes of adapted optimizers: their settings that are numbers become hyper-parameters."""

import inspect
import sys
from collections.abc import Callable, Mapping
from dataclasses import field, make_dataclass
from importlib import import_module
from typing import Any

import numpy as np

from optviz.adapters.adapted import Adapted
from optviz.optimizers import checked

# Names that mean the same here and there: what is tuned is called lr, and legends have symbols.
OURS = {"learning_rate": "lr", "b1": "beta1", "b2": "beta2"}
MANY = (inspect.Parameter.VAR_KEYWORD, inspect.Parameter.VAR_POSITIONAL)


def adapted(
    base: type[Adapted],
    name: str,
    make: Callable[..., Any],
    source: str,
    given: Mapping[str, Any],
    skip: int = 0,
    **more: Any,
) -> Any:
    """The class of one of the library's rules.

    Args:
        base: what its library has in common.
        name: of the class.
        make: the library's constructor.
        source: where the rule comes from.
        given: settings by name, where they are not the constructor's own.
        skip: how many of its parameters are no settings.
        more: further attributes of the class.

    Raises:
        ValueError: it makes nothing, the name is none, or a setting is unknown or missing.
    """
    if not callable(make):
        raise ValueError(
            f"{make!r} does not make an optimizer: give a class or a function that does"
        )
    if not name.isidentifier() and "<lambda>" in name:
        raise ValueError("a lambda has no name: give name=, letters and digits, for legends")
    if not name.isidentifier():
        raise ValueError(f"name = {name!r} is not a valid name: use letters and digits")
    known = list(inspect.signature(make).parameters.values())[skip:]
    plain = {each.name: each.default for each in known if each.kind not in MANY}
    unknown = given.keys() - plain.keys()
    if unknown and not any(each.kind is each.VAR_KEYWORD for each in known):
        raise ValueError(f"{name} has no setting {min(unknown)}; it has {', '.join(plain)}")
    numbers, words, fixed = {}, {}, {}
    for word, value in (plain | dict(given)).items():
        if value is inspect.Parameter.empty:
            raise ValueError(f"{name} needs a setting {word}: give one, as in {word}=...")
        own = OURS.get(word, word)
        own = f"{own}_" if hasattr(base, own) else own
        if can_be_set(own, value, word in given):
            numbers[own] = float(value)
            words[own] = word, is_whole(plain.get(word), value)
        elif word == "betas" and are_betas(value, word in given):
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
            **more,
        },
    )
    made.__module__ = sys._getframe(2).f_globals["__name__"]  # where it was asked for
    return made


def can_be_set(name: str, value: Any, given: bool) -> bool:
    """Whether a setting becomes a hyper-parameter: a finite number, and a default in our range."""
    if not is_number(value) or not np.isfinite(value):
        return False
    try:
        checked("", name, value)
    except ValueError:
        return given  # then it is refused when the class is used
    return True


def are_betas(values: Any, given: bool) -> bool:
    """Whether betas become hyper-parameters beta1, beta2 and so on."""
    return isinstance(values, tuple | list) and all(
        can_be_set(f"beta{k}", each, given) for k, each in enumerate(values, 1)
    )


def is_whole(default: Any, value: Any) -> bool:
    """Whether the library expects a whole number: that is its default, or was given for none."""
    kind = type(default) if is_number(default) else type(value)
    return issubclass(kind, int | np.integer)


def is_number(value: Any) -> bool:
    """Whether it can be a hyper-parameter."""
    return isinstance(value, int | float | np.number) and not isinstance(value, bool)


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
