"""Frozen dataclasses as JSON values and back: only what is not as it is by default is written.

What is read comes from a stranger's file: a member that is not known, or whose value is not of its
field's type, is refused by name, and the dataclass checks the rest itself.
"""

from collections.abc import Mapping, Sequence
from dataclasses import MISSING, Field, fields, is_dataclass
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from optviz.spec.json import known
from optviz.spec.parsing import shown
from optviz.words import COMING

Value = TypeVar("Value")


def chosen(value: Any) -> dict[str, Any]:
    """The fields of a dataclass that are not as they are by default."""
    given = {each.name: getattr(value, each.name) for each in fields(value)}
    return {each.name: given[each.name] for each in fields(value) if differs(each, given)}


def differs(field: Field[Any], given: Mapping[str, Any]) -> bool:
    """Whether a field has another value than its own."""
    if field.default_factory is not MISSING:
        return bool(given[field.name] != field.default_factory())
    return bool(given[field.name] != field.default)


def plain(value: Any) -> Any:
    """A value as JSON has it; `read` makes it again.

    Raises:
        ValueError: it is of a type that no option has.
    """
    if is_dataclass(value) and not isinstance(value, type):
        return {name: plain(each) for name, each in chosen(value).items()}
    if isinstance(value, Mapping):
        return {name: plain(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)  # so that 10 and 10.0, which draw the same, are written the same
    if value is None or isinstance(value, str | bool | int | float):
        return value
    raise ValueError(f"a {type(value).__name__} cannot be written in a recipe")


def read(kind: type[Value], said: object, what: str) -> Value:
    """A dataclass out of what `plain` made of it; `what` is what people call it.

    Raises:
        ValueError: it is none; one sentence says why.
    """
    given, hints = known(said, kind, what), get_type_hints(kind)
    if given.get("language", COMING[0]) not in COMING:  # it would be the path of a file
        raise ValueError(f"a recipe names one of the languages {', '.join(COMING)}")
    return kind(**{name: typed(hints[name], each, name) for name, each in given.items()})


def typed(hint: Any, said: Any, name: str) -> Any:
    """A JSON value as a field of this type has it.

    Raises:
        ValueError: it has no such value.
    """
    if get_origin(hint) in (Union, UnionType):
        return one_of(get_args(hint), said, name)
    if is_dataclass(hint) and isinstance(hint, type):
        return read(hint, said, name)
    if get_origin(hint) is tuple and isinstance(said, list):
        return tuple(row(get_args(hint), said, name))
    if is_mapping(hint) and isinstance(said, Mapping):
        inner = get_args(hint)[1]
        return {each: typed(inner, value, name) for each, value in said.items()}
    if hint is float and type(said) in (int, float):
        return float(said)
    if hint in (bool, int, str, NoneType) and type(said) is hint:
        return said
    raise ValueError(f"{name} = {shown(repr(said))} is no value for it in a recipe")


def one_of(hints: Sequence[Any], said: Any, name: str) -> Any:
    """A value of the first of these types that has it."""
    for hint in hints[:-1]:
        try:
            return typed(hint, said, name)
        except ValueError:
            continue
    return typed(hints[-1], said, name)


def row(hints: Sequence[Any], said: Sequence[Any], name: str) -> list[Any]:
    """The values of a tuple, of one type or of one for each."""
    if len(hints) == 2 and hints[1] is Ellipsis:
        return [typed(hints[0], each, name) for each in said]
    if len(hints) != len(said):
        raise ValueError(f"{name} has {len(said)} values in a recipe: give {len(hints)}")
    return [typed(hint, each, name) for hint, each in zip(hints, said, strict=True)]


def is_mapping(hint: Any) -> bool:
    """Whether a type is a mapping from names."""
    origin = get_origin(hint)
    return isinstance(origin, type) and issubclass(origin, Mapping)
