"""The cells of one line of CSV text, and the numbers in them."""

import csv
import math
import re

NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?", re.ASCII)
LONGEST = 40  # characters of a cell in a sentence


def cells_of(line: str, separator: str, number: int) -> tuple[str, ...]:
    """What stands in a line, without quotation marks and blanks around it.

    Args:
        line: of the text.
        separator: one character; blanks may be several; "" for a line that is one cell.
        number: of the line, for the sentence.

    Raises:
        ValueError: quotation marks are not closed in this line, or closed within a cell.
    """
    try:
        return split(line, separator)
    except csv.Error:
        raise ValueError(
            f"line {number}: a quotation mark is not closed before the cell ends: close it, or "
            "write two for one that is meant"
        ) from None


def split(line: str, separator: str) -> tuple[str, ...]:
    """As `cells_of`.

    Raises:
        csv.Error: quotation marks do not pair.
    """
    said = line.strip() if separator in ("", " ") else line
    reader = csv.reader([said], delimiter=separator or "\n", skipinitialspace=True, strict=True)
    return tuple(each.strip() for each in next(reader))


def separated(line: str, separator: str) -> int:
    """How many cells a line has with this separator; 1 where its quotation marks do not pair."""
    try:
        return len(split(line, separator))
    except csv.Error:
        return 1


def is_number(cell: str, comma: bool = False) -> bool:
    """Whether a cell is a number as decimals are written, with a decimal comma if that is so."""
    return NUMBER.fullmatch(pointed(cell, comma)) is not None


def pointed(cell: str, comma: bool) -> str:
    """The cell with a decimal point."""
    return cell.replace(",", ".") if comma else cell


def number_of(cell: str, comma: bool, where: str) -> float:
    """The number in a cell.

    Args:
        cell: as it is written.
        comma: whether there are decimal commas.
        where: line and column, for the sentence.

    Raises:
        ValueError: it is none; one sentence.
    """
    if not cell:
        raise ValueError(f"{where} is empty: give a number, or remove the line")
    shown = repr(cell if len(cell) <= LONGEST else cell[: LONGEST - 3] + "...")
    if not is_number(cell, comma):
        raise ValueError(f"{where}: {shown} is not a number{because(cell)}")
    found = float(pointed(cell, comma))
    if not math.isfinite(found):
        raise ValueError(f"{where}: {shown} is larger than numbers here can be")
    return found


def because(cell: str) -> str:
    """A hint where a decimal comma is in the way."""
    if is_number(cell, True):
        return ", as other numbers have a decimal point: write all of them alike"
    return ""
