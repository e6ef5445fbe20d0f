"""A race as a table: every number it computed, to the last bit, with the settings behind them.

A row belongs to one optimizer and one step. What step k -> k + 1 measured, its gradient and the
point where it was measured, stands in row k; what the rule keeps stands in row k as it is after k
steps. A run that ended before the last step, as one that diverged, ends with its last finite step.
Both files are written as they grow, so that a race of a million steps takes no more memory than it
has already.

A CSV file begins with the settings, each line a `#`, a name, a colon and a JSON value:

    pandas.read_csv(path, comment="#")

is the table, exactly since pandas 3.1; before it takes `float_precision="round_trip"` for the last
bit. Of a JSON file, `pandas.DataFrame(content["runs"][0]["columns"])` is one run.
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from optviz.film.ticks import Progress
from optviz.pictures.settings import check_rows, settings_of
from optviz.pictures.table import comments
from optviz.race import Race, SeedsRace, Trajectory
from optviz.race.bundles import members

Array = NDArray[np.float64]

FORMAT = "optviz race"
CHUNK = 4096  # rows that are turned into text at a time

SEED_MEANS = "which minibatches were seen, the same by every optimizer"
START_MEANS = "which of the starts, from 0; their runs tell when they ended, but not why"
MEANING = {
    "step": "how many steps were taken; 0 is the start",
    "x, y": "the point after so many steps, its coordinates in the order of `axes`",
    "loss": "the full loss there, on minibatch surfaces too",
    "look": "where the next step measured its gradient: x, y unless the rule looks ahead",
    "grad": "the gradient the next step was given",
    "others": "what the rule names, after so many steps; empty before it is first computed",
    "ended": "the first step that was not finite any more; empty where all were",
    "ending": "why: overflow, domain (the loss has no value there), gradient (the loss has "
    "none there), update (the rule has no result) or minimum (at a minimum without a gradient)",
}


def write_csv(
    race: Race | SeedsRace,
    path: Path,
    progress: Progress | None = None,
) -> None:
    """Write a race as CSV in UTF-8: a row for each optimizer, seed or start if many, and step.

    Columns are optimizer, seed or start where there are many, step, x, y, loss, look_x, look_y,
    grad_x, grad_y, every quantity that a rule names with _x and _y, ended and ending. A field is
    empty where there is no such number. Infinities, which only gradients and quantities without
    memory can be, are `inf` and `-inf`.

    Args:
        race: of a single start, of one seed or many; or of a row of starts.
        path: of the file; what is there already is replaced.
        progress: called with how many rows are written, and how many there will be.

    Raises:
        ValueError: the race is one of a batch that is no row of starts.
        OSError: the file cannot be written.
    """
    check_rows(race)
    settings = settings_of(race)
    runs = labelled(race)
    names = columns_of(run for _, run in runs)
    done, total = 0, sum(rows_of(run) for _, run in runs)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(comments(settings, FORMAT, meaning_of(race)))
        file.write(",".join([*runs[0][0], "step", *names, "ended", "ending"]) + "\n")
        for label, run in runs:
            for rows in chunks(rows_of(run)):
                file.writelines(csv_lines(",".join(map(str, label.values())), run, names, rows))
                done += len(rows)
                if progress:
                    progress(done, total)


def write_json(
    race: Race | SeedsRace,
    path: Path,
    progress: Progress | None = None,
) -> None:
    """Write a race as one JSON object that explains itself: its settings, meaning and runs.

    Each run has its quantities under "columns", named as in the CSV file: lists of one length, with
    null where there is no such number. An infinity is 1e999, a number that Python, JavaScript and
    others who read numbers as doubles take for infinite; so all of it is JSON as RFC 8259 has it.

    Args:
        race: of a single start, of one seed or many; or of a row of starts. Of many, each seed's
            or start's run is one.
        path: of the file; what is there already is replaced.
        progress: called with how many columns are written, and how many there will be.

    Raises:
        ValueError: the race is one of a batch that is no row of starts.
        OSError: the file cannot be written.
    """
    check_rows(race)
    settings = settings_of(race)
    head = {"format": FORMAT, "settings": settings, "meaning": meaning_of(race)}
    runs = labelled(race)
    done, total = 0, sum(len(columns(run)) for _, run in runs)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(json.dumps(head, indent=1, allow_nan=False).removesuffix("\n}"))
        file.write(',\n "runs": [')
        for place, (label, run) in enumerate(runs):
            own = {**label, **ended(run), "last": int(run.last)}
            file.write(",\n" if place else "\n")
            file.write(f'  {json.dumps(own).removesuffix("}")}, "columns": {{')
            for name in columns(run):
                file.write("" if name == "x" else ",")
                file.writelines(json_column(name, run))
                done += 1
                if progress:
                    progress(done, total)
            file.write("}}")
        file.write("\n ]\n}\n")


def meaning_of(race: Race | SeedsRace) -> dict[str, str]:
    """What the columns mean."""
    if isinstance(race, SeedsRace):
        return {"seed": SEED_MEANS, **MEANING}
    return MEANING if race.start.ndim == 1 else {"start": START_MEANS, **MEANING}


def labelled(race: Race | SeedsRace) -> list[tuple[dict[str, str | int], Trajectory]]:
    """Each run, and which it is: its optimizer, and its seed or start where there are many."""
    if isinstance(race, SeedsRace):
        return [
            ({"optimizer": each.name, "seed": own.seed}, own[i])
            for i, each in enumerate(race.entrants)
            for own in race.races
        ]
    if race.start.ndim == 1:
        return [({"optimizer": run.name}, run) for run in race]
    return [
        ({"optimizer": run.name, "start": k}, own)
        for run in race
        for k, own in enumerate(members(run))
    ]


def rows_of(run: Trajectory) -> int:
    """How many of a run's steps are finite, the start among them."""
    return int(run.last) + 1


def ended(run: Trajectory) -> dict[str, int | str | None]:
    """When a run ended before its last step, and why."""
    return {"ended": run.ended, "ending": run.ending.kind if run.ending else None}


def columns(run: Trajectory) -> dict[str, Array]:
    """A run's numbers by name, x the first of them; look and grad have none for the last step."""
    found = {"x": run.x[:, 0], "y": run.x[:, 1], "loss": run.loss}
    for name, pairs in [("look", run.grad_at), ("grad", run.grad), *run.state.items()]:
        free = name if f"{name}_x" not in found else f"state_{name}"
        found |= {f"{free}_x": pairs[:, 0], f"{free}_y": pairs[:, 1]}
    return found


def columns_of(runs: Iterable[Trajectory]) -> list[str]:
    """The names of all numbers that any run has, in the order in which they first appear."""
    return list(dict.fromkeys(name for run in runs for name in columns(run)))


def chunks(rows: int) -> Iterator[range]:
    """Rows from 0, some at a time."""
    for begin in range(0, rows, CHUNK):
        yield range(begin, min(rows, begin + CHUNK))


def csv_lines(label: str, run: Trajectory, names: Iterable[str], rows: range) -> Iterator[str]:
    """These rows of a run, in these columns; those that it does not have stay empty."""
    own = columns(run)
    texts = [csv_fields(own[name], rows) if name in own else [""] * len(rows) for name in names]
    end = ",".join("" if value is None else str(value) for value in ended(run).values())
    for step, fields in zip(rows, zip(*texts, strict=True), strict=True):
        yield f"{label},{step},{','.join(fields)},{end}\n"


def csv_fields(column: Array, rows: range) -> list[str]:
    """Numbers as the shortest text that reads back to the same bits; what is missing is empty."""
    values = column[rows.start : rows.stop]
    fields = list(map(repr, values.tolist()))
    for place in np.flatnonzero(np.isnan(values)):
        fields[place] = ""
    return fields + [""] * (len(rows) - len(fields))


def json_column(name: str, run: Trajectory) -> Iterator[str]:
    """A name and its numbers as pieces of text."""
    column = columns(run)[name]
    yield f"{json.dumps(name)}:["
    for rows in chunks(rows_of(run)):
        values = column[rows.start : rows.stop].tolist()
        values += [np.nan] * (len(rows) - len(values))
        text = json.dumps(values, separators=(",", ":"))[1:-1]
        yield ("," if rows.start else "") + text.replace("NaN", "null").replace("Infinity", "1e999")
    yield "]"
