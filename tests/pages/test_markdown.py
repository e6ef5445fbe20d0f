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


def read_back(markdown: str) -> str:
    """What is shown of code spans with colons between them; "" if there is anything else."""
    parts = [SPAN.fullmatch(part) for part in markdown.split("&#58;") if part]
    shown = iter(part.group(2) if part else "" for part in parts)
    return ":".join(next(shown) if part else "" for part in markdown.split("&#58;"))


@pytest.mark.parametrize("read", READ)
@pytest.mark.parametrize("sentence", ["{}", "there is no scene '{}'", "{} is no number"])
def test_nothing_is_read_as_markdown(read: str, sentence: str) -> None:
    text = sentence.format(read)
    assert read_back(plain(text)) == text
    assert ":material/" not in plain(text)  # which Streamlit rewrites before anything else


@pytest.mark.parametrize("text", ["Adam", "Adam (fast)", "the start is missing, give a number"])
def test_ordinary_words_are_left_as_they_are(text: str) -> None:
    assert plain(text) == text


@given(st.text(max_size=60) | st.text("*_`$:[]()<>#~&!\\\n x", max_size=30))
@settings(max_examples=300)
def test_whatever_people_type_stays_what_it_is(text: str) -> None:
    """It is words and blanks alone, or in a code span whose fence does not occur in it."""
    words, shown = " ".join(text.split()), plain(text)
    if re.fullmatch(r"(?:[^\W\d_](?:[^\W_]|[ ,'()])*)?", words) and shown == words:
        return
    fence = re.match("`+", shown)
    assert fence
    size = len(fence.group())
    assert shown.endswith(fence.group())
    assert fence.group() not in re.findall("`+", words)
    edge = 1 if words[:1] == "`" or words[-1:] == "`" else 0
    assert shown[size + edge : len(shown) - size - edge] == words
