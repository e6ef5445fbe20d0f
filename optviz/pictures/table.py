"""Tables of a study: a row for each trial, with the settings behind them, as CSV and as JSON.

A CSV file begins with the settings, each line a `#`, a name, a colon and a JSON value, as those of
races do. Trials that have not been made have no row.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from optviz.film.ticks import Progress
from optviz.pictures.kind import DataFile

Field = str | float | int | None


@dataclass(frozen=True, eq=False)
class Table:
    """What a file holds.

    Attributes:
        kind: of table, as the file names it.
        settings: how it came about; JSON values, `optimizers` among them.
        meaning: of the columns.
        runs: for each optimizer its columns, all equally long.
    """

    kind: str
    settings: dict[str, Any]
    meaning: dict[str, str]
    runs: list[dict[str, list[Field]]]


def table_files(
    table_of: Callable[[Any], Table], options: tuple[str, ...] = ()
) -> dict[str, DataFile]:
    """The CSV and the JSON file of a kind of picture.

    Args:
        table_of: a composition -> its table.
        options: as `DataFile` has them.
    """
    return {
        "csv": DataFile(partial(write_as, write_table_csv, table_of), options),
        "json": DataFile(partial(write_as, write_table_json, table_of), options),
    }


def write_as(
    write: Callable[[Table, Path, Progress], None],
    table_of: Callable[[Any], Table],
    composition: Any,
    path: Path,
    progress: Progress,
) -> None:
    """Write a composition's table in one of the formats below."""
    write(table_of(composition), path, progress)


def known(values: NDArray[np.float64]) -> list[Field]:
    """Numbers, and None for those that are none."""
    return [each if np.isfinite(each) else None for each in values.tolist()]


def whole_steps(values: NDArray[np.float64]) -> list[Field]:
    """Numbers of steps, and None for never."""
    return [int(each) if np.isfinite(each) else None for each in values.tolist()]


def comments(settings: dict[str, Any], kind: str, meaning: dict[str, str]) -> Iterator[str]:
    """The settings and the columns' meaning as lines; a JSON value never breaks a line."""
    optimizers = {f"optimizer {name}": each for name, each in settings["optimizers"].items()}
    others = {name: value for name, value in settings.items() if name != "optimizers"}
    lines = {"format": kind} | others | optimizers | {"columns": meaning}
    for name, value in lines.items():
        yield f"# {name}: {json.dumps(value, allow_nan=False)}\n"


def write_table_csv(table: Table, path: Path, progress: Progress) -> None:
    """Write it as CSV in UTF-8; numbers read back to the same bits, a field is empty for none."""
    names = list(table.runs[0])
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(comments(table.settings, table.kind, table.meaning))
        file.write(",".join(["optimizer", *names]) + "\n")
        runs = zip(table.settings["optimizers"], table.runs, strict=True)
        for done, (optimizer, run) in enumerate(runs, 1):
            file.writelines(lines(optimizer, run))
            progress(done, len(table.runs))


def lines(optimizer: str, run: dict[str, list[Field]]) -> Iterator[str]:
    """One optimizer's rows."""
    for fields in zip(*run.values(), strict=True):
        texts = ("" if each is None else str(each) for each in fields)
        yield f"{optimizer},{','.join(texts)}\n"


def write_table_json(table: Table, path: Path, progress: Progress) -> None:
    """Write it as one JSON object: settings, meaning, and under "runs" each optimizer's columns."""
    runs = [
        {"optimizer": optimizer, "columns": run}
        for optimizer, run in zip(table.settings["optimizers"], table.runs, strict=True)
    ]
    whole = {"format": table.kind, "settings": table.settings, "meaning": table.meaning}
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(json.dumps(whole | {"runs": runs}, allow_nan=False) + "\n")
    progress(1, 1)
