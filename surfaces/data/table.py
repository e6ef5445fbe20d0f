"""A table of numbers read from CSV text, as people have it: from spreadsheets, programs and hands.

The text is only ever taken apart, never run. How it is separated is decided by counting, and
nothing is repaired: what is no number is told with its line and column.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np

from surfaces.data.cells import cells_of, is_number, number_of, separated
from surfaces.surface import Array

MOST_BYTES = 1_000_000  # of UTF-8
MOST_ROWS = 5_000
MOST_COLUMNS = 50
SEPARATORS = {"\t": "tabs", ";": "semicolons", ",": "commas", " ": "blanks", "": "nothing"}


class Classes(NamedTuple):
    """A column of two classes.

    Attributes:
        labels: (rows,) 0 or 1.
        names: how 0 and 1 are written in the table.
    """

    labels: Array
    names: tuple[str, str]


@dataclass(frozen=True)
class Table:
    """The cells of a table, as they are written.

    Attributes:
        names: of the columns.
        rows: for each row its cells.
        lines: for each row the line of the text, counted from 1.
        separator: what stands between two cells; "" where there is one column.
    """

    names: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...]
    separator: str

    def __len__(self) -> int:
        return len(self.rows)

    def numbers(self, *names: str) -> Array:
        """The numbers of columns: (rows,) of one, (rows, columns) of several.

        Raises:
            ValueError: there is no such column, or a cell of it is no number.
        """
        found = [self.column(each) for each in names]
        return found[0] if len(found) == 1 else np.column_stack(found)

    def column(self, name: str) -> Array:
        """(rows,) the numbers of one column.

        Raises:
            ValueError: as `numbers` has it.
        """
        k, comma = self.place(name), self.decimal_comma
        cells = [row[k] for row in self.rows]
        return np.array(
            [number_of(each, comma, self.where(row, name)) for row, each in enumerate(cells)]
        )

    def classes(self, name: str) -> Classes:
        """A column of two classes, numbers or words; the smaller, or first in the alphabet, is 0.

        Raises:
            ValueError: there is no such column, it has an empty cell, or other than two classes.
        """
        k, comma = self.place(name), self.decimal_comma
        words = [row[k] for row in self.rows]
        if "" in words:
            empty = self.where(words.index(""), name)
            raise ValueError(f"{empty} is empty: fill it or remove the line")
        if all(is_number(each, comma) for each in words):
            values = self.column(name)
        else:
            values = np.array(words)
        _, first, labels = np.unique(values, return_index=True, return_inverse=True)
        written = [words[each] for each in first]
        if len(written) != 2:
            raise ValueError(f"column {name!r} has {classes_in_words(written)}")
        return Classes(labels.astype(float), (written[0], written[1]))

    def where(self, row: int, name: str) -> str:
        """A cell's place in the text, for sentences."""
        return f"line {self.lines[row]}, column {name!r}"

    def place(self, name: str) -> int:
        """Which column it is.

        Raises:
            ValueError: there is none of this name.
        """
        if name not in self.names:
            raise ValueError(f"there is no column {name!r}: there are {', '.join(self.names)}")
        return self.names.index(name)

    @cached_property
    def decimal_comma(self) -> bool:
        """Whether numbers are written with a decimal comma, and none of them with a point."""
        return has_decimal_comma(self.rows, self.separator)

    @property
    def numeric(self) -> tuple[str, ...]:
        """The columns that hold nothing but numbers."""
        comma, columns = self.decimal_comma, zip(*self.rows, strict=True)
        return tuple(
            name
            for name, cells in zip(self.names, columns, strict=True)
            if all(is_number(each, comma) for each in cells)
        )

    @property
    def words(self) -> str:
        """What was read, such as "12 rows of 3 columns, separated by semicolons"."""
        count, wide = len(self.rows), len(self.names)
        said = f"{count:,} row{'s' * (count != 1)} of {wide} column{'s' * (wide != 1)}"
        if self.separator:
            said += f", separated by {SEPARATORS[self.separator]}"
        return said + ", with decimal commas" * self.decimal_comma


def table(text: str | bytes) -> Table:
    """CSV text as a table.

    Cells are separated by tabs, semicolons, commas or blanks, whichever most lines have equally
    often; they may be quoted, and with anything but commas numbers may have a decimal comma. The
    first line is a header if none of its cells is a number. Empty lines are left out.

    Args:
        text: as bytes, UTF-8 or UTF-16.

    Raises:
        ValueError: it is no table, or larger than 1 MB, 5,000 rows or 50 columns; one sentence.
    """
    said = text if isinstance(text, str) else decoded(text)
    lines = lines_of(said.removeprefix("\ufeff"))
    separator = separator_of([each for _, each in lines])
    rows = [(number, cells_of(line, separator, number)) for number, line in lines]
    names, rows = headed(rows, separator)
    check_size(names, rows)
    cells = tuple(each for _, each in rows)
    return Table(names, cells, tuple(number for number, _ in rows), separator)


def decoded(data: bytes) -> str:
    """The text of a file.

    Raises:
        ValueError: it is in no encoding that can be known for sure.
    """
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        return data.decode("utf-16" if wide else "utf-8")
    except UnicodeDecodeError:
        raise ValueError("the file is no text in UTF-8: save it as CSV in UTF-8") from None


def lines_of(text: str) -> list[tuple[int, str]]:
    """The lines that are not empty, with their numbers from 1.

    Raises:
        ValueError: there are too many, or they are no text.
    """
    if len(text.encode(errors="replace")) > MOST_BYTES:
        raise ValueError("the table has more than 1 MB: give fewer rows or columns")
    if "\0" in text:
        raise ValueError("this is no text, as it has zero bytes: save the table as CSV in UTF-8")
    every = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    found = [(number, line) for number, line in enumerate(every, 1) if line.strip()]
    if not found:
        raise ValueError("there is no table yet: give a line for each sample")
    if len(found) > MOST_ROWS + 1:
        raise too_many(len(found))
    return found


def too_many(rows: int) -> ValueError:
    """More rows than are read."""
    return ValueError(
        f"the table has {rows:,} rows: give at most {MOST_ROWS:,}, such as some drawn at random"
    )


def separator_of(lines: list[str]) -> str:
    """What separates the cells: what most lines have equally often; "" where nothing does.

    Of several, the first of `SEPARATORS`, so that in "1,5;2,5" it is the semicolon.
    """
    counts = {each: [separated(line, each) for line in lines] for each in SEPARATORS if each}
    alike = {each: agreeing(found) for each, found in counts.items()}
    best = max(alike, key=lambda each: alike[each])
    return best if alike[best] else ""


def agreeing(counts: list[int]) -> int:
    """How many lines have the commonest number of cells above 1."""
    several = [each for each in counts if each > 1]
    return max((several.count(each) for each in set(several)), default=0)


Numbered = tuple[int, tuple[str, ...]]  # a line's number and its cells


def headed(rows: list[Numbered], separator: str) -> tuple[tuple[str, ...], list[Numbered]]:
    """The names of the columns, and the rows below.

    Raises:
        ValueError: two columns have one name, or there are no rows.
    """
    (number, first), below = rows[0], rows[1:]
    if any(is_number(each, separator != ",") for each in first):
        return tuple(f"column {k}" for k in range(1, len(first) + 1)), rows
    names = tuple(each or f"column {k}" for k, each in enumerate(first, 1))
    twice = [each for each in names if names.count(each) > 1]
    if twice:
        raise ValueError(f"line {number}: two columns are called {twice[0]!r}: rename one of them")
    if not below:
        raise ValueError("there are no rows below the names of the columns: give some numbers")
    return names, below


def check_size(names: tuple[str, ...], rows: list[Numbered]) -> None:
    """Hold a table to its limits.

    Raises:
        ValueError: there are too many rows or columns, or a row has more or fewer than the first.
    """
    if len(rows) > MOST_ROWS:
        raise too_many(len(rows))
    if len(names) > MOST_COLUMNS:
        raise ValueError(f"the table has {len(names)} columns: give at most {MOST_COLUMNS}")
    for number, cells in rows:
        if len(cells) != len(names):
            raise ValueError(
                f"line {number} has {len(cells)} cell{'s' * (len(cells) != 1)}, the first line "
                f"{len(names)}: give each line as many"
            )


def has_decimal_comma(rows: tuple[tuple[str, ...], ...], separator: str) -> bool:
    """Whether numbers have a decimal comma: some are read with it, and none has a point."""
    if separator == ",":
        return False
    cells = [each for row in rows for each in row]
    with_comma = any("," in each and is_number(each, True) for each in cells)
    return with_comma and not any("." in each and is_number(each) for each in cells)


def classes_in_words(written: list[str]) -> str:
    """What is wrong with these classes."""
    shown = ", ".join(repr(each) for each in written[:3]) + ", ..." * (len(written) > 3)
    count = f"{len(written)} class{'es' * (len(written) != 1)}"
    return f"{count}, {shown}: choose a column of two"
