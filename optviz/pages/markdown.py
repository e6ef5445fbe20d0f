"""Words from elsewhere in Markdown: they stay the words they are."""

import re

FENCES = re.compile("`+")
WORDS = re.compile(r"[^\W\d_][^\W_]*(?:[ ,'()]+[^\W_]+)*[)']?")  # and little between them
ICON = re.compile(":(?=material/)")  # Streamlit rewrites this in the source, code spans included
LINKED = re.compile("www", re.IGNORECASE)  # what a browser may take for an address

# A code span is read literally, and these show it as the words around it.
STYLE = """
:is([data-testid="stAlert"], [data-testid="stCaptionContainer"], summary) code {
  font: inherit; color: inherit; background: none; padding: 0; white-space: pre-wrap;
  overflow-wrap: anywhere;
}
"""


def plain(text: str) -> str:
    """The text as Markdown that is shown letter by letter.

    It is a code span, the one thing in Markdown in which nothing is read: elsewhere Streamlit makes
    links of addresses, icons of `:material/home:` and arrows of `->`, escaped or not. `STYLE` lets
    it look like the words around it.
    """
    text = " ".join(text.split())
    if WORDS.fullmatch(text) and not LINKED.search(text):
        return text
    return "&#58;".join(map(span, ICON.split(text)))


def span(text: str) -> str:
    """A code span with this text; none without any."""
    if not text:
        return ""
    longest = max(map(len, FENCES.findall(text)), default=0)
    fence = "`" * (longest + 1)
    edge = " " if "`" in (text[0], text[-1]) else ""
    return f"{fence}{edge}{text}{edge}{fence}"
