"""How far every rule is from every library that has it, as `agreement.json` has it measured."""

import json
from pathlib import Path
from typing import Any

from optviz.numbers import short

MEASURED = Path(__file__).with_name("agreement.json")
LIBRARIES = {"torch": "torch.optim", "optax": "optax", "keras": "Keras"}


def measured() -> dict[str, Any]:
    """What was measured: steps, surfaces, versions of the libraries, and the differences of x."""
    table: dict[str, Any] = json.loads(MEASURED.read_text(encoding="utf-8"))
    return table


def agreement_in_words(table: dict[str, Any]) -> str:
    """What the table is, in Markdown."""
    versions = ", ".join(f"{LIBRARIES[each]} {table['versions'][each][each]}" for each in LIBRARIES)
    return (
        f"The largest difference of x over {table['steps']['torch']} steps on "
        f"{len(table['surfaces']['torch'])} losses, in double precision, when both are given the "
        f"same gradients. With {versions}. A star: compared with settings under which the "
        "definitions are the same; otherwise they differ as measured above."
    )


def rows(table: dict[str, Any]) -> dict[str, list[str]]:
    """The table by columns."""
    columns: dict[str, list[str]] = {"": list(table["differences"])}
    for key, name in LIBRARIES.items():
        columns[name] = [
            shown(each.get(key), rule in table["otherwise"][key])
            for rule, each in table["differences"].items()
        ]
    return columns


def shown(difference: float | None, otherwise: bool) -> str:
    """A cell."""
    return (
        "not there" if difference is None else f"{short(difference, 2)}{' *' if otherwise else ''}"
    )
