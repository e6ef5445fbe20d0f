"""Styles in TOML files."""

import tomllib
from dataclasses import fields
from pathlib import Path
from typing import Any


def content_of(path: Path, kind: type) -> dict[str, Any]:
    """What stands in a file, by the names of a kind's attributes.

    Raises:
        ValueError: it cannot be read, is no TOML, or has a key that there is not.
    """
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ValueError(f"{path} is no style in TOML: {error}") from None
    known = [each.name for each in fields(kind)]
    for key in content:
        if key not in known:
            there = ", ".join(known)
            raise ValueError(f"{path} has {key!r}, which no style has: there are {there}")
    return {key: tuple(each) if isinstance(each, list) else each for key, each in content.items()}
