"""Tables of words read from their files, and checked against the English one."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from os import PathLike
from pathlib import Path
from string import Formatter
from typing import Any

from optviz.words.words import Words

HERE = Path(__file__).parent
FIRST = "en"  # whose keys and placeholders all others have
COMING = tuple(sorted(each.stem for each in HERE.glob("*.toml")))  # languages that come with optviz
NAMES = "names"  # the part of a table whose keys are free
TOLD = 3  # keys that a sentence names


def words_of(language: object) -> Words:
    """What is written in a language: one that comes with optviz, or the path of a file.

    Raises:
        ValueError: there is no such language or file, or it does not have what English has.
    """
    if language in COMING:
        return read(HERE / f"{language}.toml", str(language), None)
    if not isinstance(language, str | PathLike) or not str(language).endswith(".toml"):
        raise ValueError(
            f"language = {language!r} is not possible: give {' or '.join(COMING)}, or a file of "
            "such words, as in 'fr.toml'"
        )
    path = Path(language)
    try:
        changed = path.stat().st_mtime_ns
    except OSError:
        there = " or ".join(COMING)
        raise ValueError(f"{path} is not there: give a file of words, or {there}") from None
    return read(path, str(path), changed)


@lru_cache(maxsize=8)
def read(path: Path, language: str, changed: int | None) -> Words:
    """A table out of a file, which is read again once it has `changed`."""
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ValueError(f"{path} is no file of words in TOML: {error}") from None
    names = content.pop(NAMES, {})
    texts = dict(flat(content))
    if language != FIRST:
        check_texts(path, texts)
    check_names(path, names)
    return Words(language, texts, names)


def flat(content: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    """Keys as in "chart.loss" and what they hold."""
    for key, value in content.items():
        if isinstance(value, dict):
            yield from flat(value, f"{before}{key}.")
        else:
            yield before + key, value


def check_texts(path: Path, texts: Mapping[str, Any]) -> None:
    """Raise ValueError unless there is a text for each English one, with its placeholders."""
    first = words_of(FIRST).texts
    if missing := [key for key in first if key not in texts]:
        raise ValueError(f"{path} lacks {listed(missing)}: write what English has, in {FIRST}.toml")
    if unknown := [key for key in texts if key not in first]:
        raise ValueError(f"{path} has {listed(unknown)}, which English has not: leave it out")
    for key, text in texts.items():
        if not isinstance(text, str):
            raise ValueError(f"{path}: {key} = {text!r} is no text: write it in quotes")
        wanted, found = placeholders(first[key]), placeholders(text)
        if found is None or set(wanted or ()) != set(found):
            raise ValueError(f"{path}: {key} = {text!r} has {braces(found)}: {told(wanted)}")


def check_names(path: Path, names: Any) -> None:
    """Raise ValueError unless names are texts, with a {} for each that they are found by."""
    if not isinstance(names, dict):
        raise ValueError(f"{path}: names = {names!r} is no table: write [names] above its lines")
    for given, name in names.items():
        if not isinstance(name, str):
            raise ValueError(f"{path}: the name of {given!r} is no text: write it in quotes")
        if "{}" in given and placeholders(name) != placeholders(given):
            raise ValueError(f"{path}: {given!r} and {name!r} differ in their {{}}")


def placeholders(text: str) -> list[str] | None:
    """What stands in braces, in the order of names; None where braces do not match."""
    try:
        parts = list(Formatter().parse(text))
    except ValueError:
        return None
    if any(part for _, _, *rest in parts for part in rest if part):
        return None  # a format or a conversion
    return sorted(name for _, name, _, _ in parts if name is not None)


def braces(found: list[str] | None) -> str:
    """Placeholders in a sentence."""
    if found is None:
        return "braces that do not match"
    return " ".join(f"{{{each}}}" for each in dict.fromkeys(found)) or "no placeholder"


def told(wanted: list[str] | None) -> str:
    """Which placeholders a text is to have."""
    return f"write it with {braces(wanted)}" if wanted else "write it without braces"


def listed(keys: list[str]) -> str:
    """Some keys, and how many more."""
    more = f" and {len(keys) - TOLD} more" if len(keys) > TOLD else ""
    return ", ".join(keys[:TOLD]) + more
