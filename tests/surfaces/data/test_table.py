"""Tables: what was written is read again, whatever separates it; what is wrong is told by line."""

import csv
import re
from io import StringIO

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from optviz import table
from surfaces.data.table import MOST_ROWS, Table

FINITE = st.floats(allow_nan=False, allow_infinity=False)
SIZES = st.tuples(st.integers(1, 8), st.integers(2, 5))
WORDS = st.text("abcXYZ äß,;\t'\".-_", min_size=1, max_size=8).map(str.strip)


@st.composite
def written(draw: st.DrawFn) -> tuple[list[list[float]], str, str]:
    """Rows of numbers, a separator, and the text of both."""
    rows, columns = draw(SIZES)
    values = [[draw(FINITE) for _ in range(columns)] for _ in range(rows)]
    separator = draw(st.sampled_from(",;\t "))
    # "1,5 2,5" may be three numbers: it is among what is refused.
    comma = separator not in ", " and draw(st.booleans())
    cells = [[repr(each).replace(".", "," if comma else ".") for each in row] for row in values]
    marks = draw(st.sampled_from(['"', ""]))
    lines = [separator.join(f"{marks}{each}{marks}" for each in row) for row in cells]
    if draw(st.booleans()):
        lines.insert(0, separator.join(f"c{k}" for k in range(columns)))
    end = draw(st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\n  \n"]))
    return values, separator, draw(st.sampled_from(["", "\ufeff"])) + end.join(lines) + end


@given(written())
@settings(max_examples=150)
def test_numbers_are_read_as_they_were_written(case: tuple[list[list[float]], str, str]) -> None:
    values, separator, text = case
    found = table(text)
    assert found.separator == separator
    np.testing.assert_array_equal(found.numbers(*found.names), values)
    assert found.numeric == found.names
    for encoding in ("utf-8", "utf-16"):
        assert table(text.encode(encoding)) == found


@given(st.lists(WORDS.filter(bool), min_size=2, max_size=4, unique=True), st.sampled_from(",;\t"))
def test_names_may_hold_what_separates(names: list[str], separator: str) -> None:
    file = StringIO()
    writer = csv.writer(file, delimiter=separator, quoting=csv.QUOTE_ALL)
    writer.writerows([names, *([k] * len(names) for k in range(3))])
    found = table(file.getvalue())
    assert found.names == tuple(names)
    np.testing.assert_array_equal(found.numbers(names[-1]), [0, 1, 2])


def attempted(text: str) -> Table | str:
    """The table, or why it is none."""
    try:
        return table(text)
    except ValueError as error:
        return str(error)


@given(st.text("01.,;\t \"'ab\n\r-e\0", max_size=60))
@settings(max_examples=200)
def test_any_text_is_a_table_or_refused_in_one_sentence(text: str) -> None:
    found = attempted(text)
    if isinstance(found, str):
        assert len(found.splitlines()) == 1
        return
    lines = [each for each in re.split(r"\r\n|\r|\n", text) if each.strip()]
    assert len(found) in (len(lines), len(lines) - 1), "all but a header are rows"
    assert {len(row) for row in found.rows} == {len(found.names)}


def test_a_row_is_found_again_by_its_line() -> None:
    found = table("\n\na,b\n\n1,2\n\n\n3,4\n")
    assert found.lines == (5, 8)


@pytest.mark.parametrize(
    ("text", "labels", "names"),
    [
        ("x,y\n1,yes\n2,no\n3,yes", [1, 0, 1], ("no", "yes")),
        ("1,10\n2,9\n3,10.0", [1, 0, 1], ("9", "10")),
        ("x;y\n1,5;-1\n2;1", [0, 1], ("-1", "1")),
        ("1,7\n2,seven", [0, 1], ("7", "seven")),
    ],
)
def test_two_classes_may_be_words(text: str, labels: list[int], names: tuple[str, str]) -> None:
    found = table(text)
    classes = found.classes(found.names[1])
    np.testing.assert_array_equal(classes.labels, labels)
    assert classes.names == names


def test_columns_of_words_are_no_numbers() -> None:
    found = table("size;price;sold\n1,5;210;yes\n0,9;150;no")
    assert found.numeric == ("size", "price")
    assert found.words == "2 rows of 3 columns, separated by semicolons, with decimal commas"


REFUSED = {
    "a,b\n1,n/a": "line 2, column 'b': 'n/a' is not a number",
    "a,b\n1,2\n\n3,": "line 4, column 'b' is empty: give a number, or remove the line",
    "a,b\n1,nan": "line 2, column 'b': 'nan' is not a number",
    "a,b\n1,1e999": "line 2, column 'b': '1e999' is larger than numbers here can be",
    "a,b\n1,1_000": "'1_000' is not a number",
    "a,b\n1,٣": "'٣' is not a number",
    "a;b\n1,5;2.5": "line 2, column 'a': '1,5' is not a number, as other numbers have a decimal p",
    "1,5 2,5\n3,5 4,5": "line 1, column 'column 2': '5 2' is not a number",
    "a,b\n1,2\n1,2,3": "line 3 has 3 cells, the first line 2: give each line as many",
    "a,a\n1,2": "line 1: two columns are called 'a': rename one of them",
    'a,b\n1,"2': "line 2: a quotation mark is not closed before the cell ends",
    "a,b": "there are no rows below the names of the columns",
    " \n\n": "there is no table yet",
    "PK\0\x03": "this is no text",
    "1,2\n" * (MOST_ROWS + 1): "the table has 5,001 rows: give at most 5,000",
    "a,b\n" + "1,2\n" * (MOST_ROWS + 3): "the table has 5,004 rows: give at most 5,000",
    ",".join("1" * 51): "the table has 51 columns: give at most 50",
    "1" * 1_000_001: "the table has more than 1 MB",
}


@pytest.mark.parametrize(("text", "sentence"), REFUSED.items(), ids=REFUSED.values())
def test_what_is_wrong_is_told_by_line_and_column(text: str, sentence: str) -> None:
    found = attempted(text)
    if isinstance(found, Table):
        with pytest.raises(ValueError, match=re.escape(sentence)):
            found.numbers(*found.names)
    else:
        assert sentence in found


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("1,a\n2,b\n3,c", "column 'column 2' has 3 classes, 'a', 'b', 'c': choose a column of two"),
        ("1,a\n2,a", "has 1 class, 'a': choose"),
        ("1,a\n2,", "line 2, column 'column 2' is empty"),
    ],
)
def test_other_than_two_classes_are_refused(text: str, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        table(text).classes("column 2")


def test_a_column_or_an_encoding_that_there_is_not_is_told() -> None:
    with pytest.raises(ValueError, match="there is no column 'c': there are a, b"):
        table("a,b\n1,2").numbers("c")
    with pytest.raises(ValueError, match="no text in UTF-8"):
        table("größe,b\n1,2".encode("latin-1"))
