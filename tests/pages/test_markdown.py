"""Words from elsewhere are shown letter by letter."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from optviz.pages.markdown import plain

SPAN = re.compile(r"(`+) ?(.*?) ?\1", re.DOTALL)

# What Streamlit makes something of in the middle of ordinary words, escaped or not.
READ = ["http://a.example", "www.a.example", "a@b.example", ":material/home:", ":smile:", "->"]
READ += [
    ":red[x]",
    "$x$",
    "<b>",
    "**x**",
    "![x](y)",
    "[x](y)",
    "# x",
    "1. x",
    "- x",
    "~~x~~",
    "`x`",
]


def inside(text: str) -> str:
    """What stands in the code span that the whole text is; "" if it is none."""
    found = SPAN.fullmatch(text)
    return found.group(2) if found else ""


@pytest.mark.parametrize("read", READ)
@pytest.mark.parametrize("sentence", ["{}", "there is no scene '{}'", "{} is no number"])
def test_nothing_is_read_as_markdown(read: str, sentence: str) -> None:
    text = sentence.format(read)
    assert inside(plain(text)) == text


@pytest.mark.parametrize("text", ["Adam", "Adam (fast)", "the start is missing, give a number"])
def test_ordinary_words_are_left_as_they_are(text: str) -> None:
    assert plain(text) == text


@given(st.text(max_size=60) | st.text("*_`$:[]()<>#~&!\\\n x", max_size=30))
@settings(max_examples=300)
def test_whatever_people_type_stays_what_it_is(text: str) -> None:
    """It is words and blanks alone, or in a code span whose fence does not occur in it."""
    words, shown = " ".join(text.split()), plain(text)
    if shown == words:
        assert re.fullmatch(r"(?:\w[\w ,'()]*)?", words)
        assert "_" not in words
        return
    fence = re.match("`+", shown)
    assert fence
    assert fence.group() not in re.findall("`+", words)
    assert shown.strip("`").strip(" ").strip("`") == words.strip("`")
    assert shown.startswith(f"{fence.group()} `") == words.startswith("`") or words.endswith("`")
